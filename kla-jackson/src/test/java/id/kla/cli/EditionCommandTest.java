package id.kla.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Edition;
import id.kla.edition.EditionTables;
import id.kla.edition.Editions;
import id.kla.edition.Scale;
import id.kla.fault.Language;
import id.kla.jackson.KlaFormat;
import id.kla.jackson.KlaJson;
import id.kla.report.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kla edition}. */
class EditionCommandTest {

  private static final Path TINY =
      Path.of("src", "test", "resources", "id", "kla", "jackson", "tiny");

  @TempDir private Path folder = Path.of("");

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** An overlay in which 1.1 is worth 14. */
  private String overlay() throws IOException {
    Path trial = Files.createDirectory(folder.resolve("trial"));
    Files.writeString(trial.resolve("edition.tsv"), "key\tvalue\nid\ttrial\nbase\tkla-2024\n");
    Files.writeString(trial.resolve("questions.tsv"), "indicator\tquestion\tmaximum\n1\t1\t14\n");
    return trial.toString();
  }

  // kla edition new

  @ParameterizedTest
  @ValueSource(strings = {"en", "id"})
  void new_inAnEmptyPlace_writesAnEditionThatLintHasNothingToSayOf(String locale) {
    Run run = Run.of("edition", "new", path("ours"), "--locale", locale);

    Run lint = Run.of("edition", "lint", path("ours"));

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains("kla edition lint " + path("ours"));
    assertThat(lint.status()).isEqualTo(Main.FINE);
    assertThat(lint.err()).isEmpty();
    assertThat(lint.out())
        .isEqualTo(path("ours") + ": can be used; errors: 0, warnings: 0" + System.lineSeparator());
  }

