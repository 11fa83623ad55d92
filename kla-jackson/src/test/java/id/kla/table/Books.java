package id.kla.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks that are written by hand, so that they can hold what no program would write. */
public final class Books {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml";

  /** The same head as {@link Sheets#HEAD}. */
  static final String HEAD =
      row(1, "edition", "kla-2024")
          + row(2, "region", "Kabupaten Ogan Ilir")
          + row(3, "round", number("2024"))
          + row(4, "stage", "self");

  private Books() {}

  /** Returns a row; a cell is a text, or else what {@link #number} and its like return. */
  static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.length; i++) {
      String at = (char) ('A' + i) + Integer.toString(number);
      row.append(
          cells[i].startsWith("<c ")
              ? cells[i].replace("@", at)
              : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  static String number(String value) {
    return "<c r=\"@\"><v>" + value + "</v></c>";
  }

  /** Returns a number that is shown as a day. */
  static String day(String value) {
    return "<c r=\"@\" s=\"1\"><v>" + value + "</v></c>";
  }

  /** Returns a number that is shown in percent. */
  static String percent(String value) {
    return "<c r=\"@\" s=\"2\"><v>" + value + "</v></c>";
  }

  static String formula(String formula, String value) {
    return "<c r=\"@\"><f>" + formula + "</f><v>" + value + "</v></c>";
  }

  static String sheet(String rows) {
    return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
  }

  /** Returns a workbook of one worksheet, called "S", with these rows. */
  public static byte[] of(String rows) {
    return zip(parts(XML + sheet(rows)));
  }

  /** Returns a workbook of one worksheet with these bytes, whatever they are. */
  public static byte[] ofSheet(byte[] sheet) {
    Map<String, byte[]> files = encoded(parts(""));
    files.put("xl/worksheets/sheet1.xml", sheet);
    return zipped(files);
  }

  /** Returns the files in a workbook of one worksheet with this text. */
  static Map<String, String> parts(String sheet) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        XML
            + "<Types xmlns=\"%scontent-types\">".formatted(PACKAGE)
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + override("xl/workbook.xml", "sheet.main")
            + override("xl/worksheets/sheet1.xml", "worksheet")
            + override("xl/styles.xml", "styles")
            + "</Types>");
    parts.put("_rels/.rels", XML + relations(relation(1, "officeDocument", "xl/workbook.xml")));
    parts.put(
        "xl/workbook.xml",
        XML
            + "<workbook xmlns=\"%s\" xmlns:r=\"%s\">".formatted(MAIN, OFFICE)
            + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        XML
            + relations(
                relation(1, "worksheet", "worksheets/sheet1.xml")
                    + relation(2, "styles", "styles.xml")));
    parts.put("xl/worksheets/sheet1.xml", sheet);
    parts.put(
        "xl/styles.xml",
        XML
            + "<styleSheet xmlns=\"%s\"><cellXfs count=\"3\">".formatted(MAIN)
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/>"
            + "</cellXfs></styleSheet>");
    return parts;
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, TYPE.formatted(type));
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>"
        .formatted(PACKAGE, relations);
  }

  private static String relation(int number, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(number, OFFICE, type, target);
  }

  static byte[] zip(Map<String, String> files) {
    return zipped(encoded(files));
  }

  private static Map<String, byte[]> encoded(Map<String, String> files) {
    Map<String, byte[]> encoded = new LinkedHashMap<>();
    files.forEach((name, text) -> encoded.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return encoded;
  }

  private static byte[] zipped(Map<String, byte[]> files) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(content)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return content.toByteArray();
  }
}
