package id.kla.jackson;

import id.kla.assessment.Answer;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.AssessmentDraft.DraftAnswer;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a number in quotation marks as points where the question is graded: only the edition tells
 * it from the name of a level.
 */
final class QuotedPoints {

  private QuotedPoints() {}

  /** Returns the draft with such answers read as points, each with a warning. */
  static AssessmentDraft read(AssessmentDraft draft, List<Edition> editions) {
    Optional<Edition> edition =
        draft
            .edition()
            .flatMap(
                name -> editions.stream().filter(e -> e.id().equals(name.value())).findFirst());
    if (edition.isEmpty()) {
      return draft;
    }
    List<DraftAnswer> answers = new ArrayList<>();
    List<Fault> faults = new ArrayList<>(draft.faults());
    for (DraftAnswer written : draft.answers()) {
      answers.add(read(written, edition.get(), faults::add));
    }
    return AssessmentDraft.builder().from(draft).answers(answers).faults(faults).build();
  }

  /** Returns such an answer read as points, and warns of it; any other one as it is. */
  static DraftAnswer read(DraftAnswer written, Edition edition, Consumer<Fault> warnings) {
    Optional<String> quoted =
        written.answer().flatMap(QuotedPoints::text).filter(t -> isGraded(edition, written));
    Optional<Points> points = quoted.flatMap(QuotedPoints::points);
    points.ifPresent(
        read ->
            warnings.accept(
                Fault.of(FaultCode.TEXT_AS_NUMBER, written.place())
                    .with("found", quoted.orElseThrow())
                    .tolerated()));
    return points
        .map(read -> new DraftAnswer(written.code(), Answer.of(read), written.place()))
        .orElse(written);
  }

  private static Optional<String> text(Answer answer) {
    return answer instanceof Answer.Given given && given.response() instanceof Response.Level level
        ? Optional.of(level.code())
        : Optional.empty();
  }

  private static boolean isGraded(Edition edition, DraftAnswer written) {
    return QuestionCode.find(written.code())
        .flatMap(edition::findQuestion)
        .map(Question::scale)
        .filter(Scale.Graded.class::isInstance)
        .isPresent();
  }

  private static Optional<Points> points(String text) {
    if (!JsonCursor.DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Points.of(new BigDecimal(text)));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
