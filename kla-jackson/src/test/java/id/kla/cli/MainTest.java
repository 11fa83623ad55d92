package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private static final String EXAMPLE = Path.of("examples", "ogan-ilir-2024.json").toString();
  private static final Path TINY =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "tiny");

  private static String sheet(Path folder, String text) throws IOException {
    Path file = folder.resolve("sheet.json");
    Files.writeString(file, text);
    return file.toString();
  }

  private static String sheetOf(String edition, String answers) {
    return """
    {
      "format": "kla.assessment/1",
      "edition": "%s",
      "region": "Kabupaten Ogan Ilir",
      "round": "2024",
      "stage": "self",
      "answers": {
        %s
      }
    }
    """
        .formatted(edition, answers);
  }

  // kla score

  @Test
  void score_oganIlir_beginsWithEditionStageTotalPredicateAndDistances() {
    Run run = Run.of("score", EXAMPLE);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().get(0))
        .contains("kla-2024", "Kabupaten Ogan Ilir", "16.10", "2024/2025", "self-assessment");
    assertThat(String.join(" ", run.outLines().subList(0, 2)))
        .contains("every claim counted; the ministry judges only what is verified");
    assertThat(run.outLines().subList(2, 6))
        .satisfiesExactly(
            line -> assertThat(line).isEmpty(),
            line -> assertThat(line).contains("771.81 of 1000", "NINDYA if every claim holds"),
            line ->
                assertThat(line)
                    .contains(
                        "28.20 more to get above 800.00",
                        "the ministry's table starts Utama at 801"),
            line -> assertThat(line).contains("71.80 kept above 700.00", "MADYA"));
  }

  /** Totals of the seven clusters as the table of answers gives them; at least 0, nobody judged. */
  @Test
  void score_oganIlir_showsTheTreeTheHeadroomAndWhatTheSheetStates() {
    Run run = Run.of("score", EXAMPLE);

    assertThat(run.out())
        .contains("at least 0.00", "at most 771.81", "headroom 228.19", "274 of 274 questions");
    assertThat(run.out())
        .containsPattern("(?m)^K .* 126\\.91 +164\\b")
        .containsPattern("(?m)^I .* 89\\.00 +115\\b")
        .containsPattern("(?m)^II .* 93\\.80 +156\\b")
        .containsPattern("(?m)^III .* 136\\.00 +150\\b")
        .containsPattern("(?m)^IV .* 94\\.60 +110\\b")
        .containsPattern("(?m)^V .* 163\\.00 +205\\b")
        .containsPattern("(?m)^L .* 68\\.50 +100\\b")
        .containsPattern("(?m)^ *26 .* 52\\.40 .*41\\.50");
    assertThat(run.out()).containsPattern("(?m)^.*771\\.81.*770\\.36.*no total of its own.*$");
    assertThat(run.outLines().get(run.outLines().size() - 1))
        .contains("Computed by kla", "not declared by the ministry");
  }

  @Test
  void score_indonesian_hasDecimalCommas() {
    Run run = Run.of("score", "--locale", "id", EXAMPLE);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .contains("penilaian mandiri", "semua klaim dihitung")
        .contains("771,81", "NINDYA jika semua klaim terbukti")
        .contains("28,20", "800,00", "801", "71,80", "770,36", "126,91")
        .contains("tidak ditetapkan oleh kementerian")
        .doesNotContainPattern("\\d\\.\\d{2}\\b(?!\\))");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "JSON"})
  void score_json_writesTheTreeAsJson(String format) {
    Run run = Run.of("score", "--format", format, EXAMPLE);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("{\n")
        .endsWith("}\n")
        .contains("kla.scored/1", "not declared by the ministry", "771.81", "NINDYA");
  }

  @Test
  void score_editionById_isTheSameAsWithout() {
    Run without = Run.of("score", EXAMPLE);
    Run with = Run.of("score", "--edition", "kla-2024", EXAMPLE);

    assertThat(with).isEqualTo(without);
  }

  @Test
  void score_editionFromAFolder_scoresASheetOfIt(@TempDir Path folder) throws IOException {
    String sheet =
        sheet(
            folder,
            sheetOf(
                "tiny",
                """
                "1.1": "passed", "1.2": {"percent": 75}, "1.3": {"count": 12},
                "1.4": {"before": 10, "now": 8}, "1.5": 3.5, "1.6": {"part": 1, "of": 2}"""));

    Run run = Run.of("score", "--edition", TINY.toString(), sheet);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines().get(0)).contains("tiny");
    assertThat(run.out()).contains("14.50 of 16", "HIGH if every claim holds");
  }

  @Test
  void score_sheetOfAnotherEdition_isRefused(@TempDir Path folder) throws IOException {
    String sheet = sheet(folder, sheetOf("kla-2024", "\"1.1\": 12"));

    Run run = Run.of("score", "--edition", TINY.toString(), sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error: ", sheet, "\"kla-2024\"", "\"tiny\"");
  }

  @Test
  void score_sheetOfAnUnknownEdition_isRefusedEvenIfAnotherIsAskedFor(@TempDir Path folder)
      throws IOException {
    String sheet = sheet(folder, sheetOf("tiny", "\"1.1\": \"passed\""));

    Run run = Run.of("score", "--edition", "kla-2024", sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("\"tiny\"", "kla-2024");
  }

  @Test
  void score_editionWithoutMaxima_isRefused(@TempDir Path folder) throws IOException {
    Path edition = copyOfTiny(folder);
    Files.writeString(edition.resolve("indicators.tsv"), "indicator\tcluster\n1\tA\n");
    Files.writeString(edition.resolve("clusters.tsv"), "cluster\nA\n");
    Files.writeString(edition.resolve("edition.tsv"), "key\tvalue\nid\ttiny\n");
    String sheet = sheet(folder, sheetOf("tiny", "\"1.5\": 1"));

    Run run = Run.of("score", "--edition", edition.toString(), sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("not scored", "indicators 1");
  }

  @Test
  void everyDoor_structureOf2011_isReadAndNotScored(@TempDir Path folder) throws IOException {
    String sheet = sheet(folder, sheetOf("kla-2011", ""));
    String scored =
        Files.writeString(
                folder.resolve("scored.json"),
                "{\"format\": \"kla.scored/1\", \"computed\": \"by kla\", \"edition\": \"kla-2011\","
                    + " \"assessment\": "
                    + Files.readString(Path.of(sheet))
                    + "}")
            .toString();

    assertThat(Run.of("validate", sheet).status()).isEqualTo(Main.FINE);
    for (Run run :
        List.of(
            Run.of("score", sheet),
            Run.of("score", "--edition", "kla-2011", "--format", "json", sheet),
            Run.of("reconcile", sheet),
            Run.of("recheck", scored))) {
      assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("but not scored: no stated maximum for indicators 8, 9")
          .contains("not every indicator is named of K");
    }
    Run lines =
        Run.fed(
            Files.readString(Path.of(sheet)).replace("\n", " ").getBytes(StandardCharsets.UTF_8),
            "score",
            "-");
    assertThat(lines.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(lines.out()).startsWith("{\"format\":\"kla.faults/1\"").contains("NOT_SCORABLE");
  }

  @Test
  void ladder_structureOf2011_hasNoPredicates() {
    Run run = Run.of("ladder", "--edition", "kla-2011", "600");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).startsWith("600.00: no predicate\n").contains("kla-2011");
  }

  @Test
  void score_editionWithFaults_tellsThemWithTableAndRow(@TempDir Path folder) throws IOException {
    Path edition = copyOfTiny(folder);
    Files.writeString(
        edition.resolve("questions.tsv"), "indicator\tquestion\tmaximum\n1\t1\tfour\n7\t2\t2\n");
    String sheet = sheet(folder, sheetOf("tiny", "\"1.1\": 1"));

    Run run = Run.of("score", "--edition", edition.toString(), sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("questions.tsv, row 2, column maximum", "\"four\"")
        .contains("questions.tsv, row 3, column indicator", "\"7\"");
  }

  private static Path copyOfTiny(Path folder) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("edition"));
    try (Stream<Path> files = Files.list(TINY)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(TINY.relativize(file)));
      }
    }
    return copy;
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "ladder"})
  void anyCommand_unknownEdition_namesWhatIsKnown(String command) {
    Run run = Run.of(command, "--edition", "nope", command.equals("score") ? EXAMPLE : "600");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error: ", "\"nope\"", "kla-2024");
  }

  @Test
  void score_missingFile_isNamed(@TempDir Path folder) {
    String missing = folder.resolve("ogan-ilir.json").toString();

    Run run = Run.of("score", missing);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("error: " + missing + ": ").contains("no such file");
  }

  @Test
  void score_faultySheet_tellsEveryFaultOnItsOwnLineWithItsPlace(@TempDir Path folder)
      throws IOException {
    String sheet =
        sheet(
            folder,
            sheetOf(
                    "kla-2024",
                    """
                    "1.1": 13,
                        "1.2zz": 1,
                        "1.3a": 0.00001,
                        "1.1": 12""")
                .replace("Kabupaten Ogan Ilir", "Kabupaten Ogan Ilr"));

    Run run = Run.of("score", sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("error: " + sheet + ":4:13 /region: ")
                    .contains("Ogan Ilr", "Kabupaten Ogan Ilir (16.10)"),
            line ->
                assertThat(line)
                    .startsWith("error: " + sheet + ":8:12 /answers/1.1: ")
                    .contains("13", "0 to 12"),
            line ->
                assertThat(line)
                    .startsWith("error: " + sheet + ":9:14 /answers/1.2zz: ")
                    .contains("nearest: 1.2z"),
            line ->
                assertThat(line)
                    .startsWith("error: " + sheet + ":10:13 /answers/1.3a: ")
                    .contains("0.00001", "four decimals"),
            line ->
                assertThat(line)
                    .startsWith("error: " + sheet + ":11:12 /answers/1.1: ")
                    .contains("twice", "sheet.json:8:12"));
  }

  @Test
  void score_faultySheetInIndonesian_tellsFaultsInIndonesian(@TempDir Path folder)
      throws IOException {
    String sheet = sheet(folder, sheetOf("kla-2024", "\"1.1\": 12.5"));

    Run run = Run.of("score", "--locale", "id", sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err())
        .startsWith("kesalahan: " + sheet)
        .contains("nilai 12,5; diperbolehkan: 0 sampai 12");
  }

  @Test
  void score_brokenJson_isFaultyInput(@TempDir Path folder) throws IOException {
    String sheet = sheet(folder, "{\"format\": ");

    Run run = Run.of("score", sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("error: " + sheet + ":1:").contains("no valid JSON");
  }

  @Test
  void score_warningAlone_isToldBesideTheScore(@TempDir Path folder) throws IOException {
    String sheet = sheet(folder, sheetOf("kla-2024", "\"1.2a\": 0.3"));

    Run run = Run.of("score", sheet);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains("0.30 of 1000", "1 of 274 questions");
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err())
        .startsWith("warning: " + sheet + ":8:13 /answers/1.2a: ")
        .contains("0.3", "0, 0.25, 0.5, 0.75, 1");
  }

  /** A sheet comes from somebody else; it must neither break lines nor steer the terminal. */
  @ParameterizedTest
  @ValueSource(strings = {"\\n", "\\u001b[31m", "\\r", "\\u009b", "\\u202e"})
  void score_controlCharactersInTheSheet_doNotReachTheTerminal(String control, @TempDir Path folder)
      throws IOException {
    String sheet =
        sheet(
            folder,
            sheetOf("kla-2024", "\"1" + control + ".1\": 1")
                .replace("2024\",\n  \"stage", "20" + control + "24\",\n  \"stage"));

    Run run = Run.of("score", sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.errLines()).hasSize(2).allMatch(line -> line.startsWith("error: "));
    assertThat(run.err().replace(System.lineSeparator(), ""))
        .matches(text -> text.codePoints().noneMatch(MainTest::steers), "holds only plain text");
  }

  private static boolean steers(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  @Test
  void score_sheetWithoutClusterV_isMadyaNowAndUtamaAtMost(@TempDir Path folder)
      throws IOException {
    String withoutClusterV =
        Files.readString(Path.of(EXAMPLE), StandardCharsets.UTF_8)
            .replaceAll("(?m)^ +\"2[1-4][A-C]\\..*\n", "");
    String sheet = sheet(folder, withoutClusterV);

    Run run = Run.of("score", sheet);

    assertThat(run.out()).contains("608.81", "MADYA", "813.81", "UTAMA");
  }

  // kla ladder

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          499.9999 | 499.9999: no predicate
          500      | 500.00: PRATAMA
          600      | 600.00: PRATAMA
          600,0001 | 600.0001: MADYA
          600.36   | 600.36: MADYA
          600,36   | 600.36: MADYA
          700      | 700.00: MADYA
          700.01   | 700.01: NINDYA
          797.5    | 797.50: NINDYA
          800.01   | 800.01: UTAMA
          900      | 900.00: UTAMA
          900.01   | 900.01: KLA
          1000     | 1000.00: KLA
          0        | 0.00: no predicate
          """)
  void ladder_total_isToldWithItsPredicate(String total, String first) {
    Run run = Run.of("ladder", total);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().get(0)).isEqualTo(first);
  }

  @Test
  void ladder_totalBetweenThePrintedNumbers_saysWhy() {
    Run run = Run.of("ladder", "600.36");

    assertThat(run.out())
        .contains("above 600.00", "up to and including 700.00", "the ministry prints 601-700")
        .contains("INFERRED", "600.36 was published as Madya")
        .contains("99.65 more to get above 700.00", "0.35 kept above 600.00")
        .contains("not declared by the ministry");
  }

  @Test
  void ladder_indonesian_hasDecimalCommas() {
    Run run = Run.of("ladder", "--locale", "id", "600.36");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines().get(0)).isEqualTo("600,36: MADYA");
    assertThat(run.out()).contains("di atas 600,00", "sampai dengan 700,00");
  }

  @Test
  void ladder_editionFromAFolder_usesItsLadder() {
    Run run = Run.of("ladder", "--edition", TINY.toString(), "10.5");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines().get(0)).isEqualTo("10.50: HIGH");
  }

  @ParameterizedTest
  @CsvSource({
    "--ladder ministry-2022, by ladder ministry-2022",
    "--round 2023, 'To round 2023 ladder ministry-2022 applies, STATED'",
    "--round 2025, 'To round 2024/2025 ladder ministry-2022 applies, INFERRED'",
    "--as-of 2022-09-16, 'To round 2022 ladder ministry-2022 applies, STATED'"
  })
  void ladder_byIdRoundOrDay_isThatLadder(String choice, String said) {
    Run run = Run.of(("ladder " + choice + " 600.36").split(" "));

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().get(0)).isEqualTo("600.36: MADYA");
    assertThat(run.out()).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "--ladder kla-2018, 'ladder \"kla-2018\" is not known; known: ministry-2022'",
    "--round 2019, 'no ladder is known for 2019; known: 2021 (ministry-2022)'",
    "--round 2020, 'no ladder is known for 2020'",
    "--as-of 2026-11-25, 'no ladder is known for 2026-11-25'",
    "--round soon, '\"soon\" is no year'",
    "--as-of 2023-02-30, 'found \"2023-02-30\"; allowed: a day'",
    "--as-of 2023, 'found \"2023\"; allowed: a day'"
  })
  void ladder_noneThatIsKnown_isFaultyInputAndNoOtherIsTaken(String choice, String said) {
    Run run = Run.of(("ladder " + choice + " 600.36").split(" "));

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: ").contains(said);
  }

  @Test
  void ladder_totalOutsideANamedLadder_saysWhatIsAllowed() {
    Run run = Run.of("ladder", "--round", "2023", "1000.01");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("1000.01", "0 to 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--edition kla-2024 --round 2023", "--ladder ministry-2022 --round 2023"})
  void ladder_twoChoices_areWrongUsage(String choices) {
    Run run = Run.of(("ladder " + choices + " 600").split(" "));

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--ladder", "--round");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000.01", "-1", "-0.0001", "999999999999999"})
  void ladder_totalOutsideTheLadder_saysWhatIsAllowed(String total) {
    Run run = Run.of("ladder", "--", total);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: ").contains(total, "0 to 1000");
  }

  @Test
  void ladder_negativeTotalWithoutDashes_isNoOption() {
    Run run = Run.of("ladder", "-1");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).startsWith("error: ").contains("-1", "0 to 1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "", "600.00001", "1e2", "1.000,5", "6 00", "NaN", "600.", "+1", "٦٠٠"})
  void ladder_noAmountOfPoints_isNamed(String total) {
    Run run = Run.of("ladder", total);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: found ").contains(total);
  }

  // Usage

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | score, ladder, sheet
          scores                              | scores
          score                               | FILE
          ladder                              | TOTAL
          score --wat sheet.json              | --wat
          score --format xml sheet.json       | xml
          score --locale xx sheet.json        | xx
          score --locale                      | --locale
          score a.json b.json                 | b.json
          ladder 600 700                      | 700
          """)
  void anyCommand_wrongUsage_saysWhatIsWrongAndWhereHelpIs(String arguments, String words) {
    Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(words).contains("--help");
  }

  @Test
  void help_tellsCommandsAndExitStatuses() {
    Run run = Run.of("--help");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("score", "ladder", "Exit status:")
        .containsPattern("2 +faulty input")
        .containsPattern("3 +wrong usage");
  }

  @ParameterizedTest
  @CsvSource({"score, --format", "ladder, TOTAL"})
  void helpOfACommand_tellsItsOptions(String command, String words) {
    Run run = Run.of(command, "--help");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains(words, "--locale", "--edition");
  }

  @Test
  void version_isPrinted() {
    Run run = Run.of("--version");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).startsWith("kla ");
  }

  // The machine

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "tr-TR", "id-ID", "hi-IN-u-nu-deva"})
  void anyCommand_anyDefaultLocale_printsTheSame(String tag) {
    List<Run> here = everything();

    Locale before = Locale.getDefault();
    List<Run> there;
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      there = everything();
    } finally {
      Locale.setDefault(before);
    }

    assertThat(there).isEqualTo(here);
  }

  private static List<Run> everything() {
    return List.of(
        Run.of("score", EXAMPLE),
        Run.of("score", "--locale", "id", EXAMPLE),
        Run.of("score", "--format", "JSON", EXAMPLE),
        Run.of("score", "--format", "TEXT", "--edition", TINY.toString(), EXAMPLE),
        Run.of("ladder", "600,36"),
        Run.of("ladder", "1000.01"),
        Run.of("ladder", "--locale", "xx", "1"),
        Run.of("score", "missing.json"));
  }
}
