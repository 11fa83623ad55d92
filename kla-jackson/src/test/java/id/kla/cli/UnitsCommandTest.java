package id.kla.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.points.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kla units}. */
class UnitsCommandTest {

  private static final String TABLE =
      """
      daerah;Kabupaten Ogan Ilir

      kecamatan;25.2;25.10
      Indralaya;ya;ya
      Pemulutan;;ya
      Tanjung Raja;tidak;ya
      Jumlah;1;3
      """;

  private static final String SHEET =
      """
      {"format": "kla.assessment/1", "edition": "kla-2024", "region": "16.10", "round": "2024",
       "stage": "self", "answers": {"25.10": %s}}
      """;

  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Run units(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "units";
    arguments[1] = file("units.csv", TABLE).toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Run.fed(new byte[0], arguments);
  }

  @Test
  void units_inEnglish_areSharesAndRangesWithNames() {
    Run run = units();

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .isEqualTo(
            """
            kla-2024 · Kabupaten Ogan Ilir (16.10) · 3 sub-districts

            25.2  Sub-districts with a Child Forum
              1 of 3 say yes, 2 of 3 if all that are silent do; no scale: an assessor awards its 1.25 points
              no: Tanjung Raja
              silent: Pemulutan

            25.10  Sub-districts with family consultation units
              3 of 3 say yes; no scale: an assessor awards its 1.25 points

            1 of 2 questions are complete
            Not asked here: 25.3, 25.4, 25.5, 25.6, 25.7a, 25.7b, 25.7c, 25.7d, 25.8, 25.9, 25.11, 25.12, 25.13
            """);
  }

  @Test
  void units_inIndonesian_areTold() {
    assertThat(units("--locale", "id").out())
        .contains(
            "3 kecamatan\n",
            "1 dari 3 menjawab ya, 2 dari 3 bila yang belum menjawab semuanya ya; tanpa skala:"
                + " nilainya, paling banyak 1,25, diberikan penilai",
            "tidak: Tanjung Raja",
            "belum menjawab: Pemulutan",
            "1 dari 2 pertanyaan sudah lengkap");
  }

  @Test
  void units_asJson_areReadBack() {
    Run run = units("--format", "json");

    assertThat(KlaJson.strict().read(KlaFormat.UNITS, run.out()).orThrow().facts())
        .extracting(fact -> fact.least() + " " + fact.most())
        .containsExactly("1 of 3 2 of 3", "3 of 3 3 of 3");
  }

  @Test
  void units_asCsv_areASheetThatCanBeMerged() {
    Path csv = folder.resolve("facts.csv");
    Path head =
        file("head.csv", "edition,kla-2024\nround,2024\nstage,self\n\nindicator,question,answer\n");

    Run run = units("--format", "csv", "-o", csv.toString());
    Run merged = Run.fed(new byte[0], "merge", head.toString(), csv.toString());

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(merged.status()).isEqualTo(Main.FINE);
    Assessment sheet = KlaJson.strict().read(KlaFormat.ASSESSMENT, merged.out()).orThrow();
    assertThat(sheet.region()).hasToString("16.10");
    assertThat(sheet.answers())
        .containsOnlyKeys(QuestionCode.parse("25.10"))
        .containsValue(Answer.measured(Response.coverage(Share.of(3, 3))));
  }

  @Test
  void units_intoASheet_areItsFactsWhereTheyAreComplete() {
    Run run = units("--into", file("sheet.json", SHEET.formatted("1.25")).toString());

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).isEqualTo("25.2 is left out: 1 of 3 are silent\n");
    assertThat(run.out()).contains("\"25.10\"", "\"points\" : 1.25", "\"part\" : 3", "\"of\" : 3");
    assertThat(KlaJson.strict().read(KlaFormat.ASSESSMENT, run.out()).orThrow().answers())
        .hasSize(1);
  }

  @Test
  void units_intoASheetThatSaysOtherwise_areRefused() {
    Path out = file("out.json", "as it was");
    Path sheet = file("sheet.json", SHEET.formatted("{\"measured\": {\"part\": 2, \"of\": 3}}"));

    Run run = units("--into", sheet.toString(), "-o", out.toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err())
        .contains("question 25.10", "give the share 3 of 3", "already holds the share 2 of 3");
    assertThat(out).hasContent("as it was");
  }

  @Test
  void units_intoSomethingElse_isFaultyInput() {
    Path declared = file("d.csv", "region,round,source,total\n16.10,2023,a page,600\n");

    assertThat(units("--into", declared.toString()).status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(units("--into", declared.toString(), "--format", "csv").status())
        .isEqualTo(Main.WRONG_USAGE);
  }

  @Test
  void units_namedAsVillages_needVillages() {
    Run run = units("--unit", "village");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("column \"village\" is missing");
  }

  @Test
  void units_ofManyNames_areCutOnTheScreen() {
    StringBuilder table = new StringBuilder("desa,26.2\n");
    for (int i = 1; i <= 14; i++) {
      table.append("Desa ").append(i).append(",tidak\n");
    }

    Run run = Run.fed(table.toString().getBytes(UTF_8), "units", "-");

    assertThat(run.out()).contains("Desa 12, and 2 more").doesNotContain("Desa 13");
  }
}
