package id.kla.simulation;

import java.util.Arrays;

/**
 * Sums of what is independent, as chances of 0, 1, 2 and more steps.
 *
 * <p>Chances at either end that are smaller than {@value #TINY} are dropped: arithmetic with what
 * is smaller still than a double's least normal number takes a hundred times as long.
 */
final class Convolution {

  /** Far below any chance that means something, and far above what can't be told from zero. */
  static final double TINY = 1e-280;

  /** So many sums are finished at once that they stay in the nearest cache. */
  private static final int TILE = 1 << 11;

  private Convolution() {}

  /** Returns the chances of the sum; what passes {@code mostSteps} is cut there. */
  static double[] sum(double[] one, double[] other, int mostSteps) {
    double[] sum = new double[length(one.length, other.length, mostSteps)];
    add(sum, one, other);
    dropTiny(sum);
    return sum;
  }

  /** Returns the chances of the sum of what is held and a few numbers of steps, each by chance. */
  static double[] sum(double[] held, int[] steps, double[] chances, int mostSteps) {
    double[] sum = new double[length(held.length, steps[steps.length - 1] + 1, mostSteps)];
    add(sum, held, steps, chances);
    dropTiny(sum);
    return sum;
  }

  private static int length(int one, int other, int mostSteps) {
    return (int) Math.min((long) one + other - 1, (long) mostSteps + 1);
  }

  /** Adds the chances of the sum of both to those of {@code sum}; what passes its end is cut. */
  static void add(double[] sum, double[] one, double[] other) {
    int[] ofOne = attainable(one);
    int[] ofOther = attainable(other);
    boolean isFirst = ofOne.length <= ofOther.length;
    int[] few = isFirst ? ofOne : ofOther;
    double[] fewChances = isFirst ? one : other;
    add(
        sum,
        isFirst ? other : one,
        few,
        Arrays.stream(few).mapToDouble(step -> fewChances[step]).toArray());
  }

  /** Returns the numbers of steps that have a chance, ascending. */
  static int[] attainable(double[] chances) {
    int[] attainable = new int[chances.length];
    int count = 0;
    for (int i = 0; i < chances.length; i++) {
      if (chances[i] != 0) {
        attainable[count++] = i;
      }
    }
    return Arrays.copyOf(attainable, count);
  }

  /** Adds what is held, moved up by each number of steps, ascending, times its chance. */
  private static void add(double[] sum, double[] held, int[] steps, double[] chances) {
    int from = firstAbove(held, 0);
    int to = endAbove(held, 0);
    for (int tile = 0; tile < sum.length; tile += TILE) {
      int end = Math.min(tile + TILE, sum.length);
      int i = 0;
      for (; i + 3 < steps.length; i += 4) {
        int start = Math.max(tile, Math.min(end, steps[i + 3] + from));
        int stop = Math.max(start, Math.min(end, steps[i] + to));
        addFour(sum, held, steps, chances, i, start, stop);
        for (int k = i; k < i + 4; k++) {
          int first = Math.max(tile, steps[k] + from);
          int last = Math.min(end, steps[k] + to);
          addOne(sum, held, steps[k], chances[k], first, Math.min(start, last));
          addOne(sum, held, steps[k], chances[k], Math.max(stop, first), last);
        }
      }
      for (; i < steps.length; i++) {
        int start = Math.max(tile, steps[i] + from);
        addOne(sum, held, steps[i], chances[i], start, Math.min(end, steps[i] + to));
      }
    }
    for (int i = 0; i < steps.length; i++) {
      int fitting = Math.max(0, sum.length - steps[i]);
      if (fitting < to) {
        sum[sum.length - 1] += chances[i] * RunningSum.of(held, fitting, to);
      }
    }
  }

  private static void addOne(
      double[] sum, double[] held, int steps, double chance, int start, int stop) {
    for (int s = start; s < stop; s++) {
      sum[s] += chance * held[s - steps];
    }
  }

