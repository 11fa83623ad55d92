package id.kla.points;

import com.google.errorprone.annotations.CheckReturnValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact, signed amount of points (<i>nilai</i>), in whole ten-thousandths of a point.
 *
 * <p>Sums and differences are exact and checked for overflow; nothing here rounds. The range is
 * that of a {@code long}: about ±922 trillion points.
 *
 * <pre>{@code
 * Points.parse("0.66").plus(Points.of(12)).toString(); // "12.66"
 * }</pre>
 */
@CheckReturnValue
public final class Points implements Comparable<Points> {

  /** The number of decimals that an amount can have. */
  public static final int SCALE = 4;

  /** No points. */
  public static final Points ZERO = new Points(0);

  /** The smallest amount above {@link #ZERO}: one ten-thousandth of a point. */
  public static final Points SMALLEST = new Points(1);

  private static final long UNITS_PER_POINT = 10_000;
  private static final Pattern FORM =
      Pattern.compile("(-?)(0|[1-9][0-9]{0,14})(?:\\.([0-9]{1,4}))?");

  private final long units;

  private Points(long units) {
    this.units = units;
  }

  /**
   * Returns a whole number of points.
   *
   * @throws ArithmeticException if the amount is out of range
   */
  public static Points of(long wholePoints) {
    return ofUnits(Math.multiplyExact(wholePoints, UNITS_PER_POINT));
  }

  /**
   * Returns the amount of a decimal number, exactly.
   *
   * @throws ArithmeticException if {@code amount} has more than four decimals or is out of range
   */
  public static Points of(BigDecimal amount) {
    if (amount.signum() == 0) {
      return ZERO;
    }
    if ((long) amount.precision() - amount.scale() > 15) {
      throw new ArithmeticException("points out of range: " + amount);
    }
    if (amount.scale() > SCALE && amount.stripTrailingZeros().scale() > SCALE) {
      throw new ArithmeticException("points with more than four decimals: " + amount);
    }
    return ofUnits(
        amount.setScale(SCALE, RoundingMode.UNNECESSARY).scaleByPowerOfTen(SCALE).longValueExact());
  }

  /** Returns the amount of that many ten-thousandths of a point. */
  public static Points ofUnits(long tenThousandths) {
    return tenThousandths == 0 ? ZERO : new Points(tenThousandths);
  }

  /**
   * Reads what {@link #toString()} writes: an optional minus, a whole number of at most 15 digits
   * and up to four decimals after a point. Trailing zeros are accepted, leading ones are not.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  public static Points parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "points: found \""
              + text
              + "\"; allowed: a decimal number with at most four decimals, such as 12 or 0.66");
    }
    try {
      return of(new BigDecimal(text));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("points: found \"" + text + "\"; out of range", e);
    }
  }

  /** Returns the amount that {@code text} is, if it is one that {@link #parse} reads. */
  public static Optional<Points> find(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns this amount in ten-thousandths of a point. */
  public long units() {
    return units;
  }

  /** Returns the sum. */
  public Points plus(Points other) {
    return other.units == 0 ? this : ofUnits(Math.addExact(units, other.units));
  }

  /** Returns the difference, which may be negative. */
  public Points minus(Points other) {
    return other.units == 0 ? this : ofUnits(Math.subtractExact(units, other.units));
  }

  /** Returns the smaller of the two. */
  public Points min(Points other) {
    return other.units < units ? other : this;
  }

  /** Returns the larger of the two. */
  public Points max(Points other) {
    return other.units > units ? other : this;
  }

  /** Returns the sum of all amounts, zero for none. */
  public static Points sum(Iterable<Points> amounts) {
    long total = 0;
    for (Points amount : amounts) {
      total = Math.addExact(total, amount.units);
    }
    return ofUnits(total);
  }

  /** Says whether this is no points. */
  public boolean isZero() {
    return units == 0;
  }

  /** Returns -1, 0 or 1 as this amount is below, at or above zero. */
  public int signum() {
    return Long.signum(units);
  }

  /** Returns this amount as a decimal number without trailing zeros. */
  public BigDecimal toBigDecimal() {
    long digits = units;
    int scale = SCALE;
    while (scale > 0 && digits % 10 == 0) {
      digits /= 10;
      scale--;
    }
    return BigDecimal.valueOf(digits, scale);
  }

  /**
   * Returns as much of {@code now} as this amount is of {@code before}, rounded half up.
   *
   * @throws ArithmeticException if {@code before} is zero, or the result is out of range
   */
  public Points proportional(Points now, Points before) {
    return of(
        toBigDecimal()
            .multiply(now.toBigDecimal())
            .divide(before.toBigDecimal(), SCALE, RoundingMode.HALF_UP));
  }

  @Override
  public int compareTo(Points other) {
    return Long.compare(units, other.units);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Points points && points.units == units;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(units);
  }

  /** Returns the shortest exact decimal, such as {@code 12.5}, {@code 0} or {@code -0.0001}. */
  @Override
  public String toString() {
    long whole = units / UNITS_PER_POINT;
    long rest = Math.abs(units % UNITS_PER_POINT);
    if (rest == 0) {
      return Long.toString(whole);
    }
    // Of 0.05 the rest is 500: with 10000 before it, it keeps the zero behind the point.
    String decimals = Long.toString(UNITS_PER_POINT + rest);
    int end = decimals.length();
    while (decimals.charAt(end - 1) == '0') {
      end--;
    }
    return (units < 0 ? "-" : "") + Math.abs(whole) + "." + decimals.substring(1, end);
  }
}
