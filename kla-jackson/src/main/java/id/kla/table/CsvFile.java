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

/** Reads and writes tables as text whose cells are divided by commas, semicolons or tabs. */
final class CsvFile {

  private static final String MARK = "\uFEFF";

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Limits.LONGEST_CELL).build())
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
    char divider = divider(body);
    List<List<String>> rows = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(body)) {
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(divider));
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        if (rows.size() == Limits.ROWS) {
          return Checked.failed(List.of(Limits.tooMany(Place.table(name, 0, ""), Limits.ROWS)));
        }
        List<String> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          cells.add(parser.getText());
        }
        if (cells.size() > Limits.COLUMNS) {
          return Checked.failed(
              List.of(Limits.tooMany(Place.table(name, rows.size() + 1, ""), Limits.COLUMNS)));
        }
        rows.add(cells);
      }
    } catch (JsonProcessingException e) {
      return Checked.failed(
          List.of(Fault.of(FaultCode.BROKEN_QUOTE, Place.table(name, rows.size() + 1, ""))));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return Checked.of(List.of(new Grid(name, rows)), List.of());
  }

  /**
   * Returns what divides the cells: whichever of the three stands most often, outside quotation
   * marks, in the line that has most of any.
   */
  private static char divider(String text) {
    char[] dividers = {';', ',', '\t'};
    int[] most = new int[dividers.length];
    int[] counts = new int[dividers.length];
    boolean isQuoted = false;
    int lines = 0;
    for (int i = 0; i < text.length() && lines < 100; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && (c == '\n' || c == '\r')) {
        lines++;
        take(most, counts);
      } else if (!isQuoted) {
        for (int d = 0; d < dividers.length; d++) {
          counts[d] += c == dividers[d] ? 1 : 0;
        }
      }
    }
    take(most, counts);
    int best = 0;
    for (int d = 1; d < dividers.length; d++) {
      best = most[d] > most[best] ? d : best;
    }
    return dividers[best];
  }

  private static void take(int[] most, int[] counts) {
    for (int d = 0; d < most.length; d++) {
      most[d] = Math.max(most[d], counts[d]);
      counts[d] = 0;
    }
  }

  /**
   * Writes tables one below the other with an empty line between, as spreadsheets set to {@code
   * language} expect them: a byte-order mark first, and in Indonesian semicolons between the cells.
   */
  static String write(List<Table> tables, Language language) {
    StringWriter text = new StringWriter();
    text.append(MARK);
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
