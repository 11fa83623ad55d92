package id.kla.cli;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Role;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.table.KlaTables;
import id.kla.table.SheetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kla sheet}: a sheet for an agency to fill in. */
@Command(
    name = "sheet",
    description = "Writes a sheet to fill in: for everybody, for a role or for an agency.",
    mixinStandardHelpOptions = true)
final class SheetCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Output output = new Output();

  @ArgGroup private Whose whose = new Whose();

  /** For whom the sheet is; everybody unless said otherwise. */
  static final class Whose {
    @Option(
        names = "--role",
        paramLabel = "ROLE",
        description = "Only the questions that a role leads, such as health.")
    private @Nullable String role;

    @Option(
        names = "--agency",
        paramLabel = "AGENCY",
        description = "Only the questions that an agency's roles lead; needs --agencies.")
    private @Nullable String agency;

    @Option(names = "--without-lead", description = "Only the questions that nobody leads.")
    private boolean isWithoutLead;

    /** Made by picocli. */
    Whose() {}
  }

  @Option(
      names = "--agencies",
      paramLabel = "FILE",
      description = "A table of agencies (agency, name, kind, aliases, roles) in CSV or xlsx.")
  private @Nullable Path agencies;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "An assessment whose answers stand in the sheet already.")
  private @Nullable Path from;

  @Option(
      names = "--format",
      paramLabel = "csv|xlsx",
      description = "How to write the sheet; csv by default.",
      defaultValue = "csv")
  private KlaTables.Form format = KlaTables.Form.CSV;

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  SheetCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Fault> faults = new ArrayList<>();
    Optional<Checked<Edition>> asked = common.edition();
    asked.ifPresent(edition -> faults.addAll(edition.faults()));
    Optional<Edition> edition =
        asked.isPresent() ? asked.get().value() : Optional.of(Editions.kla2024());
    if (edition.isEmpty()) {
      common.tell(faults);
      return Main.FAULTY_INPUT;
    }
    KlaTables tables = reading.tables(asked.flatMap(Checked::value), common);
    Optional<Assessment> filled = filled(edition.get(), tables, faults);
    Edition used = filled.map(Assessment::edition).orElse(edition.get());
    Optional<KlaTables.Asked> sheet = sheet(used, tables, faults);
    common.tell(faults);
    if (sheet.isEmpty() || (from != null && filled.isEmpty())) {
      return Main.FAULTY_INPUT;
    }
    return output.write(tables.writeForm(used, sheet.get(), filled, format));
  }

  private Optional<Assessment> filled(Edition edition, KlaTables tables, List<Fault> faults)
      throws IOException {
    Path file = from;
    if (file == null) {
      return Optional.empty();
    }
    Input input = Input.of(file, common.in(), reading.json(Optional.of(edition)), tables);
    faults.addAll(input.faults());
    if (input.value().value().isPresent() && input.assessment().isEmpty()) {
      faults.add(input.otherThan(file.toString(), KlaFormat.ASSESSMENT.toString()));
    }
    return input.assessment();
  }

  private Optional<KlaTables.Asked> sheet(Edition edition, KlaTables tables, List<Fault> faults) {
    if (whose.isWithoutLead) {
      return Optional.of(KlaTables.Asked.nobody());
    }
    String role = whose.role;
    if (role != null) {
      List<String> roles = edition.roles().stream().map(Role::code).toList();
      if (!roles.contains(role)) {
        faults.add(unknown(role, roles));
        return Optional.empty();
      }
      return Optional.of(KlaTables.Asked.role(role));
    }
    String name = whose.agency;
    if (name == null) {
      return Optional.of(KlaTables.Asked.everybody());
    }
    Path file = agencies;
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(), "--agency needs --agencies FILE, a table of agencies and roles.");
    }
    Checked<SheetFile> read = SheetFile.read(file);
    faults.addAll(read.faults());
    if (read.value().isEmpty()) {
      return Optional.empty();
    }
    Checked<List<Agency>> listed = tables.readAgencies(read.orThrow());
    faults.addAll(listed.faults());
    if (listed.value().isEmpty()) {
      return Optional.empty();
    }
    Optional<Agency> agency =
        listed.orThrow().stream().filter(each -> each.isCalled(name)).findFirst();
    if (agency.isEmpty()) {
      faults.add(unknown(name, listed.orThrow().stream().map(Agency::code).toList()));
    }
    return agency.map(KlaTables.Asked::agency);
  }

  private static Fault unknown(String found, List<String> known) {
    List<String> nearest = Nearest.to(found, known);
    return Fault.of(FaultCode.UNKNOWN_CODE, Place.unknown())
        .with("found", found)
        .with("nearest", nearest.isEmpty() ? known : nearest);
  }
}
