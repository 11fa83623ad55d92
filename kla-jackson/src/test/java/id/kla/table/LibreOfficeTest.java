package id.kla.table;

import static id.kla.table.Sheets.json;
import static id.kla.table.Sheets.told;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Finding;
import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a spreadsheet has written; PROVENANCE.txt beside them says how. */
class LibreOfficeTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "id", "kla", "table", "libreoffice");

  private static final KlaTables TABLES =
      KlaTables.of()
          .withEdition(Editions.kla2024())
          .withRegion("Kabupaten Ogan Ilir")
          .withRound("2024")
          .withStage("self");

  private static Checked<KlaTables.Merged> merge(String file) {
    return TABLES.merge(List.of(SheetFile.read(FOLDER.resolve(file)).orThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-1033.csv",
        "id-1057.csv",
        "id-1033.csv",
        "en-1057.xlsx",
        "id-1057.xlsx",
        "x.xlsx",
        "en.xlsx"
      })
  void read_exportThatASpreadsheetHasSaved_isTheSameDocument(String file) {
    Assessment example =
        KlaJson.strict()
            .read(KlaFormat.ASSESSMENT, Path.of("examples", "ogan-ilir-2024.json"))
            .orThrow();

    Checked<KlaTables.Merged> merged = merge(file);

    assertThat(told(merged)).isEmpty();
    assertThat(json(merged.orThrow().assessment())).isEqualTo(json(example));
  }

  /** Here the codes are texts, since 14.10 is no number where decimals have commas. */
  @Test
  void read_codesThatASpreadsheetHasLeftAlone_areTheQuestions() throws IOException {
    String text = Files.readString(FOLDER.resolve("single-1057.csv"));

    Checked<KlaTables.Merged> merged =
        TABLES.merge(
            List.of(Sheets.file("single-1057.csv", text.replace("\"3.2\";8;", "\"3.2\";2;"))));

    assertThat(told(merged)).isEmpty();
    assertThat(merged.orThrow().assessment())
        .isEqualTo(
            Assessment.builder()
                .edition(Editions.kla2024())
                .region(RegionCode.parse("16.10"))
                .round(Round.parse("2024/2025"))
                .stage("self")
                .putAnswers(code("1.1"), Answer.of(Points.of(12)))
                .putAnswers(code("2.3"), Answer.of(Points.of(5)))
                .putAnswers(code("3.2"), Answer.of(Points.of(2)))
                .putAnswers(code("14.1"), Answer.of(Points.of(2)))
                .putAnswers(code("14.10"), Answer.of(Points.of(3)))
                .addFindings(
                    finding("1.1", "admin_verification", Finding.Ruling.UPHELD),
                    revised("2.3", "admin_verification", 4),
                    finding("3.2", "admin_verification", Finding.Ruling.STRUCK),
                    finding("14.10", "admin_verification", Finding.Ruling.UPHELD),
                    revised("1.1", "field_verification", 10),
                    finding("14.10", "field_verification", Finding.Ruling.UPHELD))
                .build());
  }

  private static QuestionCode code(String code) {
    return QuestionCode.parse(code);
  }

  private static Finding finding(String code, String stage, Finding.Ruling ruling) {
    return Finding.builder().question(code(code)).stage(stage).ruling(ruling).build();
  }

  private static Finding revised(String code, String stage, long points) {
    return Finding.builder()
        .question(code(code))
        .stage(stage)
        .ruling(Finding.Ruling.REVISED)
        .points(Points.of(points))
        .build();
  }

  @Test
  void read_pointsAboveTheMaximumInTheSameTable_areTheOnlyFault() {
    Checked<KlaTables.Merged> merged = merge("single-1057.csv");

    assertThat(told(merged))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("POINTS_ABOVE_MAXIMUM ")
                    .contains("single-1057.csv, row 3, column PM", "3.2", "8", "0 to 2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"single-1033.csv", "single-1033.xlsx"})
  void read_codesThatASpreadsheetHasMadeNumbers_areToldWithTheLikelyOnes(String file) {
    Checked<KlaTables.Merged> merged = merge(file);

    assertThat(merged.value()).isEmpty();
    assertThat(told(merged))
        .hasSize(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("AMBIGUOUS_CODE ")
                    .contains(file, ", row 4, column kode: ", "\"14.1\"", "14.10"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("DAMAGED_CODE ")
                    .contains(file, ", row 5, column kode: ", "\"14.1\"", "likely 14.10"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("POINTS_ABOVE_MAXIMUM ")
                    .contains(file, ", row 3, column PM: ", "3.2"));
  }

  @Test
  void read_codesThatASpreadsheetHasMadeDays_areToldWithTheLikelyOnes() {
    daysAreTold("dates-1033.csv", "02/03/26");
    daysAreTold("dates-1057.csv", "03/02/26");
    daysAreTold("dates-1057.xlsx", "2026-03-02");
  }

  private static void daysAreTold(String file, String found) {
    Checked<KlaTables.Merged> merged = merge(file);

    assertThat(merged.value()).isEmpty();
    assertThat(told(merged))
        .satisfiesExactlyInAnyOrder(
            line ->
                assertThat(line)
                    .startsWith("DAMAGED_CODE ")
                    .contains(file, ", row 3, column kode: ", "\"" + found + "\"", "2.3", "3.2"),
            line ->
                assertThat(line)
                    .startsWith("DAMAGED_CODE ")
                    .contains(file, ", row 4, column kode: ", "\"3-2\"", "2.3", "3.2"));
  }
}
