package id.kla.cli;

import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.report.TextReport;
import id.kla.rollup.DeclaredCheck;
import id.kla.rollup.DeclaredCounts;
import id.kla.rollup.RegionResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kla check-declared}: what published results and counts contradict. */
@Command(
    name = "check-declared",
    description =
        "Sets published results against the ladder, their own parts and each other; a contradiction"
            + " is told, and no fault of the input. With --edition, parts are set against that"
            + " edition's, too.",
    mixinStandardHelpOptions = true)
final class CheckDeclaredCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Option(
      names = "--counts",
      description = "Check the published counts that are built in: their sums, and each other.")
  private boolean isOfCounts;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Declared results, in JSON or tables; - is standard input.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  CheckDeclaredCommand() {}

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty() != isOfCounts) {
      throw new ParameterException(
          spec.commandLine(), "Give either files of declared results, or --counts alone.");
    }
    if (isOfCounts) {
      common
          .out()
          .print(
              TextReport.declaredCounts(
                  DeclaredCounts.check(DeclaredCounts.builtIn()), common.language()));
      return Main.FINE;
    }
    Optional<Checked<Edition>> edition = common.edition();
    edition.ifPresent(read -> common.tell(read.faults()));
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    return check(edition.flatMap(Checked::value));
  }

  private int check(Optional<Edition> asked) throws IOException {
    int status = Main.FINE;
    Edition stages = asked.orElseGet(Editions::kla2024);
    List<RegionResult> results = new ArrayList<>();
    for (Path file : files) {
      Input input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
      Optional<List<DeclaredResult>> declared = input.declared();
      common.tell(input.faults());
      if (declared.isPresent()) {
        declared
            .get()
            .forEach(
                each -> results.add(RegionResult.of(each, stages, Place.file(file.toString()))));
      } else {
        status = Main.FAULTY_INPUT;
        if (input.value().value().isPresent()) {
          common.tell(List.of(input.otherThan(file.toString(), KlaFormat.DECLARED.toString())));
        }
      }
    }
    common
        .out()
        .print(
            TextReport.declared(
                asked.isPresent()
                    ? DeclaredCheck.withParts(results, stages)
                    : DeclaredCheck.of(results, stages),
                common.language()));
    return status;
  }
}
