package id.kla.planning;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds a solution quickly, which need not be a good one: most points for each unit of cost. */
final class Greedy {

  private final Task task;
  private final Task.Fixed[] fixed;
  private final BitSet chosen = new BitSet();
  private long[] held;
  private long[] sums;

  private Greedy(Task task, Task.Fixed[] fixed) {
    this.task = task;
    this.fixed = fixed;
    for (int m = 0; m < fixed.length; m++) {
      if (fixed[m] == Task.Fixed.IN) {
        chosen.set(m);
      }
    }
    this.held = task.holdings(chosen);
    this.sums = new long[task.cap().length];
    for (int q = 0; q < held.length; q++) {
      sums[task.indicator()[q]] += held[q];
    }
  }

  /** Returns a solution, or nothing where this way leads to none. */
  static @Nullable BitSet of(Task task, Task.Fixed[] fixed) {
    Greedy greedy = new Greedy(task, fixed);
    while (!task.isReached(greedy.chosen)) {
      if (!greedy.addBest()) {
        return null;
      }
    }
    return thinned(task, fixed, greedy.chosen);
  }

  /** Returns what is left when measures that are not needed are taken away, the dearest first. */
  static BitSet thinned(Task task, Task.Fixed[] fixed, BitSet measures) {
    BitSet left = (BitSet) measures.clone();
    measures.stream()
        .filter(m -> fixed[m] != Task.Fixed.IN)
        .boxed()
        .sorted((a, b) -> Long.compare(task.cost()[b], task.cost()[a]))
        .forEach(
            m -> {
              BitSet without = without(task, m, left);
              boolean keepsFixed = true;
              for (int f = 0; f < fixed.length; f++) {
                keepsFixed &= fixed[f] != Task.Fixed.IN || without.get(f);
              }
              if (keepsFixed && task.isReached(without)) {
                left.and(without);
              }
            });
    return left;
  }

  /** Returns the measures without one and all that need it. */
  static BitSet without(Task task, int measure, BitSet measures) {
    BitSet without = (BitSet) measures.clone();
    drop(task, measure, without);
    return without;
  }

  private static void drop(Task task, int measure, BitSet from) {
    from.clear(measure);
    for (int m = from.nextSetBit(0); m >= 0; m = from.nextSetBit(m + 1)) {
      for (int need : task.needs()[m]) {
        if (need == measure) {
          drop(task, m, from);
        }
      }
    }
  }

  private boolean addBest() {
    BitSet best = null;
    double most = 0;
    for (int m = 0; m < task.measures(); m++) {
      if (fixed[m] == Task.Fixed.OUT || chosen.get(m)) {
        continue;
      }
      BitSet added = new BitSet();
      if (!close(m, added)) {
        continue;
      }
      long gain = gain(added);
      double rate = (double) gain / ((double) task.costOf(added) + 1e-9);
      if (gain > 0 && rate > most) {
        most = rate;
        best = added;
      }
    }
    if (best == null) {
      return false;
    }
    chosen.or(best);
    held = task.holdings(chosen);
    sums = new long[task.cap().length];
    for (int q = 0; q < held.length; q++) {
      sums[task.indicator()[q]] += held[q];
    }
    return true;
  }

  /** Adds a measure with all that it needs; says whether that is possible. */
  private boolean close(int measure, BitSet added) {
    if (chosen.get(measure) || added.get(measure)) {
      return true;
    }
    if (fixed[measure] == Task.Fixed.OUT) {
      return false;
    }
    for (int other : task.excludes()[measure]) {
      if (chosen.get(other) || added.get(other)) {
        return false;
      }
    }
    added.set(measure);
    for (int need : task.needs()[measure]) {
      if (!close(need, added)) {
        return false;
      }
    }
    return true;
  }

  private long gain(BitSet added) {
    long gain = 0;
    if (added.cardinality() == 1) {
      int m = added.nextSetBit(0);
      int[] touched = task.touched()[m];
      for (int i = 0; i < touched.length; i++) {
        long more = Math.max(0, task.awards()[m][i] - held[touched[i]]);
        int indicator = task.indicator()[touched[i]];
        long room = Math.max(0, task.cap()[indicator] - sums[indicator]);
        gain += Math.min(more, room);
      }
      return gain;
    }
    BitSet all = (BitSet) chosen.clone();
    all.or(added);
    return task.points(all) - task.points(chosen);
  }
}
