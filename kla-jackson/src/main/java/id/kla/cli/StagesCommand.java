package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import id.kla.verification.StageResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kla stages}: what was lost and won from stage to stage. */
@Command(
    name = "stages",
    description =
        "Says what was lost and won from stage to stage: of a sheet by its findings, of published"
            + " results as deep as they go.",
    mixinStandardHelpOptions = true)
final class StagesCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment or declared results, in JSON or tables; - is standard input.")
  private Path file = Path.of("");

  /** Made by picocli. */
  StagesCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    edition.ifPresent(read -> common.tell(read.faults()));
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    Input input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
    Optional<List<DeclaredResult>> declared = input.declared();
    if (declared.isPresent()) {
      common.tell(input.faults());
      return declared(asked.orElseGet(Editions::kla2024), declared.get());
    }
    Checked<ScoredAssessment> scored = ReconcileCommand.scored(asked, file, input);
    common.tell(scored.faults());
    scored.value().ifPresent(this::sheet);
    return scored.value().isPresent() ? Main.FINE : Main.FAULTY_INPUT;
  }

  private void sheet(ScoredAssessment claimed) {
    Assessment sheet = claimed.assessment();
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<StageResult> results = new ArrayList<>();
    results.add(StageResult.of(sheet.stage(), claimed));
    for (Stage stage : sheet.edition().stagesAfter(sheet.judgedAt())) {
      if (sheet.findings().stream().anyMatch(found -> found.stage().equals(stage.code()))) {
        results.add(StageResult.of(stage.code(), engine.score(sheet, View.verified(stage.code()))));
      }
    }
    common
        .out()
        .print(
            TextReport.stages(
                sheet.edition(), sheet.region(), sheet.round(), results, common.language()));
  }

  private int declared(Edition edition, List<DeclaredResult> declared) {
    List<String> stages = edition.stages().stream().map(Stage::code).toList();
    List<Fault> faults = new ArrayList<>();
    Map<String, List<DeclaredResult>> groups = new LinkedHashMap<>();
    for (DeclaredResult result : declared) {
      Optional<Stage> stage = edition.findStage(result.stage());
      if (stage.isEmpty()) {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_STAGE, Place.file(file.toString()))
                .with("found", result.stage())
                .with("allowed", stages));
      } else if (result.total().isPresent()) {
        groups
            .computeIfAbsent(result.region() + " " + result.round(), key -> new ArrayList<>())
            .add(DeclaredResult.builder().from(result).stage(stage.get().code()).build());
      }
    }
    for (List<DeclaredResult> group : groups.values()) {
      group.sort(Comparator.comparing(result -> stages.indexOf(result.stage())));
      for (int i = 1; i < group.size(); i++) {
        if (group.get(i).stage().equals(group.get(i - 1).stage())) {
          faults.add(
              Fault.of(FaultCode.DUPLICATE_CODE, Place.file(file.toString()))
                  .with(
                      "found",
                      group.get(i).region()
                          + " "
                          + group.get(i).round()
                          + " "
                          + group.get(i).stage()));
        }
      }
    }
    common.tell(faults);
    if (!faults.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    boolean isFirst = true;
    for (List<DeclaredResult> group : groups.values()) {
      List<StageResult> results =
          group.stream().flatMap(result -> StageResult.of(result).stream()).toList();
      common.out().print(isFirst ? "" : "\n");
      isFirst = false;
      common
          .out()
          .print(
              TextReport.stages(
                  edition,
                  group.get(0).region(),
                  group.get(0).round(),
                  results,
                  common.language()));
    }
    return Main.FINE;
  }
}
