package id.kla.simulation;

import java.util.Arrays;

/**
 * A stretch of sums of products that is finished at once, in the nearest cache.
 *
 * <p>What is added lies somewhere else than the sums that it is added to. The compiler turns a loop
 * into vector instructions only where it knows how far apart all places are that are read and
 * written, and the body is small. So each stretch that is added is first copied into a row of the
 * array of the sums, and rows are added in pairs. All rows are equally far apart, by whole lines of
 * the cache, so that where one is aligned all are.
 */
final class Tile {

  /** So many sums make a stretch; with the rows that are added they stay in the cache. */
  static final int MOST = 512;

  /** From row to row: not by a power of two, which would lead to the same places of the cache. */
  private static final int ROW = MOST + 8;

  /** The sums, and two rows that are to be added to them. */
  private final double[] rows = new double[3 * ROW];

  private final double[] factors = new double[2];
  private int length;
  private int waiting;

  /** Begins a stretch of that many sums, at most {@link #MOST}, with zeros. */
  void begin(int length) {
    this.length = length;
    Arrays.fill(rows, 0, length, 0);
  }

  /**
   * Adds values from {@code start} on, each times a factor.
   *
   * @param from values before this place are zero, or there are none
   * @param to values from this place on are zero, or there are none
   */
  void add(double[] values, int start, int from, int to, double factor) {
    int first = Math.max(start, from);
    int end = Math.min(start + length, to);
    if (first >= end) {
      return;
    }
    int row = (1 + waiting) * ROW;
    int offset = row - start;
    Arrays.fill(rows, row, offset + first, 0);
    System.arraycopy(values, first, rows, offset + first, end - first);
    Arrays.fill(rows, offset + end, row + length, 0);
    factors[waiting++] = factor;
    if (waiting == factors.length) {
      add(rows, factors[0], factors[1], length);
      waiting = 0;
    }
  }

  /** Puts the sums at a place. */
  void end(double[] target, int start) {
    if (waiting > 0) {
      // Whatever the second row still holds, it counts nothing.
      add(rows, factors[0], 0, length);
      waiting = 0;
    }
    System.arraycopy(rows, 0, target, start, length);
  }

  private static void add(double[] rows, double one, double two, int length) {
    for (int i = 0; i < length; i++) {
      rows[i] += one * rows[i + ROW] + two * rows[i + 2 * ROW];
    }
  }
}
