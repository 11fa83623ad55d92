package id.kla.cli;

import id.kla.fault.Checked;
import id.kla.planning.Gap;
import id.kla.planning.Measures;
import id.kla.planning.PlanReport;
import id.kla.planning.Planner;
import id.kla.report.RegionPage;
import id.kla.report.RegionResults;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla report}: a page that people look at. */
@Command(
    name = "report",
    description =
        "Makes a page to look at, to print or to send: the score and predicate of a region, the"
            + " next predicate, whom to call, where the points are and where they went. One file"
            + " that needs nothing else.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private Output output = new Output();

  @Option(
      names = "--format",
      paramLabel = "html|md|text",
      description = "${DEFAULT-VALUE} by default.",
      defaultValue = "html")
  private PageFormat format = PageFormat.HTML;

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment in JSON, or tables; - is standard input.")
  private Path file = Path.of("");

  /** Made by picocli. */
  ReportCommand() {}

  @Override
  public Integer call() throws IOException {
    Checked<ScoredAssessment> scored = viewing.scored(file, common, reading);
    common.tell(scored.faults());
    return scored.value().isPresent()
        ? output.write(format.write(RegionPage.of(results(scored.orThrow()), common.language())))
        : Main.FAULTY_INPUT;
  }

  private static RegionResults results(ScoredAssessment scored) {
    RegionResults results = RegionResults.of(scored);
    return results.gap().map(gap -> results.withPlan(plan(scored, gap))).orElse(results);
  }

  private static PlanReport.ToTier plan(ScoredAssessment scored, Gap gap) {
    Measures measures = Measures.ofHeadroom(scored, Set.of());
    return new PlanReport.ToTier(
        measures,
        gap.tier(),
        Planner.of(measures).cheapest(gap.tier().code()),
        List.of(),
        Optional.empty());
  }
}
