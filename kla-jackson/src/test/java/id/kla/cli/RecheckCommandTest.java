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
}
