package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.report.TextReport;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import id.kla.verification.AgencyRisk;
import id.kla.verification.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla evidence}: what of a claim has evidence, and whose points are at risk. */
@Command(
    name = "evidence",
    description =
        "Says what of a claim has evidence that holds on a day, which points are at risk for which"
            + " cause, and at which agency.",
    mixinStandardHelpOptions = true)
final class EvidenceCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "The day on which evidence must hold, such as 2023-06-30.")
  private LocalDate asOf = LocalDate.EPOCH;

  @Option(
      names = "--known",
      paramLabel = "STAGE",
      description = "The last stage whose rulings of documents are known; the edition's last one.")
  private @Nullable String known;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "JSON gives the score by what has evidence, with the causes at each question.",
      defaultValue = "text")
  private Common.Format format = Common.Format.TEXT;

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment in JSON, or tables; - is standard input.")
  private Path file = Path.of("");

  /** Made by picocli. */
  EvidenceCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    edition.ifPresent(read -> common.tell(read.faults()));
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    Input input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
    Checked<ScoredAssessment> claimed = ReconcileCommand.scored(asked, file, input);
    Optional<Fault> unknown = claimed.value().flatMap(this::unknownStage);
    common.tell(unknown.map(List::of).orElse(claimed.faults()), format);
    if (claimed.value().isEmpty() || unknown.isPresent()) {
      return Main.FAULTY_INPUT;
    }
    tell(claimed.orThrow());
    return Main.FINE;
  }

  private Optional<Fault> unknownStage(ScoredAssessment claimed) {
    String name = known;
    return name == null || claimed.edition().findStage(name).isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.UNKNOWN_STAGE, Place.unknown())
                .with("found", name)
                .with("allowed", claimed.edition().stages().stream().map(Stage::code).toList()));
  }

  private void tell(ScoredAssessment claimed) {
    Assessment sheet = claimed.assessment();
    ScoredAssessment evidenced =
        ScoringEngine.of(sheet.edition())
            .score(sheet, View.of(Basis.EVIDENCED, Optional.of(asOf), Optional.ofNullable(known)));
    common
        .out()
        .print(
            switch (format) {
              case TEXT ->
                  TextReport.risk(
                      Difference.of(claimed, evidenced),
                      AgencyRisk.of(claimed, evidenced),
                      common.language());
              case JSON -> KlaJson.strict().write(KlaFormat.SCORED, evidenced);
            });
  }
}
