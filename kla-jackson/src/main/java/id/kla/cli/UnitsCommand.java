package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.CollectedFrom;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.report.TextReport;
import id.kla.table.KlaTables;
import id.kla.table.SheetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla units}: what sub-districts or villages say, as measured facts of the region. */
@Command(
    name = "units",
    description =
        "Counts what sub-districts or villages say to questions: a share of all of them, or a range"
            + " while some are silent, and who says no or nothing.",
    mixinStandardHelpOptions = true)
final class UnitsCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Output output = new Output();

  @Option(
      names = "--unit",
      paramLabel = "subdistrict|village",
      description =
          "What the units are; by default villages where a column names them, else sub-districts."
              + " With it, their names may stand in a column that is called name.")
  private @Nullable Unit unit;

  @Option(
      names = "--into",
      paramLabel = "SHEET",
      description =
          "Writes that assessment, in JSON, with every fact that is complete; a sheet that holds"
              + " another fact is refused.")
  private @Nullable Path sheet;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description =
          "Text by default; tables hold a row a question, and can be merged with other sheets.")
  private @Nullable ResultFormat format;

  @Parameters(
      paramLabel = "FILE",
      description =
          "A table in CSV or xlsx: a row for each unit and a column for each question, or a row for"
              + " each unit and question; - is standard input.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  UnitsCommand() {}

  /** What units can be. */
  enum Unit {
    /** Sub-districts. */
    SUBDISTRICT,
    /** Villages and urban wards. */
    VILLAGE;

    CollectedFrom level() {
      return this == SUBDISTRICT ? CollectedFrom.SUBDISTRICT : CollectedFrom.VILLAGE;
    }
  }

  @Override
  public Integer call() throws IOException {
    if (sheet != null && format != null) {
      throw new ParameterException(
          spec.commandLine(), "--format is not for --into, which writes an assessment.");
    }
    Optional<Checked<Edition>> edition = common.edition();
    edition.ifPresent(read -> common.tell(read.faults()));
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    return sheet == null ? count(asked) : fill(asked, sheet);
  }

  private int count(Optional<Edition> asked) throws IOException {
    ResultFormat form = Optional.ofNullable(format).orElse(ResultFormat.TEXT);
    KlaTables tables = reading.tables(asked, common);
    Checked<UnitSurvey> survey = survey(tables);
    common.tell(survey.faults(), form.ofFaults());
    if (survey.value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    UnitSurvey read = survey.orThrow();
    return output.write(
        form,
        () -> TextReport.units(read, common.language()),
        () -> KlaJson.strict().write(KlaFormat.UNITS, read),
        written -> tables.writeUnits(read, written));
  }

  private int fill(Optional<Edition> asked, Path target) throws IOException {
    Input input = Input.of(target, common.in(), reading.json(asked), reading.tables(asked, common));
    common.tell(input.faults());
    Optional<Assessment> filled = input.assessment();
    if (filled.isEmpty()) {
      if (input.value().value().isPresent()) {
        common.tell(List.of(input.otherThan(target.toString(), KlaFormat.ASSESSMENT.toString())));
      }
      return Main.FAULTY_INPUT;
    }
    Edition edition = filled.get().edition();
    Optional<UnitSurvey> survey = common.told(survey(reading.tables(Optional.of(edition), common)));
    Optional<Assessment> whole = survey.flatMap(read -> common.told(read.into(filled.get())));
    if (whole.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    int status = output.write(KlaJson.strict().write(KlaFormat.ASSESSMENT, whole.get()));
    if (status == Main.FINE) {
      common.err().print(TextReport.unitsLeftOut(survey.orElseThrow(), common.language()));
    }
    return status;
  }

  private Checked<UnitSurvey> survey(KlaTables tables) throws IOException {
    Checked<SheetFile> source =
        file.toString().equals("-")
            ? SheetFile.read("standard input", common.in())
            : SheetFile.read(file);
    List<Fault> faults = source.faults();
    return source.value().isPresent()
        ? tables.readUnits(List.of(source.orThrow()), Optional.ofNullable(unit).map(Unit::level))
        : Checked.failed(faults);
  }
}
