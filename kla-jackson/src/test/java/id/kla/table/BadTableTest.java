package id.kla.table;

import static id.kla.table.Sheets.HEAD;
import static id.kla.table.Sheets.TINY_HEAD;
import static id.kla.table.Sheets.tables;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One table per kind of mistake, with the only thing that must be told of it. */
class BadTableTest {

  /**
   * A row of the table.
   *
   * @param text the file
   * @param code the only fault
   * @param row where it is, 0 for the whole file
   * @param column the header where it is, empty for the whole row
   * @param words what both messages must hold
   */
  private record Row(String text, FaultCode code, int row, String column, List<String> words) {}

  private static Row row(String text, FaultCode code, int row, String column, String... words) {
    return new Row(text, code, row, column, List.of(words));
  }

  private static Row answer(String cell, FaultCode code, String... words) {
    return row(TINY_HEAD + "code,answer\n" + cell + "\n", code, 7, "answer", words);
  }

  private static Row fact(String cell, FaultCode code, String... words) {
    return row(TINY_HEAD + "code,capaian\n1.5,\"" + cell + "\"\n", code, 7, "capaian", words);
  }

  private static Row stage(String cell, FaultCode code, String... words) {
    return row(TINY_HEAD + "code,VA\n1.5,\"" + cell + "\"\n", code, 7, "VA", words);
  }

  private static Row evidence(String header, String cell, FaultCode code, String... words) {
    return row(
        TINY_HEAD + "id,questions," + header + "\nD1,1.5;," + cell + "\n", code, 7, header, words);
  }

  private static Row finding(String cells, FaultCode code, String column, String... words) {
    return row(TINY_HEAD + "code,stage,ruling,points\n1.5," + cells + "\n", code, 7, column, words);
  }

