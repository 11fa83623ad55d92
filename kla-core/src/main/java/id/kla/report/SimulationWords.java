package id.kla.report;

import id.kla.assessment.Agency;
import id.kla.edition.Role;
import id.kla.fault.Argument;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.State;
import id.kla.simulation.AwardChances;
import id.kla.simulation.Estimate;
import id.kla.simulation.Influence;
import id.kla.simulation.Influences;
import id.kla.simulation.SharedFactor;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.TiedModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words that text and page share to tell how sure a score is. */
final class SimulationWords {

  /** How many of each kind are told of what matters. */
  static final int SHOWN = 10;

  /** What is no more than this is rounding. */
  private static final double NOTHING = 1e-12;

  private final SimulationReport report;
  private final ScoredAssessment scored;
  private final Phrases phrases;
  private final Language language;

  SimulationWords(SimulationReport report, Language language) {
    this.report = report;
    this.scored = report.scored();
    this.phrases = Phrases.simulation(language);
    this.language = language;
  }

  // What it rests on

  /** Returns how many rows or pairs it rests on, and that they are no forecast or no sample. */
  List<String> foundations() {
    List<String> words = report.survival().words(language);
    return words.subList(0, words.size() - pairCount());
  }

  /** Returns the pairs, each with its stage. */
  List<String> pairs() {
    List<String> words = report.survival().words(language);
    return words.subList(words.size() - pairCount(), words.size());
  }

  private int pairCount() {
    return report.survival().pairs().map(model -> model.pairs().size()).orElse(0);
  }

  /** Returns how many claims may come to another end. */
  String claims() {
    TiedModel model = report.model();
    long tied = model.factors().stream().mapToLong(SimulationWords::questions).sum();
    long uncertain =
        model.alone().awards().entrySet().stream()
            .filter(award -> !isTied(model, award.getKey().toString()))
            .map(Map.Entry::getValue)
            .filter(SimulationWords::isUncertain)
            .count();
    long claims = scored.questions(State.SETTLED).size();
    return phrases.text(
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
        some(claims - uncertain - tied));
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

  /** Returns whether it was computed, or from how many draws of which seed it was counted. */
  String method() {
    return report.method() instanceof SimulationReport.Sampled sampled
        ? phrases.text(
            "sampled", "draws", Argument.of(sampled.draws()).in(language), "seed", sampled.seed())
        : phrases.text("exact");
  }

  /** Of a sample a chance is told with its error. */
  String chance(Estimate estimate) {
    String chance = Amounts.chance(estimate.chance(), language);
    return isSampled()
        ? chance + " ± " + Amounts.error(estimate.standardError(), language)
        : chance;
  }

  boolean isSampled() {
    return report.method() instanceof SimulationReport.Sampled;
  }

  // Totals

  String mean() {
    return Amounts.expected(report.figures().mean(), language);
  }

  /** A bar begins above where the one before it ends, or with the bound of a tier itself. */
  String range(SimulationReport.Bin bin, boolean isFirst) {
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

  // What matters

  /** Says whether anything of what is told matters. */
  static boolean matters(Influences influences) {
    return Stream.of(influences.factors(), influences.questions(), influences.groups())
        .flatMap(List::stream)
        .anyMatch(SimulationWords::matters);
  }

  static boolean matters(Influence influence) {
    return influence.totalEffect().value() > NOTHING || influence.swing() > NOTHING;
  }

  String name(Influence influence) {
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
}
