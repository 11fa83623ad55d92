package id.kla.rollup;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.kla.edition.Mark;
import id.kla.edition.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the tables of this package: rows by the names of their columns. */
final class BuiltInTable {

  private BuiltInTable() {}

  static List<Row> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(BuiltInTable.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      List<List<String>> lines =
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> Splitter.on('\t').splitToList(line))
              .toList();
      return lines.stream().skip(1).map(cells -> Row.of(lines.get(0), cells)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * One row.
   *
   * @param cells what stands in it by column
   */
  record Row(Map<String, String> cells) {

    static Row of(List<String> header, List<String> cells) {
      ImmutableMap.Builder<String, String> row = ImmutableMap.builder();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      return new Row(row.buildOrThrow());
    }

    String text(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    List<String> list(String column) {
      return Splitter.on(';').trimResults().omitEmptyStrings().splitToList(text(column)).stream()
          .collect(Collectors.collectingAndThen(Collectors.toList(), ImmutableList::copyOf));
    }

    Origin origin() {
      return new Origin(
          Mark.valueOf(text("mark").toUpperCase(Locale.ROOT)), list("source"), text("note"));
    }
  }
}
