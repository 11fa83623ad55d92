package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.scoring.ScoredQuestion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Finds the cheapest measures that reach a tier, and those that win most within a budget, exactly.
 *
 * <p>Of two plans the cheaper is preferred, then the one with more points, then the one with fewer
 * measures, then the one that holds the earliest measure that the other lacks, in the order of
 * {@link Measures#measures()}. Prerequisites, exclusions, the caps of indicators and the
 * requirements of the tier and of those below it are kept.
 *
 * <pre>{@code
 * Planner planner = Planner.of(Measures.ofHeadroom(scored, Set.of()));
 * planner.cheapest("UTAMA").found().orElseThrow().codes(); // [6.3, 7.2, 8.3]
 * }</pre>
 *
 * <p>Without a limit the results depend on nothing but the measures. With one, the best plan so far
 * comes with the least that any plan costs.
 */
@CheckReturnValue
public final class Planner {

  private static final long UNITS_OF_A_POINT = Points.of(1).units();

  private final Compiled compiled;
  private final BooleanSupplier isOver;
  private final Optional<Duration> time;
  private final Consumer<Progress> progress;

  private Planner(
      Compiled compiled,
      BooleanSupplier isOver,
      Optional<Duration> time,
      Consumer<Progress> progress) {
    this.compiled = compiled;
    this.isOver = isOver;
    this.time = time;
    this.progress = progress;
  }

  /** Returns a planner that searches until it is done. */
  public static Planner of(Measures measures) {
    return new Planner(new Compiled(measures), () -> false, Optional.empty(), told -> {});
  }

  /** Returns the same planner, which stops each search after some time. */
  public Planner within(Duration limit) {
    return new Planner(compiled, isOver, Optional.of(limit), progress);
  }

  /** Returns the same planner, which stops as soon as {@code stop} says so; it is asked often. */
  public Planner until(BooleanSupplier stop) {
    return new Planner(compiled, stop, time, progress);
  }

  /** Returns the same planner, which tells how far its search for the cheapest plan is. */
  public Planner telling(Consumer<Progress> listener) {
    return new Planner(compiled, isOver, time, listener);
  }

  private Limit limit() {
    if (time.isEmpty()) {
      return new Limit(isOver, this::tell);
    }
    long start = System.nanoTime();
    long most = time.get().toNanos();
    return new Limit(() -> isOver.getAsBoolean() || System.nanoTime() - start >= most, this::tell);
  }

  private void tell(Optional<Choice> best, long bound) {
    progress.accept(
        new Progress(
            best.map(choice -> compiled.costs().amount(choice.cost())),
            compiled.costs().amount(bound)));
  }

  // The cheapest plan

  /**
   * Returns the cheapest plan to a tier, or to one above it.
   *
   * @throws IllegalArgumentException if the edition has no such tier
   */
  public Cheapest cheapest(String tierCode) {
    Tier tier = compiled.tier(tierCode);
    Limit limit = limit();
    Search.Outcome outcome =
        Search.of(compiled.reaching(tier), compiled.fixed(), Search.ANY_COST, limit);
    Optional<Plan> plan = outcome.best().map(compiled::plan);
    if (!outcome.isProven()) {
      return new Cheapest.Stopped(plan, compiled.costs().amount(outcome.bound()));
    }
    if (plan.isPresent()) {
      return new Cheapest.Proven(plan.get());
    }
    try {
      return notReachable(tier, limit);
    } catch (Limit.Struck e) {
      return new Cheapest.Stopped(Optional.empty(), BigDecimal.ZERO);
    }
  }

  private Cheapest.NotReachable notReachable(Tier tier, Limit limit) {
    Task task = compiled.task().withoutRequirements(0);
    long most = task.points(Utmost.of(task, compiled.fixed(), limit).orElseThrow());
    List<Requirement> unmet = new ArrayList<>();
    for (Requirement requirement : compiled.requirements(tier)) {
      Task alone = compiled.asking(compiled.task().withoutRequirements(0), requirement);
      if (Utmost.of(alone, compiled.fixed(), limit).isEmpty()) {
        unmet.add(requirement);
      }
    }
    Points total = Points.ofUnits(most);
    return new Cheapest.NotReachable(total, tier.least().minus(total).max(Points.ZERO), unmet);
  }

  /**
   * Returns the plan with the most points that a budget pays.
   *
   * @throws IllegalArgumentException if the budget is negative
   */
  public WithinBudget mostPoints(BigDecimal budget) {
    if (budget.signum() < 0) {
      throw new IllegalArgumentException("budget: found " + budget + "; allowed: from 0");
    }
    MostPoints most =
        MostPoints.of(
            compiled.task(), compiled.fixed(), compiled.costs().affordable(budget), limit());
    return new WithinBudget(compiled.plan(most.best()), Points.ofUnits(most.bound()));
  }

  /**
   * Returns the plan of measures that somebody chose, besides those that are done; nothing where
   * one of them is unknown, dropped, done already or there twice, or they can't be carried out
   * together.
   */
  public Optional<Plan> findPlan(List<String> codes) {
    return compiled.chosen(codes).map(compiled::plan);
  }

  // The next best

  /**
   * Returns the best plans to a tier, the most preferred first: at most {@code count}, of which no
   * two hold the same measures. Where the search is stopped, those found so far, fewer.
   *
   * @throws IllegalArgumentException if the edition has no such tier, or {@code count} is below 1
   */
  public List<Plan> best(String tierCode, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count: found " + count + "; allowed: from 1");
    }
    Task task = compiled.reaching(compiled.tier(tierCode));
    return NextBest.of(task, compiled.fixed(), count, limit()).stream()
        .map(compiled::plan)
        .toList();
  }

  // Sensitivity

  /**
   * Returns how firmly the cheapest plan to a tier stands; nothing where there is none, or the
   * search was stopped.
   *
   * @throws IllegalArgumentException if the edition has no such tier
   */
  public Optional<Sensitivity> sensitivity(String tierCode) {
    Task task = compiled.reaching(compiled.tier(tierCode));
    try {
      Questioned questioned = new Questioned(task, limit());
      Optional<Choice> best = questioned.solve(task, compiled.fixed());
      return best.map(questioned::sensitivity);
    } catch (Limit.Struck e) {
      return Optional.empty();
    }
  }

  /** Asks the same task with small changes. */
  private final class Questioned {

    private final Task task;
    private final Limit limit;

    Questioned(Task task, Limit limit) {
      this.task = task;
      this.limit = limit;
    }

    Optional<Choice> solve(Task changed, Task.Fixed[] fixed) {
      Search.Outcome outcome = Search.of(changed, fixed, Search.ANY_COST, limit);
      if (!outcome.isProven()) {
        throw new Limit.Struck();
      }
      return outcome.best();
    }

    private BigDecimal saved(Choice best, Task changed) {
      return compiled
          .costs()
          .amount(
              best.cost() - solve(changed, compiled.fixed()).map(Choice::cost).orElse(best.cost()));
    }

    Sensitivity sensitivity(Choice best) {
      Plan plan = compiled.plan(best);
      return new Sensitivity(
          plan,
          plan.measures().stream().map(measure -> row(best, measure)).toList(),
          savedByPoint(best),
          saved(best, task.reaching(task.least() - UNITS_OF_A_POINT)),
          solve(task.reaching(task.least() + UNITS_OF_A_POINT), compiled.fixed())
              .map(other -> compiled.costs().amount(other.cost() - best.cost())));
    }

    private Sensitivity.Row row(Choice best, Measure measure) {
      int position = compiled.positionOf(measure);
      Optional<Choice> without = solve(task, compiled.fixedWithout(position));
      Optional<BigDecimal> rise =
          without.map(other -> compiled.costs().amount(other.cost() - best.cost()));
      Sensitivity.Weight weight =
          rise.map(
                  amount ->
                      amount.signum() > 0
                          ? Sensitivity.Weight.DECISIVE
                          : Sensitivity.Weight.REPLACEABLE)
              .orElse(Sensitivity.Weight.NEEDED);
      BigDecimal most = BigDecimal.ZERO;
      for (int i = 0; i < task.touched()[position].length; i++) {
        most = most.max(saved(best, withMore(position, i)));
      }
      return new Sensitivity.Row(measure, weight, rise, most);
    }

    private Task withMore(int measure, int position) {
      int question = task.touched()[measure][position];
      long[][] awards = task.awards().clone();
      awards[measure] = awards[measure].clone();
      awards[measure][position] =
          Math.min(maximum(question), awards[measure][position] + UNITS_OF_A_POINT);
      return task.awarding(awards);
    }

    private long maximum(int question) {
      return compiled.questions().get(question).question().maximum().units();
    }

    private Map<QuestionCode, BigDecimal> savedByPoint(Choice best) {
      Map<QuestionCode, BigDecimal> saved = new LinkedHashMap<>();
      List<ScoredQuestion> questions = compiled.questions();
      for (int q = 0; q < questions.size(); q++) {
        ScoredQuestion question = questions.get(q);
        if (question.headroom().signum() > 0) {
          long[] held = task.held().clone();
          held[q] = Math.min(maximum(q), held[q] + UNITS_OF_A_POINT);
          BigDecimal amount = saved(best, task.holding(held));
          if (amount.signum() > 0) {
            saved.put(question.question().code(), amount);
          }
        }
      }
      return saved;
    }
  }
}
