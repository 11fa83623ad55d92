package id.kla.cli;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.planning.Gap;
import id.kla.report.TextReport;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    Optional<ScoredAssessment> scored = viewing.scored(file, common, reading);
    if (scored.isEmpty()) {
      return Main.FAULTY_INPUT;
    }
    Edition edition = scored.get().edition();
    Optional<Fault> unknown = unknown(edition, target);
    if (unknown.isPresent()) {
      common.tell(List.of(unknown.get()));
      return Main.FAULTY_INPUT;
    }
    String text = TextReport.gap(scored.get(), gaps(scored.get()), common.language());
    return output.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the fault that an edition has no such tier, if it has none. */
  static Optional<Fault> unknown(Edition edition, @Nullable String tier) {
    return tier == null || edition.ladder().findTier(tier).isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.UNKNOWN_TIER, Place.unknown())
                .with("found", tier)
                .with("allowed", edition.ladder().tiers().stream().map(Tier::code).toList()));
  }

  private List<Gap> gaps(ScoredAssessment scored) {
    if (target != null) {
      return List.of(Gap.to(scored, target));
    }
    Optional<Gap> next = Gap.toNext(scored);
    if (next.isEmpty()) {
      return List.of();
    }
    List<Tier> tiers = scored.edition().ladder().tiers();
    return tiers.subList(tiers.indexOf(next.get().tier()), tiers.size()).stream()
        .map(tier -> Gap.to(scored, tier.code()))
        .toList();
  }
}
