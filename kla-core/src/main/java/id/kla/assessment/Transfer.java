package id.kla.assessment;

import id.kla.edition.Edition;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Place;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a sheet over to an edition that changes its own. */
final class Transfer {

  private final Assessment sheet;
  private final Edition target;
  private final List<Fault> warnings = new ArrayList<>();

  private Transfer(Assessment sheet, Edition target) {
    this.sheet = sheet;
    this.target = target;
  }

  static Checked<Assessment> of(Assessment sheet, Edition target) {
    if (target.equals(sheet.edition())) {
      return Checked.of(sheet, List.of());
    }
    boolean isOverlay =
        target
            .changedFrom()
            .filter(changed -> changed.digest().equals(sheet.edition().digest()))
            .isPresent();
    return isOverlay
        ? new Transfer(sheet, target).assessment()
        : Checked.failed(
            List.of(
                Fault.of(FaultCode.OTHER_EDITION, Place.unknown())
                    .with("found", sheet.edition().id())
                    .with("allowed", target.id())));
  }

  private Checked<Assessment> assessment() {
    Assessment.Builder moved =
        Assessment.builder()
            .edition(target)
            .region(sheet.region())
            .round(sheet.round())
            .stage(sheet.stage())
            .source(sheet.source())
            .agencies(sheet.agencies())
            .evidence(sheet.evidence())
            .notes(sheet.notes());
    sheet
        .answers()
        .forEach((code, answer) -> answer(code, answer).ifPresent(a -> moved.putAnswers(code, a)));
    for (Finding finding : sheet.findings()) {
      Optional<Points> points =
          finding.points().map(given -> proportional(given, finding.question()));
      moved.addFindings(Finding.builder().from(finding).points(points).build());
    }
    try {
      return Checked.of(moved.build(), warnings);
    } catch (FaultException e) {
      List<Fault> all = new ArrayList<>(warnings);
      all.addAll(e.faults());
      return Checked.failed(all);
    }
  }

  private Optional<Answer> answer(QuestionCode code, Answer answer) {
    Question question = target.question(code);
    Scale scale = question.scale();
    if (answer instanceof Answer.NotApplicable
        && question.notApplicable() == NotApplicable.REFUSED) {
      return unread(question);
    }
    if (answer instanceof Answer.Given given) {
      if (given.response() instanceof Response.Graded graded && scale instanceof Scale.Graded) {
        return Optional.of(
            new Answer.Given(
                Response.graded(proportional(graded.points(), code)), given.measured()));
      }
      if (!scale.reads(given.response())) {
        Optional<Answer> fact = given.measured().filter(scale::reads).map(Answer::measured);
        return fact.isPresent() ? fact : unread(question);
      }
    }
    return Optional.of(answer);
  }

  private Optional<Answer> unread(Question question) {
    warnings.add(
        Fault.of(FaultCode.ANSWER_LEFT_OUT, Place.unknown())
            .with("question", question.code().toString())
            .with("edition", target.id()));
    return Optional.empty();
  }

  /** Points of a question with another maximum are the same part of it, rounded half up. */
  private Points proportional(Points points, QuestionCode code) {
    Points before = sheet.edition().question(code).maximum();
    Points now = target.question(code).maximum();
    return before.equals(now) || before.isZero() ? points : points.proportional(now, before);
  }
}
