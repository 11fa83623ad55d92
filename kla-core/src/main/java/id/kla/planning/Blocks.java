package id.kla.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Splits a task, with some measures fixed, into blocks that share few measures.
 *
 * <p>Every indicator is a block. A prerequisite or exclusion between measures without a common
 * block joins a copy of one to a block of the other, so that every such rule is kept within some
 * block and only copies of one measure must agree. A block that would have too many links is
 * loosened: some of them stand in blocks of their own and there earn all that they could earn
 * alone. As awards overlap and caps cut, that is never too little, so that the loosened task costs
 * no more than the task.
 */
final class Blocks {

  private static final int MOST_LINKS = 9;
  private static final int MOST_OWN = 60;
  private static final int MOST_TOGETHER = 10;

  private final Task task;
  private final Task.Fixed[] fixed;

  /** What the measures that are in cost. */
  private long fixedCost;

  private final long[] held;
  private final long[] gained;
  private final BitSet free = new BitSet();
  private final List<Block> blocks = new ArrayList<>();
  private final BitSet loosened = new BitSet();
  private long base;

  private Blocks(Task task, Task.Fixed[] fixed) {
    this.task = task;
    this.fixed = fixed;
    BitSet in = new BitSet();
    for (int m = 0; m < fixed.length; m++) {
      if (fixed[m] == Task.Fixed.IN) {
        in.set(m);
        fixedCost += task.cost()[m];
      } else if (fixed[m] == Task.Fixed.FREE) {
        free.set(m);
      }
    }
    this.held = task.holdings(in);
    this.gained = task.byIndicator(held);
    for (long points : gained) {
      base += points;
    }
  }

  /**
   * Returns the blocks, or nothing where what is fixed contradicts itself. Fixes what follows from
   * what is fixed, and leaves out what is of no use.
   */
  static @Nullable Blocks of(Task task, Task.Fixed[] fixed) {
    if (!propagate(task, fixed)) {
      return null;
    }
    Blocks blocks = new Blocks(task, fixed);
    do {
      blocks.dropUseless();
    } while (blocks.dropBeaten());
    blocks.split();
    return blocks;
  }

  List<Block> blocks() {
    return blocks;
  }

  long fixedCost() {
    return fixedCost;
  }

  /** The points before any free measure. */
  long base() {
    return base;
  }

  long[] heldByCluster() {
    long[] points = new long[task.leastOfCluster().length];
    for (int i = 0; i < gained.length; i++) {
      points[task.cluster()[i]] += gained[i];
    }
    return points;
  }

  /** The free measures of some use. */
  BitSet free() {
    return free;
  }

  /** The measures that stand in a block of their own as if they earned alone. */
  BitSet loosened() {
    return loosened;
  }

  Task.Fixed[] fixed() {
    return fixed;
  }

