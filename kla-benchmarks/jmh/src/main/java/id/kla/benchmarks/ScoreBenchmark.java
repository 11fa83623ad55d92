package id.kla.benchmarks;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Question;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
 * One sheet of {@code kla-2024}, 274 questions, from answers to a total: kla's engine with the
 * whole trace, a plain version with the same nodes, and a flat loop without any.
 *
 * <p>One sheet again and again, or 64 in turn, seed 2024: of the questions 5 % are unanswered, 40 %
 * hold their maximum, the rest lie at quarters of it, as in real sheets. All three must agree
 * before timing starts. The heap is fixed and touched beforehand: results live on fresh memory,
 * whose first touch is noise.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/jmh/target/benchmarks.jar ScoreBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public class ScoreBenchmark {

  /** One sheet stays in the nearest cache; 64 of them do not. */
  @Param({"1", "64"})
  private int sheets;

  private final Edition edition = Editions.kla2024();
  private final ScoringEngine engine = ScoringEngine.of(edition);
  private final PlainScorer plainScorer = new PlainScorer(edition);
  private final FlatScorer flatScorer = new FlatScorer(edition);
  private Assessment[] assessments = {};
  private List<Map<String, Long>> maps = List.of();
  private long[][] rows = {};
  private int next;

  /** Made by JMH. */
  public ScoreBenchmark() {}

  /** Makes the sheets, and refuses to time versions that disagree. */
  @Setup
  public void makeSheets() {
    SplittableRandom random = new SplittableRandom(2024);
    assessments = new Assessment[sheets];
    maps = new ArrayList<>();
    rows = new long[sheets][edition.questions().size()];
    for (int sheet = 0; sheet < sheets; sheet++) {
      Assessment.Builder assessment =
          Assessment.builder()
              .edition(edition)
              .region(RegionCode.parse("16.10"))
              .round(Round.parse("2024/2025"))
              .stage("self");
      Map<String, Long> map = new HashMap<>();
      for (int i = 0; i < rows[sheet].length; i++) {
        Question question = edition.questions().get(i);
        int kind = random.nextInt(100);
        if (kind < 5) {
          continue;
        }
        long maximum = question.maximum().units();
        long points = kind < 45 ? maximum : maximum / 4 * random.nextInt(5);
        assessment.putAnswers(question.code(), Answer.of(Points.ofUnits(points)));
        map.put(question.code().toString(), points);
        rows[sheet][i] = points;
      }
      assessments[sheet] = assessment.build();
      maps.add(map);
      long total = engine.score(assessments[sheet]).points().units();
      if (total != plainScorer.score(map).now() || total != flatScorer.score(rows[sheet]) >> 4) {
        throw new IllegalStateException("sheet " + sheet + ": the versions disagree");
      }
    }
  }

  private int turn() {
    next = next + 1 == sheets ? 0 : next + 1;
    return next;
  }

  /** Scores with kla's engine: the whole trace. */
  @Benchmark
  public ScoredAssessment engine() {
    return engine.score(assessments[turn()]);
  }

  /** Scores with the plain version: the same nodes. */
  @Benchmark
  public Object plain() {
    return plainScorer.score(maps.get(turn()));
  }

  /** Scores with the flat loop: total and tier only. */
  @Benchmark
  public long flatLoop() {
    return flatScorer.score(rows[turn()]);
  }
}
