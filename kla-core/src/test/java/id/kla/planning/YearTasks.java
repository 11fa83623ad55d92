package id.kla.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Seeded tasks over years in which the hard cases are frequent: those of {@link Tasks}, and years
 * with and without budgets and targets, targets that are just met or just missed, measures that are
 * done, dropped, or may run in some years or none.
 */
final class YearTasks {

  private final SplittableRandom random;

  private YearTasks(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A task of at most {@code most} measures and {@code mostYears} years. */
  static YearTask small(long seed, int most, int mostYears) {
    return new YearTasks(seed).over(Tasks.small(seed, most), mostYears);
  }

  private YearTask over(Task required, int mostYears) {
    int count = 1 + random.nextInt(mostYears);
    Task task = required.withoutRequirements(0);
    Task.Fixed[] fixed = Tasks.free(task);
    for (int m = 0; m < fixed.length; m++) {
      int state = random.nextInt(12);
      fixed[m] = state == 0 ? Task.Fixed.IN : state == 1 ? Task.Fixed.OUT : fixed[m];
    }
    task = consistent(task, fixed);
    int[] allowed = new int[task.measures()];
    for (int m = 0; m < allowed.length; m++) {
      allowed[m] = random.nextInt(3) == 0 ? (1 << count) - 1 : random.nextInt(1 << count);
    }
    long[] budget = new long[count];
    boolean anyBudget = random.nextInt(3) > 0;
    long all = Arrays.stream(task.cost()).sum();
    for (int y = 0; y < count; y++) {
      budget[y] =
          anyBudget && random.nextInt(4) > 0 ? random.nextLong(all / count + 2) : Search.ANY_COST;
    }
    @Nullable Task[] asked = new Task[count];
    BitSet done = new BitSet();
    BitSet possible = new BitSet();
    for (int m = 0; m < fixed.length; m++) {
      done.set(m, fixed[m] == Task.Fixed.IN);
      possible.set(m, fixed[m] != Task.Fixed.OUT);
    }
    long base = task.points(done);
    long top = task.points(possible);
    for (int y = 0; y < count; y++) {
      if (random.nextInt(4) > 0) {
        Task with = random.nextInt(3) == 0 ? consistent(required, fixed) : task;
        asked[y] = with.reaching(base + random.nextLong((top - base) * (y + 2) / (count + 1) + 2));
      }
    }
    return new YearTask(task, fixed, allowed, budget, asked);
  }

  /**
   * The measures of {@link Tasks#large} over years, most of which may run in two or three; targets
   * rise from year to year, and budgets, where there are any, pay for a little more than is needed.
   */
  static YearTask large(long seed, int measures, int count, boolean hasBudgets) {
    return new YearTasks(seed).over(Tasks.large(seed, measures), count, hasBudgets);
  }

  private YearTask over(Task required, int count, boolean hasBudgets) {
    Task task = required.withoutRequirements(0);
    int[] allowed = new int[task.measures()];
    for (int m = 0; m < allowed.length; m++) {
      int from = random.nextInt(count);
      int to = Math.min(count, from + 1 + random.nextInt(3));
      allowed[m] = random.nextInt(4) == 0 ? (1 << count) - 1 : (1 << to) - (1 << from);
    }
    Task.Fixed[] fixed = Tasks.free(task);
    YearChoices choices =
        new YearChoices(new YearTask(task, fixed, allowed, unlimited(count), new Task[count]));
    int[] first = java.util.Objects.requireNonNull(choices.first());
    long base = task.points(new BitSet());
    @Nullable Task[] asked = new Task[count];
    for (int y = 0; y < count; y++) {
      long top = task.points(choices.possible(first, y));
      asked[y] = task.reaching(base + (top - base) * (4 + random.nextInt(4)) / 10);
    }
    YearTask without = new YearTask(task, fixed, allowed, unlimited(count), asked);
    if (!hasBudgets) {
      return without;
    }
    long cost = Schedule.of(without, YearGreedy.of(without, choices, first)).cost();
    long[] budget = new long[count];
    Arrays.fill(budget, cost * 12 / 10 / count);
    return new YearTask(task, fixed, allowed, budget, asked);
  }

  private static long[] unlimited(int count) {
    long[] budget = new long[count];
    Arrays.fill(budget, Search.ANY_COST);
    return budget;
  }

  /** What is done costs and needs nothing, and excludes nothing else that is done. */
  private static Task consistent(Task task, Task.Fixed[] fixed) {
    long[] cost = task.cost().clone();
    int[][] needs = task.needs().clone();
    int[][] excludes = task.excludes().clone();
    for (int m = 0; m < fixed.length; m++) {
      if (fixed[m] == Task.Fixed.IN) {
        cost[m] = 0;
        needs[m] = new int[0];
        excludes[m] = Arrays.stream(excludes[m]).filter(o -> fixed[o] != Task.Fixed.IN).toArray();
      }
    }
    return new Task(
        cost,
        task.touched(),
        task.awards(),
        needs,
        excludes,
        task.held(),
        task.leastOfQuestion(),
        task.indicator(),
        task.cap(),
        task.leastOfIndicator(),
        task.cluster(),
        task.leastOfCluster(),
        task.least());
  }

  /** Every schedule that is allowed, in no order. */
  static List<Schedule> all(YearTask years) {
    List<Schedule> all = new ArrayList<>();
    choose(years, 0, years.nothing(), all);
    return all;
  }

  private static void choose(YearTask years, int measure, int[] yearOf, List<Schedule> all) {
    if (measure == years.measures()) {
      if (years.isAllowed(yearOf)) {
        all.add(Schedule.of(years, yearOf));
      }
      return;
    }
    choose(years, measure + 1, yearOf, all);
    if (years.isOpen(measure)) {
      for (int y = 0; y < years.years(); y++) {
        if ((years.allowed()[measure] >>> y & 1) != 0) {
          yearOf[measure] = y;
          choose(years, measure + 1, yearOf, all);
        }
      }
      yearOf[measure] = years.never();
    }
  }

  static Schedule best(YearTask years) {
    return all(years).stream().min(Schedule::compareTo).orElseThrow();
  }
}
