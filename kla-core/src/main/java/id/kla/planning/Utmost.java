package id.kla.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the measures that earn most, whatever they cost, exactly.
 *
 * <p>Nothing but exclusions keeps measures from being carried out all together. So all are, and of
 * two that exclude each other one is given up, with all that need it, until none are left; each way
 * is tried, unless it can't do better than the best so far. What is given up never costs fewer
 * points beside other things that are given up than alone, as awards overlap and caps cut: so the
 * cheaper of each two, taken over pairs that have nothing in common, add up to a bound.
 */
final class Utmost {

  private final Task task;

  /** By measure: itself and all that need it. */
  private final @Nullable BitSet[] givenUp;

  private final Deque<BitSet> open = new ArrayDeque<>();
  private @Nullable BitSet best;
  private long most = Long.MIN_VALUE;

  private Utmost(Task task) {
    this.task = task;
    this.givenUp = new BitSet[task.measures()];
  }

  /**
   * Returns the measures that earn most of those that reach everything that is required; nothing
   * where none do.
   *
   * @throws Limit.Struck if the search is stopped
   */
  static Optional<BitSet> of(Task task, Task.Fixed[] fixed, Limit limit) {
    Task.Fixed[] possible = fixed.clone();
    if (!Blocks.propagate(task, possible)) {
      return Optional.empty();
    }
    BitSet all = new BitSet();
    for (int m = 0; m < possible.length; m++) {
      all.set(m, possible[m] != Task.Fixed.OUT);
    }
    Utmost utmost = new Utmost(task);
    utmost.open.push(all);
    while (!utmost.open.isEmpty()) {
      limit.check();
      utmost.visit(utmost.open.pop());
    }
    return Optional.ofNullable(utmost.best);
  }

  /** Two measures that exclude each other, and what giving up each loses. */
  private record Pair(int one, int other, long lossOfOne, long lossOfOther) {
    long loss() {
      return Math.min(lossOfOne, lossOfOther);
    }
  }

  private void visit(BitSet measures) {
    long points = task.points(measures);
    if (points <= most || !task.isReached(measures)) {
      return;
    }
    List<Pair> pairs = pairs(measures, points);
    if (pairs.isEmpty()) {
      best = measures;
      most = points;
      return;
    }
    pairs.sort(Comparator.comparingLong(Pair::loss).reversed());
    if (points - loss(pairs) <= Math.max(most, task.least() - 1)) {
      return;
    }
    Pair first = pairs.get(0);
    int lighter = first.lossOfOne <= first.lossOfOther ? first.one : first.other;
    BitSet kept = (BitSet) measures.clone();
    for (int other : task.excludes()[lighter]) {
      if (measures.get(other)) {
        kept.andNot(givenUp(other));
      }
    }
    // The second is for solutions that hold the lighter one.
    open.push(kept);
    open.push(without(measures, lighter));
  }

  private List<Pair> pairs(BitSet measures, long points) {
    long[] losses = new long[task.measures()];
    Arrays.fill(losses, -1);
    List<Pair> pairs = new ArrayList<>();
    for (int m = measures.nextSetBit(0); m >= 0; m = measures.nextSetBit(m + 1)) {
      for (int other : task.excludes()[m]) {
        if (m < other && measures.get(other)) {
          for (int each : new int[] {m, other}) {
            if (losses[each] < 0) {
              losses[each] = points - task.points(without(measures, each));
            }
          }
          pairs.add(new Pair(m, other, losses[m], losses[other]));
        }
      }
    }
    return pairs;
  }

  /** Returns what at least is lost: by pairs, the heaviest first, that have nothing in common. */
  private long loss(List<Pair> pairs) {
    BitSet seen = new BitSet();
    long loss = 0;
    for (Pair pair : pairs) {
      BitSet one = givenUp(pair.one);
      BitSet other = givenUp(pair.other);
      if (!seen.intersects(one) && !seen.intersects(other)) {
        seen.or(one);
        seen.or(other);
        loss += pair.loss();
      }
    }
    return loss;
  }

  private BitSet without(BitSet measures, int measure) {
    BitSet without = (BitSet) measures.clone();
    without.andNot(givenUp(measure));
    return without;
  }

  /** Returns a measure and all that need it. */
  private BitSet givenUp(int measure) {
    BitSet known = givenUp[measure];
    if (known == null) {
      BitSet all = new BitSet();
      all.set(0, task.measures());
      known = (BitSet) all.clone();
      known.andNot(Greedy.without(task, measure, all));
      givenUp[measure] = known;
    }
    return known;
  }
}
