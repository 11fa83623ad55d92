package id.kla.benchmarks.peers;

import id.kla.assessment.Assessment;
import id.kla.benchmarks.load.Caps;
import id.kla.benchmarks.load.Load;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.simulation.AnswerCodes;
import id.kla.simulation.BatchScorer;
import id.kla.simulation.BatchScores;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One sheet of the shared load, scored by kla and by what is written by hand or with EvalEx; beside
 * them the yardstick in the same jar.
 *
 * <p>Each has its sheets in its own form beforehand, takes 64 of them in turn, and must agree with
 * the yardstick on all 10,000 before it is timed; the batch scores the 10,000 at once.
 *
 * <pre>{@code
 * java -jar kla-benchmarks/peers/target/benchmarks.jar -prof gc
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class PeersBenchmark {

  /** Made by JMH. */
  public PeersBenchmark() {}

  /** What all have in common: the load, and whose turn it is. */
  @State(Scope.Thread)
  public static class Common {

    /** Whether caps cut anything. */
    @Param({"NONE", "BINDING"})
    Caps caps = Caps.NONE;

    Load load = Load.of(Caps.NONE);
    private int next;

    /** Makes the load. */
    @Setup
    public void make() {
      load = Load.of(caps);
    }

    <T> T turn(List<T> sheets) {
      next = next + 1 == sheets.size() ? 0 : next + 1;
      return sheets.get(next);
    }
  }

  private static long units(BigDecimal points) {
    return points.movePointRight(4).longValueExact();
  }

  /** kla's engine. */
  @State(Scope.Thread)
  public static class Engine {
    ScoringEngine engine = ScoringEngine.of(Load.of(Caps.NONE).edition());
    List<Assessment> sheets = List.of();

    /** Makes it, and refuses to time it if it disagrees. */
    @Setup
    public void make(Common common) {
      Load load = common.load;
      engine = ScoringEngine.of(load.edition());
      load.require(sheet -> engine.score(load.assessment(sheet)).points().units());
      sheets = load.timed().stream().map(load::assessment).toList();
    }
  }

  /** kla's batch. */
  @State(Scope.Thread)
  public static class Batch {
    BatchScorer scorer = BatchScorer.of(Load.of(Caps.NONE).edition());
    BatchScores scores = BatchScores.of(scorer.edition(), 0);
    short[][] columns = {};

    /** Makes it, and refuses to time it if it disagrees. */
    @Setup
    public void make(Common common) {
      Load load = common.load;
      scorer = BatchScorer.of(AnswerCodes.of(load.edition()));
      scores = BatchScores.of(load.edition(), Load.SHEETS);
      columns = new short[load.rules().size()][Load.SHEETS];
      IntStream.range(0, Load.SHEETS)
          .forEach(
              number -> {
                short[] row = load.sheet(number).codes();
                IntStream.range(0, row.length).forEach(q -> columns[q][number] = row[q]);
              });
      scorer.score(columns, scores);
      load.require(sheet -> scores.totals()[sheet.number()]);
    }
  }

  /** Records and a hash map. */
  @State(Scope.Thread)
  public static class ByHand {
    Plain plain = new Plain(Load.of(Caps.NONE));
    List<Map<String, Plain.Given>> sheets = List.of();

    /** Makes it, and refuses to time it if it disagrees. */
    @Setup
    public void make(Common common) {
      Load load = common.load;
      plain = new Plain(load);
      load.require(sheet -> plain.score(Plain.answers(load, sheet)).points());
      sheets = load.timed().stream().map(sheet -> Plain.answers(load, sheet)).toList();
    }
  }

  /** Streams, maps and decimals. */
  @State(Scope.Thread)
  public static class ByStreams {
    Streams streams = new Streams(Load.of(Caps.NONE));
    List<Map<String, Object>> sheets = List.of();

    /** Makes it, and refuses to time it if it disagrees. */
    @Setup
    public void make(Common common) {
      Load load = common.load;
      streams = new Streams(load);
      load.require(sheet -> units(streams.score(Streams.answers(load, sheet))));
      sheets = load.timed().stream().map(sheet -> Streams.answers(load, sheet)).toList();
    }
  }

  /** EvalEx. */
  @State(Scope.Thread)
  public static class ByFormulas {
    Formulas formulas = new Formulas(Load.of(Caps.NONE));
    List<List<Map<String, Object>>> sheets = List.of();

    /** Makes it, and refuses to time it if it disagrees. */
    @Setup
    public void make(Common common) {
      Load load = common.load;
      formulas = new Formulas(load);
      load.require(sheet -> units(formulas.score(Formulas.values(load, sheet))));
      sheets = load.timed().stream().map(sheet -> Formulas.values(load, sheet)).toList();
    }
  }

  /** Scores with kla's engine: the whole trace. */
  @Benchmark
  public ScoredAssessment engine(Common common, Engine engine) {
    return engine.engine.score(common.turn(engine.sheets));
  }

  /** Scores all sheets with kla's batch, from codes of answers. */
  @Benchmark
  @OperationsPerInvocation(Load.SHEETS)
  public BatchScores batch(Batch batch, Common common) {
    batch.scorer.score(batch.columns, batch.scores);
    return batch.scores;
  }

  /** Scores with the plain version: a node per question. */
  @Benchmark
  public Object plain(Common common, ByHand byHand) {
    return byHand.plain.score(common.turn(byHand.sheets));
  }

  /** Scores with streams, maps and decimals: the total. */
  @Benchmark
  public BigDecimal streams(Common common, ByStreams byStreams) {
    return byStreams.streams.score(common.turn(byStreams.sheets));
  }

  /** Scores with formulas of EvalEx: the total. */
  @Benchmark
  public BigDecimal evalEx(Common common, ByFormulas byFormulas) {
    return byFormulas.formulas.score(common.turn(byFormulas.sheets));
  }
}
