package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class EditionTablesProperties {

  private static final List<String> TABLES =
      List.of(
          "edition",
          "clusters",
          "indicators",
          "questions",
          "scales",
          "evidence",
          "requirements",
          "roles",
          "topics",
          "ladder",
          "stages",
          "sources",
          "accepted");

  private static final List<String> NASTY =
      List.of(
          "",
          "x",
          "#",
          "\"",
          "\"\"\"",
          "a\tb",
          "a\nb",
          "\r",
          "-1",
          "-0.0001",
          "0.00001",
          "1e999999999",
          "1/0",
          "1/3",
          "200%",
          "900000000000000",
          "922337203685477.5807",
          "99999999999999999999",
          "1,5",
          "1.5.1",
          ";;;",
          "a;b;c",
          "{found}",
          "[x]",
          "$1\\",
          "\u0661",
          "\uD83D\uDE42",
          "\uFEFF",
          "\u0000",
          "x".repeat(5_000),
          "bands",
          "line",
          "levels",
          "off",
          "refused",
          "1",
          "14.10",
          "KLA");

  /** The built-in edition, and one with every kind of scale. */
  private static final List<String> EDITIONS = List.of("kla-2024", "desa");

  private static final Path DESA =
      Path.of("src", "test", "resources", "id", "kla", "scoring", "instruments", "desa");

  private static Path folder = Path.of("");

  private enum Way {
    TABLE_GONE,
    OTHER_TABLE,
    BYTE,
    BYTE_MORE,
    BYTES_GONE,
    TRUNCATED,
    LINE_GONE,
    LINE_TWICE,
    LINES_SWAPPED,
    CELL,
    CELL_GONE,
    CELLS_SWAPPED,
    HEADER,
    COLUMN_FILLED,
    COLUMN_GONE,
    COLUMN_TWICE,
    COLUMNS_SWAPPED,
    HEADS_SWAPPED
  }

  private record Damage(String table, Way way, int first, int second, String text) {

    void to(Path edition) throws IOException {
      Path file = edition.resolve(table + ".tsv");
      byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      if (content.length == 0) {
        Files.writeString(file, text);
        return;
      }
      switch (way) {
        case TABLE_GONE -> Files.delete(file);
        case OTHER_TABLE -> {
          Path other = edition.resolve(TABLES.get(first % TABLES.size()) + ".tsv");
          Files.write(file, Files.exists(other) ? Files.readAllBytes(other) : new byte[0]);
        }
        default -> Files.write(file, damaged(content));
      }
    }

    private byte[] damaged(byte[] content) {
      int at = first % content.length;
      switch (way) {
        case BYTE -> {
          byte[] bytes = content.clone();
          bytes[at] = (byte) second;
          return bytes;
        }
        case BYTE_MORE -> {
          return joined(content, at, at, new byte[] {(byte) second});
        }
        case BYTES_GONE -> {
          int until = Math.min(content.length, at + 1 + second % 200);
          return joined(content, at, until, new byte[0]);
        }
        case TRUNCATED -> {
          return Arrays.copyOf(content, at);
        }
        default -> {
          List<List<String>> rows = new ArrayList<>();
          for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
            rows.add(new ArrayList<>(List.of(line.split("\t", -1))));
          }
          damage(rows);
          return rows.stream()
              .map(row -> String.join("\t", row))
              .collect(Collectors.joining("\n"))
              .getBytes(StandardCharsets.UTF_8);
        }
      }
    }

    private static byte[] joined(byte[] content, int from, int to, byte[] between) {
      byte[] joined = Arrays.copyOf(content, content.length - (to - from) + between.length);
      System.arraycopy(between, 0, joined, from, between.length);
      System.arraycopy(content, to, joined, from + between.length, content.length - to);
      return joined;
    }

    private void damage(List<List<String>> rows) {
      int row = first % rows.size();
      int other = second % rows.size();
      int column = first % rows.get(0).size();
      int otherColumn = second % rows.get(0).size();
      switch (way) {
        case LINE_GONE -> rows.remove(row);
        case LINE_TWICE -> rows.add(other, rows.get(row));
        case LINES_SWAPPED -> Collections.swap(rows, row, other);
        case CELL -> set(rows.get(row), second, text);
        case CELL_GONE -> set(rows.get(row), second, "");
        case CELLS_SWAPPED -> {
          String cell = cell(rows.get(row), second);
          set(rows.get(row), second, cell(rows.get(other), first));
          set(rows.get(other), first, cell);
        }
        case HEADER -> set(rows.get(0), second, text);
        case COLUMN_FILLED -> rows.stream().skip(1).forEach(cells -> set(cells, column, text));
        case HEADS_SWAPPED -> Collections.swap(rows.get(0), column, otherColumn);
        default -> {
          for (List<String> cells : rows) {
            if (Math.max(column, otherColumn) < cells.size()) {
              switch (way) {
                case COLUMN_GONE -> cells.remove(column);
                case COLUMN_TWICE -> cells.add(otherColumn, cells.get(column));
                default -> Collections.swap(cells, column, otherColumn);
              }
            }
          }
        }
      }
    }

    private static String cell(List<String> cells, int at) {
      return cells.get(at % cells.size());
    }

    private static void set(List<String> cells, int at, String text) {
      cells.set(at % cells.size(), text);
    }
  }

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("kla-damaged");
    for (String edition : EDITIONS) {
      Files.createDirectory(folder.resolve(edition));
      write(edition);
    }
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Writes an edition's tables as they are. */
  private static Path write(String edition) throws IOException {
    Path tables = folder.resolve(edition);
    for (String table : TABLES) {
      Path file = tables.resolve(table + ".tsv");
      Path original = DESA.resolve(table + ".tsv");
      if (edition.equals("kla-2024")) {
        Files.write(file, EditionFolder.builtIn(edition, table));
      } else if (Files.exists(original)) {
        Files.write(file, Files.readAllBytes(original));
      } else {
        Files.deleteIfExists(file);
      }
    }
    return tables;
  }

  @Provide
  Arbitrary<String> editions() {
    return Arbitraries.of(EDITIONS);
  }

  @Provide
  Arbitrary<Damage> damages() {
    return Combinators.combine(
            Arbitraries.of(TABLES),
            Arbitraries.of(Way.class),
            Arbitraries.integers().between(0, 100_000),
            Arbitraries.integers().between(0, 100_000),
            Arbitraries.oneOf(
                Arbitraries.of(NASTY), Arbitraries.strings().ofMinLength(1).ofMaxLength(8)))
        .as(Damage::new);
  }

  @Property(tries = 200)
  void read_damagedTables_giveAnEditionOrFaultsAndNoOtherException(
      @ForAll("editions") String edition,
      @ForAll @Size(min = 1, max = 3) List<@From("damages") Damage> damages)
      throws IOException {
    Path tables = write(edition);
    for (Damage damage : damages) {
      damage.to(tables);
    }

    Checked<Edition> read = EditionTables.read(tables);

    boolean hasErrors =
        read.faults().stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    assertThat(read.value().isEmpty()).isEqualTo(hasErrors);
    assertThat(read.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.message(Language.ENGLISH)).isNotEmpty();
              assertThat(fault.message(Language.INDONESIAN)).isNotEmpty();
            });
    read.value().ifPresent(EditionTablesProperties::checkUsable);
  }

  /** Damage that leaves no error leaves an edition that can be written and scored. */
  private static void checkUsable(Edition edition) {
    assertThat(EditionDraft.of(edition).check().value()).contains(edition);
    if (edition.maximum().isPresent()) {
      ScoredAssessment scored =
          ScoringEngine.of(edition)
              .score(
                  Assessment.builder()
                      .edition(edition)
                      .region(RegionCode.parse("16.10"))
                      .round(Round.of(2023))
                      .stage(edition.stages().get(0).code())
                      .build());
      assertThat(scored.points()).isEqualTo(Points.ZERO);
      assertThat(scored.atMost()).isBetween(Points.ZERO, edition.maximum().get());
    }
  }

  /** The generator's own check: the folders as they are built in or kept read without a word. */
  @Property(tries = 10)
  void read_undamagedTables_giveTheirEditions(@ForAll("editions") String edition)
      throws IOException {
    Checked<Edition> read = EditionTables.read(write(edition));

    assertThat(read.faults()).isEmpty();
    assertThat(read.orThrow().id()).isEqualTo(edition.equals("desa") ? "desa-2026" : edition);
    if (edition.equals("kla-2024")) {
      assertThat(read.orThrow()).isEqualTo(Editions.kla2024());
    }
  }
}
