package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import java.math.BigDecimal;

/** What the search for the best action plan came to. */
@CheckReturnValue
public sealed interface BestActionPlan {

  /** Returns the best plan that was found; there always is one. */
  ActionPlan plan();

  /**
   * The best plan; none is preferred to it.
   *
   * @param plan the plan
   */
  record Proven(ActionPlan plan) implements BestActionPlan {}

  /**
   * The search was stopped before it was done.
   *
   * @param plan the best plan so far
   * @param fewestMissed no plan misses its target in fewer years
   * @param leastMissing none that misses as few lacks fewer points in the years that it misses
   * @param leastCost none that lacks as few costs less
   */
  record Stopped(ActionPlan plan, int fewestMissed, Points leastMissing, BigDecimal leastCost)
      implements BestActionPlan {}
}
