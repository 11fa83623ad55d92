package id.kla.cli;

import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.region.RegionCode;
import id.kla.rollup.HistoryReport;
import id.kla.scoring.ScoringEngine;
import id.kla.table.KlaTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads sheets and declared results of many rounds, and what is wrong with them. */
final class HistoryReading {

  private final Common common;
  private final Optional<Edition> asked;
  private final List<Fault> faults = new ArrayList<>();
  private final List<DeclaredResult> declared = new ArrayList<>();
  private final List<Assessment> sheets = new ArrayList<>();

  HistoryReading(Common common, Optional<Edition> asked) {
    this.common = common;
    this.asked = asked;
  }

  /** Returns what is wrong with what was read. */
  List<Fault> faults() {
    return faults;
  }

  /** Returns the histories of the regions that are asked for. */
  HistoryReport report(Predicate<RegionCode> isAsked) {
    return HistoryReport.of(
        asked.orElseGet(Editions::kla2024),
        declared.stream().filter(result -> isAsked.test(result.region())).toList(),
        sheets.stream().filter(sheet -> isAsked.test(sheet.region())).toList());
  }

  /** Reads files and folders. */
  void read(List<Path> files) throws IOException {
    Checked<List<Path>> found = Documents.of(files);
    faults.addAll(found.faults());
    List<Path> documents = found.value().orElse(List.of());
    if (documents.isEmpty() && faults.isEmpty()) {
      faults.add(Fault.of(FaultCode.NO_TABLE, Place.file(files.get(0).toString())));
    }
    for (Path document : documents) {
      one(document);
    }
  }

  private void one(Path file) throws IOException {
    KlaJson json = KlaJson.strict(asked.map(List::of).orElse(List.of()));
    KlaTables inLanguage = KlaTables.of().in(common.language());
    KlaTables tables = asked.map(inLanguage::withEdition).orElse(inLanguage);
    Input input = Input.of(file, common.in(), json, tables);
    faults.addAll(input.faults());
    Optional<Assessment> sheet = input.assessment();
    input.declared().ifPresent(declared::addAll);
    sheet.ifPresent(this::add);
    if (sheet.isEmpty() && input.declared().isEmpty() && input.value().value().isPresent()) {
      faults.add(
          input.otherThan(file.toString(), KlaFormat.ASSESSMENT + ", " + KlaFormat.DECLARED));
    }
  }

  /** Each sheet keeps its own edition: what the rules changed between two shall be seen. */
  private void add(Assessment sheet) {
    Optional<Fault> refusal =
        ScoringEngine.refusal(
            sheet.edition(), Place.edition(sheet.edition().id(), Label.of("", "")));
    refusal.ifPresentOrElse(faults::add, () -> sheets.add(sheet));
  }
}
