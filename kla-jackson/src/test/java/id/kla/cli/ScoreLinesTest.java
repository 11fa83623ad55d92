package id.kla.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import id.kla.jackson.KlaJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kla score -} and faults in JSON. */
class ScoreLinesTest {

  private static final String GOOD =
      "{\"format\": \"kla.assessment/1\", \"edition\": \"kla-2024\", \"region\": \"16.10\","
          + " \"round\": \"2024\", \"stage\": \"self\", \"answers\": {\"1.1\": 12}}";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  private int run(String input, String... arguments) {
    return Main.run(
        arguments, new ByteArrayInputStream(input.getBytes(UTF_8)), out, new PrintWriter(err));
  }

  private static void isJson(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      parser.skipChildren();
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void score_aDocumentALine_answersALineEach() throws IOException {
    int status = run(GOOD + "\n\n" + GOOD + "\n", "score", "-");

    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(status).isZero();
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      isJson(line);
      assertThat(line).startsWith("{\"format\":\"kla.scored/1\"").contains("\"total\":12,");
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void score_aBrokenLineAmongOthers_isAnsweredInItsPlace() throws IOException {
    int status = run(GOOD + "\n{\"format\": 1}\n" + GOOD, "score", "-");

    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(status).isEqualTo(Main.FAULTY_INPUT);
    assertThat(lines).hasSize(3);
    isJson(lines.get(1));
    assertThat(lines.get(1))
        .startsWith("{\"format\":\"kla.faults/1\"")
        .contains("\"code\":\"WRONG_TYPE\"", "\"pointer\":\"/format\"", "line 2");
    assertThat(lines.get(2)).startsWith("{\"format\":\"kla.scored/1\"");
  }

  @Test
  void score_aWarningOnALine_isToldOnStandardError() {
    int status = run(GOOD.replace("\"1.1\": 12", "\"1.2a\": 0.3"), "score", "-");

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8).lines()).hasSize(1);
    assertThat(err.toString()).startsWith("warning: line 1:1:").contains("1.2a");
  }

  @Test
  void score_aLineThatIsNoUtf8_isRefusedAndTheNextOneAnswered() {
    byte[] latin = GOOD.replace("16.10", "Kota K\u00e9diri").getBytes(ISO_8859_1);
    byte[] good = ("\n" + GOOD + "\r\n").getBytes(UTF_8);

    int status =
        Main.run(
            new String[] {"score", "-"},
            new SequenceInputStream(
                new ByteArrayInputStream(latin), new ByteArrayInputStream(good)),
            out,
            new PrintWriter(err));

    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(status).isEqualTo(Main.FAULTY_INPUT);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("\"code\":\"NOT_UTF8\"", "line 1");
    assertThat(lines.get(1)).startsWith("{\"format\":\"kla.scored/1\"");
  }

  @Test
  void score_aLineThatIsTooLong_isRefusedAndTheNextOneAnswered() {
    String longer = " ".repeat(KlaJson.LARGEST) + GOOD;

    int status = run(longer + "\n" + GOOD, "score", "-");

    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(status).isEqualTo(Main.FAULTY_INPUT);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("\"code\":\"TOO_LARGE\"", "line 1");
    assertThat(lines.get(1)).startsWith("{\"format\":\"kla.scored/1\"");
  }

  @Test
  void score_aDocumentOnSeveralLines_saysThatEachLineIsOne() {
    int status = run(GOOD.replace(", ", ",\n"), "score", "-");

    assertThat(status).isEqualTo(Main.FAULTY_INPUT);
    assertThat(err.toString())
        .isEqualTo(
            "kla: score - reads a whole document on each line; one on several lines is read from"
                + " a file: kla score FILE."
                + System.lineSeparator());
  }

  @Test
  void score_nothingAtAll_answersNothing() {
    int status = run("", "score", "-");

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void score_faultyFileInJson_isOneDocumentOnStandardError(@TempDir Path folder)
      throws IOException {
    Path sheet =
        Files.writeString(
            folder.resolve("sheet.json"), GOOD.replace("12}", "13, \"9.9\": 1, \"1.2a\": 0.3}"));

    int status = run("", "score", sheet.toString(), "--format", "json");

    assertThat(status).isEqualTo(Main.FAULTY_INPUT);
    assertThat(out.toString(UTF_8)).isEmpty();
    isJson(err.toString());
    assertThat(err.toString())
        .contains("\"format\" : \"kla.faults/1\"")
        .containsSubsequence("POINTS_ABOVE_MAXIMUM", "UNKNOWN_QUESTION", "GRADE_NOT_NAMED")
        .contains("\"severity\" : \"warning\"", "\"pointer\" : \"/answers/9.9\"");
  }
}
