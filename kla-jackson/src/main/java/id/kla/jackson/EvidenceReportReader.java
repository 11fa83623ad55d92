package id.kla.jackson;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.points.Points;
import id.kla.verification.EvidenceCheck;
import id.kla.verification.EvidenceReport;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a report on evidence back: the evidence of its sheet is checked again. */
final class EvidenceReportReader {

  private static final List<String> NEEDED =
      List.of(
          "format",
          "computed",
          "edition",
          "region",
          "round",
          "stage",
          "check",
          "claimed",
          "evidenced",
          "atRisk",
          "cap",
          "outside",
          "rows",
          "agencies",
          "topics",
          "weaknesses",
          "assessment");

  private final ResultReader<EvidenceReport> document;
  private final Edition edition;
  private boolean isBroken;

  private EvidenceReportReader(ResultReader<EvidenceReport> document, Edition edition) {
    this.document = document;
    this.edition = edition;
  }

  static Checked<EvidenceReport> read(JsonCursor json, List<Edition> editions) throws IOException {
    return new ResultReader<>(
            json, editions, KlaFormat.EVIDENCE, NEEDED, List.of(), EvidenceReportReader::report)
        .withAdvice("weaknesses")
        .document();
  }

  private static Optional<EvidenceReport> report(ResultReader<EvidenceReport> document) {
    Optional<Assessment> sheet = document.assessment();
    return sheet
        .flatMap(read -> ScoredReader.engine(document, read))
        .flatMap(engine -> new EvidenceReportReader(document, engine.edition()).check())
        .map(check -> EvidenceReport.of(sheet.orElseThrow(), check));
  }

  private Optional<EvidenceCheck> check() {
    EvidenceCheck.Builder check = EvidenceCheck.builder();
    Optional<LocalDate> day =
        value("/check/asOf", PartsReader::day, FaultCode.BAD_DATE, check::asOf);
    if (document.said("/check/asOf").isEmpty()) {
      document.report(
          Fault.of(FaultCode.MISSING_MEMBER, document.json().whole())
              .with("member", "/check/asOf"));
    }
    stage("/check/known").ifPresent(check::known);
    for (String stage : document.below("/check/stageDates")) {
      String pointer = "/check/stageDates/" + stage.replace("~", "~0").replace("/", "~1");
      if (edition.findStage(stage).isEmpty()) {
        unknown(pointer, stage);
      } else {
        value(
            pointer,
            PartsReader::day,
            FaultCode.BAD_DATE,
            date -> check.putStageDates(stage, date));
      }
    }
    value("/check/heaviestDocument", Points::find, FaultCode.BAD_POINTS, check::heaviestDocument);
    value("/check/heaviestLead", KlaModule::ratio, FaultCode.BAD_NUMBER, check::heaviestLead);
    return isBroken || day.isEmpty() ? Optional.empty() : Optional.of(check.build());
  }

  private Optional<String> stage(String pointer) {
    Optional<String> name = document.said(pointer).map(JsonCursor.Leaf::text);
    name.filter(each -> edition.findStage(each).isEmpty())
        .ifPresent(each -> unknown(pointer, each));
    return name;
  }

  private void unknown(String pointer, String found) {
    isBroken = true;
    document.report(
        Fault.of(FaultCode.UNKNOWN_STAGE, document.said(pointer).orElseThrow().place())
            .with("found", JsonCursor.shortened(found))
            .with("allowed", edition.stages().stream().map(Stage::code).toList()));
  }

  private <V> Optional<V> value(
      String pointer, Function<String, Optional<V>> parser, FaultCode fault, Consumer<V> target) {
    Optional<JsonCursor.Leaf> leaf = document.said(pointer);
    Optional<V> value = leaf.map(JsonCursor.Leaf::text).flatMap(parser);
    if (leaf.isPresent() && value.isEmpty()) {
      isBroken = true;
      document.report(
          Fault.of(fault, leaf.get().place())
              .with("found", JsonCursor.shortened(leaf.get().text())));
    }
    value.ifPresent(target);
    return value;
  }
}
