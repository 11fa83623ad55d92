package id.kla.table;

import static id.kla.table.Sheets.file;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Unit;
import id.kla.assessment.UnitFact;
import id.kla.assessment.UnitSurvey;
import id.kla.edition.CollectedFrom;
import id.kla.fault.Checked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sub-districts and villages as regions list them in spreadsheets. */
class UnitTableTest {

  private static Checked<UnitSurvey> read(String text) {
    return read(text, Optional.empty());
  }

  private static Checked<UnitSurvey> read(String text, Optional<CollectedFrom> level) {
    return KlaTables.of().readUnits(List.of(file("a.csv", text)), level);
  }

  /** Returns each fact in one line: code, yes, no and silent. */
  private static List<String> facts(Checked<UnitSurvey> read) {
    return read.orThrow().facts().stream().map(UnitTableTest::line).toList();
  }

  private static String line(UnitFact fact) {
    return fact.question().code()
        + ": "
        + names(fact.yes())
        + " | "
        + names(fact.no())
        + " | "
        + names(fact.silent());
  }

  private static String names(List<Unit> units) {
    return units.stream().map(Unit::toString).collect(Collectors.joining(", "));
  }

  @Test
  void read_aColumnAQuestion_isWhatEachUnitSays() {
    Checked<UnitSurvey> read =
        read(
            """
            region,Kabupaten Ogan Ilir

            no,sub-district,25.2 Child Forum,25.10,remarks
            1,Indralaya,yes,no,good
            2,Tanjung Raja,,yes,
            3,Pemulutan,no,yes,
            ,Total,1,2,
            """);

    assertThat(told(read)).isEmpty();
    assertThat(facts(read))
        .containsExactly(
            "25.2: Indralaya | Pemulutan | Tanjung Raja",
            "25.10: Tanjung Raja, Pemulutan | Indralaya | ");
    assertThat(read.orThrow().level()).isEqualTo(CollectedFrom.SUBDISTRICT);
    assertThat(read.orThrow().region().orElseThrow()).hasToString("16.10");
  }

  @Test
  void read_villagesInIndonesian_areToldApartByTheirSubDistrict() {
    Checked<UnitSurvey> read =
        read(
            """
            \uFEFFKecamatan;Desa/Kelurahan;26.2;26.10
            Indralaya;Sukamaju;ada;tidak ada
            Indralaya;Tanjung Agung;SUDAH;Belum
            Pemulutan;Sukamaju;Tdk;

            Jumlah;;2;0
            """);

    assertThat(told(read)).isEmpty();
    assertThat(facts(read))
        .containsExactly(
            "26.2: Sukamaju (Indralaya), Tanjung Agung (Indralaya) | Sukamaju (Pemulutan) | ",
            "26.10:  | Sukamaju (Indralaya), Tanjung Agung (Indralaya) | Sukamaju (Pemulutan)");
    assertThat(read.orThrow().level()).isEqualTo(CollectedFrom.VILLAGE);
  }

  @Test
  void read_aRowForEachUnitAndQuestion_isTheSame() {
    Checked<UnitSurvey> list =
        read(
            """
            sub-district,code,answer
            Indralaya,25.2,yes
            Pemulutan,25.2,
            Pemulutan,25.10,no
            Indralaya,25.10,yes
            """);
    Checked<UnitSurvey> matrix =
        read("sub-district,25.2,25.10\nIndralaya,yes,yes\nPemulutan,,no\n");

    assertThat(told(list)).isEmpty();
    assertThat(facts(list)).isEqualTo(facts(matrix));
  }

  /** "Suka Maju" and "Sukamaju" are two, "SUKA MAJU" is the first of them again. */
  @Test
  void read_namesThatDifferByABlank_areTwoUnitsInBothForms() {
    Checked<UnitSurvey> list =
        read("desa,kode,jawaban\nSuka Maju,26.2,ya\nSukamaju,26.2,tidak\nSUKA  MAJU,26.4,ya\n");
    Checked<UnitSurvey> matrix = read("desa,26.2,26.4\nSuka Maju,ya,ya\nSukamaju,tidak,\n");

    assertThat(told(list)).isEmpty();
    assertThat(facts(list))
        .isEqualTo(facts(matrix))
        .containsExactly("26.2: Suka Maju | Sukamaju | ", "26.4: Suka Maju |  | Sukamaju");
  }

  @Test
  void read_namesWithASlashOrBrackets_areToldApartInBothForms() {
    Checked<UnitSurvey> matrix =
        read("kecamatan,desa,26.2\na,b/c,ya\na/b,c,tidak\nx,y,ya\n,y (x),tidak\n");
    Checked<UnitSurvey> list =
        read(
            """
            kecamatan,desa,kode,jawaban
            a,b/c,26.2,ya
            a/b,c,26.2,tidak
            x,y,26.2,ya
            ,y (x),26.2,tidak
            """);

    assertThat(told(matrix)).isEmpty();
    assertThat(told(list)).isEmpty();
    assertThat(facts(matrix))
        .isEqualTo(facts(list))
        .containsExactly("26.2: b/c (a), y (x) | c (a/b), y (x) | ");
  }

  @Test
  void read_aListWithTwoAnswers_isAFault() {
    assertThat(
            told(
                read(
                    """
                    desa,indikator,pertanyaan,jawaban
                    Mekar,26,2,ya
                    mekar,26,2,tidak
                    """)))
        .containsExactly(
            "UNIT_ANSWERS_TWICE a.csv, row 3, column jawaban: Mekar answers question 26.2 here a"
                + " second time. Keep one answer.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yes", "YES", "ya", "y", "ada", "sudah ada", "sudah  ada", "TRUE", "1", "v", "✓"})
  void read_yesInAnyOfItsForms_isYes(String text) {
    assertThat(facts(read("kecamatan,25.2\nA," + text + "\n"))).containsExactly("25.2: A |  | ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no", "Tidak", "tdk", "n", "tidak ada", "belum", "belum ada", "false", "0"})
  void read_noInAnyOfItsForms_isNo(String text) {
    assertThat(facts(read("kecamatan,25.2\nA," + text + "\n"))).containsExactly("25.2:  | A | ");
  }

