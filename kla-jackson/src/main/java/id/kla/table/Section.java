package id.kla.table;

import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table of a grid: from its header to the next header or the end. */
final class Section {

  private static final int LONGEST_HEAD = 50;

  /** Columns that no head has, and every table one of. */
  private static final Set<Column> KEYS =
      EnumSet.of(
          Column.CODE,
          Column.INDICATOR,
          Column.QUESTION,
          Column.ID,
          Column.QUESTIONS,
          Column.RULING,
          Column.NAME,
          Column.ROLES,
          Column.PART,
          Column.TOTAL,
          Column.TIER,
          Column.MEASURE,
          Column.BUDGET,
          Column.TARGET,
          Column.SURVIVAL_PART,
          Column.OUTCOME,
          Column.SELF,
          Column.LATER);

  /** Tables whose every column counts. */
  private static final Set<TableKind> NEEDED =
      EnumSet.of(TableKind.MEASURES, TableKind.GOALS, TableKind.SURVIVAL, TableKind.PAIRS);

  private final TableKind kind;
  private final Grid grid;
  private final int header;
  private final int end;
  private final Map<Column, Integer> columns;
  private final Map<String, Integer> others;

  private Section(
      TableKind kind,
      Grid grid,
      int header,
      int end,
      Map<Column, Integer> columns,
      Map<String, Integer> others) {
    this.kind = kind;
    this.grid = grid;
    this.header = header;
    this.end = end;
    this.columns = columns;
    this.others = others;
  }

  /**
   * Returns the tables of a grid; a grid without any is reported.
   *
   * @param isStage says of a header whether it names a stage
   */
  static List<Section> of(Grid grid, Predicate<String> isStage, List<Fault> faults) {
    List<Section> sections = new ArrayList<>();
    List<Integer> headers = new ArrayList<>();
    for (int row = 0; row < grid.rows().size(); row++) {
      // A further table begins after an empty row: any other row holds what its header says.
      boolean canBegin = headers.isEmpty() || isEmpty(grid, row - 1);
      if (canBegin && kind(grid, row, isStage).isPresent()) {
        headers.add(row);
      }
    }
    for (int i = 0; i < headers.size(); i++) {
      int row = headers.get(i);
      int end = i + 1 < headers.size() ? headers.get(i + 1) : grid.rows().size();
      sections.add(
          section(kind(grid, row, isStage).orElseThrow(), grid, row, end, isStage, faults));
    }
    if (sections.isEmpty()) {
      faults.add(Fault.of(FaultCode.NO_TABLE, Place.table(grid.name(), 0, "")));
      faults.addAll(misspelt(grid));
    }
    return sections;
  }

  /** Returns the tables of one kind; a grid without any is reported. */
  static List<Section> of(
      Grid grid, TableKind wanted, Predicate<String> isStage, List<Fault> faults) {
    List<Section> all = of(grid, isStage, faults);
    List<Section> sections = all.stream().filter(section -> section.kind == wanted).toList();
    if (sections.isEmpty() && !all.isEmpty()) {
      faults.add(Fault.of(FaultCode.NO_TABLE, Place.table(grid.name(), 0, "")));
    }
    return sections;
  }

  /**
   * Returns the table of units of a grid, if it holds one: from the first header on that names
   * units and asks them something.
   *
   * @param isQuestion says of a header whether it asks a question
   */
  static Optional<Section> ofUnits(Grid grid, Predicate<String> isQuestion, List<Fault> faults) {
    for (int row = 0; row < grid.rows().size(); row++) {
      Set<Column> columns = EnumSet.noneOf(Column.class);
      boolean asks = false;
      for (int i = 0; i < grid.rows().get(row).size(); i++) {
        String name = grid.text(row, i);
        Column.find(name).ifPresent(columns::add);
        asks |= !name.isEmpty() && isQuestion.test(name);
      }
      boolean isList =
          columns.contains(Column.ANSWER)
              && (columns.contains(Column.CODE)
                  || (columns.contains(Column.INDICATOR) && columns.contains(Column.QUESTION)));
      boolean hasUnits =
          Stream.of(Column.SUBDISTRICT, Column.VILLAGE, Column.NAME).anyMatch(columns::contains);
      if (hasUnits && (asks || isList)) {
        int end = grid.rows().size();
        return Optional.of(section(TableKind.UNITS, grid, row, end, isQuestion, faults));
      }
    }
    return Optional.empty();
  }

  /** Returns what may be wrong with the first row that looks like a header. */
  private static List<Fault> misspelt(Grid grid) {
    int end = Math.min(LONGEST_HEAD, grid.rows().size());
    for (int row = 0; row < end; row++) {
      List<Fault> strange = new ArrayList<>();
      boolean isHeader = false;
      for (int i = 0; i < grid.rows().get(row).size(); i++) {
        String name = grid.text(row, i);
        Optional<Column> column = Column.find(name);
        isHeader |= column.filter(KEYS::contains).isPresent();
        List<String> nearest =
            column.isPresent() || name.isEmpty() ? List.of() : Nearest.to(name, Column.allNames());
        if (!nearest.isEmpty()) {
          strange.add(
              Fault.of(FaultCode.UNKNOWN_COLUMN, grid.place(row, name))
                  .with("found", name)
                  .with("nearest", nearest));
        }
      }
      if (isHeader) {
        return strange;
      }
    }
    return List.of();
  }

