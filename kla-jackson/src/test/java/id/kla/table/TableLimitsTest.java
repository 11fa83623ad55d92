package id.kla.table;

import static id.kla.table.Sheets.TINY_HEAD;
import static id.kla.table.Sheets.merge;
import static id.kla.table.Sheets.tables;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of files is read: what is at a limit, and what lies beyond it. */
class TableLimitsTest {

  private static final String FINE = TINY_HEAD + "code,answer\n1.5,1\n";

  // Files

  private static final String TOO_LARGE =
      "TOO_LARGE %s: is too large: found > 16777216 B; allowed: 16777216 B.";

  /** Returns a sheet that is filled up with empty lines, of which a file may have many. */
  private static byte[] ofLength(int length) {
    byte[] content = new byte[length];
    Arrays.fill(content, (byte) ' ');
    byte[] fine = Sheets.file("a", FINE).content();
    System.arraycopy(fine, 0, content, 0, fine.length);
    for (int i = fine.length; i < length; i += 32_000) {
      content[i] = '\n';
    }
    return content;
  }

  @Test
  void read_fileOfSixteenMebibytes_isRead() throws IOException {
    byte[] content = ofLength(16 << 20);

    SheetFile read = SheetFile.read("a", new ByteArrayInputStream(content)).orThrow();

    assertThat(tables().merge(List.of(read)).value()).isPresent();
    assertThat(tables().merge(List.of(SheetFile.of("a", content))).value()).isPresent();
  }

  @Test
  void read_fileThatIsLarger_isRefusedAtEveryDoor(@TempDir Path folder) throws IOException {
    byte[] content = ofLength((16 << 20) + 1);
    Path file = Files.write(folder.resolve("a.csv"), content);
    SheetFile given = SheetFile.of("a", content);

    assertThat(told(SheetFile.read("a", new ByteArrayInputStream(content))))
        .containsExactly(TOO_LARGE.formatted("a"));
    assertThat(told(tables().mergeFiles(List.of(file)))).containsExactly(TOO_LARGE.formatted(file));
    assertThat(told(tables().merge(List.of(given)))).containsExactly(TOO_LARGE.formatted("a"));
    assertThat(told(tables().readDeclared(List.of(given))))
        .containsExactly(TOO_LARGE.formatted("a"));
    assertThat(told(tables().readAgencies(given))).containsExactly(TOO_LARGE.formatted("a"));
  }

  @Test
  void merge_aThousandFiles_areRead() {
    List<SheetFile> files = Collections.nCopies(1_000, Sheets.file("a.csv", FINE));

    assertThat(tables().merge(files).orThrow().assessment().answers()).hasSize(1);
  }

  @Test
  void merge_moreFiles_areRefusedAtEveryDoor() {
    String words =
        "TOO_MANY are more than 1000; what follows was not read. Divide them over several"
            + " documents.";
    List<SheetFile> files = Collections.nCopies(1_001, Sheets.file("a.csv", FINE));

    assertThat(told(tables().merge(files))).containsExactly(words);
    assertThat(told(tables().readDeclared(files))).containsExactly(words);
    assertThat(told(tables().mergeFiles(Collections.nCopies(1_001, Path.of("a.csv")))))
        .containsExactly(words);
  }

  // Rows, columns, cells

  private static String rows(int count) {
    return FINE + ",\n".repeat(count - 7);
  }

  @Test
  void read_twentyThousandRows_areReadAndMoreAreRefused() {
    assertThat(merge(rows(20_000)).value()).isPresent();
    assertThat(told(merge(rows(20_001))))
        .containsExactly(
            "TOO_MANY a.csv: are more than 20000; what follows was not read. Divide them over"
                + " several documents.");
  }

  @Test
  void read_columns_areReadUpToTheLimit() {
    String fine = TINY_HEAD + "code,answer" + ",".repeat(254) + "\n1.5,1\n";

    assertThat(merge(fine).value()).isPresent();
    assertThat(told(merge(fine + ",".repeat(256) + "\n")))
        .containsExactly(
            "TOO_MANY a.csv, row 8: are more than 256; what follows was not read. Divide them over"
                + " several documents.");
  }

  @Test
  void read_cell_isReadUpToTheLimit() {
    String head = TINY_HEAD + "code,note\n1.3,\"two\nlines\"\n1.5,";

    Checked<KlaTables.Merged> longest = merge(head + "x".repeat(32_767) + "\n");

    assertThat(longest.orThrow().assessment().notes().get(QuestionCode.parse("1.5")))
        .hasSize(32_767);
    assertThat(told(merge(head + "x".repeat(32_768) + "\n")))
        .containsExactly(
            "CELL_TOO_LONG a.csv, row 8: a cell has more than 32767 characters. Shorten it.");
    assertThat(told(merge(head + "\"" + "x".repeat(32_768) + "\"\n")))
        .containsExactly(
            "CELL_TOO_LONG a.csv, row 8: a cell has more than 32767 characters. Shorten it.");
  }

