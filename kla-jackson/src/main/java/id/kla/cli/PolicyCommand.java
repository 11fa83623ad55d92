package id.kla.cli;

import id.kla.edition.ChangedFrom;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.policy.Policy;
import id.kla.policy.PolicyReport;
import id.kla.policy.PolicyRun;
import id.kla.policy.RegionOutcome;
import id.kla.policy.Uncertainty;
import id.kla.report.TextReport;
import id.kla.rollup.Area;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalModel;
import id.kla.table.KlaTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla policy}: other rules tried on many regions. */
@Command(
    name = "policy",
    description =
        "Tries other rules on many regions: who would change predicate and how ranks would move."
            + " Sheets are scored again; of declared results only that is recomputed which follows"
            + " from what was published.",
    mixinStandardHelpOptions = true)
final class PolicyCommand implements Callable<Integer> {

  private static final long USUAL_DRAWS = 1000;

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private SurvivalFile survivalFile = new SurvivalFile();

  @Mixin private Output output = new Output();

  @Option(
      names = "--option",
      paramLabel = "DIR",
      required = true,
      description =
          "A folder or document that changes the base edition; may be given several times. The base"
              + " is the edition of --edition, or the built-in one that the first option changes.")
  private List<String> options = List.of();

  @Option(
      names = "--province",
      paramLabel = "PROVINCE",
      description = "Code or name of the province; the nation by default.")
  private @Nullable String province;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Draws of each region; 1000 by default.")
  private @Nullable Long draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the draws, 1 by default; one seed gives the same everywhere.")
  private @Nullable Long seed;

  @Option(
      names = "--format",
      paramLabel = "text|csv|xlsx",
      description = "Text by default; tidy tables for R and Python hold every region.",
      defaultValue = "text")
  private Form format = Form.TEXT;

  @Option(
      names = "--table",
      paramLabel = "outcomes|pairs",
      description =
          "Which table is written as csv: a row for each region and option, or what draws say of"
              + " each pair of rules; outcomes by default. A workbook holds both.")
  private KlaTables.@Nullable PolicyTable table;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "Assessments and declared results, in JSON or tables, or folders of them; - is standard"
              + " input.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  PolicyCommand() {}

  /** How the result is written. */
  private enum Form {
    /** For people. */
    TEXT,
    /** One tidy table. */
    CSV,
    /** A workbook of tidy tables. */
    XLSX
  }

