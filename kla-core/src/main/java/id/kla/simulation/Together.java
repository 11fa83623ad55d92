package id.kla.simulation;

import java.util.function.UnaryOperator;

/**
 * Adds parts to a sum, those that take few values together first, so that what has many values is
 * gone through less often.
 */
final class Together {

  private static final double FEW = 32;

  private static final double[] NOTHING = {1};

  private final int mostSteps;
  private double[] sum;
  private double[] few = NOTHING;

  /**
   * Begins with what is held.
   *
   * @param mostSteps what passes this is cut there
   */
  Together(double[] held, int mostSteps) {
    this.sum = held;
    this.mostSteps = mostSteps;
  }

  /**
   * Adds a part.
   *
   * @param plus gives the chances of what it is given and the part together
   * @param values how many different numbers of steps it adds, at most
   */
  void add(UnaryOperator<double[]> plus, double values) {
    if (values > FEW) {
      flush();
      sum = plus.apply(sum);
      return;
    }
    double[] more = plus.apply(few);
    int before = Convolution.attainable(few).length;
    if (before > 1 && Convolution.attainable(more).length > before + values) {
      flush();
      more = plus.apply(few);
    }
    few = more;
  }

  private void flush() {
    if (few.length > 1 || few[0] != 1) {
      sum = Convolution.sum(sum, few, mostSteps);
    }
    few = NOTHING;
  }

  /** Returns the chances of all together. */
  double[] sum() {
    flush();
    return sum;
  }
}
