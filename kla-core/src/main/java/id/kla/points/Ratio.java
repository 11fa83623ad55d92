package id.kla.points;

import com.google.common.math.LongMath;
import com.google.errorprone.annotations.CheckReturnValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact number, held as a fraction in lowest terms: what shares, counts and changes are compared
 * as.
 *
 * <p>Numerator and denominator are {@code long}s, the denominator is above zero. Comparison never
 * rounds.
 */
@CheckReturnValue
public final class Ratio implements Comparable<Ratio> {

  private static final Pattern FRACTION =
      Pattern.compile("(-?(?:0|[1-9][0-9]{0,18}))/([1-9][0-9]{0,18})");
  private static final Pattern DECIMAL =
      Pattern.compile("(-?(?:0|[1-9][0-9]{0,18})(?:\\.[0-9]{1,15})?)(%?)");

  private final long numerator;
  private final long denominator;

  private Ratio(long numerator, long denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** Returns a whole number. */
  public static Ratio of(long whole) {
    return new Ratio(whole, 1);
  }

  /**
   * Returns {@code numerator / denominator} in lowest terms.
   *
   * @throws IllegalArgumentException if {@code denominator} is not above zero
   */
  public static Ratio of(long numerator, long denominator) {
    if (denominator <= 0) {
      throw new IllegalArgumentException(
          "denominator: found " + denominator + "; allowed: above zero");
    }
    if (numerator == Long.MIN_VALUE) {
      return of(BigInteger.valueOf(numerator), denominator);
    }
    long divisor = LongMath.gcd(Math.abs(numerator), denominator);
    return new Ratio(numerator / divisor, denominator / divisor);
  }

  /**
   * Returns a decimal number, exactly.
   *
   * @throws ArithmeticException if numerator or denominator do not fit
   */
  public static Ratio of(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    if (Math.abs((long) shortest.scale()) > 18) {
      throw new ArithmeticException("number out of range: exponent " + -(long) shortest.scale());
    }
    return shortest.scale() <= 0
        ? of(shortest.toBigIntegerExact().longValueExact())
        : of(shortest.unscaledValue(), BigInteger.TEN.pow(shortest.scale()).longValueExact());
  }

  private static Ratio of(BigInteger numerator, long denominator) {
    BigInteger over = BigInteger.valueOf(denominator);
    BigInteger divisor = numerator.gcd(over);
    return new Ratio(
        numerator.divide(divisor).longValueExact(), over.divide(divisor).longValueExact());
  }

  /**
   * Reads a fraction ({@code 1/3}), a decimal number ({@code 41.2}) or a percentage ({@code 96.4%},
   * which is 0.964).
   *
   * @throws IllegalArgumentException if {@code text} has another form or does not fit
   */
  public static Ratio parse(String text) {
    Matcher fraction = FRACTION.matcher(text);
    Matcher decimal = DECIMAL.matcher(text);
    try {
      if (fraction.matches()) {
        return of(Long.parseLong(fraction.group(1)), Long.parseLong(fraction.group(2)));
      }
      if (decimal.matches()) {
        BigDecimal number = new BigDecimal(decimal.group(1));
        return of(decimal.group(2).isEmpty() ? number : number.movePointLeft(2));
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("number: found \"" + text + "\"; too many digits", e);
    }
    throw new IllegalArgumentException(
        "number: found \"" + text + "\"; allowed: such as 1/3, 41.2 or 96.4%");
  }

  /** Returns the numerator in lowest terms; its sign is that of the number. */
  public long numerator() {
    return numerator;
  }

  /** Returns the denominator in lowest terms, above zero. */
  public long denominator() {
    return denominator;
  }

  @Override
  public int compareTo(Ratio other) {
    if (denominator == other.denominator) {
      return Long.compare(numerator, other.numerator);
    }
    long high = Math.multiplyHigh(numerator, other.denominator);
    long otherHigh = Math.multiplyHigh(other.numerator, denominator);
    return high != otherHigh
        ? Long.compare(high, otherHigh)
        : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ratio ratio
        && ratio.numerator == numerator
        && ratio.denominator == denominator;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(numerator) + Long.hashCode(denominator);
  }

  /** Returns a whole number or a fraction in lowest terms, such as {@code 7} or {@code 1/3}. */
  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }
}
