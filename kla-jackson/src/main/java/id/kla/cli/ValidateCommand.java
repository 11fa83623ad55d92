package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla validate}: everything that is wrong with files. */
@Command(
    name = "validate",
    description = "Says everything that is wrong with documents, tables or an edition's folder.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How to write faults; text by default.",
      defaultValue = "text")
  private Common.Format format = Common.Format.TEXT;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Documents in JSON, tables in CSV or xlsx, or folders; - is standard input.")
  private List<Path> files = List.of();

  /** Made by picocli. */
  ValidateCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      common.tell(edition.get().faults(), format);
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    int status = Main.FINE;
    List<Fault> faults = new ArrayList<>();
    for (Path file : files) {
      Input input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
      faults.addAll(input.faults());
      boolean isValid = input.value().value().isPresent();
      status = isValid ? status : Main.FAULTY_INPUT;
      if (format == Common.Format.TEXT) {
        common.tell(input.faults());
        common.out().println(file + ": " + summary(input, isValid));
      }
    }
    if (format == Common.Format.JSON) {
      common.tell(faults, format);
    }
    return status;
  }

  private String summary(Input input, boolean isValid) {
    boolean english = common.language() == Language.ENGLISH;
    String kind =
        isValid
            ? (english ? "valid " : "sah, ") + input.format()
            : english ? "not valid" : "tidak sah";
    return kind + "; " + common.counts(input.faults());
  }
}