  /** A cross is a no in one table and a yes in another; a dash may be either or neither. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "-", "?", "2", "yes no", "n/a", "100%"})
  void read_anythingElse_isAFaultWithRowAndColumn(String text) {
    assertThat(told(read("kecamatan,25.2,25.3\nA,ya,ya\nB,ya," + text + "\n")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "BAD_WORD a.csv, row 3, column 25.3: found \"" + text + "\"; allowed: yes, ya,");
  }

  /** Spreadsheets make 25.1 of 25.10, days of 2.3, and commas of points. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25.1|DAMAGED_CODE a.csv, row 1, column 25.1: found \"25.1\", which a spreadsheet makes of"
            + " a code; likely 25.10.",
        "25,13|DAMAGED_CODE a.csv, row 1, column 25,13: found \"25,13\", which a spreadsheet makes"
            + " of a code; likely 25.13.",
        "02-Mar|DAMAGED_CODE a.csv, row 1, column 02-Mar: found \"02-Mar\", which a spreadsheet"
            + " makes of a code; likely 2.3, 3.2.",
        "14.1|AMBIGUOUS_CODE a.csv, row 1, column 14.1: \"14.1\" may be what a spreadsheet left of"
            + " 14.10.",
        "25.99|UNKNOWN_QUESTION a.csv, row 1, column 25.99: question 25.99 (kla-2024) does not"
            + " exist",
        "26.2|QUESTION_OF_OTHER_UNITS a.csv, row 1, column 26.2: question 26.2 (kla-2024) is"
            + " collected from villages, but the table lists sub-districts.",
      })
  void read_aDamagedOrWrongCodeInTheHeader_isRecognised(String header, String fault) {
    assertThat(told(read("kecamatan;" + header + "\nA;ya\n"))).first().asString().startsWith(fault);
  }

  @Test
  void read_aCodeTwice_isAFault() {
    assertThat(told(read("kecamatan,25.2,25.2 Forum Anak,25.3,25.3\nA,ya,ya,ya,ya\n")))
        .containsExactly(
            "DUPLICATE_COLUMN a.csv, row 1, column 25.3: column \"25.3\" stands twice in the"
                + " header. Remove one.",
            "DUPLICATE_COLUMN a.csv, row 1, column 25.2 Forum Anak: column \"25.2 Forum Anak\""
                + " stands twice in the header. Remove one.");
  }

  @Test
  void read_unitsTwiceOrWithoutAName_areFaults() {
    assertThat(told(read("kecamatan,25.2\nA,ya\n,ya\na,\n")))
        .containsExactly(
            "EMPTY_CELL a.csv, row 3, column kecamatan: the cell is empty, but must be filled.",
            "UNIT_TWICE a.csv, row 4, column kecamatan: a stands here a second time, the first at"
                + " a.csv, row 2, column kecamatan. Keep one row; name the sub-district or the code"
                + " of villages that share a name.");
  }

  @Test
  void read_unitsByCode_areNamedByItWhereTheyHaveNoName() {
    assertThat(facts(read("kode,desa,26.2\n16.10.01.2001,Mekar,ya\n16.10.01.2002,,tidak\n")))
        .containsExactly("26.2: Mekar | 16.10.01.2002 | ");
  }

  @Test
  void read_namesInAColumnCalledName_needToBeToldWhatTheyAre() {
    String text = "nama,26.2\nMekar,ya\n";

    assertThat(told(read(text)))
        .containsExactly(
            "MISSING_COLUMN a.csv: column \"sub-district\" is missing. Add it to the header.");
    assertThat(facts(read(text, Optional.of(CollectedFrom.VILLAGE))))
        .containsExactly("26.2: Mekar |  | ");
  }

  @Test
  void read_aTableWithoutUnits_isAFault() {
    assertThat(told(read("indicator,question,answer\n25,2,1\n")))
        .containsExactly(
            "NO_UNITS a.csv: no table of units is found. Its header must name the sub-district or"
                + " village, and at least one question, such as 25.2; below it a row for each"
                + " unit.");
    assertThat(told(read("kecamatan,25.2\n")))
        .extracting(fault -> fault.replaceFirst(" .*", ""))
        .containsExactly("NO_UNITS");
  }

  @Test
  void read_anUnknownRegion_isAFault() {
    assertThat(told(read("region,Kabupaten Tidak Ada\n\nkecamatan,25.2\nA,ya\n")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("UNKNOWN_REGION a.csv, row 1, column region");
  }

  /** Numbers, truth values and a formula's look in a workbook. */
  @Test
  void read_aWorkbook_isTheSame() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("kecamatan");
      sheet.value(0, 0, "kecamatan");
      sheet.value(0, 1, 25.2);
      sheet.value(0, 2, "25.10");
      sheet.value(1, 0, "Indralaya");
      sheet.value(1, 1, 1);
      sheet.value(1, 2, true);
      sheet.value(2, 0, "Pemulutan");
      sheet.value(2, 1, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    Checked<UnitSurvey> read =
        KlaTables.of()
            .readUnits(List.of(SheetFile.of("a.xlsx", bytes.toByteArray())), Optional.empty());

    assertThat(told(read)).isEmpty();
    assertThat(facts(read))
        .containsExactly("25.2: Indralaya | Pemulutan | ", "25.10: Indralaya |  | Pemulutan");
  }
}
