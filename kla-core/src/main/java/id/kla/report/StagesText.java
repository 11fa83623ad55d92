package id.kla.report;

import com.google.common.base.Strings;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.region.Regions;
import id.kla.verification.StageResult;
import id.kla.verification.Waterfall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells a waterfall: each step with what went and came, by cause where it is known. */
final class StagesText {

  private final Waterfall waterfall;
  private final Edition edition;
  private final Phrases phrases;
  private final StringBuilder out = new StringBuilder();

  StagesText(Waterfall waterfall, Language language) {
    this.waterfall = waterfall;
    this.edition = waterfall.edition();
    this.phrases = Phrases.verification(language);
  }

  String text() {
    line(
        phrases.text(
            "head",
            "region",
            Regions.builtIn().describe(waterfall.region()),
            "code",
            waterfall.region(),
            "round",
            waterfall.round()));
    if (waterfall.steps().isEmpty()) {
      waterfall.results().forEach(only -> line("  " + told(only)));
      line("  " + phrases.text("one"));
    }
    for (Waterfall.Step step : waterfall.steps()) {
      line("");
      line(
          "  "
              + told(step.from())
              + " → "
              + told(step.to())
              + ": "
              + phrases.signed(step.change()));
      bars(step);
    }
    return out.toString();
  }

  /** Questions are too many for a screen: they are told together, by why. */
  private void bars(Waterfall.Step step) {
    sums(step, phrases)
        .forEach(
            (name, change) ->
                line(Strings.padStart(phrases.signed(change), 14, ' ') + "  " + name));
  }

  /** Returns what went and came in a step, by why, in the order in which it comes first. */
  static Map<String, Points> sums(Waterfall.Step step, Phrases phrases) {
    Map<String, Points> sums = new LinkedHashMap<>();
    for (Waterfall.Bar bar : step.bars()) {
      sums.merge(name(bar, phrases), bar.change(), Points::plus);
    }
    return sums;
  }

  private static String name(Waterfall.Bar bar, Phrases phrases) {
    return switch (bar.level()) {
      case QUESTION ->
          bar.cause()
              .map(cause -> phrases.word("cause", cause))
              .orElseGet(() -> phrases.word("kind", bar.kind().orElseThrow()));
      case CAP -> phrases.word("kind", bar.kind().orElseThrow());
      case INDICATOR -> phrases.text("indicator", "code", bar.code());
      case CLUSTER -> phrases.text("cluster", "code", bar.code());
      case NOT_ATTRIBUTED -> phrases.text("rest");
    };
  }

  /** Returns what the stage of a result is called. */
  static String stage(StageResult result, Edition edition, Phrases phrases) {
    return edition
        .findStage(result.stage())
        .map(Stage::label)
        .filter(label -> !label.isEmpty())
        .map(label -> Printable.of(label.in(phrases.language())))
        .orElse(result.stage());
  }

  private String told(StageResult result) {
    Optional<Tier> tier = edition.ladder().tierOf(result.total());
    return stage(result, edition, phrases)
        + " "
        + Amounts.exact(result.total(), phrases.language())
        + tier.map(each -> " (" + each.code() + ")").orElse("");
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