  @Test
  void new_edition_hasTwoClustersEachKindOfScaleALadderAStageAndASource() {
    assertThat(Run.of("edition", "new", path("ours")).status()).isEqualTo(Main.FINE);

    Edition edition = EditionTables.read(folder.resolve("ours")).orThrow();
    assertThat(edition.clusters()).hasSize(2);
    assertThat(edition.questions().stream().map(question -> question.scale()))
        .hasAtLeastOneElementOfType(Scale.Levels.class)
        .hasAtLeastOneElementOfType(Scale.Bands.class)
        .hasAtLeastOneElementOfType(Scale.Line.class)
        .contains(Scale.graded())
        .anySatisfy(
            scale ->
                assertThat(scale)
                    .isInstanceOfSatisfying(
                        Scale.Graded.class, graded -> assertThat(graded.named()).isNotEmpty()));
    assertThat(edition.ladder().tiers()).isNotEmpty();
    assertThat(edition.stages()).hasSize(1);
    assertThat(edition.sources()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"en, # Clusters:, # Klaster", "id, # Klaster:, # Clusters"})
  void new_edition_explainsItselfInOneLanguage(String locale, String begins, String other)
      throws IOException {
    assertThat(Run.of("edition", "new", path("ours"), "--locale", locale).status()).isZero();

    try (Stream<Path> tables = Files.list(folder.resolve("ours"))) {
      assertThat(tables)
          .hasSize(10)
          .allSatisfy(
              table -> assertThat(table).content().startsWith("# ").doesNotContain("#en", "#id"));
    }
    assertThat(folder.resolve("ours").resolve("clusters.tsv"))
        .content()
        .startsWith(begins)
        .doesNotContain(other);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'the folder holds tables already: roles.tsv. Name another folder'",
    "id, 'folder ini sudah berisi tabel: roles.tsv. Sebutkan folder lain'"
  })
  void new_inAFolderWithTables_isRefusedAndChangesNothing(String locale, String message)
      throws IOException {
    file("roles.tsv", "before");
    file("notes.txt", "before");

    Run run = Run.of("edition", "new", folder.toString(), "--locale", locale);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(run.err()).contains(folder.toString(), message);
    assertThat(names(folder)).containsExactly("notes.txt", "roles.tsv");
    assertThat(folder.resolve("roles.tsv")).hasContent("before");
  }

  @Test
  void new_inAFolderWithoutTables_leavesWhatIsThere() throws IOException {
    file("notes.txt", "before");

    Run run = Run.of("edition", "new", folder.toString());

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(names(folder)).contains("notes.txt", "edition.tsv", "questions.tsv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing/ours", "notes.txt", "notes.txt/ours"})
  void new_whereNoFolderCanBe_saysSoAndWritesNothing(String name) throws IOException {
    file("notes.txt", "before");

    Run run = Run.of("edition", "new", path(name));

    assertThat(run.status()).isEqualTo(Main.OWN_FAULT);
    assertThat(run.content()).isEmpty();
    assertThat(run.err()).contains(path(name), "can't be written");
    assertThat(names(folder)).containsExactly("notes.txt");
  }

  @Test
  void new_overAnEdition_writesAnOverlayThatChangesNothingYet() throws IOException {
    Run run = Run.of("edition", "new", path("trial"), "--edition", "kla-2024");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(names(folder.resolve("trial"))).containsExactly("edition.tsv", "questions.tsv");
    assertThat(folder.resolve("trial").resolve("edition.tsv"))
        .content()
        .contains("base\tkla-2024\n", "base_digest\t" + Editions.kla2024().digest() + "\n");
    assertThat(EditionTables.read(folder.resolve("trial")).orThrow()).isSameAs(Editions.kla2024());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kla-2024", "kla-2011"})
  void new_asACopy_writesAllTablesOfTheEdition(String id) {
    Run run = Run.of("edition", "new", path("copy"), "--copy", id);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.err()).doesNotContain("error");
    assertThat(EditionTables.read(folder.resolve("copy")).orThrow())
        .isEqualTo(Editions.find(id).orElseThrow());
  }

  @Test
  void new_asACopyOfADocumentOverAnEdition_keepsWhatItChanges() throws IOException {
    String document = Run.of("convert", overlay(), "--to", "json").out();

    Run run = Run.of("edition", "new", path("copy"), "--copy", file("trial.json", document));

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(Run.of("edition", "show", path("copy")).out())
        .contains("trial changes kla-2024 in ", "maximum 12 → 14");
  }

  @Test
  void new_asACopyOfAnEditionThatIsNowhere_writesNothing() throws IOException {
    Run run = Run.of("edition", "new", path("copy"), "--copy", "kla-2023");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("\"kla-2023\"", "kla-2024");
    assertThat(names(folder)).isEmpty();
  }

  // kla edition lint

  @Test
  void lint_ofABuiltInEdition_findsNothing() {
    Run run = Run.of("edition", "lint", "kla-2024");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines()).containsExactly("kla-2024: can be used; errors: 0, warnings: 0");
  }

  @Test
  void lint_ofErrors_namesEachPlaceAndIsFaultyInput() throws IOException {
    Path ours = folder.resolve("ours");
    assertThat(Run.of("edition", "new", ours.toString()).status()).isZero();
    Path questions = ours.resolve("questions.tsv");
    Files.writeString(questions, Files.readString(questions).replace("\t30\t", "\tx\t"));

    Run run = Run.of("edition", "lint", ours.toString());

    // Above the header stand three comments: 2.1 and 2.2 are rows 8 and 9.
    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err())
        .contains(
            "questions.tsv, row 8, column maximum: found \"x\"",
            "questions.tsv, row 9, column maximum: found \"x\"");
    assertThat(run.out()).contains(": can't be used; errors: ");
  }

  @Test
  void lint_inIndonesian_saysTheSame() throws IOException {
    Run run = Run.of("edition", "lint", "--locale", "id", overlay());

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).contains(": dapat dipakai; kesalahan: 0, peringatan: ");
  }

  @Test
  void lint_asJson_writesFaultsOnStandardError() throws IOException {
    String broken = file("edition.json", "{\"format\": \"kla.edition/1\"}");

    Run run = Run.of("edition", "lint", "--format", "json", broken);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(KlaJson.strict().read(KlaFormat.FAULTS, run.err()).orThrow()).isNotEmpty();
  }

  // What is an edition

  @ParameterizedTest
  @ValueSource(strings = {"lint", "show", "book"})
  void edition_thatIsNowhere_isFaultyInputThatNamesTheKnown(String command) {
    Run run = Run.of("edition", command, "kla-2023");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.err()).contains("\"kla-2023\"", "kla-2024", "or a document");
  }

  @Test
  void edition_ofADocumentOfAnotherFormat_isFaultyInput() {
    Run run = Run.of("edition", "show", Path.of("examples", "ogan-ilir-2024.json").toString());

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(run.err()).contains("kla.assessment/1", "kla.edition/1");
  }

  @Test
  void edition_asADocumentAFolderOrOnStandardInput_isTheSame() throws IOException {
    String document = Run.of("convert", TINY.toString(), "--to", "json").out();

    Run ofFolder = Run.of("edition", "show", TINY.toString());
    Run ofFile = Run.of("edition", "show", file("tiny.json", document));
    Run ofInput = Run.fed(document.getBytes(UTF_8), "edition", "show", "-");

    assertThat(ofFolder.status()).isEqualTo(Main.FINE);
    assertThat(ofFile.out()).isEqualTo(ofFolder.out());
    assertThat(ofInput.out()).isEqualTo(ofFolder.out());
  }

  @Test
  void edition_overAnotherOne_isReadWithThatOne() throws IOException {
    Path over = Files.createDirectory(folder.resolve("over"));
    Files.writeString(over.resolve("edition.tsv"), "key\tvalue\nid\tover\nbase\ttiny\n");
    Files.writeString(over.resolve("clusters.tsv"), "cluster\tlabel_en\nA\tRenamed\n");

    Run without = Run.of("edition", "show", over.toString());
    Run with = Run.of("edition", "show", over.toString(), "--edition", TINY.toString());

    assertThat(without.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(without.err()).contains("\"tiny\"");
    assertThat(with.err()).doesNotContain("error");
    assertThat(with.out()).contains("over changes tiny in ");
  }

  // kla edition show, diff and book

  @ParameterizedTest
  @CsvSource({
    "en, 'Child-friendly regency/city evaluation instrument 2024'",
    "id, 'Instrumen evaluasi Kabupaten/Kota Layak Anak 2024'"
  })
  void show_ofABuiltInEdition_isItsScreen(String locale, String title) {
    Run run = Run.of("edition", "show", "kla-2024", "--locale", locale);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines().get(0)).isEqualTo("kla-2024 · " + title);
    assertThat(run.out()).contains(Editions.kla2024().digest().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|question 1.1 (Regional regulation on KLA exists): maximum 12 → 14 (can change scores)",
        "id|pertanyaan 1.1 (Perda KLA tersedia): nilai maksimal 12 → 14 (dapat mengubah nilai)"
      })
  void diff_ofAnOverlayAndItsBase_saysWhatChanges(String locale, String change) throws IOException {
    Run run = Run.of("edition", "diff", "kla-2024", overlay(), "--locale", locale);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out()).startsWith("kla-2024 → trial\n").contains("  " + change + "\n");
  }

  @Test
  void diff_ofAnEditionAndItself_saysThatThereIsNone() {
    Run run = Run.of("edition", "diff", "kla-2024", "kla-2024");

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.outLines()).containsExactly("kla-2024 → kla-2024", "No difference.");
  }

  @Test
  void diff_withAnEditionThatIsNowhere_isFaultyInput() {
    Run run = Run.of("edition", "diff", "kla-2024", "kla-2025");

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(run.err()).contains("\"kla-2025\"");
  }

  // kla edition diff --mapping

  private String mapping(String... rows) throws IOException {
    return file("mapping.tsv", "part\tfrom\tto\n" + String.join("\n", rows).replace('|', '\t'));
  }

  @Test
  void diff_byAMapping_saysWhatGoesOnAsWhatAlsoWithoutWeights() throws IOException {
    Run run =
        Run.of("edition", "diff", "kla-2011", "kla-2024", "--mapping", mapping("indicator|11|7"));

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .startsWith("kla-2011 → kla-2024\n")
        .contains(
            "  indicator 11 (first marriage under 18 share) → indicator 7 (Prevention of Child"
                + " Marriage)",
            "says nothing of it; in kla-2011:\n  indicator 8 (birth certificate share)\n",
            "says nothing of it; in kla-2024:\n  indicator 1 (");
  }

  @Test
  void diff_byAMappingOfResults_comparesWhatPartsHold() throws IOException {
    String sheet = Path.of("examples", "ogan-ilir-2024.json").toString();
    String score = file("score.json", Run.of("score", sheet, "--format", "json").out());

    Run run =
        Run.of(
            "edition",
            "diff",
            "kla-2024",
            overlay(),
            "--mapping",
            mapping("question|1.1|1.1", "cluster|I|I"),
            "--before",
            score,
            "--after",
            sheet);

    // 12 of 12 goes on as 14 of 14; cluster I scores 89 of 115 in both.
    assertThat(run.err()).doesNotContain("error");
    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.out())
        .contains(
            "12.00 of 12 (100.0%) → 14.00 of 14 (100.0%)",
            "89.00 of 115 (77.3%) → 89.00 of 115 (77.3%)",
            "compared: 127 of the 1000 points of kla-2024");
  }

  @Test
  void diff_byAFaultyMapping_namesTheCellAndComparesNothing() throws IOException {
    Run run =
        Run.of("edition", "diff", "kla-2011", "kla-2024", "--mapping", mapping("indicator|1|1"));

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(run.err()).contains("mapping.tsv, row 2, column from", "kla-2011");
  }

  @Test
  void diff_byAMappingOfASheetThatCannotBeScored_saysWhy() throws IOException {
    String sheet = Path.of("examples", "ogan-ilir-2024.json").toString();

    Run run =
        Run.of(
            "edition",
            "diff",
            "kla-2011",
            "kla-2024",
            "--mapping",
            mapping("indicator|11|7"),
            "--before",
            sheet,
            "--after",
            sheet);

    assertThat(run.status()).isEqualTo(Main.FAULTY_INPUT);
    assertThat(run.content()).isEmpty();
    assertThat(run.err()).contains("kla-2011", "kla-2024");
  }

  @Test
  void diff_ofResultsWithoutAMapping_isWrongUsage() {
    Run run = Run.of("edition", "diff", "kla-2024", "kla-2024", "--before", "x", "--after", "y");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("--mapping");
  }

  @ParameterizedTest
  @CsvSource({"en, ENGLISH", "id, INDONESIAN"})
  void book_toAFile_isTheRuleBook(String locale, Language language) {
    String book = path("book.md");

    Run run = Run.of("edition", "book", "kla-2024", "--locale", locale, "-o", book);

    assertThat(run.status()).isEqualTo(Main.FINE);
    assertThat(run.content()).isEmpty();
    assertThat(Path.of(book)).hasContent(RuleBook.of(Editions.kla2024(), language));
  }

  @Test
  void book_withoutAFile_isPrinted() {
    assertThat(Run.of("edition", "book", TINY.toString()).out()).startsWith("# Rule book: ");
  }

  @Test
  void edition_withoutACommand_isWrongUsage() {
    Run run = Run.of("edition");

    assertThat(run.status()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("new, lint, show, diff or book", "kla edition --help");
  }
}
