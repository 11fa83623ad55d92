package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.EditionTables;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.simulation.SimulationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kla simulate} on the sheet of Ogan Ilir, which claims 771.81. */
class SimulateCommandTest {

  private static final String OGAN_ILIR = "examples/ogan-ilir-2024.json";

  @TempDir private Path folder;

  private String file(String text) throws IOException {
    Path file = folder.resolve("survival.csv");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void simulate_withoutSurvival_saysWhatToGive() {
    Run run = Run.of("simulate", OGAN_ILIR);

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err())
        .contains("--survival FILE", "part, outcome and chance", "--survival published");
    assertThat(run.content()).isEmpty();
  }

  /** Everything holds but 6.3, with 9 points, which is struck half of the time: 762.81. */
  @Test
  void simulate_oneUncertainQuestion_isToldExactly() throws IOException {
    Run run =
        Run.of(
            "simulate",
            OGAN_ILIR,
            "--survival",
            file("part,outcome,chance\n*,holds,100%\n6.3,holds,50%\n6.3,struck,50%\n"));

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("771.81 of 1000: NINDYA", "from 3 rows of its own", "scenario, not a forecast")
        .contains("274 claims count now; 1 may come to another end, each for itself; 273 stay")
        .contains("Exact: computed over every total that is possible, nothing was drawn.")
        .contains("Chance of NINDYA or higher: 100.0%")
        .contains("Expected total 767.31")
        .contains("Half of all totals from 762.81 to 771.81, the middle one 762.81")
        .contains("not declared by the ministry");
    assertThat(run.out().lines().filter(line -> !line.startsWith("Computed by kla")))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void simulate_published_namesThePairsAndThatTheyAreNoSample() {
    Run run = Run.of("simulate", OGAN_ILIR, "--survival", "published", "--target", "MADYA");
    Run indonesian =
        Run.of(
            "simulate",
            OGAN_ILIR,
            "--survival",
            "published",
            "--draws",
            "2000",
            "--seed",
            "42",
            "--locale",
            "id");

    assertThat(run.out())
        .contains("4 pairs", "no sample of regions", "Kabupaten Garut 2021, 631 of 805.26 at stage")
        .contains("stage field_verification", "Exact: computed")
        .contains("Chance of MADYA or higher:", "MADYA above 600", "NINDYA above 700");
    assertThat(indonesian.out().replaceAll("\\s+", " "))
        .contains("4 pasangan", "bukan sampel daerah", "Peluang NINDYA atau lebih tinggi:")
        .contains("Sampel: 2000 tarikan dengan benih 42", " ± ", "tidak ditetapkan oleh");
  }

  private static final Path RESOURCES = Path.of("src", "test", "resources", "id", "kla", "jackson");

  private String tiny(String seed) throws IOException {
    return Run.of(
            "simulate",
            RESOURCES.resolve("golden").resolve("assessment-tiny.json").toString(),
            "--edition",
            RESOURCES.resolve("tiny").toString(),
            "--survival",
            file("part,outcome,chance\n*,holds,80%\n*,struck,20%\n"),
            "--draws",
            "3000",
            "--seed",
            seed,
            "--format",
            "json")
        .out();
  }

  @Test
  void simulate_twiceWithOneSeed_isTheSameAndWithAnotherNot() throws IOException {
    String document = tiny("2");

    SimulationReport read =
        KlaJson.strict(List.of(EditionTables.read(RESOURCES.resolve("tiny")).orThrow()))
            .read(KlaFormat.SIMULATION, document)
            .orThrow();

    assertThat(document).isEqualTo(tiny("2")).isNotEqualTo(tiny("-5"));
    assertThat(read.method()).isEqualTo(new SimulationReport.Sampled(2, 3000));
    assertThat(read.survival().rows()).hasSize(2);
  }

  /**
   * Agencies have more than 64 states together, which only a sample can tell; 5% is soon reached.
   */
  @Test
  void simulate_tiedByAgency_isDrawnUntilTheErrorIsSmall() throws IOException {
    Run run =
        Run.of(
            "simulate",
            OGAN_ILIR,
            "--survival",
            file(
                "bagian;keadaan akhir;peluang;terikat\n*;bertahan;80%;opd\n*;0,5;20%;opd\n"
                    .replace("opd", "perangkat daerah")),
            "--error",
            "0.5");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Sampled: 65536 draws with seed 1", "hang together on shared states")
        .doesNotContain("Exact");
  }

  @Test
  void simulate_asTables_holdsChancesTotalsAndBars() {
    String csv = Run.of("simulate", OGAN_ILIR, "--survival", "published", "--format", "csv").out();

    assertThat(csv)
        .contains("method,exact", "tier,chance,standard error,chance of it or a higher one")
        .contains("MADYA,0.8", "50%,", "from,through,chance");
  }

  @Test
  void simulate_faultySurvival_tellsWhereAndWhat() throws IOException {
    Run run =
        Run.of(
            "simulate",
            OGAN_ILIR,
            "--survival",
            file("part,outcome,chance\nK,holds,70%\nX,struck,100%\n"));
    Run missing =
        Run.of("simulate", OGAN_ILIR, "--survival", file("part,outcome,chance\nK,holds,100%\n"));
    Run other = Run.of("simulate", OGAN_ILIR, "--survival", OGAN_ILIR, "--locale", "id");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("row 2: the chances of \"cluster K\" add up to 70%");
    assertThat(missing.err())
        .contains("nothing says how", "claims survive", "\"*\" with the outcome \"holds\"");
    assertThat(other.err()).contains("kla.assessment/1", "kla.survival/1");
    assertThat(run.content()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--draws, 1", "--draws, 1000000001", "--error, 0", "--error, 100", "--time, 0"})
  void simulate_limitsThatAreNone_areWrongUsage(String option, String value) {
    Run run = Run.of("simulate", OGAN_ILIR, "--survival", "published", option, value);

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains(option + ": found " + value + "; allowed:");
  }

  @Test
  void convert_survival_goesToTablesAndBack() throws IOException {
    String table = file("part,outcome,chance\n*,holds,80%\n*,struck,20%\n");
    String json = Run.of("convert", table, "--to", "json", "--edition", "kla-2024").out();
    Path document = folder.resolve("survival.json");
    Files.writeString(document, json);

    assertThat(json).contains("kla.survival/1", "\"percent\" : 80");
    assertThat(Run.of("convert", document.toString(), "--to", "csv").out())
        .contains("part,outcome,chance,tied", "*,holds,80%,none");
    assertThat(Run.of("validate", document.toString(), table).out())
        .contains("survival.json: valid kla.survival/1");
  }
}
