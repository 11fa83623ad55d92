package id.kla.planning;

import java.util.Arrays;

/**
 * The choices among a block's own measures that no other choice beats: dearer ones earn more.
 *
 * <p>Of choices with equal cost and points the one with fewer measures stays, then the one that
 * holds the earliest measure that the other lacks: bit 0 of a mask is the earliest. While a cap may
 * still make points equal, a preferred choice also stays beside one of the same cost that earns
 * more.
 */
final class Front {

  /** Whether a cap may still cut the points. */
  enum Cap {
    /** Sums are final. */
    FREE,
    /** It may make different points equal. */
    AHEAD
  }

  private final Cap cap;

  int size;
  long[] cost;
  long[] points;
  long[] mask;

  Front(Cap cap, int capacity) {
    this.cap = cap;
    cost = new long[capacity];
    points = new long[capacity];
    mask = new long[capacity];
  }

  static Front of(long cost, long points, long mask) {
    return of(Cap.FREE, cost, points, mask);
  }

  static Front of(Cap cap, long cost, long points, long mask) {
    Front front = new Front(cap, 1);
    front.append(cost, points, mask);
    return front;
  }

  void append(long newCost, long newPoints, long newMask) {
    if (size == cost.length) {
      int capacity = Math.max(4, size * 2);
      cost = Arrays.copyOf(cost, capacity);
      points = Arrays.copyOf(points, capacity);
      mask = Arrays.copyOf(mask, capacity);
    }
    cost[size] = newCost;
    points[size] = newPoints;
    mask[size] = newMask;
    size++;
  }

  /** Adds a choice that comes after the last one by cost, then by points, the most first. */
  private void addInOrder(long newCost, long newPoints, long newMask) {
    int last = size - 1;
    if (last >= 0 && cost[last] == newCost) {
      if (!isPreferred(newMask, mask[last])) {
        return;
      }
      if (points[last] == newPoints) {
        size--;
      } else if (cap == Cap.FREE) {
        return;
      }
      int cheaper = size - 1;
      while (cheaper >= 0 && cost[cheaper] == newCost) {
        cheaper--;
      }
      if (cheaper >= 0 && mostPoints(cheaper) >= newPoints) {
        return;
      }
    } else if (last >= 0 && mostPoints(last) >= newPoints) {
      return;
    }
    append(newCost, newPoints, newMask);
  }

  /** The most points up to a position: those of the first choice of its cost. */
  private long mostPoints(int position) {
    int first = position;
    while (first > 0 && cost[first - 1] == cost[position]) {
      first--;
    }
    return points[first];
  }

  private static boolean isPreferred(long mask, long other) {
    int count = Long.bitCount(mask) - Long.bitCount(other);
    return count != 0 ? count < 0 : (mask & Long.lowestOneBit(mask ^ other)) != 0;
  }

  /** Returns what neither of the two beats. */
  static Front merged(Front a, Front b) {
    Front merged = new Front(a.cap, a.size + b.size);
    int i = 0;
    int j = 0;
    while (i < a.size || j < b.size) {
      boolean first =
          j == b.size
              || (i < a.size
                  && (a.cost[i] < b.cost[j]
                      || (a.cost[i] == b.cost[j] && a.points[i] >= b.points[j])));
      if (first) {
        merged.addInOrder(a.cost[i], a.points[i], a.mask[i]);
        i++;
      } else {
        merged.addInOrder(b.cost[j], b.points[j], b.mask[j]);
        j++;
      }
    }
    return merged;
  }

  /** Returns what is not beaten among all sums of a choice here and one there. */
  Front plus(Front other) {
    Front sum = new Front(cap, 0);
    for (int j = 0; j < other.size; j++) {
      Front shifted = new Front(cap, size);
      for (int i = 0; i < size; i++) {
        shifted.append(
            cost[i] + other.cost[j], points[i] + other.points[j], mask[i] | other.mask[j]);
      }
      sum = j == 0 ? shifted : merged(sum, shifted);
    }
    return sum;
  }

  /** Returns what is not beaten when points above a limit are cut. */
  Front cut(long limit) {
    Front cut = new Front(Cap.FREE, size);
    for (int i = 0; i < size; i++) {
      cut.append(cost[i], Math.min(limit, points[i]), mask[i]);
    }
    return cut.size == 0 ? cut : of(cut, 0, cut.size);
  }

  /** Returns what is not beaten among choices in any order. */
  static Front of(Front choices, int from, int to) {
    if (to - from == 1) {
      return of(choices.cap, choices.cost[from], choices.points[from], choices.mask[from]);
    }
    int middle = (from + to) >>> 1;
    return merged(of(choices, from, middle), of(choices, middle, to));
  }
}
