package id.kla.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code kla check-declared}. */
class CheckDeclaredCommandTest {

  private static final String OBSERVED = "examples/observed-scores.csv";

  /** 620 earns Madya and was called Pratama; 913.88 earns KLA and was called Madya. */
  @Test
  void observedScores_giveTwoContradictions_eachExplained() {
    Run run = Run.of("check-declared", OBSERVED);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines()).filteredOn(line -> line.contains("  ! ")).hasSize(2);
    assertThat(run.out())
        .contains(
            """
            Kabupaten Sragen (33.14) · round 2019 · field_verification: 620.00, PRATAMA
              no ladder is known for this round; ministry-2022, known for 2021, stands in
              ! 620.00 earns MADYA, declared was PRATAMA [500, 600]: 20.00 too much for it. The total\
             is of a stage before the last, and only the last one decides: would be a self-score, or a\
             score that was cut later?
            """,
            """
            Kota Bogor (32.71) · round 2019 · stage not said: 913.88, MADYA
              no ladder is known for this round; ministry-2022, known for 2021, stands in
              ! 913.88 earns KLA, declared was MADYA (600, 700]: 213.88 too much for it. The source\
             does not say at which stage the total stood: would be a self-score?
            """,
            """
            Kota Kediri (35.71) · round 2023 · final: 600.36, MADYA
              ladder ministry-2022 (stated for this round)
            """,
            "Kota Administrasi Jakarta Pusat (31.71) · round 2021 · self: 997.00\n",
            "results: 35, with contradictions: 2");
  }

  @Test
  void contradictions_inIndonesian_areTold() {
    assertThat(Run.of("check-declared", OBSERVED, "--locale", "id").out())
        .contains("620,00 memberi MADYA", "nilai mandiri?", "yang bertentangan: 2");
  }

  /** Cluster I has 115 points in kla-2024; 120 are above it, and above a total of 100. */
  @Test
  void parts_areSetAgainstAnEditionThatIsAskedFor() {
    byte[] table =
        "region,round,stage,total,source,cluster I\nKota Kediri,2023,final,100,a page,120\n"
            .getBytes(UTF_8);

    Run plain = Run.fed(table, "check-declared", "-");
    Run asked = Run.fed(table, "check-declared", "-", "--edition", "kla-2024");

    assertThat(plain.out())
        .contains("! its parts add up to 120.00, its total is 100.00")
        .doesNotContain("maximum");
    assertThat(asked.out()).contains("! I has 120.00, above its maximum of 115.00");
  }

  @Test
  void twoResults_ofOneStage_nameEachOther() {
    Run run =
        Run.fed(
            """
            region,round,stage,total,tier,source
            Kota Kediri,2023,final,600.36,Madya,a page
            Kota Kediri,2023,final,601,Madya,another page
            """
                .getBytes(UTF_8),
            "check-declared",
            "-");

    assertThat(run.out())
        .contains(
            "! another result says 601.00, MADYA (final; another page; -)",
            "! another result says 600.36, MADYA (final; a page; -)");
  }

  @Test
  void counts_areCheckedAgainstTheirTotalsAndEachOther() {
    Run run = Run.of("check-declared", "--counts");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .contains(
            "135 + 86 + 23 + 3 + 0 = 247: adds up",
            "! another source says 249 in all (katakaltim.com (2025))",
            "121 + 117 + 66 + 8 + 0 = 312: adds up",
            "0 + 18 + 16 + 4 = 38: adds up");
  }

  @Test
  void inputThatIsNoDeclaredResult_isReported_andTheRestChecked() {
    Run run = Run.of("check-declared", "examples/ogan-ilir-2024.json", "none.csv", OBSERVED);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("ogan-ilir-2024.json", "kla.declared/1", "none.csv");
    assertThat(run.out()).contains("with contradictions: 2");
  }

  @Test
  void filesAndCounts_excludeEachOther() {
    assertThat(Run.of("check-declared").status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(Run.of("check-declared", "--counts", OBSERVED).status()).isEqualTo(Main.WRONG_USAGE);
  }
}
