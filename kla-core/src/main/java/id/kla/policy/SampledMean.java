package id.kla.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A mean over draws, and how far it typically is from what is to be expected.
 *
 * <p>Of a difference it is the mean of the differences of each draw, whose error is smaller than
 * that of two means side by side. An error of 0 says that no draw was different from another.
 *
 * @param value rounded half up to six decimals
 * @param standardError rounded up to six decimals
 */
public record SampledMean(BigDecimal value, BigDecimal standardError) {

  private static final int DECIMALS = 6;

  /**
   * Returns the mean of whole numbers.
   *
   * @param draws of how many draws, at least 2
   * @param sum their sum
   * @param spread the number of draws times the sum of their squares, less the square of their sum;
   *     added up over what is drawn independently
   * @param unit by how much the mean is divided
   */
  static SampledMean of(long draws, BigInteger sum, BigInteger spread, BigInteger unit) {
    BigInteger n = BigInteger.valueOf(draws);
    BigDecimal mean =
        new BigDecimal(sum)
            .divide(new BigDecimal(n.multiply(unit)), DECIMALS, RoundingMode.HALF_UP);
    BigDecimal error =
        new BigDecimal(spread)
            .divide(
                new BigDecimal(n.pow(2).multiply(n.subtract(BigInteger.ONE)).multiply(unit.pow(2))),
                MathContext.DECIMAL128)
            .sqrt(MathContext.DECIMAL64)
            .setScale(DECIMALS, RoundingMode.UP);
    return new SampledMean(mean, error);
  }
}
