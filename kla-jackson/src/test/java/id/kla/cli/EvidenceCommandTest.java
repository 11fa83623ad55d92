package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.scoring.Cause;
import id.kla.scoring.ScoredAssessment;
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
        .contains("1.00  no evidence (1)", "3.00  older than it may be (1)")
        .contains("3.00  Dinas Kesehatan: leads ", "15.00 (no predicate) if it alone")
        .contains("1.00  Civil registration (no agency is listed)", "13.00 (no predicate)")
        .contains("Answered, and nothing at risk: Education and culture (no agency is listed).")
        .doesNotContain("Library")
        .contains("Not checked", "received too late (2)")
        .contains("not declared by the ministry");
  }

  @Test
  void evidence_inIndonesian_hasDecimalCommas() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--locale", "id");

    assertThat(run.out())
        .contains("16,00 diklaim", "3,00  terlalu lama (1)", "Dinas Kesehatan: memimpin");
  }

  @Test
  void evidence_asJson_isTheScoreWithCauses() {
    Run run = Run.of("evidence", sheet, "--as-of", "2023-06-30", "--format", "json");

    ScoredAssessment scored = KlaJson.strict().read(KlaFormat.SCORED, run.out()).orThrow();

    assertThat(scored.question("12.1").causes()).containsExactly(Cause.OUTSIDE_PERIOD);
    assertThat(scored.question("4.1").causes()).containsExactly(Cause.NO_EVIDENCE);
  }

  @Test
  void evidence_onAnEarlierDay_countsWhatWasNotYetTooOld() {
    Run run = Run.of("evidence", sheet, "--as-of", "2022-06-29");

    assertThat(run.out()).contains("15.00 with evidence that holds");
  }

  @Test
  void evidence_withoutADay_isWrongUsage() {
    assertThat(Run.of("evidence", sheet).status()).isEqualTo(Main.WRONG_USAGE);
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
