package id.kla.planning;

import java.util.BitSet;

/** A set of measures with what it costs and earns, in the order in which plans are preferred. */
record Choice(BitSet measures, long cost, long points) implements Comparable<Choice> {

  static Choice of(Task task, BitSet measures) {
    return new Choice(measures, task.costOf(measures), task.points(measures));
  }

  /**
   * Puts the cheaper first, then the one with more points, then the one with fewer measures, then
   * the one that holds the earliest measure that the other lacks.
   */
  @Override
  public int compareTo(Choice other) {
    int order = Long.compare(cost, other.cost);
    if (order == 0) {
      order = Long.compare(other.points, points);
    }
    if (order == 0) {
      order = Integer.compare(measures.cardinality(), other.measures.cardinality());
    }
    if (order == 0) {
      BitSet differing = (BitSet) measures.clone();
      differing.xor(other.measures);
      int first = differing.nextSetBit(0);
      order = first < 0 ? 0 : measures.get(first) ? -1 : 1;
    }
    return order;
  }
}
