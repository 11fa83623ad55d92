package id.kla.planning;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best set of measures of a task, exactly, and proves it.
 *
 * <p>A node fixes some measures. It is split into blocks, prices give a bound on what they cost
 * together, and a sweep under a limit a little above that bound finds the best solution or proves
 * that there is none under the limit, which then grows. Where a sweep would keep too many states,
 * or a block had to be loosened, one more measure is fixed, in and out.
 */
final class Search {

  /** No cost is this high. */
  static final long ANY_COST = 1L << 60;

  /** Scaled costs add up to less than this, so that nothing overflows. */
  private static final long ROOM = 1L << 54;

  private static final int MOST_STATES = 1_500_000;

  private final Task task;
  private final Limit limit;
  private final int mostStates;
  private final long scale;
  private final long mostPrice;
  private long mostCost;
  private @Nullable Choice best;

  /** What any solution of the node that is visited costs at least. */
  private long struckAt;

  private final Deque<Node> open = new ArrayDeque<>();

  private Search(Task task, long mostCost, Limit limit, int mostStates) {
    this.task = task;
    this.limit = limit;
    this.mostStates = mostStates;
    this.mostCost = mostCost;
    long costs = 1;
    for (long cost : task.cost()) {
      costs = Math.addExact(costs, cost);
    }
    this.scale = Math.max(1, Math.min(1L << 40, ROOM / costs));
    long points = 1;
    for (long cap : task.cap()) {
      points += cap;
    }
    this.mostPrice = ROOM / points;
  }

  /** Measures fixed, and what any solution with them costs at least. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  private record Node(Task.Fixed[] fixed, long bound) {}

  /**
   * What a search found.
   *
   * @param best the best solution known, if there is any under the limit of cost
   * @param bound no solution costs less
   * @param isProven whether the best solution is the best there is, or it is sure that there is
   *     none
   */
  record Outcome(Optional<Choice> best, long bound, boolean isProven) {}

  /** Finds the best solution that costs at most {@code mostCost}. */
  static Outcome of(Task task, Task.Fixed[] fixed, long mostCost, Limit limit) {
    return of(task, fixed, mostCost, limit, MOST_STATES);
  }

  static Outcome of(Task task, Task.Fixed[] fixed, long mostCost, Limit limit, int mostStates) {
    return new Search(task, mostCost, limit, mostStates).run(fixed.clone());
  }

  private Outcome run(Task.Fixed[] fixed) {
    if (!Blocks.propagate(task, fixed)) {
      return new Outcome(Optional.empty(), ANY_COST, true);
    }
    try {
      if (!start(fixed)) {
        return new Outcome(Optional.empty(), ANY_COST, true);
      }
      open.push(new Node(fixed, 0));
      while (!open.isEmpty()) {
        Node node = open.pop();
        if (node.bound <= mostCost) {
          new Visit(node).run();
        }
      }
    } catch (Limit.Struck e) {
      return new Outcome(Optional.ofNullable(best), boundOfOpen(), false);
    }
    return new Outcome(Optional.ofNullable(best), best == null ? ANY_COST : best.cost(), true);
  }

  private long boundOfOpen() {
    long bound = struckAt;
    for (Node node : open) {
      bound = Math.min(bound, node.bound);
    }
    return Math.min(bound, best == null ? ANY_COST : best.cost());
  }

  /** Takes a first solution where one is easily found; says whether there can be any. */
  private boolean start(Task.Fixed[] fixed) {
    BitSet all = new BitSet();
    for (int m = 0; m < fixed.length; m++) {
      if (fixed[m] != Task.Fixed.OUT) {
        all.set(m);
      }
    }
    if (!task.isReached(all)) {
      return false;
    }
    if (mostCost < ANY_COST) {
      // What is sought is known to be near: a first solution would seldom be of use.
      return true;
    }
    BitSet first = Greedy.of(task, fixed);
    if (first == null) {
      Optional<BitSet> most = Utmost.of(task, fixed, limit);
      if (most.isEmpty()) {
        return false;
      }
      first = Greedy.thinned(task, fixed, most.get());
    }
    offer(first);
    return true;
  }

