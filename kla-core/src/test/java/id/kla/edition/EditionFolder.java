package id.kla.edition;

import id.kla.fault.Checked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A folder with the tables of an edition, to be spoilt by tests. */
final class EditionFolder {

  /** A row a text, cells divided by {@code |}. */
  private static final String[] EDITION = {"key|value", "id|tiny", "label_id|Kecil"};

  private static final String[] CLUSTERS = {"cluster", "A"};
  private static final String[] INDICATORS = {"indicator|cluster|maximum", "1|A|10"};
  private static final String[] QUESTIONS = {"indicator|question|maximum", "1|a|6", "1|b|4"};

  private final Path path;

  private EditionFolder(Path path) {
    this.path = path;
  }

  /** Writes the smallest edition that can be scored: one indicator of 10 points, 1.a and 1.b. */
  static EditionFolder tiny(Path path) {
    return new EditionFolder(path)
        .table("edition", EDITION)
        .table("clusters", CLUSTERS)
        .table("indicators", INDICATORS)
        .table("questions", QUESTIONS);
  }

  /** Writes one table; cells are divided by {@code |}, rows end with a newline. */
  EditionFolder table(String name, String... rows) {
    return text(name, String.join("\n", rows).replace('|', '\t') + "\n");
  }

  EditionFolder text(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  EditionFolder bytes(String name, byte[] content) {
    try {
      Files.write(path.resolve(name + ".tsv"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  EditionFolder without(String name) {
    try {
      Files.delete(path.resolve(name + ".tsv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Checked<Edition> read() {
    return EditionTables.read(path);
  }

  /** Returns the bytes of a built-in table. */
  static byte[] builtIn(String edition, String name) {
    String resource = edition + "/" + name + ".tsv";
    try (InputStream stream =
        Objects.requireNonNull(EditionTables.class.getResourceAsStream(resource), resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
