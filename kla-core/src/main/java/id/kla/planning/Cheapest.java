package id.kla.planning;

import id.kla.edition.Requirement;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the search for the cheapest plan to a tier came to. */
public sealed interface Cheapest {

  /** Returns the best plan that was found, if any. */
  Optional<Plan> found();

  /**
   * The cheapest plan; no plan costs less, and of those that cost as much none is preferred.
   *
   * @param plan the plan
   */
  record Proven(Plan plan) implements Cheapest {
    @Override
    public Optional<Plan> found() {
      return Optional.of(plan);
    }
  }

  /**
   * The search was stopped before it was done.
   *
   * @param found the best plan so far, if there is one
   * @param leastCost no plan costs less
   */
  record Stopped(Optional<Plan> found, BigDecimal leastCost) implements Cheapest {}

  /**
   * No plan reaches the tier.
   *
   * @param mostTotal the most points that any plan reaches
   * @param missing what that lacks to the tier; zero where only requirements stand in the way
   * @param unmet the requirements that no plan meets, each by itself; where this is empty and
   *     nothing is missing, no plan meets all of them together with the total
   */
  record NotReachable(Points mostTotal, Points missing, List<Requirement> unmet)
      implements Cheapest {

    /** Copies the list. */
    public NotReachable {
      unmet = List.copyOf(unmet);
    }

    @Override
    public Optional<Plan> found() {
      return Optional.empty();
    }
  }
}
