package id.kla.report;

import static java.util.stream.Collectors.joining;

import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.FactKind;
import id.kla.edition.Interval;
import id.kla.edition.Origin;
import id.kla.edition.Requirement;
import id.kla.edition.Scale;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Says in words what stands in an edition as numbers and codes: bounds, scales, origins.
 *
 * <p>What comes from the data goes through {@code data}, which makes it fit for where it is shown.
 */
final class EditionWords {

  private static final int SHOWN_DECIMALS = 12;

  private final Phrases phrases;
  private final UnaryOperator<String> data;

  EditionWords(Language language, UnaryOperator<String> data) {
    this.phrases = Phrases.edition(language);
    this.data = data;
  }

  String points(Points points) {
    return Amounts.shortest(points, phrases.language());
  }

  /** Returns a label in the language of the text, or the code where there is none. */
  String name(String code, Label label) {
    return data.apply(label.isEmpty() ? code : label.in(phrases.language()));
  }

  // Bounds

  /** Returns the range in words, such as "above 600 up to and including 700". */
  String range(Interval<Points> range) {
    return range(range, this::points);
  }

  /** Returns what must at least be earned, such as "more than 0 points". */
  String least(Bound<Points> bound) {
    return phrases.text(
        bound.kind() == Bound.Kind.CLOSED ? "at-least" : "more-than",
        "value",
        points(bound.value()));
  }

  private <T extends Comparable<? super T>> String range(
      Interval<T> range, Function<T, String> text) {
    List<String> ends = new ArrayList<>();
    Optional<Bound<T>> lower = range.lower();
    Optional<Bound<T>> upper = range.upper();
    if (lower.isPresent() && lower.map(Bound::value).equals(upper.map(Bound::value))) {
      return phrases.text("exactly", "value", text.apply(lower.get().value()));
    }
    lower.ifPresent(bound -> ends.add(lower(bound, text)));
    upper.ifPresent(
        bound ->
            ends.add(
                phrases.text(
                    bound.kind() == Bound.Kind.CLOSED
                        ? "to"
                        : lower.isPresent() ? "to-below" : "below",
                    "value",
                    text.apply(bound.value()))));
    return ends.isEmpty() ? phrases.text("any") : String.join(" ", ends);
  }

  private <T extends Comparable<? super T>> String lower(Bound<T> bound, Function<T, String> text) {
    return phrases.text(
        bound.kind() == Bound.Kind.CLOSED ? "from" : "above", "value", text.apply(bound.value()));
  }

  // Scales

  /** Returns what an answer earns, for a question of that maximum. */
  String scale(Scale scale, Points maximum) {
    if (scale instanceof Scale.Graded graded) {
      if (maximum.isZero() && graded.named().isEmpty()) {
        return phrases.text("scale.zero");
      }
      return graded.named().isEmpty()
          ? phrases.text("scale.graded", "maximum", points(maximum))
          : phrases.text("scale.named")
              + " "
              + phrases.either(graded.named().stream().map(this::points).toList());
    }
    if (scale instanceof Scale.Levels levels) {
      return phrases.text("scale.levels")
          + ": "
          + levels.levels().stream().map(this::level).collect(joining("; "));
    }
    if (scale instanceof Scale.Bands bands) {
      return phrases.text("scale.bands", "measure", measure(bands.measure()))
          + ": "
          + bands.bands().stream()
              .map(
                  band ->
                      earns(
                          range(band.range(), at -> quantity(at, bands.measure())), band.points()))
              .collect(joining("; "));
    }
    Scale.Line line = (Scale.Line) scale;
    return phrases.text("scale.line", "measure", measure(line.measure()))
        + ": "
        + line.anchors().stream()
            .map(
                anchor ->
                    earns(
                        phrases.text("at", "value", quantity(anchor.at(), line.measure())),
                        anchor.points()))
            .collect(joining("; "))
        + "; "
        + phrases.text("between");
  }

  private String level(Scale.Level level) {
    String label = level.label().isEmpty() ? "" : data.apply(level.label().in(phrases.language()));
    return earns(
        data.apply(level.code()) + (label.isEmpty() ? "" : " (" + label + ")"), level.points());
  }

  private String earns(String what, Points points) {
    return what + " → " + points(points);
  }

  String measure(FactKind measure) {
    return phrases.word("measure", measure);
  }

  /** Returns a share in percent, if it has an end there, or as a fraction; and other numbers. */
  String quantity(Ratio ratio, FactKind measure) {
    boolean isShare = measure == FactKind.COVERAGE;
    Optional<BigDecimal> decimal = decimal(ratio);
    String number =
        decimal
            .map(found -> isShare ? found.movePointRight(2) : found)
            .map(found -> found.stripTrailingZeros().toPlainString())
            .map(plain -> decimalMark(plain) + (isShare ? "%" : ""))
            .orElseGet(ratio::toString);
    return measure == FactKind.CHANGE && ratio.numerator() > 0 ? "+" + number : number;
  }

  private static Optional<BigDecimal> decimal(Ratio ratio) {
    long rest = ratio.denominator();
    while (rest % 2 == 0) {
      rest /= 2;
    }
    while (rest % 5 == 0) {
      rest /= 5;
    }
    if (rest != 1) {
      return Optional.empty();
    }
    BigDecimal exact =
        BigDecimal.valueOf(ratio.numerator()).divide(BigDecimal.valueOf(ratio.denominator()));
    return exact.scale() > SHOWN_DECIMALS ? Optional.empty() : Optional.of(exact);
  }

  private String decimalMark(String plain) {
    return phrases.language() == Language.INDONESIAN ? plain.replace('.', ',') : plain;
  }

  // Origins and requirements

  /** Returns mark, sources and note, such as "INFERRED (a-source; another): It may be 8.". */
  String origin(Origin origin) {
    return origin.mark().name()
        + (origin.sources().isEmpty()
            ? ""
            : " (" + origin.sources().stream().map(data).collect(joining("; ")) + ")")
        + (origin.note().isEmpty() ? "" : ": " + data.apply(origin.note()));
  }

  /** Returns the same as the end of a sentence. */
  String originAtEnd(Origin origin) {
    String text = origin(origin);
    return text.endsWith(".") ? text : text + ".";
  }

  /** Returns what a requirement looks at and what it must earn. */
  String condition(Requirement requirement, Edition edition) {
    return subject(requirement.subject(), edition) + ": " + least(requirement.least());
  }

  private String subject(Requirement.Subject subject, Edition edition) {
    if (subject instanceof Requirement.OfCluster cluster) {
      return part(
          "clusters", cluster.code(), edition.findCluster(cluster.code()).map(c -> c.label()));
    }
    if (subject instanceof Requirement.OfIndicator indicator) {
      return part(
          "indicators",
          indicator.code(),
          edition.findIndicator(indicator.code()).map(i -> i.label()));
    }
    if (subject instanceof Requirement.OfQuestion question) {
      return part(
          "questions",
          question.code().toString(),
          edition.findQuestion(question.code()).map(q -> q.label()));
    }
    return phrases.text("total");
  }

  /** Returns a part by its name alone, such as "predicate Madya". */
  String named(String table, String code, Label label) {
    return phrases.word("part", table) + " " + name(code, label);
  }

  /** Returns a part with its code and its label, such as "question 1.1 (Act)". */
  String part(String table, String code, Optional<Label> label) {
    String named = (phrases.word("part", table) + " " + data.apply(code)).strip();
    return label
        .filter(found -> !found.isEmpty())
        .map(found -> named + " (" + data.apply(found.in(phrases.language())) + ")")
        .orElse(named);
  }
}
