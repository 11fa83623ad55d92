package id.kla.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import id.kla.assessment.Unit;
import id.kla.assessment.UnitFact;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import java.io.IOException;
import java.util.List;

/** Writes what units say: each of them, and all together by question. */
final class UnitsWriter {

  private final JsonGenerator json;
  private final DocumentWriter documents;

  UnitsWriter(JsonGenerator json, DocumentWriter documents) {
    this.json = json;
    this.documents = documents;
  }

  void survey(UnitSurvey survey) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.UNITS.toString());
    json.writeStringField("computed", DocumentWriter.COMPUTED);
    json.writeStringField("edition", survey.edition().id());
    json.writeStringField("level", PartsReader.code(survey.level()));
    documents.optional("region", survey.region());
    json.writeArrayFieldStart("units");
    for (UnitSurvey.Row row : survey.rows()) {
      row(survey, row);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("facts");
    for (UnitFact fact : survey.facts()) {
      fact(fact);
    }
    json.writeEndArray();
    documents.texts(
        "notAsked", survey.notAsked().stream().map(each -> each.code().toString()).toList());
    json.writeEndObject();
  }

  private void row(UnitSurvey survey, UnitSurvey.Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", row.unit().name());
    documents.optional("within", row.unit().within());
    documents.optional("code", row.unit().code());
    json.writeObjectFieldStart("said");
    for (Question question : survey.questions()) {
      QuestionCode code = question.code();
      UnitSurvey.Said said = row.said().get(code);
      if (said != null) {
        json.writeStringField(code.toString(), PartsReader.code(said));
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void fact(UnitFact fact) throws IOException {
    json.writeStartObject();
    json.writeStringField("question", fact.question().code().toString());
    json.writeNumberField("yes", fact.yes().size());
    json.writeNumberField("no", fact.no().size());
    json.writeNumberField("silent", fact.silent().size());
    json.writeNumberField("whole", fact.whole());
    json.writeFieldName("least");
    documents.shareObject(fact.least());
    json.writeFieldName("most");
    documents.shareObject(fact.most());
    if (fact.earned().isPresent()) {
      documents.points("earnedAtLeast", fact.earned().get().atLeast());
      documents.points("earnedAtMost", fact.earned().get().atMost());
    }
    names("whoSaysNo", fact.no());
    names("whoIsSilent", fact.silent());
    json.writeEndObject();
  }

  private void names(String name, List<Unit> units) throws IOException {
    documents.texts(name, units.stream().map(Unit::toString).toList());
  }
}
