package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.report.TextReport;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kla edition diff}: in what two editions differ. */
@Command(
    name = "diff",
    description = "Says in what an edition differs from another, and what can change scores.",
    mixinStandardHelpOptions = true)
final class EditionDiffCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Parameters(index = "0", paramLabel = "FROM", description = Common.AN_EDITION)
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = Common.AN_EDITION)
  private String to = "";

  /** Made by picocli. */
  EditionDiffCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Edition> earlier = common.told(common.edition(from));
    Optional<Edition> later = common.told(common.edition(to));
    if (earlier.isEmpty() || later.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    common.out().print(TextReport.difference(earlier.get(), later.get(), common.language()));
    return Main.FINE;
  }
}
