package id.kla.simulation;

/** Sums of what is independent, as chances of 0, 1, 2 and more steps. */
final class Convolution {

  private Convolution() {}

  /** Returns the chances of the sum; what passes {@code mostSteps} is cut there. */
  static double[] sum(double[] one, double[] other, int mostSteps) {
    double[] sum = new double[length(one.length, other.length, mostSteps)];
    add(sum, one, other);
    return sum;
  }

  static int length(int one, int other, int mostSteps) {
    return (int) Math.min((long) one + other - 1, (long) mostSteps + 1);
  }

  /** Adds the chances of the sum of both to those of {@code sum}; what passes its end is cut. */
  static void add(double[] sum, double[] one, double[] other) {
    boolean isFirst = attainable(one) <= attainable(other);
    double[] few = isFirst ? one : other;
    double[] many = isFirst ? other : one;
    for (int i = 0; i < few.length; i++) {
      if (few[i] != 0) {
        add(sum, many, i, few[i]);
      }
    }
  }

  private static int attainable(double[] chances) {
    int count = 0;
    for (double chance : chances) {
      count += chance == 0 ? 0 : 1;
    }
    return count;
  }

  /** Adds {@code chance} times what is held, moved up; what passes the end is added to the last. */
  static void add(double[] sum, double[] held, int steps, double chance) {
    int fitting = Math.min(held.length, sum.length - steps);
    for (int i = 0; i < fitting; i++) {
      sum[steps + i] += chance * held[i];
    }
    if (fitting < held.length) {
      sum[sum.length - 1] += chance * RunningSum.of(held, fitting, held.length);
    }
  }
}
