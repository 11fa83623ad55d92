package id.kla.assessment;

import id.kla.edition.Response;
import id.kla.fault.Canonical;
import id.kla.points.Points;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical form of an assessment; in which order it lists agencies and evidence is nothing.
 */
final class AssessmentForm {

  private final Assessment sheet;
  private final Canonical form;

  private AssessmentForm(Assessment sheet, Canonical form) {
    this.sheet = sheet;
    this.form = form;
  }

  static String of(Assessment sheet) {
    return Canonical.form("kla.assessment/1", form -> new AssessmentForm(sheet, form).write());
  }

  private void write() {
    form.text("edition", sheet.edition().id());
    form.text("region", sheet.region());
    form.text("round", sheet.round());
    form.text("stage", sheet.stage());
    form.text("source", sheet.source());
    sheet
        .answers()
        .forEach((code, answer) -> form.group("answer", () -> answer(code.toString(), answer)));
    form.text("total", sheet.stated().total());
    points("cluster", sheet.stated().clusters());
    points("indicator", sheet.stated().indicators());
    sheet.agencies().stream()
        .sorted(Comparator.comparing(Agency::code))
        .forEach(agency -> form.group("agency", () -> agency(agency)));
    sheet.evidence().stream()
        .sorted(Comparator.comparing(Evidence::id))
        .forEach(evidence -> form.group("evidence", () -> evidence(evidence)));
    sheet.findings().forEach(finding -> form.group("finding", () -> finding(finding)));
    sheet
        .notes()
        .forEach(
            (code, note) ->
                form.group(
                    "note",
                    () -> {
                      form.text("question", code);
                      form.text("text", note);
                    }));
  }

  private void points(String part, Map<String, Points> stated) {
    new TreeMap<>(stated)
        .forEach(
            (code, points) ->
                form.group(
                    part,
                    () -> {
                      form.text("code", code);
                      form.text("points", points);
                    }));
  }

  private void answer(String code, Answer answer) {
    form.text("question", code);
    if (answer instanceof Answer.Given given) {
      response(given.response());
      given.measured().ifPresent(fact -> form.group("measured", () -> response(fact)));
    } else if (answer instanceof Answer.Measured measured) {
      form.group("measured", () -> response(measured.fact()));
    } else if (answer instanceof Answer.NotApplicable no) {
      form.text("notApplicable", no.reason());
    }
  }

  private void response(Response response) {
    if (response instanceof Response.Graded graded) {
      form.text("points", graded.points());
    } else if (response instanceof Response.Level level) {
      form.text("level", level.code());
    } else if (response instanceof Response.Coverage coverage) {
      form.text("share", coverage.share());
    } else if (response instanceof Response.Count count) {
      form.text("count", count.count());
    } else if (response instanceof Response.Change change) {
      form.text("before", change.before().toPlainString());
      form.text("now", change.now().toPlainString());
    }
  }

  private void agency(Agency agency) {
    form.text("code", agency.code());
    form.text("name", agency.name());
    form.text("kind", agency.kind());
    agency.aliases().forEach(alias -> form.text("alias", alias));
    agency.roles().forEach(role -> form.text("role", role));
  }

  private void evidence(Evidence evidence) {
    form.text("id", evidence.id());
    evidence.questions().forEach(code -> form.text("question", code));
    form.text("kind", evidence.kind());
    form.text("title", evidence.title());
    form.text("agency", evidence.agency());
    form.text("issued", evidence.issued());
    form.text("received", evidence.received());
    form.text("validFrom", evidence.validFrom());
    form.text("validUntil", evidence.validUntil());
    form.text("supersededBy", evidence.supersededBy());
    form.text("digest", evidence.digest());
    form.text("location", evidence.location());
    new TreeMap<>(evidence.status())
        .forEach(
            (stage, status) ->
                form.group(
                    "status",
                    () -> {
                      form.text("stage", stage);
                      form.text("ruling", status.ruling());
                      form.text("reason", status.reason());
                      form.text("note", status.note());
                    }));
  }

  private void finding(Finding finding) {
    form.text("question", finding.question());
    form.text("stage", finding.stage());
    form.text("ruling", finding.ruling());
    form.text("points", finding.points());
    form.text("reason", finding.reason());
    form.text("note", finding.note());
  }
}
