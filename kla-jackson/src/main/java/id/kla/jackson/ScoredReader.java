package id.kla.jackson;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a scored assessment back: its assessment is scored again by the view that it names. */
final class ScoredReader {

  private static final List<String> NEEDED =
      List.of(
          "format",
          "computed",
          "edition",
          "region",
          "round",
          "stage",
          "atLeast",
          "now",
          "atMost",
          "maximum",
          "headroom",
          "clusters",
          "assessment");

  private static final List<String> OTHERS = List.of("view", "changedFrom", "digests");

  private final ResultReader<?> document;
  private final JsonCursor json;

  private ScoredReader(ResultReader<?> document) {
    this.document = document;
    this.json = document.json();
  }

  static Checked<ScoredAssessment> read(JsonCursor json, List<Edition> editions)
      throws IOException {
    return reader(json, editions).document();
  }

  /** Reads the result that {@code given} must score, whatever sheet the document holds. */
  static Checked<ScoredAssessment> recheck(JsonCursor json, Assessment given) throws IOException {
    return reader(json, List.of(given.edition())).of(given).document();
  }

  private static ResultReader<ScoredAssessment> reader(JsonCursor json, List<Edition> editions) {
    return new ResultReader<>(
        json, editions, KlaFormat.SCORED, NEEDED, OTHERS, ScoredReader::scored);
  }

  /** Scores the sheet of a document by the view that stands beside it. */
  static Optional<ScoredAssessment> scored(ResultReader<?> document) {
    return document
        .assessment()
        .flatMap(
            sheet ->
                engine(document, sheet)
                    .flatMap(engine -> scored(document, engine, sheet, "/view")));
  }

  /** Returns the engine of a sheet's edition, or reports why it can't be scored. */
  static Optional<ScoringEngine> engine(ResultReader<?> document, Assessment sheet) {
    Optional<Fault> refusal = ScoringEngine.refusal(sheet.edition(), document.json().whole());
    refusal.ifPresent(document::report);
    return refusal.isPresent() ? Optional.empty() : Optional.of(ScoringEngine.of(sheet.edition()));
  }

  /** Scores a sheet by the view that stands at a pointer; every claim where none does. */
  static Optional<ScoredAssessment> scored(
      ResultReader<?> document, ScoringEngine engine, Assessment sheet, String pointer) {
    return new ScoredReader(document)
        .view(sheet.edition(), pointer)
        .map(view -> engine.score(sheet, view));
  }

  /** Returns the view that stands at a pointer; every claim where none does. */
  static Optional<View> view(ResultReader<?> document, Edition edition, String pointer) {
    return new ScoredReader(document).view(edition, pointer);
  }

  /** Returns the view by which the document says that it was scored; every claim by default. */
  private Optional<View> view(Edition edition, String at) {
    if (document.said(at).isEmpty()) {
      return Optional.of(View.claimed());
    }
    Optional<JsonCursor.Leaf> stated = document.said(at + "/basis");
    if (stated.isEmpty()) {
      json.report(Fault.of(FaultCode.MISSING_MEMBER, json.whole()).with("member", at + "/basis"));
      return Optional.empty();
    }
    JsonCursor.Leaf basis = stated.get();
    Optional<Basis> named = document.word(basis, List.of(Basis.values()));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonCursor.Leaf> day = document.said(at + "/asOf");
    Optional<LocalDate> asOf = day.flatMap(leaf -> PartsReader.day(leaf.text()));
    if (day.isPresent() && asOf.isEmpty()) {
      json.report(
          Fault.of(FaultCode.BAD_DATE, day.get().place())
              .with("found", JsonCursor.shortened(day.get().text())));
      return Optional.empty();
    }
    Optional<JsonCursor.Leaf> stage = document.said(at + "/stage");
    if (stage.isPresent() && edition.findStage(stage.get().text()).isEmpty()) {
      json.report(
          Fault.of(FaultCode.UNKNOWN_STAGE, stage.get().place())
              .with("found", JsonCursor.shortened(stage.get().text()))
              .with("allowed", edition.stages().stream().map(Stage::code).toList()));
      return Optional.empty();
    }
    return view(edition, named.get(), asOf, stage, basis.place());
  }

  private Optional<View> view(
      Edition edition,
      Basis basis,
      Optional<LocalDate> asOf,
      Optional<JsonCursor.Leaf> stage,
      Place place) {
    boolean isJudging =
        stage
            .flatMap(leaf -> edition.findStage(leaf.text()))
            .filter(each -> each.judging() == Stage.Judging.OTHERS)
            .isPresent();
    boolean isWhole =
        switch (basis) {
          case CLAIMED -> asOf.isEmpty() && stage.isEmpty();
          case EVIDENCED -> asOf.isPresent();
          case VERIFIED -> asOf.isEmpty() && isJudging;
        };
    if (!isWhole) {
      json.refuse(
          place,
          Label.of("pandangan " + PartsReader.code(basis), "the view " + PartsReader.code(basis)),
          Label.of(
              "claimed saja, evidenced dengan asOf, atau verified dengan stage yang dinilai pihak"
                  + " lain",
              "claimed alone, evidenced with asOf, or verified with a stage at which others"
                  + " judge"));
      return Optional.empty();
    }
    return Optional.of(View.of(basis, asOf, stage.map(JsonCursor.Leaf::text)));
  }
}
