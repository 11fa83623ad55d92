package id.kla.jackson;

import id.kla.edition.Edition;
import id.kla.edition.EditionDraft;
import id.kla.edition.EditionDraft.DraftRow;
import id.kla.edition.EditionDraft.DraftTable;
import id.kla.edition.EditionTable;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an edition: the same tables and columns as a folder holds, in arrays of objects. */
final class EditionReader {

  private static final List<String> MEMBERS =
      Stream.concat(Stream.of("format"), Stream.of(EditionTable.values()).map(EditionTable::code))
          .toList();

  private final JsonCursor json;
  private final EditionDraft.Builder draft = EditionDraft.builder();

  private EditionReader(JsonCursor json) {
    this.json = json;
  }

  static Checked<Edition> read(JsonCursor json, List<Edition> bases) throws IOException {
    return new EditionReader(json).document(bases);
  }

  private Checked<Edition> document(List<Edition> bases) throws IOException {
    List<String> needed = new ArrayList<>(List.of("format"));
    EditionTable.neededTables().forEach(table -> needed.add(table.code()));
    Set<String> seen = new HashSet<>();
    boolean isWhole = json.object(MEMBERS, needed, this::member, seen);
    if (!isWhole) {
      draft.addAllUnread(EnumSet.allOf(EditionTable.class));
    }
    return draft.faults(json.faults()).build().check(bases);
  }

  private void member(String member) throws IOException {
    if (member.equals("format")) {
      json.format(KlaFormat.EDITION.toString());
      return;
    }
    EditionTable table = EditionTable.valueOf(member.toUpperCase(Locale.ROOT));
    Place place = json.here();
    int before = json.errors();
    List<DraftRow> rows = new ArrayList<>();
    if (table == EditionTable.EDITION) {
      keys(rows);
    } else {
      json.elements(index -> row(table).ifPresent(rows::add));
    }
    if (json.errors() > before) {
      draft.addUnread(table);
    }
    draft.putTables(table, new DraftTable(place, rows, Set.of()));
  }

  /** The first table is an object, since each of its keys stands there once. */
  private void keys(List<DraftRow> rows) throws IOException {
    if (!json.isObject()) {
      return;
    }
    json.members(
        EditionTable.keys(),
        key -> {
          Place place = json.here();
          Map<String, Written<String>> cells = new HashMap<>();
          cells.put("key", new Written<>(key, place));
          cell(EditionTable.EDITION, key).ifPresent(value -> cells.put("value", value));
          rows.add(new DraftRow(place, cells, cells.size() == 1 ? Set.of("value") : Set.of()));
        },
        new HashSet<>());
  }

  private Optional<DraftRow> row(EditionTable table) throws IOException {
    if (!json.isObject()) {
      return Optional.empty();
    }
    Place place = json.here();
    Map<String, Written<String>> cells = new HashMap<>();
    Set<String> unread = new HashSet<>();
    json.members(
        table.columns(),
        column ->
            cell(table, column)
                .ifPresentOrElse(cell -> cells.put(column, cell), () -> unread.add(column)),
        new HashSet<>());
    return Optional.of(new DraftRow(place, cells, unread));
  }

  private Optional<Written<String>> cell(EditionTable table, String column) throws IOException {
    Place place = json.here();
    return switch (table.kind(column)) {
      case TEXT ->
          json.text().map(text -> new Written<>(Printable.trimmed(text.value()), text.place()));
      case NUMBER -> number().map(number -> new Written<>(number, place));
      case LIST -> {
        List<String> entries = new ArrayList<>();
        json.elements(index -> json.text().flatMap(this::entry).ifPresent(entries::add));
        yield Optional.of(new Written<>(String.join(";", entries), place));
      }
    };
  }

  /** Entries of lists hold nothing that divides them in a table. */
  private Optional<String> entry(Written<String> text) {
    String entry = text.value();
    if (entry.isBlank() || entry.indexOf(';') >= 0) {
      json.report(Fault.of(FaultCode.BAD_ALIAS, text.place()).with("found", entry));
      return Optional.empty();
    }
    return Optional.of(entry);
  }

  /** A percentage or fraction is a text. */
  private Optional<String> number() throws IOException {
    if (json.isText()) {
      Optional<Written<String>> text = json.text();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      String number = text.get().value();
      if (number.indexOf('%') >= 0 || number.indexOf('/') >= 0) {
        return Optional.of(number.strip());
      }
    }
    return json.number(FaultCode.BAD_NUMBER).map(EditionReader::plain);
  }

  private static String plain(BigDecimal written) {
    BigDecimal number = written.stripTrailingZeros();
    return Math.abs((long) number.scale()) <= KlaJson.LONGEST_NUMBER
        ? number.toPlainString()
        : number.toString();
  }
}
