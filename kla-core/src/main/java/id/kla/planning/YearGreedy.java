package id.kla.planning;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a schedule quickly, which need not be a good one: year by year the measures with most
 * points for each unit of cost until the year's target is met, each as early as budgets let it.
 */
final class YearGreedy {

  private final YearTask years;
  private final Task task;
  private final YearChoices choices;
  private final int[] first;
  private final int[] yearOf;
  private final long[] left;

  private YearGreedy(YearTask years, YearChoices choices, int[] first) {
    this.years = years;
    this.task = years.task();
    this.choices = choices;
    this.first = first;
    this.yearOf = years.nothing();
    this.left = years.budget().clone();
  }

  static int[] of(YearTask years, YearChoices choices, int[] first) {
    YearGreedy greedy = new YearGreedy(years, choices, first);
    for (int y = 0; y < years.years(); y++) {
      Task asked = years.asked()[y];
      while (asked != null && !asked.isReached(years.until(y, greedy.yearOf))) {
        if (!greedy.addBest(y)) {
          break;
        }
      }
    }
    return greedy.yearOf;
  }

  /** Returns a schedule without what is not needed to be taken, the dearest first. */
  static int[] thinned(YearTask years, Wanted wanted, int[] yearOf) {
    int[] thinned = yearOf.clone();
    IntStream.range(0, yearOf.length)
        .boxed()
        .sorted((a, b) -> Long.compare(years.task().cost()[b], years.task().cost()[a]))
        .forEach(
            m -> {
              if (years.isOpen(m) && thinned[m] < years.never()) {
                int[] without = thinned.clone();
                drop(years, m, without);
                if (wanted.accepts(without)) {
                  System.arraycopy(without, 0, thinned, 0, without.length);
                }
              }
            });
    return thinned;
  }

  private static void drop(YearTask years, int measure, int[] from) {
    from[measure] = years.never();
    for (int m = 0; m < from.length; m++) {
      if (years.isOpen(m) && from[m] < years.never()) {
        for (int need : years.task().needs()[m]) {
          if (need == measure) {
            drop(years, m, from);
          }
        }
      }
    }
  }

  private boolean addBest(int year) {
    BitSet now = years.until(year, yearOf);
    long points = task.points(now);
    int @Nullable [] best = null;
    double most = 0;
    for (int m = 0; m < yearOf.length; m++) {
      if (!years.isOpen(m) || yearOf[m] < years.never()) {
        continue;
      }
      int[] with = yearOf.clone();
      long[] leftNow = left.clone();
      if (!add(m, year, with, leftNow)) {
        continue;
      }
      BitSet then = years.until(year, with);
      long gain = task.points(then) - points;
      double rate = (double) gain / ((double) (task.costOf(then) - task.costOf(now)) + 1e-9);
      if (gain > 0 && rate > most) {
        most = rate;
        best = with;
      }
    }
    if (best == null) {
      return false;
    }
    System.arraycopy(best, 0, yearOf, 0, best.length);
    System.arraycopy(years.budget(), 0, left, 0, left.length);
    long[] spent = years.spent(yearOf);
    for (int y = 0; y < left.length; y++) {
      left[y] -= spent[y];
    }
    return true;
  }

  /** Adds a measure with all that it needs, as early as can be; says whether that is possible. */
  private boolean add(int measure, int last, int[] with, long[] leftNow) {
    if (with[measure] < years.never()) {
      return with[measure] <= last;
    }
    if (choices.isOut(first[measure])) {
      return false;
    }
    for (int other : task.excludes()[measure]) {
      if (with[other] < years.never()) {
        return false;
      }
    }
    int early = 0;
    for (int need : task.needs()[measure]) {
      if (!add(need, last, with, leftNow)) {
        return false;
      }
      early = Math.max(early, with[need]);
    }
    for (int y = early; y <= last; y++) {
      if ((first[measure] >>> y & 1) != 0 && task.cost()[measure] <= leftNow[y]) {
        leftNow[y] -= task.cost()[measure];
        with[measure] = y;
        return true;
      }
    }
    return false;
  }
}
