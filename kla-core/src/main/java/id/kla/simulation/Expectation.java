package id.kla.simulation;

/** What is expected of a value that hangs on a number of steps, once more are added by chance. */
final class Expectation {

  /** So many products are added up before their sum is, so that rounding stays small. */
  private static final int STRETCH = 1 << 11;

  private Expectation() {}

  /**
   * Returns what is expected of a value once a number of steps is added by chance: for each number
   * of steps below {@code length} that are held before.
   *
   * @param steps ascending
   * @param value for each number of steps, never falling; from the last on it stays the same
   */
  static double[] of(int[] steps, double[] chances, double[] value, int length) {
    double last = value[value.length - 1];
    int from = 0;
    while (from < value.length && value[from] <= Accumulation.TINY) {
      from++;
    }
    int to = value.length;
    while (to > from && value[to - 1] == last) {
      to--;
    }
    double[] expected = new double[length];
    Tile tile = new Tile();
    for (int start = 0; start < length; start += Tile.MOST) {
      tile.begin(Math.min(Tile.MOST, length - start));
      for (int i = 0; i < steps.length; i++) {
        tile.add(value, start + steps[i], from, to, chances[i]);
      }
      tile.end(expected, start);
    }
    addTails(expected, steps, chances, last, to);
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
  static double at(double[] chances, double[] value, int steps) {
    int fitting = Math.max(0, Math.min(chances.length, value.length - steps));
    RunningSum sum = new RunningSum();
    for (int start = 0; start < fitting; start += STRETCH) {
      sum.add(product(chances, value, steps, start, Math.min(start + STRETCH, fitting)));
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
