package id.kla.edition;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A tab-separated table as a spreadsheet writes it: a byte-order mark, CRLF and quoted cells are
 * accepted; rows that are empty or begin with "#" are passed over. Row numbers are those that a
 * spreadsheet shows.
 */
final class Table {

  private static final char MARK = '\uFEFF';

  private final String name;
  private final boolean isText;
  private final Map<String, Integer> columns;
  private final ImmutableList<Row> rows;

  private Table(
      String name, boolean isText, Map<String, Integer> columns, ImmutableList<Row> rows) {
    this.name = name;
    this.isText = isText;
    this.columns = columns;
    this.rows = rows;
  }

  /** Reads a table whose columns are among {@code known}; its faults go to {@code faults}. */
  static Table read(
      String name, byte[] content, List<String> known, List<String> required, List<Fault> faults) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      faults.add(Fault.of(FaultCode.NOT_UTF8, Place.file(name)));
      return new Table(name, false, Map.of(), ImmutableList.of());
    }
    List<Cells> records = records(name, text, faults);
    if (records.isEmpty()) {
      records = List.of(new Cells(1, List.of()));
    }
    Cells header = records.get(0);
    if (header.cells.size() == 1 && CharMatcher.anyOf(";,").matchesAnyOf(header.cells.get(0))) {
      faults.add(Fault.of(FaultCode.NO_TABS, Place.table(name, header.row, "")));
      return new Table(name, false, Map.of(), ImmutableList.of());
    }
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.cells.size(); i++) {
      String column = header.cells.get(i);
      Place place = Place.table(name, header.row, column);
      if (column.isEmpty()) {
        continue;
      }
      if (columns.putIfAbsent(column, i) != null) {
        faults.add(Fault.of(FaultCode.DUPLICATE_COLUMN, place).with("found", column));
      }
      if (!known.contains(column)) {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_COLUMN, place)
                .with("found", column)
                .with("nearest", Nearest.to(column, known)));
      }
    }
    for (String column : required) {
      if (!columns.containsKey(column)) {
        faults.add(
            Fault.of(FaultCode.MISSING_COLUMN, Place.table(name, header.row, ""))
                .with("column", column));
      }
    }
    Table table = new Table(name, true, columns, ImmutableList.of());
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (Cells cells : records.subList(1, records.size())) {
      if (cells.cells.size() > header.cells.size()
          && cells.cells.subList(header.cells.size(), cells.cells.size()).stream()
              .anyMatch(cell -> !cell.isEmpty())) {
        faults.add(
            Fault.of(FaultCode.ROW_TOO_LONG, Place.table(name, cells.row, ""))
                .with("found", cells.cells.size())
                .with("allowed", header.cells.size()));
      }
      rows.add(table.new Row(cells.row, cells.cells, faults));
    }
    return new Table(name, true, columns, rows.build());
  }

  /** Says whether the table could be read at all. */
  boolean isText() {
    return isText;
  }

  List<Row> rows() {
    return rows;
  }

  private record Cells(int row, List<String> cells) {}

  private static List<Cells> records(String name, String text, List<Fault> faults) {
    List<Cells> records = new ArrayList<>();
    int at = !text.isEmpty() && text.charAt(0) == MARK ? 1 : 0;
    int row = 0;
    while (at < text.length()) {
      row++;
      List<String> cells = new ArrayList<>();
      boolean more = true;
      while (more) {
        StringBuilder cell = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
          at = quoted(text, at + 1, cell);
          if (at < 0) {
            faults.add(Fault.of(FaultCode.BROKEN_QUOTE, Place.table(name, row, "")));
            return records;
          }
        } else {
          int end = at;
          while (end < text.length() && !isEnd(text.charAt(end))) {
            end++;
          }
          cell.append(text, at, end);
          at = end;
        }
        if (at < text.length() && !isEnd(text.charAt(at))) {
          faults.add(Fault.of(FaultCode.BROKEN_QUOTE, Place.table(name, row, "")));
          return records;
        }
        cells.add(CharMatcher.whitespace().trimFrom(cell));
        more = at < text.length() && text.charAt(at) == '\t';
        if (more) {
          at++;
        }
      }
      if (at < text.length() && text.charAt(at) == '\r') {
        at++;
      }
      if (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      if (!cells.get(0).startsWith("#") && cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        records.add(new Cells(row, cells));
      }
    }
    return records;
  }

  private static boolean isEnd(char c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  /** Reads a quoted cell behind its first quote; returns where it ends, or -1. */
  private static int quoted(String text, int from, StringBuilder cell) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        return at;
      }
    }
    return -1;
  }

  /** One row, which reports the faults of its cells. */
  final class Row {

    private final int number;
    private final List<String> cells;
    private final List<Fault> faults;

    private Row(int number, List<String> cells, List<Fault> faults) {
      this.number = number;
      this.cells = cells;
      this.faults = faults;
    }

    Place place() {
      return Place.table(name, number, "");
    }

    /** Returns the text of a cell, empty where the cell or the column is missing. */
    String text(String column) {
      Integer index = columns.get(column);
      return index == null || index >= cells.size() ? "" : cells.get(index);
    }

    Optional<String> find(String column) {
      String text = text(column);
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Returns the text of a cell that must be filled. */
    Optional<String> filled(String column) {
      Optional<String> text = find(column);
      if (text.isEmpty() && columns.containsKey(column)) {
        report(FaultCode.EMPTY_CELL, column);
      }
      return text;
    }

    /** Returns the text of a cell that another cell of the row asks for. */
    Optional<String> needed(String column) {
      Optional<String> text = find(column);
      if (text.isEmpty()) {
        report(FaultCode.EMPTY_CELL, column);
      }
      return text;
    }

    /** Returns the code in a cell that must be filled. */
    Optional<String> code(String column) {
      Optional<String> text = filled(column);
      if (text.isPresent() && !QuestionCode.isPart(text.get())) {
        report(Fault.of(FaultCode.BAD_CODE, place(column)).with("found", text.get()));
        return Optional.empty();
      }
      return text;
    }

    /** Returns the parts of a cell that are divided by semicolons. */
    List<String> list(String column) {
      return find(column)
          .map(
              text ->
                  ImmutableList.copyOf(
                      Splitter.on(';').trimResults().omitEmptyStrings().split(text)))
          .orElse(ImmutableList.of());
    }

    /** Returns the word in a cell as a constant, or {@code other} where the cell is empty. */
    <E extends Enum<E>> E word(String column, Class<E> type, E other) {
      return find(column).flatMap(text -> constant(column, text, type)).orElse(other);
    }

    <E extends Enum<E>> Optional<E> word(String column, Class<E> type) {
      return find(column).flatMap(text -> constant(column, text, type));
    }

    private <E extends Enum<E>> Optional<E> constant(String column, String text, Class<E> type) {
      List<String> words = new ArrayList<>();
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equalsIgnoreCase(text)) {
          return Optional.of(constant);
        }
        words.add(constant.name().toLowerCase(Locale.ROOT));
      }
      report(
          Fault.of(FaultCode.BAD_WORD, place(column)).with("found", text).with("allowed", words));
      return Optional.empty();
    }

    Place place(String column) {
      return Place.table(name, number, column);
    }

    void report(FaultCode code, String column) {
      faults.add(Fault.of(code, place(column)));
    }

    void report(Fault fault) {
      faults.add(fault);
    }
  }
}
