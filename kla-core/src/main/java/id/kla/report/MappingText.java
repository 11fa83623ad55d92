package id.kla.report;

import static java.util.stream.Collectors.joining;

import id.kla.assessment.Assessment;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Mapping;
import id.kla.edition.Mapping.Link;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.region.Regions;
import id.kla.rollup.EditionComparison;
import id.kla.rollup.EditionComparison.Alone;
import id.kla.rollup.EditionComparison.Pair;
import id.kla.scoring.ScoredAssessment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Tells which parts go on as which, and what results hold of each; what can't be compared, too. */
final class MappingText {

  private final Edition from;
  private final Edition to;
  private final Phrases phrases;
  private final EditionWords words;
  private final StringBuilder out = new StringBuilder();

  private MappingText(Edition from, Edition to, Language language) {
    this.from = from;
    this.to = to;
    this.phrases = Phrases.mapping(language);
    this.words = new EditionWords(language, Printable::of);
  }

  static String of(Edition from, Edition to, Mapping mapping, Language language) {
    MappingText text = new MappingText(from, to, language);
    text.line(from.id() + " → " + to.id());
    for (Link link : mapping.links()) {
      if (!link.to().isEmpty()) {
        text.line("  " + text.named(link) + text.origin(link.origin()));
      }
    }
    text.alone(EditionComparison.unmapped(from, to, mapping), mapping);
    return text.out.toString();
  }

  static String of(
      ScoredAssessment before, ScoredAssessment after, Mapping mapping, Language language) {
    MappingText text = new MappingText(before.edition(), after.edition(), language);
    text.result(before);
    text.result(after);
    EditionComparison compared = EditionComparison.of(before, after, mapping);
    text.line("");
    text.line(text.phrases.text("measure"));
    compared.pairs().forEach(text::pair);
    text.compared(before, compared, Pair::beforeMaximum);
    text.compared(after, compared, Pair::afterMaximum);
    text.alone(compared.alone(), mapping);
    return text.out.toString();
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  private void result(ScoredAssessment scored) {
    Assessment sheet = scored.assessment();
    line(
        phrases.text(
            "result",
            "edition",
            scored.edition().id(),
            "region",
            Regions.builtIn().describe(sheet.region()),
            "code",
            sheet.region(),
            "round",
            sheet.round(),
            "stage",
            scored
                .edition()
                .findStage(sheet.stage())
                .map(Stage::label)
                .map(label -> words.name(sheet.stage(), label))
                .orElse(sheet.stage()),
            "points",
            exact(scored.points()),
            "maximum",
            words.points(scored.maximum())));
  }

  private void pair(Pair pair) {
    line("  " + named(pair.link()));
    line(
        "    "
            + held(pair.before(), pair.beforeMaximum())
            + " → "
            + held(pair.after(), pair.afterMaximum())
            + origin(pair.link().origin()));
  }

  private String held(Points points, Points maximum) {
    return phrases.text(
        "held",
        "points",
        exact(points),
        "maximum",
        words.points(maximum),
        "share",
        Amounts.share(points, maximum, phrases.language()));
  }

  private void compared(
      ScoredAssessment scored, EditionComparison compared, Function<Pair, Points> maximum) {
    line(
        phrases.text(
            "compared",
            "part",
            words.points(Points.sum(compared.pairs().stream().map(maximum).toList())),
            "maximum",
            words.points(scored.maximum()),
            "edition",
            scored.edition().id()));
  }

  // What is left alone

  private void alone(List<Alone> alone, Mapping mapping) {
    for (EditionComparison.Why why : EditionComparison.Why.values()) {
      for (Edition edition : from.id().equals(to.id()) ? List.of(from) : List.of(from, to)) {
        List<Alone> here =
            alone.stream()
                .filter(each -> each.why() == why && each.edition().equals(edition.id()))
                .toList();
        if (!here.isEmpty()) {
          line(phrases.text("why." + why.name().toLowerCase(Locale.ROOT), "edition", edition.id()));
          here.forEach(each -> line("  " + named(edition, each) + said(each, mapping)));
        }
      }
    }
  }

  private String named(Edition edition, Alone alone) {
    return named(alone.part(), alone.code(), edition)
        + alone
            .maximum()
            .map(points -> phrases.text("most", "points", words.points(points)))
            .orElse("");
  }

  /** Who says that there is no equivalent. */
  private String said(Alone alone, Mapping mapping) {
    return mapping.links().stream()
        .filter(
            link ->
                alone.why() == EditionComparison.Why.NO_EQUIVALENT
                    && link.part() == alone.part()
                    && link.from().contains(alone.code()))
        .findFirst()
        .map(link -> origin(link.origin()))
        .orElse("");
  }

  // Names

  private String named(Link link) {
    return named(link.part(), link.from(), from) + " → " + named(link.part(), link.to(), to);
  }

  private String named(Mapping.Part part, List<String> codes, Edition edition) {
    return codes.stream().map(code -> named(part, code, edition)).collect(joining(" + "));
  }

  private String named(Mapping.Part part, String code, Edition edition) {
    return switch (part) {
      case CLUSTER -> words.part("clusters", code, edition.findCluster(code).map(Cluster::label));
      case INDICATOR ->
          words.part("indicators", code, edition.findIndicator(code).map(Indicator::label));
      case QUESTION -> words.part("questions", code, question(code, edition));
    };
  }

  private static Optional<Label> question(String code, Edition edition) {
    return edition.findQuestion(QuestionCode.parse(code)).map(Question::label);
  }

  private String origin(Origin origin) {
    return " · " + words.origin(origin);
  }

  private String exact(Points points) {
    return Amounts.exact(points, phrases.language());
  }
}
