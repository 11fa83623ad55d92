package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.table.KlaTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla convert}: a document as tables, and back. */
@Command(
    name = "convert",
    description = "Writes a document as tables, tables as a document, or a folder as an edition.",
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Output output = new Output();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "json|csv|xlsx",
      description = "What to write.")
  private To to = To.JSON;

  @Parameters(
      paramLabel = "FILE",
      description = "A document in JSON, tables in CSV or xlsx, or a folder; - is standard input.")
  private Path file = Path.of("");

  /** Made by picocli. */
  ConvertCommand() {}

  /** What is written. */
  enum To {
    /** A document. */
    JSON,
    /** Tables as text. */
    CSV,
    /** A workbook. */
    XLSX
  }

  @Override
  public Integer call() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      common.tell(edition.get().faults());
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    KlaTables tables = reading.tables(asked, common);
    Input input = Input.of(file, common.in(), reading.json(asked), tables);
    List<Fault> faults = new ArrayList<>(input.faults());
    if (input.value().value().isEmpty()) {
      common.tell(faults);
      return Main.FAULTY_INPUT;
    }
    Optional<byte[]> written = to == To.JSON ? json(input) : tables(input, tables);
    if (written.isEmpty()) {
      faults.add(
          input.otherThan(
              file.toString(),
              KlaFormat.ASSESSMENT
                  + (to == To.JSON
                      ? ""
                      : ", "
                          + KlaFormat.DECLARED
                          + ", "
                          + KlaFormat.MEASURES
                          + ", "
                          + KlaFormat.SURVIVAL)));
      common.tell(faults);
      return Main.FAULTY_INPUT;
    }
    common.tell(faults);
    return output.write(written.get());
  }

  private static Optional<byte[]> json(Input input) {
    KlaJson json = KlaJson.strict();
    Optional<String> text =
        input
            .assessment()
            .map(read -> json.write(KlaFormat.ASSESSMENT, read))
            .or(() -> input.edition().map(read -> json.write(KlaFormat.EDITION, read)))
            .or(() -> input.declared().map(read -> json.write(KlaFormat.DECLARED, read)))
            .or(() -> input.measures().map(read -> json.write(KlaFormat.MEASURES, read)))
            .or(() -> input.survival().map(read -> json.write(KlaFormat.SURVIVAL, read)));
    return text.map(document -> document.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<byte[]> tables(Input input, KlaTables tables) {
    KlaTables.Form form = to == To.CSV ? KlaTables.Form.CSV : KlaTables.Form.XLSX;
    Optional<Assessment> assessment = input.assessment();
    Optional<List<DeclaredResult>> declared = input.declared();
    return assessment
        .map(read -> tables.write(read, form))
        .or(() -> declared.map(read -> tables.writeDeclared(read, form)))
        .or(() -> input.measures().map(read -> tables.writeMeasures(read, form)))
        .or(() -> input.survival().map(read -> tables.writeSurvival(read, form)));
  }
}
