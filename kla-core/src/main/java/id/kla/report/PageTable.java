package id.kla.report;

import java.util.List;

/**
 * A table: rows of cells under headings, the first cell of a row being its name.
 *
 * <pre>{@code
 * new PageTable(
 *     "Whom to call first",
 *     List.of(PageTable.Column.words("agency"), PageTable.Column.number("at risk")),
 *     List.of(PageTable.Row.of("Dinas Pendidikan", "42.50")))
 * }</pre>
 *
 * @param caption what it shows
 * @param columns its columns, at least one
 * @param rows its rows, from top to bottom
 */
public record PageTable(String caption, List<Column> columns, List<Row> rows) implements Block {

  /**
   * Copies the lists and checks that each row has a cell for each column.
   *
   * @throws IllegalArgumentException if one has not
   */
  public PageTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row: found " + row.cells() + "; allowed: " + columns.size() + " cells");
      }
    }
  }

  /**
   * A column.
   *
   * @param heading what stands in it
   * @param kind whether numbers stand in it
   */
  public record Column(String heading, Kind kind) {

    /** Returns a column of words. */
    public static Column words(String heading) {
      return new Column(heading, Kind.WORDS);
    }

    /** Returns a column of numbers, which stand one below the other. */
    public static Column number(String heading) {
      return new Column(heading, Kind.NUMBER);
    }
  }

  /** What stands in a column. */
  public enum Kind {
    /** Words, which may be broken into lines. */
    WORDS,
    /** Numbers, which may not. */
    NUMBER
  }

  /**
   * A row.
   *
   * @param level what it is among the others
   * @param cells a text for each column, the first of them its name; empty where there is nothing
   */
  public record Row(Level level, List<String> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** Returns a row like others. */
    public static Row of(String... cells) {
      return new Row(Level.PART, List.of(cells));
    }

    /** Returns the same row at another level. */
    public Row at(Level other) {
      return new Row(other, cells);
    }
  }

  /** What a row is among the others. */
  public enum Level {
    /** One among others. */
    PART,
    /** What the rows below it are parts of, or begin from. */
    GROUP,
    /** What all rows add up to. */
    TOTAL
  }
}