  static boolean propagate(Task task, Task.Fixed[] fixed) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int m = 0; m < fixed.length; m++) {
        if (fixed[m] == Task.Fixed.OUT) {
          continue;
        }
        boolean in = fixed[m] == Task.Fixed.IN;
        for (int need : task.needs()[m]) {
          if (fixed[need] == Task.Fixed.OUT) {
            if (in) {
              return false;
            }
            fixed[m] = Task.Fixed.OUT;
            changed = true;
          } else if (in && fixed[need] == Task.Fixed.FREE) {
            fixed[need] = Task.Fixed.IN;
            changed = true;
          }
        }
        if (!in) {
          continue;
        }
        for (int other : task.excludes()[m]) {
          if (fixed[other] == Task.Fixed.IN) {
            return false;
          }
          if (fixed[other] == Task.Fixed.FREE) {
            fixed[other] = Task.Fixed.OUT;
            changed = true;
          }
        }
      }
    }
    return true;
  }

  private boolean gains(int m, int position) {
    int q = task.touched()[m][position];
    return task.awards()[m][position] > held[q];
  }

  private boolean isFull(int indicator) {
    return gained[indicator] >= task.cap()[indicator];
  }

  /** A question's own requirement may ask for awards that a full indicator no longer counts. */
  private boolean isOfUse(int m, int position) {
    int q = task.touched()[m][position];
    return gains(m, position)
        && (!isFull(task.indicator()[q]) || held[q] < task.leastOfQuestion()[q]);
  }

  private void dropUseless() {
    BitSet useful = new BitSet();
    for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
      for (int i = 0; i < task.touched()[m].length; i++) {
        if (isOfUse(m, i)) {
          markWithNeeds(m, useful);
          break;
        }
      }
    }
    for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
      if (!useful.get(m)) {
        fixed[m] = Task.Fixed.OUT;
      }
    }
    free.and(useful);
  }

  /**
   * Leaves out each measure in whose place another could always stand: no dearer, no fewer points
   * on any question, and nothing more asked; of two that are alike in this the earlier stays. Says
   * whether there was any.
   */
  private boolean dropBeaten() {
    boolean anyBeaten = false;
    BitSet needed = new BitSet();
    for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
      for (int need : task.needs()[m]) {
        needed.set(need);
      }
    }
    List<List<Integer>> byQuestion = new ArrayList<>();
    for (int q = 0; q < held.length; q++) {
      byQuestion.add(new ArrayList<>());
    }
    for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
      for (int i = 0; i < task.touched()[m].length; i++) {
        if (gains(m, i)) {
          byQuestion.get(task.touched()[m][i]).add(m);
        }
      }
    }
    for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
      int first = firstGain(m);
      if (needed.get(m) || first < 0) {
        continue;
      }
      for (int other : byQuestion.get(first)) {
        if (other != m && free.get(other) && beats(other, m)) {
          free.clear(m);
          fixed[m] = Task.Fixed.OUT;
          anyBeaten = true;
          break;
        }
      }
    }
    return anyBeaten;
  }

  private int firstGain(int m) {
    for (int i = 0; i < task.touched()[m].length; i++) {
      if (gains(m, i)) {
        return task.touched()[m][i];
      }
    }
    return -1;
  }

  private boolean beats(int other, int m) {
    long dearer = task.cost()[other] - task.cost()[m];
    if (dearer > 0 || (dearer == 0 && other > m)) {
      return false;
    }
    for (int i = 0; i < task.touched()[m].length; i++) {
      if (gains(m, i) && award(other, task.touched()[m][i]) < task.awards()[m][i]) {
        return false;
      }
    }
    for (int need : task.needs()[other]) {
      if (free.get(need) && !has(task.needs()[m], need)) {
        return false;
      }
    }
    for (int excluded : task.excludes()[other]) {
      if (free.get(excluded) && excluded != m && !has(task.excludes()[m], excluded)) {
        return false;
      }
    }
    return true;
  }

  private long award(int m, int question) {
    for (int i = 0; i < task.touched()[m].length; i++) {
      if (task.touched()[m][i] == question) {
        return task.awards()[m][i];
      }
    }
    return 0;
  }

  private void markWithNeeds(int m, BitSet useful) {
    if (useful.get(m) || !free.get(m)) {
      return;
    }
    useful.set(m);
    for (int need : task.needs()[m]) {
      markWithNeeds(need, useful);
    }
  }

  // Splitting

  private void split() {
    int indicators = task.cap().length;
    List<SortedSet<Integer>> members = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      members.add(new TreeSet<>());
    }
    List<SortedSet<Integer>> homes = new ArrayList<>();
    for (int m = 0; m < task.measures(); m++) {
      homes.add(new TreeSet<>());
    }
    for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
      for (int i = 0; i < task.touched()[m].length; i++) {
        if (isOfUse(m, i)) {
          join(m, task.indicator()[task.touched()[m][i]], members, homes);
        }
      }
    }
    joinRules(members, homes);
    for (int i = 0; i < indicators; i++) {
      if (!members.get(i).isEmpty() || isShort(i)) {
        addBlock(i, members.get(i), homes);
      }
    }
  }

  /** Whether an indicator without free measures lacks what is required of it. */
  private boolean isShort(int indicator) {
    if (gained[indicator] < task.leastOfIndicator()[indicator]) {
      return true;
    }
    for (int q = 0; q < held.length; q++) {
      if (task.indicator()[q] == indicator && held[q] < task.leastOfQuestion()[q]) {
        return true;
      }
    }
    return false;
  }

  private static void join(
      int m, int block, List<SortedSet<Integer>> members, List<SortedSet<Integer>> homes) {
    members.get(block).add(m);
    homes.get(m).add(block);
  }

  private void joinRules(List<SortedSet<Integer>> members, List<SortedSet<Integer>> homes) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
        if (homes.get(m).isEmpty()) {
          continue;
        }
        for (int need : task.needs()[m]) {
          if (free.get(need) && Collections.disjoint(homes.get(m), homes.get(need))) {
            join(need, smallest(homes.get(m), members), members, homes);
            changed = true;
          }
        }
      }
    }
    for (int m = free.nextSetBit(0); m >= 0; m = free.nextSetBit(m + 1)) {
      for (int other : task.excludes()[m]) {
        if (m < other && free.get(other) && Collections.disjoint(homes.get(m), homes.get(other))) {
          int here = smallest(homes.get(m), members);
          int there = smallest(homes.get(other), members);
          if (members.get(here).size() <= members.get(there).size()) {
            join(other, here, members, homes);
          } else {
            join(m, there, members, homes);
          }
        }
      }
    }
  }

  private static int smallest(SortedSet<Integer> among, List<SortedSet<Integer>> members) {
    int smallest = among.first();
    for (int block : among) {
      if (members.get(block).size() < members.get(smallest).size()) {
        smallest = block;
      }
    }
    return smallest;
  }

  private void addBlock(int indicator, SortedSet<Integer> members, List<SortedSet<Integer>> homes) {
    TreeSet<Integer> links = new TreeSet<>();
    SortedSet<Integer> own = new TreeSet<>();
    for (int m : members) {
      (homes.get(m).size() > 1 ? links : own).add(m);
    }
    List<int[]> parts = parts(own);
    while (own.size() > MOST_OWN || largest(parts) > MOST_TOGETHER) {
      int moved = own.size() > MOST_OWN ? own.first() : busiest(parts);
      own.remove(moved);
      links.add(moved);
      parts = parts(own);
    }
    List<Integer> kept = new ArrayList<>(links);
    if (kept.size() > MOST_LINKS) {
      kept.sort((a, b) -> Long.compare(alone(b, indicator), alone(a, indicator)));
      for (int m : kept.subList(MOST_LINKS, kept.size())) {
        loosened.set(m);
        List<@Nullable Front> fronts = new ArrayList<>();
        fronts.add(Front.of(0, 0, 0));
        fronts.add(Front.of(0, alone(m, indicator), 0));
        blocks.add(new Block(indicator, new int[] {m}, new int[0], fronts));
      }
      kept = new ArrayList<>(kept.subList(0, MOST_LINKS));
      Collections.sort(kept);
    }
    boolean isWhole = kept.size() == links.size();
    int[] linked = kept.stream().mapToInt(m -> m).toArray();
    int[] owned = own.stream().mapToInt(m -> m).toArray();
    blocks.add(new Builder(indicator, linked, owned, parts, isWhole).build());
  }

  /** What a measure would earn in an indicator if it came alone. */
  private long alone(int m, int indicator) {
    long gain = 0;
    for (int i = 0; i < task.touched()[m].length; i++) {
      int q = task.touched()[m][i];
      if (task.indicator()[q] == indicator && gains(m, i)) {
        gain += task.awards()[m][i] - held[q];
      }
    }
    return Math.min(gain, task.cap()[indicator] - gained[indicator]);
  }

  private static int largest(List<int[]> parts) {
    return parts.stream().mapToInt(part -> part.length).max().orElse(0);
  }

  private int busiest(List<int[]> parts) {
    int busiest = -1;
    int most = -1;
    for (int[] part : parts) {
      if (part.length <= MOST_TOGETHER) {
        continue;
      }
      for (int m : part) {
        int bonds = 0;
        for (int other : part) {
          bonds += m != other && areBound(m, other) ? 1 : 0;
        }
        if (bonds > most) {
          most = bonds;
          busiest = m;
        }
      }
    }
    return busiest;
  }

  /** Groups measures that must be looked at together. */
  private List<int[]> parts(SortedSet<Integer> own) {
    List<int[]> parts = new ArrayList<>();
    TreeSet<Integer> left = new TreeSet<>(own);
    while (!left.isEmpty()) {
      List<Integer> part = new ArrayList<>();
      part.add(left.pollFirst());
      for (int next = 0; next < part.size(); next++) {
        for (int other : List.copyOf(left)) {
          if (areBound(part.get(next), other)) {
            left.remove(other);
            part.add(other);
          }
        }
      }
      Collections.sort(part);
      parts.add(part.stream().mapToInt(m -> m).toArray());
    }
    return parts;
  }

  private boolean areBound(int m, int other) {
    return has(task.needs()[m], other)
        || has(task.needs()[other], m)
        || has(task.excludes()[m], other)
        || shareQuestion(m, other);
  }

  private boolean shareQuestion(int m, int other) {
    for (int i = 0; i < task.touched()[m].length; i++) {
      for (int j = 0; j < task.touched()[other].length; j++) {
        if (task.touched()[m][i] == task.touched()[other][j] && gains(m, i) && gains(other, j)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean has(int[] all, int one) {
    for (int each : all) {
      if (each == one) {
        return true;
      }
    }
    return false;
  }

  /** Enumerates what one block can choose. */
  private final class Builder {

    private final int indicator;
    private final int[] links;
    private final int[] own;
    private final List<int[]> parts;
    private final boolean isWhole;
    private final long[] now = held.clone();
    private final BitSet members = new BitSet();
    private final int[] questions;

    Builder(int indicator, int[] links, int[] own, List<int[]> parts, boolean isWhole) {
      this.indicator = indicator;
      this.links = links;
      this.own = own;
      this.parts = parts;
      this.isWhole = isWhole;
      Arrays.stream(links).forEach(members::set);
      Arrays.stream(own).forEach(members::set);
      int[] all = new int[held.length];
      int count = 0;
      for (int q = 0; q < held.length; q++) {
        if (task.indicator()[q] == indicator) {
          all[count++] = q;
        }
      }
      this.questions = Arrays.copyOf(all, count);
    }

    Block build() {
      List<@Nullable Front> fronts = new ArrayList<>();
      for (int pattern = 0; pattern < 1 << links.length; pattern++) {
        fronts.add(front(pattern));
      }
      return new Block(indicator, links, own, fronts);
    }

    private @Nullable Front front(int pattern) {
      BitSet chosen = new BitSet();
      for (int i = 0; i < links.length; i++) {
        if ((pattern >>> i & 1) != 0) {
          chosen.set(links[i]);
        }
      }
      for (int link : links) {
        if (chosen.get(link) && !isAllowed(link, chosen, true)) {
          return null;
        }
      }
      long sum = 0;
      for (int q : questions) {
        now[q] = held[q];
      }
      for (int link : links) {
        if (chosen.get(link)) {
          raise(link);
        }
      }
      for (int q : questions) {
        sum += now[q];
      }
      long already = Math.min(sum, task.cap()[indicator]) - gained[indicator];
      long room = Math.max(0, task.cap()[indicator] - sum);
      Front.Cap cap = mostSum(sum) > task.cap()[indicator] ? Front.Cap.AHEAD : Front.Cap.FREE;
      Front front = Front.of(cap, 0, 0, 0);
      BitSet covered = new BitSet();
      for (int[] part : parts) {
        Front choices = choices(part, chosen, covered, cap);
        if (choices == null) {
          return null;
        }
        front = front.plus(choices);
      }
      for (int q : questions) {
        if (isWhole && !covered.get(q) && now[q] < task.leastOfQuestion()[q]) {
          return null;
        }
      }
      return above(cap == Front.Cap.AHEAD ? front.cut(room) : front, already);
    }

    /** Leaves out what an indicator's requirement refuses, and counts what the links bring. */
    private @Nullable Front above(Front front, long already) {
      long least =
          isWhole ? task.leastOfIndicator()[indicator] - gained[indicator] : Long.MIN_VALUE;
      Front above = new Front(Front.Cap.FREE, front.size);
      for (int i = 0; i < front.size; i++) {
        if (front.points[i] + already >= least) {
          above.append(front.cost[i], front.points[i] + already, front.mask[i]);
        }
      }
      return above.size == 0 ? null : above;
    }

    /** The sum if every own measure were chosen. */
    private long mostSum(long sum) {
      long most = sum;
      long[] before = now.clone();
      for (int m : own) {
        raise(m);
      }
      for (int q : questions) {
        most += now[q] - before[q];
        now[q] = before[q];
      }
      return most;
    }

    private void raise(int m) {
      for (int i = 0; i < task.touched()[m].length; i++) {
        int q = task.touched()[m][i];
        if (task.indicator()[q] == indicator) {
          now[q] = Math.max(now[q], task.awards()[m][i]);
        }
      }
    }

    /** Own needs and exclusions are looked at where own measures are chosen. */
    private boolean isAllowed(int m, BitSet chosen, boolean linksOnly) {
      for (int need : task.needs()[m]) {
        if (members.get(need) && !chosen.get(need) && !(linksOnly && isOwn(need))) {
          return false;
        }
      }
      for (int other : task.excludes()[m]) {
        if (chosen.get(other)) {
          return false;
        }
      }
      return true;
    }

    private boolean isOwn(int m) {
      return Arrays.binarySearch(own, m) >= 0;
    }

    private @Nullable Front choices(int[] part, BitSet links, BitSet covered, Front.Cap cap) {
      int size = part.length;
      long[] needed = new long[size];
      long[] excluded = new long[size];
      long forced = 0;
      long possible = 0;
      int[] asked = new int[0];
      for (int i = 0; i < size; i++) {
        int m = part[i];
        boolean isPossible = true;
        for (int need : task.needs()[m]) {
          int inner = Arrays.binarySearch(part, need);
          if (inner >= 0) {
            needed[i] |= 1L << inner;
          } else if (members.get(need) && !links.get(need)) {
            isPossible = false;
          }
        }
        for (int other : task.excludes()[m]) {
          int inner = Arrays.binarySearch(part, other);
          if (inner >= 0) {
            excluded[i] |= 1L << inner;
          } else if (links.get(other)) {
            isPossible = false;
          }
        }
        if (isPossible) {
          possible |= 1L << i;
        }
        for (int j = 0; j < task.touched()[m].length; j++) {
          int q = task.touched()[m][j];
          if (task.indicator()[q] == indicator && gains(m, j)) {
            if (!covered.get(q)) {
              covered.set(q);
              asked = Arrays.copyOf(asked, asked.length + 1);
              asked[asked.length - 1] = q;
            }
          }
        }
      }
      for (int link = links.nextSetBit(0); link >= 0; link = links.nextSetBit(link + 1)) {
        for (int need : task.needs()[link]) {
          int inner = Arrays.binarySearch(part, need);
          if (inner >= 0) {
            forced |= 1L << inner;
          }
        }
      }
      if ((forced & ~possible) != 0) {
        return null;
      }
      Front all = new Front(cap, 1 << size);
      for (long chosen = 0; chosen < 1L << size; chosen++) {
        if ((chosen & ~possible) != 0 || (forced & ~chosen) != 0) {
          continue;
        }
        consider(part, chosen, needed, excluded, asked, all);
      }
      return all.size == 0 ? null : Front.of(all, 0, all.size);
    }

    private void consider(
        int[] part, long chosen, long[] needed, long[] excluded, int[] asked, Front all) {
      long cost = 0;
      long mask = 0;
      for (long left = chosen; left != 0; left &= left - 1) {
        int i = Long.numberOfTrailingZeros(left);
        if ((needed[i] & ~chosen) != 0 || (excluded[i] & chosen) != 0) {
          return;
        }
        cost += task.cost()[part[i]];
        mask |= 1L << Arrays.binarySearch(own, part[i]);
      }
      long[] before = new long[asked.length];
      long gain = 0;
      for (int k = 0; k < asked.length; k++) {
        before[k] = now[asked[k]];
        gain -= before[k];
      }
      for (long left = chosen; left != 0; left &= left - 1) {
        raise(part[Long.numberOfTrailingZeros(left)]);
      }
      boolean isEnough = true;
      for (int k = 0; k < asked.length; k++) {
        gain += now[asked[k]];
        isEnough &= !isWhole || now[asked[k]] >= task.leastOfQuestion()[asked[k]];
        now[asked[k]] = before[k];
      }
      if (isEnough) {
        all.append(cost, gain, mask);
      }
    }
  }
}
