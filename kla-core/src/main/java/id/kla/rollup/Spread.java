package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How amounts lie: how many there are, their exact sum, the least, the greatest and those between.
 *
 * <p>Only what is known is among them: a region without a total is no zero. Nothing rounds unless a
 * caller names a scale and a mode.
 *
 * <pre>{@code
 * spread.quantile(1, 2);                              // the median: an amount that occurs
 * spread.mean(2, RoundingMode.HALF_UP);               // 612.27
 * }</pre>
 */
@CheckReturnValue
public final class Spread {

  private final long[] ascending;
  private final long sum;

  private Spread(long[] ascending) {
    this.ascending = ascending;
    long added = 0;
    for (long each : ascending) {
      added = Math.addExact(added, each);
    }
    this.sum = added;
  }

  /** Returns the spread of amounts in any order. */
  public static Spread of(List<Points> amounts) {
    return of(amounts.stream().mapToLong(Points::units).toArray());
  }

  static Spread of(long[] units) {
    long[] ascending = units.clone();
    Arrays.sort(ascending);
    return new Spread(ascending);
  }

  /** Returns how many amounts are known. */
  public int count() {
    return ascending.length;
  }

  /** Returns their sum: with {@link #count()} the exact mean. */
  public Points sum() {
    return Points.ofUnits(sum);
  }

  /** Returns the mean, rounded as the caller says; nothing of no amounts. */
  public Optional<BigDecimal> mean(int scale, RoundingMode mode) {
    return count() == 0
        ? Optional.empty()
        : Optional.of(
            sum().toBigDecimal().divide(BigDecimal.valueOf(ascending.length), scale, mode));
  }

  /** Returns the least amount; nothing of no amounts. */
  public Optional<Points> least() {
    return count() == 0 ? Optional.empty() : Optional.of(Points.ofUnits(ascending[0]));
  }

  /** Returns the greatest amount; nothing of no amounts. */
  public Optional<Points> greatest() {
    return count() == 0
        ? Optional.empty()
        : Optional.of(Points.ofUnits(ascending[ascending.length - 1]));
  }

  /**
   * Returns the quantile {@code part / whole} by nearest rank: the smallest amount that at least
   * that part of all do not exceed. It is one of the amounts, never between two of them.
   *
   * @throws IllegalArgumentException unless 0 &lt; part ≤ whole ≤ 1,000,000
   */
  public Optional<Points> quantile(int part, int whole) {
    if (part <= 0 || part > whole || whole > 1_000_000) {
      throw new IllegalArgumentException(
          "quantile: found "
              + part
              + "/"
              + whole
              + "; allowed: above 0 and up to 1, in parts of at most 1,000,000");
    }
    if (count() == 0) {
      return Optional.empty();
    }
    long rank = ((long) count() * part + whole - 1) / whole;
    return Optional.of(Points.ofUnits(ascending[(int) rank - 1]));
  }

  /** Returns the amounts in ascending order. */
  public List<Points> ascending() {
    return LongStream.of(ascending).mapToObj(Points::ofUnits).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Spread spread && Arrays.equals(spread.ascending, ascending);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ascending);
  }

  /** Returns count, sum, least and greatest in a line. */
  @Override
  public String toString() {
    return count() == 0
        ? "nothing"
        : count() + " amounts, sum " + sum() + ", " + least().get() + " to " + greatest().get();
  }
}
