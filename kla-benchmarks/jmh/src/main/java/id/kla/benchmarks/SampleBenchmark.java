package id.kla.benchmarks;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.simulation.AwardChances;
import id.kla.simulation.AwardModel;
import id.kla.simulation.Draws;
import id.kla.simulation.SampledDistribution;
import id.kla.simulation.Sampler;
import id.kla.simulation.SharedFactor;
import id.kla.simulation.TiedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million drawn and scored sheets of Ogan Ilir, with 5 outcomes for each of 274 questions, beside
 * as many numbers of a generator that goes from one to the next (XO_SHI_RO_256_PP of Apache Commons
 * RNG), which does nothing with them.
 *
 * <p>Seed 2024. A question earns what the example {@code ogan-ilir-2024.json} claims with a chance
 * of one half, and nothing, one, two or three quarters of it with one of an eighth each; where it
 * claims nothing, quarters of the maximum; where there is nothing to earn, nothing. What a sheet
 * earns is cut at the maxima of indicators, counted by total, and set against the ladder. Times are
 * for one draw. In a second version all questions share a factor of two states.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/jmh/target/benchmarks.jar SampleBenchmark
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
public class SampleBenchmark {

  private static final String NAME = "ogan-ilir-2024.json";
  private static final int SEED = 2024;
  private static final int DRAWS = 1_000_000;
  private static final int TILE = 512;
  private static final int OUTCOMES = 5;

  private final long[] bits = new long[TILE];
  private final UniformRandomProvider sequence = RandomSource.XO_SHI_RO_256_PP.create(SEED);
  private final Sampler alone;
  private final Sampler tied;

  /** Made by JMH: reads the example from beside this class. */
  public SampleBenchmark() {
    try (InputStream example = SampleBenchmark.class.getResourceAsStream(NAME)) {
      String text =
          new String(Objects.requireNonNull(example, NAME).readAllBytes(), StandardCharsets.UTF_8);
      Assessment sheet = KlaJson.strict().read(KlaFormat.ASSESSMENT, NAME, text).orThrow();
      Map<QuestionCode, AwardChances> half = chances(sheet, 8);
      AwardModel model = AwardModel.of(sheet.edition(), half);
      SharedFactor factor =
          new SharedFactor(
              "verifier",
              List.of(
                  new SharedFactor.State(Ratio.of(1, 3), chances(sheet, 6)),
                  new SharedFactor.State(Ratio.of(2, 3), half)));
      alone = sampler(sheet, TiedModel.of(model, List.of()));
      tied = sampler(sheet, TiedModel.of(model, List.of(factor)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every other outcome has one of so many parts, and the claim the rest. */
  private static Map<QuestionCode, AwardChances> chances(Assessment sheet, int parts) {
    Edition edition = sheet.edition();
    ScoredAssessment scored = ScoringEngine.of(edition).score(sheet);
    Map<QuestionCode, AwardChances> all = new HashMap<>();
    for (Question question : edition.questions()) {
      long claimed = scored.question(question.code()).points().units();
      long most = claimed > 0 ? claimed : question.maximum().units();
      if (most == 0) {
        all.put(question.code(), AwardChances.certain(Points.ZERO));
        continue;
      }
      Map<Points, Ratio> chances = new HashMap<>();
      for (int i = 0; i < OUTCOMES; i++) {
        boolean isClaim = i == OUTCOMES - 1;
        chances.put(
            Points.ofUnits(most * i / (OUTCOMES - 1)),
            Ratio.of(isClaim ? parts - (OUTCOMES - 1) : 1, parts));
      }
      all.put(question.code(), AwardChances.of(chances));
    }
    return all;
  }

  private static Sampler sampler(Assessment sheet, TiedModel model) {
    Draws draws = Draws.of(SEED, sheet.edition(), model.factorCodes(), List.of(sheet.region()));
    return Sampler.of(model, draws, sheet.region());
  }

  /** Refuses to time draws that are far from what is expected. */
  @Setup
  public void compare() {
    SampledDistribution sample = alone.sample(0, Sampler.STRIDE);
    if (sample.draws() != Sampler.STRIDE || sample.counts().size() < 1000) {
      throw new IllegalStateException("the draws are not spread: " + sample);
    }
  }

  /** Draws and scores sheets of independent questions. */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public SampledDistribution sheets() {
    return alone.sample(0, DRAWS);
  }

  /** Draws and scores sheets of questions that share a factor. */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public SampledDistribution tiedSheets() {
    return tied.sample(0, DRAWS);
  }

  /** Takes 274 numbers for each draw, and adds them up. */
  @Benchmark
  @OperationsPerInvocation(TILE)
  public long sequence() {
    long sum = 0;
    for (int question = 0; question < 274; question++) {
      for (int i = 0; i < TILE; i++) {
        bits[i] = sequence.nextLong();
      }
      sum += bits[question];
    }
    return sum;
  }
}
