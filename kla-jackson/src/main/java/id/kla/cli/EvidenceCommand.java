package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.edition.Topic;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.table.KlaTables;
import id.kla.verification.EvidenceCheck;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** {@code kla evidence}: what of a claim has evidence, whose points are at risk, what is weak. */
@Command(
    name = "evidence",
    description =
        "Says what of a claim has evidence that holds on a day, whom to call first, which points"
            + " are at risk for which cause and at which agency, and what is weak about the"
            + " evidence.",
    mixinStandardHelpOptions = true,
    subcommands = EvidenceScanCommand.class)
final class EvidenceCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Output output = new Output();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day on which evidence must hold, such as 2023-06-30; it must be given.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known",
      paramLabel = "STAGE",
      description = "The last stage whose rulings of documents are known; the edition's last one.")
  private @Nullable String known;

  @Option(
      names = "--stage-date",
      paramLabel = "STAGE=DATE",
      description = "A stage to come and its day: what no longer holds then is named.")
  private Map<String, LocalDate> stageDates = new LinkedHashMap<>();

  @Option(
      names = "--agency",
      paramLabel = "AGENCY",
      description = "Only one agency, by code, name or alias, or a role: each of its questions.")
  private @Nullable String agency;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only one topic, by code: each of its questions.")
  private @Nullable String topic;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description = "Text by default; the others hold everything, for programs or spreadsheets.",
      defaultValue = "text")
  private ResultFormat format = ResultFormat.TEXT;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "An assessment in JSON, or tables; - is standard input.")
  private @Nullable Path file;

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  EvidenceCommand() {}

  @Override
  public Integer call() throws IOException {
    Path sheet = given(file, "FILE");
    LocalDate day = given(asOf, "--as-of DATE");
    if (agency != null && topic != null) {
      throw new ParameterException(spec.commandLine(), "Give --agency or --topic, not both.");
    }
    if ((agency != null || topic != null) && format != ResultFormat.TEXT) {
      throw new ParameterException(
          spec.commandLine(), "--agency and --topic are for text; the other formats hold all.");
    }
    Optional<Checked<Edition>> edition = common.edition();
    edition.ifPresent(read -> common.tell(read.faults()));
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    KlaTables tables = reading.tables(asked, common);
    Input input = Input.of(sheet, common.in(), reading.json(asked), tables);
    Checked<ScoredAssessment> claimed = ReconcileCommand.scored(asked, sheet, input);
    List<Fault> unknown = claimed.value().map(this::unknownStages).orElse(List.of());
    common.tell(unknown.isEmpty() ? claimed.faults() : unknown, format.ofFaults());
    if (claimed.value().isEmpty() || !unknown.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    EvidenceReport report =
        EvidenceReport.of(
            claimed.orThrow().assessment(),
            EvidenceCheck.builder()
                .asOf(day)
                .known(Optional.ofNullable(known))
                .stageDates(stageDates)
                .build());
    return tell(report, tables);
  }

  /** What must be given here is nothing to the command below, so that picocli can't ask for it. */
  private <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new ParameterException(spec.commandLine(), name + " is missing.");
    }
    return value;
  }

  private List<Fault> unknownStages(ScoredAssessment claimed) {
    return Stream.concat(Stream.ofNullable(known), stageDates.keySet().stream())
        .filter(name -> claimed.edition().findStage(name).isEmpty())
        .map(
            name ->
                Fault.of(FaultCode.UNKNOWN_STAGE, Place.unknown())
                    .with("found", name)
                    .with("allowed", claimed.edition().stages().stream().map(Stage::code).toList()))
        .toList();
  }

  private int tell(EvidenceReport report, KlaTables tables) {
    return switch (format) {
      case TEXT -> text(report);
      case JSON -> output.write(KlaJson.strict().write(KlaFormat.EVIDENCE, report));
      case CSV -> output.write(tables.writeReport(report, KlaTables.Form.CSV));
      case XLSX -> output.write(tables.writeReport(report, KlaTables.Form.XLSX));
    };
  }

  private int text(EvidenceReport report) {
    String name = agency != null ? agency : topic;
    if (name == null) {
      return output.write(TextReport.evidence(report, common.language()));
    }
    Optional<RiskShare> share =
        agency != null ? report.agencies().find(name) : report.topics().find(name);
    if (share.isEmpty()) {
      List<String> names = names(report);
      common.tell(
          List.of(
              Fault.of(FaultCode.UNKNOWN_SHARE, Place.unknown())
                  .with("found", name)
                  .with("nearest", Nearest.to(name, names))
                  .with("allowed", names)));
      return Main.FAULTY_INPUT;
    }
    return output.write(TextReport.evidence(report, share.get(), common.language()));
  }

  private List<String> names(EvidenceReport report) {
    if (topic != null) {
      return report.evidenced().edition().topics().stream().map(Topic::code).toList();
    }
    List<String> names = new ArrayList<>();
    report.agencies().shares().stream()
        .map(RiskShare::code)
        .filter(code -> !code.isEmpty())
        .forEach(names::add);
    return names;
  }
}
