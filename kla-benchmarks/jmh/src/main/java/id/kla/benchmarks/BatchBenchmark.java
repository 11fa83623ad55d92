package id.kla.benchmarks;

import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.points.Points;
import id.kla.simulation.AnswerCodes;
import id.kla.simulation.BatchScorer;
import id.kla.simulation.BatchScores;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Many sheets at once, from points and from codes: kla's batch, column by column, beside a
 * hand-written loop over rows of the same numbers, and beside a roof, the sum of as many bytes read
 * as {@code long[]}.
 *
 * <p>{@code kla-2024}, 274 questions, with the maximum of each indicator at three fifths of what
 * its questions earn, so that caps bind. Answers have seed 2024: 5 % are unanswered, 40 % earn the
 * maximum, the rest lie at quarters of it. A question has seven codes. 512 sheets stay in the
 * second cache, 262,144 do not stay in any. Totals and tiers must agree before timing starts.
 * Points that are out of range are found by the batch alone, not by the rows. With {@code -t 2} two
 * threads each score sheets of their own; {@code registers} says what two threads can gain at all.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/jmh/target/benchmarks.jar BatchBenchmark -prof gc
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class BatchBenchmark {

  private static final int CODES = 7;

  /** Made by JMH. */
  public BatchBenchmark() {}

  /** What all have in common. */
  @State(Scope.Thread)
  public static class Common {

    /** How many sheets are scored at once. */
    @Param({"512", "262144"})
    int sheets;

    final Edition edition = capped(Editions.kla2024());
    final AnswerCodes codes = quarters(edition);
    final BatchScorer batch = BatchScorer.of(codes);
    final RowScorer rows = new RowScorer(edition, codes, CODES + 1);
    final int questions = edition.questions().size();
    int[] totals = {};
    int[] tiers = {};
    BatchScores scores = BatchScores.of(edition, 0);
    ExecutorService executor = Executors.newSingleThreadExecutor();

    /** Makes room for results. */
    @Setup
    public void makeRoom() {
      totals = new int[sheets];
      tiers = new int[sheets];
      scores = BatchScores.of(edition, sheets);
    }

    /** Ends the other thread. */
    @TearDown
    public void stop() {
      executor.shutdownNow();
    }

    private static Edition capped(Edition edition) {
      return Edition.builder()
          .from(edition)
          .clusters(edition.clusters().stream().map(Common::capped).toList())
          .build();
    }

    private static Cluster capped(Cluster cluster) {
      return Cluster.builder()
          .from(cluster)
          .indicators(
              cluster.indicators().stream()
                  .map(
                      indicator ->
                          Indicator.builder()
                              .from(indicator)
                              .maximum(threeFifths(indicator.questions()))
                              .build())
                  .toList())
          .build();
    }

    private static Points threeFifths(List<Question> questions) {
      long sum = Points.sum(questions.stream().map(Question::maximum).toList()).units();
      return Points.ofUnits(sum / 5 * 3);
    }

    private static AnswerCodes quarters(Edition edition) {
      AnswerCodes codes = AnswerCodes.of(edition);
      for (Question question : edition.questions()) {
        long maximum = question.maximum().units();
        codes =
            codes.with(
                question.code(),
                List.of(
                    Points.ZERO,
                    Points.ofUnits(maximum / 4),
                    Points.ofUnits(maximum / 4 * 2),
                    Points.ofUnits(maximum / 4 * 3),
                    question.maximum()));
      }
      return codes;
    }

    /** Gives each answer of each sheet, sheet by sheet, to whoever keeps it. */
    void draw(Keeper keeper) {
      SplittableRandom random = new SplittableRandom(2024);
      for (int sheet = 0; sheet < sheets; sheet++) {
        for (int question = 0; question < questions; question++) {
          int kind = random.nextInt(100);
          int code = kind < 5 ? 0 : kind < 45 ? 5 : 1 + random.nextInt(5);
          keeper.keep(sheet, question, code);
        }
      }
    }

    int units(int question, int code) {
      return (int) codes.award(question, code).units();
    }

    /** Refuses to time what disagrees with the rows of the same sheets. */
    void require(boolean isCoded) {
      int[] points = new int[isCoded ? 0 : sheets * questions];
      short[] answers = new short[isCoded ? sheets * questions : 0];
      int[][] units = new int[questions][CODES];
      IntStream.range(0, questions)
          .forEach(question -> Arrays.setAll(units[question], code -> units(question, code)));
      draw(
          (sheet, question, code) -> {
            if (isCoded) {
              answers[sheet * questions + question] = (short) code;
            } else {
              points[sheet * questions + question] = units[question][code];
            }
          });
      if (isCoded) {
        rows.score(answers, totals, tiers);
      } else {
        rows.score(points, totals, tiers);
      }
      if (!Arrays.equals(totals, scores.totals()) || !Arrays.equals(tiers, scores.tiers())) {
        throw new IllegalStateException("the versions disagree");
      }
    }
  }

  /** Keeps what is drawn. */
  interface Keeper {
    /** Keeps one answer. */
    void keep(int sheet, int question, int code);
  }

  /** Points, column by column. */
  @State(Scope.Thread)
  public static class PointColumns {
    int[][] columns = {};

    /** Draws them, and refuses to time versions that disagree. */
    @Setup
    public void draw(Common common) {
      columns = new int[common.questions][common.sheets];
      int[][] units = new int[common.questions][CODES];
      IntStream.range(0, common.questions)
          .forEach(
              question -> Arrays.setAll(units[question], code -> common.units(question, code)));
      common.draw((sheet, question, code) -> columns[question][sheet] = units[question][code]);
      common.batch.score(columns, common.scores);
      common.require(false);
    }
  }

  /** Points, sheet by sheet. */
  @State(Scope.Thread)
  public static class PointRows {
    int[] rows = {};

    /** Draws them. */
    @Setup
    public void draw(Common common) {
      rows = new int[common.questions * common.sheets];
      int[][] units = new int[common.questions][CODES];
      IntStream.range(0, common.questions)
          .forEach(
              question -> Arrays.setAll(units[question], code -> common.units(question, code)));
      common.draw(
          (sheet, question, code) ->
              rows[sheet * common.questions + question] = units[question][code]);
    }
  }

  /** Codes, column by column. */
  @State(Scope.Thread)
  public static class CodeColumns {
    short[][] columns = {};

    /** Draws them, and refuses to time versions that disagree. */
    @Setup
    public void draw(Common common) {
      columns = new short[common.questions][common.sheets];
      common.draw((sheet, question, code) -> columns[question][sheet] = (short) code);
      common.batch.score(columns, common.scores);
      common.require(true);
    }
  }

  /** Codes, sheet by sheet. */
  @State(Scope.Thread)
  public static class CodeRows {
    short[] rows = {};

    /** Draws them. */
    @Setup
    public void draw(Common common) {
      rows = new short[common.questions * common.sheets];
      common.draw(
          (sheet, question, code) -> rows[sheet * common.questions + question] = (short) code);
    }
  }

  /** As many bytes as there are points. */
  @State(Scope.Thread)
  public static class PointBytes {
    long[] numbers = {};

    /** Makes them. */
    @Setup
    public void make(Common common) {
      numbers = new long[common.questions * common.sheets / 2];
      Arrays.setAll(numbers, i -> i);
    }
  }

  /** As many bytes as there are codes. */
  @State(Scope.Thread)
  public static class CodeBytes {
    long[] numbers = {};

    /** Makes them. */
    @Setup
    public void make(Common common) {
      numbers = new long[common.questions * common.sheets / 4];
      Arrays.setAll(numbers, i -> i);
    }
  }

  private static long sum(long[] numbers) {
    long sum = 0;
    for (long number : numbers) {
      sum += number;
    }
    return sum;
  }

  /** Reads the bytes of the points. */
  @Benchmark
  public long gradedRoof(PointBytes bytes) {
    return sum(bytes.numbers);
  }

  /** Scores points by the batch. */
  @Benchmark
  public Object graded(Common common, PointColumns points) {
    common.batch.score(points.columns, common.scores);
    return common.scores;
  }

  /** Scores points by the batch on two threads. */
  @Benchmark
  public Object gradedOnTwoThreads(Common common, PointColumns points) {
    common.batch.score(points.columns, common.scores, common.executor, 2);
    return common.scores;
  }

  /** Scores points row by row. */
  @Benchmark
  public Object gradedRows(Common common, PointRows points) {
    common.rows.score(points.rows, common.totals, common.tiers);
    return common.totals;
  }

  /** Reads the bytes of the codes. */
  @Benchmark
  public long codedRoof(CodeBytes bytes) {
    return sum(bytes.numbers);
  }

  /** Scores codes by the batch. */
  @Benchmark
  public Object coded(Common common, CodeColumns answers) {
    common.batch.score(answers.columns, common.scores);
    return common.scores;
  }

  /** Scores codes by the batch on two threads. */
  @Benchmark
  public Object codedOnTwoThreads(Common common, CodeColumns answers) {
    common.batch.score(answers.columns, common.scores, common.executor, 2);
    return common.scores;
  }

  /** Scores codes row by row. */
  @Benchmark
  public Object codedRows(Common common, CodeRows answers) {
    common.rows.score(answers.rows, common.totals, common.tiers);
    return common.totals;
  }

  /**
   * Keeps the arithmetic of one core busy with what stands in registers: what a second thread
   * brings to it, which shares nothing, is what the machine has to give.
   */
  @Benchmark
  public long registers(Common common) {
    long a = common.sheets;
    long b = common.sheets + 1L;
    long c = common.sheets + 2L;
    long d = common.sheets + 3L;
    long e = common.sheets + 4L;
    long f = common.sheets + 5L;
    long g = common.sheets + 6L;
    long h = common.sheets + 7L;
    for (int i = 0; i < 1_000; i++) {
      a ^= a << 13;
      b ^= b << 13;
      c ^= c << 13;
      d ^= d << 13;
      e ^= e << 13;
      f ^= f << 13;
      g ^= g << 13;
      h ^= h << 13;
      a ^= a >>> 7;
      b ^= b >>> 7;
      c ^= c >>> 7;
      d ^= d >>> 7;
      e ^= e >>> 7;
      f ^= f >>> 7;
      g ^= g >>> 7;
      h ^= h >>> 7;
    }
    return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
  }
}
