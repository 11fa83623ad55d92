package id.kla.simulation;

import id.kla.points.Share;

/**
 * With which chance the claims of some questions come to what.
 *
 * @param part which questions
 * @param outcome what is left of each of their claims
 * @param chance how likely that is
 * @param tie what the questions share
 */
public record SurvivalRow(SurvivalPart part, SurvivalOutcome outcome, Share chance, Tie tie) {

  /** What questions share, so that they come to the same end together. */
  public enum Tie {
    /** Nothing: each question comes to an end of its own. */
    NONE,
    /**
     * The agency that leads them, or the role where the sheet names no agency or several: one state
     * for each. A question without a lead comes to an end of its own.
     */
    AGENCY,
    /** The region: one state for all of them. */
    REGION
  }
}