  private void offer(BitSet measures) {
    Choice choice = Choice.of(task, measures);
    if (choice.cost() <= mostCost && (best == null || choice.compareTo(best) < 0)) {
      best = choice;
      mostCost = choice.cost();
    }
  }

  /** One node. */
  private final class Visit {

    private final Task.Fixed[] fixed;
    private long bound;

    Visit(Node node) {
      this.fixed = node.fixed;
      this.bound = node.bound;
    }

    void run() {
      struckAt = bound;
      limit.check();
      Blocks split = Blocks.of(task, fixed);
      if (split == null || split.fixedCost() > mostCost) {
        return;
      }
      BitSet in = new BitSet();
      for (int m = 0; m < fixed.length; m++) {
        if (fixed[m] == Task.Fixed.IN) {
          in.set(m);
        }
      }
      if (split.blocks().isEmpty()) {
        if (task.isReached(in)) {
          offer(in);
        }
        return;
      }
      if (!coversClusters(split)) {
        return;
      }
      long needed = task.least() - split.base();
      long room = Math.min(mostCost, costOfFree(split) + split.fixedCost()) - split.fixedCost();
      Prices prices = Prices.of(task, split.blocks(), needed, (double) room);
      Sweep sweep =
          new Sweep(
              task,
              split,
              needed,
              prices.shares(scale),
              scale,
              prices.ofPoints(scale, mostPrice),
              limit,
              mostStates);
      if (sweep.isImpossible()) {
        return;
      }
      try {
        climb(split, sweep, in, room);
      } catch (Sweep.TooManyStates e) {
        branch(split);
      }
    }

    /** Lets the limit grow until a solution is found or there can be none. */
    private void climb(Blocks split, Sweep sweep, BitSet in, long room) throws Sweep.TooManyStates {
      long least = sweep.bound();
      long top = room * scale;
      long step = Math.max(1, (top - least) / 32);
      for (long most = least + step; ; step *= 4, most = least + step) {
        most = Math.min(most, top);
        bound = Math.max(bound, split.fixedCost() + Math.max(0, ceiling(least)));
        struckAt = bound;
        limit.tell(Optional.ofNullable(best), boundOfOpen());
        Sweep.Found found = most < least ? null : sweep.run(most);
        if (found != null) {
          BitSet all = (BitSet) in.clone();
          all.or(found.measures());
          boolean isReal = task.isConsistent(all) && task.isReached(all);
          if (isReal) {
            offer(all);
          }
          if (!isReal || task.points(all) != split.base() + found.gain()) {
            branch(split);
          }
          return;
        }
        if (most >= top) {
          return;
        }
        bound = Math.max(bound, split.fixedCost() + Math.floorDiv(most, scale) + 1);
        struckAt = bound;
      }
    }

    private long ceiling(long scaled) {
      return -Math.floorDiv(-scaled, scale);
    }

    private long costOfFree(Blocks split) {
      long sum = 0;
      BitSet free = split.free();
      for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
        sum += task.cost()[m];
      }
      return sum;
    }

    private boolean coversClusters(Blocks split) {
      long[] held = split.heldByCluster();
      BitSet touched = new BitSet();
      for (Block block : split.blocks()) {
        touched.set(task.cluster()[block.indicator()]);
      }
      for (int k = 0; k < held.length; k++) {
        if (held[k] < task.leastOfCluster()[k] && !touched.get(k)) {
          return false;
        }
      }
      return true;
    }

    private void branch(Blocks split) {
      int measure = next(split);
      for (Task.Fixed how : new Task.Fixed[] {Task.Fixed.OUT, Task.Fixed.IN}) {
        Task.Fixed[] further = fixed.clone();
        further[measure] = how;
        open.push(new Node(further, bound));
      }
    }

    private int next(Blocks split) {
      int[] copies = new int[task.measures()];
      for (Block block : split.blocks()) {
        for (int link : block.links()) {
          copies[link]++;
        }
      }
      BitSet among = split.loosened().isEmpty() ? split.free() : split.loosened();
      int next = among.nextSetBit(0);
      for (int m = next; m >= 0; m = among.nextSetBit(m + 1)) {
        if (copies[m] > copies[next]
            || (copies[m] == copies[next] && task.cost()[m] > task.cost()[next])) {
          next = m;
        }
      }
      return next;
    }
  }
}
