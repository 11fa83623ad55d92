package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kla whatif}. */
class WhatIfCommandTest {

  private static final String OGAN_ILIR = Path.of("examples", "ogan-ilir-2024.json").toString();
  private static final String UTAMA = Path.of("examples", "ogan-ilir-2024-whatif.json").toString();

  @TempDir private Path folder = Path.of("");

  private String file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content).toString();
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private String whatIf(String id, String patches) {
    return file(
        id + ".json",
        """
        {"format": "kla.whatif/1", "edition": "kla-2024", "id": "%s", "patches": [%s]}
        """
            .formatted(id, patches));
  }

  private static String answer(String question, String points) {
    return "{\"setAnswer\": {\"question\": \"" + question + "\", \"answer\": " + points + "}}";
  }

  /**
   * 4.1 (1 of 1) has no document, 12.2 (2 of 3) has one, and VA found 1 of 12.2; final found
   * nothing.
   */
  private String judged() {
    return file(
        "sheet.json",
        """
        {"format": "kla.assessment/1", "edition": "kla-2024", "region": "35.71", "round": "2023",
         "stage": "self", "answers": {"4.1": 1, "12.2": 2},
         "evidence": [{"id": "E1", "questions": ["12.2"]}],
         "findings": [{"question": "12.2", "stage": "VA", "ruling": "revised", "points": 1}]}
        """);
  }

  /** 12 of 7.2, 12 of 6.3 and 8 of 8.3 are what 771.81 lacks to lie above 800. */
  @Test
  void whatif_example_leadsToTheNextPredicate() {
    Run run = Run.of("whatif", OGAN_ILIR, UTAMA);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("kla-2024 · Kabupaten Ogan Ilir (16.10) · round 2024/2025 · self-assessment\n")
        .contains(
            "every claim counted; the ministry judges only what is verified",
            "What if: Three questions to Utama\n  771.81 (NINDYA) → 803.81 (UTAMA): +32.00\n",
            "      +12.00      7.2  10.00 → 22.00  Child marriage data")
        .doesNotContain("All together");
  }

  @Test
  void whatif_several_areAppliedUponEachOtherInTheirOrder() {
    String first = whatIf("first", answer("7.2", "22") + ", " + answer("6.3", "21"));
    String second = whatIf("second", answer("6.3", "9") + ", " + answer("8.3", "10"));

    String there = Run.of("whatif", OGAN_ILIR, first, second, "--locale", "id").out();
    String back = Run.of("whatif", OGAN_ILIR, second, first, "--locale", "id").out();

    assertThat(there)
        .contains(
            "Andai: first\n  771,81 (NINDYA) → 795,81 (NINDYA): +24,00",
            "Andai: second\n  795,81 (NINDYA) → 791,81 (NINDYA): -4,00",
            "Semuanya bersama\n  771,81 (NINDYA) → 791,81 (NINDYA): +20,00");
    assertThat(back).contains("Semuanya bersama\n  771,81 (NINDYA) → 803,81 (UTAMA): +32,00");
  }

  @Test
  void whatif_asJson_isAScoreALineThatCanBeRechecked() {
    Path result = folder.resolve("scores.jsonl");

    Run run = Run.of("whatif", OGAN_ILIR, UTAMA, "--format", "json", "-o", result.toString());

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).isEmpty();
    assertThat(lines(result).stream().map(WhatIfCommandTest::total))
        .containsExactly("771.81", "803.81");
    Run recheck = Run.fed(lines(result).get(1).getBytes(StandardCharsets.UTF_8), "recheck", "-");
    assertThat(recheck.status()).isEqualTo(Main.FINE);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static String total(String score) {
    return KlaJson.strict().read(KlaFormat.SCORED, score).orThrow().now().total().toString();
  }

  // What counts

  @Test
  void whatif_byEachBasis_countsWhatThatBasisCounts() {
    String sheet = judged();
    String patches =
        whatIf(
            "x",
            "{\"setEvidence\": {\"id\": \"E2\", \"questions\": [\"4.1\"]}}, "
                + answer("12.2", "3")
                + ", {\"setFinding\": {\"question\": \"4.1\", \"stage\": \"final\","
                + " \"ruling\": \"upheld\"}}");

    assertThat(Run.of("whatif", sheet, patches).out())
        .contains("administrative verification", "1.00 (no predicate) → 1.00 (no predicate): 0.00")
        .contains("No points that count here change.");
    assertThat(Run.of("whatif", sheet, patches, "--basis", "claimed").out())
        .contains("  3.00 (no predicate) → 4.00 (no predicate): +1.00");
    assertThat(
            Run.of("whatif", sheet, patches, "--basis", "evidenced", "--as-of", "2023-06-30").out())
        .contains("holds on 2023-06-30", "  2.00 (no predicate) → 4.00 (no predicate): +2.00");
    assertThat(Run.of("whatif", sheet, patches, "--basis", "verified").out())
        .contains("  1.00 (no predicate) → 1.00 (no predicate): 0.00");
    assertThat(Run.of("whatif", sheet, patches, "--basis", "verified", "--known", "final").out())
        .contains("  0.00 (no predicate) → 1.00 (no predicate): +1.00");
  }

  @ParameterizedTest
  @CsvSource({
    "--basis evidenced, --as-of DATE is missing",
    "--basis claimed --as-of 2023-06-30, --as-of is for --basis evidenced",
    "--basis claimed --known VA, --known is for",
    "--known VA, --known is for",
    "--basis verified, No stage has found anything"
  })
  void whatif_basisWithoutWhatItNeedsOrWithMore_isWrongUsage(String options, String named) {
    String[] given =
        Pattern.compile(" ")
            .splitAsStream("whatif " + OGAN_ILIR + " " + UTAMA + " " + options)
            .toArray(String[]::new);

    Run run = Run.of(given);

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains(named);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatif_stageThatIsUnknownOrJudgesItself_isFaultyInput() {
    Run unknown = Run.of("whatif", OGAN_ILIR, UTAMA, "--basis", "verified", "--known", "VX");
    Run self = Run.of("whatif", OGAN_ILIR, UTAMA, "--basis", "verified", "--known", "PM");

    assertThat(unknown.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(unknown.err()).contains("VX", "field_verification");
    assertThat(self.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(self.err())
        .contains("error: at stage self the region judges itself")
        .doesNotContain("kla itself");
  }

  // Faults

  @Test
  void whatif_everythingThatIsWrong_isToldAtOnce() {
    String sheet =
        file(
            "sheet.json",
            """
            {"format": "kla.assessment/1", "edition": "kla-2024", "region": "35.71",
             "round": "2023", "stage": "self", "answers": {"98.1": 1}}
            """);
    String broken = whatIf("broken", answer("99.1", "1"));

    Run run = Run.of("whatif", sheet, broken, OGAN_ILIR);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("98.1", "99.1", "kla.assessment/1", "kla.whatif/1");
    assertThat(run.errLines()).hasSize(3);
  }

  @Test
  void whatif_removalOfWhatIsNotThere_isWarnedOfAndDone() {
    Run run =
        Run.of(
            "whatif",
            OGAN_ILIR,
            whatIf("x", "{\"removeEvidence\": \"E1\"}, {\"removeAnswer\": \"8.3\"}"));

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).contains("warning: ", "evidence \"E1\"", "[NOTHING_TO_REMOVE]");
    assertThat(run.out()).contains("771.81 (NINDYA) → 769.81 (NINDYA): -2.00");
  }

  @Test
  void whatif_faultsAsJson_areOneDocument() {
    Run run = Run.of("whatif", OGAN_ILIR, whatIf("x", answer("99.1", "1")), "--format", "json");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(KlaJson.strict().read(KlaFormat.FAULTS, run.err()).orThrow()).hasSize(1);
  }

  @Test
  void whatif_withoutAWhatIf_isWrongUsage() {
    assertThat(Run.of("whatif", OGAN_ILIR).status()).isEqualTo(Main.WRONG_USAGE);
  }

  @Test
  void validate_whatIf_isValid() {
    assertThat(Run.of("validate", UTAMA).out()).contains("valid kla.whatif/1");
  }
}
