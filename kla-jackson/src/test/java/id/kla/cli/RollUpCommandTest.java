package id.kla.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Language;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.points.Points;
import id.kla.rollup.Ranking;
import id.kla.rollup.RollUpReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kla rollup}. */
class RollUpCommandTest {

  private static final String MADE = "examples/east-java-2023-made.csv";

  @TempDir private Path folder;

  private static String sheet(String region, String answers) {
    return "{\"format\": \"kla.assessment/1\", \"edition\": \"kla-2024\", \"region\": \""
        + region
        + "\", \"round\": \"2023\", \"stage\": \"self\", \"answers\": {"
        + answers
        + "}}";
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void eastJava_madeForTheExample_isProvilaByTheOldRule_andSaysThatItIsMade() {
    Run run = Run.of("rollup", MADE, "--province", "35");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines())
        .contains(
            "38 of 38 regencies and cities",
            "     4  UTAMA",
            "    16  NINDYA",
            "    18  MADYA",
            "     0  PRATAMA",
            "  the results above give the same counts",
            "  met: regencies and cities with an award, 38 of 38",
            "  not decidable: villages that are Dekela, no count given");
    assertThat(run.out())
        .contains(
            "source of 38: MADE for this example",
            "not the ministry's",
            "2019, 2021, 2022, 2023): met; computed by kla, not declared",
            "2024/2025): not decidable from what is known; computed by kla, not declared");
  }

  @Test
  void eastJava_withOneRegionWithoutAward_isNot_andTheRegionIsNamed() throws IOException {
    String other =
        Files.readString(Path.of(MADE))
            .replace("Sampang,2023,final,Madya", "Sampang,2023,final,none");

    Run run = Run.fed(other.getBytes(UTF_8), "rollup", "-", "--province", "Jawa Timur");

    assertThat(run.out())
        .contains(
            "2023): not met; computed by kla, not declared",
            "    Kabupaten Sampang (35.27): holds no award",
            "the results above give other counts: MADYA -1");
  }

  @Test
  void publishedCounts_areNotCompared_whereTheResultOfARegionIsMissing() throws IOException {
    byte[] others =
        (String.join(
                    "\n",
                    Files.readAllLines(Path.of(MADE)).stream()
                        .filter(line -> !line.contains("Sampang"))
                        .toList())
                + "\n")
            .getBytes(UTF_8);

    assertThat(Run.fed(others, "rollup", "-", "--province", "35").out())
        .contains("  not compared: the predicate of 1 of 38 regencies and cities is not known")
        .doesNotContain("the results above give");
    assertThat(Run.fed(others, "rollup", "-", "--province", "35", "--locale", "id").out())
        .contains("tidak dibandingkan: predikat 1 dari 38 kabupaten dan kota tidak diketahui");
    assertThat(Run.fed(others, "rollup", "-", "--province", "35", "--format", "json").out())
        .contains("\"published\"")
        .doesNotContain("\"differences\"");
  }

  @Test
  void countsBelowRegions_decideTheRuleOf2025() {
    Run met =
        Run.of("rollup", MADE, "--province", "35", "--kelana", "666/666", "--dekela", "8494/8494");
    Run not = Run.of("rollup", MADE, "--province", "35", "--kelana", "665 of 666");

    assertThat(met.out())
        .contains("2024/2025): met", "met: villages that are Dekela, 8494 of 8494");
    assertThat(not.out())
        .contains("2024/2025): not met", "sub-districts that are Kelana, 665 of 666");
    assertThat(Run.of("rollup", MADE, "--province", "35", "--kelana", "many").status())
        .isEqualTo(Main.WRONG_USAGE);
  }

  @Test
  void countsBelowRegions_withoutAProvince_areWrongUsage() {
    for (String option : List.of("--kelana", "--dekela")) {
      Run run = Run.of("rollup", MADE, option, "665/666");

      assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
      assertThat(run.err()).contains("give --province PROVINCE, too");
      assertThat(run.out()).isEmpty();
    }
  }

