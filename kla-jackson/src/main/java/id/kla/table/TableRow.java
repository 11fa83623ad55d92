package id.kla.table;

import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One row of a table. */
final class TableRow {

  private static final Pattern SUM =
      Pattern.compile("(?i)(sub|grand)?[ -]*(total|jumlah)\\b.*|(rata-rata|average)\\b.*");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(?:[.,][0-9]{1,40})?");

  private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

  private final Section section;
  private final int row;

  TableRow(Section section, int row) {
    this.section = section;
    this.row = row;
  }

  boolean isEmpty() {
    return section.texts(row).stream().allMatch(String::isEmpty);
  }

  /** Says whether the row is a sum of others: its code says so, or it has none and a text does. */
  boolean isSum() {
    boolean hasCode =
        text(Column.CODE).isPresent()
            || (text(Column.INDICATOR).isPresent() && text(Column.QUESTION).isPresent());
    return Stream.of(Column.CODE, Column.INDICATOR, Column.QUESTION)
            .flatMap(column -> text(column).stream())
            .anyMatch(TableRow::isSum)
        || (!hasCode && section.texts(row).stream().anyMatch(TableRow::isSum));
  }

  /** Says whether a cell says that the row is a sum of others. */
  boolean isSum(Column column) {
    return text(column).filter(TableRow::isSum).isPresent();
  }

  private static boolean isSum(String text) {
    return SUM.matcher(text).matches();
  }

  Optional<String> text(Column column) {
    return section.text(row, column);
  }

  Optional<String> text(String other) {
    return section.text(row, other);
  }

  Place place() {
    return section.place(row);
  }

  Place place(Column column) {
    return section.place(row, column);
  }

  Place place(String other) {
    return section.place(row, other);
  }

  /** Returns the entries of a cell, divided by semicolons or line ends. */
  List<String> list(Column column) {
    String text = text(column).orElse("");
    List<String> entries = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    boolean isQuoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isQuoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        entry.append('"');
        i++;
      } else if (isQuoted && c == '"') {
        isQuoted = false;
      } else if (!isQuoted && c == '"' && entry.toString().isBlank()) {
        entry.setLength(0);
        isQuoted = true;
        wasQuoted = true;
      } else if (!isQuoted && (c == ';' || c == '\n')) {
        add(entries, entry, wasQuoted);
        wasQuoted = false;
      } else if (isQuoted || !wasQuoted) {
        entry.append(c);
      }
    }
    add(entries, entry, wasQuoted);
    return entries;
  }

  private static void add(List<String> entries, StringBuilder entry, boolean wasQuoted) {
    String text = wasQuoted ? entry.toString() : Printable.trimmed(entry.toString());
    if (!text.isEmpty()) {
      entries.add(text);
    }
    entry.setLength(0);
  }

  /** Returns what {@link #list(Column)} reads as {@code entries}. */
  static String joined(List<String> entries) {
    return entries.stream()
        .map(
            entry ->
                entry.matches("(?s).*[;\n].*|\\s.*|.*\\s|\".*")
                    ? "\"" + entry.replace("\"", "\"\"") + "\""
                    : entry)
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }

  /** Returns a value that is parsed of a cell; what can't be is reported. */
  <T> Optional<T> parsed(
      Column column, Function<String, Optional<T>> parser, FaultCode fault, List<Fault> faults) {
    Optional<String> text = text(column);
    Optional<T> value = text.flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      faults.add(Fault.of(fault, place(column)).with("found", text.get()));
    }
    return value;
  }

  /** Returns a word of ours. */
  <E extends Enum<E>> Optional<E> word(Column column, Class<E> type, List<Fault> faults) {
    return word(text(column), place(column), type, faults);
  }

  /** Returns the word of ours in a column that is called by a stage. */
  <E extends Enum<E>> Optional<E> word(String other, Class<E> type, List<Fault> faults) {
    return word(text(other), place(other), type, faults);
  }

  private static <E extends Enum<E>> Optional<E> word(
      Optional<String> text, Place place, Class<E> type, List<Fault> faults) {
    Optional<E> word = text.flatMap(found -> Words.find(type, found));
    if (text.isPresent() && word.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.BAD_WORD, place)
              .with("found", text.get())
              .with("allowed", Words.all(type)));
    }
    return word;
  }

  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  Optional<Points> points(Column column, List<Fault> faults) {
    return text(column).flatMap(text -> points(text, place(column), faults));
  }

  /** Reads points with a decimal point or a decimal comma; what is none is reported. */
  static Optional<Points> points(String text, Place place, List<Fault> faults) {
    Optional<BigDecimal> number = number(text);
    if (number.isEmpty()) {
      faults.add(Fault.of(FaultCode.BAD_POINTS, place).with("found", text));
      return Optional.empty();
    }
    try {
      Points points = Points.of(number.get());
      doubt(text, points.toBigDecimal(), place, faults);
      return Optional.of(points);
    } catch (ArithmeticException e) {
      FaultCode code =
          number.get().stripTrailingZeros().scale() > Points.SCALE
              ? FaultCode.TOO_MANY_DECIMALS
              : FaultCode.BAD_POINTS;
      faults.add(Fault.of(code, place).with("found", text));
      return Optional.empty();
    }
  }

  /** Warns of a number whose point or comma may divide thousands. */
  private static void doubt(String text, BigDecimal read, Place place, List<Fault> faults) {
    if (THOUSANDS.matcher(text).matches()) {
      faults.add(
          Fault.of(FaultCode.AMBIGUOUS_NUMBER, place).with("found", text).with("read", read));
    }
  }

  /** Returns an amount of money or of whatever costs count; what is none is reported. */
  Optional<BigDecimal> cost(Column column, List<Fault> faults) {
    Optional<BigDecimal> cost = parsed(column, TableRow::number, FaultCode.BAD_COST, faults);
    cost.ifPresent(read -> doubt(text(column).orElseThrow(), plain(read), place(column), faults));
    return cost;
  }

  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  /** Returns the number that a text is, with a decimal point or a decimal comma. */
  static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(',', '.')))
        : Optional.empty();
  }
}
