package id.kla.table;

import id.kla.assessment.Answer;
import id.kla.edition.FactKind;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.points.Points;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers and facts as people write them in one cell: {@code 12}, {@code 96.4%}, {@code 45 of 46},
 * {@code 41.2 -> 44}, {@code penuh}.
 *
 * <p>Where the question's scale would read a short form as something else, a longer one says what
 * is meant: {@code 12 points}, {@code 7 cases}, a level in quotation marks.
 */
final class AnswerText {

  private static final String DECIMAL = "-?[0-9]{1,40}(?:[.,][0-9]{1,40})?";

  private static final Pattern PERCENT = Pattern.compile("(" + DECIMAL + ")\\s*%");
  private static final Pattern PARTS =
      Pattern.compile("([0-9]{1,18})\\s*(?:of|dari|/)\\s*([0-9]{1,18})");
  private static final Pattern CHANGE =
      Pattern.compile("(" + DECIMAL + ")\\s*(?:->|→|to|menjadi)\\s*(" + DECIMAL + ")");
  private static final Pattern POINTS =
      Pattern.compile("(" + DECIMAL + ")\\s*(?:points?|poin|nilai)");
  private static final Pattern CASES = Pattern.compile("([0-9]{1,15})\\s*(?:cases|kasus|buah)");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"", Pattern.DOTALL);

  private AnswerText() {}

  /** Reads the answer to {@code question}; what is broken is reported. */
  static Optional<Response> read(String text, Question question, Place place, List<Fault> faults) {
    Scale scale = question.scale();
    if (scale instanceof Scale.Levels levels && levels.findLevel(text).isPresent()) {
      return Optional.of(Response.level(text));
    }
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.matches()) {
      return Optional.of(Response.level(quoted.group(1)));
    }
    Matcher points = POINTS.matcher(text);
    if (points.matches()) {
      return TableRow.points(points.group(1), place, faults).map(Response::graded);
    }
    if (COUNT.matcher(text).matches() && measures(scale, FactKind.COUNT)) {
      return Optional.of(Response.count(Long.parseLong(text)));
    }
    if (TableRow.number(text).isPresent()) {
      return TableRow.points(text, place, faults).map(Response::graded);
    }
    if (isFact(text)) {
      return fact(text, place, faults).map(fact -> fact);
    }
    return Optional.of(Response.level(text));
  }

  /** Reads an answer to whatever question: a bare number is points, any other text a level. */
  static Optional<Response> alone(String text, Place place, List<Fault> faults) {
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.matches()) {
      return Optional.of(Response.level(quoted.group(1)));
    }
    Matcher points = POINTS.matcher(text);
    if (points.matches() || TableRow.number(text).isPresent()) {
      return TableRow.points(points.matches() ? points.group(1) : text, place, faults)
          .map(Response::graded);
    }
    return isFact(text)
        ? fact(text, place, faults).map(fact -> fact)
        : Optional.of(Response.level(text));
  }

  private static boolean measures(Scale scale, FactKind measure) {
    return (scale instanceof Scale.Bands bands && bands.measure() == measure)
        || (scale instanceof Scale.Line line && line.measure() == measure);
  }

  private static boolean isFact(String text) {
    return PERCENT.matcher(text).matches()
        || PARTS.matcher(text).matches()
        || CHANGE.matcher(text).matches()
        || CASES.matcher(text).matches();
  }

  /** Reads a measured fact; what is none is reported. */
  static Optional<Response.Fact> fact(String text, Place place, List<Fault> faults) {
    Matcher percent = PERCENT.matcher(text);
    Matcher parts = PARTS.matcher(text);
    Matcher change = CHANGE.matcher(text);
    Matcher cases = CASES.matcher(text);
    try {
      if (percent.matches()) {
        return Optional.of(Response.coverage(Share.ofPercent(decimal(percent.group(1)))));
      }
      if (parts.matches()) {
        return Optional.of(
            Response.coverage(
                Share.of(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)))));
      }
    } catch (IllegalArgumentException e) {
      faults.add(Fault.of(FaultCode.BAD_SHARE, place).with("found", text));
      return Optional.empty();
    }
    if (change.matches()) {
      try {
        return Optional.of(Response.change(decimal(change.group(1)), decimal(change.group(2))));
      } catch (IllegalArgumentException e) {
        faults.add(Fault.of(FaultCode.BAD_CHANGE, place).with("found", text));
        return Optional.empty();
      }
    }
    if (cases.matches()) {
      return Optional.of(Response.count(Long.parseLong(cases.group(1))));
    }
    if (COUNT.matcher(text).matches()) {
      return Optional.of(Response.count(Long.parseLong(text)));
    }
    faults.add(Fault.of(FaultCode.BAD_FACT, place).with("found", text));
    return Optional.empty();
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }

  /** Returns the cell that is read as {@code response} to {@code question}. */
  static Cell write(Response response, Question question) {
    Cell brief = brief(response);
    List<Fault> faults = new ArrayList<>();
    boolean isRead =
        !brief.text().isEmpty()
            && Printable.trimmed(brief.text()).equals(brief.text())
            && read(brief.text(), question, Place.unknown(), faults)
                .filter(response::equals)
                .isPresent();
    return isRead ? brief : Cell.text(explicit(response));
  }

  private static Cell brief(Response response) {
    if (response instanceof Response.Graded graded) {
      return Cell.points(graded.points());
    }
    if (response instanceof Response.Count count) {
      return Cell.number(BigDecimal.valueOf(count.count()));
    }
    return Cell.text(
        response instanceof Response.Level level
            ? level.code()
            : write((Response.Fact) response).text());
  }

  /** Returns the form that is read alike whatever the question. */
  static String explicit(Response response) {
    if (response instanceof Response.Graded graded) {
      return graded.points() + " points";
    }
    if (response instanceof Response.Count count) {
      return count.count() + " cases";
    }
    return response instanceof Response.Level level
        ? "\"" + level.code() + "\""
        : write((Response.Fact) response).text();
  }

  /** Returns the cell that is read as {@code fact}. */
  static Cell write(Response.Fact fact) {
    if (fact instanceof Response.Coverage coverage) {
      Share share = coverage.share();
      return Cell.text(
          share
              .percent()
              .map(percent -> percent.toPlainString() + "%")
              .orElseGet(() -> share.parts().map(AnswerText::parts).orElseThrow()));
    }
    if (fact instanceof Response.Change change) {
      return Cell.text(change.before().toPlainString() + " -> " + change.now().toPlainString());
    }
    return Cell.number(BigDecimal.valueOf(((Response.Count) fact).count()));
  }

  private static String parts(Share.Parts parts) {
    return parts.part() + " of " + parts.whole();
  }

  /** Returns the points that a claim of this response is worth. */
  static Points worth(Answer answer, Question question) {
    return answer.readBy(question.scale()).map(question.scale()::award).orElse(Points.ZERO);
  }
}
