package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla edition lint}: what is wrong with an edition, or suspicious in it. */
@Command(
    name = "lint",
    description = "Says everything that is wrong with an edition, or suspicious in it.",
    mixinStandardHelpOptions = true)
final class EditionLintCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How to write what was found; text by default.",
      defaultValue = "text")
  private Common.Format format = Common.Format.TEXT;

  @Parameters(paramLabel = "ID|DIR|FILE", description = Common.AN_EDITION)
  private String name = "";

  /** Made by picocli. */
  EditionLintCommand() {}

  @Override
  public Integer call() throws IOException {
    Checked<Edition> edition = common.edition(name);
    common.tell(edition.faults(), format);
    boolean isValid = edition.value().isPresent();
    if (format == Common.Format.TEXT) {
      boolean english = common.language() == Language.ENGLISH;
      String kind =
          isValid
              ? (english ? "can be used" : "dapat dipakai")
              : english ? "can't be used" : "tidak dapat dipakai";
      common.out().println(name + ": " + kind + "; " + common.counts(edition.faults()));
    }
    return isValid ? Main.FINE : Main.FAULTY_INPUT;
  }
}
