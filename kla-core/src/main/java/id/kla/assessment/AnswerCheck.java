package id.kla.assessment;

import id.kla.edition.Edition;
import id.kla.edition.FactKind;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;

/** Says whether an answer fits its question. */
final class AnswerCheck {

  private final Edition edition;
  private final Question question;
  private final Place place;
  private final List<Fault> faults;

  private AnswerCheck(Edition edition, Question question, Place place, List<Fault> faults) {
    this.edition = edition;
    this.question = question;
    this.place = place;
    this.faults = faults;
  }

  /** Adds to {@code faults} what is wrong with an answer. */
  static void check(
      Edition edition, QuestionCode code, Answer answer, Place place, List<Fault> faults) {
    Optional<Question> question = edition.findQuestion(code);
    if (question.isPresent()) {
      check(edition, question.get(), answer, place, faults);
    } else {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_QUESTION, place)
              .with("found", code.toString())
              .with("edition", edition.id())
              .with("nearest", edition.near(code)));
    }
  }

  static void check(
      Edition edition, Question question, Answer answer, Place place, List<Fault> faults) {
    new AnswerCheck(edition, question, place, faults).answer(answer);
  }

  /** Adds to {@code faults} if points are out of the question's range. */
  static void checkRange(
      Edition edition, Question question, Points points, Place place, List<Fault> faults) {
    new AnswerCheck(edition, question, place, faults).range(points);
  }

  private Fault fault(FaultCode code) {
    return Fault.of(code, place)
        .with("question", question.code().toString())
        .with("edition", edition.id());
  }

  private void answer(Answer answer) {
    if (answer instanceof Answer.NotApplicable no) {
      if (question.notApplicable() == NotApplicable.REFUSED) {
        faults.add(fault(FaultCode.NOT_APPLICABLE_REFUSED));
      } else if (no.reason().isBlank()) {
        faults.add(fault(FaultCode.NOT_APPLICABLE_WITHOUT_REASON));
      }
    } else if (answer instanceof Answer.Given given) {
      if (given.response() instanceof Response.Graded graded) {
        range(graded.points());
      }
      Optional<Response> read = given.readBy(question.scale());
      if (read.isEmpty()) {
        unread(given.response());
      } else if (read.get() instanceof Response.Graded graded) {
        named(graded.points());
      }
    }
  }

  private void range(Points points) {
    FaultCode code =
        points.signum() < 0
            ? FaultCode.POINTS_BELOW_ZERO
            : points.compareTo(question.maximum()) > 0 ? FaultCode.POINTS_ABOVE_MAXIMUM : null;
    if (code != null) {
      faults.add(
          fault(code)
              .with("found", points.toBigDecimal())
              .with("allowed", question.maximum().toBigDecimal()));
    }
  }

  private void named(Points points) {
    if (question.scale() instanceof Scale.Graded graded
        && !graded.named().isEmpty()
        && !graded.named().contains(points)
        && points.signum() >= 0
        && points.compareTo(question.maximum()) <= 0) {
      faults.add(
          fault(FaultCode.GRADE_NOT_NAMED)
              .with("found", points.toBigDecimal())
              .with(
                  "allowed",
                  Argument.numbers(graded.named().stream().map(Points::toBigDecimal).toList())));
    }
  }

  private void unread(Response response) {
    if (question.scale() instanceof Scale.Levels levels
        && response instanceof Response.Level level) {
      faults.add(
          fault(FaultCode.UNKNOWN_LEVEL)
              .with("found", level.code())
              .with("allowed", levels.levels().stream().map(Scale.Level::code).toList()));
    } else {
      faults.add(
          fault(FaultCode.WRONG_RESPONSE)
              .with("found", Argument.of(found(response)))
              .with("allowed", Argument.of(allowed(response))));
    }
  }

  /** Returns what a response is, in words. */
  static Label found(Response response) {
    if (response instanceof Response.Level level) {
      String quoted = "\"" + level.code() + "\"";
      return Label.of("teks " + quoted, "the text " + quoted);
    }
    if (response instanceof Response.Graded graded) {
      return Label.of("nilai " + comma(graded.points()), graded.points() + " points");
    }
    if (response instanceof Response.Coverage coverage) {
      String share = coverage.share().toString();
      return Label.of(
          "persentase " + share.replace(" of ", " dari ").replace('.', ','), "the share " + share);
    }
    if (response instanceof Response.Count count) {
      return Label.of("jumlah " + count.count(), "the count " + count.count());
    }
    return describe(FactKind.CHANGE);
  }

  private static String comma(Points points) {
    return points.toString().replace('.', ',');
  }

  private Label allowed(Response response) {
    Scale scale = question.scale();
    if (scale instanceof Scale.Bands bands) {
      return describe(bands.measure());
    }
    if (scale instanceof Scale.Line line) {
      return describe(line.measure());
    }
    if (scale instanceof Scale.Levels levels) {
      List<String> codes = levels.levels().stream().map(Scale.Level::code).toList();
      return Label.of(
          "salah satu jenjang " + String.join(", ", codes),
          "one of the levels " + String.join(", ", codes));
    }
    Points most = question.maximum();
    return response instanceof Response.Fact
        ? Label.of(
            "bilangan dari 0 sampai "
                + most
                + "; tulis faktanya di sampingnya sebagai \"measured\"",
            "points from 0 to " + most + "; put the fact beside it as \"measured\"")
        : Label.of(
            "nilai dari 0 sampai " + comma(most) + ", tanpa tanda kutip",
            "points from 0 to " + most + ", without quotation marks");
  }

  private static Label describe(FactKind measure) {
    return switch (measure) {
      case COVERAGE -> Label.of("persentase", "a share");
      case COUNT -> Label.of("jumlah", "a count");
      case CHANGE -> Label.of("angka dua tahun", "the figures of two years");
    };
  }
}
