package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kla recheck}. */
class RecheckCommandTest {

  private static final String EXAMPLE = Path.of("examples", "ogan-ilir-2024.json").toString();

  @TempDir private Path folder = Path.of("");

  private String result = "";

  @BeforeEach
  void score() throws IOException {
    result = file("result.json", Run.of("score", "--format", "json", EXAMPLE).out());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String changed(String from, String to) throws IOException {
    String text = Files.readString(Path.of(result));
    assertThat(text).containsPattern(from);
    return file("changed.json", text.replaceFirst(from, to));
  }

  @Test
  void recheck_aResult_holdsWithThreeDigests() {
    Run alone = Run.of("recheck", result);
    Run withSheet = Run.of("recheck", result, "--edition", "kla-2024", "--assessment", EXAMPLE);

    assertThat(alone.status()).isEqualTo(Main.FINE);
    assertThat(alone.err()).isEmpty();
    assertThat(alone.outLines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("result.json: holds"),
            line -> assertThat(line).matches("edition kla-2024: [0-9a-f]{64}"),
            line -> assertThat(line).matches("assessment: [0-9a-f]{64}"),
            line -> assertThat(line).matches("result: [0-9a-f]{64}"));
    assertThat(withSheet).isEqualTo(alone);
  }

  @Test
  void recheck_inIndonesian_saysSo() {
    Run run = Run.of("recheck", "--locale", "id", result);

    assertThat(run.outLines().get(0)).endsWith("result.json: tetap benar");
  }

  @Test
  void recheck_aResultThatWasChanged_namesTheNode() throws IOException {
    String other = changed("\"total\" : 771.81", "\"total\" : 801.81");

    Run run = Run.of("recheck", other);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("/now/total", "801.81", "771.81");
  }

  @Test
  void recheck_anotherSheet_namesEveryNodeThatDiffers() throws IOException {
    String sheet =
        file(
            "sheet.json",
            Files.readString(Path.of(EXAMPLE)).replaceFirst("\"1\\.1\": *12", "\"1.1\": 10"));

    Run run = Run.of("recheck", result, "--assessment", sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err())
        .contains("1.1: found 12; kla computes 10", "K: found 126.91; kla computes 124.91")
        .contains("found 771.81; kla computes 769.81")
        .contains("the digest");
  }

  @Test
  void recheck_aDigestThatWasChanged_doesNotHold() throws IOException {
    String other =
        changed("\"edition\" : \"[0-9a-f]{64}\"", "\"edition\" : \"" + "0".repeat(64) + "\"");

    Run run = Run.of("recheck", other);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("/digests/edition", "0".repeat(64));
  }

  @Test
  void recheck_somethingElseThanAResult_isFaultyInput() {
    Run run = Run.of("recheck", EXAMPLE);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("kla.assessment/1", "kla.scored/1");
  }

  /** 1.1 holds 12 of 12, and so 14 of 14; 1.4 holds 5 of 5, and so 3 of 3: the total stays. */
  @Test
  void scoreAndRecheck_underAnOverlay_sayWhatWasChanged() throws IOException {
    Path overlay = Files.createDirectory(folder.resolve("trial"));
    Files.writeString(overlay.resolve("edition.tsv"), "key\tvalue\nid\ttrial\nbase\tkla-2024\n");
    Files.writeString(
        overlay.resolve("questions.tsv"), "indicator\tquestion\tmaximum\n1\t1\t14\n1\t4\t3\n");

    Run scored = Run.of("score", "--edition", overlay.toString(), "--format", "json", EXAMPLE);

    assertThat(scored.status()).isEqualTo(Main.FINE);
    assertThat(scored.out())
        .contains("\"total\" : 771.81", "\"changedFrom\"", "\"edition\" : \"kla-2024\"")
        .contains("questions 1.1 maximum: reweighted from \\\"12\\\" to \\\"14\\\"");
    Run again =
        Run.of("recheck", "--edition", overlay.toString(), file("trial.json", scored.out()));
    assertThat(again.err()).isEmpty();
    assertThat(again.outLines().get(1)).startsWith("edition trial: ");
  }
}
