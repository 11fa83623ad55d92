package id.kla.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.scoring.Cause;
import id.kla.scoring.ScoredAssessment;
import id.kla.verification.Difference;
import id.kla.verification.EvidenceCheck;
import id.kla.verification.EvidenceReport;
import id.kla.verification.RiskShare;
import id.kla.verification.StageResult;
import id.kla.verification.Waterfall;
import id.kla.verification.Weakness;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes what is left of a claim: reports on evidence, and waterfalls. */
final class VerificationWriter {

  private final JsonGenerator json;
  private final DocumentWriter documents;

  VerificationWriter(JsonGenerator json, DocumentWriter documents) {
    this.json = json;
    this.documents = documents;
  }

  private void begin(KlaFormat<?> format) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", format.toString());
    json.writeStringField("computed", DocumentWriter.COMPUTED);
  }

  // Evidence

  void evidence(EvidenceReport report) throws IOException {
    Assessment assessment = report.evidenced().assessment();
    begin(KlaFormat.EVIDENCE);
    documents.head(assessment);
    check(report.check());
    documents.standing("claimed", report.claimed().now());
    documents.standing("evidenced", report.evidenced().now());
    documents.points("atRisk", report.agencies().total());
    documents.points("cap", report.agencies().cap());
    documents.points("outside", report.agencies().outside());
    json.writeArrayFieldStart("rows");
    for (Difference.Row row : report.difference().rows()) {
      row(row);
    }
    json.writeEndArray();
    shares("agencies", report.agencies().shares());
    shares("topics", report.topics().shares());
    json.writeArrayFieldStart("weaknesses");
    for (Weakness weakness : report.weaknesses()) {
      weakness(weakness);
    }
    json.writeEndArray();
    json.writeFieldName("assessment");
    documents.assessment(assessment);
    json.writeEndObject();
  }

  private void check(EvidenceCheck check) throws IOException {
    json.writeObjectFieldStart("check");
    json.writeStringField("asOf", check.asOf().toString());
    documents.optional("known", check.known());
    if (!check.stageDates().isEmpty()) {
      json.writeObjectFieldStart("stageDates");
      for (Map.Entry<String, LocalDate> stage : new TreeMap<>(check.stageDates()).entrySet()) {
        json.writeStringField(stage.getKey(), stage.getValue().toString());
      }
      json.writeEndObject();
    }
    if (check.heaviestDocument().isPresent()) {
      documents.points("heaviestDocument", check.heaviestDocument().get());
    }
    json.writeStringField("heaviestLead", check.heaviestLead().toString());
    json.writeEndObject();
  }

  private void row(Difference.Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("cluster", row.cluster());
    json.writeStringField("indicator", row.indicator());
    documents.optional("question", row.question());
    documents.points("change", row.change());
    json.writeStringField("kind", PartsReader.code(row.kind()));
    documents.optional("cause", row.cause().map(PartsReader::code));
    causes("further", row.further());
    json.writeEndObject();
  }

  private void causes(String name, List<Cause> causes) throws IOException {
    documents.texts(name, causes.stream().map(PartsReader::code).toList());
  }

  private void shares(String name, List<RiskShare> shares) throws IOException {
    json.writeArrayFieldStart(name);
    for (RiskShare share : shares) {
      json.writeStartObject();
      json.writeStringField("holder", PartsReader.code(share.holder()));
      if (!share.code().isEmpty()) {
        json.writeStringField("code", share.code());
      }
      documents.texts("agencies", share.agencies().stream().map(Agency::code).toList());
      json.writeNumberField("led", share.led());
      json.writeNumberField("shared", share.shared());
      json.writeNumberField("answered", share.answered());
      json.writeNumberField("evidenced", share.evidenced());
      json.writeNumberField("accepted", share.accepted());
      documents.points("atRisk", share.atRisk());
      documents.texts(
          "questions",
          share.rows().stream()
              .flatMap(row -> row.question().stream())
              .map(QuestionCode::toString)
              .toList());
      documents.standing("recoverableAlone", share.recoverableAlone());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void weakness(Weakness weakness) throws IOException {
    json.writeStartObject();
    json.writeFieldName("fault");
    documents.fault(weakness.fault());
    documents.texts(
        "questions", weakness.questions().stream().map(QuestionCode::toString).toList());
    documents.points("atStake", weakness.atStake());
    json.writeEndObject();
  }

  // Stages

  void waterfall(Waterfall waterfall) throws IOException {
    begin(KlaFormat.STAGES);
    json.writeStringField("edition", waterfall.edition().id());
    json.writeStringField("region", waterfall.region().toString());
    json.writeStringField("round", waterfall.round().toString());
    json.writeArrayFieldStart("results");
    for (StageResult result : waterfall.results()) {
      result(waterfall, result);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("steps");
    for (Waterfall.Step step : waterfall.steps()) {
      step(step);
    }
    json.writeEndArray();
    Optional<Assessment> sheet =
        waterfall.results().stream()
            .flatMap(result -> result.scored().stream())
            .map(ScoredAssessment::assessment)
            .findFirst();
    if (sheet.isPresent()) {
      json.writeFieldName("assessment");
      documents.assessment(sheet.get());
    }
    json.writeEndObject();
  }

  private void result(Waterfall waterfall, StageResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("stage", result.stage());
    documents.points("total", result.total());
    documents.optional(
        "tier", waterfall.edition().ladder().tierOf(result.total()).map(tier -> tier.code()));
    if (result.scored().isPresent()) {
      json.writeFieldName("view");
      documents.view(result.scored().get().view());
    }
    totals("clusters", result.clusters());
    totals("indicators", result.indicators());
    json.writeEndObject();
  }

  private void totals(String name, Map<String, Points> totals) throws IOException {
    documents.totals(name, new TreeMap<>(totals));
  }

  private void step(Waterfall.Step step) throws IOException {
    json.writeStartObject();
    json.writeStringField("from", step.from().stage());
    json.writeStringField("to", step.to().stage());
    documents.points("change", step.change());
    json.writeArrayFieldStart("bars");
    for (Waterfall.Bar bar : step.bars()) {
      json.writeStartObject();
      json.writeStringField("level", PartsReader.code(bar.level()));
      if (!bar.code().isEmpty()) {
        json.writeStringField("code", bar.code());
      }
      documents.points("change", bar.change());
      documents.optional("kind", bar.kind().map(PartsReader::code));
      documents.optional("cause", bar.cause().map(PartsReader::code));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
