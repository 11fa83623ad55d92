package id.kla.testing;

import id.kla.assessment.Answer;
import id.kla.edition.FactKind;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Makes answers. */
final class AnswerMaker {

  private static final List<FactKind> KINDS = List.of(FactKind.values());

  private final Choices choices;

  AnswerMaker(Choices choices) {
    this.choices = choices;
  }

  /** Where bands and lines are cut at, and facts lie around. */
  static List<Ratio> landmarks(FactKind kind) {
    return switch (kind) {
      case COVERAGE -> ratios("0", "1/3", "1/2", "2/3", "9/10", "1");
      case COUNT -> ratios("0", "1", "2", "3", "10");
      case CHANGE -> ratios("-2", "-1/2", "0", "1/2", "3");
    };
  }

  private static List<Ratio> ratios(String... texts) {
    return Stream.of(texts).map(Ratio::parse).toList();
  }

  Answer answer(Question question) {
    return switch (choices.weighted(7, 1, 1)) {
      case 0 -> readAnswer(question);
      case 1 ->
          question.notApplicable() == NotApplicable.REFUSED
              ? readAnswer(question)
              : Answer.notApplicable(choices.oneOf(List.of("none", "no such case")));
      default -> Answer.measured(anyFact());
    };
  }

  Answer readAnswer(Question question) {
    Scale scale = question.scale();
    if (scale instanceof Scale.Bands bands) {
      return ofFact(bands.measure(), question.maximum());
    }
    if (scale instanceof Scale.Line line) {
      return ofFact(line.measure(), question.maximum());
    }
    Response response =
        scale instanceof Scale.Levels levels
            ? Response.level(choices.oneOf(levels.levels()).code())
            : Response.graded(points(question));
    return choices.weighted(7, 3) == 0 ? Answer.of(response) : Answer.of(response, anyFact());
  }

  private Answer ofFact(FactKind kind, Points maximum) {
    Response.Fact fact = fact(kind);
    return switch (choices.weighted(3, 1, 1)) {
      case 0 -> Answer.of(fact);
      case 1 -> Answer.measured(fact);
      default -> Answer.of(Response.graded(award(maximum)), fact);
    };
  }

  private Points points(Question question) {
    List<Points> named = question.scale().awards();
    return named.isEmpty() || choices.onceIn(2) ? award(question.maximum()) : choices.oneOf(named);
  }

  /** Nothing, all, or any part of it. */
  Points award(Points maximum) {
    return switch (choices.weighted(1, 2, 2)) {
      case 0 -> Points.ZERO;
      case 1 -> maximum;
      default -> Points.ofUnits(choices.below(maximum.units() + 1));
    };
  }

  private Response.Fact anyFact() {
    return fact(choices.oneOf(KINDS));
  }

  /** On or next to a landmark. */
  Response.Fact fact(FactKind kind) {
    Ratio landmark = choices.oneOf(landmarks(kind));
    int step = choices.oneOf(List.of(0, 0, 1, -1));
    return switch (kind) {
      case COVERAGE -> Response.coverage(share(landmark, step));
      case COUNT -> Response.count(Math.max(0, landmark.numerator() + step));
      case CHANGE -> {
        BigDecimal before = BigDecimal.valueOf(choices.between(0, 80) - 40L, 1);
        BigDecimal change =
            BigDecimal.valueOf(landmark.numerator())
                .divide(BigDecimal.valueOf(landmark.denominator()))
                .add(BigDecimal.valueOf(step, 6));
        yield Response.change(before, before.add(change));
      }
    };
  }

  private Share share(Ratio landmark, int step) {
    if (choices.weighted(7, 1) == 1) {
      // 33.333333333333 percent lies just below one third.
      BigDecimal percent =
          BigDecimal.valueOf(100 * landmark.numerator())
              .divide(BigDecimal.valueOf(landmark.denominator()), 12, RoundingMode.DOWN)
              .add(BigDecimal.valueOf(step, 12));
      return Share.ofPercent(percent.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)));
    }
    long times = step == 0 ? choices.between(1, 30) : 1_000_000;
    long whole = landmark.denominator() * times;
    long part = landmark.numerator() * times + step;
    return Share.of(Math.min(whole, Math.max(0, part)), whole);
  }
}
