package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.jackson.KlaJson;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla score}: what an assessment scores. */
@Command(
    name = "score",
    description = "Scores an assessment and explains its total and predicate.",
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  private enum Format {
    TEXT,
    JSON
  }

  @Mixin private Common common = new Common();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How to write the score; text by default.",
      defaultValue = "text")
  private Format format = Format.TEXT;

  @Parameters(paramLabel = "FILE", description = "An assessment in JSON (kla.assessment/1).")
  private Path file = Path.of("");

  /** Made by picocli. */
  ScoreCommand() {}

  @Override
  public Integer call() {
    Optional<Checked<Edition>> edition = common.edition();
    if (edition.isPresent()) {
      common.tell(edition.get().faults());
      if (edition.get().value().isEmpty()) {
        return Main.FAULTY_INPUT;
      }
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    Checked<Assessment> read =
        KlaJson.strict(asked.map(List::of).orElse(List.of())).readAssessment(file);
    common.tell(read.faults());
    if (read.value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    Assessment assessment = read.orThrow();
    if (asked.isPresent() && !asked.get().equals(assessment.edition())) {
      common.tell(
          List.of(
              Fault.of(FaultCode.OTHER_EDITION, Place.file(file.toString()))
                  .with("found", assessment.edition().id())
                  .with("allowed", asked.get().id())));
      return Main.FAULTY_INPUT;
    }
    if (assessment.edition().maximum().isEmpty()) {
      common.tell(
          List.of(
              Fault.of(
                      FaultCode.NOT_SCORABLE,
                      Place.edition(assessment.edition().id(), Label.of("", "")))
                  .with(
                      "found",
                      assessment.edition().indicators().stream()
                          .filter(indicator -> indicator.maximum().isEmpty())
                          .map(indicator -> indicator.code())
                          .toList())));
      return Main.FAULTY_INPUT;
    }
    ScoredAssessment scored = ScoringEngine.of(assessment.edition()).score(assessment);
    common
        .out()
        .print(
            switch (format) {
              case TEXT -> TextReport.score(scored, common.language());
              case JSON -> KlaJson.strict().write(scored);
            });
    return Main.FINE;
  }
}
