package id.kla.cli;

import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.table.KlaTables;
import id.kla.verification.Waterfall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla stages}: what was lost and won from stage to stage. */
@Command(
    name = "stages",
    description =
        "Says what was lost and won from stage to stage: of a sheet by its findings, of published"
            + " results as deep as they go.",
    mixinStandardHelpOptions = true)
final class StagesCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Output output = new Output();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description =
          "Text by default; the others hold every question. JSON is a document a line if there are"
              + " several regions or rounds.",
      defaultValue = "text")
  private ResultFormat format = ResultFormat.TEXT;

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment or declared results, in JSON or tables; - is standard input.")
  private Path file = Path.of("");

  /** Made by picocli. */
  StagesCommand() {}

  @Override
  public Integer call() throws IOException {
    Optional<Checked<Edition>> edition = common.edition();
    edition.ifPresent(read -> common.tell(read.faults()));
    if (edition.isPresent() && edition.get().value().isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    Optional<Edition> asked = edition.flatMap(Checked::value);
    Input input = Input.of(file, common.in(), reading.json(asked), reading.tables(asked, common));
    Checked<List<Waterfall>> waterfalls = waterfalls(asked, input);
    common.tell(waterfalls.faults(), format.ofFaults());
    return waterfalls.value().isPresent()
        ? tell(waterfalls.orThrow(), reading.tables(asked, common))
        : Main.FAULTY_INPUT;
  }

  private Checked<List<Waterfall>> waterfalls(Optional<Edition> asked, Input input) {
    Optional<List<DeclaredResult>> declared = input.declared();
    if (declared.isPresent()) {
      return Waterfall.ofDeclared(asked.orElseGet(Editions::kla2024), declared.get());
    }
    Checked<ScoredAssessment> scored = ReconcileCommand.scored(asked, file, input);
    return scored.value().isPresent()
        ? Checked.of(List.of(Waterfall.of(scored.orThrow().assessment())), scored.faults())
        : Checked.failed(scored.faults());
  }

  private int tell(List<Waterfall> waterfalls, KlaTables tables) {
    return output.write(
        format,
        () ->
            waterfalls.stream()
                .map(waterfall -> TextReport.stages(waterfall, common.language()))
                .collect(Collectors.joining("\n")),
        () -> json(waterfalls),
        form -> tables.writeStages(waterfalls, form));
  }

  /** One is a document for people and programs; several are a document a line. */
  private static String json(List<Waterfall> waterfalls) {
    KlaJson json =
        waterfalls.size() == 1
            ? KlaJson.strict()
            : KlaJson.strict().withLayout(KlaJson.Layout.ONE_LINE);
    return waterfalls.stream()
        .map(waterfall -> json.write(KlaFormat.STAGES, waterfall))
        .collect(Collectors.joining());
  }
}
