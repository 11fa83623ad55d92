package id.kla.benchmarks;

import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.region.RegionCode;
import id.kla.simulation.DrawColumn;
import id.kla.simulation.Draws;
import java.util.List;
import java.util.Set;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * The random bits of one draw of {@code kla-2024}, 274 times 64 of them: kla's, which any draw of
 * any question can be asked for, beside a generator that goes from one number to the next
 * (XO_SHI_RO_256_PP of Apache Commons RNG).
 *
 * <p>Seed 2024. Both fill an array for a question, and that for all questions; times are for one
 * draw. Columns of 1,024 draws are what a simulation asks for, single numbers what a user looks up.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/jmh/target/benchmarks.jar DrawBenchmark
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2)
public class DrawBenchmark {

  private static final int SEED = 2024;
  private static final int SINGLE_DRAWS = 16;
  private static final int DRAWS = 2 * DrawColumn.TILE;

  private final long[] bits = new long[DRAWS];
  private final UniformRandomProvider sequence = RandomSource.XO_SHI_RO_256_PP.create(SEED);
  private List<DrawColumn> columns = List.of();
  private long first;

  /** Made by JMH. */
  public DrawBenchmark() {}

  /** Makes a column for each question. */
  @Setup
  public void makeColumns() {
    Edition edition = Editions.kla2024();
    RegionCode region = RegionCode.parse("16.10");
    Draws draws = Draws.of(SEED, edition, Set.of(), List.of(region));
    columns =
        edition.questions().stream()
            .map(question -> draws.question(region, question.code(), 0))
            .toList();
  }

  /** Fills columns. */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public void columns(Blackhole blackhole) {
    for (DrawColumn column : columns) {
      column.fill(first, bits);
      blackhole.consume(bits);
    }
    first += DRAWS;
  }

  /** Asks for numbers one by one. */
  @Benchmark
  @OperationsPerInvocation(SINGLE_DRAWS)
  public void singleNumbers(Blackhole blackhole) {
    for (DrawColumn column : columns) {
      for (int i = 0; i < SINGLE_DRAWS; i++) {
        bits[i] = column.bits(first + i);
      }
      blackhole.consume(bits);
    }
    first += SINGLE_DRAWS;
  }

  /** Takes the next numbers of a sequence. */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public void sequence(Blackhole blackhole) {
    for (int question = 0; question < columns.size(); question++) {
      for (int i = 0; i < DRAWS; i++) {
        bits[i] = sequence.nextLong();
      }
      blackhole.consume(bits);
    }
  }
}
