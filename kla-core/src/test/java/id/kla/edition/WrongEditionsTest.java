package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Editions with one mistake each; {@code findings.tsv} says what must be found, and where.
 *
 * <p>Whoever adds a code that an edition's folder can have adds a folder.
 */
class WrongEditionsTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "id", "kla", "edition", "wrong-editions");

  private static final Path SOURCES = Path.of("src", "main", "java", "id", "kla", "edition");

  /** Codes of this package that no folder can have, or that would need a large file. */
  private static final Set<FaultCode> ELSEWHERE =
      EnumSet.of(
          // A list's cell holds no semicolon behind its parts; documents can.
          FaultCode.BAD_ALIAS,
          // A cell that must be filled is empty in a table, and blank in a document.
          FaultCode.BLANK_TEXT,
          // Sixteen mebibytes, see EditionTablesTest.
          FaultCode.TOO_LARGE,
          // Of mappings, see EditionComparisonTest, and of ladders, see LaddersTest.
          FaultCode.UNKNOWN_PART,
          FaultCode.MAPPED_TWICE,
          FaultCode.UNKNOWN_LADDER,
          // Of folders to write to, see EditionCommandTest.
          FaultCode.FOLDER_IN_USE,
          // Of sheets.
          FaultCode.CELL_TOO_LONG,
          FaultCode.NO_TABLE,
          FaultCode.NO_TABLE_OF,
          FaultCode.MISSING_HEAD,
          FaultCode.ROW_WITHOUT_CODE,
          FaultCode.DAMAGED_CODE,
          FaultCode.AMBIGUOUS_CODE,
          FaultCode.CONTRADICTION,
          FaultCode.BAD_FACT,
          FaultCode.DECLARED_IN_SHEET);

  /** What must be found, and nothing else. */
  private record Finding(
      String folder,
      FaultCode code,
      Severity severity,
      String place,
      String english,
      String indonesian) {

    static Finding parse(String line) {
      String[] cells = line.split("\t", -1);
      return new Finding(
          cells[0],
          FaultCode.valueOf(cells[1]),
          Severity.valueOf(cells[2]),
          cells[3].replace("{folder}", FOLDER.resolve(cells[0]).toString()),
          cells[4],
          cells[5]);
    }

    @Override
    public String toString() {
      return folder;
    }
  }

  static List<Finding> findings() {
    try {
      return Files.readAllLines(FOLDER.resolve("findings.tsv")).stream()
          .skip(1)
          .map(Finding::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("findings")
  void read_editionWithOneMistake_findsItAndNothingElse(Finding expected) {
    Checked<Edition> read = EditionTables.read(FOLDER.resolve(expected.folder));

    assertThat(read.faults()).hasSize(1);
    Fault found = read.faults().get(0);
    assertThat(found.code()).isEqualTo(expected.code);
    assertThat(found.severity()).isEqualTo(expected.severity);
    assertThat(found.place().in(Language.ENGLISH)).isEqualTo(expected.place);
    assertThat(found.text(Language.ENGLISH)).contains(expected.english);
    assertThat(found.text(Language.INDONESIAN)).contains(expected.indonesian);
    assertThat(read.value().isEmpty()).isEqualTo(expected.severity == Severity.ERROR);
  }

  @Test
  void folders_areThoseOfTheFindings() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> folders =
          files.filter(Files::isDirectory).map(file -> file.getFileName().toString()).toList();

      assertThat(findings())
          .extracting(Finding::folder)
          .containsExactlyInAnyOrderElementsOf(folders);
    }
  }

  /** Codes of tables and editions, and whatever else is reported where editions are read. */
  @Test
  void folders_coverEveryCodeOfTablesAndEditions() throws IOException {
    Set<FaultCode> codes = EnumSet.range(FaultCode.UNREADABLE_FILE, FaultCode.MAPPED_TWICE);
    codes.addAll(reported());
    codes.removeAll(ELSEWHERE);

    assertThat(findings().stream().map(Finding::code).collect(Collectors.toSet())).isEqualTo(codes);
  }

  private static Set<FaultCode> reported() throws IOException {
    Set<FaultCode> codes = EnumSet.noneOf(FaultCode.class);
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Pattern.compile("FaultCode\\.([A-Z0-9_]+)")
            .matcher(Files.readString(file))
            .results()
            .forEach(named -> codes.add(FaultCode.valueOf(named.group(1))));
      }
    }
    return codes;
  }
}
