package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Tier;
import id.kla.scoring.ScoredAssessment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What was planned with measures: for a tier, or within a budget. */
@CheckReturnValue
public sealed interface PlanReport {

  /** Returns the measures that there were to choose among, and their score. */
  Measures measures();

  /** Returns the score that the plans start from. */
  default ScoredAssessment scored() {
    return measures().scored();
  }

  /**
   * The cheapest plan to a tier, as far as it was found.
   *
   * @param measures the measures that there were to choose among
   * @param target the tier
   * @param cheapest what the search for the cheapest plan came to
   * @param nextBest the plans that come next, if they were asked for
   * @param sensitivity how firmly the plan stands, if it was asked for
   */
  record ToTier(
      Measures measures,
      Tier target,
      Cheapest cheapest,
      List<Plan> nextBest,
      Optional<Sensitivity> sensitivity)
      implements PlanReport {

    /** Copies the list. */
    public ToTier {
      nextBest = List.copyOf(nextBest);
    }
  }

  /**
   * The plan that wins most within a budget, as far as it was found.
   *
   * @param measures the measures that there were to choose among
   * @param budget what the plan may cost
   * @param within what the search came to
   */
  record OfBudget(Measures measures, BigDecimal budget, WithinBudget within)
      implements PlanReport {}
}
