package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.jackson.KlaFormat;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How claims survive. */
final class SurvivalFile {

  private static final String PUBLISHED = "published";

  @Option(
      names = "--survival",
      paramLabel = "FILE|published",
      description =
          "How claims survive: a document (kla.survival/1) or tables, with a row for each outcome of"
              + " a part of the edition, or pairs of a self-assessment and a later total; or"
              + " published, the few pairs that were found published, which are no sample.")
  private @Nullable String name;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  SurvivalFile() {}

  /** Says whether anything is said of it. */
  boolean isGiven() {
    return name != null;
  }

  /** There is no default, since none would be true. */
  void check() {
    if (name == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Say how claims survive when they are judged: --survival FILE, a table with the columns"
              + " part, outcome and chance (such as *, holds, 80% and *, struck, 20%) or with pairs"
              + " of a self-assessment and a later total; or --survival published, the few pairs"
              + " that were found published.");
    }
  }

  /** Reads it for an edition; tables that name none are for that one. */
  Checked<Survival> read(Optional<Edition> edition, Common common, Reading reading)
      throws IOException {
    if (PUBLISHED.equals(name)) {
      return Checked.of(
          Survival.of(edition.orElseGet(Editions::kla2024), SurvivalModel.published()), List.of());
    }
    Path file = Path.of(String.valueOf(name));
    Input input =
        Input.survival(file, common.in(), reading.json(edition), reading.tables(edition, common));
    Optional<Survival> survival = input.survival();
    if (survival.isPresent()) {
      return Checked.of(survival.get(), input.faults());
    }
    List<Fault> faults = input.faults();
    return Checked.failed(
        input.value().value().isPresent()
            ? List.of(input.otherThan(file.toString(), KlaFormat.SURVIVAL.toString()))
            : faults);
  }
}
