package id.kla.scoring;

import id.kla.assessment.Finding;
import id.kla.edition.Question;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at answers through one view. */
interface Judge {

  /**
   * Returns what counts of a question; nothing where it has nothing to say of it.
   *
   * @param claim what its answer earns; nothing where it has no answer that its scale reads
   */
  @Nullable Verdict judge(Question question, @Nullable Points claim);

  /**
   * What counts of a question.
   *
   * @param state what has become of it
   * @param points what counts if it counts
   * @param causes why it does not count, the one that is charged first
   * @param unchecked what could not be checked
   * @param evidence the documents that were looked at
   * @param finding what the stage found, if that is what counts
   */
  record Verdict(
      State state,
      Points points,
      List<Cause> causes,
      List<Cause> unchecked,
      List<JudgedEvidence> evidence,
      Optional<Finding> finding) {

    /** Returns the judgement behind it. */
    Judgement judgement(Points claim, boolean isRevisable) {
      return new Judgement(
          false, isRevisable, Optional.of(claim), causes, unchecked, evidence, finding);
    }
  }
}
