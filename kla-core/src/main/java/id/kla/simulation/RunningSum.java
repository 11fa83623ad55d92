package id.kla.simulation;

/** A sum that carries along what rounding loses on the way (Kahan's). */
final class RunningSum {

  private double sum;
  private double excess;

  void add(double value) {
    double next = value - excess;
    double longer = sum + next;
    excess = (longer - sum) - next;
    sum = longer;
  }

  double value() {
    return sum;
  }

  static double of(double[] values, int from, int to) {
    RunningSum sum = new RunningSum();
    for (int i = from; i < to; i++) {
      sum.add(values[i]);
    }
    return sum.value();
  }
}
