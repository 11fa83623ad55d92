package id.kla.simulation;

import id.kla.assessment.Round;
import id.kla.points.Points;
import id.kla.region.RegionCode;

/**
 * What a region claimed for itself, and what a later stage left of it.
 *
 * @param region the region
 * @param round the round
 * @param self the total of its self-assessment, above 0
 * @param stage the code of the later stage
 * @param later the total at that stage
 * @param maximum the largest total that there was
 * @param source who published it
 */
public record JudgedPair(
    RegionCode region,
    Round round,
    Points self,
    String stage,
    Points later,
    Points maximum,
    String source) {

  /**
   * Checks the totals.
   *
   * @throws IllegalArgumentException if the claim is not above 0, the later total is below 0, or
   *     one of them is above the maximum
   */
  public JudgedPair {
    if (self.signum() <= 0 || later.signum() < 0 || self.max(later).compareTo(maximum) > 0) {
      throw new IllegalArgumentException(
          "pair of "
              + region
              + ", "
              + round
              + ": found "
              + later
              + " points of "
              + self
              + "; allowed: from 0 to "
              + maximum
              + ", and a claim above 0");
    }
  }
}
