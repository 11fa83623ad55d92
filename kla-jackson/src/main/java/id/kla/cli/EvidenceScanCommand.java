package id.kla.cli;

import id.kla.assessment.Evidence;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.table.EvidenceScan;
import id.kla.table.KlaTables;
import id.kla.table.SheetFile;
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
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code kla evidence scan}: a table of evidence out of a folder of files. */
@Command(
    name = "scan",
    description =
        "Writes the table of evidence of a folder whose files or folders are named by questions,"
            + " such as \"14.10 SK.pdf\"; what can't be known stays empty.",
    mixinStandardHelpOptions = true)
final class EvidenceScanCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Output output = new Output();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description =
          "A table in CSV or xlsx with the columns file and questions, and maybe others of a table"
              + " of evidence.")
  private @Nullable Path list;

  @Option(
      names = "--format",
      paramLabel = "csv|xlsx",
      description = "How to write the table; csv by default.",
      defaultValue = "csv")
  private KlaTables.Form format = KlaTables.Form.CSV;

  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  EvidenceScanCommand() {}

  @Override
  public Integer call() {
    ParseResult before = spec.parent().commandLine().getParseResult();
    if (!before.matchedArgs().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Write the options of scan behind it, and no file before it.");
    }
    Optional<Edition> edition =
        common.edition().map(common::told).orElseGet(() -> Optional.of(Editions.kla2024()));
    Optional<EvidenceScan> scan = edition.map(EvidenceScan::of).flatMap(this::listing);
    if (scan.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    EvidenceScan own = output.file().map(scan.get()::without).orElse(scan.get());
    Optional<List<Evidence>> evidence = common.told(own.scan(folder));
    if (evidence.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    KlaTables tables = KlaTables.of().in(common.language());
    int status = output.write(tables.writeEvidence(edition.orElseThrow(), evidence.get(), format));
    if (status == Main.FINE) {
      tell(evidence.get());
    }
    return status;
  }

  private Optional<EvidenceScan> listing(EvidenceScan scan) {
    Path file = list;
    if (file == null) {
      return Optional.of(scan);
    }
    Checked<SheetFile> read = SheetFile.read(file);
    return common.told(read).map(scan.without(file)::withList);
  }

  /** Tells on standard error, since standard output may be the table. */
  private void tell(List<Evidence> evidence) {
    long open = evidence.stream().filter(each -> each.questions().isEmpty()).count();
    boolean english = common.language() == Language.ENGLISH;
    common
        .err()
        .println(
            (english ? "files in the table: " : "berkas dalam tabel: ")
                + evidence.size()
                + (english ? ", without questions: " : ", tanpa pertanyaan: ")
                + open);
  }
}
