package id.kla.planning;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Measures over years as whole numbers: what is searched.
 *
 * <p>Years are counted from 0. A measure that is done has the year -1, one that is not carried out
 * the year {@link #never()}.
 *
 * @param task the measures, with nothing required; what is done costs nothing and is not held yet
 * @param fixed which measures are done, dropped or open
 * @param allowed by measure the years in which it can be carried out, as bits
 * @param budget by year, in the task's unit of cost; {@link Search#ANY_COST} for no limit
 * @param asked by year the task with what is required at its end; null where nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
record YearTask(
    Task task, Task.Fixed[] fixed, int[] allowed, long[] budget, @Nullable Task[] asked) {

  int years() {
    return budget.length;
  }

  /** The year of a measure that is not carried out. */
  int never() {
    return budget.length;
  }

  int measures() {
    return task.measures();
  }

  boolean isOpen(int measure) {
    return fixed[measure] == Task.Fixed.FREE;
  }

  /** What is carried out by the end of a year. */
  BitSet until(int year, int[] yearOf) {
    BitSet chosen = new BitSet();
    for (int m = 0; m < yearOf.length; m++) {
      chosen.set(m, yearOf[m] <= year && yearOf[m] < never());
    }
    return chosen;
  }

  /** The years of a plan that carries out nothing more. */
  int[] nothing() {
    int[] yearOf = new int[measures()];
    for (int m = 0; m < yearOf.length; m++) {
      yearOf[m] = fixed[m] == Task.Fixed.IN ? -1 : never();
    }
    return yearOf;
  }

  /** What each year costs. */
  long[] spent(int[] yearOf) {
    long[] spent = new long[years()];
    for (int m = 0; m < yearOf.length; m++) {
      if (yearOf[m] >= 0 && yearOf[m] < never()) {
        spent[yearOf[m]] = Math.addExact(spent[yearOf[m]], task.cost()[m]);
      }
    }
    return spent;
  }

  /** Whether measures can be carried out in those years. */
  boolean isAllowed(int[] yearOf) {
    for (int m = 0; m < yearOf.length; m++) {
      int year = yearOf[m];
      if (!isOpen(m)) {
        if (year != (fixed[m] == Task.Fixed.IN ? -1 : never())) {
          return false;
        }
        if (fixed[m] == Task.Fixed.OUT) {
          continue;
        }
      } else if (year == never()) {
        continue;
      } else if (year < 0 || (allowed[m] >>> year & 1) == 0) {
        return false;
      }
      for (int need : task.needs()[m]) {
        if (yearOf[need] > year) {
          return false;
        }
      }
      for (int other : task.excludes()[m]) {
        if (yearOf[other] < never()) {
          return false;
        }
      }
    }
    long[] spent = spent(yearOf);
    for (int y = 0; y < spent.length; y++) {
      if (spent[y] > budget[y]) {
        return false;
      }
    }
    return true;
  }
}
