package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a question turns a response into points (<i>skala penilaian</i>).
 *
 * <p>This is the one place where anything is rounded, and only on a {@link Line}: half up, to a
 * ten-thousandth of a point.
 */
@CheckReturnValue
public sealed interface Scale {

  /** Graded points without named grades: every amount from 0 to the question's maximum. */
  static Scale graded() {
    return Graded.WITHOUT_GRADES;
  }

  /** Returns where the scale comes from. */
  Origin origin();

  /** Says whether this scale can read {@code response}. */
  boolean reads(Response response);

  /**
   * Returns the points that {@code response} earns.
   *
   * @throws IllegalArgumentException if this scale can't read it
   */
  Points award(Response response);

  /**
   * Returns the number, from 0, of the level or band that {@code response} falls in; -1 where this
   * scale can't read it, and where it has neither levels nor bands.
   */
  default int step(Response response) {
    return -1;
  }

  /** Returns every amount that stands in this scale; none for graded points without grades. */
  List<Points> awards();

  /**
   * Returns the most that an answer can earn, where the scale itself says so; a share never passes
   * the whole.
   */
  Optional<Points> best();

  private static Optional<Points> most(List<Points> awards) {
    return awards.stream().max(Comparator.naturalOrder());
  }

  private static IllegalArgumentException unreadable(Scale scale, Response response) {
    return new IllegalArgumentException(
        "scale: found " + response + ", which " + scale.getClass().getSimpleName() + " can't read");
  }

  /**
   * Named levels.
   *
   * @param levels in the edition's order
   * @param origin where they come from
   */
  record Levels(List<Level> levels, Origin origin) implements Scale {
    /** Copies the list. */
    public Levels {
      levels = List.copyOf(levels);
    }

    /** Returns the level with that code, if it is offered. */
    public Optional<Level> findLevel(String code) {
      int step = step(code);
      return step < 0 ? Optional.empty() : Optional.of(levels.get(step));
    }

