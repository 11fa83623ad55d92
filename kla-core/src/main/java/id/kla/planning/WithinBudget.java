package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;

/**
 * The plan with the most points that a budget pays; of several, the cheapest.
 *
 * @param plan the best plan found; of no measures where none is worth its cost
 * @param mostTotal no plan within the budget reaches more; what the plan reaches, unless the search
 *     was stopped
 */
@CheckReturnValue
public record WithinBudget(Plan plan, Points mostTotal) {

  /** Returns whether no plan within the budget is better. */
  public boolean isProven() {
    return plan.total().equals(mostTotal);
  }
}
