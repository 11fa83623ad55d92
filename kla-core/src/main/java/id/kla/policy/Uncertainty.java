package id.kla.policy;

import id.kla.simulation.SurvivalModel;

/**
 * How options are compared when claims may not survive: by which model, and on which draws.
 *
 * <p>All options are compared on the same draws, since a draw depends on the seed and on codes
 * alone, not on weights: what differs between two options is the rules, not the luck.
 *
 * @param survival how much of a claim survives
 * @param seed the seed
 * @param draws how many draws of each region, from 2 to {@value #MOST_DRAWS}
 */
public record Uncertainty(SurvivalModel survival, long seed, long draws) {

  /** The most draws of a region. */
  public static final long MOST_DRAWS = 100_000_000;

  /**
   * Checks the number of draws.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Uncertainty {
    if (draws < 2 || draws > MOST_DRAWS) {
      throw new IllegalArgumentException("draws: found " + draws + "; allowed: 2 to " + MOST_DRAWS);
    }
  }
}
