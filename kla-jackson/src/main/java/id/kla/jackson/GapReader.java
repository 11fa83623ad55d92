package id.kla.jackson;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.planning.GapReport;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads gaps back: what their sheet lacks to the tiers that they name is computed again. */
final class GapReader {

  private static final List<String> NEEDED =
      List.of(
          "format",
          "computed",
          "edition",
          "region",
          "round",
          "stage",
          "now",
          "gaps",
          "questions",
          "leads",
          "topics",
          "assessment");

  private GapReader() {}

  static Checked<GapReport> read(JsonCursor json, List<Edition> editions) throws IOException {
    return new ResultReader<>(
            json, editions, KlaFormat.GAP, NEEDED, List.of("view"), GapReader::report)
        .document();
  }

  private static Optional<GapReport> report(ResultReader<GapReport> document) {
    Optional<ScoredAssessment> scored = ScoredReader.scored(document);
    if (scored.isEmpty()) {
      return Optional.empty();
    }
    List<String> tiers =
        document.below("/gaps").stream()
            .flatMap(index -> document.needed("/gaps/" + index + "/tier").stream())
            .flatMap(leaf -> tier(document, scored.get().edition(), leaf).stream())
            .map(Tier::code)
            .toList();
    return document.isBroken() ? Optional.empty() : Optional.of(GapReport.of(scored.get(), tiers));
  }

  /** Returns the tier that a leaf names; one that is unknown is broken. */
  static Optional<Tier> tier(ResultReader<?> document, Edition edition, JsonCursor.Leaf leaf) {
    Optional<Tier> tier = edition.ladder().findTier(leaf.text());
    if (tier.isEmpty()) {
      document.broken(
          Fault.of(FaultCode.UNKNOWN_TIER, leaf.place())
              .with("found", JsonCursor.shortened(leaf.text()))
              .with("allowed", edition.ladder().tiers().stream().map(Tier::code).toList()));
    }
    return tier;
  }
}
