package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.jackson.KlaFormat;
import id.kla.report.TextReport;
import id.kla.scoring.Reconciliation;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kla reconcile}: a sheet's stated totals against its parts. */
@Command(
    name = "reconcile",
    description =
        "Says which stated totals of a sheet differ from their parts, and which total each reading"
            + " gives.",
    mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment or a score in JSON, or tables; - is standard input.")
  private Path file = Path.of("");

  /** Made by picocli. */
  ReconcileCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    edition.ifPresent(read -> common.tell(read.faults()));
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    Input input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
    Checked<ScoredAssessment> scored = scored(asked, file, input);
    common.tell(scored.faults());
    if (scored.value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    common
        .out()
        .print(TextReport.reconciliation(Reconciliation.of(scored.orThrow()), common.language()));
    return Main.FINE;
  }

  /** Scores what was read, if it is a sheet. */
  static Checked<ScoredAssessment> scored(Optional<Edition> asked, Path file, Input input) {
    Optional<Assessment> assessment = input.assessment();
    if (assessment.isEmpty()) {
      return Checked.failed(
          input.value().value().isEmpty()
              ? input.faults()
              : List.of(input.otherThan(file.toString(), KlaFormat.ASSESSMENT.toString())));
    }
    return ScoreCommand.score(asked, file.toString(), Checked.of(assessment.get(), input.faults()));
  }
}
