package id.kla.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table to be written: rows above it, its header, and its rows.
 *
 * @param name what a worksheet is called
 * @param head rows of a key and a value
 * @param columns the header
 * @param body the rows
 */
record Table(String name, List<List<Cell>> head, List<String> columns, List<List<Cell>> body) {

  /** Returns everything from the first row on. */
  List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>(head);
    rows.add(columns.stream().map(Cell::text).toList());
    rows.addAll(body);
    return rows;
  }
}
