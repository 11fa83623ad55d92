package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.planning.Gap;
import id.kla.planning.Measures;
import id.kla.planning.PlanReport;
import id.kla.planning.Planner;
import id.kla.region.RegionCode;
import id.kla.report.ActionPlanPage;
import id.kla.report.AgencyPage;
import id.kla.report.HistoryPage;
import id.kla.report.Page;
import id.kla.report.PlanPage;
import id.kla.report.ProvincePage;
import id.kla.report.RegionPage;
import id.kla.report.RegionResults;
import id.kla.report.SimulationPage;
import id.kla.rollup.Area;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.RollUpReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla report}: pages that people look at. */
@Command(
    name = "report",
    description =
        "Makes a page to look at, to print or to send: of a region its score and predicate, the"
            + " next predicate, whom to call, where the points are and where they went; of an"
            + " agency what it must hand in; of a province who holds what; the rounds one behind the"
            + " other; or what kla plan, kla rad or kla simulate found. One file that needs nothing"
            + " else.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private MeasureFiles measures = new MeasureFiles();

  @Mixin private Output output = new Output();

  @Option(
      names = "--agency",
      paramLabel = "AGENCY",
      description =
          "The page of one agency, by code, name or alias, or of a role; with --as-of DATE.")
  private @Nullable String agency;

  @Option(
      names = "--all-agencies",
      paramLabel = "DIR",
      description =
          "The pages of all agencies, a file each in that folder; with --as-of DATE. What is there"
              + " under the same names is replaced, once all are written.")
  private @Nullable Path folder;

  @Option(
      names = "--all-regions",
      paramLabel = "DIR",
      description =
          "The pages of all assessments in the files and folders, a file each in that folder, named"
              + " by the code of the region; of faulty ones is told what is wrong.")
  private @Nullable Path regions;

  @Option(
      names = "--province",
      paramLabel = "PROVINCE",
      description = "The page of a province, by code or name, out of any number of files.")
  private @Nullable String province;

  @Option(names = "--history", description = "The page of the rounds of each region in the files.")
  private boolean isHistory;

  @Option(
      names = "--format",
      paramLabel = "html|md|text",
      description = "${DEFAULT-VALUE} by default.",
      defaultValue = "html")
  private PageFormat format = PageFormat.HTML;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "An assessment in JSON, or tables, or a result in JSON (kla.plan/1, kla.rad/1 or"
              + " kla.simulation/1); - is standard input. With --measures the way to the next"
              + " predicate is made of these. With --all-regions any number of assessments, or"
              + " folders of them; with --province or --history of declared results, too.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  ReportCommand() {}

  @Override
  public Integer call() throws IOException {
    long kinds =
        Stream.of(agency != null, folder != null, regions != null, province != null, isHistory)
            .filter(isGiven -> isGiven)
            .count();
    if (kinds > 1) {
      throw wrong(
          "Give only one of --agency, --all-agencies, --all-regions, --province and --history.");
    }
    if (kinds > 0 && !measures.isEmpty()) {
      throw wrong("--measures is for the page of one region.");
    }
    if (regions != null) {
      return allRegions(regions);
    }
    if (province == null && !isHistory) {
      return region();
    }
    return province == null ? history() : province(province);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int write(Page page) {
    return output.write(format.write(page));
  }

  // One region, and its agencies

  private int region() throws IOException {
    if (files.size() > 1) {
      throw wrong(
          "Several files are for --all-regions, --province or --history; give one assessment.");
    }
    Viewing.Opened opened = viewing.open(files.get(0), common, reading);
    Optional<Page> result = opened.input().flatMap(this::result);
    if (result.isPresent()) {
      return result(opened, opened.input().get(), result.get());
    }
    Checked<ScoredAssessment> scored = viewing.scored(opened);
    List<Fault> faults = new ArrayList<>(scored.faults());
    Optional<Measures> chosen =
        measures.isEmpty()
            ? Optional.empty()
            : measures.of(scored.value(), common, reading, faults);
    if (scored.value().isEmpty() || hasError(faults)) {
      common.tell(faults);
      return Main.FAULTY_INPUT;
    }
    RegionResults results = RegionResults.of(scored.orThrow());
    if (agency == null && folder == null) {
      RegionResults planned =
          chosen.isPresent() ? planned(results, chosen.get()) : planned(results);
      common.tell(faults);
      return write(RegionPage.of(planned, common.language()));
    }
    EvidenceReport evidence =
        results
            .evidence()
            .orElseThrow(
                () -> wrong("The page of an agency looks at evidence: give --as-of DATE, too."));
    Optional<RiskShare> share =
        Optional.ofNullable(agency).flatMap(name -> evidence.agencies().find(name));
    if (agency != null && share.isEmpty()) {
      faults.add(unknown(agency, evidence));
    }
    common.tell(faults);
    if (folder != null) {
      return writeAll(folder, evidence);
    }
    return share.isPresent()
        ? write(AgencyPage.of(evidence, share.get(), common.language()))
        : Main.FAULTY_INPUT;
  }

  /** Returns the page of a result that was found before, if it is one. */
  private Optional<Page> result(Input input) {
    return input
        .actionPlan()
        .map(plan -> ActionPlanPage.of(plan, common.language()))
        .or(() -> input.plan().map(plan -> PlanPage.of(plan, common.language())))
        .or(() -> input.simulation().map(sure -> SimulationPage.of(sure, common.language())));
  }

  private int result(Viewing.Opened opened, Input input, Page page) {
    if (agency != null || folder != null || !measures.isEmpty() || viewing.isGiven()) {
      throw wrong(
          files.get(0)
              + " is a result ("
              + input.format()
              + "), and what counts in it is settled. Leave --agency, --all-agencies, --measures,"
              + " --basis, --as-of and --known out, or give the assessment.");
    }
    List<Fault> faults = new ArrayList<>(opened.faults());
    faults.addAll(input.faults());
    common.tell(faults);
    return write(page);
  }

  /** What fills questions is a way only where there is a predicate to win. */
  private static RegionResults planned(RegionResults results) {
    return results
        .gap()
        .map(
            gap ->
                results.withPlan(plan(Measures.ofHeadroom(results.scored(), Set.of()), gap.tier())))
        .orElse(results);
  }

  /** Who holds the highest tier already keeps it without any measure. */
  private RegionResults planned(RegionResults results, Measures chosen) {
    Tier tier =
        results
            .gap()
            .map(Gap::tier)
            .or(() -> results.scored().now().tier())
            .orElseThrow(() -> wrong("The edition has no predicates; leave --measures out."));
    return results.withPlan(plan(chosen, tier));
  }

  private static PlanReport.ToTier plan(Measures measures, Tier tier) {
    return new PlanReport.ToTier(
        measures, tier, Planner.of(measures).cheapest(tier.code()), List.of(), Optional.empty());
  }

  private static Fault unknown(String name, EvidenceReport report) {
    List<String> names = shares(report).stream().map(RiskShare::code).toList();
    return Fault.of(FaultCode.UNKNOWN_SHARE, Place.unknown())
        .with("found", name)
        .with("nearest", Nearest.to(name, names))
        .with("allowed", names);
  }

  /** Nobody can be given a page where nobody leads. */
  private static List<RiskShare> shares(EvidenceReport report) {
    return report.agencies().shares().stream()
        .filter(share -> share.holder() != RiskShare.Holder.NO_LEAD)
        .toList();
  }

  private int writeAll(Path target, EvidenceReport evidence) {
    if (output.file().isPresent()) {
      throw wrong("--all-agencies names the folder that is written; leave -o out.");
    }
    Map<String, String> pages = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (RiskShare share : shares(evidence)) {
      pages.put(
          free(fileName(share.code()), taken),
          format.write(AgencyPage.of(evidence, share, common.language())));
    }
    return output.writeAll(target, pages);
  }

  /** A code may hold what no file name may. */
  private static String fileName(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
  }

  // Many regions or rounds

  /** Each page is written as soon as it is made, so that memory holds one document at a time. */
  private int allRegions(Path target) throws IOException {
    if (output.file().isPresent()) {
      throw wrong("--all-regions names the folder that is written; leave -o out.");
    }
    Checked<List<Path>> documents = Documents.of(files);
    List<Fault> faults = new ArrayList<>(common.edition().map(Checked::faults).orElse(List.of()));
    faults.addAll(documents.faults());
    if (hasError(faults)) {
      common.tell(faults);
      return Main.FAULTY_INPUT;
    }
    int status = Main.FINE;
    Set<String> written = new HashSet<>();
    for (Path file : documents.orThrow()) {
      Checked<ScoredAssessment> scored = viewing.scored(file, common, reading);
      common.tell(scored.faults());
      if (scored.value().isEmpty()) {
        status = Main.FAULTY_INPUT;
        continue;
      }
      String name = free(scored.orThrow().assessment().region().toString(), written);
      Page page = RegionPage.of(planned(RegionResults.of(scored.orThrow())), common.language());
      if (output.writeAll(target, Map.of(name, format.write(page))) != Main.FINE) {
        return Main.OWN_FAULT;
      }
    }
    return status;
  }

  /** Returns a name of a file that no page before has, and keeps it. */
  private String free(String name, Set<String> taken) {
    String free = name + format.ending();
    for (int i = 2; !taken.add(free); i++) {
      free = name + "-" + i + format.ending();
    }
    return free;
  }

  private int province(String name) throws IOException {
    if (files.stream().anyMatch(file -> file.toString().equals("-"))) {
      throw wrong("--province reads its files twice; give a file instead of -.");
    }
    Checked<Area> area = Area.findProvince(name, Place.unknown());
    Checked<List<Path>> documents = Documents.of(files);
    Optional<Checked<Edition>> edition = common.edition();
    List<Fault> faults = new ArrayList<>(edition.map(Checked::faults).orElse(List.of()));
    faults.addAll(area.faults());
    faults.addAll(documents.faults());
    common.tell(faults);
    if (hasError(faults)) {
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    RollUpReading.Read read =
        new RollUpReading(common, reading, viewing, asked)
            .read(documents.orThrow(), done -> {}, common::tell);
    RollUpReport report = RollUpReport.of(read.rollUp(), area.orThrow(), read.unread(), Map.of());
    common.tell(report.findings());
    int status = write(page(report, asked));
    return status == Main.FINE && (report.unread() > 0 || hasError(report.findings()))
        ? Main.FAULTY_INPUT
        : status;
  }

  /** What is wrong with the files was told when they were read for the roll-up. */
  private Page page(RollUpReport report, Optional<Edition> asked) throws IOException {
    RegionCode code = report.area().province().orElseThrow();
    HistoryReading rounds = new HistoryReading(common, asked);
    rounds.read(files);
    HistoryReport history = rounds.report(region -> region.province().equals(code));
    return history
        .lastRounds()
        .map(last -> history.withTransitions(code, last))
        .map(moved -> ProvincePage.of(report, moved, common.language()))
        .orElseGet(() -> ProvincePage.of(report, common.language()));
  }

  private int history() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    List<Fault> faults = new ArrayList<>(edition.map(Checked::faults).orElse(List.of()));
    HistoryReading rounds = new HistoryReading(common, edition.flatMap(Checked::value));
    if (!hasError(faults)) {
      rounds.read(files);
      faults.addAll(rounds.faults());
    }
    common.tell(faults);
    return hasError(faults)
        ? Main.FAULTY_INPUT
        : write(HistoryPage.of(rounds.report(region -> true), common.language()));
  }

  private static boolean hasError(List<Fault> faults) {
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
  }
}
