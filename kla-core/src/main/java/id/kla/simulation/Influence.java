package id.kla.simulation;

/**
 * What one question, indicator or group of questions, or what questions share, contributes to how
 * uncertain a total is, and to the chance of a target.
 *
 * <p>Of the variance of the total it says two parts, which the literature calls Sobol indices. The
 * <i>first-order index</i> is how much of the variance goes away on average once it is known what
 * this part earns. The <i>total effect</i> is how much of it is left on average while everything
 * else is known. They differ where this part acts together with others, as questions do whose sum
 * an indicator's maximum cuts.
 *
 * <p>Of the chance of the target it says what that chance is while everything in this part earns
 * its least, and while everything in it earns its most, the rest being left to chance as it was.
 *
 * @param kind what it is
 * @param code its code; of a group its name
 * @param firstOrder its first-order index, from 0 to 1
 * @param totalEffect its total effect, from the first-order index to 1
 * @param chanceAtWorst the chance of the target at its least; of a factor, in the state in which
 *     that chance is smallest
 * @param chanceAtBest the chance of the target at its most; of a factor, in the state in which that
 *     chance is largest
 */
public record Influence(
    Kind kind,
    String code,
    Index firstOrder,
    Index totalEffect,
    Estimate chanceAtWorst,
    Estimate chanceAtBest) {

  /** What has an influence. */
  public enum Kind {
    /** A question. */
    QUESTION,
    /** An indicator: all its questions. */
    INDICATOR,
    /** Questions that somebody put together, such as those of an agency. */
    GROUP,
    /** What questions share. */
    FACTOR
  }

  /**
   * A part of a variance.
   *
   * @param value the part; 1 is all of it
   * @param standardError how far that is typically from the truth; 0 where it is computed exactly
   */
  public record Index(double value, double standardError) {}

  /**
   * Returns how far the target's chance is apart between the best and the worst: Birnbaum's measure
   * of importance.
   */
  public double swing() {
    return chanceAtBest.chance() - chanceAtWorst.chance();
  }
}
