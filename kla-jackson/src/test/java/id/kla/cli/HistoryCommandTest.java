package id.kla.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.rollup.HistoryReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kla history}. */
class HistoryCommandTest {

  private static final String KEDIRI = Path.of("examples", "kediri-2018-2024.csv").toString();

  /** Regions of East Java in two rounds; made for this test. */
  private static final String DECLARED =
      """
      region,round,stage,total,tier,source
      Kota Kediri,2022,final,,Madya,a page
      Kota Kediri,2023,final,600.36,Madya,a page
      Kabupaten Lumajang,2022,final,,Pratama,a page
      Kabupaten Lumajang,2023,final,720,,a page
      Kabupaten Pacitan,2022,final,,Nindya,a page
      Kabupaten Pacitan,2023,final,,none,a page
      Kabupaten Garut,2022,final,,Pratama,a page
      """;

  @TempDir private Path folder = Path.of("");

  private static Run history(String input, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "history";
    arguments[1] = "-";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Run.fed(input.getBytes(UTF_8), arguments);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void history_ofKediri_isItsPublishedStory() {
    Run run = Run.fed(new byte[0], "history", KEDIRI);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .isEqualTo(
            """
            Kota Kediri (35.71)

              self-assessment
                2024/2025  934.20  KLA by points; only the last stage decides
                not known: 2018, 2019, 2021, 2022, 2023

              final stage
                2018       MADYA
                2019       MADYA
                2021       MADYA
                2022       MADYA
                2023       600.36  MADYA
                not known: 2024/2025
                MADYA at each of 5 evaluations, 2018 to 2023; none was held in 2020

            Predicates by points, changes and counts are computed by kla; not declared by the ministry.
            """);
  }

  @Test
  void history_inIndonesian_isTold() {
    assertThat(Run.fed(new byte[0], "history", KEDIRI, "--locale", "id").out())
        .contains(
            "penilaian mandiri\n    2024/2025  934,20  KLA menurut nilai; hanya tahap terakhir yang"
                + " menentukan",
            "tidak diketahui: 2024/2025",
            "MADYA pada 5 evaluasi berturut-turut, 2018 sampai 2023; tidak ada evaluasi pada 2020\n\n"
                + "Predikat menurut nilai, perubahan, dan jumlah dihitung oleh aplikasi kla; tidak"
                + " ditetapkan oleh kementerian.\n");
  }

  /** Kediri stayed, Lumajang rose two steps by 720, Pacitan lost all; of 35 nothing is known. */
  @Test
  void history_ofAProvince_tellsWhereItsRegionsWent() {
    Run run = history(DECLARED, "--province", "35");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .doesNotContain("Garut")
        .contains("2022 → 2023: rose from PRATAMA to NINDYA by points\n")
        .contains("2022 → 2023: fell from NINDYA to no predicate\n")
        .endsWith(
            """
            Provinsi Jawa Timur: predicates of 2022 (rows) and 2023 (columns), final stage
                            no predicate  PRATAMA  MADYA  NINDYA  not known  total
              no predicate             .        .      .       .          .      .
              PRATAMA                  .        .      .      1*          .      1
              MADYA                    .        .      1       .          .      1
              NINDYA                   1        .      .       .          .      1
              not known                .        .      .       .         35     35
              total                    1        .      1       1         35     38
            1 rose: Kabupaten Lumajang*
            1 fell: Kabupaten Pacitan
            1 stayed
            35 can't be told: a predicate is not known
            * with a predicate by points, not a published one

            Predicates by points, changes and counts are computed by kla; not declared by the ministry.
            """);
  }

  @Test
  void history_ofOneRegion_leavesTheOthersOut() {
    assertThat(history(DECLARED, "--region", "Kota Kediri").out())
        .startsWith("Kota Kediri (35.71)")
        .doesNotContain("Lumajang");
  }

  /**
   * 1.1 lost 4 of 12; 19.2a and 19.4 won 3.2 and 6, of which the cap of 19 takes nothing; two
   * sheets and what was declared of another round stand in one folder.
   */
  @Test
  void history_ofAFolderOfSheets_splitsTheChange() {
    String sheet =
        """
        {"format": "kla.assessment/1", "edition": "kla-2024", "region": "16.10", "round": "%s",
         "stage": "self", "answers": {%s}}
        """;
    file("a.json", sheet.formatted("2023", "\"1.1\": 12"));
    file("b.json", sheet.formatted("2024", "\"1.1\": 8, \"19.1\": 4, \"19.3\": 2"));
    file("c.csv", "region,round,stage,total,source\n16.10,2022,self,500,a page\n");
    file(".DS_Store", "not read");

    Run run = Run.fed(new byte[0], "history", folder.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            """
                2022 → 2023: 500.00 → 12.00, -488.00
                   -488.00  rules or answers, which is not known
                   -488.00    not attributed: only totals are known
                2023 → 2024/2025: 12.00 → 14.00, +2.00
                     -4.00  cluster K
                     -4.00    indicator 1
                     +6.00  cluster IV
                     +6.00    indicator 19
            """);
  }

  /** The trial gives 1.1 at most 6: of 12 points the rules leave 6, and the answers lose 2. */
  @Test
  void history_underAnOverlay_tellsTheRulesFromTheAnswers() throws IOException {
    Path edition = Files.createDirectory(folder.resolve("trial"));
    Files.writeString(
        edition.resolve("edition.tsv"), "key\tvalue\nid\ttrial\nbase\tkla-2024\nlabel_en\tTrial\n");
    Files.writeString(edition.resolve("questions.tsv"), "indicator\tquestion\tmaximum\n1\t1\t6\n");
    String sheet =
        """
        {"format": "kla.assessment/1", "edition": "%s", "region": "16.10", "round": "%s",
         "stage": "self", "answers": {"1.1": %s}}
        """;
    Path before = file("a.json", sheet.formatted("kla-2024", "2022", "12"));
    Path after = file("b.json", sheet.formatted("trial", "2023", "4"));

    Run json =
        Run.fed(
            new byte[0],
            "history",
            before.toString(),
            after.toString(),
            "--edition",
            edition.toString(),
            "--format",
            "json");

    assertThat(json.status()).isEqualTo(Main.FINE);
    assertThat(json.out())
        .contains("\"rules\" : \"other\"", "\"ruleChange\" : -6", "\"realChange\" : -2");
  }

  @Test
  void history_asJson_isReadBack() {
    Run run = history(DECLARED, "--province", "Jawa Timur", "--format", "json");

    HistoryReport report = KlaJson.strict().read(KlaFormat.HISTORY, run.out()).orThrow();
    assertThat(report.histories()).hasSize(3);
    assertThat(report.transitions().orElseThrow().total()).isEqualTo(38);
  }

  @Test
  void history_asCsv_isARowARoundAndAPart() {
    assertThat(
            history(DECLARED, "--region", "35.08", "--format", "csv")
                .out()
                .replace("\uFEFF", "")
                .lines())
        .containsExactly(
            "region,stage,round,known,total,tier,tier from,source",
            "Kabupaten Lumajang,final,2022,known,,PRATAMA,declared,a page",
            "Kabupaten Lumajang,final,2023,known,720,NINDYA,computed,a page",
            "",
            "region,stage,from,to,direction,steps,why,level,cluster,code,change",
            "Kabupaten Lumajang,final,2022,2023,rise,2,,,,,");
  }

  @Test
  void history_thatContradictsItself_isToldWithBothVersions() {
    assertThat(
            history(
                    """
                    region,round,stage,tier,source
                    35.71,2022,final,Madya,a page
                    35.71,2022,final,Nindya,another page
                    """)
                .out())
        .contains("2022       told in several ways that contradict each other: MADYA; NINDYA");
  }

  /** 720 is NINDYA by points; of three rounds in a row only the last two were published. */
  @Test
  void history_ofARowThatRestsOnPoints_namesTheRounds() {
    String text =
        """
        region,round,stage,total,tier,source
        35.08,2021,final,720,,a page
        35.08,2022,final,,Nindya,a page
        35.08,2023,final,,Nindya,a page
        """;

    assertThat(history(text).out())
        .contains("NINDYA at each of 3 evaluations, 2021 to 2023; by points in 2021\n");
    assertThat(history(text, "--locale", "id").out())
        .contains(
            "NINDYA pada 3 evaluasi berturut-turut, 2021 sampai 2023; menurut nilai pada 2021\n");
  }

  /** The sheet has 12 points, which earn nothing; 934.2 is published and earns KLA by points. */
  @Test
  void history_thatAScoreContradicts_saysWhatWasComputed() throws IOException {
    Path sheet =
        file(
            "a.json",
            """
            {"format": "kla.assessment/1", "edition": "kla-2024", "region": "16.10",
             "round": "2024", "stage": "self", "answers": {"1.1": 12}}
            """);
    Path page = file("b.csv", "region,round,stage,total,source\n16.10,2024,self,934.2,a page\n");

    assertThat(Run.fed(new byte[0], "history", sheet.toString(), page.toString()).out())
        .contains(
            "told in several ways that contradict each other: 12.00 no predicate, computed by kla"
                + " from a sheet; 934.20 KLA by points\n");
    assertThat(
            Run.fed(new byte[0], "history", sheet.toString(), page.toString(), "--locale", "id")
                .out())
        .contains(
            "disebut dalam beberapa versi yang bertentangan: 12,00 tanpa predikat, dihitung kla"
                + " dari lembar penilaian; 934,20 KLA menurut nilai\n");
  }

  @Test
  void history_ofTotalsWhoseStagesAreNotSaid_tellsThemWithoutContradiction() {
    String text = "region,round,total,source\n35.71,2023,600.36,a page\n35.71,2023,934.2,a page\n";

    assertThat(history(text).out())
        .contains(
            "2023       several totals whose stages are not said: 600.36 MADYA by points;"
                + " 934.20 KLA by points");
    Run json = history(text, "--format", "json");
    assertThat(json.out()).contains("\"state\" : \"several\"");
    assertThat(KlaJson.strict().read(KlaFormat.HISTORY, json.out()).orThrow().histories())
        .hasSize(1);
  }

  @Test
  void history_ofSomethingElse_isFaultyInputAndTellsNothing() {
    Run broken = history("region,round,source,total\n16.10,2023,a page,many\n");
    Run measures = history("measure,cost,awards\nM1,1,1.1 = 12\n");

    assertThat(broken.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(broken.out()).isEmpty();
    assertThat(broken.err()).contains("many");
    assertThat(measures.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(Run.fed(new byte[0], "history", folder.toString()).status())
        .isEqualTo(Main.FAULTY_INPUT);
    assertThat(history(DECLARED, "--province", "Atlantis").err()).contains("Atlantis");
  }

  @Test
  void history_withOptionsThatDoNotFit_isWrongUsage() {
    assertThat(history(DECLARED, "--province", "35", "--region", "35.71").status())
        .isEqualTo(Main.WRONG_USAGE);
    assertThat(history(DECLARED, "--from", "2022", "--to", "2023").status())
        .isEqualTo(Main.WRONG_USAGE);
    Run order = history(DECLARED, "--province", "35", "--from", "2023", "--to", "2022");
    assertThat(order.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(order.err()).contains("round 2022 does not come after 2023");
  }
}
