package id.kla.table;

import id.kla.fault.Language;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is written into one cell.
 *
 * @param text the text; of a number in the form that a program reads
 * @param number the number, where it is one
 */
record Cell(String text, Optional<BigDecimal> number) {

  static final Cell EMPTY = text("");

  static Cell text(String text) {
    return new Cell(text, Optional.empty());
  }

  static Cell text(Optional<?> value) {
    return text(value.map(Object::toString).orElse(""));
  }

  static Cell number(BigDecimal number) {
    return new Cell(number.toPlainString(), Optional.of(number));
  }

  static Cell points(Points points) {
    return number(points.toBigDecimal());
  }

  /** Returns the text of the cell in a file that is read by spreadsheets of {@code language}. */
  String neutralised(Language language) {
    if (number.isPresent()) {
      return language == Language.INDONESIAN ? text.replace('.', ',') : text;
    }
    return Formulas.neutralised(text);
  }
}
