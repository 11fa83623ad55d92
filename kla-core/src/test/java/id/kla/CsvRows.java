package id.kla;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads comma-separated values (RFC 4180): quoted cells may hold commas, newlines and quotes. */
public final class CsvRows {

  private CsvRows() {}

  /** Returns the rows of a resource beside {@code owner}, by the names in its header. */
  public static List<Map<String, String>> of(Class<?> owner, String resource) {
    try (InputStream stream =
        Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  static List<Map<String, String>> parse(String text) {
    List<List<String>> records = records(text);
    List<String> header = records.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : records.subList(1, records.size())) {
      if (cells.size() != header.size()) {
        throw new IllegalArgumentException("header " + header + ", but row " + cells);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          cell.append('"');
          at++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.length() == 0) {
        quoted = true;
        begun = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
        begun = true;
      } else if (c == '\n') {
        cells.add(cell.toString());
        cell.setLength(0);
        records.add(cells);
        cells = new ArrayList<>();
        begun = false;
      } else if (c != '\r') {
        cell.append(c);
        begun = true;
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quoted cell is not closed");
    }
    if (begun) {
      cells.add(cell.toString());
      records.add(cells);
    }
    return records;
  }
}
