package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.ActionPlanner;
import id.kla.planning.BestActionPlan;
import id.kla.planning.MeasureList;
import id.kla.planning.Measures;
import id.kla.planning.Monitoring;
import id.kla.planning.YearGoal;
import id.kla.planning.YearGoals;
import id.kla.region.RegionCode;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.table.KlaTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla rad}: measures over years, and what was reached of them. */
@Command(
    name = "rad",
    description =
        "Plans measures over years with a budget and a target each (RAD KLA), says what the plan"
            + " lacks, and sets it beside what was reached.",
    mixinStandardHelpOptions = true)
final class RadCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private MeasureFiles files = new MeasureFiles();

  @Mixin private Goals goals = new Goals();

  @Mixin private Searching searching = new Searching();

  @Mixin private Output output = new Output();

  @Option(
      names = "--reached",
      paramLabel = "SHEET",
      description = "A later sheet: what the plan expected is set beside what it scores.")
  private @Nullable Path reached;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "The year at whose end that was reached; by default the last one of its round.")
  private @Nullable Integer year;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description = "Text by default; the others hold everything, for programs or spreadsheets.",
      defaultValue = "text")
  private ResultFormat format = ResultFormat.TEXT;

  @Parameters(
      paramLabel = "FILE",
      description =
          "An assessment in JSON, or tables; or with --reached a plan that was made before"
              + " (kla.rad/1), beside the measures as they are by then. - is standard input.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  RadCommand() {}

  @Override
  public Integer call() throws IOException {
    searching.check();
    if (year != null && reached == null) {
      throw wrong("--year is for --reached SHEET.");
    }
    Viewing.Opened opened = viewing.open(file, common, reading);
    Optional<ActionPlanReport> made = opened.input().flatMap(Input::actionPlan);
    List<Fault> faults = new ArrayList<>();
    Optional<ActionPlanReport> report =
        made.isPresent() ? monitored(opened, made.get(), faults) : planned(opened, faults);
    return report.isPresent() ? tell(report.get(), made.isPresent()) : Main.FAULTY_INPUT;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static boolean isFaulty(List<Fault> faults) {
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
  }

  // A plan

  /** Reads everything, and says all that is wrong with it, before it searches. */
  private Optional<ActionPlanReport> planned(Viewing.Opened opened, List<Fault> faults)
      throws IOException {
    if (reached != null && !goals.isGiven()) {
      throw wrong(
          "With --reached, FILE is a plan that was made before (kla.rad/1); for a new plan of this"
              + " sheet say which years, such as --years 2026-2030.");
    }
    goals.check();
    if (files.isEmpty()) {
      throw wrong("--measures FILE is missing: what there is to plan with.");
    }
    Checked<ScoredAssessment> scored = viewing.scored(opened);
    faults.addAll(scored.faults());
    Optional<Edition> edition = scored.value().map(ScoredAssessment::edition).or(opened::edition);
    Checked<MeasureList> list = files.read(edition, common, reading);
    faults.addAll(list.faults());
    Optional<YearGoals> years =
        scored.value().isPresent() ? goals.of(scored.orThrow(), common, faults) : Optional.empty();
    Optional<Measures> measures = Optional.empty();
    if (scored.value().isPresent() && list.value().isPresent()) {
      Checked<Measures> checked = Measures.check(scored.orThrow(), list.orThrow());
      faults.addAll(checked.faults());
      measures = checked.value();
    }
    Optional<ScoredAssessment> later =
        scored.value().isPresent() ? later(scored.orThrow(), years, faults) : Optional.empty();
    common.tell(faults, format.ofFaults());
    if (isFaulty(faults)) {
      return Optional.empty();
    }
    BestActionPlan best = best(measures.orElseThrow(), years.orElseThrow());
    return Optional.of(
        new ActionPlanReport(
            best,
            later.map(
                sheet ->
                    Monitoring.of(best.plan(), yearOf(sheet), sheet, list.orThrow().measures()))));
  }

  private BestActionPlan best(Measures measures, YearGoals years) {
    ActionPlanner planner = ActionPlanner.of(measures, years).until(this::goesOn);
    planner = searching.limit().map(planner::within).orElse(planner);
    return planner.best();
  }

  /** Never stops a search, which asks here often, but says that it goes on. */
  private boolean goesOn() {
    searching.tellTime();
    return false;
  }

  // What was reached

  private Optional<ActionPlanReport> monitored(
      Viewing.Opened opened, ActionPlanReport made, List<Fault> faults) throws IOException {
    if (reached == null || goals.isGiven()) {
      throw wrong(
          reached == null
              ? "--reached SHEET is missing, which a plan is set beside; to plan anew give the"
                  + " assessment."
              : "--years, --budget, --target and --goals are for new plans; this one has its own.");
    }
    faults.addAll(opened.faults());
    faults.addAll(opened.input().orElseThrow().faults());
    YearGoals years = made.plan().goals();
    Edition edition = years.edition();
    Checked<MeasureList> now =
        files.isEmpty()
            ? Checked.of(MeasureList.of(edition, List.of()), List.of())
            : files.read(Optional.of(edition), common, reading);
    faults.addAll(now.faults());
    Optional<ScoredAssessment> later = later(made.scored(), Optional.of(years), faults);
    common.tell(faults, format.ofFaults());
    return isFaulty(faults)
        ? Optional.empty()
        : later.map(
            sheet ->
                new ActionPlanReport(
                    made.best(),
                    Optional.of(
                        Monitoring.of(
                            made.plan(), yearOf(sheet), sheet, now.orThrow().measures()))));
  }

  /** Returns the score that was reached, which must be of the plan's region, edition and years. */
  private Optional<ScoredAssessment> later(
      ScoredAssessment start, Optional<YearGoals> years, List<Fault> faults) throws IOException {
    if (reached == null) {
      return Optional.empty();
    }
    Checked<ScoredAssessment> later = viewing.scored(reached, common, reading);
    faults.addAll(later.faults());
    if (later.value().isEmpty()) {
      return Optional.empty();
    }
    ScoredAssessment sheet = later.orThrow();
    if (!sheet.edition().id().equals(start.edition().id())) {
      faults.add(
          Fault.of(FaultCode.OTHER_EDITION, Place.file(reached.toString()))
              .with("found", sheet.edition().id())
              .with("allowed", start.edition().id()));
    }
    RegionCode region = start.assessment().region();
    if (!sheet.assessment().region().equals(region)) {
      faults.add(
          Fault.of(FaultCode.REACHED_OF_OTHER_REGION, Place.file(reached.toString()))
              .with("found", sheet.assessment().region().toString())
              .with("allowed", region.toString()));
    }
    List<Integer> planned =
        years.map(YearGoals::goals).orElse(List.of()).stream().map(YearGoal::year).toList();
    if (years.isPresent() && !planned.contains(yearOf(sheet))) {
      faults.add(
          Fault.of(FaultCode.YEAR_NOT_PLANNED, Place.file(reached.toString()))
              .with("found", Integer.toString(yearOf(sheet)))
              .with("allowed", planned.stream().map(each -> Integer.toString(each)).toList()));
    }
    return later.value();
  }

  private int yearOf(ScoredAssessment sheet) {
    return year == null ? sheet.assessment().round().lastYear() : year;
  }

  // The result

  private int tell(ActionPlanReport report, boolean wasMade) {
    KlaTables tables = KlaTables.of().in(common.language());
    return output.write(
        format,
        () -> text(report, wasMade),
        () -> KlaJson.strict().write(KlaFormat.RAD, report),
        form -> tables.writeActionPlan(report, form));
  }

  /** A plan that was made before is known. */
  private String text(ActionPlanReport report, boolean wasMade) {
    String plan = wasMade ? "" : TextReport.actionPlan(report.best(), common.language());
    String monitoring =
        report
            .monitoring()
            .map(reachedOfIt -> TextReport.monitoring(reachedOfIt, common.language()))
            .orElse("");
    return plan + (plan.isEmpty() || monitoring.isEmpty() ? "" : "\n") + monitoring;
  }
}
