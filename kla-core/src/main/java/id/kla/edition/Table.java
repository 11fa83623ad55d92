package id.kla.edition;

import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import id.kla.edition.EditionDraft.DraftRow;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Written;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tab-separated table as a spreadsheet writes it: a byte-order mark, CRLF and quoted cells are
 * accepted; rows that are empty or begin with "#" are passed over. Row numbers are those that a
 * spreadsheet shows.
 */
final class Table {

  private static final char MARK = '\uFEFF';

  private Table() {}

  /**
   * Reads a table, if it can be read at all; its faults go to {@code faults}.
   *
   * @param name what faults call the table
   * @param known every column that it may have
   * @param needed the columns that must be there
   */
  static Optional<DraftTable> read(
      String name, List<String> known, List<String> needed, byte[] content, List<Fault> faults) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      faults.add(Fault.of(FaultCode.NOT_UTF8, Place.file(name)));
      return Optional.empty();
    }
    List<Cells> records = records(name, text, faults);
    if (records.isEmpty()) {
      records = List.of(new Cells(1, List.of()));
    }
    Cells header = records.get(0);
    if (header.cells.size() == 1 && CharMatcher.anyOf(";,").matchesAnyOf(header.cells.get(0))) {
      faults.add(Fault.of(FaultCode.NO_TABS, Place.table(name, header.row, "")));
      return Optional.empty();
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
    Set<String> unread = new HashSet<>();
    for (String column : needed) {
      if (!columns.containsKey(column)) {
        unread.add(column);
        faults.add(
            Fault.of(FaultCode.MISSING_COLUMN, Place.table(name, header.row, ""))
                .with("column", column));
      }
    }
    ImmutableList.Builder<DraftRow> rows = ImmutableList.builder();
    for (Cells cells : records.subList(1, records.size())) {
      if (cells.cells.size() > header.cells.size()
          && cells.cells.subList(header.cells.size(), cells.cells.size()).stream()
              .anyMatch(cell -> !cell.isEmpty())) {
        faults.add(
            Fault.of(FaultCode.ROW_TOO_LONG, Place.table(name, cells.row, ""))
                .with("found", cells.cells.size())
                .with("allowed", header.cells.size()));
      }
      Map<String, Written<String>> row = new HashMap<>();
      columns.forEach(
          (column, index) ->
              row.put(
                  column,
                  new Written<>(
                      index < cells.cells.size() ? cells.cells.get(index) : "",
                      Place.table(name, cells.row, column))));
      rows.add(new DraftRow(Place.table(name, cells.row, ""), row));
    }
    return Optional.of(new DraftTable(Place.table(name, 0, ""), rows.build(), unread));
  }

  /** Writes a table of an edition as {@link #read} reads it. */
  static String write(EditionTable table, List<DraftRow> rows) {
    List<String> columns =
        table.columns().stream()
            .filter(
                column ->
                    table.neededColumns().contains(column)
                        || rows.stream().anyMatch(row -> row.find(column).isPresent()))
            .toList();
    StringBuilder text = new StringBuilder(String.join("\t", columns)).append('\n');
    for (DraftRow row : rows) {
      text.append(columns.stream().map(column -> cell(table, column, row)).collect(joining("\t")))
          .append('\n');
    }
    return text.toString();
  }

  private static String cell(EditionTable table, String column, DraftRow row) {
    String text = row.find(column).orElse("");
    boolean isNumber =
        table.kind(column) == EditionTable.Kind.NUMBER
            || (table == EditionTable.EDITION && row.find("key").equals(Optional.of("maximum")));
    if (isNumber && EditionCheck.looksLikeThousands(text)) {
      return text + "0";
    }
    return CharMatcher.anyOf("\"\t\r\n").matchesNoneOf(text)
        ? text
        : "\"" + text.replace("\"", "\"\"") + "\"";
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
        cells.add(Printable.trimmed(cell.toString()));
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
}