  static Stream<Row> sheets() {
    return Stream.of(
        // The head
        row(
            HEAD.replace("kla-2024", "kla-2099") + "code,answer\n1.1,1\n",
            FaultCode.UNKNOWN_EDITION,
            1,
            "edition",
            "\"kla-2099\"",
            "tiny, kla-2024"),
        row(
            TINY_HEAD.replace("region,Kabupaten Ogan Ilir\n", "\n") + "code,answer\n1.5,1\n",
            FaultCode.MISSING_HEAD,
            0,
            "",
            "\"region\""),
        row(
            TINY_HEAD.replace("round,2024", "round,") + "code,answer\n1.5,1\n",
            FaultCode.MISSING_HEAD,
            0,
            "",
            "\"round\""),
        row(
            TINY_HEAD.replace("Ogan Ilir", "Ogan Iler") + "code,answer\n1.5,1\n",
            FaultCode.UNKNOWN_REGION,
            2,
            "region",
            "\"Kabupaten Ogan Iler\"",
            "Ogan Ilir"),
        row(
            TINY_HEAD.replace("2024", "duaribu") + "code,answer\n1.5,1\n",
            FaultCode.BAD_ROUND,
            3,
            "round",
            "\"duaribu\"",
            "2024/2025"),
        row(
            TINY_HEAD.replace("stage,self", "tahap,PX") + "code,answer\n1.5,1\n",
            FaultCode.UNKNOWN_STAGE,
            4,
            "tahap",
            "\"PX\"",
            "self (PM, EM)"),
        row(
            TINY_HEAD + "edition,other\n\ncode,answer\n1.5,1\n",
            FaultCode.OTHER_EDITION,
            6,
            "edition",
            "\"other\"",
            "\"tiny\""),
        row(TINY_HEAD, FaultCode.NO_TABLE, 0, "", "answer", "jawaban"),
        // Columns
        row(
            TINY_HEAD + "code,answer,evidense\n1.5,1,\n",
            FaultCode.UNKNOWN_COLUMN,
            6,
            "evidense",
            "\"evidense\"",
            "evidence"),
        row(
            TINY_HEAD + "code,answer,jawaban\n1.5,1,\n",
            FaultCode.DUPLICATE_COLUMN,
            6,
            "jawaban",
            "\"jawaban\""),
        row(
            TINY_HEAD + "code,answer,VA,VA,VA\n1.5,1,,,\n",
            FaultCode.DUPLICATE_COLUMN,
            6,
            "VA",
            "\"VA\""),
        // Codes
        row(
            TINY_HEAD + "code,answer\n1.9,1\n",
            FaultCode.UNKNOWN_QUESTION,
            7,
            "code",
            "1.9",
            "tiny"),
        row(
            TINY_HEAD + "indikator,pertanyaan,answer\n7,1,1\n",
            FaultCode.UNKNOWN_QUESTION,
            7,
            "pertanyaan",
            "7.1",
            "tiny"),
        row(TINY_HEAD + "code,answer\n,1\n", FaultCode.ROW_WITHOUT_CODE, 7, ""),
        row(TINY_HEAD + "indicator,question,answer\n1,,1\n", FaultCode.ROW_WITHOUT_CODE, 7, ""),
        // Answers
        answer("1.5,4.5", FaultCode.POINTS_ABOVE_MAXIMUM, "1.5", "4"),
        answer("1.5,-1", FaultCode.POINTS_BELOW_ZERO, "1.5", "-1"),
        answer("1.5,0.00001", FaultCode.TOO_MANY_DECIMALS, "0.00001"),
        answer("1.5,999999999999999", FaultCode.BAD_POINTS, "999999999999999"),
        answer("1.5,dua belas", FaultCode.WRONG_RESPONSE, "1.5", "dua belas"),
        answer("1.1,sometimes", FaultCode.UNKNOWN_LEVEL, "\"sometimes\"", "none, draft, passed"),
        answer("1.2,47 of 46", FaultCode.BAD_SHARE, "47 of 46"),
        answer("1.2,101%", FaultCode.BAD_SHARE, "101%"),
        answer("1.2,0 of 0", FaultCode.BAD_SHARE, "0 of 0"),
        answer("1.4,1 -> 1234567890123", FaultCode.BAD_CHANGE, "1234567890123"),
        answer("1.5,1e999999999", FaultCode.WRONG_RESPONSE, "1e999999999"),
        fact("about 45", FaultCode.BAD_FACT, "\"about 45\"", "41", "44"),
        fact("47/46", FaultCode.BAD_SHARE, "47/46"),
        fact("100,5%", FaultCode.BAD_SHARE, "100,5%"),
        fact("1.0000001 to 2", FaultCode.BAD_CHANGE, "1.0000001 to 2"),
        row(
            TINY_HEAD + "code,answer,not applicable\n1.5,1,no village\n",
            FaultCode.CONTRADICTION,
            7,
            "not applicable",
            "1.5",
            "\"no village\"",
            "\"1\"",
            "a.csv"),
        row(
            TINY_HEAD + "code,answer\n1.5,1\n1.3,7\n1.5,2\n",
            FaultCode.CONTRADICTION,
            9,
            "answer",
            "1.5",
            "\"2\"",
            "\"1\"",
            "a.csv"),
        // Columns of stages
        stage("dua", FaultCode.BAD_POINTS, "\"dua\""),
        stage("5", FaultCode.POINTS_ABOVE_MAXIMUM, "1.5", "5", "4"),
        stage("1,00001", FaultCode.TOO_MANY_DECIMALS, "1,00001"),
        stage("1.500", FaultCode.AMBIGUOUS_NUMBER, "\"1.500\"", "1"),
        row(
            TINY_HEAD + "code,VA,admin_verification\n1.5,1,2\n",
            FaultCode.CONTRADICTION,
            7,
            "admin_verification",
            "\"admin_verification: revised 2\"",
            "\"admin_verification: revised 1\"",
            "VA"),
        // Evidence
        row(TINY_HEAD + "id,questions\n,1.5;\n", FaultCode.EMPTY_CELL, 7, "id"),
        row(
            TINY_HEAD + "id,untuk pertanyaan\nD1,1.9;\n",
            FaultCode.UNKNOWN_QUESTION,
            7,
            "untuk pertanyaan",
            "1.9"),
        row(
            TINY_HEAD + "id,questions\nD1,02-Jan\n",
            FaultCode.DAMAGED_CODE,
            7,
            "questions",
            "\"02-Jan\"",
            "1.2"),
        evidence("issued", "1 May 2024", FaultCode.BAD_DATE, "\"1 May 2024\"", "2024-12-31"),
        evidence("received", "2023-02-29", FaultCode.BAD_DATE, "\"2023-02-29\""),
        evidence("berlaku dari", "2023", FaultCode.BAD_DATE, "\"2023\""),
        evidence("valid until", "31/12/2024", FaultCode.BAD_DATE, "\"31/12/2024\""),
        evidence("sha-256", "abc", FaultCode.BAD_DIGEST, "\"abc\"", "64"),
        evidence("VA", "fine", FaultCode.BAD_WORD, "\"fine\"", "submitted, accepted, rejected"),
        row(
            TINY_HEAD + "id,questions,kind\nD1,1.5;,poem\n",
            FaultCode.UNKNOWN_CODE,
            7,
            "",
            "\"poem\""),
        row(
            TINY_HEAD + "id,questions,superseded by\nD1,1.5;,D9\n",
            FaultCode.UNKNOWN_CODE,
            7,
            "",
            "\"D9\""),
        row(
            TINY_HEAD + "id,questions,issued,received\nD1,1.5;,2024-02-02,2024-01-01\n",
            FaultCode.DATES_OUT_OF_ORDER,
            7,
            "",
            "2024-02-02",
            "2024-01-01"),
        row(
            TINY_HEAD + "id,questions,VA,admin_verification\nD1,1.5;,accepted,rejected\n",
            FaultCode.CONTRADICTION,
            7,
            "admin_verification",
            "\"rejected\"",
            "\"accepted\"",
            "VA"),
        // Findings
        finding(",upheld,", FaultCode.EMPTY_CELL, "stage"),
        finding("final,,1", FaultCode.EMPTY_CELL, "ruling"),
        finding("final,fine,", FaultCode.BAD_WORD, "ruling", "\"fine\"", "upheld, revised, struck"),
        finding("final,revised,", FaultCode.POINTS_WITHOUT_REVISION, "points", "1.5", "revised"),
        finding("final,struck,1", FaultCode.POINTS_WITHOUT_REVISION, "points", "1.5", "struck"),
        finding("final,revised,dua", FaultCode.BAD_POINTS, "points", "\"dua\""),
        finding("final,revised,0.00001", FaultCode.TOO_MANY_DECIMALS, "points", "0.00001"),
        finding("final,revised,5", FaultCode.POINTS_ABOVE_MAXIMUM, "", "1.5", "5", "4"),
        finding("later,struck,", FaultCode.UNKNOWN_STAGE, "", "\"later\"", "final"),
        finding("self,struck,", FaultCode.NO_JUDGING_STAGE, "", "self"),
        row(
            TINY_HEAD
                + "code,stage,ruling\n1.5,VL,struck\n1.5,field_verification,struck\n"
                + "1.5,VL,upheld\n",
            FaultCode.CONTRADICTION,
            9,
            "",
            "\"field_verification: upheld\"",
            "\"field_verification: struck\"",
            "a.csv"),
        // Agencies
        row(TINY_HEAD + "agency,name\n,Dinas\n", FaultCode.EMPTY_CELL, 7, "agency"),
        row(
            TINY_HEAD + "opd,jenis\nA,church\n",
            FaultCode.BAD_WORD,
            7,
            "jenis",
            "\"church\"",
            "own, vertical, community"),
        row(TINY_HEAD + "agency,roles\nA,magic\n", FaultCode.UNKNOWN_CODE, 7, "", "\"magic\""),
        row(
            TINY_HEAD + "agency,aliases\nA,Dinas\nB,dinas\n",
            FaultCode.DUPLICATE_CODE,
            8,
            "",
            "\"dinas\""),
        // Stated totals
        row(
            TINY_HEAD + "stated part,points\ntotal,x\n",
            FaultCode.BAD_POINTS,
            7,
            "points",
            "\"x\""),
        row(
            TINY_HEAD + "stated part,points\ncluster Z,1\n",
            FaultCode.UNKNOWN_CLUSTER,
            7,
            "points",
            "Z"),
        row(
            TINY_HEAD + "stated part,points\nindicator 9,1\n",
            FaultCode.UNKNOWN_INDICATOR,
            7,
            "points",
            "9"),
        row(
            TINY_HEAD + "stated part,points\nsomething,1\n",
            FaultCode.BAD_WORD,
            7,
            "points",
            "\"something\"",
            "total, cluster K, indicator 19"),
        // Published results
        row(
            TINY_HEAD + "code,answer\n1.5,1\n\nregion,round,total,source\nKota Kediri,2023,600,x\n",
            FaultCode.DECLARED_IN_SHEET,
            0,
            ""),
        // No table
        row(TINY_HEAD + "code,answer\n1.5,\"1\n", FaultCode.BROKEN_QUOTE, 7, ""));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void read_brokenSheet_tellsTheOneFaultWithItsPlace(Row row) {
    tellsOne(row, Sheets.merge(row.text()));
  }

  static Stream<Row> declared() {
    String header = "region,round,stage,total,tier,source,cluster K\n";
    return Stream.of(
        row("code,answer\n1.1,1\n", FaultCode.NO_TABLE, 0, "", "answer"),
        row("a,b\n1,2\n", FaultCode.NO_TABLE, 0, "", "answer"),
        row("code,answer\n1.1,1\n\nagency,name\nA,B\n", FaultCode.NO_TABLE, 0, "", "answer"),
        row(header + ",2023,,600,,x,\n", FaultCode.MISSING_MEMBER, 2, "", "\"region\""),
        row(header + "Kota Kediri,,,600,,x,\n", FaultCode.MISSING_MEMBER, 2, "", "\"round\""),
        row(header + "Kota Kediri,2023,,600,,,\n", FaultCode.MISSING_MEMBER, 2, "", "\"source\""),
        row(
            header + "Kota Kadiri,2023,,600,,x,\n",
            FaultCode.UNKNOWN_REGION,
            2,
            "region",
            "\"Kota Kadiri\"",
            "Kediri"),
        row(
            header + "Kediri,2023,,600,,x,\n",
            FaultCode.AMBIGUOUS_REGION,
            2,
            "region",
            "\"Kediri\"",
            "Kota Kediri"),
        row(
            header + "Jawa Timur,2023,,600,,x,\n",
            FaultCode.PROVINCE_AS_REGION,
            2,
            "region",
            "\"Jawa Timur\""),
        row(
            header + "Kota Kediri,lalu,,600,,x,\n",
            FaultCode.BAD_ROUND,
            2,
            "round",
            "\"lalu\"",
            "2023"),
        row(header + "Kota Kediri,2023,,,,x,\n", FaultCode.NOTHING_DECLARED, 2, ""),
        row(
            header + "Kota Kediri,2023,,banyak,,x,\n",
            FaultCode.BAD_POINTS,
            2,
            "total",
            "\"banyak\""),
        row(header + "Kota Kediri,2023,,-1,,x,\n", FaultCode.TOTAL_OUT_OF_RANGE, 2, "total", "-1"),
        row(
            header + "Kota Kediri,2023,,600,,x,dua\n",
            FaultCode.BAD_POINTS,
            2,
            "cluster K",
            "\"dua\""),
        row(
            "wilayah;tahun;nilai;sumber\nKota Kediri;2023;1.234;x\n",
            FaultCode.AMBIGUOUS_NUMBER,
            2,
            "nilai",
            "\"1.234\""));
  }

  @ParameterizedTest
  @MethodSource("declared")
  void readDeclared_brokenTable_tellsTheOneFaultWithItsPlace(Row row) {
    tellsOne(row, tables().readDeclared(List.of(Sheets.file("a.csv", row.text()))));
  }

  static Stream<Row> agencies() {
    return Stream.of(
        row("code,answer\n1.1,1\n", FaultCode.MISSING_COLUMN, 0, "", "\"roles\""),
        row("agency,roles\n,health\n", FaultCode.EMPTY_CELL, 2, "agency"),
        row("agency,kind\nA,church\n", FaultCode.BAD_WORD, 2, "kind", "\"church\"", "own"));
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void readAgencies_brokenTable_tellsTheOneFaultWithItsPlace(Row row) {
    tellsOne(row, tables().readAgencies(Sheets.file("a.csv", row.text())));
  }

  private static void tellsOne(Row row, Checked<?> read) {
    assertThat(told(read)).hasSize(1);
    Fault fault = read.faults().get(0);
    assertThat(fault.code()).isEqualTo(row.code());
    assertThat(fault.place()).isEqualTo(Place.table("a.csv", row.row(), row.column()));
    assertThat(read.value().isPresent()).isEqualTo(fault.severity() != Severity.ERROR);
    for (String word : row.words()) {
      assertThat(Stream.of(Language.values()).map(fault::text))
          .anySatisfy(text -> assertThat(text).contains(word));
    }
  }

  @Test
  void read_manyMistakes_areToldInTheOrderOfFilesAndRows() {
    Checked<KlaTables.Merged> merged =
        Sheets.merge(
            TINY_HEAD + "code,answer,measured\n1.5,9,\n1.9,1,\n,1,\n1.2,,x\n",
            TINY_HEAD + "code,answer\n1.1,x\n");

    assertThat(merged.faults())
        .extracting(fault -> fault.code() + " " + fault.place().in(Language.ENGLISH))
        .containsExactly(
            "POINTS_ABOVE_MAXIMUM a.csv, row 7, column answer",
            "UNKNOWN_QUESTION a.csv, row 8, column code",
            "ROW_WITHOUT_CODE a.csv, row 9",
            "BAD_FACT a.csv, row 10, column measured",
            "UNKNOWN_LEVEL b.csv, row 7, column answer");
  }

  // Files that hold no table at all

  private static final String NO_TABLE =
      "NO_TABLE a.csv: no table is found. Its header must name its columns, such as indicator,"
          + " question and answer.";

  private static String missing(String key) {
    return "MISSING_HEAD a.csv: \"%1$s\" is missing. Above the table, write a row with \"%1$s\" and"
            .formatted(key)
        + " its value.";
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b\n1,2\n", "a,note\nx,y\n", "note\nx\n"})
  void read_fileWithoutHeadAndTable_isToldOfTheTableAlone(String text) {
    assertThat(told(Sheets.merge(text))).containsExactly(NO_TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "edition,tiny\n\n"})
  void read_headerOfWhichTheAnswersAreMisspelt_isToldWithTheLikelyName(String head) {
    assertThat(told(Sheets.merge(head + "indicator,question,answr\n1,5,1\n")))
        .contains(
            NO_TABLE,
            "UNKNOWN_COLUMN a.csv, row "
                + (head.isEmpty() ? 1 : 3)
                + ", column answr: column \"answr\" is not known and is not read. Did you mean"
                + " answer?");
  }

  @Test
  void read_tableWithoutHead_isToldOfTheHeadAlone() {
    assertThat(told(Sheets.merge("code,VA\n1.5,1\n")))
        .containsExactly(missing("edition"), missing("region"), missing("round"), missing("stage"));
  }

  @Test
  void readAgencies_fileWithoutTable_isToldOnce() {
    assertThat(told(tables().readAgencies(Sheets.file("a.csv", "a,b\n1,2\n"))))
        .containsExactly(NO_TABLE);
  }

  @Test
  void read_fileThatIsNotUtf8_isTold() {
    byte[] latin = (TINY_HEAD + "code,note\n1.5,caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(told(tables().merge(List.of(SheetFile.of("a.csv", latin)))))
        .containsExactly("NOT_UTF8 a.csv: is not text in UTF-8. Save it as UTF-8.");
  }

  @Test
  void read_filesThatAreNotThere_areAllTold(@TempDir Path folder) throws Exception {
    Path none = folder.resolve("none.csv");
    Path fine = Files.writeString(folder.resolve("fine.csv"), TINY_HEAD);

    assertThat(told(tables().mergeFiles(List.of(none, folder, fine))))
        .containsExactly(
            "UNREADABLE_FILE " + none + ": can't be read: no such file or folder; check the name.",
            "UNREADABLE_FILE \"" + folder + "\": can't be read: it is a folder.");
  }

  @Test
  void read_oldWorkbook_saysHowToSaveIt() {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};

    assertThat(told(tables().merge(List.of(SheetFile.of("a.xls", old)))))
        .containsExactly(
            "UNREADABLE_FILE a.xls: can't be read: it is an old .xls or a workbook with a"
                + " password; save it as .xlsx without.");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 100, 600})
  void read_workbookThatIsCutOff_isTold(int length) {
    byte[] whole = Books.of(Books.HEAD);
    byte[] cut = new byte[length];
    System.arraycopy(whole, 0, cut, 0, length);

    assertThat(told(Sheets.merge(cut)))
        .containsExactly("UNREADABLE_FILE a.xlsx: can't be read: it is no whole .xlsx workbook.");
  }

  @Test
  void read_archiveThatIsNoWorkbook_isTold() {
    assertThat(told(Sheets.merge(Books.zip(Map.of("a.txt", "x")))))
        .containsExactly("UNREADABLE_FILE a.xlsx: can't be read: it is no whole .xlsx workbook.");
  }

  @Test
  void read_workbookThatIsEmpty_isTold() {
    assertThat(told(Sheets.merge(Books.of(""))))
        .containsExactly(
            "NO_TABLE a.xlsx: no table is found. Its header must name its columns, such as"
                + " indicator, question and answer.");
  }

  /** A worksheet could name files of the machine that reads it. */
  @Test
  void read_workbookWithAnExternalEntity_isNotFollowed(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "kla-2024");
    String sheet =
        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + Books.sheet(Books.HEAD.replace("kla-2024", "&x;") + Books.row(6, "code", "answer"));
    Map<String, String> parts = new LinkedHashMap<>(Books.parts(sheet));

    Checked<KlaTables.Merged> merged = Sheets.merge(Books.zip(parts));

    assertThat(merged.value()).isEmpty();
    assertThat(told(merged)).noneMatch(line -> line.contains("kla-2024\""));
    assertThat(merged.faults()).isNotEmpty();
  }
}
