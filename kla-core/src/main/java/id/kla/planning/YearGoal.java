package id.kla.planning;

import id.kla.points.Points;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a year of an action plan may cost and must reach.
 *
 * @param year the year
 * @param budget what may be spent in it, in the unit of the measures' costs; without one there is
 *     no limit. What is left over is not carried to the next year
 * @param target what must be reached at its end, if anything
 */
public record YearGoal(int year, Optional<BigDecimal> budget, Optional<Target> target) {

  /** What must be reached at the end of a year. */
  public sealed interface Target {}

  /**
   * A tier: its total, and the requirements of it and of those below it.
   *
   * @param code its code; {@link YearGoals} takes its name, too, whatever the case
   */
  public record OfTier(String code) implements Target {}

  /**
   * A total.
   *
   * @param points the least total
   */
  public record OfTotal(Points points) implements Target {}

  /** Returns a year without budget and target. */
  public static YearGoal of(int year) {
    return new YearGoal(year, Optional.empty(), Optional.empty());
  }

  /** Returns the same year with a budget. */
  public YearGoal withBudget(BigDecimal most) {
    return new YearGoal(year, Optional.of(most), target);
  }

  /** Returns the same year with a target. */
  public YearGoal withTarget(Target wanted) {
    return new YearGoal(year, budget, Optional.of(wanted));
  }
}