    private int step(String code) {
      for (int i = 0; i < levels.size(); i++) {
        if (levels.get(i).code().equals(code)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public int step(Response response) {
      return response instanceof Response.Level level ? step(level.code()) : -1;
    }

    @Override
    public boolean reads(Response response) {
      return step(response) >= 0;
    }

    @Override
    public Points award(Response response) {
      int step = step(response);
      if (step < 0) {
        throw unreadable(this, response);
      }
      return levels.get(step).points();
    }

    @Override
    public List<Points> awards() {
      return levels.stream().map(Level::points).toList();
    }

    @Override
    public Optional<Points> best() {
      return most(awards());
    }
  }

  /**
   * A named level.
   *
   * @param code what an answer calls it
   * @param label its name
   * @param points what it earns
   */
  record Level(String code, Label label, Points points) {}

  /**
   * Bands over a share, a count or a change; together they leave no hole.
   *
   * @param measure what is measured
   * @param bands from the lowest to the highest
   * @param origin where they come from
   */
  record Bands(FactKind measure, List<Band> bands, Origin origin) implements Scale {
    /** Copies the list. */
    public Bands {
      bands = List.copyOf(bands);
    }

    /** Returns the band that {@code quantity} falls in, if there is one. */
    public Optional<Band> findBand(Ratio quantity) {
      int step = step(quantity);
      return step < 0 ? Optional.empty() : Optional.of(bands.get(step));
    }

    private int step(Ratio quantity) {
      for (int i = 0; i < bands.size(); i++) {
        if (bands.get(i).range().contains(quantity)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public int step(Response response) {
      return response instanceof Response.Fact fact && fact.measure() == measure
          ? step(fact.quantity())
          : -1;
    }

    @Override
    public boolean reads(Response response) {
      return step(response) >= 0;
    }

    @Override
    public Points award(Response response) {
      int step = step(response);
      if (step < 0) {
        throw unreadable(this, response);
      }
      return bands.get(step).points();
    }

    @Override
    public List<Points> awards() {
      return bands.stream().map(Band::points).toList();
    }

    @Override
    public Optional<Points> best() {
      return most(bands.stream().filter(this::isReachable).map(Band::points).toList());
    }

    private boolean isReachable(Band band) {
      return switch (measure) {
        case CHANGE -> true;
        case COUNT -> band.range().upper().map(b -> b.admitsBelow(Ratio.of(0))).orElse(true);
        case COVERAGE ->
            band.range().lower().map(b -> b.admitsAbove(Ratio.of(1))).orElse(true)
                && band.range().upper().map(b -> b.admitsBelow(Ratio.of(0))).orElse(true);
      };
    }
  }

  /**
   * A band.
   *
   * @param range what falls in it; shares are numbers from 0 to 1
   * @param points what it earns
   */
  record Band(Interval<Ratio> range, Points points) {}

  /**
   * A straight line between anchors, level before the first and after the last.
   *
   * @param measure what is measured
   * @param anchors from the lowest to the highest, at least two
   * @param origin where they come from
   */
  record Line(FactKind measure, List<Anchor> anchors, Origin origin) implements Scale {
    /** Copies the list. */
    public Line {
      anchors = List.copyOf(anchors);
    }

    @Override
    public boolean reads(Response response) {
      return response instanceof Response.Fact fact && fact.measure() == measure;
    }

    @Override
    public Points award(Response response) {
      if (!(response instanceof Response.Fact fact) || fact.measure() != measure) {
        throw unreadable(this, response);
      }
      Ratio at = fact.quantity();
      if (at.compareTo(anchors.get(0).at()) <= 0) {
        return anchors.get(0).points();
      }
      for (int i = 1; i < anchors.size(); i++) {
        if (at.compareTo(anchors.get(i).at()) <= 0) {
          return between(anchors.get(i - 1), anchors.get(i), at);
        }
      }
      return anchors.get(anchors.size() - 1).points();
    }

    /** Rounds half up once, after exact arithmetic over a common denominator. */
    private static Points between(Anchor below, Anchor above, Ratio at) {
      BigInteger dBelow = BigInteger.valueOf(below.at().denominator());
      BigInteger nBelow = BigInteger.valueOf(below.at().numerator());
      BigInteger dAbove = BigInteger.valueOf(above.at().denominator());
      BigInteger nAbove = BigInteger.valueOf(above.at().numerator());
      BigInteger d = BigInteger.valueOf(at.denominator());
      BigInteger n = BigInteger.valueOf(at.numerator());
      BigInteger part = n.multiply(dBelow).subtract(nBelow.multiply(d)).multiply(dAbove);
      BigInteger over = nAbove.multiply(dBelow).subtract(nBelow.multiply(dAbove)).multiply(d);
      BigInteger units =
          BigInteger.valueOf(below.points().units())
              .multiply(over)
              .add(BigInteger.valueOf(above.points().minus(below.points()).units()).multiply(part));
      // All awards are at least 0, so that a division that drops the rest rounds down.
      BigInteger twice = BigInteger.TWO;
      return Points.ofUnits(
          units.multiply(twice).add(over).divide(over.multiply(twice)).longValueExact());
    }

    @Override
    public List<Points> awards() {
      return anchors.stream().map(Anchor::points).toList();
    }

    @Override
    public Optional<Points> best() {
      return anchors.size() < 2
          ? Optional.empty()
          : most(
              Stream.concat(
                      anchors.stream().filter(a -> isReachable(a.at())).map(Anchor::points),
                      ends().map(this::award))
                  .toList());
    }

    private boolean isReachable(Ratio at) {
      return measure == FactKind.CHANGE
          || (at.numerator() >= 0 && (measure == FactKind.COUNT || at.compareTo(Ratio.of(1)) <= 0));
    }

    /** The ends of what can be measured, where there are any. */
    private Stream<Response> ends() {
      return switch (measure) {
        case COVERAGE ->
            Stream.of(Response.coverage(Share.of(0, 1)), Response.coverage(Share.of(1, 1)));
        case COUNT -> Stream.of(Response.count(0));
        case CHANGE -> Stream.of();
      };
    }
  }

  /**
   * A point of a line.
   *
   * @param at where it lies; shares are numbers from 0 to 1
   * @param points what is earned there
   */
  record Anchor(Ratio at, Points points) {}

  /**
   * Points that an assessor awards, from 0 to the question's maximum.
   *
   * @param named the awards that the edition names, from the lowest; another award is legal, but
   *     worth a warning. None named: every award is as good as another
   * @param origin where they come from
   */
  record Graded(List<Points> named, Origin origin) implements Scale {
    private static final Graded WITHOUT_GRADES = new Graded(List.of(), Origin.STATED);

    /** Copies the list; awards that are not named come from nowhere. */
    public Graded {
      named = List.copyOf(named);
      origin = named.isEmpty() ? Origin.STATED : origin;
    }

    @Override
    public boolean reads(Response response) {
      return response instanceof Response.Graded;
    }

    @Override
    public Points award(Response response) {
      if (response instanceof Response.Graded graded) {
        return graded.points();
      }
      throw unreadable(this, response);
    }

    @Override
    public List<Points> awards() {
      return named;
    }

    @Override
    public Optional<Points> best() {
      return Optional.empty();
    }
  }
}
