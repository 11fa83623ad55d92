package id.kla.simulation;

/**
 * The innermost loops of batch scoring and of drawn sheets.
 *
 * <p>The compiler turns a loop into vector instructions only where every array is read and written
 * at the same place, in one kind of number, and the body is small. That is why all arrays are as
 * long as the columns, why no loop here takes more than two columns, why a minimum is spelled out,
 * and why what is wrong is gathered in the sign of a number for each sheet.
 */
final class Lanes {

  private Lanes() {}

  /** Adds a column of points; a number below 0 or above its maximum turns the sign of wrong. */
  static void add(int[] sums, int[] wrong, int[] column, int most, int from, int to) {
    for (int i = from; i < to; i++) {
      int points = column[i];
      wrong[i] |= points | (most - points);
      sums[i] += points;
    }
  }

  /** Adds two columns of points. */
  static void add(
      int[] sums, int[] wrong, int[] one, int[] other, int most, int otherMost, int from, int to) {
    for (int i = from; i < to; i++) {
      int points = one[i];
      int more = other[i];
      wrong[i] |= points | (most - points) | more | (otherMost - more);
      sums[i] += points + more;
    }
  }

  /** A code below 0 or above the last turns the sign of wrong. */
  static void check(short[] wrong, short[] column, int last, int from, int to) {
    for (int i = from; i < to; i++) {
      wrong[i] = (short) (wrong[i] | column[i] | (last - column[i]));
    }
  }

  /** Checks two columns of codes. */
  static void check(
      short[] wrong, short[] one, short[] other, int last, int otherLast, int from, int to) {
    for (int i = from; i < to; i++) {
      short code = one[i];
      short more = other[i];
      wrong[i] = (short) (wrong[i] | code | (last - code) | more | (otherLast - more));
    }
  }

  /** Sets places to those of two codes in a joint table. */
  static void join(short[] places, short[] one, short[] other, int stride, int from, int to) {
    for (int i = from; i < to; i++) {
      places[i] = (short) (one[i] + stride * other[i]);
    }
  }

  /** Goes on to the places of one more code. */
  static void join(short[] places, short[] column, int stride, int from, int to) {
    for (int i = from; i < to; i++) {
      places[i] = (short) (places[i] + stride * column[i]);
    }
  }

  /** Adds what stands in a table, whose length is a power of two. */
  static void look(int[] sums, short[] places, int[] table, int from, int to) {
    for (int i = from; i < to; i++) {
      sums[i] += table[places[i] & (table.length - 1)];
    }
  }

  /** Cuts sums at a cap, and adds what is left to a total. */
  static void cut(int[] sums, int[] total, int cap, int from, int to) {
    for (int i = from; i < to; i++) {
      int over = sums[i] - cap;
      int held = cap + (over & (over >> 31));
      sums[i] = held;
      total[i] += held;
    }
  }

  /** Adds one column to another. */
  static void add(int[] sums, int[] column, int from, int to) {
    for (int i = from; i < to; i++) {
      sums[i] += column[i];
    }
  }

  /** Goes up one step where a total has reached a rung. */
  static void climb(int[] steps, int[] totals, int least, int from, int to) {
    for (int i = from; i < to; i++) {
      steps[i] += 1 + ((totals[i] - least) >> 31);
    }
  }

  /** Takes the lower of two steps. */
  static void lower(int[] steps, int[] others, int from, int to) {
    for (int i = from; i < to; i++) {
      int over = steps[i] - others[i];
      steps[i] = others[i] + (over & (over >> 31));
    }
  }

  /** Holds steps down to at most one where points are less than required. */
  static void hold(int[] steps, int[] points, int least, int most, int from, int to) {
    for (int i = from; i < to; i++) {
      if (points[i] < least) {
        steps[i] = Math.min(steps[i], most);
      }
    }
  }

  /** Holds steps down to at most one where a code earns less than required. */
  static void hold(
      int[] steps, short[] column, int[] table, int least, int most, int from, int to) {
    for (int i = from; i < to; i++) {
      if (table[column[i] & (table.length - 1)] < least) {
        steps[i] = Math.min(steps[i], most);
      }
    }
  }

  /** Adds a number to each sum. */
  static void add(long[] sums, long more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more;
    }
  }

  /** Adds one column to another. */
  static void add(long[] sums, long[] column) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += column[i];
    }
  }

  /** Cuts sums at a cap, and adds what is left to a total. */
  static void cut(long[] sums, long[] total, long cap) {
    for (int i = 0; i < sums.length; i++) {
      long over = sums[i] - cap;
      long held = cap + (over & (over >> 63));
      sums[i] = held;
      total[i] += held;
    }
  }

  /**
   * Adds a number, and for each of two ends that the steps of random bits reach its rise, wherever
   * a mask is -1.
   */
  static void rise(
      long[] sums,
      long[] mask,
      long[] bits,
      long base,
      long end,
      long rise,
      long otherEnd,
      long otherRise) {
    for (int i = 0; i < sums.length; i++) {
      long steps = bits[i] >>> Choice.UNUSED_BITS;
      long reached = ((steps - end) >>> 63) - 1;
      long otherReached = ((steps - otherEnd) >>> 63) - 1;
      sums[i] += (base + (rise & reached) + (otherRise & otherReached)) & mask[i];
    }
  }
}
