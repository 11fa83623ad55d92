package id.kla.benchmarks;

import com.google.common.base.Splitter;
import id.kla.fault.Language;
import id.kla.planning.Gap;
import id.kla.planning.Measures;
import id.kla.planning.PlanReport;
import id.kla.planning.Planner;
import id.kla.report.HtmlPage;
import id.kla.report.Page;
import id.kla.report.RegionPage;
import id.kla.report.RegionResults;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * The page of a region from its results to HTML: 274 questions, 32 agencies and 1,500 documents,
 * the sheet of {@code EvidenceBenchmark}, with the cheapest way to the next predicate. Scoring, the
 * evidence report and the plan are made before.
 *
 * <p>Its rivals are bare loops that write the same page into a {@code StringBuilder}: character by
 * character, and in pieces of 16.
 *
 * <pre>{@code
 * mvn -Pbenchmarks -DskipTests package
 * java -jar kla-benchmarks/jmh/target/benchmarks.jar PageBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public class PageBenchmark {

  private final RegionResults results = results();
  private final Page page = RegionPage.of(results, Language.INDONESIAN);
  private String html = "";
  private List<String> pieces = List.of();

  /** Made by JMH. */
  public PageBenchmark() {}

  private static RegionResults results() {
    EvidenceBenchmark made = new EvidenceBenchmark();
    made.makeSheet();
    ScoredAssessment scored =
        ScoringEngine.of(made.sheet().edition())
            .score(made.sheet(), View.evidenced(EvidenceBenchmark.DAY));
    RegionResults results = RegionResults.of(scored);
    Gap gap = results.gap().orElseThrow();
    Measures measures = Measures.ofHeadroom(scored, Set.of());
    return results.withPlan(
        new PlanReport.ToTier(
            measures,
            gap.tier(),
            Planner.of(measures).cheapest(gap.tier().code()),
            List.of(),
            Optional.empty()));
  }

  /** Writes the page once, for the loops that write as much. */
  @Setup
  public void writeOnce() {
    html = HtmlPage.write(page);
    pieces = Splitter.fixedLength(16).splitToList(html);
  }

  /** Makes the page of the results and writes it. */
  @Benchmark
  public String pageAsHtml() {
    return HtmlPage.write(RegionPage.of(results, Language.INDONESIAN));
  }

  /** Makes the page of the results. */
  @Benchmark
  public Page pageAlone() {
    return RegionPage.of(results, Language.INDONESIAN);
  }

  /** Writes a page that was made. */
  @Benchmark
  public String htmlAlone() {
    return HtmlPage.write(page);
  }

  /** Writes as many characters one by one. */
  @Benchmark
  public String bareCharacters() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < html.length(); i++) {
      out.append(html.charAt(i));
    }
    return out.toString();
  }

  /** Writes as many characters in pieces. */
  @Benchmark
  public String barePieces() {
    StringBuilder out = new StringBuilder();
    for (String piece : pieces) {
      out.append(piece);
    }
    return out.toString();
  }
}
