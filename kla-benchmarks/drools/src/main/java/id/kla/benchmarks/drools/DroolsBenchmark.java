package id.kla.benchmarks.drools;

import id.kla.benchmarks.load.Caps;
import id.kla.benchmarks.load.Load;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One sheet of the shared load, scored by rules of Drools; beside it the yardstick in the same jar.
 * It must agree on all 10,000 sheets before it is timed on 64 in turn. Compiling the rules is not
 * timed.
 *
 * <pre>{@code
 * java -jar kla-benchmarks/drools/target/benchmarks.jar -prof gc
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class DroolsBenchmark {

  /** Whether caps cut anything. */
  @Param({"NONE", "BINDING"})
  private Caps caps = Caps.NONE;

  private @Nullable RuleBase rules;
  private List<List<Given>> sheets = List.of();
  private int next;

  /** Made by JMH. */
  public DroolsBenchmark() {}

  /** Compiles the rules, and refuses to time what disagrees. */
  @Setup
  public void makeRules() {
    Load load = Load.of(caps);
    RuleBase made = new RuleBase(load);
    load.require(sheet -> made.score(RuleBase.answers(load, sheet)));
    sheets = load.timed().stream().map(sheet -> RuleBase.answers(load, sheet)).toList();
    rules = made;
  }

  /** Ends the session. */
  @TearDown
  public void close() {
    Objects.requireNonNull(rules).close();
  }

  /** Scores with rules: the total. */
  @Benchmark
  public long rules() {
    next = next + 1 == sheets.size() ? 0 : next + 1;
    return Objects.requireNonNull(rules).score(sheets.get(next));
  }
}
