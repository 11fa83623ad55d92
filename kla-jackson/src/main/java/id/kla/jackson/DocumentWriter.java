package id.kla.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Change;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Edition;
import id.kla.edition.EditionDraft;
import id.kla.edition.EditionDraft.DraftRow;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.edition.EditionTable;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Tier;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.Province;
import id.kla.region.Region;
import id.kla.scoring.Basis;
import id.kla.scoring.Cause;
import id.kla.scoring.DigestRecord;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredNode;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.Standing;
import id.kla.scoring.View;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes documents, members in a fixed order, lines ended by a line feed. */
final class DocumentWriter {

  /** What divides the entries of a cell. */
  private static final Pattern DIVIDER = Pattern.compile(";");

  /** Who says so. */
  static final String COMPUTED = "by kla, not declared by the ministry";

  private final JsonGenerator json;

  DocumentWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Returns the document with an indented line for each member, or all on one line. */
  static <T> String write(
      JsonFactory factory, KlaJson.Layout layout, KlaFormat<T> format, T value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      if (layout == KlaJson.Layout.INDENTED) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        json.setPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      }
      format.write(new DocumentWriter(json), value);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.append('\n').toString();
  }

  /** Returns the writer of what is left of a claim. */
  VerificationWriter verification() {
    return new VerificationWriter(json, this);
  }

  /** Returns the writer of many regions. */
  RollUpWriter rollUp() {
    return new RollUpWriter(json, this);
  }

  /** Returns the writer of what units say. */
  UnitsWriter units() {
    return new UnitsWriter(json, this);
  }

  /** Returns the writer of histories. */
  HistoryWriter history() {
    return new HistoryWriter(json, this);
  }

  /** Returns the writer of what is planned. */
  PlanningWriter planning() {
    return new PlanningWriter(json, this);
  }

  /** Returns the writer of simulations. */
  SimulationWriter simulation() {
    return new SimulationWriter(json, this);
  }

  // Faults

  void faults(List<Fault> faults) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.FAULTS.toString());
    json.writeArrayFieldStart("faults");
    for (Fault fault : faults) {
      fault(fault);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void fault(Fault fault) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", fault.code().name());
    json.writeStringField("severity", PartsReader.code(fault.severity()));
    json.writeFieldName("place");
    place(fault.place());
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, Argument> value : fault.arguments().entrySet()) {
      json.writeFieldName(value.getKey());
      value(value.getValue());
    }
    json.writeEndObject();
    label("message", Label.of(fault.message(Language.INDONESIAN), fault.message(Language.ENGLISH)));
    json.writeEndObject();
  }

  private void value(Argument value) throws IOException {
    if (value instanceof Argument.Text text) {
      json.writeString(text.value());
    } else if (value instanceof Argument.Decimal number) {
      json.writeNumber(number.value());
    } else if (value instanceof Argument.Names names) {
      json.writeStartArray();
      for (String name : names.values()) {
        json.writeString(name);
      }
      json.writeEndArray();
    } else if (value instanceof Argument.Decimals numbers) {
      json.writeStartArray();
      for (BigDecimal number : numbers.values()) {
        json.writeNumber(number);
      }
      json.writeEndArray();
    } else if (value instanceof Argument.Labelled label) {
      label(label.value());
    } else if (value instanceof Argument.Elsewhere place) {
      place(place.value());
    }
  }

  void place(Place place) throws IOException {
    json.writeStartObject();
    if (place instanceof Place.InDocument at) {
      json.writeStringField("document", at.name());
      json.writeStringField("pointer", at.pointer());
      json.writeNumberField("line", at.line());
      json.writeNumberField("column", at.column());
    } else if (place instanceof Place.InTable at) {
      json.writeStringField("table", at.name());
      json.writeNumberField("row", at.row());
      json.writeStringField("column", at.column());
    } else if (place instanceof Place.InEdition at) {
      json.writeStringField("edition", at.edition());
      label("part", at.part());
    } else if (place instanceof Place.InFile at) {
      json.writeStringField("file", at.name());
    }
    json.writeEndObject();
  }

  // Editions

  void edition(Edition edition) throws IOException {
    EditionDraft draft = EditionDraft.of(edition);
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.EDITION.toString());
    for (EditionTable table : EditionTable.values()) {
      DraftTable written = draft.tables().get(table);
      if (written == null) {
        if (EditionTable.neededTables().contains(table)) {
          rows(table, List.of());
        }
      } else if (table == EditionTable.EDITION) {
        json.writeObjectFieldStart(table.code());
        for (DraftRow row : written.rows()) {
          cell(table, row.find("key").orElseThrow(), row.find("value").orElseThrow());
        }
        json.writeEndObject();
      } else {
        rows(table, written.rows());
      }
    }
    json.writeEndObject();
  }

  private void rows(EditionTable table, List<DraftRow> rows) throws IOException {
    json.writeArrayFieldStart(table.code());
    for (DraftRow row : rows) {
      json.writeStartObject();
      for (String column : table.columns()) {
        Optional<String> cell = row.find(column);
        if (cell.isPresent()) {
          cell(table, column, cell.get());
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void cell(EditionTable table, String column, String text) throws IOException {
    switch (table.kind(column)) {
      case TEXT -> json.writeStringField(column, text);
      case LIST -> texts(column, DIVIDER.splitAsStream(text).toList());
      case NUMBER -> {
        json.writeFieldName(column);
        if (text.indexOf('%') < 0 && text.indexOf('/') < 0) {
          json.writeNumber(new BigDecimal(text));
        } else {
          json.writeString(text);
        }
      }
    }
  }

  // Declared results

  void declared(List<DeclaredResult> results) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.DECLARED.toString());
    json.writeArrayFieldStart("results");
    for (DeclaredResult result : results) {
      declared(result);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void declared(DeclaredResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("region", result.region().toString());
    json.writeStringField("round", result.round().toString());
    if (!result.stage().equals(DeclaredResult.UNSPECIFIED)) {
      json.writeStringField("stage", result.stage());
    }
    if (result.total().isPresent()) {
      points("total", result.total().get());
    }
    optional("tier", result.tier());
    totals("clusters", result.clusters());
    totals("indicators", result.indicators());
    json.writeStringField("source", result.source());
    json.writeEndObject();
  }

  // Assessments

  void assessment(Assessment assessment) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.ASSESSMENT.toString());
    head(assessment);
    if (assessment.source().isPresent()) {
      json.writeStringField("source", assessment.source().get());
    }
    json.writeObjectFieldStart("answers");
    for (Map.Entry<QuestionCode, Answer> answer : assessment.answers().entrySet()) {
      json.writeFieldName(answer.getKey().toString());
      answer(answer.getValue());
    }
    json.writeEndObject();
    StatedTotals stated = assessment.stated();
    if (!stated.equals(StatedTotals.none())) {
      json.writeFieldName("stated");
      stated(stated);
    }
    if (!assessment.agencies().isEmpty()) {
      json.writeArrayFieldStart("agencies");
      for (Agency agency : assessment.agencies()) {
        agency(agency);
      }
      json.writeEndArray();
    }
    if (!assessment.evidence().isEmpty()) {
      json.writeArrayFieldStart("evidence");
      for (Evidence evidence : assessment.evidence()) {
        evidence(evidence);
      }
      json.writeEndArray();
    }
    if (!assessment.findings().isEmpty()) {
      json.writeArrayFieldStart("findings");
      for (Finding finding : assessment.findings()) {
        finding(finding);
      }
      json.writeEndArray();
    }
    if (!assessment.notes().isEmpty()) {
      json.writeObjectFieldStart("notes");
      for (Map.Entry<QuestionCode, String> note : assessment.notes().entrySet()) {
        json.writeStringField(note.getKey().toString(), note.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  void stated(StatedTotals stated) throws IOException {
    json.writeStartObject();
    if (stated.total().isPresent()) {
      points("total", stated.total().get());
    }
    totals("clusters", stated.clusters());
    totals("indicators", stated.indicators());
    json.writeEndObject();
  }

  void agency(Agency agency) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", agency.code());
    if (!agency.name().equals(agency.code())) {
      json.writeStringField("name", agency.name());
    }
    if (agency.kind() != Agency.Kind.OWN) {
      json.writeStringField("kind", PartsReader.code(agency.kind()));
    }
    texts("aliases", agency.aliases());
    texts("roles", agency.roles());
    json.writeEndObject();
  }

  void evidence(Evidence evidence) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", evidence.id());
    json.writeArrayFieldStart("questions");
    for (QuestionCode question : evidence.questions()) {
      json.writeString(question.toString());
    }
    json.writeEndArray();
    optional("kind", evidence.kind());
    optional("title", evidence.title());
    optional("agency", evidence.agency());
    optional("issued", evidence.issued());
    optional("received", evidence.received());
    optional("validFrom", evidence.validFrom());
    optional("validUntil", evidence.validUntil());
    optional("supersededBy", evidence.supersededBy());
    optional("digest", evidence.digest());
    optional("location", evidence.location());
    if (!evidence.status().isEmpty()) {
      json.writeObjectFieldStart("status");
      for (Map.Entry<String, Evidence.Status> status : evidence.status().entrySet()) {
        json.writeFieldName(status.getKey());
        status(status.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  void status(Evidence.Status status) throws IOException {
    if (status.reason().isEmpty() && status.note().isEmpty()) {
      json.writeString(PartsReader.code(status.ruling()));
      return;
    }
    json.writeStartObject();
    json.writeStringField("ruling", PartsReader.code(status.ruling()));
    optional("reason", status.reason());
    optional("note", status.note());
    json.writeEndObject();
  }

  void finding(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("question", finding.question().toString());
    json.writeStringField("stage", finding.stage());
    json.writeStringField("ruling", PartsReader.code(finding.ruling()));
    if (finding.points().isPresent()) {
      points("points", finding.points().get());
    }
    optional("reason", finding.reason());
    optional("note", finding.note());
    json.writeEndObject();
  }

  void optional(String name, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get().toString());
    }
  }

  void texts(String name, List<String> texts) throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }

  void head(Assessment assessment) throws IOException {
    json.writeStringField("edition", assessment.edition().id());
    json.writeStringField("region", assessment.region().toString());
    json.writeStringField("round", assessment.round().toString());
    json.writeStringField("stage", assessment.stage());
  }

  void totals(String name, Map<String, Points> totals) throws IOException {
    if (!totals.isEmpty()) {
      json.writeObjectFieldStart(name);
      for (Map.Entry<String, Points> total : totals.entrySet()) {
        points(total.getKey(), total.getValue());
      }
      json.writeEndObject();
    }
  }

  void points(String name, Points points) throws IOException {
    json.writeFieldName(name);
    points(points);
  }

  void points(Points points) throws IOException {
    json.writeNumber(points.toBigDecimal());
  }

  void text(String text) throws IOException {
    json.writeString(text);
  }

  void response(Response response) throws IOException {
    given(new Answer.Given(response, Optional.empty()));
  }

  void shareObject(Share share) throws IOException {
    json.writeStartObject();
    share(share);
    json.writeEndObject();
  }

  void answer(Answer answer) throws IOException {
    if (answer instanceof Answer.NotApplicable no) {
      json.writeStartObject();
      json.writeStringField("notApplicable", no.reason());
      json.writeEndObject();
    } else if (answer instanceof Answer.Measured measured) {
      json.writeStartObject();
      json.writeObjectFieldStart("measured");
      fact(measured.fact());
      json.writeEndObject();
      json.writeEndObject();
    } else if (answer instanceof Answer.Given given) {
      given(given);
    }
  }

  private void given(Answer.Given given) throws IOException {
    Optional<Response.Fact> measured = given.measured();
    Response response = given.response();
    if (measured.isEmpty() && response instanceof Response.Graded graded) {
      json.writeNumber(graded.points().toBigDecimal());
      return;
    }
    if (measured.isEmpty() && response instanceof Response.Level level) {
      json.writeString(level.code());
      return;
    }
    json.writeStartObject();
    if (response instanceof Response.Graded graded) {
      points("points", graded.points());
    } else if (response instanceof Response.Level level) {
      json.writeStringField("level", level.code());
    } else if (response instanceof Response.Fact fact) {
      fact(fact);
    }
    if (measured.isPresent()) {
      json.writeObjectFieldStart("measured");
      fact(measured.get());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Writes the members of a fact. */
  void fact(Response.Fact fact) throws IOException {
    if (fact instanceof Response.Coverage coverage) {
      share(coverage.share());
    } else if (fact instanceof Response.Count count) {
      json.writeNumberField("count", count.count());
    } else if (fact instanceof Response.Change change) {
      json.writeNumberField("before", change.before());
      json.writeNumberField("now", change.now());
    }
  }

  void share(Share share) throws IOException {
    if (share.percent().isPresent()) {
      json.writeNumberField("percent", share.percent().get());
    } else {
      Share.Parts parts = share.parts().orElseThrow();
      json.writeNumberField("part", parts.part());
      json.writeNumberField("of", parts.whole());
    }
  }

  // Regions

  void region(Region region) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", region.code().toString());
    json.writeStringField("kind", PartsReader.code(region.kind()));
    json.writeStringField("name", region.name());
    json.writeEndObject();
  }

  void province(Province province) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", province.code().toString());
    json.writeStringField("name", province.name());
    json.writeEndObject();
  }

  // Scored assessments

  void scored(ScoredAssessment scored) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.SCORED.toString());
    json.writeStringField("computed", COMPUTED);
    head(scored.assessment());
    if (scored.view().basis() != Basis.CLAIMED) {
      json.writeFieldName("view");
      view(scored.view());
    }
    standing("atLeast", scored.leastStanding());
    standing("now", scored.now());
    standing("atMost", scored.mostStanding());
    points("maximum", scored.maximum());
    points("headroom", scored.headroom());
    json.writeArrayFieldStart("clusters");
    for (ScoredCluster cluster : scored.clusters()) {
      cluster(cluster);
    }
    json.writeEndArray();
    if (scored.edition().changedFrom().isPresent()) {
      changed(scored.edition().changedFrom().get());
    }
    json.writeFieldName("digests");
    digests(scored.digests());
    json.writeFieldName("assessment");
    assessment(scored.assessment());
    json.writeEndObject();
  }

  void view(View view) throws IOException {
    json.writeStartObject();
    json.writeStringField("basis", PartsReader.code(view.basis()));
    if (view.asOf().isPresent()) {
      json.writeStringField("asOf", view.asOf().get().toString());
    }
    if (view.stage().isPresent()) {
      json.writeStringField("stage", view.stage().get());
    }
    json.writeEndObject();
  }

  private void changed(ChangedFrom changed) throws IOException {
    json.writeObjectFieldStart("changedFrom");
    json.writeStringField("edition", changed.edition());
    json.writeStringField("digest", changed.digest().toString());
    json.writeArrayFieldStart("changes");
    for (Change change : changed.changes()) {
      json.writeString(change.toString());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void digests(DigestRecord digests) throws IOException {
    json.writeStartObject();
    json.writeStringField("edition", digests.edition().toString());
    json.writeStringField("assessment", digests.assessment().toString());
    json.writeStringField("result", digests.result().toString());
    json.writeEndObject();
  }

  void cluster(ScoredCluster cluster) throws IOException {
    json.writeStartObject();
    node(cluster);
    json.writeArrayFieldStart("indicators");
    for (ScoredIndicator indicator : cluster.indicators()) {
      indicator(indicator);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void indicator(ScoredIndicator indicator) throws IOException {
    json.writeStartObject();
    node(indicator);
    points("sum", indicator.sum());
    points("cap", indicator.cap());
    json.writeArrayFieldStart("questions");
    for (ScoredQuestion question : indicator.questions()) {
      question(question);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void question(ScoredQuestion question) throws IOException {
    json.writeStartObject();
    node(question);
    json.writeStringField("state", PartsReader.code(question.state().orElseThrow()));
    if (!question.claim().equals(question.points())) {
      points("claim", question.claim());
    }
    causes("causes", question.causes());
    causes("unchecked", question.unchecked());
    json.writeEndObject();
  }

  private void causes(String name, List<Cause> causes) throws IOException {
    if (!causes.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (Cause cause : causes) {
        json.writeString(PartsReader.code(cause));
      }
      json.writeEndArray();
    }
  }

  void standing(String name, Standing standing) throws IOException {
    json.writeFieldName(name);
    standing(standing);
  }

  void standing(Standing standing) throws IOException {
    json.writeStartObject();
    points("total", standing.total());
    tier("tierByPoints", standing.tierByPoints());
    tier("tier", standing.tier());
    json.writeArrayFieldStart("unmet");
    for (Requirement requirement : standing.unmet()) {
      json.writeString(requirement.code());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void tier(String name, Optional<Tier> tier) throws IOException {
    if (tier.isPresent()) {
      json.writeStringField(name, tier.get().code());
    } else {
      json.writeNullField(name);
    }
  }

  private void node(ScoredNode node) throws IOException {
    json.writeStringField("code", node.code());
    label("label", node.label());
    points("points", node.points());
    points("maximum", node.maximum());
    points("atLeast", node.atLeast());
    points("atMost", node.atMost());
    points("headroom", node.headroom());
    json.writeFieldName("reason");
    label(node.reason(Language.INDONESIAN), node.reason(Language.ENGLISH));
  }

  void label(String name, Label label) throws IOException {
    json.writeFieldName(name);
    label(label);
  }

  void label(Label label) throws IOException {
    label(label.indonesian(), label.english());
  }

  private void label(String indonesian, String english) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", indonesian);
    json.writeStringField("en", english);
    json.writeEndObject();
  }
}
