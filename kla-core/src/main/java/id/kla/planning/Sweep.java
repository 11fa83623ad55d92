package id.kla.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the blocks once and keeps, for each state of the measures that blocks further on
 * still share, the choices that none beats.
 *
 * <p>A choice is dropped as soon as it must end above a limit: its cost so far and the least that
 * the points still missing can cost in the blocks further on, if these chose for themselves and
 * could mix their choices. Costs are scaled, whole, and hold each block's share in its links.
 */
final class Sweep {

  /** Far above every cost, and far from overflowing when two are added. */
  private static final long NEVER = 1L << 61;

  private final Task task;
  private final List<Block> blocks;
  private final long[] heldByCluster;
  private final long scale;
  private final long needed;
  private final long price;
  private final long bound;
  private final Limit limit;
  private final int mostStates;

  /** By block and pattern: what the links cost here. */
  private final long[][] shares;

  /** By block and pattern: the least that it costs above the block's best, at the price. */
  private final long[][] excess;

  private final long[] best;
  private final int[] order;
  private final int[][] slots;
  private final boolean[][] opens;
  private final boolean[][] closes;
  private int width;

  // Of one run
  private int[] parents = new int[1024];
  private int[] chosen = new int[1024];
  private int states;

  Sweep(
      Task task,
      Blocks split,
      long needed,
      long[][] linkShares,
      long scale,
      long price,
      Limit limit,
      int mostStates) {
    this.task = task;
    this.blocks = split.blocks();
    this.heldByCluster = split.heldByCluster();
    this.scale = scale;
    this.needed = needed;
    this.price = price;
    this.limit = limit;
    this.mostStates = mostStates;
    int count = blocks.size();
    this.shares = new long[count][];
    this.excess = new long[count][];
    this.best = new long[count];
    long sum = price * Math.max(0, needed);
    for (int b = 0; b < count; b++) {
      Block block = blocks.get(b);
      shares[b] = new long[block.patterns()];
      excess[b] = new long[block.patterns()];
      best[b] = NEVER;
      for (int s = 0; s < block.patterns(); s++) {
        for (int left = s; left != 0; left &= left - 1) {
          shares[b][s] += linkShares[b][Integer.numberOfTrailingZeros(left)];
        }
        Front front = block.fronts().get(s);
        excess[b][s] = NEVER;
        if (front != null) {
          for (int e = 0; e < front.size; e++) {
            excess[b][s] = Math.min(excess[b][s], reduced(b, s, front, e));
          }
          best[b] = Math.min(best[b], excess[b][s]);
        }
      }
      for (int s = 0; s < block.patterns(); s++) {
        if (excess[b][s] < NEVER) {
          excess[b][s] -= best[b];
        }
      }
      sum = best[b] == NEVER ? NEVER : Math.min(NEVER, sum + best[b]);
      if (sum == NEVER) {
        break;
      }
    }
    this.bound = sum;
    this.order = order();
    this.slots = new int[count][];
    this.opens = new boolean[count][];
    this.closes = new boolean[count][];
    assignSlots();
  }

  private long reduced(int b, int s, Front front, int e) {
    return shares[b][s] + front.cost[e] * scale - price * front.points[e];
  }

  /** Returns the least that any solution can cost; {@link #NEVER} where there is none. */
  long bound() {
    return bound;
  }

  boolean isImpossible() {
    return bound >= NEVER;
  }

  // Order and slots

  private long requiredOf(int block) {
    return task.leastOfCluster()[task.cluster()[blocks.get(block).indicator()]];
  }

  /** Puts blocks that share measures close together; those of a cluster with a requirement, too. */
  private int[] order() {
    int count = blocks.size();
    int[] copiesLeft = new int[task.measures()];
    int[] copies = new int[task.measures()];
    for (Block block : blocks) {
      for (int link : block.links()) {
        copies[link]++;
      }
    }
    System.arraycopy(copies, 0, copiesLeft, 0, copies.length);
    boolean[] isDone = new boolean[count];
    int[] ordered = new int[count];
    int openCluster = -1;
    for (int k = 0; k < count; k++) {
      int next = -1;
      int fewest = Integer.MAX_VALUE;
      for (int b = 0; b < count; b++) {
        if (isDone[b] || (openCluster >= 0 && cluster(b) != openCluster)) {
          continue;
        }
        int opened = 0;
        for (int link : blocks.get(b).links()) {
          opened +=
              copiesLeft[link] == 1
                  ? (copies[link] == 1 ? 0 : -2)
                  : copiesLeft[link] == copies[link] ? 2 : -1;
        }
        if (opened < fewest) {
          fewest = opened;
          next = b;
        }
      }
      ordered[k] = next;
      isDone[next] = true;
      for (int link : blocks.get(next).links()) {
        copiesLeft[link]--;
      }
      openCluster = -1;
      if (requiredOf(next) > 0) {
        for (int b = 0; b < count; b++) {
          if (!isDone[b] && cluster(b) == cluster(next)) {
            openCluster = cluster(next);
          }
        }
      }
    }
    return ordered;
  }

