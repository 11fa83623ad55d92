package id.kla.planning;

import id.kla.edition.Indicator;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.points.Points;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Measures and the goals of years as a task, and the way back. */
final class ActionYears {

  private final Measures measures;
  private final YearGoals goals;
  private final Compiled compiled;
  private final Task task;
  private final YearTask years;

  ActionYears(Compiled compiled, Measures measures, YearGoals goals) {
    this.compiled = compiled;
    this.measures = measures;
    this.goals = goals;
    this.task = compiled.task();
    this.years = compile();
  }

  YearTask years() {
    return years;
  }

  private int count() {
    return goals.goals().size();
  }

  private YearTask compile() {
    int[] allowed = new int[task.measures()];
    for (int m = 0; m < allowed.length; m++) {
      List<Integer> named = measures.measures().get(m).years();
      for (int y = 0; y < count(); y++) {
        if (named.isEmpty() || named.contains(goals.goals().get(y).year())) {
          allowed[m] |= 1 << y;
        }
      }
    }
    long[] budget = new long[count()];
    @Nullable Task[] asked = new Task[count()];
    for (int y = 0; y < count(); y++) {
      YearGoal goal = goals.goals().get(y);
      budget[y] = goal.budget().map(compiled.costs()::affordable).orElse(Search.ANY_COST);
      asked[y] = goal.target().map(this::asking).orElse(null);
    }
    return new YearTask(task, compiled.fixed(), allowed, budget, asked);
  }

  private Task asking(YearGoal.Target target) {
    if (target instanceof YearGoal.OfTier tier) {
      return compiled.reaching(compiled.tier(tier.code()));
    }
    return task.reaching(((YearGoal.OfTotal) target).points().units());
  }

  BestActionPlan best(Limit limit) {
    YearSearch.Outcome outcome = YearSearch.of(years, limit);
    ActionPlan plan = plan(outcome.best().yearOf());
    return outcome.isProven()
        ? new BestActionPlan.Proven(plan)
        : new BestActionPlan.Stopped(
            plan,
            outcome.fewestMissed(),
            Points.ofUnits(outcome.leastMissing()),
            compiled.costs().amount(outcome.leastCost()));
  }

  // The way back

  ActionPlan plan(Map<String, Integer> yearByCode) {
    List<String> open =
        measures.measures().stream()
            .filter(measure -> years.isOpen(compiled.positionOf(measure)))
            .map(Measure::code)
            .toList();
    List<Integer> planned = goals.goals().stream().map(YearGoal::year).toList();
    yearByCode.forEach(
        (code, year) -> {
          if (!open.contains(code) || !planned.contains(year)) {
            throw new IllegalArgumentException(
                "years of measures: found "
                    + code
                    + " in "
                    + year
                    + "; allowed: "
                    + open
                    + " in "
                    + planned);
          }
        });
    int[] yearOf = years.nothing();
    for (int m = 0; m < yearOf.length; m++) {
      Integer year = yearByCode.get(measures.measures().get(m).code());
      if (year != null) {
        yearOf[m] = planned.indexOf(year);
      }
    }
    return plan(yearOf);
  }

  private ActionPlan plan(int[] yearOf) {
    List<ActionPlan.Year> all = new ArrayList<>();
    BitSet before = years.until(-1, yearOf);
    Standing start = standing(before);
    Points total = start.total();
    for (int y = 0; y < count(); y++) {
      BitSet after = years.until(y, yearOf);
      Standing standing = standing(after);
      all.add(year(y, before, after, standing, standing.total().minus(total)));
      before = after;
      total = standing.total();
    }
    return new ActionPlan(measures, goals, start, all);
  }

