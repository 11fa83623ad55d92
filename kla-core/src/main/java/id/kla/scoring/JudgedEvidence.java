package id.kla.scoring;

import id.kla.assessment.Evidence;
import java.util.List;

/**
 * A document beside a question that it supports, as one view sees it.
 *
 * @param evidence the document
 * @param causes why it does not bear the answer, in the order of causes; none if it does
 * @param unchecked which causes could not be looked for, since the document does not say enough
 */
public record JudgedEvidence(Evidence evidence, List<Cause> causes, List<Cause> unchecked) {

  /** Copies the lists. */
  public JudgedEvidence {
    causes = List.copyOf(causes);
    unchecked = List.copyOf(unchecked);
  }

  /** Says whether nothing is wrong with it. */
  public boolean holds() {
    return causes.isEmpty();
  }
}
