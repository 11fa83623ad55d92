package id.kla.benchmarks;

import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.simulation.AwardChances;
import id.kla.simulation.AwardModel;
import id.kla.simulation.Influences;
import id.kla.simulation.ScoreDistribution;
import id.kla.simulation.TiedModel;
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
 * The distribution of the total of {@code kla-2024} when none of its 274 answers is certain: kla's
 * own on a lattice, and a plain version with a hash map from total to chance.
 *
 * <p>Seed 2024: of 2 awards a question earns its maximum or nothing, of 5 also awards between, in
 * hundredths; the maximum has a chance of 0.5 to 0.89. Both versions add questions to the total one
 * by one where an indicator's maximum can't cut, and take an indicator alone where it can. They
 * must agree to 10<sup>-12</sup> before timing starts. The edition in which every indicator is cut,
 * at nine tenths of what its questions can earn, is measured without the plain version, which takes
 * minutes there.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/jmh/target/benchmarks.jar DistributionBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public class DistributionBenchmark {

  private static final long HUNDREDTH = 100;

  /** How many awards each question has. */
  @Param({"2", "5"})
  private int awards;

  private AwardModel model = model(Editions.kla2024(), 2);
  private AwardModel cutModel = model;

  /** Made by JMH. */
  public DistributionBenchmark() {}

  /** Makes both models, and refuses to time versions that disagree. */
  @Setup
  public void makeModels() {
    model = model(Editions.kla2024(), awards);
    cutModel = model(cutEverywhere(Editions.kla2024()), awards);
    ScoreDistribution scores = lattice();
    Map<Long, Double> plain = maps();
    double sum = 0;
    for (Map.Entry<Long, Double> each : plain.entrySet()) {
      double chance = scores.chanceOf(Points.ofUnits(each.getKey()));
      sum += chance;
      if (Math.abs(chance - each.getValue()) > 1e-12) {
        throw new IllegalStateException("total " + each.getKey() + ": the versions disagree");
      }
    }
    if (Math.abs(sum - 1) > 1e-11) {
      throw new IllegalStateException("chances add up to " + sum);
    }
  }

  private static AwardModel model(Edition edition, int awards) {
    SplittableRandom random = new SplittableRandom(2024);
    Map<QuestionCode, AwardChances> all = new HashMap<>();
    for (Question question : edition.questions()) {
      Map<Points, Ratio> chances = new HashMap<>();
      long hundredths = question.maximum().units() / HUNDREDTH;
      long left = 100;
      for (int i = awards - 1; i > 0 && hundredths * i / (awards - 1) > 0; i--) {
        long chance = i == awards - 1 ? 50 + random.nextInt(40) : random.nextLong(left / 2 + 1);
        chances.put(
            Points.ofUnits(hundredths * i / (awards - 1) * HUNDREDTH), Ratio.of(chance, 100));
        left -= chance;
      }
      chances.put(Points.ZERO, Ratio.of(left, 100));
      all.put(question.code(), AwardChances.of(chances));
    }
    return AwardModel.of(edition, all);
  }

  private static Edition cutEverywhere(Edition edition) {
    List<Cluster> clusters = new ArrayList<>();
    for (Cluster cluster : edition.clusters()) {
      List<Indicator> indicators = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        long maximum =
            Math.min(indicator.maximum().orElseThrow().units(), indicator.sumOfQuestions().units());
        indicators.add(
            Indicator.builder()
                .from(indicator)
                .maximum(Points.ofUnits(maximum * 9 / 10 / HUNDREDTH * HUNDREDTH))
                .build());
      }
      clusters.add(Cluster.builder().from(cluster).indicators(indicators).build());
    }
    return Edition.builder().from(edition).clusters(clusters).build();
  }

  /** Takes the lattice. */
  @Benchmark
  public ScoreDistribution lattice() {
    return ScoreDistribution.of(model);
  }

  /** Takes the lattice where every indicator is cut. */
  @Benchmark
  public ScoreDistribution latticeWithEveryIndicatorCut() {
    return ScoreDistribution.of(cutModel);
  }

  /** Takes what matters for the fourth tier, of all questions, indicators and roles. */
  @Benchmark
  public Influences influences() {
    return influences(model);
  }

  /** Takes the same where every indicator is cut. */
  @Benchmark
  public Influences influencesWithEveryIndicatorCut() {
    return influences(cutModel);
  }

  private static Influences influences(AwardModel model) {
    return Influences.of(TiedModel.of(model, List.of()), model.edition().ladder().tier("UTAMA"));
  }

  /**
   * Takes a hash map from total to chance; with 5 awards most of a minute, so it runs less often.
   */
  @Benchmark
  @Warmup(iterations = 1, time = 1)
  @Measurement(iterations = 3, time = 1)
  @Fork(1)
  public Map<Long, Double> maps() {
    Map<Long, Double> total = Map.of(0L, 1.0);
    for (Indicator indicator : model.edition().indicators()) {
      long maximum = indicator.maximum().orElseThrow().units();
      boolean isCut = indicator.sumOfQuestions().units() > maximum;
      Map<Long, Double> held = isCut ? Map.of(0L, 1.0) : total;
      for (Question question : indicator.questions()) {
        held = sum(held, chances(question));
      }
      total = isCut ? sum(total, cut(held, maximum)) : held;
    }
    return total;
  }

  private Map<Long, Double> chances(Question question) {
    Map<Long, Double> chances = new HashMap<>();
    for (Map.Entry<Points, Ratio> each : model.award(question.code()).chances().entrySet()) {
      Ratio chance = each.getValue();
      chances.put(each.getKey().units(), (double) chance.numerator() / chance.denominator());
    }
    return chances;
  }

  private static Map<Long, Double> sum(Map<Long, Double> one, Map<Long, Double> other) {
    Map<Long, Double> sum = new HashMap<>();
    for (Map.Entry<Long, Double> each : one.entrySet()) {
      for (Map.Entry<Long, Double> more : other.entrySet()) {
        sum.merge(each.getKey() + more.getKey(), each.getValue() * more.getValue(), Double::sum);
      }
    }
    return sum;
  }

  private static Map<Long, Double> cut(Map<Long, Double> held, long maximum) {
    Map<Long, Double> cut = new HashMap<>();
    for (Map.Entry<Long, Double> each : held.entrySet()) {
      cut.merge(Math.min(each.getKey(), maximum), each.getValue(), Double::sum);
    }
    return cut;
  }
}
