package id.kla.simulation;

import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The exact sum of chances, held over their common denominator. */
final class ChanceSum {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final int DECIMALS = 10;

  private BigInteger numerator = BigInteger.ZERO;
  private BigInteger denominator = BigInteger.ONE;

  void add(Ratio chance) {
    BigInteger over = BigInteger.valueOf(chance.denominator());
    BigInteger more = BigInteger.valueOf(chance.numerator());
    if (over.equals(denominator)) {
      numerator = numerator.add(more);
      return;
    }
    BigInteger shared = over.gcd(denominator);
    numerator =
        numerator.multiply(over.divide(shared)).add(more.multiply(denominator.divide(shared)));
    denominator = denominator.multiply(over.divide(shared));
  }

  boolean isWhole() {
    return numerator.equals(denominator);
  }

  /** Returns the sum as one chance. */
  Ratio ratio() {
    BigInteger shared = numerator.gcd(denominator);
    return Ratio.of(
        numerator.divide(shared).longValueExact(), denominator.divide(shared).longValueExact());
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
    BigInteger shared = numerator.gcd(denominator);
    return numerator.divide(shared) + "/" + denominator.divide(shared);
  }
}