  /** Returns the row of the first header, or where it would stand at the latest. */
  static int endOfHead(Grid grid, Predicate<String> isStage) {
    int end = Math.min(LONGEST_HEAD, grid.rows().size());
    for (int row = 0; row < end; row++) {
      if (kind(grid, row, isStage).isPresent()) {
        return row;
      }
    }
    return end;
  }

  private static boolean isEmpty(Grid grid, int row) {
    for (int i = 0; i < grid.rows().get(row).size(); i++) {
      if (!grid.text(row, i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Says whether a header is a stage, a cluster or an indicator with something behind it. */
  private static boolean isPrefixed(String header, Predicate<String> isStage) {
    int blank = header.lastIndexOf(' ');
    return blank > 0
        && (isStage.test(header.substring(0, blank))
            || Column.find(header.substring(0, blank))
                .filter(column -> column == Column.CLUSTER || column == Column.INDICATOR)
                .isPresent());
  }

  private static Optional<TableKind> kind(Grid grid, int row, Predicate<String> isStage) {
    Set<Column> columns = EnumSet.noneOf(Column.class);
    boolean hasStage = false;
    int size = grid.rows().get(row).size();
    if (size < 2) {
      return Optional.empty();
    }
    for (int i = 0; i < size; i++) {
      String name = grid.text(row, i);
      Column.find(name).ifPresent(columns::add);
      hasStage |= !name.isEmpty() && isStage.test(name);
    }
    boolean stage = hasStage;
    return columns.size() < 2 && !(stage && columns.contains(Column.CODE))
        ? Optional.empty()
        : TableKind.of(columns, stage);
  }

  private static Section section(
      TableKind kind,
      Grid grid,
      int header,
      int end,
      Predicate<String> isStage,
      List<Fault> faults) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    Map<String, Integer> others = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    int suggestions = faults.size() > 100 ? 0 : 20;
    for (int i = 0; i < grid.rows().get(header).size(); i++) {
      String name = grid.text(header, i);
      Place place = grid.place(header, name);
      Optional<Column> column = Column.find(name);
      boolean isTwice;
      if (column.isPresent()) {
        isTwice = columns.putIfAbsent(column.get(), i) != null;
      } else {
        boolean isNew = !name.isEmpty() && others.putIfAbsent(name, i) == null;
        isTwice = !name.isEmpty() && !isNew && isStage.test(name);
        boolean isStrange =
            isNew && !isStage.test(name) && !isPrefixed(name, isStage) && suggestions-- > 0;
        List<String> nearest = isStrange ? Nearest.to(name, Column.allNames()) : List.of();
        // Sheets may have columns of their own; what plans and chances rest on must not be lost
        // unseen.
        boolean isMissed = NEEDED.contains(kind);
        if (!nearest.isEmpty() || (isStrange && isMissed)) {
          faults.add(
              Fault.of(FaultCode.UNKNOWN_COLUMN, place)
                  .with("found", name)
                  .with("nearest", nearest));
        }
      }
      if (isTwice && twice.add(name)) {
        faults.add(Fault.of(FaultCode.DUPLICATE_COLUMN, place).with("found", name));
      }
    }
    return new Section(kind, grid, header, end, columns, others);
  }

  TableKind kind() {
    return kind;
  }

  String name() {
    return grid.name();
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  /** Returns the headers that are no column of ours. */
  Set<String> others() {
    return others.keySet();
  }

  /** Returns the rows below the header, the empty ones left out. */
  List<TableRow> rows() {
    List<TableRow> rows = new ArrayList<>();
    for (int row = header + 1; row < end; row++) {
      TableRow read = new TableRow(this, row);
      if (!read.isEmpty()) {
        rows.add(read);
      }
    }
    return rows;
  }

  /** Returns every text of a row. */
  List<String> texts(int row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < grid.rows().get(row).size(); i++) {
      texts.add(grid.text(row, i));
    }
    return texts;
  }

  Optional<String> text(int row, Column column) {
    return text(row, columns.get(column));
  }

  /** Takes the header that is written so, and one that means the same only where none is. */
  Optional<String> text(int row, String other) {
    Integer exact = others.get(other);
    return exact != null
        ? text(row, exact)
        : others.entrySet().stream()
            .filter(entry -> Column.folded(entry.getKey()).equals(Column.folded(other)))
            .findFirst()
            .flatMap(entry -> text(row, entry.getValue()));
  }

  private Optional<String> text(int row, @Nullable Integer index) {
    return Optional.ofNullable(index).map(i -> grid.text(row, i)).filter(text -> !text.isEmpty());
  }

  Place place(int row) {
    return grid.place(row, "");
  }

  /** Returns the place of a cell, under the header as it was written. */
  Place place(int row, Column column) {
    Integer index = columns.get(column);
    return grid.place(row, index == null ? column.in(Language.ENGLISH) : grid.text(header, index));
  }

  Place placeOfHeader(String other) {
    return grid.place(header, other);
  }

  Place place(int row, String other) {
    return grid.place(row, other);
  }
}
