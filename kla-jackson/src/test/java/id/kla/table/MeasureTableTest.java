package id.kla.table;

import static id.kla.table.Sheets.file;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.points.Points;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures as agencies write them down in spreadsheets. */
class MeasureTableTest {

  private static final String HEAD = "edition,kla-2024\n\n";

  private static Checked<MeasureList> read(String... texts) {
    List<SheetFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(file((char) ('a' + files.size()) + ".csv", text));
    }
    return KlaTables.of().readMeasures(files);
  }

  private static Measure.Builder measure(String code, String cost) {
    Measure.Builder measure = Measure.builder();
    measure.code(code).cost(new BigDecimal(cost));
    return measure;
  }

  private static QuestionCode question(String code) {
    return QuestionCode.parse(code);
  }

  private static final MeasureList LIST =
      MeasureList.of(
          Editions.kla2024(),
          List.of(
              measure("M1", "150000000")
                  .label(Label.of("Pelatihan KHA", "CRC training"))
                  .agency("DINKES")
                  .putAwards(question("7.2"), Points.of(22))
                  .putAwards(question("14.10"), Points.parse("0.66"))
                  .addYears(2025, 2026)
                  .addPrerequisites("M2", "M3")
                  .addExclusions("M4")
                  .addReferences(
                      new Measure.Reference("RPJMD", "2.08.02", Optional.of(2025)),
                      new Measure.Reference("DPA", "", Optional.empty()))
                  .state(Measure.State.RUNNING)
                  .realisedCost(new BigDecimal("0.5"))
                  .chance(Share.ofPercent(BigDecimal.valueOf(80)))
                  .build(),
              measure("M2", "0").build()));

  @Test
  void writeMeasures_inIndonesian_isATableThatAgenciesCanFillIn() {
    byte[] written = KlaTables.of().in(Language.INDONESIAN).writeMeasures(LIST, KlaTables.Form.CSV);

    assertThat(new String(written, StandardCharsets.UTF_8).replace("\uFEFF", "").lines())
        .containsExactly(
            "edisi;kla-2024",
            "kode;kegiatan;kegiatan dalam bahasa Inggris;perangkat daerah;target nilai;biaya;"
                + "tahun pelaksanaan;prasyarat;tidak bersama;rujukan;keadaan;realisasi;peluang",
            "M1;Pelatihan KHA;CRC training;DINKES;\"7.2 = 22; 14.10 = 0,66\";150000000;"
                + "\"2025; 2026\";\"M2; M3\";M4;\"RPJMD: 2.08.02 (2025); DPA\";berjalan;0,5;80%",
            "M2;;;;;0;;;;;direncanakan;;");
  }

  @Test
  void readMeasures_asOfficesWriteThem_isWhatTheyMean() {
    Checked<MeasureList> read =
        read(
            """
            edisi;kla-2024
            perangkat daerah;DINKES

            kegiatan;nama;target nilai;anggaran;tahun;prasyarat;rujukan;status
            M1;Pelatihan KHA;7.2: 22; 5;2025-2027, 2030;M2;RPJMD 2.08.02 (2025);selesai
            M2;Sosialisasi;;0,5;;;;
            Jumlah;;;5,5;;;;
            """
                .replace("7.2: 22; 5", "\"7.2: 22; 14.10=0,66\";5"));

    assertThat(told(read)).isEmpty();
    assertThat(read.orThrow().measures())
        .containsExactly(
            measure("M1", "5")
                .label(Label.of("Pelatihan KHA", ""))
                .agency("DINKES")
                .putAwards(question("7.2"), Points.of(22))
                .putAwards(question("14.10"), Points.parse("0.66"))
                .addYears(2025, 2026, 2027, 2030)
                .addPrerequisites("M2")
                .addReferences(new Measure.Reference("RPJMD", "2.08.02", Optional.of(2025)))
                .state(Measure.State.DONE)
                .build(),
            measure("M2", "0.5").label(Label.of("Sosialisasi", "")).agency("DINKES").build());
  }

  /** A sheet may have columns of its own; a prerequisite must not be lost unseen. */
  @Test
  void readMeasures_columnThatIsNotRead_isWarnedOf() {
    Checked<MeasureList> read = read(HEAD + "measure,cost,memerlukan\nM1,1,M0\n");

    assertThat(read.value()).isPresent();
    assertThat(told(read))
        .containsExactly(
            "UNKNOWN_COLUMN a.csv, row 3, column memerlukan: column \"memerlukan\" is not known and"
                + " is not read.");
  }

  @Test
  void readMeasures_twoColumnsOfOneUnknownName_areToldOnce() {
    Checked<MeasureList> read = read(HEAD + "measure,cost,pagu2,pagu2\nM1,1,5,6\n");

    assertThat(told(read))
        .filteredOn(fault -> fault.contains("pagu2"))
        .singleElement()
        .asString()
        .startsWith("UNKNOWN_COLUMN a.csv, row 3, column pagu2");
  }

  @Test
  void readMeasures_filesOfTwoAgencies_joinWhateverTheirOrder() {
    String health = "edition,kla-2024\nagency,DINKES\n\ncode,measure,cost\nM1,A,1\n";
    String women = "edition,kla-2024\nagency,DP3A\n\ncode,measure,needs,cost\nM2,B,M1,1\n";

    Checked<MeasureList> read = read(women, health);

    assertThat(told(read)).isEmpty();
    assertThat(read.orThrow().measures())
        .extracting(measure -> measure.code() + " " + measure.agency().orElseThrow())
        .containsExactly("M2 DP3A", "M1 DINKES");
  }

  @Test
  void readMeasures_oneCodeInTwoFiles_namesBothPlaces() {
    Checked<MeasureList> read =
        read(HEAD + "measure,cost\nM1,1\n", HEAD + "measure,cost\nM0,1\nM1,2\n");

    assertThat(read.value()).isEmpty();
    assertThat(told(read))
        .containsExactly(
            "MEASURE_TWICE b.csv, row 5: measure M1 stands here a second time, the first at a.csv,"
                + " row 4. Keep one, or give one another code.");
  }

  @Test
  void readMeasures_oneMeasureOfTwoAgencies_isWarnedOf() {
    Checked<MeasureList> read =
        read(
            HEAD + "code,measure,agency,awards,cost\nA,Forum Anak,DP3A,7.2 = 22,1\n",
            HEAD + "code,measure,agency,awards,cost\nB,forum anak,DISDIK,7.2 = 22,2\n");

    assertThat(read.orThrow().measures()).hasSize(2);
    assertThat(told(read))
        .singleElement()
        .asString()
        .startsWith("SAME_MEASURE b.csv, row 4: measure B")
        .contains("as A of another agency, at a.csv, row 4");
  }

  /** A header and a row, with the only fault, its column, and words of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          measure,cost            | M1,                 | EMPTY_CELL | cost |
          code,measure,cost       | ,Training,1         | EMPTY_CELL | code |
          measure,cost            | M1,Rp5              | BAD_COST | cost | Rp5
          measure,cost            | M1,-5               | BAD_COST | | -5
          measure,cost            | M1,150.000.000      | BAD_COST | cost | 150.000.000
          measure,cost,awards     | M1,1,7.2            | BAD_AWARD | awards | "7.2"; allowed
          measure,cost,awards     | M1,1,22             | BAD_AWARD | awards | 7.2 = 22
          measure,cost,awards     | M1,1,07:22:00       | BAD_AWARD | awards | "07:22:00"
          measure,cost,awards     | M1,1,7.22 = 22      | UNKNOWN_QUESTION | awards | nearest: 7.2
          measure,cost,awards     | M1,1,"14,10 = 0.5"  | DAMAGED_CODE | awards | 14.10
          measure,cost,awards     | M1,1,7.2 = dua      | BAD_POINTS | awards | dua
          measure,cost,awards     | M1,1,7.2 = 23       | POINTS_ABOVE_MAXIMUM | | 0 to 22
          measure,cost,awards     | M1,1,7.2 = 1; 7.2=2 | DUPLICATE_CODE | awards | "7.2"
          measure,cost,years      | M1,1,25             | BAD_YEAR | years | 25
          measure,cost,tahun      | M1,1,2027-2025      | BAD_YEAR | tahun | 2027-2025
          measure,cost,years      | M1,1,1900-2199      | BAD_YEAR | years | 1900-2199
          measure,cost,status     | M1,1,jalan          | BAD_WORD | status | planned, running, done, dropped, direncanakan, berjalan
          measure,cost,chance     | M1,1,0.8            | BAD_FACT | chance | 0.8
          measure,cost,chance     | M1,1,80             | BAD_SHARE | chance | 0 to 100 percent
          measure,cost,chance     | M1,1,101%           | BAD_SHARE | chance | 101%
          """)
  void readMeasures_brokenRow_tellsItsFaultAndNoOther(
      String header, String row, String code, String column, String words) {
    Checked<MeasureList> read = read(HEAD + header + "\n" + row + "\n");

    assertThat(read.value()).isEmpty();
    assertThat(told(read))
        .singleElement()
        .asString()
        .startsWith(code + " a.csv, row 4" + (column == null ? "" : ", column " + column) + ": ")
        .contains(words == null ? "" : words);
  }

  @Test
  void readMeasures_thousands_areDoubted() {
    assertThat(told(read(HEAD + "measure,cost\nM1,150.000\n")))
        .singleElement()
        .asString()
        .startsWith("AMBIGUOUS_NUMBER a.csv, row 4, column cost")
        .contains("\"150.000\"", "150");
  }

  @Test
  void readMeasures_filesWithoutMeasuresOrEdition_areFaults() {
    assertThat(told(read(HEAD + "code,answer\n7.2,1\n")))
        .singleElement()
        .asString()
        .startsWith("NO_TABLE a.csv");
    assertThat(told(read("measure,cost\nM1,1\n")))
        .singleElement()
        .asString()
        .startsWith("MISSING_HEAD a.csv")
        .contains("edition");
    assertThat(
            KlaTables.of()
                .withEdition(Editions.kla2024())
                .readMeasures(List.of(file("a.csv", "measure,cost\nM1,1\n")))
                .orThrow()
                .edition())
        .isEqualTo(Editions.kla2024());
  }

  @Test
  void merge_measuresAmongAnswers_areReadByThemselves() {
    assertThat(told(Sheets.merge(Sheets.HEAD + "measure,cost\nM1,1\n")))
        .singleElement()
        .asString()
        .startsWith("MEASURES_IN_SHEET a.csv");
  }
}
