package id.kla.planning;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The years of an action plan with their budgets and targets, in order.
 *
 * <p>No year stands there twice; years may be left out between two.
 */
@CheckReturnValue
public final class YearGoals {

  /** Of more years no action plan is made. */
  private static final int MOST_YEARS = 30;

  private final Edition edition;
  private final ImmutableList<YearGoal> goals;

  private YearGoals(Edition edition, List<YearGoal> goals) {
    this.edition = edition;
    this.goals =
        goals.stream()
            .sorted(Comparator.comparingInt(YearGoal::year))
            .collect(ImmutableList.toImmutableList());
  }

  /** Returns the years, or every fault that stands in their way; they may stand in any order. */
  public static Checked<YearGoals> check(Edition edition, List<Written<YearGoal>> written) {
    List<Fault> faults = new ArrayList<>();
    if (written.isEmpty() || written.size() > MOST_YEARS) {
      faults.add(
          Fault.of(
                  FaultCode.YEARS_OF_PLAN,
                  written.isEmpty() ? Place.unknown() : written.get(MOST_YEARS).place())
              .with("found", written.size())
              .with("allowed", MOST_YEARS));
    }
    Map<Integer, Place> first = new HashMap<>();
    List<YearGoal> goals = new ArrayList<>();
    for (Written<YearGoal> each : written) {
      YearGoal goal = each.value();
      Place place = each.place();
      if (!Measures.YEARS.contains(goal.year())) {
        faults.add(
            Fault.of(FaultCode.BAD_YEAR, place).with("found", Integer.toString(goal.year())));
      }
      Place before = first.putIfAbsent(goal.year(), place);
      if (before != null) {
        faults.add(
            Fault.of(FaultCode.YEAR_TWICE, place)
                .with("year", Integer.toString(goal.year()))
                .with("first", Argument.of(before)));
      }
      goals.add(
          new YearGoal(
              goal.year(),
              goal.budget().map(budget -> Costs.checked(budget, place, faults)),
              goal.target().map(target -> checked(edition, target, place, faults))));
    }
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(new YearGoals(edition, goals), faults);
  }

  /** Returns a target under the code of its tier, by whichever name that was called. */
  private static YearGoal.Target checked(
      Edition edition, YearGoal.Target target, Place place, List<Fault> faults) {
    if (target instanceof YearGoal.OfTier wanted) {
      Optional<Tier> tier = edition.ladder().findNamed(wanted.code());
      if (tier.isEmpty()) {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_TIER, place)
                .with("found", wanted.code())
                .with("allowed", edition.ladder().tiers().stream().map(Tier::code).toList()));
      }
      return tier.<YearGoal.Target>map(known -> new YearGoal.OfTier(known.code())).orElse(target);
    } else if (target instanceof YearGoal.OfTotal total) {
      Optional<Points> most = edition.maximum();
      if (total.points().signum() < 0
          || most.filter(maximum -> total.points().compareTo(maximum) > 0).isPresent()) {
        faults.add(
            Fault.of(FaultCode.BAD_TARGET, place)
                .with("found", total.points().toBigDecimal())
                .with("allowed", most.orElse(total.points()).toBigDecimal()));
      }
    }
    return target;
  }

  /**
   * Returns the years.
   *
   * @throws FaultException with every fault that stands in their way
   */
  public static YearGoals of(Edition edition, List<YearGoal> goals) {
    return check(edition, goals.stream().map(goal -> new Written<>(goal, Place.unknown())).toList())
        .orThrow();
  }

  /** Returns the edition whose tiers are meant. */
  public Edition edition() {
    return edition;
  }

  /** Returns the years, the first one first. */
  public List<YearGoal> goals() {
    return goals;
  }

  /** Two are equal when edition and years are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof YearGoals years
        && years.edition.equals(edition)
        && years.goals.equals(goals);
  }

  @Override
  public int hashCode() {
    return 31 * edition.hashCode() + goals.hashCode();
  }

  /** Returns the years, such as {@code [2025, 2026]}. */
  @Override
  public String toString() {
    return goals.stream().map(YearGoal::year).toList().toString();
  }
}
