package id.kla.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes tables as text whose cells are divided by commas, semicolons or tabs. */
final class CsvFile {

  private static final String MARK = "\uFEFF";

  /** How many rows say what divides the cells. */
  private static final int FIRST_ROWS = 200;

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Limits.BYTES).build())
          .build();

  private CsvFile() {}

  /** Reads the rows of a file. */
  static Checked<List<Grid>> read(String name, byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return Checked.failed(List.of(Fault.of(FaultCode.NOT_UTF8, Place.file(name))));
    }
    String body = text.startsWith(MARK) ? text.substring(1) : text;
    List<List<String>> rows = new ArrayList<>();
    try {
      read(body, divider(body), Limits.ROWS + 1, rows);
    } catch (JsonProcessingException e) {
      return Checked.failed(
          List.of(Fault.of(FaultCode.BROKEN_QUOTE, Place.table(name, rows.size() + 1, ""))));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    Optional<Fault> unfit = unfit(name, rows);
    return unfit.isPresent()
        ? Checked.failed(List.of(unfit.get()))
        : Checked.of(List.of(new Grid(name, rows)), List.of());
  }

  private static Optional<Fault> unfit(String name, List<List<String>> rows) {
    if (rows.size() > Limits.ROWS) {
      return Optional.of(Limits.tooMany(Place.table(name, 0, ""), Limits.ROWS));
    }
    for (int row = 0; row < rows.size(); row++) {
      Place place = Place.table(name, row + 1, "");
      if (rows.get(row).size() > Limits.COLUMNS) {
        return Optional.of(Limits.tooMany(place, Limits.COLUMNS));
      }
      if (rows.get(row).stream().anyMatch(cell -> cell.length() > Limits.LONGEST_CELL)) {
        return Optional.of(Limits.tooLong(place));
      }
    }
    return Optional.empty();
  }

  private static void read(String text, char divider, int most, List<List<String>> rows)
      throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(divider));
      while (rows.size() < most && parser.nextToken() == JsonToken.START_ARRAY) {
        List<String> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (cells.size() <= Limits.COLUMNS) {
            cells.add(parser.getText());
          }
        }
        rows.add(cells);
      }
    }
  }

  /**
   * Returns what divides the cells: that by which a row names most columns that are known; of those
   * as good, that which makes most cells.
   */
  private static char divider(String text) {
    char best = ';';
    long most = -1;
    for (char divider : new char[] {';', ',', '\t'}) {
      List<List<String>> rows = new ArrayList<>();
      try {
        read(text, divider, FIRST_ROWS, rows);
      } catch (IOException e) {
        // What was read until then counts: the file may be broken under any divider.
        rows.add(List.of());
      }
      long score = score(rows);
      if (score > most) {
        best = divider;
        most = score;
      }
    }
    return best;
  }

  private static long score(List<List<String>> rows) {
    long known = 0;
    long cells = 0;
    for (List<String> row : rows) {
      known = Math.max(known, row.stream().filter(cell -> Column.find(cell).isPresent()).count());
      cells += row.size();
    }
    return known * 1_000_000 + cells;
  }

  /**
   * Writes tables one below the other with an empty line between, as spreadsheets set to {@code
   * language} expect them: a byte-order mark first, and in Indonesian semicolons between the cells.
   */
  static String write(List<Table> tables, Language language) {
    return MARK + text(tables, language);
  }

  /** Writes one table for programs: without a mark, with commas and decimal points. */
  static String writePlain(Table table) {
    return text(List.of(table), Language.ENGLISH);
  }

  private static String text(List<Table> tables, Language language) {
    StringWriter text = new StringWriter();
    CsvSchema schema =
        CsvSchema.emptySchema()
            .withColumnSeparator(language == Language.INDONESIAN ? ';' : ',')
            .withLineSeparator("\r\n");
    boolean isFirst = true;
    try {
      for (Table table : tables) {
        text.append(isFirst ? "" : "\r\n");
        isFirst = false;
        try (JsonGenerator rows = FACTORY.createGenerator(text)) {
          rows.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
          rows.setSchema(schema);
          for (List<Cell> cells : table.rows()) {
            rows.writeStartArray();
            for (Cell cell : cells) {
              rows.writeString(cell.neutralised(language));
            }
            rows.writeEndArray();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }
}
