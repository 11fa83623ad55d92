package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.fault.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

  private static Path folder = Path.of("");

  private enum Way {
    BYTE,
    TRUNCATED,
    LINE_GONE,
    LINE_TWICE,
    LINES_SWAPPED,
    CELL,
    CELL_GONE,
    HEADER
  }

  private record Damage(String table, Way way, int first, int second, String text) {

    byte[] to(byte[] content) {
      if (content.length == 0) {
        return text.getBytes(StandardCharsets.UTF_8);
      }
      byte[] bytes = content.clone();
      switch (way) {
        case BYTE -> {
          bytes[first % bytes.length] = (byte) second;
          return bytes;
        }
        case TRUNCATED -> {
          return Arrays.copyOf(bytes, first % bytes.length);
        }
        default -> {
          return toLines(bytes);
        }
      }
    }

    private byte[] toLines(byte[] bytes) {
      List<byte[]> lines = lines(bytes);
      int at = way == Way.HEADER ? 0 : first % lines.size();
      int other = second % lines.size();
      switch (way) {
        case LINE_GONE -> lines.remove(at);
        case LINE_TWICE -> lines.add(other, lines.get(at));
        case LINES_SWAPPED -> {
          byte[] line = lines.get(at);
          lines.set(at, lines.get(other));
          lines.set(other, line);
        }
        default -> {
          String[] cells = new String(lines.get(at), StandardCharsets.UTF_8).split("\t", -1);
          cells[second % cells.length] = way == Way.CELL_GONE ? "" : text;
          lines.set(at, String.join("\t", cells).getBytes(StandardCharsets.UTF_8));
        }
      }
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (byte[] line : lines) {
        joined.writeBytes(line);
        joined.write('\n');
      }
      return joined.toByteArray();
    }

    private static List<byte[]> lines(byte[] bytes) {
      List<byte[]> lines = new ArrayList<>();
      int from = 0;
      for (int at = 0; at < bytes.length; at++) {
        if (bytes[at] == '\n') {
          lines.add(Arrays.copyOfRange(bytes, from, at));
          from = at + 1;
        }
      }
      lines.add(Arrays.copyOfRange(bytes, from, bytes.length));
      return lines;
    }
  }

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("kla-damaged");
    for (String table : TABLES) {
      write(table, EditionFolder.builtIn("kla-2024", table));
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

  private static void write(String table, byte[] content) {
    try {
      Files.write(folder.resolve(table + ".tsv"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  @Property(tries = 150)
  void read_damagedTables_giveAnEditionOrFaultsAndNoOtherException(
      @ForAll @Size(min = 1, max = 3) List<@From("damages") Damage> damages) {
    for (Damage damage : damages) {
      write(damage.table, damage.to(EditionFolder.builtIn("kla-2024", damage.table)));
    }
    try {
      Checked<Edition> read = EditionTables.read(folder);

      boolean hasErrors =
          read.faults().stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
      assertThat(read.value().isEmpty()).isEqualTo(hasErrors);
      assertThat(read.faults())
          .allSatisfy(
              fault -> {
                assertThat(fault.message(Language.ENGLISH)).isNotEmpty();
                assertThat(fault.message(Language.INDONESIAN)).isNotEmpty();
              });
    } finally {
      for (Damage damage : damages) {
        write(damage.table, EditionFolder.builtIn("kla-2024", damage.table));
      }
    }
  }

  /** The generator's own check: the folder as it is built in reads as the built-in edition. */
  @Property(tries = 1)
  void read_undamagedTables_giveTheBuiltInEdition() {
    Checked<Edition> read = EditionTables.read(folder);

    assertThat(read.faults()).isEmpty();
    assertThat(read.orThrow()).isEqualTo(Editions.kla2024());
  }
}
