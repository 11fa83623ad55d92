package id.kla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's examples do what it says. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final String EXAMPLE = "examples/ogan-ilir-2024.json";

  @ParameterizedTest
  @ValueSource(strings = {"consumer-module", "consumer-classpath"})
  void javaExample_isWhatTheConsumerProjectRuns(String consumer) throws IOException {
    String program =
        Files.readString(Path.of("src", "it", consumer, "src/main/java/consumer/Main.java"));

    List<String> lines = blocks("java").get(0).lines().toList();

    assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(program).contains(line));
  }

  @Test
  void englishOutput_isWhatTheFirstCommandPrints() throws IOException {
    String shown = blocks("text").get(0);

    String printed = printed("score", EXAMPLE);

    assertThat(printed).startsWith(shown);
  }

  @Test
  void indonesianOutput_isWhatTheCommandPrints() throws IOException {
    String shown = blocks("text").get(1);

    String printed = printed("score", EXAMPLE, "--locale", "id");

    assertThat(printed).startsWith(shown);
  }

  @Test
  void sheetExample_isRead(@TempDir Path folder) throws IOException {
    Path sheet = Files.writeString(folder.resolve("sheet.json"), blocks("json").get(0));

    String printed = printed("score", sheet.toString());

    assertThat(printed).contains("Kabupaten Ogan Ilir (16.10) · round 2024/2025");
    assertThat(printed).contains("3 of 274 questions answered, 1 of them not applicable");
  }

  @Test
  void partsExample_isRead(@TempDir Path folder) throws IOException {
    String parts = blocks("json").get(1).strip();
    String sheet =
        """
        {"format": "kla.assessment/1", "edition": "kla-2024", "region": "35.71", "round": "2023",
         "stage": "self", "answers": {},
        """
            + parts.substring(1);
    Path file = Files.writeString(folder.resolve("sheet.json"), sheet);

    String printed = printed("score", file.toString());

    assertThat(printed).startsWith("kla-2024 · Kota Kediri (35.71)");
  }

  @Test
  void editionExample_scoresASheet(@TempDir Path folder) throws IOException {
    Matcher tables =
        Pattern.compile("`(\\w+\\.tsv)`[^\\n]*\\n```text\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(README));
    while (tables.find()) {
      Files.writeString(folder.resolve(tables.group(1)), tables.group(2));
    }
    Path sheet =
        Files.writeString(
            folder.resolve("sheet.json"),
            """
            {"format": "kla.assessment/1", "edition": "desa-kami", "region": "16.10.01.2001",
             "round": "2026", "stage": "self", "answers": {"1.b": {"part": 27, "of": 30}}}
            """);

    String printed = printed("score", sheet.toString(), "--edition", folder.toString());

    assertThat(printed).contains("20.00 of 30  MAJU if every claim holds");
  }

  private static String printed(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    int status = Main.run(arguments, InputStream.nullInputStream(), out, new PrintWriter(err));
    assertThat(status).as(err.toString()).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The fenced blocks of one language, in order. */
  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(README))
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
