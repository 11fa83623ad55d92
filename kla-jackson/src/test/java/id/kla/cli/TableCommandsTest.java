package id.kla.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.edition.Editions;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kla sheet}, {@code merge}, {@code validate}, {@code convert} and {@code schema}. */
class TableCommandsTest {

  private static final Path EXAMPLE = Path.of("examples", "ogan-ilir-2024.json");
  private static final Path TINY =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "tiny");

  private static final String HEAD =
      "edition,kla-2024\nregion,Kabupaten Ogan Ilir\nround,2024\nstage,self\n\n";

  @TempDir private Path folder = Path.of("");

  private String file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Assessment example() {
    return KlaJson.strict().read(KlaFormat.ASSESSMENT, EXAMPLE).orThrow();
  }

  private static Assessment read(byte[] document) {
    return KlaJson.strict().read(KlaFormat.ASSESSMENT, new String(document, UTF_8)).orThrow();
  }

  // kla sheet

  @Test
  void sheet_ofARole_asksItsQuestionsOnly() {
    Run run = Run.of("sheet", "--role", "health");

    long led =
        Editions.kla2024().questions().stream()
            .filter(question -> question.lead().filter("health"::equals).isPresent())
            .count();
    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines())
        .contains("role,health")
        .anySatisfy(line -> assertThat(line).endsWith("edition,kla-2024"))
        .filteredOn(line -> line.matches("[IVKL]+,[0-9]+[A-C]?,.*"))
        .hasSize((int) led)
        .allSatisfy(line -> assertThat(line).contains(",Health,").endsWith(",,,,,"));
  }

  @Test
  void sheet_inIndonesian_isForASpreadsheetInIndonesian() {
    Run run = Run.of("sheet", "--locale", "id", "--role", "health");

    assertThat(run.outLines())
        .anySatisfy(line -> assertThat(line).startsWith("klaster;indikator;pertanyaan;uraian"));
  }

  @Test
  void sheet_ofAnAgency_asksWhatItsRolesLead() {
    String agencies = file("opd.csv", "agency,name,roles\nDINKES,Dinas Kesehatan,health\n");

    Run ofAgency = Run.of("sheet", "--agency", "dinas kesehatan", "--agencies", agencies);
    Run ofRole = Run.of("sheet", "--role", "health");

    assertThat(ofAgency.status()).isEqualTo(Main.FINE);
    assertThat(ofAgency.out()).isEqualTo(ofRole.out().replace("role,health", "agency,DINKES"));
  }

  @Test
  void sheet_ofAnUnknownRole_isFaultyInputThatNamesTheNearest() {
    Run run = Run.of("sheet", "--role", "helth");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(run.err()).contains("\"helth\"", "health");
  }

  @Test
  void sheet_ofAnAgencyThatIsNotListed_isFaultyInput() {
    String agencies = file("opd.csv", "agency,name,roles\nDINKES,Dinas Kesehatan,health\n");

    Run run = Run.of("sheet", "--agency", "DISDIK", "--agencies", agencies);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("\"DISDIK\"", "DINKES");
  }

  @Test
  void sheet_ofAnAgencyWithoutTheTable_isWrongUsage() {
    Run run = Run.of("sheet", "--agency", "DINKES");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("--agencies FILE");
  }

  @Test
  void sheet_forTwoAtOnce_isWrongUsage() {
    Run run = Run.of("sheet", "--role", "health", "--without-lead");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
  }

  // kla merge

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void merge_ofOneSheetPerRoleInAnyOrder_isTheDocument(String format) {
    List<String> sheets = new ArrayList<>();
    Editions.kla2024()
        .roles()
        .forEach(role -> sheets.add(split(format, role.code(), "--role", role.code())));
    sheets.add(split(format, "none", "--without-lead"));
    Collections.shuffle(sheets, new Random(5));
    List<String> arguments = new ArrayList<>(List.of("merge"));
    arguments.addAll(sheets);

    Run run = Run.of(arguments.toArray(String[]::new));

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(read(run.content())).isEqualTo(example());
    assertThat(run.err())
        .containsPattern("health\\.(csv|xlsx \\[answers]) \\(health\\): answers: [1-9]");
  }

  private String split(String format, String name, String... whose) {
    String target = path(name + "." + format);
    List<String> arguments =
        new ArrayList<>(
            List.of("sheet", "--from", EXAMPLE.toString(), "--format", format, "-o", target));
    arguments.addAll(List.of(whose));
    assertThat(Run.of(arguments.toArray(String[]::new)).status()).isEqualTo(Main.FINE);
    return target;
  }

  @Test
  void merge_ofTwoAnswers_isFaultyInputAndLeavesTheTargetAlone() throws IOException {
    String one = file("one.csv", HEAD + "indicator,question,answer\n1,1,12\n");
    String other = file("other.csv", HEAD + "indicator,question,answer\n1,1,9\n");
    String target = file("all.json", "before");

    Run run = Run.of("merge", one, other, "-o", target);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("one.csv, row 7", "other.csv, row 7", "12", "9");
    assertThat(Path.of(target)).hasContent("before");
    assertThat(names()).containsExactly("all.json", "one.csv", "other.csv");
  }

  @Test
  void merge_saysWhoHasReturnedHowMuchAndWhoHasNot() {
    String health =
        file("h.csv", "role,health\n" + HEAD + "indicator,question,answer\n12,1,3\n12,2,2\n");

    Run run = Run.of("merge", health);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).contains("h.csv (health): answers: 2").contains("Health");
  }

  @Test
  void merge_intoAFolderThatIsMissing_saysSoAndWritesNothing() throws IOException {
    String one = file("one.csv", HEAD + "indicator,question,answer\n1,1,12\n");

    Run run = Run.of("merge", one, "-o", path("missing/all.json"));

    assertThat(run.status()).isEqualTo(Main.OWN_FAULT);
    assertThat(run.err()).contains("missing", "can't be written");
    assertThat(names()).containsExactly("one.csv");
  }

  // kla validate

  @Test
  void validate_goodFiles_namesWhatTheyAre() {
    String table = file("a.csv", HEAD + "indicator,question,answer\n1,1,12\n");

    Run run = Run.of("validate", EXAMPLE.toString(), TINY.toString(), table);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines())
        .satisfiesExactly(
            line -> assertThat(line).contains("ogan-ilir-2024.json: valid kla.assessment/1"),
            line -> assertThat(line).contains("tiny: valid kla.edition/1"),
            line -> assertThat(line).contains("a.csv: valid kla.assessment/1"));
  }

  @Test
  void validate_oneBadFileOfTwo_isFaultyInput() {
    String bad = file("bad.csv", HEAD + "indicator,question,answer\n1,1,13\n99,1,1\n");

    Run run = Run.of("validate", bad, EXAMPLE.toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.outLines().get(0)).endsWith("bad.csv: not valid; errors: 2, warnings: 0");
    assertThat(run.err()).contains("row 7", "13", "row 8", "99.1");
  }

  @Test
  void validate_asJson_writesFaultsOnStandardError() {
    String bad = file("bad.csv", HEAD + "indicator,question,answer\n1,1,13\n");

    Run run = Run.of("validate", "--format", "json", bad);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(KlaJson.strict().read(KlaFormat.FAULTS, run.err()).orThrow()).hasSize(1);
  }

  @Test
  void validate_emptyFileOfJson_isAnEmptyDocument() {
    Run run = Run.of("validate", file("empty.json", ""));

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("empty.json", "the document is empty");
  }

  @Test
  void merge_ofADocument_saysHowToMakeTablesOfIt() {
    Run run = Run.of("merge", EXAMPLE.toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err())
        .contains("ogan-ilir-2024.json", "it is a document in JSON", "kla convert --to csv");
  }

  // kla score

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void score_ofTables_isTheScoreOfTheDocument(String format) {
    String tables = path("a." + format);
    Run.of("convert", EXAMPLE.toString(), "--to", format, "-o", tables);

    Run run = Run.of("score", tables);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains("771.81 of 1000  NINDYA");
  }

  @Test
  void score_ofATableWithoutHead_takesItFromOptions() {
    String table = file("a.csv", "indicator,question,answer\n1,1,12\n");

    Run run =
        Run.of(
            "score",
            table,
            "--edition",
            "kla-2024",
            "--region",
            "16.10",
            "--round",
            "2024",
            "--stage",
            "self");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains("12.00 of 1000");
  }

  @Test
  void score_ofAScore_isRefused() {
    String scored =
        file("scored.json", Run.of("score", "--format", "json", EXAMPLE.toString()).out());

    Run run = Run.of("score", scored);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("found format \"kla.scored/1\"; allowed: \"kla.assessment/1\"");
  }

  // kla convert

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void convert_toTablesAndBack_isTheDocument(String format) {
    byte[] tables = Run.of("convert", EXAMPLE.toString(), "--to", format).content();

    Run back = Run.fed(tables, "convert", "-", "--to", "json");

    assertThat(back.status()).isEqualTo(Main.FINE);
    assertThat(read(back.content())).isEqualTo(example());
  }

  @Test
  void convert_foldersOfEditions_areOneDocument() {
    Run run = Run.of("convert", TINY.toString(), "--to", "json");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(KlaJson.strict().read(KlaFormat.EDITION, run.out()).orThrow().id())
        .isEqualTo("tiny");
  }

  @Test
  void convert_anEditionToATable_isFaultyInput() {
    Run run = Run.of("convert", TINY.toString(), "--to", "csv");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(run.err()).contains("kla.edition/1", "kla.assessment/1");
  }

  @Test
  void convert_declaredResults_goThereAndBack() {
    String table =
        file(
            "declared.csv",
            "region,round,stage,total,predicate,source\nKota Kediri,2023,final,600.36,madya,page\n");

    Run json = Run.of("convert", table, "--to", "json");
    Run back = Run.fed(json.content(), "convert", "-", "--to", "csv");

    assertThat(json.out()).contains("\"35.71\"", "600.36");
    assertThat(back.out()).contains("Kota Kediri,2023,final,600.36,madya,page");
  }

  @Test
  void convert_measures_goThereAndBack() {
    String table =
        file("measures.csv", "edition,kla-2024\n\nkegiatan,biaya,awards\nM1,5,7.2 = 22\n");

    Run json = Run.of("convert", table, "--to", "json");
    Run back = Run.fed(json.content(), "convert", "-", "--to", "csv");

    assertThat(json.out()).contains("kla.measures/1", "\"7.2\" : 22");
    assertThat(back.out()).contains("M1,,,,7.2 = 22,5,,,,,planned,,");
    assertThat(Run.of("validate", table).out()).contains("valid kla.measures/1");
  }

  // kla schema

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assessment",
        "scored",
        "evidence",
        "stages",
        "whatif",
        "edition",
        "declared",
        "measures",
        "faults"
      })
  void schema_ofADocument_isPrinted(String name) {
    Run run = Run.of("schema", name);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains("https://json-schema.org/draft/2020-12/schema", "kla." + name);
  }

  @Test
  void schema_ofSomethingElse_isWrongUsageThatNamesTheDocuments() {
    Run run = Run.of("schema", "score");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err())
        .contains(
            "score",
            "assessment, scored, evidence, stages, whatif, gap, plan, rad, rollup, edition,"
                + " declared, measures, survival, simulation, units, history, faults");
  }
}
