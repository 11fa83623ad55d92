package id.kla.benchmarks.plan;

import id.kla.planning.Cheapest;
import id.kla.planning.Measures;
import id.kla.planning.Planner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cheapest plan among seeded measures, by kla and by two general solvers, with and without the
 * making of their models. {@link PlanTable} does the same over 50 instances and compares results.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/plan/target/benchmarks.jar PlanBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PlanBenchmark {

  private static final long MOST_MILLIS = 60_000;

  @Param({"200"})
  private int measures;

  @Param({"0", "1", "2", "3", "4"})
  private long seed;

  private Measures instance = Instances.of(0, 1);
  private Planner planner = Planner.of(instance);
  private Program program = Program.of(instance);
  private OjAlgo ojAlgo = new OjAlgo(program, MOST_MILLIS);
  private CpSat cpSat = new CpSat(program, MOST_MILLIS);

  /** Made by JMH. */
  public PlanBenchmark() {}

  /** Makes the measures. */
  @Setup
  public void make() {
    instance = Instances.of(seed, measures);
    planner = Planner.of(instance);
    program = Program.of(instance);
  }

  /** A model may not be solved twice. */
  @Setup(Level.Invocation)
  public void model() {
    ojAlgo = new OjAlgo(program, MOST_MILLIS);
    cpSat = new CpSat(program, MOST_MILLIS);
  }

  /** kla, its task made before. */
  @Benchmark
  public Cheapest kla() {
    return planner.cheapest("TARGET");
  }

  /** kla, its task included. */
  @Benchmark
  public Cheapest klaWithModel() {
    return Planner.of(instance).cheapest("TARGET");
  }

  /** ojAlgo, its model made before. */
  @Benchmark
  public long ojAlgo() {
    return ojAlgo.solve();
  }

  /** ojAlgo, its model included. */
  @Benchmark
  public long ojAlgoWithModel() {
    return new OjAlgo(Program.of(instance), MOST_MILLIS).solve();
  }

  /** CP-SAT, its model made before. */
  @Benchmark
  public long cpSat() {
    return cpSat.solve();
  }

  /** CP-SAT, its model included. */
  @Benchmark
  public long cpSatWithModel() {
    return new CpSat(Program.of(instance), MOST_MILLIS).solve();
  }
}
