package id.kla.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of evidence. The digest of "abc" is the example of FIPS 180-4. */
class EvidenceScanTest {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder = Path.of("");

  private void write(String... locations) throws IOException {
    for (String location : locations) {
      Path file = folder.resolve(location);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "abc");
    }
  }

  private Checked<List<Evidence>> scan() {
    return EvidenceScan.of(Editions.kla2024()).scan(folder);
  }

  private Checked<List<Evidence>> scan(String list) {
    return EvidenceScan.of(Editions.kla2024()).withList(Sheets.file("list.csv", list)).scan(folder);
  }

  private static List<String> shown(Checked<List<Evidence>> scanned) {
    return scanned.orThrow().stream().map(each -> each.id() + " = " + codes(each)).toList();
  }

  private static String codes(Evidence evidence) {
    return evidence.questions().stream()
        .map(QuestionCode::toString)
        .collect(Collectors.joining(" "));
  }

  // What is known of a file

  @Test
  void scan_ofAFile_knowsItsQuestionDigestAndLocationAndNothingElse() throws IOException {
    write("14.10 Puskesmas PMBA/SK Bupati.pdf");

    Checked<List<Evidence>> scanned = scan();

    assertThat(scanned.faults()).isEmpty();
    assertThat(scanned.orThrow())
        .containsExactly(
            Evidence.builder()
                .id("14.10 Puskesmas PMBA/SK Bupati.pdf")
                .addQuestions(QuestionCode.of("14", "10"))
                .digest(Digest.parse(ABC))
                .location("14.10 Puskesmas PMBA/SK Bupati.pdf")
                .build());
  }

  @Test
  void scan_ofAFileOfManyBuffers_takesTheDigestOfAllOfIt() throws IOException {
    // FIPS 180-4: a million letters a.
    Files.writeString(folder.resolve("2.4.txt"), "a".repeat(1_000_000));

    assertThat(scan().orThrow().get(0).digest())
        .contains(Digest.parse("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
  }

  @Test
  void scan_ofOneContentInTwoFolders_keepsBothCopiesWithOneDigest() throws IOException {
    write("2.4/SK.pdf", "14.10/SK.pdf");

    List<Evidence> evidence = scan().orThrow();

    assertThat(evidence).extracting(Evidence::id).containsExactly("2.4/SK.pdf", "14.10/SK.pdf");
    assertThat(evidence).extracting(Evidence::digest).containsOnly(Optional.of(Digest.parse(ABC)));
  }

  @Test
  void scan_ofTheSameFilesWrittenInAnotherOrder_isTheSame(@TempDir Path other) throws IOException {
    List<String> locations = List.of("2.4/b.pdf", "2.4/a.pdf", "1.1.pdf", "z.pdf", "14/10/a.pdf");
    write(locations.toArray(String[]::new));
    for (int i = locations.size() - 1; i >= 0; i--) {
      Path file = other.resolve(locations.get(i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, "abc");
    }

    List<Evidence> scanned = scan().orThrow();

    assertThat(EvidenceScan.of(Editions.kla2024()).scan(other).orThrow()).isEqualTo(scanned);
    assertThat(scanned)
        .extracting(Evidence::id)
        .containsExactly("1.1.pdf", "2.4/a.pdf", "2.4/b.pdf", "14/10/a.pdf", "z.pdf");
  }

  // Names

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14.10 SK gugus tugas.pdf | 14.10",
        "14.10_foto.jpg | 14.10",
        "14.10-2.jpg | 14.10",
        "14.10. SK.pdf | 14.10",
        "14.10.pdf | 14.10",
        "14.10 | 14.10",
        "14.10.7z | 14.10",
        "14.10.tar.gz | 14.10",
        "19.2a Perda.pdf | 19.2a",
        "21A.4b (final).docx | 21A.4b",
        "1.1, 2.4 - Perda.pdf | 1.1 2.4",
        "2.4;1.1 Perda.pdf | 2.4 1.1",
        "1.1 & 2.4 + 4.1.pdf | 1.1 2.4 4.1",
        "1.1 dan 2.4 Perda.pdf | 1.1 2.4",
        "2.4, 2.4 Perda.pdf | 2.4",
        "2.4 dan lain-lain.pdf | 2.4",
        "14.10/foto.jpg | 14.10",
        "14.10/2023/05/foto.jpg | 14.10",
        "14.10/2023.12 rapat.jpg | 14.10",
        "14.10/12.05.2023 rapat.jpg | 14.10",
        "14.10/12.5% anak.jpg | 14.10",
        "14/10/foto.jpg | 14.10",
        "Klaster III/14/10/foto.jpg | 14.10",
        "1 Kelembagaan/2.4 Perda.pdf | 2.4",
        "14.10/14.10, 2.4 SK.pdf | 14.10 2.4",
        "1.1, 2.4 Perda/2.4 lampiran.pdf | 2.4",
        "14.99 lama/2.4 SK.pdf | 2.4",
      })
  void scan_ofANameThatTells_hasItsQuestions(String location, String codes) throws IOException {
    write(location);

    Checked<List<Evidence>> scanned = scan();

    assertThat(scanned.faults()).isEmpty();
    assertThat(shown(scanned)).containsExactly(location + " = " + codes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SK gugus tugas.pdf",
        "foto 14.10.jpg",
        "14.jpg",
        "14 10 foto.jpg",
        "14/10 foto.jpg",
        "4 Klaster/1 Sekolah/foto.jpg",
        "14/foto/10/foto.jpg",
        "12.5.2023 rapat.jpg",
        "12.5 % anak.pdf",
        "2.4.10 lampiran.pdf",
        "2023.12 rapat.jpg",
        "1.1-1.4 Perda.pdf",
        "1.1 - 1.4 Perda.pdf",
        "1.1 s.d. 1.4 Perda.pdf",
        "1.1 sampai 1.4 Perda.pdf",
        "1.1 1.4 Perda.pdf",
        "1.2a, b Perda.pdf",
        "14.10, SK.pdf",
        "14.10/2.4 SK.pdf",
        "14.10/2.4/SK.pdf",
        "14.10/1.1-1.4 Perda.pdf",
      })
  void scan_ofANameThatDoesNotTellForSure_leavesTheQuestionsEmptyAndSaysHowToName(String location)
      throws IOException {
    write(location);

    Checked<List<Evidence>> scanned = scan();

    assertThat(shown(scanned)).containsExactly(location + " = ");
    assertThat(scanned.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.FILE_WITHOUT_QUESTION);
              assertThat(fault.message(Language.ENGLISH))
                  .contains(location.substring(0, 4), "\"1.1 SK.pdf\"", "\"1/1/a.pdf\"");
              assertThat(fault.message(Language.INDONESIAN)).contains("diawali kode");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "14.11 SK.pdf, 14.11, 14.1",
    "14.11/SK.pdf, 14.11, 14.10",
    "14.1a SK.pdf, 14.1a, 14.1",
    "1.1; 14.11 SK.pdf, 14.11, 14.10",
    "27.1 SK.pdf, 27.1, 17.1",
    "14.10/14.11 SK.pdf, 14.11, 14.10",
    "21a.1 SK.pdf, 21a.1, 21A.1",
  })
  void scan_ofAnUnknownCode_namesTheNearestAndLeavesTheQuestionsEmpty(
      String location, String found, String near) throws IOException {
    write(location);

    Checked<List<Evidence>> scanned = scan();

    assertThat(shown(scanned)).containsExactly(location + " = ");
    assertThat(Sheets.told(scanned))
        .singleElement()
        .satisfies(
            told ->
                assertThat(told)
                    .startsWith("UNKNOWN_QUESTION ")
                    .contains("question " + found + " ", near));
    assertThat(scanned.faults().get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void scan_ofAFolderWithAnUnknownCode_saysSoOnceForAllItsFiles() throws IOException {
    write("14.11 SK/a.pdf", "14.11 SK/b.pdf", "14.11 SK/c/d.pdf");

    Checked<List<Evidence>> scanned = scan();

    assertThat(scanned.orThrow()).hasSize(3);
    assertThat(Sheets.told(scanned))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("UNKNOWN_QUESTION 14.11 SK: "));
  }

  @Test
  void scan_ofACodeThatMayLackAZero_readsItAsWrittenAndWarns() throws IOException {
    write("14.1/a.pdf", "14.1/b.pdf");

    Checked<List<Evidence>> scanned = scan();

    assertThat(shown(scanned)).containsExactly("14.1/a.pdf = 14.1", "14.1/b.pdf = 14.1");
    assertThat(Sheets.told(scanned))
        .containsExactly(
            "SHORTENED_CODE 14.1: read as question 14.1. If a spreadsheet took the last zero of"
                + " 14.10 away, rename it.");
  }

  @Test
  void scan_ofACodeWhoseLongerOneIsThereToo_isInNoDoubt() throws IOException {
    write("14.1/a.pdf", "14.10/b.pdf");

    assertThat(scan().faults()).isEmpty();
  }

  // What is no evidence

  @Test
  void scan_ofWhatSystemsLeave_passesItOverWithANote() throws IOException {
    write(
        "14.10/SK.pdf",
        "14.10/.DS_Store",
        "14.10/Thumbs.db",
        "Desktop.ini",
        "14.10/~$SK.docx",
        ".git/config",
        "__MACOSX/14.10/SK.pdf");

    Checked<List<Evidence>> scanned = scan();

    assertThat(shown(scanned)).containsExactly("14.10/SK.pdf = 14.10");
    assertThat(Sheets.told(scanned))
        .containsExactly(
            "FILES_PASSED_OVER "
                + folder
                + ": 6 hidden files, or files and folders of the system, are passed over, such as"
                + " .git.");
    assertThat(scanned.faults().get(0).severity()).isEqualTo(Severity.NOTE);
  }

  @Test
  void scan_ofAnEmptyFile_leavesItOut() throws IOException {
    Files.createFile(folder.resolve("2.4.pdf"));

    assertThat(scan().orThrow()).isEmpty();
    assertThat(Sheets.told(scan()))
        .containsExactly(
            "FILE_LEFT_OUT 2.4.pdf: is left out of the table: it is empty; put the whole file"
                + " there.");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void scan_ofLinks_followsNone(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "abc");
    Files.createSymbolicLink(folder.resolve("2.4 link.pdf"), secret);
    Files.createSymbolicLink(folder.resolve("14.10"), elsewhere);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("nothing"));

    Checked<List<Evidence>> scanned = scan();

    assertThat(scanned.orThrow()).isEmpty();
    assertThat(Sheets.told(scanned))
        .hasSize(4)
        .allSatisfy(told -> assertThat(told).startsWith("FILE_LEFT_OUT ").contains("it is a link"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void scan_ofAFolderThatIsALinkItself_readsIt(@TempDir Path elsewhere) throws IOException {
    write("2.4.pdf");
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);

    assertThat(EvidenceScan.of(Editions.kla2024()).scan(link).orThrow()).hasSize(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void scan_ofAPipe_doesNotWaitForIt() throws Exception {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("2.4 pipe").toString()).start();
    assumeThat(made.waitFor()).isZero();

    assertThat(Sheets.told(scan()))
        .containsExactly(
            "FILE_LEFT_OUT 2.4 pipe: is left out of the table: it is no ordinary file.");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void scan_ofWhatCanNotBeRead_reportsItAndReadsTheRest() throws IOException {
    write("2.4.pdf", "14.10/a.pdf", "4.1.pdf");
    Path file = folder.resolve("2.4.pdf");
    Path closed = folder.resolve("14.10");
    Files.setPosixFilePermissions(file, Set.of());
    Files.setPosixFilePermissions(closed, Set.of());
    try {
      assumeThat(Files.isReadable(file)).as("whoever may read everything").isFalse();

      Checked<List<Evidence>> scanned = scan();

      assertThat(shown(scanned)).containsExactly("4.1.pdf = 4.1");
      assertThat(Sheets.told(scanned))
          .containsExactly(
              "UNREADABLE_FILE 14.10: can't be read: access denied.",
              "UNREADABLE_FILE 2.4.pdf: can't be read: access denied.");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void content_ofAFileThatIsGone_isUnreadable() throws IOException {
    write("2.4.pdf");
    ScannedFile file = found("2.4.pdf");
    Files.delete(file.path());

    ScannedFile.Content content = file.content();

    assertThat(content.digest()).isEmpty();
    assertThat(content.fault().orElseThrow().toString())
        .isEqualTo(
            "UNREADABLE_FILE 2.4.pdf: can't be read: no such file or folder; check the name.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcd", "ab", "", "xyz"})
  void content_ofAFileThatHasChangedSinceItWasFound_isNone(String now) throws IOException {
    write("2.4.pdf");
    ScannedFile file = found("2.4.pdf");
    Files.writeString(file.path(), now);
    Files.setLastModifiedTime(file.path(), FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));

    ScannedFile.Content content = file.content();

    assertThat(content.digest()).isEmpty();
    assertThat(content.fault().orElseThrow().message(Language.ENGLISH))
        .isEqualTo("2.4.pdf: is left out of the table: it changed while it was read; scan again.");
  }

  @Test
  void content_ofAFileThatAnotherTookThePlaceOf_isNone() throws IOException {
    write("2.4.pdf", "other.pdf");
    ScannedFile file = found("2.4.pdf");
    assumeThat(file.seen().fileKey()).isNotNull();
    Path other = folder.resolve("other.pdf");
    Files.setLastModifiedTime(other, file.seen().lastModifiedTime());
    Files.delete(file.path());
    Files.move(other, file.path());

    assertThat(file.content().digest()).isEmpty();
  }

  private ScannedFile found(String name) throws IOException {
    Path file = folder.resolve(name);
    return ScannedFile.of(
        folder,
        file,
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  // Names that tables can't hold

  @ParameterizedTest
  @ValueSource(strings = {"2.4 a\nb.pdf", "2.4 a\u0007.pdf", "2.4 a.pdf "})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void scan_ofANameThatNoTableShows_leavesItOut(String name) throws IOException {
    write(name);

    Checked<List<Evidence>> scanned = scan();

    assertThat(scanned.orThrow()).isEmpty();
    assertThat(Sheets.told(scanned))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("FILE_LEFT_OUT 2.4").doesNotContain("\n"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void scan_ofANameInBytesThatAreNoText_leavesItOut() throws Exception {
    Process made =
        new ProcessBuilder("sh", "-c", "printf abc > \"$(printf '2.4 \\377.pdf')\"")
            .directory(folder.toFile())
            .start();
    assumeThat(made.waitFor()).isZero();

    assertThat(scan().orThrow()).isEmpty();
    assertThat(scan().faults()).extracting(f -> f.code()).containsExactly(FaultCode.FILE_LEFT_OUT);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void scan_ofLettersAndAccentsTakenApart_isTheSameAsOfThemTogether() throws IOException {
    String together = "2.4 caf\u00E9.pdf";
    String apart = Normalizer.normalize(together, Normalizer.Form.NFD);
    try {
      write(apart);
    } catch (InvalidPathException e) {
      assumeThat(e).as("a machine with these letters").isNull();
    }

    assertThat(shown(scan())).containsExactly(together + " = 2.4");

    write(together);

    assertThat(shown(scan())).containsExactly(together + " = 2.4");
    assertThat(Sheets.told(scan()))
        .singleElement()
        .satisfies(told -> assertThat(told).contains("reads like another file's"));
  }

  // Limits

  @Test
  void walk_ofMoreFilesThanAllowed_isAFault() throws IOException {
    write("1.1.pdf", "2.4.pdf", "4.1.pdf");

    assertThat(walk(3, 9, 999).orThrow()).hasSize(3);
    assertThat(Sheets.told(walk(2, 9, 999)))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("TOO_MANY " + folder).contains("than 2"));
  }

  @Test
  void walk_ofNamesLongerThanAllowed_isAFault() throws IOException {
    write("1.1.pdf", "2.4.pdf");

    assertThat(walk(9, 9, 14).orThrow()).hasSize(2);
    assertThat(Sheets.told(walk(9, 9, 13)))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("NAMES_TOO_LONG " + folder).contains("13"));
  }

  @Test
  void walk_ofFoldersDeeperThanAllowed_readsTheOthers() throws IOException {
    write("a/b/2.4.pdf", "a/b/c/4.1.pdf");

    assertThat(walk(9, 3, 999).orThrow()).hasSize(2);
    Checked<List<ScannedFile>> walked = walk(9, 2, 999);

    assertThat(walked.orThrow()).extracting(ScannedFile::location).containsExactly("a/b/2.4.pdf");
    assertThat(Sheets.told(walked))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("FILE_LEFT_OUT a/b/c: ").contains("2"));
  }

  private Checked<List<ScannedFile>> walk(int files, int depth, int characters) {
    return FolderWalk.of(folder, Set.of(), new FolderWalk.Most(files, depth, characters));
  }

  @Test
  void scan_ofWhatIsNoFolder_isAFault() throws IOException {
    write("2.4.pdf");
    EvidenceScan scan = EvidenceScan.of(Editions.kla2024());

    assertThat(Sheets.told(scan.scan(folder.resolve("2.4.pdf"))))
        .containsExactly(
            "UNREADABLE_FILE " + folder.resolve("2.4.pdf") + ": can't be read: not a folder.");
    assertThat(Sheets.told(scan.scan(folder.resolve("none"))))
        .singleElement()
        .satisfies(told -> assertThat(told).contains("no such file or folder"));
  }

  // Lists

  @Test
  void scan_withAList_takesItsQuestionsAndWhateverElseItSays() throws IOException {
    write("a/SK.pdf", "b.pdf", "2.4 c.pdf");

    Checked<List<Evidence>> scanned =
        scan(
            """
            file,questions,kind,title,issued,agency
            a\\SK.pdf,14.10;,decree,SK Gugus Tugas,2023-01-15,dinkes
            ./b.pdf,1.1; 2.4,,,,
            b.pdf,4.1;,,Foto,,
            """);

    assertThat(scanned.faults()).isEmpty();
    assertThat(shown(scanned))
        .containsExactly("b.pdf = 1.1 2.4 4.1", "2.4 c.pdf = 2.4", "a/SK.pdf = 14.10");
    assertThat(scanned.orThrow().get(0).title()).contains("Foto");
    assertThat(scanned.orThrow().get(2))
        .isEqualTo(
            Evidence.builder()
                .id("a/SK.pdf")
                .addQuestions(QuestionCode.of("14", "10"))
                .kind("decree")
                .title("SK Gugus Tugas")
                .issued(LocalDate.of(2023, 1, 15))
                .agency("dinkes")
                .digest(Digest.parse(ABC))
                .location("a/SK.pdf")
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "berkas;untuk pertanyaan\na.pdf;14.10;\n",
        "berkas;indikator;pertanyaan\na.pdf;14;10\n",
        "berkas;kode\na.pdf;14.10\n",
        "lokasi;untuk pertanyaan;jenis;perangkat daerah\na.pdf;14.10;;\n",
        "file\tquestion\na.pdf\t14.10\n",
        "id,location,questions\na.pdf,a.pdf,14.10;\n",
      })
  void scan_withAListInAnyForm_readsIt(String list) throws IOException {
    write("a.pdf");

    assertThat(shown(scan(list))).containsExactly("a.pdf = 14.10");
  }

  @Test
  void scan_withItsOwnTableFilledIn_keepsWhatWasFilledIn() throws IOException {
    write("a.pdf", "2.4.pdf");
    byte[] table =
        KlaTables.of().writeEvidence(Editions.kla2024(), scan().orThrow(), KlaTables.Form.CSV);
    String filled =
        new String(table, StandardCharsets.UTF_8).replace("a.pdf,,,,", "E1,14.10;,photo,,");

    Checked<List<Evidence>> again =
        EvidenceScan.of(Editions.kla2024()).withList(Sheets.file("t.csv", filled)).scan(folder);

    assertThat(again.faults()).isEmpty();
    assertThat(shown(again)).containsExactly("2.4.pdf = 2.4", "E1 = 14.10");
    assertThat(again.orThrow().get(1).kind()).contains("photo");
  }

  @Test
  void scan_withAListOfWhatIsNotThere_warnsWithItsRow() throws IOException {
    write("2.4.pdf");

    Checked<List<Evidence>> scanned = scan("file,questions\nb.pdf,14.10;\n");

    assertThat(shown(scanned)).containsExactly("2.4.pdf = 2.4");
    assertThat(Sheets.told(scanned))
        .containsExactly(
            "UNREADABLE_FILE list.csv, row 2: can't be read: the file that is listed is not in"
                + " this folder; check its name.");
    assertThat(scanned.faults().get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void scan_withAListThatKnowsAnotherDigest_warnsAndTakesTheFiles() throws IOException {
    write("2.4.pdf");

    Checked<List<Evidence>> scanned =
        scan("file,questions,digest\n2.4.pdf,2.4;," + "0".repeat(64) + "\n");

    assertThat(scanned.orThrow().get(0).digest()).contains(Digest.parse(ABC));
    assertThat(scanned.faults())
        .extracting(f -> f.code())
        .containsExactly(FaultCode.DIGEST_CHANGED);
  }

  @Test
  void scan_withAListThatLeavesQuestionsEmpty_tellsThemByTheName() throws IOException {
    write("2.4.pdf");

    assertThat(shown(scan("file,questions,title\n2.4.pdf,,Perda\n")))
        .containsExactly("2.4.pdf = 2.4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file,questions;a.pdf,14.99 | UNKNOWN_QUESTION",
        "file,questions;a.pdf,3-Feb | DAMAGED_CODE",
        "file,questions;,2.4 | EMPTY_CELL",
        "file,questions,issued;a.pdf,2.4,kemarin | BAD_DATE",
        "file,questions,title;a.pdf,2.4,x;a.pdf,2.5,y | CONTRADICTION",
        "file,id,questions;a.pdf,E1,2.4;a.pdf,E2,2.4 | CONTRADICTION",
        "file,id,questions;a.pdf,E1,2.4;b.pdf,E1,2.4 | DUPLICATE_CODE",
        "file,id,questions;a.pdf,b.pdf,2.4 | DUPLICATE_CODE",
        "agency,name;a,b | MISSING_COLUMN",
        "a,b;c,d | NO_TABLE",
      })
  void scan_withAFaultyList_isRefused(String list, FaultCode code) throws IOException {
    write("a.pdf", "b.pdf");

    Checked<List<Evidence>> scanned = scan(list.replace(';', '\n') + "\n");

    assertThat(scanned.value()).isEmpty();
    assertThat(scanned.faults()).extracting(f -> f.code()).contains(code);
  }

  @Test
  void merge_ofAListOfFiles_saysThatItHasNoIds() {
    assertThat(Sheets.told(Sheets.merge(Sheets.HEAD + "file,questions\na.pdf,14.10;\n")))
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("MISSING_COLUMN a.csv").contains("\"id\""));
  }

  @Test
  void scan_withoutAFile_takesItForNoEvidence() throws IOException {
    write("2.4.pdf", "bukti.csv");

    Checked<List<Evidence>> scanned =
        EvidenceScan.of(Editions.kla2024()).without(folder.resolve("bukti.csv")).scan(folder);

    assertThat(scanned.faults()).isEmpty();
    assertThat(shown(scanned)).containsExactly("2.4.pdf = 2.4");
  }

  // The table

  @ParameterizedTest
  @EnumSource
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void table_besideAnswers_isReadAgain(KlaTables.Form form) throws IOException {
    write("14.10 SK.pdf", "-1.1; \"a\",b=.pdf", "tanpa kode.pdf");
    List<Evidence> scanned = scan().orThrow();

    for (Language language : Language.values()) {
      byte[] table = KlaTables.of().in(language).writeEvidence(Editions.kla2024(), scanned, form);
      Assessment sheet =
          KlaTables.of()
              .merge(
                  List.of(
                      Sheets.file("answers.csv", Sheets.HEAD + "code,answer\n14.10,3\n"),
                      SheetFile.of("table", table)))
              .orThrow()
              .assessment();

      assertThat(sheet.evidence()).isEqualTo(scanned);
    }
  }

  @Test
  void table_ofAsManyFilesAsAllowed_isReadAgain() {
    List<Evidence> many =
        Stream.iterate(0, i -> i < Limits.SCANNED, i -> i + 1)
            .map(i -> Evidence.builder().id("E" + i).digest(Digest.parse(ABC)).build())
            .toList();
    byte[] table = KlaTables.of().writeEvidence(Editions.kla2024(), many, KlaTables.Form.CSV);

    Checked<KlaTables.Merged> merged =
        KlaTables.of()
            .withRegion("16.10")
            .withRound("2024")
            .withStage("self")
            .merge(List.of(SheetFile.of("table", table)));

    assertThat(merged.orThrow().assessment().evidence()).hasSize(Limits.SCANNED);
  }
}