  /** Adds four of them at once: each sum is fetched and put back once. */
  private static void addFour(
      double[] sum, double[] held, int[] steps, double[] chances, int i, int start, int stop) {
    int step0 = steps[i];
    int step1 = steps[i + 1];
    int step2 = steps[i + 2];
    int step3 = steps[i + 3];
    double chance0 = chances[i];
    double chance1 = chances[i + 1];
    double chance2 = chances[i + 2];
    double chance3 = chances[i + 3];
    for (int s = start; s < stop; s++) {
      sum[s] +=
          chance0 * held[s - step0]
              + chance1 * held[s - step1]
              + chance2 * held[s - step2]
              + chance3 * held[s - step3];
    }
  }

  private static int firstAbove(double[] values, double bound) {
    int first = 0;
    while (first < values.length && values[first] <= bound) {
      first++;
    }
    return first;
  }

  private static int endAbove(double[] values, double bound) {
    int end = values.length;
    while (end > 0 && values[end - 1] <= bound) {
      end--;
    }
    return end;
  }

  private static void dropTiny(double[] values) {
    Arrays.fill(values, 0, firstAbove(values, TINY), 0);
    Arrays.fill(values, endAbove(values, TINY), values.length, 0);
  }

  /**
   * Returns what is expected of a value once a number of steps is added by chance: for each number
   * of steps below {@code length} that are held before.
   *
   * @param steps ascending
   * @param value for each number of steps, never falling; from the last on it stays the same
   */
  static double[] expected(int[] steps, double[] chances, double[] value, int length) {
    double last = value[value.length - 1];
    int from = firstAbove(value, TINY);
    int to = value.length;
    while (to > from && value[to - 1] == last) {
      to--;
    }
    double[] expected = new double[length];
    for (int tile = 0; tile < length; tile += TILE) {
      int end = Math.min(tile + TILE, length);
      for (int i = 0; i < steps.length; i++) {
        int step = steps[i];
        double chance = chances[i];
        int changing = Math.max(tile, Math.min(end, to - step));
        for (int s = Math.max(tile, from - step); s < changing; s++) {
          expected[s] += chance * value[s + step];
        }
      }
    }
    addTails(expected, steps, chances, last, to);
    dropTiny(expected);
    return expected;
  }

  /** Adds what is expected where the steps lead to where the value stays the same. */
  private static void addTails(
      double[] expected, int[] steps, double[] chances, double last, int to) {
    RunningSum tail = new RunningSum();
    int next = steps.length - 1;
    for (int s = 0; s < expected.length; s++) {
      while (next >= 0 && steps[next] + s >= to) {
        tail.add(chances[next--]);
      }
      expected[s] += last * tail.value();
    }
  }

  /** Returns what is expected of a value once a number of steps is added, and those for certain. */
  static double expectedAt(double[] chances, double[] value, int steps) {
    int fitting = Math.max(0, Math.min(chances.length, value.length - steps));
    RunningSum sum = new RunningSum();
    for (int tile = 0; tile < fitting; tile += TILE) {
      sum.add(product(chances, value, steps, tile, Math.min(tile + TILE, fitting)));
    }
    sum.add(value[value.length - 1] * RunningSum.of(chances, fitting, chances.length));
    return sum.value();
  }

  private static double product(double[] chances, double[] value, int steps, int from, int to) {
    double one = 0;
    double two = 0;
    double three = 0;
    double four = 0;
    int r = from;
    for (; r + 3 < to; r += 4) {
      one += chances[r] * value[r + steps];
      two += chances[r + 1] * value[r + 1 + steps];
      three += chances[r + 2] * value[r + 2 + steps];
      four += chances[r + 3] * value[r + 3 + steps];
    }
    for (; r < to; r++) {
      one += chances[r] * value[r + steps];
    }
    return one + two + three + four;
  }
}
