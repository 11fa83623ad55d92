package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.planning.WhatIf;
import id.kla.planning.WhatIfReport;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla whatif}: what changes of a sheet would change of its score. */
@Command(
    name = "whatif",
    description =
        "Tries changes of a sheet, each upon those before it: total and predicate before and after,"
            + " and every cluster, indicator and question whose points are others.",
    mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private Output output = new Output();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description =
          "Text by default; in JSON a score a line (kla.scored/1): the sheet's as it is, and after"
              + " each what-if.",
      defaultValue = "text")
  private Common.Format format = Common.Format.TEXT;

  @Parameters(
      index = "0",
      paramLabel = "SHEET",
      description = "An assessment in JSON, or tables; - is standard input.")
  private Path sheet = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATCH",
      description = "What-ifs in JSON (kla.whatif/1), in the order in which they are applied.")
  private List<Path> patches = List.of();

  /** Made by picocli. */
  WhatIfCommand() {}

  @Override
  public Integer call() throws IOException {
    Checked<ScoredAssessment> scored = viewing.scored(sheet, common, reading);
    Optional<Edition> edition =
        scored
            .value()
            .map(ScoredAssessment::edition)
            .or(() -> common.edition().flatMap(Checked::value));
    List<Fault> faults = new ArrayList<>(scored.faults());
    List<WhatIf> whatIfs = new ArrayList<>();
    for (Path patch : patches) {
      Input input =
          Input.of(patch, common.in(), reading.json(edition), reading.tables(edition, common));
      faults.addAll(input.faults());
      input.whatIf().ifPresent(whatIfs::add);
      if (input.whatIf().isEmpty() && input.value().value().isPresent()) {
        faults.add(input.otherThan(patch.toString(), KlaFormat.WHAT_IF.toString()));
      }
    }
    Optional<WhatIfReport> report = Optional.empty();
    if (scored.value().isPresent() && whatIfs.size() == patches.size()) {
      ScoredAssessment base = scored.orThrow();
      Checked<WhatIfReport> tried = WhatIfReport.of(base.assessment(), base.view(), whatIfs);
      faults.addAll(tried.faults());
      report = tried.value();
    }
    common.tell(faults, format);
    return report.isPresent() ? tell(report.get()) : Main.FAULTY_INPUT;
  }

  private int tell(WhatIfReport report) {
    String text =
        switch (format) {
          case TEXT -> TextReport.whatIf(report, common.language());
          case JSON -> json(report);
        };
    return output.write(text);
  }

  private static String json(WhatIfReport report) {
    KlaJson json = KlaJson.strict().withLayout(KlaJson.Layout.ONE_LINE);
    return Stream.concat(
            Stream.of(report.base()),
            report.steps().stream().map(step -> step.difference().after()))
        .map(scored -> json.write(KlaFormat.SCORED, scored))
        .collect(Collectors.joining());
  }
}
