package id.kla.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.History;
import id.kla.rollup.HistoryReport;
import id.kla.rollup.Split;
import id.kla.rollup.Transitions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes histories: what they are taken from, and then the rounds of each region. */
final class HistoryWriter {

  private final JsonGenerator json;
  private final DocumentWriter documents;

  HistoryWriter(JsonGenerator json, DocumentWriter documents) {
    this.json = json;
    this.documents = documents;
  }

  void report(HistoryReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.HISTORY.toString());
    json.writeStringField("computed", DocumentWriter.COMPUTED);
    json.writeStringField("edition", report.edition().id());
    json.writeArrayFieldStart("declared");
    for (DeclaredResult result : report.declared()) {
      documents.declared(result);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sheets");
    for (Assessment sheet : report.sheets()) {
      documents.assessment(sheet);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("histories");
    for (History history : report.histories()) {
      json.writeStartObject();
      json.writeStringField("region", history.region().toString());
      json.writeArrayFieldStart("lines");
      for (History.Line line : history.lines()) {
        line(line);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    if (report.transitions().isPresent()) {
      transitions(report.transitions().get());
    }
    json.writeEndObject();
  }

  private void line(History.Line line) throws IOException {
    json.writeStartObject();
    json.writeStringField("stage", line.stage());
    json.writeArrayFieldStart("turns");
    for (History.Turn turn : line.turns()) {
      json.writeStartObject();
      json.writeStringField("round", turn.round().toString());
      json.writeStringField("state", PartsReader.code(turn.state()));
      points("total", turn.total());
      documents.optional("tier", turn.tier());
      if (turn.tier().isPresent()) {
        json.writeBooleanField("published", turn.isPublished());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    years("notHeld", line.notHeld());
    json.writeArrayFieldStart("streaks");
    for (History.Streak streak : line.streaks()) {
      json.writeStartObject();
      json.writeStringField("tier", streak.tier());
      json.writeStringField("first", streak.first().toString());
      json.writeStringField("last", streak.last().toString());
      json.writeNumberField("rounds", streak.rounds());
      years("notHeld", streak.notHeld());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("moves");
    for (History.Move move : line.moves()) {
      move(move);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void points(String name, Optional<Points> points) throws IOException {
    if (points.isPresent()) {
      documents.points(name, points.get());
    }
  }

  private void years(String name, List<Integer> years) throws IOException {
    if (!years.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (int year : years) {
        json.writeNumber(year);
      }
      json.writeEndArray();
    }
  }

  private void move(History.Move move) throws IOException {
    json.writeStartObject();
    json.writeStringField("from", move.from().round().toString());
    json.writeStringField("to", move.to().round().toString());
    documents.texts("between", move.between().stream().map(Round::toString).toList());
    json.writeStringField("direction", PartsReader.code(move.direction()));
    if (move.steps().isPresent()) {
      json.writeNumberField("steps", move.steps().get());
    }
    json.writeStringField("ladders", PartsReader.code(move.ladders()));
    points("change", move.change());
    if (move.split().isPresent()) {
      split(move.split().get());
    }
    json.writeEndObject();
  }

  private void split(Split split) throws IOException {
    json.writeObjectFieldStart("split");
    json.writeStringField("rules", PartsReader.code(split.rules()));
    points("ruleChange", split.ruleChange());
    points("realChange", split.realChange());
    parts("rule", split.rule());
    parts("real", split.real());
    parts("open", split.open());
    documents.texts("leftOut", split.leftOut().stream().map(QuestionCode::toString).toList());
    json.writeEndObject();
  }

  private void parts(String name, List<Split.Part> parts) throws IOException {
    if (parts.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (Split.Part part : parts) {
      json.writeStartObject();
      json.writeStringField("level", PartsReader.code(part.level()));
      if (part.level() != Split.Level.NOT_ATTRIBUTED) {
        json.writeStringField("cluster", part.cluster());
        json.writeStringField("code", part.code());
      }
      documents.points("change", part.change());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void transitions(Transitions transitions) throws IOException {
    json.writeObjectFieldStart("transitions");
    json.writeStringField("province", transitions.province().toString());
    json.writeStringField("from", transitions.from().toString());
    json.writeStringField("to", transitions.to().toString());
    json.writeStringField("stage", transitions.stage());
    json.writeArrayFieldStart("cells");
    for (Transitions.Cell cell : transitions.cells()) {
      json.writeStartObject();
      json.writeStringField("from", cell.from());
      json.writeStringField("to", cell.to());
      json.writeNumberField("count", cell.regions().size());
      documents.texts("regions", cell.regions().stream().map(RegionCode::toString).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
    for (History.Direction direction :
        List.of(History.Direction.RISE, History.Direction.FALL, History.Direction.SAME)) {
      json.writeNumberField(PartsReader.code(direction), transitions.regions(direction).size());
    }
    json.writeEndObject();
  }
}
