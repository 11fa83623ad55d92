package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By which eyes a sheet is looked at. */
final class Viewing {

  @Option(
      names = "--basis",
      paramLabel = "claimed|evidenced|verified",
      description =
          "What counts: every claim, what has evidence on a day, or what a stage found; by default"
              + " what the last stage found that found anything, or every claim where none did;"
              + " with --as-of evidenced.")
  private @Nullable Basis basis;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day on which evidence must hold, such as 2023-06-30; of evidenced.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known",
      paramLabel = "STAGE",
      description =
          "Of verified the stage whose findings count, by default the last one that found"
              + " anything; of evidenced the last stage whose rulings of documents are known, by"
              + " default the edition's last one.")
  private @Nullable String known;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  Viewing() {}

  /** Says whether anything of it was asked for. */
  boolean isGiven() {
    return basis != null || asOf != null || known != null;
  }

  /**
   * A file that was read, and the edition by which that was done.
   *
   * @param file the file
   * @param edition the edition that was asked for, if one was
   * @param input what was read; nothing if that edition is faulty
   * @param faults what is wrong with that edition
   */
  record Opened(Path file, Optional<Edition> edition, Optional<Input> input, List<Fault> faults) {}

  /** Reads a file by the edition that was asked for. */
  Opened open(Path file, Common common, Reading reading) throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    List<Fault> faults = edition.map(Checked::faults).orElse(List.of());
    Optional<Edition> asked = edition.flatMap(Checked::value);
    return edition.isPresent() && asked.isEmpty()
        ? new Opened(file, asked, Optional.empty(), faults)
        : new Opened(
            file,
            asked,
            Optional.of(
                Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common))),
            faults);
  }

  /** Reads and scores a sheet by its view; or returns every fault that stands in the way. */
  Checked<ScoredAssessment> scored(Path file, Common common, Reading reading) throws IOException {
    return scored(open(file, common, reading));
  }

  /** Scores a sheet that was read by its view; or returns every fault that stands in the way. */
  Checked<ScoredAssessment> scored(Opened opened) {
    List<Fault> faults = new ArrayList<>(opened.faults());
    if (opened.input().isEmpty()) {
      return Checked.failed(faults);
    }
    Checked<ScoredAssessment> claimed =
        ReconcileCommand.scored(opened.edition(), opened.file(), opened.input().get());
    faults.addAll(claimed.faults());
    if (claimed.value().isEmpty()) {
      return Checked.failed(faults);
    }
    Assessment assessment = claimed.orThrow().assessment();
    Checked<View> view = of(assessment);
    faults.addAll(view.faults());
    return view.value().isPresent()
        ? Checked.of(
            ScoringEngine.of(assessment.edition()).score(assessment, view.orThrow()), faults)
        : Checked.failed(faults);
  }

  /** Returns the view of a sheet, or why its edition has no such stage. */
  Checked<View> of(Assessment assessment) {
    View latest = View.latest(assessment);
    Basis meant = basis != null ? basis : asOf != null ? Basis.EVIDENCED : latest.basis();
    if ((asOf != null) != (meant == Basis.EVIDENCED)) {
      throw wrong(
          asOf == null
              ? "--as-of DATE is missing, the day on which evidence must hold."
              : "--as-of is for --basis evidenced.");
    }
    if (known != null && (basis == Basis.CLAIMED || (basis == null && asOf == null))) {
      throw wrong("--known is for --basis verified or evidenced.");
    }
    if (meant == Basis.VERIFIED && known == null) {
      if (latest.basis() != Basis.VERIFIED) {
        throw wrong("No stage has found anything on the sheet; name one by --known STAGE.");
      }
      return Checked.of(latest, List.of());
    }
    Optional<String> stage = Optional.ofNullable(known);
    Optional<Fault> fault = stage.flatMap(name -> unfit(name, assessment));
    return fault.isPresent()
        ? Checked.failed(List.of(fault.get()))
        : Checked.of(View.of(meant, Optional.ofNullable(asOf), stage), List.of());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Optional<Fault> unfit(String name, Assessment assessment) {
    Optional<Stage> stage = assessment.edition().findStage(name);
    if (stage.isEmpty()) {
      return Optional.of(
          Fault.of(FaultCode.UNKNOWN_STAGE, Place.unknown())
              .with("found", name)
              .with("allowed", assessment.edition().stages().stream().map(Stage::code).toList()));
    }
    boolean isSelf = stage.get().judging() == Stage.Judging.SELF;
    return basis == Basis.VERIFIED && isSelf
        ? Optional.of(
            Fault.of(FaultCode.NO_JUDGING_STAGE, Place.unknown()).with("found", stage.get().code()))
        : Optional.empty();
  }
}
