package id.kla.cli;

import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.planning.Cheapest;
import id.kla.planning.Gap;
import id.kla.planning.Measures;
import id.kla.planning.Plan;
import id.kla.planning.PlanReport;
import id.kla.planning.Planner;
import id.kla.planning.Progress;
import id.kla.planning.Sensitivity;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.table.KlaTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla plan}: the cheapest way to a predicate, or the most points within a budget. */
@Command(
    name = "plan",
    description =
        "Finds the cheapest measures that reach a predicate, or those that win most within a budget,"
            + " and proves it. Without measures every question with headroom is one of cost 1 that"
            + " fills it.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private MeasureFiles files = new MeasureFiles();

  @Mixin private Searching searching = new Searching();

  @Mixin private Output output = new Output();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description = "Text by default; the others hold everything, for programs or spreadsheets.",
      defaultValue = "text")
  private ResultFormat format = ResultFormat.TEXT;

  @Option(
      names = "--target",
      paramLabel = "TIER",
      description = "The predicate, by the code of its tier; the next one by default.")
  private @Nullable String target;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "Most points within this budget, instead of a predicate.",
      converter = Amount.class)
  private @Nullable BigDecimal budget;

  @Option(
      names = "--lock",
      paramLabel = "QUESTION",
      split = ",",
      description = "Questions that nothing is done about, such as 7.2,14.10.")
  private List<String> locks = new ArrayList<>();

  @Option(
      names = "--next",
      paramLabel = "K",
      description = "Also the K next best plans.",
      defaultValue = "0")
  private int next;

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment in JSON, or tables; - is standard input.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  PlanCommand() {}

  @Override
  public Integer call() throws IOException {
    usage();
    Checked<ScoredAssessment> scored = viewing.scored(file, common, reading);
    List<Fault> faults = new ArrayList<>(scored.faults());
    Optional<Measures> measures = measures(scored.value(), faults);
    boolean isFaulty = faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    common.tell(faults, format.ofFaults());
    return isFaulty ? Main.FAULTY_INPUT : tell(report(measures.orElseThrow()));
  }

  private Optional<Measures> measures(Optional<ScoredAssessment> scored, List<Fault> faults)
      throws IOException {
    scored.flatMap(read -> GapCommand.unknown(read.edition(), target)).ifPresent(faults::add);
    return files.isEmpty()
        ? scored.map(read -> headroom(read, faults))
        : files.of(scored, common, reading, faults);
  }

  private Measures headroom(ScoredAssessment scored, List<Fault> faults) {
    return Measures.ofHeadroom(scored, locked(scored, faults));
  }

  private int tell(PlanReport report) {
    KlaTables tables = KlaTables.of().in(common.language());
    return output.write(
        format,
        () -> TextReport.plan(report, common.language()),
        () -> KlaJson.strict().write(KlaFormat.PLAN, report),
        form -> tables.writePlan(report, form));
  }

  private void usage() {
    if (!locks.isEmpty() && !files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--lock is for plans without --measures: leave the measure out.");
    }
    if (target != null && budget != null) {
      throw new ParameterException(spec.commandLine(), "Give --target or --budget, not both.");
    }
    if (next < 0) {
      throw new ParameterException(
          spec.commandLine(), "--next: found " + next + "; allowed: from 0.");
    }
    searching.check();
  }

  private Set<QuestionCode> locked(ScoredAssessment scored, List<Fault> faults) {
    Set<QuestionCode> locked = new LinkedHashSet<>();
    for (String lock : locks) {
      Optional<QuestionCode> code = QuestionCode.find(lock.strip());
      if (code.flatMap(scored.edition()::findQuestion).isPresent()) {
        locked.add(code.get());
      } else {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_QUESTION, Place.unknown())
                .with("found", lock)
                .with("edition", scored.edition().id())
                .with("nearest", code.map(scored.edition()::near).orElse(List.of())));
      }
    }
    return locked;
  }

  private PlanReport report(Measures measures) {
    Planner planner = Planner.of(measures);
    planner = searching.limit().map(planner::within).orElse(planner);
    if (budget != null) {
      return new PlanReport.OfBudget(measures, budget, planner.mostPoints(budget));
    }
    Tier tier = target(measures.scored());
    Cheapest cheapest = planner.telling(this::tell).cheapest(tier.code());
    boolean isProven = cheapest instanceof Cheapest.Proven;
    List<Plan> others =
        isProven && next > 0
            ? planner.best(tier.code(), next + 1).stream().skip(1).toList()
            : List.of();
    Optional<Sensitivity> sensitivity =
        isProven ? planner.sensitivity(tier.code()) : Optional.empty();
    return new PlanReport.ToTier(measures, tier, cheapest, others, sensitivity);
  }

  /** Who holds the highest tier already keeps it without any measure. */
  private Tier target(ScoredAssessment scored) {
    Optional<Tier> tier =
        target == null
            ? Gap.toNext(scored).map(Gap::tier).or(() -> scored.now().tier())
            : scored.edition().ladder().findNamed(target);
    return tier.orElseThrow(
        () ->
            new ParameterException(
                spec.commandLine(), "The edition has no predicates; give --budget N."));
  }

  private void tell(Progress progress) {
    searching.tell(
        "at least "
            + progress.leastCost().toPlainString()
            + progress.best().map(cost -> ", so far " + cost.toPlainString()).orElse(""));
  }
}
