package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds the best action plan over years, exactly.
 *
 * <p>Of two plans the one that misses the targets of fewer years is preferred; then the one that
 * lacks fewer points, summed over the years that it misses (a year that only misses a requirement
 * lacks none); then the cheaper; then the one with more points at the end of the last year; then
 * the one with fewer measures; then the one that holds the earliest measure that the other lacks,
 * in the order of {@link Measures#measures()}; then the one in which the first measure whose years
 * differ is carried out earlier.
 *
 * <p>Each chosen measure is carried out in exactly one of its years, in any where it names none.
 * What it still costs is paid in that year, out of that year's budget; its awards count from the
 * end of that year on. A prerequisite is carried out in the same year or an earlier one. Exclusions
 * hold over all years.
 *
 * <pre>{@code
 * YearGoals goals = YearGoals.of(edition, List.of(
 *     YearGoal.of(2025).withBudget(new BigDecimal("500000000")),
 *     YearGoal.of(2026).withTarget(new YearGoal.OfTier("UTAMA"))));
 * ActionPlan plan = ActionPlanner.of(measures, goals).best().plan();
 * }</pre>
 *
 * <p>Without a limit the result depends on nothing but measures and goals. With one, the best plan
 * so far comes with what is proven of all plans.
 */
@CheckReturnValue
public final class ActionPlanner {

  private final Measures measures;
  private final YearGoals goals;
  private final BooleanSupplier isOver;
  private final Optional<Duration> time;

  private ActionPlanner(
      Measures measures, YearGoals goals, BooleanSupplier isOver, Optional<Duration> time) {
    this.measures = measures;
    this.goals = goals;
    this.isOver = isOver;
    this.time = time;
  }

  /**
   * Returns a planner that searches until it is done.
   *
   * @throws IllegalArgumentException if measures and goals are of different editions
   */
  public static ActionPlanner of(Measures measures, YearGoals goals) {
    ActionPlan.checkEditions(measures, goals);
    return new ActionPlanner(measures, goals, () -> false, Optional.empty());
  }

  /** Returns the same planner, which stops each search after some time. */
  public ActionPlanner within(Duration limit) {
    return new ActionPlanner(measures, goals, isOver, Optional.of(limit));
  }

  /** Returns the same planner, which stops as soon as {@code stop} says so; it is asked often. */
  public ActionPlanner until(BooleanSupplier stop) {
    return new ActionPlanner(measures, goals, stop, time);
  }

  /** Returns the best plan. */
  public BestActionPlan best() {
    return new ActionYears(new Compiled(measures), measures, goals).best(limit());
  }

  private Limit limit() {
    if (time.isEmpty()) {
      return new Limit(isOver, (best, bound) -> {});
    }
    long start = System.nanoTime();
    long most = time.get().toNanos();
    return new Limit(
        () -> isOver.getAsBoolean() || System.nanoTime() - start >= most, (best, bound) -> {});
  }
}
