package id.kla.cli;

import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.report.TextReport;
import id.kla.rollup.Area;
import id.kla.rollup.HistoryReport;
import id.kla.table.KlaTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla history}: the rounds of regions one behind the other. */
@Command(
    name = "history",
    description =
        "Tells the rounds of each region one behind the other, stage by stage: totals and"
            + " predicates as far as they are known, how long one was held, what rose and fell, and"
            + " what a change is made of.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Output output = new Output();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Only this region, by code or name.")
  private @Nullable String region;

  @Option(
      names = "--province",
      paramLabel = "PROVINCE",
      description =
          "Only the regions of this province, by code or name, and where each of them went between"
              + " two rounds.")
  private @Nullable String province;

  @Option(
      names = "--from",
      paramLabel = "ROUND",
      description =
          "The earlier of these two rounds; by default the two last ones with a predicate.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "ROUND", description = "The later of these two rounds.")
  private @Nullable String to;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description = "Text by default; the others hold every question.",
      defaultValue = "text")
  private ResultFormat format = ResultFormat.TEXT;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "Declared results and assessments in JSON or tables, or folders of them; - is standard"
              + " input.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  private final List<Fault> faults = new ArrayList<>();

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  HistoryCommand() {}

  @Override
  public Integer call() throws IOException {
    if (region != null && province != null) {
      throw wrong("Give either --region or --province.");
    }
    if ((from == null) != (to == null) || (from != null && province == null)) {
      throw wrong("--from and --to are for --province, and belong together.");
    }
    Optional<Checked<Edition>> edition = common.edition();
    edition.ifPresent(read -> faults.addAll(read.faults()));
    Optional<HistoryReport> report = Optional.empty();
    if (edition.isEmpty() || edition.get().value().isPresent()) {
      HistoryReading reading = new HistoryReading(common, edition.flatMap(Checked::value));
      reading.read(files);
      faults.addAll(reading.faults());
      report = report(reading);
    }
    common.tell(faults, format.ofFaults());
    return report.isPresent() && faults.stream().noneMatch(HistoryCommand::isError)
        ? tell(report.get())
        : Main.FAULTY_INPUT;
  }

  private static boolean isError(Fault fault) {
    return fault.severity() == Severity.ERROR;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  // Reporting

  private Optional<HistoryReport> report(HistoryReading reading) {
    Optional<RegionCode> only =
        Optional.ofNullable(region)
            .flatMap(name -> told(Regions.builtIn().findArea(name, Place.unknown())));
    Optional<RegionCode> area =
        Optional.ofNullable(province)
            .flatMap(name -> told(Area.findProvince(name, Place.unknown())))
            .flatMap(Area::province);
    Optional<HistoryReport.Rounds> rounds = rounds();
    if (faults.stream().anyMatch(HistoryCommand::isError)) {
      return Optional.empty();
    }
    Predicate<RegionCode> isAsked =
        code ->
            only.map(code::equals).orElse(true) && area.map(code.province()::equals).orElse(true);
    HistoryReport report = reading.report(isAsked);
    return area.flatMap(
            code -> rounds.or(report::lastRounds).map(both -> report.withTransitions(code, both)))
        .or(() -> Optional.of(report));
  }

  private Optional<HistoryReport.Rounds> rounds() {
    if (from == null || to == null) {
      return Optional.empty();
    }
    Optional<Round> first = told(Calendar.builtIn().find(from, Place.unknown()));
    Optional<Round> second = told(Calendar.builtIn().find(to, Place.unknown()));
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    if (first.get().compareTo(second.get()) >= 0) {
      faults.add(
          Fault.of(FaultCode.ROUNDS_OUT_OF_ORDER, Place.unknown())
              .with("first", first.get().toString())
              .with("second", second.get().toString()));
      return Optional.empty();
    }
    return Optional.of(new HistoryReport.Rounds(first.get(), second.get()));
  }

  private <T> Optional<T> told(Checked<T> checked) {
    faults.addAll(checked.faults());
    return checked.value();
  }

  private int tell(HistoryReport report) {
    return output.write(
        format,
        () -> TextReport.history(report, common.language()),
        () -> KlaJson.strict().write(KlaFormat.HISTORY, report),
        form -> KlaTables.of().in(common.language()).writeHistory(report, form));
  }
}
