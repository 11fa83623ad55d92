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
      fixed[m] =
          state == 0 ? Task.Fixed.IN : state == 1 ? Task.Fixed.OUT : fixed[m];
    }
    task = consistent(task, fixed);
    int[] allowed = new int[task.measures()];
    for (int m = 0; m < allowed.length; m++) {
      allowed[m] =
          random.nextInt(3) == 0 ? (1 << count) - 1 : random.nextInt(1 << count);
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

  /** What is done costs and needs nothing, and excludes nothing else that is done. */
  private static Task consistent(Task task, Task.Fixed[] fixed) {
    long[] cost = task.cost().clone();
    int[][] needs = task.needs().clone();
    int[][] excludes = task.excludes().clone();
    for (int m = 0; m < fixed.length; m++) {
      if (fixed[m] == Task.Fixed.IN) {
        cost[m] = 0;
        needs[m] = new int[0];
        excludes[m] =
            Arrays.stream(excludes[m]).filter(o -> fixed[o] != Task.Fixed.IN).toArray();
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
