package id.kla.table;

import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.assessment.DeclaredDraft;
import id.kla.assessment.DeclaredResult;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Language;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Declared results as a table: a row a result, a column for each cluster and indicator. */
final class DeclaredTable {

  private DeclaredTable() {}

  static Checked<List<DeclaredResult>> read(List<Grid> grids) {
    List<Fault> faults = new ArrayList<>();
    List<DeclaredResult> results = new ArrayList<>();
    for (Grid grid : grids) {
      for (Section section : Section.of(grid, TableKind.DECLARED, name -> false, faults)) {
        read(section, results, faults);
      }
    }
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(List.copyOf(results), faults);
  }

  private static void read(Section section, List<DeclaredResult> results, List<Fault> faults) {
    for (TableRow row : section.rows()) {
      if (row.isSum(Column.REGION) || (row.text(Column.REGION).isEmpty() && row.isSum())) {
        continue;
      }
      Checked<DeclaredResult> read = draft(row, section).check();
      faults.addAll(read.faults());
      read.value().ifPresent(results::add);
    }
  }

  private static DeclaredDraft draft(TableRow row, Section section) {
    List<Fault> faults = new ArrayList<>();
    DeclaredDraft.Builder draft =
        DeclaredDraft.builder()
            .place(row.place())
            .region(written(row, Column.REGION))
            .round(written(row, Column.ROUND))
            .stage(row.text(Column.STAGE))
            .tier(row.text(Column.TIER))
            .source(row.text(Column.SOURCE));
    Column total = section.has(Column.TOTAL) ? Column.TOTAL : Column.POINTS;
    row.points(total, faults)
        .ifPresent(points -> draft.total(new Written<>(points, row.place(total))));
    if (row.text(total).isPresent()) {
      draft.addUnread("total");
    }
    for (String header : section.others()) {
      String[] words = header.split("\\s+", 2);
      Optional<Column> column = words.length == 2 ? Column.find(words[0]) : Optional.empty();
      boolean isCluster = column.filter(Column.CLUSTER::equals).isPresent();
      if (isCluster || column.filter(Column.INDICATOR::equals).isPresent()) {
        row.text(header)
            .flatMap(text -> TableRow.points(text, row.place(header), faults))
            .map(points -> new DraftTotal(words[1], points, row.place(header)))
            .ifPresent(isCluster ? draft::addClusters : draft::addIndicators);
      }
    }
    return draft.faults(faults).build();
  }

  private static Optional<Written<String>> written(TableRow row, Column column) {
    return row.text(column).map(text -> new Written<>(text, row.place(column)));
  }

  static Table write(List<DeclaredResult> results, Language language) {
    Set<String> clusters = new LinkedHashSet<>();
    Set<String> indicators = new LinkedHashSet<>();
    for (DeclaredResult result : results) {
      clusters.addAll(result.clusters().keySet());
      indicators.addAll(result.indicators().keySet());
    }
    List<String> columns = new ArrayList<>();
    for (Column column :
        List.of(
            Column.REGION, Column.ROUND, Column.STAGE, Column.TOTAL, Column.TIER, Column.SOURCE)) {
      columns.add(column.in(language));
    }
    clusters.forEach(code -> columns.add(Column.CLUSTER.in(language) + " " + code));
    indicators.forEach(code -> columns.add(Column.INDICATOR.in(language) + " " + code));
    List<List<Cell>> rows = new ArrayList<>();
    for (DeclaredResult result : results) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(SheetWriter.region(result.region())));
      cells.add(Cell.text(result.round().toString()));
      cells.add(Cell.text(result.stage()));
      cells.add(result.total().map(Cell::points).orElse(Cell.EMPTY));
      cells.add(Cell.text(result.tier()));
      cells.add(Cell.text(result.source()));
      clusters.forEach(code -> cells.add(cell(result.clusters(), code)));
      indicators.forEach(code -> cells.add(cell(result.indicators(), code)));
      rows.add(cells);
    }
    return new Table(
        language == Language.ENGLISH ? "declared" : "diumumkan", List.of(), columns, rows);
  }

  private static Cell cell(Map<String, Points> parts, String code) {
    Points points = parts.get(code);
    return points == null ? Cell.EMPTY : Cell.points(points);
  }
}
