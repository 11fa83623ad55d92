package id.kla.edition;

import com.google.common.base.Splitter;
import id.kla.edition.EditionDraft.DraftRow;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One row, which reports the faults of its cells. */
final class Row {

  private final DraftRow written;
  private final Set<String> unread;
  private final List<Fault> faults;

  Row(DraftRow written, Set<String> unread, List<Fault> faults) {
    this.written = written;
    this.unread = unread;
    this.faults = faults;
  }

  Place place() {
    return written.place();
  }

  /** Says whether this row stands in a table, not in a document. */
  boolean isInTable() {
    return place() instanceof Place.InTable;
  }

  /** Returns the text of a cell, empty where the cell or the column is missing. */
  String text(String column) {
    return find(column).orElse("");
  }

  Optional<String> find(String column) {
    return written.find(column);
  }

  /** Returns the text of a cell that must be filled. */
  Optional<String> filled(String column) {
    Optional<String> text = find(column);
    if (text.isEmpty() && !unread.contains(column) && !written.unread().contains(column)) {
      reportEmpty(column);
    }
    return text;
  }

  /** Returns the text of a cell that another cell of the row asks for. */
  Optional<String> needed(String column) {
    Optional<String> text = find(column);
    if (text.isEmpty() && !written.unread().contains(column)) {
      reportEmpty(column);
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
    return find(column).map(Row::entries).orElse(List.of());
  }

  static List<String> entries(String cell) {
    return Splitter.on(';')
        .splitToStream(cell)
        .map(Printable::trimmed)
        .filter(entry -> !entry.isEmpty())
        .toList();
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
    report(Fault.of(FaultCode.BAD_WORD, place(column)).with("found", text).with("allowed", words));
    return Optional.empty();
  }

  Place place(String column) {
    Written<String> cell = written.cells().get(column);
    return cell == null ? place(place(), column) : cell.place();
  }

  /** Returns the place of a column in a row or table. */
  static Place place(Place whole, String column) {
    return whole instanceof Place.InTable table
        ? Place.table(table.name(), table.row(), column)
        : whole;
  }

  /** Reports that a cell says nothing that must say something. */
  void reportEmpty(String column) {
    if (isInTable()) {
      report(Fault.of(FaultCode.EMPTY_CELL, place(column)));
    } else {
      FaultCode code =
          written.cells().containsKey(column) ? FaultCode.BLANK_TEXT : FaultCode.MISSING_MEMBER;
      report(Fault.of(code, place(column)).with("member", column));
    }
  }

  void report(Fault fault) {
    faults.add(fault);
  }
}
