package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import java.math.BigDecimal;

/** The raw value of an answer (<i>jawaban</i>), before a scale turns it into points. */
@CheckReturnValue
public sealed interface Response {

  /** Returns points that an assessor awarded. */
  static Graded graded(Points points) {
    return new Graded(points);
  }

  /** Returns the choice of a named level. */
  static Level level(String code) {
    return new Level(code);
  }

  /** Returns a share. */
  static Coverage coverage(Share share) {
    return new Coverage(share);
  }

  /** Returns a count. */
  static Count count(long count) {
    return new Count(count);
  }

  /** Returns a figure of two years. */
  static Change change(BigDecimal before, BigDecimal now) {
    return new Change(before, now);
  }

  /** A response that can be measured, and be kept beside graded points as what they rest on. */
  sealed interface Fact extends Response {

    /** Returns what kind of fact this is. */
    FactKind measure();

    /** Returns the number that bands and lines are read at. */
    Ratio quantity();
  }

  /**
   * Points that an assessor awarded.
   *
   * @param points the award; whether it is in range is for the question to say
   */
  record Graded(Points points) implements Response {}

  /**
   * The choice of a named level.
   *
   * @param code the level's code
   */
  record Level(String code) implements Response {}

  /**
   * A share of a whole.
   *
   * @param share the share as it was given
   */
  record Coverage(Share share) implements Fact {
    @Override
    public FactKind measure() {
      return FactKind.COVERAGE;
    }

    @Override
    public Ratio quantity() {
      return share.ratio();
    }
  }

  /**
   * A count.
   *
   * @param count from 0, at most 15 digits
   */
  record Count(long count) implements Fact {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if {@code count} is out of range
     */
    public Count {
      if (count < 0 || count > 999_999_999_999_999L) {
        throw new IllegalArgumentException(
            "count: found " + count + "; allowed: 0 to 999999999999999");
      }
    }

    @Override
    public FactKind measure() {
      return FactKind.COUNT;
    }

    @Override
    public Ratio quantity() {
      return Ratio.of(count);
    }
  }

  /**
   * A figure of two years, in one unit.
   *
   * @param before the earlier year's figure
   * @param now the later year's figure
   */
  record Change(BigDecimal before, BigDecimal now) implements Fact {
    /**
     * Drops trailing zeros, so that 44 and 44.0 are equal.
     *
     * @throws IllegalArgumentException if a figure has more than 12 digits before the point or 6
     *     behind it
     */
    public Change {
      before = shortest(before);
      now = shortest(now);
    }

    private static BigDecimal shortest(BigDecimal figure) {
      BigDecimal shortest = figure.stripTrailingZeros();
      if (shortest.scale() > 6 || (long) shortest.precision() - shortest.scale() > 12) {
        throw new IllegalArgumentException(
            "change: found "
                + figure
                + "; allowed: at most 12 digits before the point and 6 behind it");
      }
      return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    @Override
    public FactKind measure() {
      return FactKind.CHANGE;
    }

    /** Returns the later figure less the earlier one. */
    @Override
    public Ratio quantity() {
      return Ratio.of(now.subtract(before));
    }
  }
}
