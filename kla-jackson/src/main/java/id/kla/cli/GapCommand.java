package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.planning.GapReport;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.table.KlaTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kla gap}: what a score lacks to the next predicates, and where it can come from. */
@Command(
    name = "gap",
    description =
        "Says what a score lacks to the next predicate and to those above it, what of that only"
            + " needs evidence, and where most can be won.",
    mixinStandardHelpOptions = true)
final class GapCommand implements Callable<Integer> {

  @Mixin private Common common = new Common();

  @Mixin private Reading reading = new Reading();

  @Mixin private Viewing viewing = new Viewing();

  @Mixin private Output output = new Output();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|xlsx",
      description = "Text by default; the others hold everything, for programs or spreadsheets.",
      defaultValue = "text")
  private ResultFormat format = ResultFormat.TEXT;

  @Option(
      names = "--target",
      paramLabel = "TIER",
      description = "Only this predicate, by the code of its tier, such as NINDYA.")
  private @Nullable String target;

  @Parameters(
      paramLabel = "FILE",
      description = "An assessment in JSON, or tables; - is standard input.")
  private Path file = Path.of("");

  /** Made by picocli. */
  GapCommand() {}

  @Override
  public Integer call() throws IOException {
    Checked<ScoredAssessment> scored = viewing.scored(file, common, reading);
    List<Fault> faults = new ArrayList<>(scored.faults());
    Optional<Fault> unknown = scored.value().flatMap(read -> unknown(read.edition(), target));
    unknown.ifPresent(faults::add);
    common.tell(faults, format.ofFaults());
    return scored.value().isPresent() && unknown.isEmpty()
        ? tell(
            target == null
                ? GapReport.of(scored.orThrow())
                : GapReport.of(
                    scored.orThrow(),
                    scored.orThrow().edition().ladder().findNamed(target).stream()
                        .map(Tier::code)
                        .toList()))
        : Main.FAULTY_INPUT;
  }

  private int tell(GapReport report) {
    KlaTables tables = KlaTables.of().in(common.language());
    return output.write(
        format,
        () -> TextReport.gap(report, common.language()),
        () -> KlaJson.strict().write(KlaFormat.GAP, report),
        form -> tables.writeGap(report, form));
  }

  /** Returns the fault that an edition has no such tier, if it has none. */
  static Optional<Fault> unknown(Edition edition, @Nullable String tier) {
    return tier == null || edition.ladder().findNamed(tier).isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.UNKNOWN_TIER, Place.unknown())
                .with("found", tier)
                .with("allowed", edition.ladder().tiers().stream().map(Tier::code).toList()));
  }
}
