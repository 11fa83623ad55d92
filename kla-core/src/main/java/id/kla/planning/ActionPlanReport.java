package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.scoring.ScoredAssessment;
import java.util.Optional;

/**
 * An action plan as far as it was found, and what was reached of it.
 *
 * @param best what the search for the plan came to
 * @param monitoring what was reached, if that is known
 */
@CheckReturnValue
public record ActionPlanReport(BestActionPlan best, Optional<Monitoring> monitoring) {

  /** Returns the plan. */
  public ActionPlan plan() {
    return best.plan();
  }

  /** Returns the score that the plan starts from. */
  public ScoredAssessment scored() {
    return plan().measures().scored();
  }
}
