package id.kla.report;

import id.kla.assessment.Unit;
import id.kla.assessment.UnitFact;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.Question;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Share;
import id.kla.region.Regions;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what units say: each question with its share, its points and who is missing. */
final class UnitsText {

  /** More names are no help on a screen. */
  private static final int NAMES = 12;

  private final UnitSurvey survey;
  private final Phrases phrases;
  private final StringBuilder out = new StringBuilder();

  UnitsText(UnitSurvey survey, Language language) {
    this.survey = survey;
    this.phrases = Phrases.units(language);
  }

  String text() {
    line(
        phrases.text(
            "head",
            "edition",
            survey.edition().id(),
            "region",
            survey
                .region()
                .map(code -> Regions.builtIn().describe(code) + " (" + code + ")")
                .orElse(""),
            "count",
            survey.rows().size(),
            "level",
            phrases.word("level", survey.level())));
    for (UnitFact fact : survey.facts()) {
      line("");
      fact(fact);
    }
    line("");
    long complete = survey.facts().stream().filter(fact -> fact.silent().isEmpty()).count();
    line(phrases.text("complete", "count", complete, "all", survey.questions().size()));
    if (!survey.notAsked().isEmpty()) {
      line(
          phrases.text(
              "notAsked",
              "codes",
              survey.notAsked().stream()
                  .map(question -> question.code().toString())
                  .collect(Collectors.joining(", "))));
    }
    return out.toString();
  }

  /** Returns which facts a sheet can't be given yet, a line each. */
  String leftOut() {
    for (UnitFact fact : survey.facts()) {
      if (!fact.silent().isEmpty()) {
        line(
            phrases.text(
                "leftOut",
                "question",
                fact.question().code(),
                "count",
                fact.silent().size(),
                "whole",
                fact.whole()));
      }
    }
    return out.toString();
  }

  private void fact(UnitFact fact) {
    Question question = fact.question();
    line(question.code() + "  " + Printable.of(question.label().in(phrases.language())));
    String share =
        fact.silent().isEmpty()
            ? phrases.text("fact", "share", share(fact.least()))
            : phrases.text("range", "share", share(fact.least()), "most", share(fact.most()));
    line("  " + share + "; " + earned(fact));
    names("no", fact.no());
    names("silent", fact.silent());
  }

  private String share(Share share) {
    Share.Parts parts = share.parts().orElseThrow();
    String of = phrases.language() == Language.ENGLISH ? " of " : " dari ";
    return parts.part() + of + parts.whole();
  }

  private String earned(UnitFact fact) {
    String maximum = Amounts.shortest(fact.question().maximum(), phrases.language());
    return fact.earned()
        .map(
            earned -> {
              String least = Amounts.shortest(earned.atLeast(), phrases.language());
              String most = Amounts.shortest(earned.atMost(), phrases.language());
              return least.equals(most)
                  ? phrases.text("earned", "points", least, "maximum", maximum)
                  : phrases.text("earnedRange", "points", least, "most", most, "maximum", maximum);
            })
        .orElseGet(() -> phrases.text("unscored", "maximum", maximum));
  }

  private void names(String key, List<Unit> units) {
    if (units.isEmpty()) {
      return;
    }
    String names =
        units.stream()
            .limit(NAMES)
            .map(unit -> Printable.of(unit.toString()))
            .collect(Collectors.joining(", "));
    String more =
        units.size() > NAMES ? ", " + phrases.text("more", "count", units.size() - NAMES) : "";
    line("  " + phrases.text(key) + " " + names + more);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
