package id.kla.report;

import com.google.common.base.Strings;
import id.kla.assessment.Agency;
import id.kla.edition.Bound;
import id.kla.edition.Role;
import id.kla.edition.Tier;
import id.kla.fault.Argument;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.State;
import id.kla.simulation.AwardChances;
import id.kla.simulation.Estimate;
import id.kla.simulation.Influence;
import id.kla.simulation.Influences;
import id.kla.simulation.SharedFactor;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.TiedModel;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells how sure a score is: what that rests on, the chances of tiers, and how totals spread; in
 * lines of at most 80 characters.
 */
final class SimulationText {

  private static final int WIDTH = 80;
  private static final int BAR = 40;
  private static final int TIER = 14;
  private static final int NAME = 44;

  /** How many of each kind are told of what matters. */
  private static final int SHOWN = 10;

  /** What is no more than this is rounding. */
  private static final double NOTHING = 1e-12;

  private final SimulationReport report;
  private final ScoredAssessment scored;
  private final Phrases phrases;
  private final Language language;
  private final StringBuilder out = new StringBuilder();

  SimulationText(SimulationReport report, Language language) {
    this.report = report;
    this.scored = report.scored();
    this.phrases = Phrases.simulation(language);
    this.language = language;
  }

  String text() {
    wrapped("", Phrases.planning(language).start(scored.now(), scored.maximum()));
    line("");
    basis();
    line("");
    method();
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
    report.survival().words(language).forEach(words -> wrapped("  ", Printable.of(words)));
    TiedModel model = report.model();
    long tied = model.factors().stream().mapToLong(SimulationText::questions).sum();
    long uncertain =
        model.alone().awards().entrySet().stream()
            .filter(award -> !isTied(model, award.getKey().toString()))
            .map(Map.Entry::getValue)
            .filter(SimulationText::isUncertain)
            .count();
    long claims = scored.questions(State.SETTLED).size();
    wrapped(
        "  ",
        phrases.text(
            "claims",
            "claims",
            claims,
            "alone",
            some(uncertain),
            "tied",
            some(tied),
            "factors",
            model.factors().size(),
            "fixed",
            some(claims - uncertain - tied)));
    if (scored.view().basis() == Basis.VERIFIED) {
      wrapped("  ", phrases.text("judged"));
    }
  }

  private static String some(long number) {
    return number == 0 ? "" : Long.toString(number);
  }

  private static long questions(SharedFactor factor) {
    return factor.states().get(0).awards().size();
  }

  private static boolean isTied(TiedModel model, String question) {
    return model.factors().stream()
        .flatMap(factor -> factor.states().get(0).awards().keySet().stream())
        .anyMatch(code -> code.toString().equals(question));
  }

  private static boolean isUncertain(AwardChances chances) {
    return chances.chances().size() > 1;
  }

  private void method() {
    if (report.method() instanceof SimulationReport.Sampled sampled) {
      wrapped(
          "",
          phrases.text(
              "sampled",
              "draws",
              Argument.of(sampled.draws()).in(language),
              "seed",
              sampled.seed()));
    } else {
      wrapped("", phrases.text("exact"));
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
                        estimate(target.orHigher()))));
    row("", phrases.text("chance"), phrases.text("orHigher"));
    for (SimulationReport.TierChance chance : report.figures().tiers()) {
      row(
          Phrases.planning(language).tier(chance.tier()),
          estimate(chance.exactly()),
          chance.tier().isEmpty() ? "" : estimate(chance.orHigher()));
    }
  }

  private void row(String tier, String chance, String orHigher) {
    line(
        "  "
            + Strings.padEnd(tier, TIER, ' ')
            + Strings.padStart(chance, 18, ' ')
            + Strings.padStart(orHigher, 22, ' '));
  }

  /** Of a sample a chance is told with its error. */
  private String estimate(Estimate estimate) {
    String chance = Amounts.chance(estimate.chance(), language);
    return isSampled()
        ? chance + " ± " + Amounts.error(estimate.standardError(), language)
        : chance;
  }

  private boolean isSampled() {
    return report.method() instanceof SimulationReport.Sampled;
  }

  // Totals

  private void totals() {
    SimulationReport.Figures figures = report.figures();
    line(
        phrases.text(
            "mean",
            "mean",
            Amounts.expected(figures.mean(), language),
            "error",
            isSampled()
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
      labels.add(label(bins.get(i), i == 0));
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

  /** A bar begins above where the one before it ends, or with the bound of a tier itself. */
  private String label(SimulationReport.Bin bin, boolean isFirst) {
    String from =
        isFirst || !endsRound(bin.from())
            ? Amounts.shortest(bin.from(), language)
            : ">" + Amounts.shortest(bin.from().minus(Points.SMALLEST), language);
    return from
        + " - "
        + (endsRound(bin.through().plus(Points.SMALLEST))
            ? Amounts.shortest(bin.through(), language)
            : "<" + Amounts.shortest(bin.through().plus(Points.SMALLEST), language));
  }

  /** Says whether the total just below has fewer digits. */
  private static boolean endsRound(Points from) {
    return from.minus(Points.SMALLEST).toString().length() <= from.toString().length();
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
    List<Influence> all =
        Stream.of(influences.factors(), influences.questions(), influences.groups())
            .flatMap(List::stream)
            .filter(SimulationText::matters)
            .toList();
    if (all.isEmpty()) {
      line("  " + phrases.text("matters.nothing"));
      return;
    }
    boolean isShared = influences.factors().stream().anyMatch(SimulationText::matters);
    influences("matters.factors", influences.factors());
    influences(isShared ? "matters.questionsGiven" : "matters.questions", influences.questions());
    influences(isShared ? "matters.leadsGiven" : "matters.leads", influences.groups());
  }

  private static boolean matters(Influence influence) {
    return influence.totalEffect().value() > NOTHING || influence.swing() > NOTHING;
  }

  private void influences(String heading, List<Influence> influences) {
    List<Influence> shown =
        influences.stream().filter(SimulationText::matters).limit(SHOWN).toList();
    if (shown.isEmpty()) {
      return;
    }
    wrapped("  ", phrases.text(heading));
    for (Influence each : shown) {
      line(
          "  "
              + Strings.padEnd(cut(name(each)), NAME, ' ')
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

  private String name(Influence influence) {
    String code = influence.code();
    return switch (influence.kind()) {
      case QUESTION -> code + " " + scored.question(code).label().in(language);
      case INDICATOR -> code + " " + scored.indicator(code).label().in(language);
      case GROUP, FACTOR -> sharer(code);
    };
  }

  /** An agency or role is called by its name, and what a whole region shares by a word of ours. */
  private String sharer(String code) {
    int blank = code.indexOf(' ');
    String rest = code.substring(blank + 1);
    if (code.startsWith("agency ")) {
      return scored.assessment().agencies().stream()
          .filter(agency -> agency.code().equals(rest))
          .map(Agency::name)
          .findFirst()
          .orElse(rest);
    }
    return code.startsWith("role ")
        ? phrases.label(scored.edition().roles(), Role::code, Role::label, rest)
        : phrases.word("factor", code);
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