  private int cluster(int block) {
    return task.cluster()[blocks.get(block).indicator()];
  }

  private void assignSlots() {
    int[] first = new int[task.measures()];
    int[] last = new int[task.measures()];
    Arrays.fill(first, -1);
    for (int k = 0; k < order.length; k++) {
      for (int link : blocks.get(order[k]).links()) {
        if (first[link] < 0) {
          first[link] = k;
        }
        last[link] = k;
      }
    }
    int[] slot = new int[task.measures()];
    BitSet used = new BitSet();
    for (int k = 0; k < order.length; k++) {
      int[] links = blocks.get(order[k]).links();
      slots[k] = new int[links.length];
      opens[k] = new boolean[links.length];
      closes[k] = new boolean[links.length];
      for (int i = 0; i < links.length; i++) {
        opens[k][i] = first[links[i]] == k;
        closes[k][i] = last[links[i]] == k;
        if (opens[k][i] && !closes[k][i]) {
          slot[links[i]] = used.nextClearBit(0);
          used.set(slot[links[i]]);
          width = Math.max(width, slot[links[i]] + 1);
        }
        slots[k][i] = slot[links[i]];
      }
      for (int i = 0; i < links.length; i++) {
        if (closes[k][i] && !opens[k][i]) {
          used.clear(slots[k][i]);
        }
      }
    }
  }

  // One run

  /** The states with the same open measures, and the same points of an open cluster. */
  private record Key(long open, long ofCluster) {}

  /** States of which none beats another, by cost. */
  private static final class Group {
    private long[] cost = new long[4];
    private long[] points = new long[4];
    private int[] count = new int[4];
    private int[] parent = new int[4];
    private int[] option = new int[4];
    private int size;
    private int firstState;

    void append(long newCost, long newPoints, int newCount, int newParent, int newOption) {
      if (size == cost.length) {
        grow(size * 2);
      }
      cost[size] = newCost;
      points[size] = newPoints;
      count[size] = newCount;
      parent[size] = newParent;
      option[size] = newOption;
      size++;
    }

    private void grow(int capacity) {
      cost = Arrays.copyOf(cost, capacity);
      points = Arrays.copyOf(points, capacity);
      count = Arrays.copyOf(count, capacity);
      parent = Arrays.copyOf(parent, capacity);
      option = Arrays.copyOf(option, capacity);
    }
  }

  /** There are more states than may be kept. */
  static final class TooManyStates extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** The free measures of a solution, and what they gain. */
  record Found(BitSet measures, long gain) {}

  /** What is left of a block under a limit: by pattern the entries of its front. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  private record Options(int[] patterns, int[][] entries) {}

  /**
   * Returns the measures of the best solution that costs at most {@code most}, or nothing where
   * there is none.
   */
  @Nullable Found run(long most) throws TooManyStates {
    if (bound > most) {
      return null;
    }
    if (width > Long.SIZE) {
      throw new TooManyStates();
    }
    Options[] options = options(most);
    if (options == null) {
      return null;
    }
    Rest rest = new Rest(options);
    states = 0;
    Map<Key, Group> layer = new HashMap<>();
    Group start = new Group();
    start.append(0, 0, 0, -1, -1);
    start.firstState = -1;
    layer.put(new Key(0, 0), start);
    int seen = 0;
    for (int k = 0; k < order.length; k++) {
      Map<Key, Group> next = new HashMap<>();
      seen = 0;
      for (Map.Entry<Key, Group> each : layer.entrySet()) {
        limit.check();
        for (int s = 0; s < options[k].patterns.length; s++) {
          extend(k, each.getKey(), each.getValue(), options[k], s, rest, most, next);
        }
      }
      for (Group group : next.values()) {
        group.firstState = states;
        seen += group.size;
        keep(group);
      }
      if (seen == 0) {
        return null;
      }
      layer = next;
    }
    Group last = layer.get(new Key(0, 0));
    return last == null ? null : new Found(measures(last.firstState), last.points[0]);
  }

