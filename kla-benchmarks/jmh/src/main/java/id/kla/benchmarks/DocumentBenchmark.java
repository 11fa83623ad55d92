package id.kla.benchmarks;

import id.kla.assessment.Assessment;
import id.kla.fault.Checked;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One sheet of {@code kla-2024}, from its document to a checked assessment, and its score to a
 * document again: kla through the strict door, and Jackson alone over the same text.
 *
 * <p>The sheet is the example {@code ogan-ilir-2024.json}, 5 kB with 274 answers; its scored
 * document has 87 kB on one line. Jackson's passes visit every token ({@code tokens...}), or fetch
 * each name and value as well, numbers as exact decimals ({@code values...}); its generator repeats
 * the tokens of kla's own document ({@code replay...}), which must come out the same before timing
 * starts. A result takes its digests when it is first written, which {@code scoreAndWrite...} holds
 * and {@code write...} does not. The heap is fixed and touched beforehand, as in {@link
 * ScoreBenchmark}.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/jmh/target/benchmarks.jar DocumentBenchmark -prof gc
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
public class DocumentBenchmark {

  private static final String NAME = "ogan-ilir-2024.json";

  private final KlaJson indented = KlaJson.strict().withLayout(KlaJson.Layout.INDENTED);
  private final KlaJson oneLine = KlaJson.strict().withLayout(KlaJson.Layout.ONE_LINE);
  private final byte[] bytes;
  private final String text;
  private final Assessment assessment;
  private final ScoringEngine engine;
  private final ScoredAssessment scored;
  private final BareJson bare;

  /** Made by JMH: reads the example from beside this class, and scores it. */
  public DocumentBenchmark() {
    try (InputStream example = DocumentBenchmark.class.getResourceAsStream(NAME)) {
      bytes = Objects.requireNonNull(example, NAME).readAllBytes();
      text = new String(bytes, StandardCharsets.UTF_8);
      assessment = oneLine.read(KlaFormat.ASSESSMENT, NAME, text).orThrow();
      engine = ScoringEngine.of(assessment.edition());
      scored = engine.score(assessment);
      bare = new BareJson(oneLine.write(KlaFormat.SCORED, scored));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses to time documents that differ. */
  @Setup
  public void compare() throws IOException {
    if (!replayOneLine().equals(writeOneLine()) || !replayIndented().equals(writeIndented())) {
      throw new IllegalStateException("the replay differs from kla's document");
    }
    if (!scoreAndWriteOneLine().equals(writeOneLine())) {
      throw new IllegalStateException("a fresh score differs from the kept one");
    }
    if (!readBytes().orThrow().equals(readText().orThrow())) {
      throw new IllegalStateException("bytes and text are read as two sheets");
    }
  }

  /** Reads and checks the sheet from a text. */
  @Benchmark
  public Checked<Assessment> readText() {
    return oneLine.read(KlaFormat.ASSESSMENT, NAME, text);
  }

  /** Visits every token of the text. */
  @Benchmark
  public int tokensOfText() throws IOException {
    return bare.tokens(text);
  }

  /** Visits every token of the text and fetches names and values. */
  @Benchmark
  public int valuesOfText() throws IOException {
    return bare.values(text);
  }

  /** Reads and checks the sheet from bytes. */
  @Benchmark
  public Checked<Assessment> readBytes() {
    return oneLine.read(KlaFormat.ASSESSMENT, NAME, bytes);
  }

  /** Visits every token of the bytes. */
  @Benchmark
  public int tokensOfBytes() throws IOException {
    return bare.tokens(bytes);
  }

  /** Visits every token of the bytes and fetches names and values. */
  @Benchmark
  public int valuesOfBytes() throws IOException {
    return bare.values(bytes);
  }

  /** Writes the scored sheet on one line. */
  @Benchmark
  public String writeOneLine() {
    return oneLine.write(KlaFormat.SCORED, scored);
  }

  /** Scores the sheet anew and writes that on one line: digests are taken each time. */
  @Benchmark
  public String scoreAndWriteOneLine() {
    return oneLine.write(KlaFormat.SCORED, engine.score(assessment));
  }

  /** Writes the same document on one line with Jackson alone. */
  @Benchmark
  public String replayOneLine() throws IOException {
    return bare.replayOneLine();
  }

  /** Writes the scored sheet with indented lines. */
  @Benchmark
  public String writeIndented() {
    return indented.write(KlaFormat.SCORED, scored);
  }

  /** Writes the same document with indented lines with Jackson alone. */
  @Benchmark
  public String replayIndented() throws IOException {
    return bare.replayIndented();
  }
}