  @Override
  public Integer call() throws IOException {
    checkUsage();
    Checked<Policy> policy = policy();
    List<Fault> faults = new ArrayList<>(policy.faults());
    Optional<SurvivalModel> pairs = pairs(policy.value().map(Policy::base), faults);
    Checked<Area> area =
        province == null
            ? Checked.of(Area.nation(), List.of())
            : Area.findProvince(province, Place.unknown());
    Checked<List<Path>> documents = Documents.of(files);
    faults.addAll(area.faults());
    faults.addAll(documents.faults());
    common.tell(faults);
    if (faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)) {
      return Main.FAULTY_INPUT;
    }
    Policy tried =
        pairs.map(this::drawing).map(policy.orThrow()::drawing).orElseGet(policy::orThrow);
    return run(tried, area.orThrow(), documents.orThrow());
  }

  private void checkUsage() {
    if (!survivalFile.isGiven() && (draws != null || seed != null)) {
      throw wrong("--draws and --seed are of draws: give --survival FILE|published, too.");
    }
    if (draws != null && (draws < 2 || draws > Uncertainty.MOST_DRAWS)) {
      throw wrong("--draws: found " + draws + "; allowed: 2 to " + Uncertainty.MOST_DRAWS);
    }
    if (table != null && format != Form.CSV) {
      throw wrong("--table says which table is written as csv: give --format csv, too.");
    }
    if (table == KlaTables.PolicyTable.PAIRS && !survivalFile.isGiven()) {
      throw wrong("--table pairs is what draws say: give --survival FILE|published, too.");
    }
  }

  /** Reads how claims survive under any rules: by pairs, since rows speak of parts of one. */
  private Optional<SurvivalModel> pairs(Optional<Edition> base, List<Fault> faults)
      throws IOException {
    if (!survivalFile.isGiven()) {
      return Optional.empty();
    }
    Checked<Survival> survival = survivalFile.read(base, common, reading);
    faults.addAll(survival.faults());
    survival
        .value()
        .filter(said -> !said.rows().isEmpty())
        .ifPresent(said -> faults.add(Fault.of(FaultCode.ROWS_OF_ONE_EDITION, said.place())));
    return survival.value().flatMap(Survival::pairs);
  }

  private Uncertainty drawing(SurvivalModel pairs) {
    return new Uncertainty(pairs, seed == null ? 1 : seed, draws == null ? USUAL_DRAWS : draws);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Reads base and options. */
  private Checked<Policy> policy() throws IOException {
    Optional<Checked<Edition>> asked = common.edition();
    if (asked.isPresent() && asked.get().value().isEmpty()) {
      return Checked.failed(asked.get().faults());
    }
    List<Fault> faults = new ArrayList<>(asked.map(Checked::faults).orElse(List.of()));
    List<Edition> read = new ArrayList<>();
    for (String option : options) {
      Checked<Edition> edition = common.edition(option);
      faults.addAll(edition.faults());
      edition.value().ifPresent(read::add);
    }
    if (read.size() < options.size()) {
      return Checked.failed(faults);
    }
    Edition base =
        asked
            .flatMap(Checked::value)
            .or(() -> read.get(0).changedFrom().map(ChangedFrom::edition).flatMap(Editions::find))
            .orElse(read.get(0));
    Checked<Policy> policy = Policy.check(base, read);
    faults.addAll(policy.faults());
    return policy.value().isPresent()
        ? Checked.of(policy.orThrow(), faults)
        : Checked.failed(faults);
  }

  /** What one thread hands over. */
  private record Part(PolicyRun run, int unread, List<Fault> faults) {}

  private int run(Policy policy, Area area, List<Path> documents) throws IOException {
    Optional<ProgressBar> bar =
        ProgressBar.isWanted() && documents.size() > 1
            ? Optional.of(ProgressBar.of(common.err(), documents.size()))
            : Optional.empty();
    RollUpReading files = new RollUpReading(common, reading, viewing, Optional.of(policy.base()));
    PolicyRun.Builder whole = PolicyRun.builder(policy);
    AtomicInteger unread = new AtomicInteger();
    ManyFiles.read(
        documents,
        some -> part(policy, files, some),
        part -> {
          whole.add(part.run());
          unread.addAndGet(part.unread());
          if (!part.faults().isEmpty()) {
            bar.ifPresent(ProgressBar::end);
            common.tell(part.faults());
          }
        },
        done -> bar.ifPresent(each -> each.show(done)));
    bar.ifPresent(ProgressBar::end);
    PolicyReport report = whole.build().report(area, unread.get());
    common.tell(report.findings());
    int status = write(report);
    boolean isWhole =
        report.unread() == 0
            && report.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
    return status != Main.FINE || isWhole ? status : Main.FAULTY_INPUT;
  }

  private static Part part(Policy policy, RollUpReading reading, List<Path> files) {
    PolicyRun.Builder run = PolicyRun.builder(policy);
    List<Fault> faults = new ArrayList<>();
    int unread = 0;
    for (Path file : files) {
      Place place = Place.file(file.toString());
      Checked<RollUpReading.Document> read = reading.document(file);
      faults.addAll(read.faults());
      unread += read.value().isPresent() ? 0 : 1;
      read.value().ifPresent(document -> outcomes(policy, document, place).forEach(run::add));
    }
    return new Part(run.build(), unread, faults);
  }

  private static List<RegionOutcome> outcomes(
      Policy policy, RollUpReading.Document document, Place place) {
    return document
        .scored()
        .map(scored -> List.of(policy.outcome(scored, place)))
        .orElseGet(
            () -> document.declared().stream().map(each -> policy.outcome(each, place)).toList());
  }

  private int write(PolicyReport report) {
    KlaTables tables = KlaTables.of();
    return switch (format) {
      case TEXT -> output.write(TextReport.policy(report, common.language()));
      case CSV ->
          output.write(
              tables.writePolicy(report, table == null ? KlaTables.PolicyTable.OUTCOMES : table));
      case XLSX -> output.write(tables.writePolicy(report));
    };
  }
}
