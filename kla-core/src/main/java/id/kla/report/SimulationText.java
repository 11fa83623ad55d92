package id.kla.report;

import com.google.common.base.Strings;
import id.kla.edition.Bound;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.simulation.Influence;
import id.kla.simulation.Influences;
import id.kla.simulation.SimulationReport;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells how sure a score is: what that rests on, the chances of tiers, and how totals spread; in
 * lines of at most 80 characters.
 */
final class SimulationText {

  private static final int WIDTH = 80;
  private static final int BAR = 40;
  private static final int TIER = 14;
  private static final int NAME = 44;

  private final SimulationReport report;
  private final ScoredAssessment scored;
  private final Phrases phrases;
  private final Language language;
  private final SimulationWords words;
  private final StringBuilder out = new StringBuilder();

  SimulationText(SimulationReport report, Language language) {
    this.report = report;
    this.scored = report.scored();
    this.phrases = Phrases.simulation(language);
    this.language = language;
    this.words = new SimulationWords(report, language);
  }

  String text() {
    wrapped("", Phrases.planning(language).start(scored.now(), scored.maximum()));
    line("");
    basis();
    line("");
    wrapped("", words.method());
    line("");
    tiers();
    line("");
    totals();
    line("");
    histogram();
    report.influences().ifPresent(this::influences);
    return out.toString();
  }

  private void basis() {
    line(phrases.text("basis"));
    report.survival().words(language).forEach(each -> wrapped("  ", Printable.of(each)));
    wrapped("  ", words.claims());
    if (scored.view().basis() == Basis.VERIFIED) {
      wrapped("  ", phrases.text("judged"));
    }
  }

  // Tiers

  private void tiers() {
    report
        .target()
        .ifPresent(
            target ->
                line(
                    phrases.text(
                        "target",
                        "tier",
                        target.tier().map(Tier::code).orElseThrow(),
                        "chance",
                        words.chance(target.orHigher()))));
    row("", phrases.text("chance"), phrases.text("orHigher"));
    for (SimulationReport.TierChance chance : report.figures().tiers()) {
      row(
          Phrases.planning(language).tier(chance.tier()),
          words.chance(chance.exactly()),
          chance.tier().isEmpty() ? "" : words.chance(chance.orHigher()));
    }
  }

  private void row(String tier, String chance, String orHigher) {
    line(
        "  "
            + Strings.padEnd(tier, TIER, ' ')
            + Strings.padStart(chance, 18, ' ')
            + Strings.padStart(orHigher, 22, ' '));
  }

  // Totals

  private void totals() {
    SimulationReport.Figures figures = report.figures();
    line(
        phrases.text(
            "mean",
            "mean",
            words.mean(),
            "error",
            words.isSampled()
                ? Amounts.expected(figures.meanError().setScale(2, RoundingMode.UP), language)
                : ""));
    line(phrases.text("middle", "low", quantile(1), "median", quantile(2), "high", quantile(3)));
    line(phrases.text("most", "least", quantile(0), "most", quantile(4)));
  }

  private String quantile(int place) {
    Ratio rank = SimulationReport.RANKS.get(place);
    return phrases.exact(Objects.requireNonNull(report.figures().quantiles().get(rank)));
  }

  // Histogram

  private void histogram() {
    List<SimulationReport.Bin> bins = report.figures().bins();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      labels.add(words.range(bins.get(i), i == 0));
    }
    int width = labels.stream().mapToInt(String::length).max().orElse(0);
    double largest = bins.stream().mapToDouble(bin -> bin.chance().chance()).max().orElse(1);
    line(phrases.text("histogram"));
    Optional<Tier> held = tier(bins.get(0).from());
    bound(held, width);
    for (int i = 0; i < bins.size(); i++) {
      SimulationReport.Bin bin = bins.get(i);
      Optional<Tier> tier = tier(bin.from());
      if (!tier.equals(held)) {
        bound(tier, width);
        held = tier;
      }
      double chance = bin.chance().chance();
      int length = (int) Math.round(BAR * chance / largest);
      String bar = length == 0 && chance > 0 ? "." : "#".repeat(length);
      line(
          "  "
              + Strings.padStart(labels.get(i), width, ' ')
              + "  "
              + Strings.padEnd(bar, BAR, ' ')
              + Strings.padStart(Amounts.chance(chance, language), 7, ' '));
    }
  }

  private Optional<Tier> tier(Points total) {
    return scored.edition().ladder().tierOf(total);
  }

  private void bound(Optional<Tier> tier, int width) {
    String text =
        tier.map(
                each ->
                    phrases.text(
                        each.range().lower().map(Bound::kind).orElse(Bound.Kind.CLOSED)
                                == Bound.Kind.OPEN
                            ? "bound.open"
                            : "bound.closed",
                        "tier",
                        each.code(),
                        "points",
                        each.range()
                            .lower()
                            .map(bound -> Amounts.shortest(bound.value(), language))
                            .orElse("0")))
            .orElseGet(() -> Phrases.planning(language).text("noTier"));
    line("  " + "-".repeat(width) + "  " + text + " ");
  }

  // What matters

  private void influences(Influences influences) {
    line("");
    wrapped("", phrases.text("matters", "tier", report.targetTier().map(Tier::code).orElseThrow()));
    if (influences.chance().standardError() > 0) {
      wrapped("  ", phrases.text("matters.estimated", "draws", SimulationReport.INFLUENCE_DRAWS));
    }
    if (!SimulationWords.matters(influences)) {
      line("  " + phrases.text("matters.nothing"));
      return;
    }
    boolean isShared = influences.factors().stream().anyMatch(SimulationWords::matters);
    influences("matters.factors", influences.factors());
    influences(isShared ? "matters.questionsGiven" : "matters.questions", influences.questions());
    influences(isShared ? "matters.leadsGiven" : "matters.leads", influences.groups());
  }

  private void influences(String heading, List<Influence> influences) {
    List<Influence> shown =
        influences.stream().filter(SimulationWords::matters).limit(SimulationWords.SHOWN).toList();
    if (shown.isEmpty()) {
      return;
    }
    wrapped("  ", phrases.text(heading));
    for (Influence each : shown) {
      line(
          "  "
              + Strings.padEnd(cut(words.name(each)), NAME, ' ')
              + Strings.padStart(Amounts.chance(each.totalEffect().value(), language), 8, ' ')
              + Strings.padStart(Amounts.chance(each.chanceAtWorst().chance(), language), 9, ' ')
              + " - "
              + Strings.padStart(Amounts.chance(each.chanceAtBest().chance(), language), 6, ' '));
    }
  }

  private static String cut(String name) {
    String printable = Printable.of(name);
    return printable.length() < NAME ? printable : printable.substring(0, NAME - 4) + "...";
  }

  // Lines

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  /** Breaks a text at blanks into lines that fit a terminal. */
  private void wrapped(String indent, String text) {
    StringBuilder line = new StringBuilder(indent);
    boolean isEmpty = true;
    for (String word : text.split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(indent);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    line(line.toString());
  }
}
