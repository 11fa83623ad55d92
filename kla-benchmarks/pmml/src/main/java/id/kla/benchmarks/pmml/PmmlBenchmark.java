package id.kla.benchmarks.pmml;

import id.kla.benchmarks.load.Caps;
import id.kla.benchmarks.load.Load;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jpmml.evaluator.HasReasonCodeRanking;
import org.jpmml.evaluator.scorecard.ScorecardScore;
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
 * One sheet of the shared load without caps, scored by a scorecard of JPMML-Evaluator, with and
 * without reason codes; beside it the yardstick in the same jar. It must agree on all 10,000 sheets
 * before it is timed on 64 in turn.
 *
 * <pre>{@code
 * java -jar kla-benchmarks/pmml/target/benchmarks.jar -p caps=NONE -prof gc
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
public class PmmlBenchmark {

  /** A scorecard knows no others. */
  @Param("NONE")
  private Caps caps = Caps.NONE;

  private Scorecards plain = new Scorecards(Load.of(Caps.NONE), Scorecards.Reasons.NONE);
  private Scorecards reasoned = new Scorecards(Load.of(Caps.NONE), Scorecards.Reasons.CODES);
  private List<Map<String, Object>> sheets = List.of();
  private int next;

  /** Made by JMH. */
  public PmmlBenchmark() {}

  /** Makes the sheets, and refuses to time scorecards that disagree. */
  @Setup
  public void makeSheets() {
    Load load = Load.of(caps);
    plain = new Scorecards(load, Scorecards.Reasons.NONE);
    reasoned = new Scorecards(load, Scorecards.Reasons.CODES);
    load.require(sheet -> Scorecards.units(plain.score(Scorecards.arguments(load, sheet))));
    load.require(sheet -> Scorecards.units(reasoned.score(Scorecards.arguments(load, sheet))));
    sheets = load.timed().stream().map(sheet -> Scorecards.arguments(load, sheet)).toList();
  }

  private Map<String, Object> turn() {
    next = next + 1 == sheets.size() ? 0 : next + 1;
    return sheets.get(next);
  }

  /** Scores without reasons: the total. */
  @Benchmark
  public ScorecardScore<?> scorecard() {
    return plain.score(turn());
  }

  /** Scores with reason codes, ranked by the points that are lacking. */
  @Benchmark
  public List<String> scorecardWithReasonCodes() {
    return ((HasReasonCodeRanking) reasoned.score(turn())).getReasonCodeRanking();
  }
}
