package id.kla.scoring;

import id.kla.assessment.Finding;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;

/**
 * What a view made of an answer, beside its state and points; most answers share one.
 *
 * @param isClaim whether the answer counts because it was claimed
 * @param isRevisable whether a later stage of the edition can still take what counts
 * @param claim what the answer earns if every claim counts, where that may be something else
 * @param causes why it does not count, the one that is charged first
 * @param unchecked what could not be checked, since a document does not say enough
 * @param evidence the documents that were looked at, each with what is wrong with it
 * @param finding what the stage found, if that is what counts
 */
record Judgement(
    boolean isClaim,
    boolean isRevisable,
    Optional<Points> claim,
    List<Cause> causes,
    List<Cause> unchecked,
    List<JudgedEvidence> evidence,
    Optional<Finding> finding) {

  private static final Judgement FIRM = claim(false);
  private static final Judgement REVISABLE = claim(true);

  private static Judgement claim(boolean isRevisable) {
    return new Judgement(
        true, isRevisable, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
  }

  /** Returns the one of all claims. */
  static Judgement ofClaims(boolean isRevisable) {
    return isRevisable ? REVISABLE : FIRM;
  }
}
