package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.report.TextReport;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kla edition show}: an edition on one screen. */
@Command(
    name = "show",
    description = "Shows an edition on one screen.",
    mixinStandardHelpOptions = true)
final class EditionShowCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "ID|DIR|FILE", description = Common.AN_EDITION)
  private String name = "";

  /** Made by picocli. */
  EditionShowCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Edition> edition = common.told(common.edition(name));
    edition.ifPresent(read -> common.out().print(TextReport.edition(read, common.language())));
    return edition.isPresent() ? Main.FINE : Main.FAULTY_INPUT;
  }
}
