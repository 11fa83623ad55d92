package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import id.kla.jackson.KlaFormat;
import id.kla.scoring.DigestRecord;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla recheck}: whether a result still is what its sheet scores. */
@Command(
    name = "recheck",
    description =
        "Scores again what a result was computed from, and says whether it holds or at which node"
            + " it differs.",
    mixinStandardHelpOptions = true)
final class RecheckCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Option(
      names = "--assessment",
      paramLabel = "FILE",
      description = "The sheet that it must have been computed from; the one in it by default.")
  private @Nullable Path assessment;

  @Parameters(paramLabel = "RESULT", description = "A score in JSON (kla.scored/1).")
  private Path file = Path.of("");

  /** Made by picocli. */
  RecheckCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      common.tell(edition.get().faults());
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    List<Fault> faults = new ArrayList<>();
    Optional<ScoredAssessment> holds = recheck(asked, faults);
    common.tell(faults);
    holds.ifPresent(this::tell);
    return holds.isPresent() ? Main.FINE : Main.FAULTY_INPUT;
  }

  private Optional<ScoredAssessment> recheck(Optional<Edition> asked, List<Fault> faults)
      throws IOException {
    Optional<Assessment> given = Optional.empty();
    if (assessment != null) {
      Input sheet = read(assessment, asked);
      faults.addAll(sheet.faults());
      given = sheet.assessment();
      if (given.isEmpty()) {
        if (sheet.value().value().isPresent()) {
          faults.add(sheet.otherThan(assessment.toString(), KlaFormat.ASSESSMENT.toString()));
        }
        return Optional.empty();
      }
    }
    Input result =
        given.isPresent()
            ? Input.recheck(file, common.in(), reading.json(asked), given.get())
            : read(file, asked);
    faults.addAll(result.faults());
    Optional<ScoredAssessment> scored = result.scored();
    if (scored.isEmpty() && result.value().value().isPresent()) {
      faults.add(result.otherThan(file.toString(), KlaFormat.SCORED.toString()));
    }
    // A warning of another digest is what this command is asked for.
    return scored.filter(s -> result.faults().isEmpty());
  }

  private Input read(Path path, Optional<Edition> asked) throws IOException {
    return Input.of(path, common.in(), reading.json(asked), reading.tables(asked, common));
  }

  private void tell(ScoredAssessment scored) {
    DigestRecord digests = scored.digests();
    boolean english = common.language() == Language.ENGLISH;
    String edition = scored.edition().id();
    common
        .out()
        .print(
            english
                ? file
                    + ": holds\nedition "
                    + edition
                    + ": "
                    + digests.edition()
                    + "\nassessment: "
                    + digests.assessment()
                    + "\nresult: "
                    + digests.result()
                    + "\n"
                : file
                    + ": tetap benar\nedisi "
                    + edition
                    + ": "
                    + digests.edition()
                    + "\npenilaian: "
                    + digests.assessment()
                    + "\nhasil: "
                    + digests.result()
                    + "\n");
  }
}
