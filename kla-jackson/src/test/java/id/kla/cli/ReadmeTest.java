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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** The second and third example, which use the generators for tests. */
  @ParameterizedTest
  @CsvSource({
    "1, 5, consumer-testing/src/main/java/consumer/Main.java",
    "2, 8, consumer-testing-jqwik/src/test/java/consumer/PortalProperties.java"
  })
  void testingExample_isWhatTheConsumerProjectRuns(int number, int lines, String file)
      throws IOException {
    String program = Files.readString(Path.of("src", "it").resolve(file));

    List<String> shown =
        blocks("java").get(number).lines().filter(line -> !line.isBlank()).toList();

    assertThat(shown).hasSize(lines).allSatisfy(line -> assertThat(program).contains(line));
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
  void historyOutput_isWhatTheCommandPrints() throws IOException {
    String printed = printed("history", "examples/kediri-2018-2024.csv");

    assertThat(Files.readString(README)).contains("```text\n" + printed + "```\n");
  }

  @Test
  void policyOutput_isWhatTheCommandPrints() throws IOException {
    List<String> shown =
        blocks("text").stream().filter(text -> text.contains("less base")).toList();

    String printed =
        printed(
            "policy",
            EXAMPLE,
            "--option",
            "examples/options/forum",
            "--option",
            "examples/options/nindya-650",
            "--survival",
            "published");

    assertThat(shown).hasSize(1);
    assertThat(printed).contains(shown);
  }

  @Test
  void unitsExample_saysWhatTheReadmeSays(@TempDir Path folder) throws IOException {
    Path table = Files.writeString(folder.resolve("desa.csv"), blocks("csv").get(0));

    String printed = printed("units", table.toString());

    assertThat(printed)
        .contains("2 of 3 say yes;", "no: Sukamaju (Pemulutan)")
        .contains("1 of 3 say yes, 2 of 3 if all that are silent do")
        .contains("silent: Tanjung Agung (Indralaya)");
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

  /** The README shows the example file, and what it does. */
  @Test
  void whatIfExample_isTheFileAndDoesWhatItSays() throws IOException {
    String shown = blocks("json").get(2);

    String printed = printed("whatif", EXAMPLE, "examples/ogan-ilir-2024-whatif.json");

    assertThat(Path.of("examples/ogan-ilir-2024-whatif.json")).content().isEqualTo(shown);
    assertThat(printed).contains("771.81 (NINDYA) → 803.81 (UTAMA): +32.00");
    assertThat(Files.readString(README)).contains("`771.81 (NINDYA) → 803.81 (UTAMA): +32.00`");
  }

  @Test
  void measuresExample_isRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("measures.json"), blocks("json").get(3));

    String printed = printed("convert", file.toString(), "--to", "csv");

    assertThat(printed)
        .contains(
            "DP3A-01,Pelatihan pengurus Forum Anak,,DP3A,,45000000,,,,,planned,,",
            "DP3A-03,,,,6.3 = 15,90000000,,,,,running,20000000,");
  }

  /** Each command of the section says what the section says that it says. */
  @Test
  void planningExamples_sayWhatIsShown(@TempDir Path folder) throws IOException {
    List<String[]> commands = commands("Gap, plan, and the years of a RAD", folder);
    String shown =
        blocks("text").stream().filter(b -> b.startsWith("The best ac")).findFirst().orElseThrow();

    assertThat(commands).hasSize(3);
    assertThat(Files.readString(README))
        .contains(
            "`28.1901 more to get above 800.00 for UTAMA`",
            "`The cheapest plan to UTAMA costs 240000000; no plan costs less:`");
    assertThat(printed(commands.get(0))).contains("28.1901 more to get above 800.00 for UTAMA");
    assertThat(printed(commands.get(1)))
        .contains("The cheapest plan to UTAMA costs 240000000; no plan costs less:");
    assertThat(printed(commands.get(2))).contains(shown);
  }

  /** The section shows the file, and a part of what the first of its commands prints. */
  @Test
  void survivalExample_isTheFileAndSaysWhatIsShown(@TempDir Path folder) throws IOException {
    List<String[]> commands = commands("How sure", folder);
    String shown =
        blocks("text").stream().filter(b -> b.startsWith("Chance of")).findFirst().orElseThrow();

    assertThat(blocks("text").stream().filter(b -> b.startsWith("part,outcome")))
        .containsExactly(Files.readString(Path.of("examples/ogan-ilir-survival.csv")));
    assertThat(commands).hasSize(2);
    assertThat(printed(commands.get(0))).contains("no sample of regions", shown);
    assertThat(printed(commands.get(1)))
        .contains("Sampled: 100000 draws with seed 7; the same seed and number of draws give the");
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

  /**
   * From an empty folder to a scored sheet. 20 for the regulation, 10 for the budget and 7.5 for
   * innovation fit under 40; 45 of 46 villages earn 15; 90% lies four fifths of the way from 50% to
   * 100%, and earns 24 of 30: 76.5 together.
   */
  @Test
  void ownEdition_goesFromAnEmptyFolderToAScoredSheet(@TempDir Path folder) throws IOException {
    List<String[]> commands = commands("Your own edition in ten minutes", folder);
    assertThat(commands).hasSize(10);
    commands.subList(0, 3).forEach(ReadmeTest::printed);
    Path sheet = folder.resolve("lembar.csv");
    String filled = Files.readString(sheet);
    Map<String, String> answers =
        Map.of(
            "A,1,1", "force", "A,1,2", "10", "A,1,3", "7.5", "B,2,1", "45 of 46", "B,2,2", "90%");
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      filled =
          filled.replaceFirst(
              "(?m)^(" + answer.getKey() + ",.*),,,,,$", "$1," + answer.getValue() + ",,,,");
    }
    Files.writeString(sheet, filled);

    printed(commands.get(3));
    String score = printed(commands.get(4));
    printed(commands.get(5));

    Files.writeString(
        folder.resolve("pemetaan.tsv"),
        blocks("text").stream().filter(b -> b.startsWith("part\t")).findFirst().orElseThrow());
    String compared = printed(commands.get(9));

    assertThat(score).contains("76.50 of 100  GOOD if every claim holds");
    // 12 of 12, 4 of 4 and 1 of 1 are what the example's sheet claims.
    assertThat(compared)
        .contains(
            "20.00 of 20 (100.0%) → 12.00 of 12 (100.0%)",
            "15.00 of 30 (50.0%) → 4.00 of 4 (100.0%)",
            "24.00 of 30 (80.0%) → 1.00 of 1 (100.0%)",
            "compared: 80 of the 100 points of our-edition",
            "compared: 17 of the 1000 points of kla-2024",
            "there is no equivalent; in our-edition:\n  question 1.3 (Innovation), at most 10 points");
    assertThat(folder.resolve("buku.md")).content().startsWith("# Buku aturan: Instrumen kami\n");
  }

  @Test
  void overlay_changesAScoreAndSaysSo(@TempDir Path folder) throws IOException {
    List<String[]> commands = commands("Your own edition in ten minutes", folder);
    printed(commands.get(6));
    Files.writeString(
        folder.resolve("uji-coba").resolve("questions.tsv"),
        "indicator\tquestion\tmaximum\n1\t1\t14\n");

    assertThat(printed(commands.get(7))).contains("maximum 12 → 14 (can change scores)");
    assertThat(printed(commands.get(8))).contains("our-trial changes kla-2024 in 3 places, 1 of");
  }

  /** Returns what is typed after "kla" in a section, with its files in {@code folder}. */
  private static List<String[]> commands(String section, Path folder) throws IOException {
    String text = Files.readString(README);
    int start = text.indexOf("## " + section + "\n");
    String shown = text.substring(start, text.indexOf("\n#", start + 1));
    return Pattern.compile("(?m)^kla (.*)$")
        .matcher(shown)
        .results()
        .map(command -> words(command.group(1), folder))
        .toList();
  }

  private static String[] words(String command, Path folder) {
    return Pattern.compile("\"([^\"]*)\"|\\S+")
        .matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .map(word -> word.replace("kla-jackson/", ""))
        .map(
            word ->
                word.matches("instrumen-kami|uji-coba|(lembar|buku|pemetaan)\\..*")
                    ? folder.resolve(word).toString()
                    : word)
        .toArray(String[]::new);
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
