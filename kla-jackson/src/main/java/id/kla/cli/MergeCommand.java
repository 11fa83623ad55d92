package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.report.TextReport;
import id.kla.table.KlaTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kla merge}: filled sheets as one assessment. */
@Command(
    name = "merge",
    description =
        "Merges filled sheets into one assessment in JSON, and says who has returned how much.",
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Output output = new Output();

  @Parameters(
      arity = "1..*",
      paramLabel = "SHEET",
      description = "Sheets in CSV or xlsx, in any order; tables of agencies and evidence, too.")
  private List<Path> sheets = List.of();

  /** Made by picocli. */
  MergeCommand() {}

  @Override
  public Integer call() {
    Optional<Checked<Edition>> edition = common.edition();
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      common.tell(edition.get().faults());
      return Main.FAULTY_INPUT;
    }
    KlaTables tables = reading.tables(edition.flatMap(Checked::value), common);
    Checked<KlaTables.Merged> merged = tables.mergeFiles(sheets);
    common.tell(merged.faults());
    if (merged.value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    KlaTables.Merged all = merged.orThrow();
    String document = KlaJson.strict().write(KlaFormat.ASSESSMENT, all.assessment());
    int status = output.write(document);
    if (status == Main.FINE) {
      tell(all);
    }
    return status;
  }

  /** Tells on standard error, since standard output may be the document. */
  private void tell(KlaTables.Merged all) {
    boolean english = common.language() == Language.ENGLISH;
    for (KlaTables.Returned sheet : all.returned()) {
      common
          .err()
          .println(
              sheet.name()
                  + sheet.agency().map(agency -> " (" + agency + ")").orElse("")
                  + (english ? ": answers: " : ": jawaban: ")
                  + sheet.answers());
    }
    common.err().print(TextReport.returned(all.assessment(), common.language()));
  }
}