  private void keep(Group group) throws TooManyStates {
    if (states + group.size > mostStates) {
      throw new TooManyStates();
    }
    if (states + group.size > parents.length) {
      int capacity = Math.max(parents.length * 2, states + group.size);
      parents = Arrays.copyOf(parents, capacity);
      chosen = Arrays.copyOf(chosen, capacity);
    }
    System.arraycopy(group.parent, 0, parents, states, group.size);
    System.arraycopy(group.option, 0, chosen, states, group.size);
    states += group.size;
  }

  /** Adds every option of one pattern to every state of a group that it agrees with. */
  private void extend(
      int k,
      Key key,
      Group group,
      Options options,
      int position,
      Rest rest,
      long most,
      Map<Key, Group> next)
      throws TooManyStates {
    int s = options.patterns[position];
    int b = order[k];
    long open = key.open;
    int opened = 0;
    for (int i = 0; i < slots[k].length; i++) {
      boolean in = (s >>> i & 1) != 0;
      long bit = 1L << slots[k][i];
      if (opens[k][i]) {
        opened += in ? 1 : 0;
        if (!closes[k][i]) {
          open = in ? open | bit : open & ~bit;
        }
      } else if (((key.open & bit) != 0) != in) {
        return;
      } else if (closes[k][i]) {
        open &= ~bit;
      }
    }
    Front front = blocks.get(b).fronts().get(s);
    if (front == null) {
      return;
    }
    long required = requiredOf(b);
    boolean endsCluster =
        required > 0 && (k + 1 == order.length || cluster(order[k + 1]) != cluster(b));
    for (int e : options.entries[position]) {
      long cost = shares[b][s] + front.cost[e] * scale;
      long points = front.points[e];
      int count = opened + Long.bitCount(front.mask[e]);
      long ofCluster = 0;
      if (required > 0) {
        ofCluster = Math.min(missingOfCluster(cluster(b)), key.ofCluster + points);
        if (endsCluster) {
          if (ofCluster < missingOfCluster(cluster(b))) {
            continue;
          }
          ofCluster = 0;
        }
      }
      run.size = 0;
      int option = s << 20 | e;
      for (int i = 0; i < group.size; i++) {
        long costNow = group.cost[i] + cost;
        long pointsNow = group.points[i] + points;
        if (costNow + rest.least(k + 1, needed - pointsNow) <= most) {
          run.append(costNow, pointsNow, group.count[i] + count, group.firstState + i, option);
        }
      }
      if (run.size > 0) {
        Key to = new Key(open, ofCluster);
        Group target = next.get(to);
        if (target == null) {
          target = new Group();
          next.put(to, target);
        }
        merge(k, target, run);
        if (states + target.size > mostStates) {
          throw new TooManyStates();
        }
      }
    }
  }

  private final Group run = new Group();
  private Group spare = new Group();

  private long missingOfCluster(int cluster) {
    return Math.max(0, task.leastOfCluster()[cluster] - heldByCluster[cluster]);
  }

  private void merge(int k, Group target, Group other) {
    Group merged = spare;
    merged.size = 0;
    int i = 0;
    int j = 0;
    while (i < target.size || j < other.size) {
      boolean first =
          j == other.size
              || (i < target.size
                  && (target.cost[i] < other.cost[j]
                      || (target.cost[i] == other.cost[j] && target.points[i] >= other.points[j])));
      Group from = first ? target : other;
      int at = first ? i++ : j++;
      int last = merged.size - 1;
      if (last >= 0 && merged.points[last] >= from.points[at]) {
        if (merged.points[last] == from.points[at]
            && merged.cost[last] == from.cost[at]
            && isPreferred(k, from, at, merged, last)) {
          merged.size--;
        } else {
          continue;
        }
      } else if (last >= 0 && merged.cost[last] == from.cost[at]) {
        merged.size--;
      }
      merged.append(
          from.cost[at], from.points[at], from.count[at], from.parent[at], from.option[at]);
    }
    // The target gets the merged arrays and leaves its own for the next merge.
    long[] cost = target.cost;
    target.cost = merged.cost;
    merged.cost = cost;
    long[] points = target.points;
    target.points = merged.points;
    merged.points = points;
    int[] count = target.count;
    target.count = merged.count;
    merged.count = count;
    int[] parent = target.parent;
    target.parent = merged.parent;
    merged.parent = parent;
    int[] option = target.option;
    target.option = merged.option;
    merged.option = option;
    target.size = merged.size;
  }