  @Test
  void read_codesInOneCell_areReadUpToTheLimit() {
    String head = TINY_HEAD + "id,questions\nD1,1.1;";

    assertThat(merge(head + "1.1;".repeat(2_000) + "\n").value()).isPresent();
    assertThat(told(merge(head + codes(999) + "\n"))).hasSize(999);
    assertThat(told(merge(head + codes(1_000) + "\n")))
        .containsExactly(
            "TOO_MANY a.csv, row 7, column questions: are more than 1000; what follows was not"
                + " read. Divide them over several documents.");
  }

  /** Returns codes that no edition has. */
  private static String codes(int count) {
    return IntStream.range(0, count).mapToObj(i -> "x" + i).collect(Collectors.joining(";"));
  }

  /** A file at its limit once took minutes, and memory for millions of faults. */
  @Test
  void read_fileFullOfUnknownCodes_isToldInTime() {
    String row = ",\"" + "x;".repeat(15_000) + "\"\n";
    String rows =
        IntStream.range(0, 500).mapToObj(i -> "D" + i + row).collect(Collectors.joining());

    long start = System.nanoTime();
    Checked<KlaTables.Merged> merged = merge(TINY_HEAD + "id,questions\n" + rows);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(merged.faults()).hasSize(500);
  }

  @Test
  void read_quoteThatIsNotClosed_namesTheRowThatASpreadsheetShows() {
    String text = TINY_HEAD + "code,note\n1.3,\"two\nlines\"\n1.5,\"x\n";

    assertThat(told(merge(text)))
        .containsExactly(
            "BROKEN_QUOTE a.csv, row 8: a quoted cell is not closed or goes on after its closing"
                + " quote. Double every quote inside it.");
  }

  // Workbooks

  private static final String TABLE =
      Books.HEAD + Books.row(6, "code", "answer") + Books.row(7, "1.1", "12");

  @Test
  void read_workbook_rowsColumnsAndCellsAreReadUpToTheLimit() {
    assertThat(merge(Books.of(TABLE + Books.row(20_000, "x"))).value()).isPresent();
    assertThat(told(merge(Books.of(TABLE + Books.row(20_001, "x")))))
        .containsExactly(
            "TOO_MANY a.xlsx: are more than 20000; what follows was not read. Divide them over"
                + " several documents.");
    assertThat(told(merge(Books.of(TABLE + "<row r=\"8\"><c r=\"IV8\"><v>1</v></c></row>"))))
        .isEmpty();
    assertThat(told(merge(Books.of(TABLE + "<row r=\"8\"><c r=\"IW8\"><v>1</v></c></row>"))))
        .containsExactly(
            "TOO_MANY a.xlsx: are more than 256; what follows was not read. Divide them over"
                + " several documents.");
    assertThat(told(merge(Books.of(TABLE + Books.row(8, "x".repeat(32_768))))))
        .containsExactly(
            "CELL_TOO_LONG a.xlsx [S], row 8: a cell has more than 32767 characters. Shorten it.");
  }

  private static Map<String, String> withEntries(int count) {
    Map<String, String> parts = new LinkedHashMap<>(Books.parts(Books.sheet(TABLE)));
    for (int i = parts.size(); i < count; i++) {
      parts.put("docProps/" + i + ".txt", "");
    }
    return parts;
  }

  @Test
  void read_archive_entriesAreReadUpToTheLimit() {
    assertThat(merge(Books.zip(withEntries(1_000))).value()).isPresent();
    assertThat(told(merge(Books.zip(withEntries(1_001)))))
        .containsExactly(
            "TOO_MANY a.xlsx: are more than 1000; what follows was not read. Divide them over"
                + " several documents.");
  }

  /** An archive of a few kilobytes can unpack to what no memory holds. */
  @Test
  void read_archiveThatUnpacksToFarMore_isRefused() {
    Map<String, String> parts = new LinkedHashMap<>(Books.parts(Books.sheet(TABLE)));
    parts.put("docProps/bomb.txt", "\0".repeat(1 << 20));

    byte[] bomb = Books.zip(parts);

    assertThat(bomb.length).isLessThan(1 << 13);
    assertThat(told(merge(bomb)))
        .containsExactly("TOO_LARGE a.xlsx: is too large: found > 1048576 B; allowed: 1048576 B.");
  }

  /** A library may copy the text of a shared formula into each cell that shares it. */
  @Test
  void read_sharedFormulasThatGrow_areRefused() {
    String formula = "1+".repeat(10_000) + "1";
    String cells =
        IntStream.rangeClosed(8, 1_000)
            .mapToObj(
                row ->
                    "<row r=\"%d\"><c r=\"A%d\"><f t=\"shared\" si=\"0\">%s</f><v>1</v></c></row>"
                        .formatted(row, row, row == 8 ? formula : ""))
            .collect(Collectors.joining());

    assertThat(told(merge(Books.of(TABLE + cells))))
        .containsExactly(
            "TOO_LARGE a.xlsx: is too large: found > 16777216 B; allowed: 16777216 B.");
  }
}