  /** 1.1 has 12 points, 4.4 has 5: totals 12 and 17, cluster K 12 and 12, cluster I 5 and 0. */
  @Test
  void sheetsOfAFolder_areScored_andBrokenOnesReportedSkippedAndCounted() throws IOException {
    write("a.json", sheet("34.01", "\"1.1\": 12"));
    write("deep/b.json", sheet("34.02", "\"1.1\": 12, \"4.4\": 5"));
    write("broken.json", "{\"format\": \"kla.assessment/1\", ");
    write("empty.json", "");
    write("note.txt", "nothing of kla");
    write("unknown.json", sheet("34.99", "\"1.1\": 12"));
    write(".hidden", "left by a system");

    Run run = Run.of("rollup", folder.toString(), "--province", "34");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err())
        .contains("broken.json", "empty.json", "note.txt", "34.99")
        .doesNotContain("hidden");
    assertThat(run.out())
        .contains(
            "2 of 5 regencies and cities",
            "no result of 3: Kabupaten Gunungkidul (34.03), Kabupaten Sleman (34.04)",
            "totals of 2 of 2: mean 14.50 (exactly 29.00 / 2)",
            "     1       17.00  Kabupaten Bantul (34.02)  none",
            "     2       12.00  Kabupaten Kulon Progo (34.01)  none",
            "4 documents could not be read and are missing here",
            "2023): not decidable from what is known; computed by kla, not declared\n"
                + "  only results of the last stage decide which predicate a region holds",
            "Kabupaten Bantul (34.02): holds no award; 483.00 more points to an award");
  }

  @Test
  void regionsOfOtherProvinces_areCounted() throws IOException {
    write("a.json", sheet("34.01", "\"1.1\": 12"));
    write("b.json", sheet("35.71", "\"1.1\": 12"));

    Run run = Run.of("rollup", folder.toString(), "--province", "34");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains("1 result of another province is left out");
  }

  @Test
  void sameRegionTwice_isAFinding_whichChangesTheStatusIfTheResultsDiffer() throws IOException {
    write("a.json", sheet("34.01", "\"1.1\": 12"));
    write("b.json", sheet("34.01", "\"1.1\": 12"));
    Run same = Run.of("rollup", folder.toString());
    write("b.json", sheet("34.01", "\"1.1\": 11"));
    Run other = Run.of("rollup", folder.toString(), "--locale", "id");

    assertThat(same.status()).isEqualTo(Main.FINE);
    assertThat(same.err()).contains("warning", "a.json", "b.json", "counts once");
    assertThat(other.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(other.err()).contains("kesalahan", "a.json", "b.json", "keduanya tidak dihitung");
    assertThat(other.out())
        .contains("0 dari 514", "tidak dihitung karena hasilnya berbeda-beda, 1");
  }

  /** Of 1.1 the administrative verification left 10 of 12. */
  @Test
  void view_isThatOfEachSheet_orTheOneThatWasAskedFor() throws IOException {
    String judged =
        sheet("34.01", "\"1.1\": 12")
            .replace(
                "}}",
                "}, \"findings\": [{\"question\": \"1.1\", \"stage\": \"VA\","
                    + " \"ruling\": \"revised\", \"points\": 10}]}");
    write("a.json", judged);

    Run latest = Run.of("rollup", folder.toString(), "--province", "34");
    Run claimed = Run.of("rollup", folder.toString(), "--province", "34", "--basis", "claimed");

    assertThat(latest.out()).contains("administrative verification", "exactly 10.00 / 1");
    assertThat(claimed.out()).contains("self-assessment", "exactly 12.00 / 1");
  }

  @Test
  void nation_saysHowManyProvincesMeetTheRule() {
    assertThat(Run.of("rollup", MADE).out())
        .contains(
            "Indonesia · round 2023 · final stage",
            "38 of 514 regencies and cities",
            "     1  met: Jawa Timur",
            "    37  not decidable: Aceh");
  }

  /** The order of files and the number of threads change nothing. */
  @Test
  void outcome_doesNotHangOnTheOrderOfFiles() throws IOException {
    List<String> files = new ArrayList<>();
    for (int i = 1; i <= 35; i++) {
      String region =
          "33." + (i < 30 ? (i < 10 ? "0" + i : Integer.toString(i)) : Integer.toString(i + 41));
      files.add(write("s" + i + ".json", sheet(region, "\"1.1\": " + i % 13)).toString());
    }
    Run first = Run.of(arguments(files));
    Collections.shuffle(files, new Random(7));
    Run second = Run.of(arguments(files));

    assertThat(second.out()).isEqualTo(first.out());
    assertThat(first.out()).contains("\"counted\" : 35");
  }

  private static String[] arguments(List<String> files) {
    List<String> arguments = new ArrayList<>(List.of("rollup", "--format", "json"));
    arguments.addAll(files);
    return arguments.toArray(String[]::new);
  }

  @Test
  void json_isReadBack_andFaultsAreADocument() throws IOException {
    write("a.json", sheet("34.01", "\"1.1\": 12"));
    write("b.json", "{");

    Run run = Run.of("rollup", folder.toString(), "--format", "json");
    RollUpReport report = KlaJson.strict().read(KlaFormat.ROLL_UP, run.out()).orThrow();

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(report.unread()).isEqualTo(1);
    assertThat(report.rollUp().size()).isEqualTo(1);
    assertThat(KlaJson.strict().read(KlaFormat.FAULTS, run.err()).orThrow()).isNotEmpty();
  }

  /** Nobody has judged either: each can fall to 0, and rise to all that is not answered. */
  @Test
  void json_saysWhatTotalsAndRanksCanStillBecome() throws IOException {
    write("a.json", sheet("34.01", "\"1.1\": 12"));
    write("b.json", sheet("34.02", "\"1.1\": 11"));

    String json = Run.of("rollup", folder.toString(), "--format", "json").out();
    RollUpReport report = KlaJson.strict().read(KlaFormat.ROLL_UP, json).orThrow();

    assertThat(report.rollUp().results())
        .extracting(result -> result.bounds().orElseThrow())
        .containsExactly(
            new Ranking.Bounds(Points.ZERO, Points.of(1000)),
            new Ranking.Bounds(Points.ZERO, Points.of(999)));
    assertThat(json.replaceAll("\\s", "")).contains("\"rank\":2,\"best\":1,\"worst\":2,");
  }

  @Test
  void json_withBoundsThatAreNoBounds_isFaulty() throws IOException {
    write("a.json", sheet("34.01", "\"1.1\": 12"));
    String json = Run.of("rollup", folder.toString(), "--format", "json").out();

    assertThat(faults(json.replace("\"atLeast\" : 0,", "\"atLeast\" : 12.5,")))
        .containsExactly("found 12.5 points; allowed: 0 to 12.");
    assertThat(faults(json.replace("\"atMost\" : 1000,", "\"atMost\" : 11,")))
        .containsExactly("found 12 points; allowed: 0 to 11.");
    assertThat(faults(json.replace("\"atMost\" : 1000,", "")))
        .anyMatch(fault -> fault.contains("/results/0/atMost"));
  }

  private static List<String> faults(String json) {
    return KlaJson.strict().read(KlaFormat.ROLL_UP, json).faults().stream()
        .map(fault -> fault.text(Language.ENGLISH))
        .toList();
  }

  @Test
  void csv_holdsEveryRegionAndEverySpread() throws IOException {
    write("a.json", sheet("34.01", "\"1.1\": 12"));

    assertThat(
            Run.of("rollup", folder.toString(), "--province", "34", "--format", "csv")
                .out()
                .replace("\uFEFF", "")
                .lines())
        .contains(
            "round,kind,stage,edition,basis,region,rank,best rank,worst rank,total,at least,"
                + "at most,tier,tier from,source",
            "2023,scored,self,kla-2024,claimed,Kabupaten Kulon"
                + " Progo,1,1,1,12,0,1000,none,computed,",
            "2023,scored,self,kla-2024,claimed,Kota Yogyakarta,,,,,,,,missing,",
            "2023,scored,self,kla-2024,claimed,none,1",
            "2023,scored,self,kla-2024,claimed,cluster,K,1,12,12,12,12,12,12",
            "2023,scored,self,kla-2024,claimed,34,provila-2019,not_decidable,,before the last stage,",
            "2023,scored,self,kla-2024,claimed,34,provila-2019,not_decidable,Kabupaten Kulon"
                + " Progo,without_award,488");
  }

  @Test
  void province_thatIsNotKnown_isAFault() {
    Run run = Run.of("rollup", MADE, "--province", "Jawa Timor");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("Jawa Timor", "Jawa Timur");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void fileThatIsNotThere_isReportedAndCounted() {
    Run run = Run.of("rollup", MADE, "nowhere.json");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("nowhere.json");
    assertThat(run.out()).contains("1 document could not be read and is missing here");
  }

  @Test
  void progress_isDrawnOncePerPercent_andLeavesAnEmptyLine() {
    StringWriter terminal = new StringWriter();
    ProgressBar bar = ProgressBar.of(new PrintWriter(terminal), 200);
    bar.show(0);
    bar.show(1);
    bar.show(100);
    bar.show(200);
    bar.end();

    assertThat(terminal.toString().split("\r"))
        .containsExactly(
            "",
            "[" + ".".repeat(30) + "] 0/200",
            "[" + "#".repeat(15) + ".".repeat(15) + "] 100/200",
            "[" + "#".repeat(30) + "] 200/200",
            " ".repeat(40));
  }
}