  private Standing standing(BitSet chosen) {
    long[] holdings = task.holdings(chosen);
    Map<QuestionCode, Points> awards = new LinkedHashMap<>();
    List<ScoredQuestion> questions = compiled.questions();
    for (int q = 0; q < holdings.length; q++) {
      if (holdings[q] > task.held()[q]) {
        awards.put(questions.get(q).question().code(), Points.ofUnits(holdings[q]));
      }
    }
    return measures.scored().standingWith(awards);
  }

  private ActionPlan.Year year(int y, BitSet before, BitSet after, Standing standing, Points gain) {
    YearGoal goal = goals.goals().get(y);
    BitSet added = (BitSet) after.clone();
    added.andNot(before);
    long[] held = task.holdings(before);
    long[] holds = task.holdings(after);
    int[] winner = winners(added, held);
    List<ActionPlan.Row> rows = new ArrayList<>();
    for (int m = added.nextSetBit(0); m >= 0; m = added.nextSetBit(m + 1)) {
      rows.add(row(goal.year(), m, winner, held, holds));
    }
    Points missing = Points.ZERO;
    List<Requirement> unmet = new ArrayList<>();
    if (goal.target().isPresent()) {
      YearGoal.Target target = goal.target().get();
      long least = Objects.requireNonNull(years.asked()[y]).least();
      missing = Points.ofUnits(least).minus(standing.total()).max(Points.ZERO);
      if (target instanceof YearGoal.OfTier tier) {
        for (Requirement requirement : compiled.requirements(compiled.tier(tier.code()))) {
          Task alone = compiled.asking(task.withoutRequirements(0), requirement);
          if (!alone.isReached(after)) {
            unmet.add(requirement);
          }
        }
      }
    }
    return new ActionPlan.Year(
        goal,
        rows,
        cuts(held, holds),
        compiled.costs().amount(task.costOf(added)),
        standing,
        gain,
        missing,
        unmet);
  }

  /** By question the first of those with the best award, or -1 where nothing is gained. */
  private int[] winners(BitSet added, long[] held) {
    int[] winner = new int[held.length];
    Arrays.fill(winner, -1);
    long[] best = held.clone();
    for (int m = added.nextSetBit(0); m >= 0; m = added.nextSetBit(m + 1)) {
      for (int i = 0; i < task.touched()[m].length; i++) {
        int q = task.touched()[m][i];
        if (task.awards()[m][i] > best[q]) {
          best[q] = task.awards()[m][i];
          winner[q] = m;
        }
      }
    }
    return winner;
  }

  private ActionPlan.Row row(int year, int m, int[] winner, long[] held, long[] holds) {
    Measure measure = measures.measures().get(m);
    List<Indicator> indicators = new ArrayList<>();
    Map<QuestionCode, Points> gains = new LinkedHashMap<>();
    List<ScoredQuestion> questions = compiled.questions();
    List<Indicator> all = measures.scored().edition().indicators();
    for (int q : Arrays.stream(task.touched()[m]).sorted().toArray()) {
      Indicator indicator = all.get(task.indicator()[q]);
      if (!indicators.contains(indicator)) {
        indicators.add(indicator);
      }
      gains.put(
          questions.get(q).question().code(),
          winner[q] == m ? Points.ofUnits(holds[q] - held[q]) : Points.ZERO);
    }
    return new ActionPlan.Row(year, measure, indicators, gains);
  }

  private List<ActionPlan.Cut> cuts(long[] held, long[] holds) {
    long[] before = task.byIndicator(held);
    long[] after = task.byIndicator(holds);
    long[] cut = new long[before.length];
    for (int q = 0; q < held.length; q++) {
      cut[task.indicator()[q]] += holds[q] - held[q];
    }
    List<ActionPlan.Cut> cuts = new ArrayList<>();
    for (int i = 0; i < cut.length; i++) {
      long taken = cut[i] - (after[i] - before[i]);
      if (taken > 0) {
        cuts.add(
            new ActionPlan.Cut(
                measures.scored().edition().indicators().get(i), Points.ofUnits(taken)));
      }
    }
    return cuts;
  }
}
