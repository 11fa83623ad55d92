package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.planning.ActionPlanReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kla rad} on the example's sheet, with four measures whose best years are plain. */
class RadCommandTest {

  private static final String OGAN_ILIR = "examples/ogan-ilir-2024.json";

  /**
   * 771.81 + 12 + 12 + 8: all of A, B and C are needed for more than 800, and D for C; B can't run
   * in 2026.
   */
  private static final String MEASURES =
      """
      {"format": "kla.measures/1", "edition": "kla-2024", "measures": [
        {"code": "A", "name": "Satu", "awards": {"7.2": 22}, "cost": 100, "agency": "DP3A",
         "references": [{"kind": "RPJMD", "code": "2.08", "year": 2026}]},
        {"code": "B", "awards": {"6.3": 21}, "cost": 80, "years": [2027, 2028]},
        {"code": "C", "awards": {"8.3": 10}, "cost": 50, "needs": ["D"]},
        {"code": "D", "cost": 10, "agency": "X"}
      ]}
      """;

  @TempDir private Path folder = Path.of("");

  private String measures() throws IOException {
    return Files.writeString(folder.resolve("measures.json"), MEASURES).toString();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  /** With 120 a year no two of the dear ones fit into one; C and D together cost 60. */
  @Test
  void rad_budgetsAndATarget_spreadsMeasuresOverTheYears() throws IOException {
    Run run =
        Run.of(
            "rad", OGAN_ILIR, "--measures", measures(), "--years", "2026-2028", "--budget", "120");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .contains("The best action plan meets 1 of 1 targets and costs 240; none is better:")
        .contains("of a budget of 120", "803.81 (UTAMA)", "target UTAMA: met")
        .contains("A Satu (DP3A): 7.2 +12.00 [RPJMD 2.08 (2026)]")
        .contains("What the plan lacks:", "measure B: nobody carries it out.")
        .contains("not declared by the ministry");
  }

  /** 783.81 asks for A in 2026; B and C with D follow. */
  @Test
  void rad_goalsAsATable_areKept() throws IOException {
    String goals =
        file("goals.csv", "tahun;pagu;target\n2026;120;783,81\n2027;120;790,5\n2028;;Utama\n");

    Run run =
        Run.of("rad", OGAN_ILIR, "--measures", measures(), "--goals", goals, "--locale", "id");

    assertThat(run.out())
        .contains("memenuhi 3 dari 3 target dengan biaya 240")
        .contains("target 783,81: terpenuhi", "target 790,50: terpenuhi");
  }

  @Test
  void rad_asTables_canBePastedAndReadAgain() throws IOException {
    String goals =
        file("goals.csv", "year,budget,target\n2026,120,783.81\n2027,80,\n2028,,UTAMA\n");

    Run run =
        Run.of("rad", OGAN_ILIR, "--measures", measures(), "--goals", goals, "--format", "csv");

    // 2026 pays for A and D, 2027 for B, and C follows.
    assertThat(run.out())
        .contains("year,code,measure,agency,indicators,awards,points won,cost,references")
        .contains("2026,A,Satu,DP3A,7,7.2 = 22,12,100,RPJMD: 2.08 (2026)")
        .contains("2027,B,B,,6,6.3 = 21,12,80,")
        .contains("year,budget,target,spent,gain,total then,tier then,target met,missing")
        .contains("2027,80,,80,12,", "MEASURE_WITHOUT_AGENCY,measure B,nobody carries it out.");
    Run again = Run.of("rad", OGAN_ILIR, "--measures", measures(), "--goals", years(run.out()));
    assertThat(again.out()).contains("meets 2 of 2 targets and costs 240");
  }

  /** The table of years is one of goals. */
  private String years(String tables) throws IOException {
    int start = tables.indexOf("year,budget,target");
    return file("again.csv", tables.substring(start, tables.indexOf("\r\n\r\n", start)));
  }

  @Test
  void rad_inJson_isReadBackAndSetBesideWhatWasReached() throws IOException {
    Path plan = folder.resolve("rad.json");
    String later =
        file(
            "later.json",
            Files.readString(Path.of(OGAN_ILIR))
                .replaceFirst("\"round\": \"2024\"", "\"round\": \"2027\"")
                .replaceFirst("\"7\\.2\": 10", "\"7.2\": 22")
                .replaceFirst("\"6\\.3\": 9", "\"6.3\": 15"));
    String now =
        file(
            "now.json",
            MEASURES
                .replace(
                    "\"cost\": 100", "\"cost\": 100, \"state\": \"done\", \"realisedCost\": 90")
                .replace("\"cost\": 80", "\"cost\": 80, \"state\": \"running\""));
    assertThat(
            Run.of(
                    "rad",
                    OGAN_ILIR,
                    "--measures",
                    measures(),
                    "--years",
                    "2026-2028",
                    "--budget",
                    "120",
                    "--format",
                    "json",
                    "-o",
                    plan.toString())
                .status())
        .isEqualTo(Main.FINE);

    ActionPlanReport read = KlaJson.strict().read(KlaFormat.RAD, plan).orThrow();
    Run run = Run.of("rad", plan.toString(), "--reached", later, "--measures", now);

    assertThat(read.plan().cost()).isEqualByComparingTo("240");
    // 771.81 + 12 + 6.
    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .contains("Reached by the end of 2027: 789.81 (NINDYA)")
        .contains("A Satu (DP3A): done, complete", "100 planned, 90 spent")
        .contains("B: running, incomplete, 6.00 points missing")
        .contains("6.3: 21.00 expected, 15.00 reached, 6.00 missing")
        .doesNotContain("What the plan lacks");
    Run tables =
        Run.of("rad", plan.toString(), "--reached", later, "--measures", now, "--format", "csv");
    assertThat(tables.out())
        .contains("at the end of,2027", "A,DP3A,done,yes,0,100,90", "B,,running,no,6,80,");
    Run json =
        Run.of("rad", plan.toString(), "--reached", later, "--measures", now, "--format", "json");
    assertThat(KlaJson.strict().read(KlaFormat.RAD, json.out()).orThrow().monitoring()).isPresent();
    String elsewhere =
        file(
            "elsewhere.json",
            Files.readString(Path.of(later))
                .replaceFirst("\"region\": \"[^\"]*\"", "\"region\": \"35.71\""));
    Run other = Run.of("rad", plan.toString(), "--reached", elsewhere, "--measures", now);
    assertThat(other.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(other.err()).contains("the sheet is of 35.71, the plan of 16.10");
  }

  @Test
  void rad_aNewPlanAndWhatWasReached_tellsBoth() throws IOException {
    Run run =
        Run.of(
            "rad",
            OGAN_ILIR,
            "--measures",
            measures(),
            "--years",
            "2026-2028",
            "--reached",
            OGAN_ILIR,
            "--year",
            "2026");

    assertThat(run.out()).contains("The best action plan", "Reached by the end of 2026: 771.81");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--years 2026|3|--measures FILE is missing",
        "--measures M|3|Say which years: --years 2026-2030",
        "--measures M --years 2030-2026|3|\"2030-2026\"; allowed: such as 2026-2030",
        "--measures M --years 26-28|3|allowed: such as 2026-2030",
        "--measures M --years 2026 --budget -5|3|found '-5'; allowed: 0 to 999999999999.9999",
        "--measures M --years 2026 --budget 1e99|3|such as 500000000",
        "--measures M --years 2026 --goals G|3|leave --years, --budget and --target out",
        "--measures M --years 2026 --time 0|3|--time: found 0; allowed: seconds from 1",
        "--measures M --years 2026 --year 2026|3|--year is for --reached",
        "--measures M --reached examples/ogan-ilir-2024.json|3|FILE is a plan that was made before",
        "--measures M --years 2026,2026|2|year 2026 stands here a second time",
        "--measures M --years 2026-2060|2|35 years are planned; allowed: 1 to 30",
        "--measures M --years 1066|2|year 1066; allowed: 1900 to 2199",
        "--measures M --years 2026 --target GOLD|2|\"GOLD\" is no predicate",
        "--measures M --years 2026 --target 1.000|3|--target: found 1.000, whose point or comma may divide thousands",
        "--measures M --years 2026 --target 2000|2|target 2000; allowed: 0 to 1000",
        "--measures M --goals G|2|G: can't be read",
        "--measures examples/ogan-ilir-2024.json --years 2026|2|allowed: \"kla.measures/1\"",
        "--measures M --years 2026 --reached examples/ogan-ilir-2024.json|2|year 2025 is none of the plan's; allowed: 2026",
      })
  void rad_wrongInput_saysWhatToDo(String options, int status, String message) throws IOException {
    String measures = measures();
    String[] arguments =
        ("rad " + OGAN_ILIR + " " + options).replace(" M", " " + measures).split(" ");

    Run run = Run.of(arguments);

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.err()).contains(message);
    assertThat(run.content()).isEmpty();
  }

  @Test
  void rad_faultsOfSeveralFiles_areToldAtOnce() throws IOException {
    String goals = file("goals.csv", "year,budget,target\n2026,abc,GOLD\n");

    Run run =
        Run.of(
            "rad",
            OGAN_ILIR,
            "--measures",
            file("m.csv", "a,b\n1,2\n"),
            "--goals",
            goals,
            "--locale",
            "id");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err())
        .contains("m.csv: tidak ada tabel dengan kolom measure, cost")
        .contains("baris 2, kolom budget: biaya abc", "baris 2, kolom target: \"GOLD\"");
  }

  @Test
  void rad_aPlanThatWasMade_takesNoGoals() throws IOException {
    String plan = folder.resolve("rad.json").toString();
    Run.of(
        "rad",
        OGAN_ILIR,
        "--measures",
        measures(),
        "--years",
        "2026",
        "--format",
        "json",
        "-o",
        plan);

    assertThat(Run.of("rad", plan).err()).contains("--reached SHEET is missing");
    assertThat(Run.of("rad", plan, "--reached", OGAN_ILIR, "--years", "2026").err())
        .contains("this one has its own");
  }
}
