package id.kla.table;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads and writes tables as a workbook. The only class that needs fastexcel. */
final class XlsxFile {

  private static final int WIDEST = 60;

  private XlsxFile() {}

  /** Says whether a file begins as every archive does. */
  static boolean isArchive(byte[] content) {
    return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] < 10;
  }

  /** Says whether a file begins as old workbooks do, and those with a password. */
  static boolean isOld(byte[] content) {
    return content.length > 3
        && content[0] == (byte) 0xD0
        && content[1] == (byte) 0xCF
        && content[2] == 0x11
        && content[3] == (byte) 0xE0;
  }

  /** Reads every worksheet that is not empty. */
  static Checked<List<Grid>> read(String name, byte[] content) {
    ArchiveCheck archive = new ArchiveCheck(name);
    Optional<Fault> unfit = archive.look(content);
    if (unfit.isPresent()) {
      return Checked.failed(List.of(unfit.get()));
    }
    List<Grid> grids = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(
                new ByteArrayInputStream(content), new ReadingOptions(archive.hasStyles(), false));
        Stream<Sheet> sheets = workbook.getSheets()) {
      for (Sheet sheet : sheets.toList()) {
        grid(name + " [" + sheet.getName() + "]", sheet, faults).ifPresent(grids::add);
      }
    } catch (IOException | RuntimeException e) {
      // The library throws what it meets: a workbook that it can't read is broken.
      return Checked.failed(List.of(ArchiveCheck.broken(name)));
    }
    if (grids.isEmpty() && faults.isEmpty()) {
      faults.add(Fault.of(FaultCode.NO_TABLE, Place.file(name)));
    }
    return faults.isEmpty() ? Checked.of(grids, List.of()) : Checked.failed(faults);
  }

  private static Optional<Grid> grid(String name, Sheet sheet, List<Fault> faults)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Stream<Row> read = sheet.openStream()) {
      for (Row row : (Iterable<Row>) read::iterator) {
        if (row.getRowNum() > Limits.ROWS) {
          faults.add(Limits.tooMany(Place.table(name, 0, ""), Limits.ROWS));
          return Optional.empty();
        }
        if (row.getCellCount() > Limits.COLUMNS) {
          faults.add(Limits.tooMany(Place.table(name, row.getRowNum(), ""), Limits.COLUMNS));
          return Optional.empty();
        }
        while (rows.size() < row.getRowNum() - 1) {
          rows.add(List.of());
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          String text = row.getOptionalCell(i).map(XlsxFile::text).orElse("");
          if (text.length() > Limits.LONGEST_CELL) {
            faults.add(Limits.tooLong(Place.table(name, row.getRowNum(), "")));
            return Optional.empty();
          }
          cells.add(text);
        }
        rows.add(cells);
      }
    }
    boolean isEmpty = rows.stream().allMatch(cells -> cells.stream().allMatch(String::isEmpty));
    return isEmpty ? Optional.empty() : Optional.of(new Grid(name, rows));
  }

  private static String text(org.dhatim.fastexcel.reader.Cell cell) {
    String raw = cell.getRawValue();
    if (cell.getType() == CellType.STRING) {
      return Escapes.restored(cell.asString());
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE";
    }
    if (raw == null) {
      return "";
    }
    Optional<BigDecimal> number = number(raw);
    if (number.isEmpty()) {
      return Escapes.restored(raw);
    }
    String format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
    if (cell.getType() == CellType.NUMBER && isDay(format)) {
      return day(cell).orElse(raw);
    }
    if (bare(format).indexOf('%') >= 0) {
      return plain(number.get().movePointRight(2)) + "%";
    }
    return plain(number.get());
  }

  /**
   * A workbook holds numbers as binary fractions with all their digits; what a person wrote is the
   * shortest decimal that gives the same fraction.
   */
  private static Optional<BigDecimal> number(String raw) {
    try {
      double value = Double.parseDouble(raw);
      return Double.isFinite(value) && Math.abs(value) < 1e15
          ? Optional.of(new BigDecimal(Double.toString(value)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }

  /** Returns a format without what it prints as it stands. */
  private static String bare(String format) {
    return format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
  }

  private static boolean isDay(String format) {
    String pattern = bare(format);
    return pattern.matches("(?is).*[dy].*") || pattern.matches("(?is).*mmm.*");
  }

  private static Optional<String> day(org.dhatim.fastexcel.reader.Cell cell) {
    try {
      LocalDateTime day = cell.asDate();
      return Optional.of(
          day.toLocalTime().equals(LocalTime.MIDNIGHT)
              ? day.toLocalDate().toString()
              : day.toString());
    } catch (RuntimeException e) {
      // A number that is no day, whatever it looks like.
      return Optional.empty();
    }
  }

  /** Writes each table as a worksheet. */
  static byte[] write(List<Table> tables) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(content, "kla", "1.0")) {
      for (Table table : tables) {
        try (Worksheet sheet = workbook.newWorksheet(table.name())) {
          fill(sheet, table);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return content.toByteArray();
  }

  private static void fill(Worksheet sheet, Table table) {
    List<List<Cell>> rows = table.rows();
    int header = table.head().size();
    List<Integer> widths = new ArrayList<>(Collections.nCopies(table.columns().size(), 8));
    for (int r = 0; r < rows.size(); r++) {
      List<Cell> cells = rows.get(r);
      for (int c = 0; c < cells.size(); c++) {
        Cell cell = cells.get(c);
        if (cell.number().isPresent()) {
          sheet.value(r, c, cell.number().get());
        } else if (!cell.text().isEmpty()) {
          sheet.value(r, c, Escapes.escaped(Formulas.neutralised(cell.text())));
          // As text, so that no spreadsheet makes a date of a code that is written again.
          sheet.style(r, c).format("@").wrapText(r > header).set();
        }
        if (r >= header && c < widths.size()) {
          widths.set(c, Math.min(WIDEST, Math.max(widths.get(c), cell.text().length() + 2)));
        }
      }
    }
    sheet.range(header, 0, header, Math.max(0, table.columns().size() - 1)).style().bold().set();
    sheet.freezePane(0, header + 1);
    for (int c = 0; c < widths.size(); c++) {
      sheet.width(c, widths.get(c));
    }
  }
}
