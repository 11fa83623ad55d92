package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.Mapping;
import id.kla.fault.Checked;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla edition diff}: in what two editions differ. */
@Command(
    name = "diff",
    description =
        "Says in what an edition differs from another, and what can change scores; or, by a"
            + " mapping, which parts go on as which, and what results hold of each.",
    mixinStandardHelpOptions = true)
final class EditionDiffCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Parameters(index = "0", paramLabel = "FROM", description = Common.AN_EDITION)
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = Common.AN_EDITION)
  private String to = "";

  @ArgGroup(exclusive = false)
  private @Nullable Mapped mapped;

  /** Made by picocli. */
  EditionDiffCommand() {}

  /** How parts of the two editions belong together. */
  static final class Mapped {
    @Option(
        names = "--mapping",
        required = true,
        paramLabel = "FILE",
        description =
            "A tab-separated table part, from, to: which parts (cluster, indicator, question) go on"
                + " as which; an empty to for no equivalent.")
    private Path mapping = Path.of("");

    @ArgGroup(exclusive = false)
    private @Nullable Results results;

    /** Made by picocli. */
    Mapped() {}
  }

  /** What is compared by the mapping. */
  static final class Results {
    @Option(
        names = "--before",
        required = true,
        paramLabel = "FILE",
        description = "A sheet of FROM, or its score.")
    private Path before = Path.of("");

    @Option(
        names = "--after",
        required = true,
        paramLabel = "FILE",
        description = "A sheet of TO, or its score.")
    private Path after = Path.of("");

    /** Made by picocli. */
    Results() {}
  }

  @Override
  public Integer call() throws IOException {
    Optional<Edition> earlier = common.told(common.edition(from));
    Optional<Edition> later = common.told(common.edition(to));
    if (earlier.isEmpty() || later.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    if (mapped != null) {
      return byMapping(mapped, earlier.get(), later.get());
    }
    common.out().print(TextReport.difference(earlier.get(), later.get(), common.language()));
    return Main.FINE;
  }

  private int byMapping(Mapped by, Edition earlier, Edition later) throws IOException {
    Optional<Mapping> mapping = common.told(Mapping.read(by.mapping, earlier, later));
    if (by.results == null) {
      mapping.ifPresent(
          read -> common.out().print(TextReport.mapping(earlier, later, read, common.language())));
      return mapping.isPresent() ? Main.FINE : Main.FAULTY_INPUT;
    }
    Optional<ScoredAssessment> before = common.told(scored(by.results.before, earlier));
    Optional<ScoredAssessment> after = common.told(scored(by.results.after, later));
    if (mapping.isEmpty() || before.isEmpty() || after.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    common
        .out()
        .print(TextReport.comparison(before.get(), after.get(), mapping.get(), common.language()));
    return Main.FINE;
  }

  /** Scores a sheet; a score, maybe of another view than that of all claims, is one already. */
  private Checked<ScoredAssessment> scored(Path file, Edition edition) throws IOException {
    Optional<Edition> asked = Optional.of(edition);
    Reading reading = new Reading();
    Input input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
    return input
        .scored()
        .filter(scored -> scored.edition().equals(edition))
        .map(scored -> Checked.of(scored, input.faults()))
        .orElseGet(() -> ReconcileCommand.scored(asked, file, input));
  }
}
