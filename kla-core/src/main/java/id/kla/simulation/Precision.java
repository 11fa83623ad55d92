package id.kla.simulation;

import java.math.BigDecimal;

/**
 * How exact a sample shall be at least.
 *
 * @param ofMean the largest standard error of the mean, in points, above 0
 * @param ofChances the largest standard error of the chance of each tier or a higher one, above 0
 */
public record Precision(BigDecimal ofMean, double ofChances) {

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if one is not above 0
   */
  public Precision {
    if (ofMean.signum() <= 0 || !(ofChances > 0)) {
      throw new IllegalArgumentException(
          "precision: found " + ofMean + " points and " + ofChances + "; allowed: above 0");
    }
  }
}
