package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kla reconcile}. */
class ReconcileCommandTest {

  private static final String EXAMPLE = Path.of("examples", "ogan-ilir-2024.json").toString();

  @TempDir private Path folder = Path.of("");

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void reconcile_rowsThatDiffer_areNamedAndNoFault() {
    Run run = Run.of("reconcile", EXAMPLE);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("differ from their parts: 12 of 38.")
        .contains(
            "771.81  questions as answered",
            "765.46  indicators as stated",
            "770.36  clusters as stated");
  }

  @Test
  void reconcile_inIndonesian_saysSo() {
    Run run = Run.of("reconcile", "--locale", "id", EXAMPLE);

    assertThat(run.out()).contains("765,46  indikator sebagaimana tertulis");
  }

  @Test
  void reconcile_tablesScoresAndStandardInput_areReadLikeTheDocument() throws IOException {
    String tables = path("sheet.csv");
    assertThat(Run.of("convert", EXAMPLE, "--to", "csv", "-o", tables).status()).isZero();
    String scored = file("scored.json", Run.of("score", "--format", "json", EXAMPLE).out());
    Run document = Run.of("reconcile", EXAMPLE);

    assertThat(Run.of("reconcile", tables)).isEqualTo(document);
    assertThat(Run.of("reconcile", scored)).isEqualTo(document);
    assertThat(Run.fed(Files.readAllBytes(Path.of(EXAMPLE)), "reconcile", "-")).isEqualTo(document);
  }

  @Test
  void reconcile_sheetThatStatesNothing_saysSo() throws IOException {
    String sheet =
        file(
            "sheet.json",
            """
            {"format": "kla.assessment/1", "edition": "kla-2024", "region": "16.10",
             "round": "2024", "stage": "self", "answers": {"1.1": 12}}
            """);

    Run run = Run.of("reconcile", sheet);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains("nothing to reconcile", "12.00  questions as answered");
  }

  @Test
  void reconcile_faultySheet_isFaultyInputWithoutAnAnswer() throws IOException {
    String sheet =
        file(
            "sheet.json", Files.readString(Path.of(EXAMPLE)).replace("\"1.1\": 12", "\"1.1\": 13"));

    Run run = Run.of("reconcile", sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("1.1", "13", "0 to 12");
  }

  @Test
  void reconcile_somethingElseThanASheet_isFaultyInput() throws IOException {
    String declared =
        file(
            "declared.csv",
            "region,round,stage,total,tier,source\nKota Kediri,2023,final,600.36,MADYA,press\n");

    Run run = Run.of("reconcile", declared);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("kla.declared/1", "kla.assessment/1");
  }

  @Test
  void reconcile_sheetOfAnotherEditionThanIsAskedFor_isFaultyInput() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("edition.tsv"), "key\tvalue\nid\town\n");
    Files.writeString(own.resolve("clusters.tsv"), "cluster\nA\n");
    Files.writeString(own.resolve("indicators.tsv"), "indicator\tcluster\tmaximum\n1\tA\t2\n");
    Files.writeString(own.resolve("questions.tsv"), "indicator\tquestion\tmaximum\n1\ta\t2\n");

    Run run = Run.of("reconcile", "--edition", own.toString(), EXAMPLE);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("\"kla-2024\"", "\"own\"");
  }
}
