package id.kla.policy;

import id.kla.points.Points;
import java.util.Optional;

/**
 * What a region would stand at under an option, or why nobody can tell.
 *
 * @param total the total, if it is known. Of what was declared, under other weights, it is that of
 *     points which were not rounded answer by answer: up to half of a ten-thousandth for each
 *     question may be between
 * @param tier the code of the tier, or {@link id.kla.rollup.RegionResult#NONE}; nothing exactly
 *     where there is an obstacle
 * @param obstacle why it can't be recomputed
 * @param leftOut how many answers of the sheet the option's scales can't read, so that they are
 *     unanswered under it
 */
public record Outcome(
    Optional<Points> total, Optional<String> tier, Optional<Obstacle> obstacle, int leftOut) {

  /**
   * Checks that there is a tier or an obstacle.
   *
   * @throws IllegalArgumentException if there are both or neither
   */
  public Outcome {
    if (tier.isPresent() == obstacle.isPresent()) {
      throw new IllegalArgumentException(
          "outcome: found tier " + tier + " and obstacle " + obstacle + "; allowed: one of them");
    }
  }

  static Outcome of(Optional<Points> total, String tier) {
    return new Outcome(total, Optional.of(tier), Optional.empty(), 0);
  }

  static Outcome unknown(Optional<Points> total, Obstacle obstacle) {
    return new Outcome(total, Optional.empty(), Optional.of(obstacle), 0);
  }
}
