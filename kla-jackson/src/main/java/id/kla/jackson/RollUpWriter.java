package id.kla.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import id.kla.edition.Edition;
import id.kla.edition.NamedLadder;
import id.kla.fault.Fault;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.AreaLevel;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.rollup.DeclaredCounts;
import id.kla.rollup.Heading;
import id.kla.rollup.Provila;
import id.kla.rollup.Ranking;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUpReport;
import id.kla.rollup.Spread;
import id.kla.rollup.Summary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes roll-ups. */
final class RollUpWriter {

  private final JsonGenerator json;
  private final DocumentWriter documents;

  RollUpWriter(JsonGenerator json, DocumentWriter documents) {
    this.json = json;
    this.documents = documents;
  }

  void report(RollUpReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.ROLL_UP.toString());
    json.writeStringField("computed", DocumentWriter.COMPUTED);
    json.writeStringField("area", report.area().toString());
    json.writeNumberField("outside", report.outside());
    json.writeNumberField("unread", report.unread());
    if (!report.counts().isEmpty()) {
      json.writeObjectFieldStart("counts");
      for (Map.Entry<AreaLevel, Share> count : new TreeMap<>(report.counts()).entrySet()) {
        json.writeFieldName(PartsReader.code(count.getKey()));
        documents.shareObject(count.getValue());
      }
      json.writeEndObject();
    }
    json.writeArrayFieldStart("results");
    for (RegionResult result : report.rollUp().results()) {
      result(result);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("summaries");
    for (RollUpReport.Part part : report.parts()) {
      part(part);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Fault finding : report.findings()) {
      documents.fault(finding);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void result(RegionResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("region", result.region().toString());
    json.writeStringField("round", result.round().toString());
    json.writeStringField("kind", PartsReader.code(result.kind()));
    json.writeStringField("stage", result.stage());
    documents.optional("edition", result.edition().map(Edition::id));
    if (result.view().isPresent()) {
      json.writeFieldName("view");
      documents.view(result.view().get());
    }
    if (result.total().isPresent()) {
      documents.points("total", result.total().get());
    }
    if (result.bounds().isPresent()) {
      documents.points("atLeast", result.bounds().get().least());
      documents.points("atMost", result.bounds().get().greatest());
    }
    documents.optional("tier", result.tier());
    json.writeStringField("tierOrigin", PartsReader.code(result.tierOrigin()));
    documents.totals("clusters", new TreeMap<>(result.clusters()));
    documents.totals("indicators", new TreeMap<>(result.indicators()));
    if (!result.place().equals(Place.unknown())) {
      json.writeFieldName("place");
      documents.place(result.place());
    }
    documents.optional("source", result.source());
    json.writeEndObject();
  }

  private void part(RollUpReport.Part part) throws IOException {
    Summary summary = part.summary();
    Heading heading = summary.heading();
    json.writeStartObject();
    json.writeStringField("round", heading.round().toString());
    json.writeStringField("kind", PartsReader.code(heading.kind()));
    json.writeStringField("stage", heading.stage());
    documents.optional("edition", heading.edition().map(Edition::id));
    documents.optional("editionDigest", heading.edition().map(Edition::digest));
    if (heading.view().isPresent()) {
      json.writeFieldName("view");
      documents.view(heading.view().get());
    }
    documents.optional("ladder", heading.ladder().map(NamedLadder::id));
    json.writeNumberField("counted", summary.results().size());
    json.writeNumberField("regions", summary.area().regions().size());
    codes("missing", summary.missing());
    codes("differing", summary.differing());
    counts("tiers", summary.tiers());
    json.writeNumberField("none", summary.none());
    json.writeNumberField("unknown", summary.unknown());
    json.writeFieldName("total");
    spread(summary.total());
    spreads("clusters", summary.clusters());
    spreads("indicators", summary.indicators());
    json.writeArrayFieldStart("ranking");
    Map<RegionCode, Ranking.Range> ranges = summary.ranges();
    for (Ranking.Row row : summary.ranking().rows()) {
      json.writeStartObject();
      json.writeStringField("region", row.region().toString());
      json.writeNumberField("rank", row.rank());
      Ranking.Range range = ranges.get(row.region());
      if (range != null) {
        json.writeNumberField("best", range.best());
        json.writeNumberField("worst", range.worst());
      }
      documents.points("total", row.total());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("provila");
    for (Provila verdict : part.provila()) {
      verdict(verdict);
    }
    json.writeEndArray();
    if (!part.published().isEmpty()) {
      json.writeArrayFieldStart("published");
      for (DeclaredCounts published : part.published()) {
        published(published, summary);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void codes(String name, List<Region> regions) throws IOException {
    documents.texts(name, regions.stream().map(region -> region.code().toString()).toList());
  }

  private void counts(String name, Map<String, Integer> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private void spreads(String name, Map<String, Spread> spreads) throws IOException {
    if (!spreads.isEmpty()) {
      json.writeObjectFieldStart(name);
      for (Map.Entry<String, Spread> each : spreads.entrySet()) {
        json.writeFieldName(each.getKey());
        spread(each.getValue());
      }
      json.writeEndObject();
    }
  }

  private void spread(Spread spread) throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", spread.count());
    documents.points("sum", spread.sum());
    amount("least", spread.least());
    amount("quarter", spread.quantile(1, 4));
    amount("median", spread.quantile(1, 2));
    amount("threeQuarters", spread.quantile(3, 4));
    amount("greatest", spread.greatest());
    json.writeEndObject();
  }

  private void amount(String name, Optional<Points> points) throws IOException {
    if (points.isPresent()) {
      documents.points(name, points.get());
    }
  }

  private void verdict(Provila verdict) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", verdict.rule().id());
    json.writeStringField("province", verdict.province().toString());
    json.writeStringField("outcome", PartsReader.code(verdict.outcome()));
    json.writeStringField("when", PartsReader.code(verdict.when()));
    json.writeArrayFieldStart("tests");
    for (Provila.Test test : verdict.tests()) {
      json.writeStartObject();
      json.writeStringField("level", PartsReader.code(test.condition().level()));
      json.writeStringField("prize", test.condition().prize());
      json.writeStringField("outcome", PartsReader.code(test.outcome()));
      if (test.held().isPresent()) {
        json.writeFieldName("held");
        documents.shareObject(test.held().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("inTheWay");
    for (Provila.InTheWay each : verdict.inTheWay()) {
      json.writeStartObject();
      json.writeStringField("region", each.region().code().toString());
      json.writeStringField("why", PartsReader.code(each.why()));
      amount("lacking", each.lacking());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void published(DeclaredCounts published, Summary summary) throws IOException {
    json.writeStartObject();
    if (published.total().isPresent()) {
      json.writeNumberField("total", published.total().get());
    }
    counts("tiers", published.tiers());
    documents.texts("sources", published.origin().sources());
    Optional<Map<String, Integer>> differences = published.differences(summary);
    if (differences.isPresent()) {
      counts("differences", differences.get());
    }
    json.writeEndObject();
  }
}
