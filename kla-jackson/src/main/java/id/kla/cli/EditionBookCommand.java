package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.report.RuleBook;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kla edition book}: an edition as a book. */
@Command(
    name = "book",
    description = "Writes an edition as a readable book in Markdown.",
    mixinStandardHelpOptions = true)
final class EditionBookCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "ID|DIR|FILE", description = Common.AN_EDITION)
  private String name = "";

  /** Made by picocli. */
  EditionBookCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Edition> edition = common.told(common.edition(name));
    return edition.isPresent()
        ? output.write(RuleBook.of(edition.get(), common.language()))
        : Main.FAULTY_INPUT;
  }
}
