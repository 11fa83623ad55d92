package id.kla.simulation;

import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The exact sum of chances. */
final class ChanceSum {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final int DECIMALS = 10;

  private BigInteger numerator = BigInteger.ZERO;
  private BigInteger denominator = BigInteger.ONE;

  void add(Ratio chance) {
    BigInteger over = BigInteger.valueOf(chance.denominator());
    numerator =
        numerator.multiply(over).add(BigInteger.valueOf(chance.numerator()).multiply(denominator));
    denominator = denominator.multiply(over);
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  boolean isWhole() {
    return numerator.equals(denominator);
  }

  /** Returns the sum as one chance. */
  Ratio ratio() {
    return Ratio.of(numerator.longValueExact(), denominator.longValueExact());
  }

  /** Returns the sum in percent, rounded half up to ten decimals. */
  BigDecimal percent() {
    return new BigDecimal(
        new BigDecimal(numerator.multiply(HUNDRED))
            .divide(new BigDecimal(denominator), DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString());
  }

  /** Returns the sum in steps of 2<sup>-bits</sup>, rounded up. */
  long steps(int bits) {
    BigInteger[] steps = numerator.shiftLeft(bits).divideAndRemainder(denominator);
    return steps[0].longValueExact() + steps[1].signum();
  }

  /** Returns the fraction in lowest terms, such as 3/4. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
