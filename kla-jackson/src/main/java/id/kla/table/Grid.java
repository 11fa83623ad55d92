package id.kla.table;

import id.kla.fault.Place;
import id.kla.fault.Printable;
import java.util.List;

/**
 * What a file or worksheet holds: texts in rows and columns.
 *
 * @param name what faults call it
 * @param rows from the first row that a spreadsheet shows; a row may be shorter than others
 */
record Grid(String name, List<List<String>> rows) {

  Grid {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns the text of a cell without blanks around it; empty where there is none. */
  String text(int row, int column) {
    List<String> cells = rows.get(row);
    if (column >= cells.size()) {
      return "";
    }
    String text = cells.get(column);
    return Formulas.restored(Printable.trimmed(row == 0 && column == 0 ? unmarked(text) : text));
  }

  /** A spreadsheet that took UTF-8 for something else has made letters of the byte-order mark. */
  private static String unmarked(String text) {
    return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
  }

  /** Returns the place of a row, or of a cell in it. */
  Place place(int row, String column) {
    return Place.table(name, row + 1, column);
  }
}
