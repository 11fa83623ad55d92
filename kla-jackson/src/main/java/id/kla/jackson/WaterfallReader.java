package id.kla.jackson;

import id.kla.assessment.Assessment;
import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.verification.StageResult;
import id.kla.verification.Waterfall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a waterfall back: its steps are taken again from what it knows of each stage. */
final class WaterfallReader {

  private static final List<String> NEEDED =
      List.of("format", "computed", "edition", "region", "round", "results", "steps");

  private static final List<String> OTHERS = List.of("assessment");

  private final ResultReader<Waterfall> document;

  private WaterfallReader(ResultReader<Waterfall> document) {
    this.document = document;
  }

  static Checked<Waterfall> read(JsonCursor json, List<Edition> editions) throws IOException {
    return new ResultReader<>(
            json,
            editions,
            KlaFormat.STAGES,
            NEEDED,
            OTHERS,
            document -> new WaterfallReader(document).waterfall())
        .document();
  }

  private Optional<Waterfall> waterfall() {
    Optional<Edition> edition = document.edition();
    Optional<RegionCode> region =
        document
            .said("/region")
            .flatMap(leaf -> document.told(Regions.builtIn().findArea(leaf.text(), leaf.place())));
    Optional<Round> round =
        document
            .said("/round")
            .flatMap(leaf -> document.told(Calendar.builtIn().find(leaf.text(), leaf.place())));
    if (edition.isEmpty() || region.isEmpty() || round.isEmpty()) {
      return Optional.empty();
    }
    List<StageResult> results = results(edition.get());
    return document.isBroken()
        ? Optional.empty()
        : Optional.of(Waterfall.of(edition.get(), region.get(), round.get(), results));
  }

  private List<StageResult> results(Edition edition) {
    List<String> stages = edition.stages().stream().map(Stage::code).toList();
    List<StageResult> results = new ArrayList<>();
    int last = -1;
    for (String index : document.below("/results")) {
      String at = "/results/" + index;
      Optional<JsonCursor.Leaf> stage = document.needed(at + "/stage");
      Optional<Points> total = document.needed(at + "/total").flatMap(document::points);
      int place = stage.map(leaf -> stages.indexOf(leaf.text())).orElse(last);
      if (stage.isPresent() && place <= last) {
        document.broken(
            Fault.of(FaultCode.UNKNOWN_STAGE, stage.get().place())
                .with("found", JsonCursor.shortened(stage.get().text()))
                .with("allowed", stages.subList(last + 1, stages.size())));
      }
      if (stage.isEmpty() || total.isEmpty() || document.isBroken()) {
        continue;
      }
      last = place;
      Map<String, Points> clusters = totals(at + "/clusters");
      Map<String, Points> indicators = totals(at + "/indicators");
      results.add(
          document.said(at + "/view").isPresent()
              ? scored(stage.get().text(), at + "/view")
                  .orElseGet(
                      () ->
                          new StageResult(
                              stage.get().text(),
                              total.get(),
                              clusters,
                              indicators,
                              Optional.empty()))
              : new StageResult(
                  stage.get().text(), total.get(), clusters, indicators, Optional.empty()));
    }
    return results;
  }

  private Optional<StageResult> scored(String stage, String view) {
    Optional<Assessment> sheet = document.assessment();
    if (sheet.isEmpty()) {
      document.broken(
          Fault.of(FaultCode.MISSING_MEMBER, document.json().whole())
              .with("member", "/assessment"));
      return Optional.empty();
    }
    Optional<ScoringEngine> engine = ScoredReader.engine(document, sheet.get());
    Optional<ScoredAssessment> scored =
        engine.flatMap(each -> ScoredReader.scored(document, each, sheet.get(), view));
    if (scored.isEmpty()) {
      document.broken();
    }
    return scored.map(each -> StageResult.of(stage, each));
  }

  private Map<String, Points> totals(String pointer) {
    Map<String, Points> totals = new LinkedHashMap<>();
    for (String code : document.below(pointer)) {
      document
          .said(pointer + "/" + code.replace("~", "~0").replace("/", "~1"))
          .flatMap(document::points)
          .ifPresent(points -> totals.put(code, points));
    }
    return totals;
  }
}
