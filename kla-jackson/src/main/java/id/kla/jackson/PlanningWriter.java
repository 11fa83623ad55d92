package id.kla.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import id.kla.edition.QuestionCode;
import id.kla.planning.Patch;
import id.kla.planning.WhatIf;
import java.io.IOException;

/** Writes what is planned: what-ifs. */
final class PlanningWriter {

  private final JsonGenerator json;
  private final DocumentWriter documents;

  PlanningWriter(JsonGenerator json, DocumentWriter documents) {
    this.json = json;
    this.documents = documents;
  }

  void whatIf(WhatIf whatIf) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.WHAT_IF.toString());
    json.writeStringField("edition", whatIf.edition());
    json.writeStringField("id", whatIf.id());
    if (!whatIf.name().isEmpty()) {
      json.writeFieldName("name");
      documents.label(whatIf.name());
    }
    json.writeArrayFieldStart("patches");
    for (Patch patch : whatIf.patches()) {
      json.writeStartObject();
      patch(patch);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void patch(Patch patch) throws IOException {
    if (patch instanceof Patch.SetAnswer set) {
      json.writeObjectFieldStart("setAnswer");
      question(set.question());
      json.writeFieldName("answer");
      documents.answer(set.answer());
      json.writeEndObject();
    } else if (patch instanceof Patch.RemoveAnswer remove) {
      json.writeStringField("removeAnswer", remove.question().toString());
    } else if (patch instanceof Patch.SetEvidence set) {
      json.writeFieldName("setEvidence");
      documents.evidence(set.evidence());
    } else if (patch instanceof Patch.RemoveEvidence remove) {
      json.writeStringField("removeEvidence", remove.id());
    } else if (patch instanceof Patch.SetFinding set) {
      json.writeFieldName("setFinding");
      documents.finding(set.finding());
    } else if (patch instanceof Patch.RemoveFinding remove) {
      json.writeObjectFieldStart("removeFinding");
      question(remove.question());
      json.writeStringField("stage", remove.stage());
      json.writeEndObject();
    }
  }

  private void question(QuestionCode question) throws IOException {
    json.writeStringField("question", question.toString());
  }
}
