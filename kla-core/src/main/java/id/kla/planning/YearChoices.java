package id.kla.planning;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What is still open to each measure of a task over years: for every year a bit, and one more for
 * not being carried out.
 */
final class YearChoices {

  private final YearTask years;
  private final Task task;
  private final int never;

  YearChoices(YearTask years) {
    this.years = years;
    this.task = years.task();
    this.never = 1 << years.never();
  }

  /** Returns all that is open at first, or nothing where that contradicts itself. */
  int @Nullable [] first() {
    int[] open = new int[years.measures()];
    for (int m = 0; m < open.length; m++) {
      open[m] = years.isOpen(m) ? years.allowed()[m] | never : never;
    }
    for (int m = 0; m < open.length; m++) {
      if (years.fixed()[m] == Task.Fixed.IN) {
        for (int other : task.excludes()[m]) {
          open[other] = never;
        }
      }
    }
    if (!narrow(open)) {
      return null;
    }
    leaveLate(open);
    return narrow(open) ? open : null;
  }

  /**
   * Leaves out each year after one whose budget is no limit, where prerequisites don't stand in the
   * way: being carried out earlier costs no more, never earns less and is preferred.
   */
  private void leaveLate(int[] open) {
    boolean[] isFree = new boolean[years.years()];
    for (int y = 0; y < isFree.length; y++) {
      long most = 0;
      for (int m = 0; m < open.length; m++) {
        most += (open[m] >>> y & 1) != 0 ? task.cost()[m] : 0;
      }
      isFree[y] = most <= years.budget()[y];
    }
    int[] latest = new int[open.length];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int m = 0; m < open.length; m++) {
        int before = 0;
        for (int need : task.needs()[m]) {
          before = Math.max(before, latest[need]);
        }
        int last = 0;
        for (int y = 0; y < years.years(); y++) {
          if ((open[m] >>> y & 1) != 0) {
            last = y;
            if (y >= before && (isFree[y] || task.cost()[m] == 0)) {
              break;
            }
          }
        }
        if (latest[m] < last) {
          latest[m] = last;
          changed = true;
        }
      }
    }
    for (int m = 0; m < open.length; m++) {
      open[m] &= never | ((1 << (latest[m] + 1)) - 1);
    }
  }

  boolean isIn(int choices) {
    return (choices & never) == 0;
  }

  boolean isOut(int choices) {
    return choices == never;
  }

  static boolean isDecided(int choices) {
    return (choices & (choices - 1)) == 0;
  }

  static int earliest(int choices) {
    return Integer.numberOfTrailingZeros(choices);
  }

  /** The last year in which a measure that is in can be carried out. */
  private static int last(int choices) {
    return 31 - Integer.numberOfLeadingZeros(choices);
  }

  /** Takes away what contradicts rules and budgets; says whether something is left to each. */
  boolean narrow(int[] open) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int m = 0; m < open.length; m++) {
        int before = open[m];
        if (!years.isOpen(m)) {
          if (before != never) {
            return false;
          }
          continue;
        }
        for (int need : task.needs()[m]) {
          if (years.fixed()[need] != Task.Fixed.IN) {
            int early = (1 << earliest(open[need])) - 1;
            open[m] &= isOut(open[need]) ? never : ~early;
            if (open[m] != 0 && isIn(open[m])) {
              int narrowed = open[need] & ((2 << last(open[m])) - 1) & ~never;
              changed |= narrowed != open[need];
              open[need] = narrowed;
              if (narrowed == 0) {
                return false;
              }
            }
          }
        }
        if (open[m] == 0) {
          return false;
        }
        if (isIn(open[m])) {
          for (int other : task.excludes()[m]) {
            if (isIn(open[other])) {
              return false;
            }
            changed |= !isOut(open[other]);
            open[other] = never;
          }
        }
        changed |= open[m] != before;
      }
      if (!changed) {
        changed = pay(open);
        for (int choices : open) {
          if (choices == 0) {
            return false;
          }
        }
      }
    }
    return isPaid(open);
  }

  private boolean isPaid(int[] open) {
    for (long left : left(open)) {
      if (left < 0) {
        return false;
      }
    }
    return true;
  }

  private long[] left(int[] open) {
    long[] left = years.budget().clone();
    for (int m = 0; m < open.length; m++) {
      if (years.isOpen(m) && isDecided(open[m]) && !isOut(open[m])) {
        left[earliest(open[m])] -= task.cost()[m];
      }
    }
    return left;
  }

  private boolean pay(int[] open) {
    long[] left = left(open);
    boolean changed = false;
    for (int m = 0; m < open.length; m++) {
      if (isDecided(open[m])) {
        continue;
      }
      for (int y = 0; y < left.length; y++) {
        if ((open[m] >>> y & 1) != 0 && task.cost()[m] > left[y]) {
          open[m] &= ~(1 << y);
          changed = true;
        }
      }
    }
    return changed;
  }

  /** What could be carried out by the end of a year, or is done. */
  BitSet possible(int[] open, int year) {
    BitSet possible = new BitSet();
    for (int m = 0; m < open.length; m++) {
      possible.set(m, years.fixed()[m] == Task.Fixed.IN || earliest(open[m]) <= year);
    }
    return possible;
  }

  /** The years of the measures where all are decided. */
  int[] decided(int[] open) {
    int[] yearOf = years.nothing();
    for (int m = 0; m < open.length; m++) {
      if (years.isOpen(m)) {
        yearOf[m] = earliest(open[m]);
      }
    }
    return yearOf;
  }
}