  /** Of two choices that cost and earn the same, the one with fewer or earlier measures. */
  private boolean isPreferred(int k, Group a, int i, Group b, int j) {
    if (a.count[i] != b.count[j]) {
      return a.count[i] < b.count[j];
    }
    int earliest = Integer.MAX_VALUE;
    boolean isFirst = false;
    int optionA = a.option[i];
    int optionB = b.option[j];
    int parentA = a.parent[i];
    int parentB = b.parent[j];
    for (int layer = k; layer >= 0; layer--) {
      if (optionA != optionB) {
        int differing = firstDifference(layer, optionA, optionB);
        int measure = differing < 0 ? ~differing : differing;
        if (measure < earliest) {
          earliest = measure;
          isFirst = differing >= 0;
        }
      }
      if (parentA == parentB) {
        break;
      }
      optionA = chosen[parentA];
      optionB = chosen[parentB];
      parentA = parents[parentA];
      parentB = parents[parentB];
    }
    return isFirst;
  }

  /** The earliest measure that only one has: itself where the first has it, else complemented. */
  private int firstDifference(int layer, int optionA, int optionB) {
    Block block = blocks.get(order[layer]);
    int patternA = optionA >>> 20;
    int patternB = optionB >>> 20;
    int first = Integer.MAX_VALUE;
    boolean has = false;
    int links = patternA ^ patternB;
    if (links != 0) {
      int i = Integer.numberOfTrailingZeros(links);
      first = block.links()[i];
      has = (patternA >>> i & 1) != 0;
    }
    long maskA = mask(block, optionA);
    long own = maskA ^ mask(block, optionB);
    if (own != 0) {
      int i = Long.numberOfTrailingZeros(own);
      if (block.own()[i] < first) {
        first = block.own()[i];
        has = (maskA >>> i & 1) != 0;
      }
    }
    return first == Integer.MAX_VALUE ? ~first : has ? first : ~first;
  }

  private static long mask(Block block, int option) {
    Front front = block.fronts().get(option >>> 20);
    return front == null ? 0 : front.mask[option & 0xFFFFF];
  }

  private BitSet measures(int state) {
    BitSet measures = new BitSet();
    int at = state;
    for (int k = order.length - 1; k >= 0; k--) {
      Block block = blocks.get(order[k]);
      for (int left = chosen[at] >>> 20; left != 0; left &= left - 1) {
        measures.set(block.links()[Integer.numberOfTrailingZeros(left)]);
      }
      for (long left = mask(block, chosen[at]); left != 0; left &= left - 1) {
        measures.set(block.own()[Long.numberOfTrailingZeros(left)]);
      }
      at = parents[at];
    }
    return measures;
  }

  // What a limit leaves

  private Options @Nullable [] options(long most) {
    long gap = most - bound;
    int count = blocks.size();
    boolean[][] alive = new boolean[count][];
    for (int b = 0; b < count; b++) {
      alive[b] = new boolean[excess[b].length];
      for (int s = 0; s < alive[b].length; s++) {
        alive[b][s] = excess[b][s] <= gap;
      }
    }
    long[][] penalty = {new long[task.measures()], new long[task.measures()]};
    for (int round = 0; round < 8; round++) {
      penalties(alive, penalty);
      if (!thinOut(alive, penalty, gap)) {
        break;
      }
    }
    Options[] options = new Options[count];
    for (int k = 0; k < count; k++) {
      int b = order[k];
      int[] patterns = new int[alive[b].length];
      int[][] entries = new int[alive[b].length][];
      int size = 0;
      for (int s = 0; s < alive[b].length; s++) {
        Front front = blocks.get(b).fronts().get(s);
        if (!alive[b][s] || front == null) {
          continue;
        }
        int[] left = new int[front.size];
        int kept = 0;
        for (int e = 0; e < front.size; e++) {
          if (reduced(b, s, front, e) - best[b] <= gap) {
            left[kept++] = e;
          }
        }
        if (kept > 0) {
          patterns[size] = s;
          entries[size++] = Arrays.copyOf(left, kept);
        }
      }
      if (size == 0) {
        return null;
      }
      options[k] = new Options(Arrays.copyOf(patterns, size), Arrays.copyOf(entries, size));
    }
    return options;
  }

  /** For each measure, in or out: the least that all its blocks together then cost above best. */
  private void penalties(boolean[][] alive, long[][] penalty) {
    Arrays.fill(penalty[0], 0);
    Arrays.fill(penalty[1], 0);
    for (int b = 0; b < alive.length; b++) {
      int[] links = blocks.get(b).links();
      for (int i = 0; i < links.length; i++) {
        for (int in = 0; in < 2; in++) {
          penalty[in][links[i]] = Math.min(NEVER, penalty[in][links[i]] + least(b, i, in, alive));
        }
      }
    }
  }

