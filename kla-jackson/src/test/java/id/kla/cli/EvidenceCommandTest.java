package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.points.Points;
import id.kla.scoring.Cause;
import id.kla.verification.EvidenceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kla evidence}. 12.1 (3 of 3, health) has statistics of three years ago, 12.2 (2 of 3,
 * health) a photo that nobody handed in by a day that is known, 4.1 (1 of 1, civil registration)
 * nothing at all, and 18.2 (10 of 10) asks for none.
 */
class EvidenceCommandTest {

  private static final String SHEET =
      """
      {"format": "kla.assessment/1", "edition": "kla-2024", "region": "35.71", "round": "2023",
       "stage": "self",
       "answers": {"4.1": 1, "12.1": 3, "12.2": 2, "18.2": 10},
       "agencies": [{"code": "dinkes", "name": "Dinas Kesehatan", "roles": ["health"]}],
       "evidence": [
         {"id": "E1", "questions": ["12.1"], "kind": "statistics", "issued": "2020-06-29"},
         {"id": "E2", "questions": ["12.2"]}]}
      """;

  @TempDir private Path folder = Path.of("");

  private String sheet = "";

  @BeforeEach
  void write() throws IOException {
    sheet = Files.writeString(folder.resolve("sheet.json"), SHEET).toString();
  }

  @Test
  void evidence_ofASheet_namesTotalsCausesAndAgencies() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    // 16 claimed; 2 and 10 hold.
    assertThat(run.out())
        .contains("only claims with evidence that holds on 2023-06-30 are counted")
        .contains("16.00 claimed (no predicate) · 12.00 with evidence that holds", "4.00 at risk")
        .contains("1.00  no evidence (1)", "3.00  evidence older than it may be (1)")
        .contains(
            "Call first:",
            "3.00  Dinas Kesehatan; if it alone completes its evidence: 15.00 (no predicate)",
            "1.00  Civil registration (no agency is listed); if it alone",
            "All 2 together: 16.00 (no predicate); 484.00 more would reach PRATAMA.")
        .containsPattern("3\\.00 +\\d+ +2 +1 +0 +15\\.00 no predicate +Dinas Kesehatan")
        .contains(
            "3.00  kla-2024, evidence E1: it was issued on 2020-06-29, more than 24 months before"
                + " 2023-06-30 (12.1).",
            "1.00  kla-2024, question 4.1: 1 is claimed without any evidence")
        .contains("Answered, and nothing at risk: Education and culture (no agency is listed).")
        .doesNotContain("Library")
        .contains("Not checked", "received too late (2)")
        .contains("not declared by the ministry");
  }

  @Test
  void evidence_inIndonesian_hasDecimalCommas() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--locale", "id");

    assertThat(run.out())
        .contains(
            "16,00 diklaim",
            "3,00  data dukung terbit sebelum masa yang diminta (1)",
            "Hubungi lebih dahulu:")
        .contains("Dinas Kesehatan; bila hanya ia yang melengkapi data dukungnya: 15,00");
  }

  @Test
  void evidence_asJson_holdsTheWholeReport() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--format", "json");

    EvidenceReport report = KlaJson.strict().read(KlaFormat.EVIDENCE, run.out()).orThrow();

    assertThat(report.evidenced().question("12.1").causes()).containsExactly(Cause.OUTSIDE_PERIOD);
    assertThat(report.evidenced().question("4.1").causes()).containsExactly(Cause.NO_EVIDENCE);
    assertThat(report.agencies().total()).isEqualTo(Points.of(4));
    assertThat(report.weaknesses()).isNotEmpty();
  }

  /** What the rows of the first table lose adds up to what is at risk. */
  @Test
  void evidence_asCsv_hasARowForEachLoss() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--format", "csv");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .contains(
            "cluster,indicator,question,label,lead,claimed,counted,change,why,cause,",
            ",civil-registration,1,0,-1,cause,no_evidence,",
            ",Dinas Kesehatan,3,0,-3,cause,outside_period,,E1",
            "agency,dinkes,Dinas Kesehatan,own,",
            "3,EVIDENCE_TOO_OLD,evidence E1,12.1;,");
  }

  @Test
  void evidence_asWorkbookOrIntoAFile_isWrittenWhole() throws IOException {
    Path book = folder.resolve("risk.xlsx");

    Run run =
        Run.of(
            "evidence", sheet, "--as-of", "2023-06-30", "--format", "xlsx", "-o", book.toString());

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.content()).isEmpty();
    assertThat(Files.readAllBytes(book)).startsWith('P', 'K');
  }

  @Test
  void evidence_ofOneAgency_namesEachOfItsQuestions() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--agency", "dinas kesehatan");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .contains("Dinas Kesehatan (own agency)", "answered 2, with evidence that holds 1")
        .contains("3.00 points at risk; if all of it is completed: 15.00 (no predicate)")
        .containsPattern("3\\.00  12\\.1 +.*: evidence older than it may be; E1 evidence older")
        .contains("evidence E1: it was issued on 2020-06-29")
        .doesNotContain("question 4.1");
  }

  @Test
  void evidence_ofOneTopic_namesEachOfItsQuestions() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--topic", "training");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains("Training in child rights", "Nothing is at risk here.");
  }

  @Test
  void evidence_ofAnAgencyThatIsUnknown_namesTheKnownOnes() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--agency", "dinkesh");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("dinkesh", "did you mean dinkes", "civil-registration");
    assertThat(Run.of("evidence", sheet, "--as-of", "2023-06-30", "--topic", "sport").err())
        .contains("sport", "training, innovation");
  }

  /** The photo of 12.2 has no date; a decree that ends on 2023-12-31 does not hold in 2024. */
  @Test
  void evidence_withADayOfAStage_namesWhatEndsBeforeIt() throws IOException {
    Files.writeString(
        Path.of(sheet),
        SHEET.replace(
            "{\"id\": \"E2\", \"questions\": [\"12.2\"]}",
            "{\"id\": \"E2\", \"questions\": [\"12.2\"], \"validUntil\": \"2023-12-31\"}"));

    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--stage-date", "VL=2024-01-01");

    assertThat(run.out())
        .contains(
            "2.00  kla-2024, evidence E2: it no longer holds at field verification on 2024-01-01"
                + " (12.2): 2 points fall then.");
    assertThat(
            Run.of("evidence", sheet, "--as-of", "2023-06-30", "--stage-date", "VX=2024-01-01")
                .err())
        .contains("VX", "field_verification");
  }

  @Test
  void evidence_onAnEarlierDay_countsWhatWasNotYetTooOld() {
    Run run = Run.of("evidence", sheet, "--as-of", "2022-06-29");

    assertThat(run.out()).contains("15.00 with evidence that holds");
  }

  @Test
  void evidence_withoutADay_isWrongUsage() {
    assertThat(Run.of("evidence", sheet).status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(Run.of("evidence", sheet).err()).contains("--as-of");
    assertThat(Run.of("evidence", "--as-of", "2023-06-30").err()).contains("FILE");
    assertThat(
            Run.of("evidence", sheet, "--as-of", "2023-06-30", "--agency", "a", "--topic", "b")
                .status())
        .isEqualTo(Main.WRONG_USAGE);
    assertThat(Run.of("evidence", sheet, "--as-of", "30-06-2023").status())
        .isEqualTo(Main.WRONG_USAGE);
  }

  @Test
  void evidence_withAStageThatIsUnknown_isFaultyInput() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--known", "VX");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("VX", "field_verification");
    assertThat(run.content()).isEmpty();
  }
}
