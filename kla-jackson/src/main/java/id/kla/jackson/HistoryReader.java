package id.kla.jackson;

import id.kla.assessment.Assessment;
import id.kla.assessment.Calendar;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.region.RegionCode;
import id.kla.rollup.Area;
import id.kla.rollup.HistoryReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads histories back: they are taken again from the results and sheets that they hold. */
final class HistoryReader {

  private static final List<String> NEEDED =
      List.of("format", "computed", "edition", "declared", "sheets", "histories");

  private static final List<String> OTHERS = List.of("transitions");

  private final List<DeclaredResult> declared = new ArrayList<>();
  private final List<Assessment> sheets = new ArrayList<>();

  private HistoryReader() {}

  static Checked<HistoryReport> read(JsonCursor json, List<Edition> editions) throws IOException {
    HistoryReader reader = new HistoryReader();
    ResultReader<HistoryReport> document =
        new ResultReader<>(json, editions, KlaFormat.HISTORY, NEEDED, OTHERS, reader::report);
    return document
        .withInput("declared", member -> DeclaredReader.elements(json, reader.declared::add))
        .withInput(
            "sheets",
            member -> json.elements(index -> document.sheet().ifPresent(reader.sheets::add)))
        .document();
  }

  private Optional<HistoryReport> report(ResultReader<HistoryReport> document) {
    Optional<Edition> edition = document.edition();
    boolean areScored =
        sheets.stream()
            .map(sheet -> ScoredReader.engine(document, sheet).isPresent())
            .reduce(true, Boolean::logicalAnd);
    if (edition.isEmpty() || !areScored) {
      return Optional.empty();
    }
    HistoryReport report = HistoryReport.of(edition.get(), declared, sheets);
    if (document.said("/transitions").isEmpty()) {
      return Optional.of(report);
    }
    Optional<RegionCode> province =
        document
            .needed("/transitions/province")
            .flatMap(leaf -> document.told(Area.findProvince(leaf.text(), leaf.place())))
            .flatMap(Area::province);
    Optional<Round> from = round(document, "/transitions/from");
    Optional<Round> to = round(document, "/transitions/to");
    if (province.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().compareTo(to.get()) >= 0) {
      JsonCursor.Leaf leaf = document.said("/transitions/to").orElseThrow();
      document.broken(
          Fault.of(FaultCode.ROUNDS_OUT_OF_ORDER, leaf.place())
              .with("first", from.get().toString())
              .with("second", to.get().toString()));
      return Optional.empty();
    }
    return Optional.of(
        report.withTransitions(province.get(), new HistoryReport.Rounds(from.get(), to.get())));
  }

  private static Optional<Round> round(ResultReader<HistoryReport> document, String pointer) {
    return document
        .needed(pointer)
        .flatMap(leaf -> document.told(Calendar.builtIn().find(leaf.text(), leaf.place())));
  }
}