  private long least(int b, int link, int in, boolean[][] alive) {
    long least = NEVER;
    for (int s = 0; s < alive[b].length; s++) {
      if (alive[b][s] && (s >>> link & 1) == in) {
        least = Math.min(least, excess[b][s]);
      }
    }
    return least;
  }

  private boolean thinOut(boolean[][] alive, long[][] penalty, long gap) {
    boolean changed = false;
    for (int b = 0; b < alive.length; b++) {
      int[] links = blocks.get(b).links();
      for (int i = 0; i < links.length; i++) {
        for (int in = 0; in < 2; in++) {
          long others = penalty[in][links[i]] - least(b, i, in, alive);
          for (int s = 0; s < alive[b].length; s++) {
            if (alive[b][s] && (s >>> i & 1) == in && excess[b][s] + others > gap) {
              alive[b][s] = false;
              changed = true;
            }
          }
        }
      }
      if (changed) {
        penalties(alive, penalty);
      }
    }
    return changed;
  }

  /** The least that points can cost in the blocks from one on, if choices could be mixed. */
  private final class Rest {

    private final long[][] points;
    private final long[][] cost;
    private final long[][] slope;

    Rest(Options[] options) {
      int count = options.length;
      List<long[]> steps = new ArrayList<>();
      long[] startCost = new long[count + 1];
      long[] startPoints = new long[count + 1];
      for (int k = count - 1; k >= 0; k--) {
        List<long[]> hull = hull(k, options[k]);
        startCost[k] = startCost[k + 1] + hull.get(0)[1];
        startPoints[k] = startPoints[k + 1] + hull.get(0)[0];
        for (int i = 1; i < hull.size(); i++) {
          steps.add(
              new long[] {
                hull.get(i)[0] - hull.get(i - 1)[0], hull.get(i)[1] - hull.get(i - 1)[1], k
              });
        }
      }
      steps.sort((a, b) -> compareProducts(a[1], b[0], b[1], a[0]));
      points = new long[count + 1][];
      cost = new long[count + 1][];
      slope = new long[count + 1][];
      for (int k = 0; k <= count; k++) {
        int size = 1;
        for (long[] step : steps) {
          size += step[2] >= k ? 1 : 0;
        }
        points[k] = new long[size];
        cost[k] = new long[size];
        slope[k] = new long[size];
        points[k][0] = startPoints[k];
        cost[k][0] = startCost[k];
        int at = 0;
        for (long[] step : steps) {
          if (step[2] >= k) {
            at++;
            points[k][at] = points[k][at - 1] + step[0];
            cost[k][at] = cost[k][at - 1] + step[1];
            slope[k][at] = Math.floorDiv(step[1], step[0]);
          }
        }
      }
    }

    /** The lower hull from the cheapest choice on, as points and cost. */
    private List<long[]> hull(int k, Options options) {
      int b = order[k];
      List<long[]> all = new ArrayList<>();
      for (int position = 0; position < options.patterns.length; position++) {
        int s = options.patterns[position];
        Front front = blocks.get(b).fronts().get(s);
        if (front == null) {
          continue;
        }
        for (int e : options.entries[position]) {
          all.add(new long[] {front.points[e], shares[b][s] + front.cost[e] * scale});
        }
      }
      all.sort((x, y) -> x[1] != y[1] ? Long.compare(x[1], y[1]) : Long.compare(y[0], x[0]));
      List<long[]> hull = new ArrayList<>();
      for (long[] point : all) {
        if (!hull.isEmpty() && point[0] <= hull.get(hull.size() - 1)[0]) {
          continue;
        }
        while (hull.size() >= 2 && isAbove(hull, point)) {
          hull.remove(hull.size() - 1);
        }
        hull.add(point);
      }
      return hull;
    }

    /** Whether the last point of the hull lies on or above the line to {@code next}. */
    private boolean isAbove(List<long[]> hull, long[] next) {
      long[] before = hull.get(hull.size() - 2);
      long[] last = hull.get(hull.size() - 1);
      return compareProducts(
              last[1] - before[1], next[0] - last[0], next[1] - last[1], last[0] - before[0])
          >= 0;
    }

    long least(int k, long missing) {
      long[] reached = points[k];
      if (missing <= reached[0]) {
        return cost[k][0];
      }
      int last = reached.length - 1;
      if (missing > reached[last]) {
        return NEVER;
      }
      int low = 0;
      int high = last;
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        if (reached[middle] >= missing) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return cost[k][low] + slope[k][high] * (missing - reached[low]);
    }
  }

  /** Compares {@code a * b} with {@code c * d} without overflow. */
  private static int compareProducts(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }
}
