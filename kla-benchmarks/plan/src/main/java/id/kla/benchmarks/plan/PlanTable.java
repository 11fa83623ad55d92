package id.kla.benchmarks.plan;

import id.kla.planning.Cheapest;
import id.kla.planning.Measures;
import id.kla.planning.Planner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;

/**
 * Prints how long kla, ojAlgo and CP-SAT take for the same seeded measures: median and worst, and
 * how many times faster kla is than the faster of the two, instance by instance.
 *
 * <p>Costs that differ end the run. Arguments: instances (50), measures (200), seconds for each
 * (60), and {@code kla} to leave the others out.
 */
public final class PlanTable {

  private static final int WARM_UP = 8;

  private PlanTable() {}

  /** Runs it. */
  public static void main(String... arguments) {
    int instances = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int measures = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    long millis = 1000 * (arguments.length > 2 ? Long.parseLong(arguments[2]) : 60);
    boolean alone = arguments.length > 3;
    for (int seed = 1000; seed < 1000 + WARM_UP; seed++) {
      run(Instances.of(seed, measures), Math.min(millis, 3000), alone);
    }
    List<double[]> rows = new ArrayList<>();
    for (int seed = 0; seed < instances; seed++) {
      double[] row = run(Instances.of(seed, measures), millis, alone);
      rows.add(row);
      System.out.printf(
          Locale.ROOT,
          "%3d  kla %9.2f %9.2f   ojAlgo %9.1f %9.1f   CP-SAT %9.1f %9.1f ms%n",
          seed,
          row[0],
          row[1],
          row[2],
          row[3],
          row[4],
          row[5]);
    }
    System.out.println();
    System.out.println("milliseconds, model building excluded | included");
    print("kla", rows, 0);
    if (!alone) {
      print("ojAlgo", rows, 2);
      print("CP-SAT", rows, 4);
      for (int with = 0; with < 2; with++) {
        int column = with;
        double[] ratios =
            sorted(
                rows.stream().mapToDouble(r -> Math.min(r[2 + column], r[4 + column]) / r[column]));
        System.out.printf(
            Locale.ROOT,
            "faster of the two to kla, %s: median %.1f, least %.1f%n",
            with == 0 ? "excluded" : "included",
            ratios[ratios.length / 2],
            ratios[0]);
      }
    }
  }

  private static void print(String name, List<double[]> rows, int column) {
    double[] without = sorted(rows.stream().mapToDouble(row -> row[column]));
    double[] with = sorted(rows.stream().mapToDouble(row -> row[column + 1]));
    System.out.printf(
        Locale.ROOT,
        "%-7s median %.2f, worst %.2f | median %.2f, worst %.2f%n",
        name,
        without[without.length / 2],
        without[without.length - 1],
        with[with.length / 2],
        with[with.length - 1]);
  }

  private static double[] sorted(DoubleStream values) {
    double[] sorted = values.toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double[] run(Measures measures, long millis, boolean alone) {
    double[] row = new double[6];
    Program program = Program.of(measures);
    Duration limit = Duration.ofMillis(millis);
    long kla =
        timed(
            row,
            0,
            () -> Planner.of(measures).within(limit),
            planner -> cost(planner.cheapest("TARGET")));
    if (alone) {
      return row;
    }
    long ojAlgo = timed(row, 2, () -> new OjAlgo(program, millis), OjAlgo::solve);
    long cpSat = timed(row, 4, () -> new CpSat(program, millis), CpSat::solve);
    if (differ(kla, ojAlgo) || differ(kla, cpSat)) {
      throw new IllegalStateException("kla " + kla + ", ojAlgo " + ojAlgo + ", CP-SAT " + cpSat);
    }
    return row;
  }

  private static boolean differ(long a, long b) {
    return a != b && a != Program.UNKNOWN && b != Program.UNKNOWN;
  }

  private static long cost(Cheapest cheapest) {
    if (cheapest instanceof Cheapest.Proven proven) {
      return proven.plan().cost().longValueExact();
    }
    return cheapest instanceof Cheapest.NotReachable ? Program.NONE : Program.UNKNOWN;
  }

  private static <M> long timed(
      double[] row, int column, Supplier<M> building, ToLongFunction<M> solving) {
    long start = System.nanoTime();
    M model = building.get();
    long built = System.nanoTime();
    long cost = solving.applyAsLong(model);
    long solved = System.nanoTime();
    row[column] = (solved - built) / 1e6;
    row[column + 1] = (solved - start) / 1e6;
    return cost;
  }
}
