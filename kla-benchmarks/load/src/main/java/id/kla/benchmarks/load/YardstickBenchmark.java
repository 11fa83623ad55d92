package id.kla.benchmarks.load;

import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The yardstick of every run: the hand-written flat loop over the rows of the shared load, one by
 * one, packed into each module's jar.
 *
 * <p>Before it is timed, it must agree with kla's engine in the total, the tier and every subtotal
 * of 10,000 sheets; what is timed beside it must agree with it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class YardstickBenchmark {

  @Param({"NONE", "BINDING"})
  private Caps caps = Caps.NONE;

  private Load load = Load.of(Caps.NONE);
  private FlatLoop flatLoop = load.flatLoop();
  private FlatLoop.Subtotals subtotals = flatLoop.subtotals();
  private short[][] rows = {};
  private int next;

  /** Made by JMH. */
  public YardstickBenchmark() {}

  /** Makes the rows, and refuses to time what disagrees with kla's engine. */
  @Setup
  public void makeRows() {
    load = Load.of(caps);
    flatLoop = load.flatLoop();
    subtotals = flatLoop.subtotals();
    ScoringEngine engine = ScoringEngine.of(load.edition());
    load.require(
        sheet -> {
          flatLoop.score(sheet.codes(), subtotals);
          ScoredAssessment scored = engine.score(load.assessment(sheet));
          requireParts(scored);
          return scored.points().units();
        });
    rows = load.timed().stream().map(Sheet::codes).toArray(short[][]::new);
  }

  private void requireParts(ScoredAssessment scored) {
    boolean isEqual =
        scored
            .now()
            .tier()
            .map(scored.edition().ladder().tiers()::indexOf)
            .orElse(-1)
            .equals(subtotals.tier());
    for (int c = 0; c < scored.clusters().size(); c++) {
      isEqual &= scored.clusters().get(c).points().units() == subtotals.cluster(c);
    }
    for (int i = 0; i < load.groups().size(); i++) {
      isEqual &= scored.indicators().get(i).points().units() == subtotals.indicator(i);
    }
    if (!isEqual) {
      throw new IllegalStateException("the flat loop and kla's engine disagree in a part");
    }
  }

  /** Scores one row. */
  @Benchmark
  public int flatLoop() {
    next = next + 1 == rows.length ? 0 : next + 1;
    return flatLoop.score(rows[next], subtotals);
  }
}
