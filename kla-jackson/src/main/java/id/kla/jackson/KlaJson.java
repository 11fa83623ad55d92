package id.kla.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.jackson.JsonCursor.Places;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads and writes kla's documents in JSON.
 *
 * <p>The strict door refuses what it does not know: unknown or repeated members, values of another
 * type, anything after the end. The lenient door reads on in spite of unknown and repeated members,
 * of what follows after the end, of numbers in quotation marks, an empty array for an empty object
 * and {@code null} for an unanswered question, and warns of each. All faults of a document are
 * collected, each with JSON Pointer, line and column. Decimals are read exactly. A document may
 * have up to 16 MiB, 32 levels, numbers of 64 characters and 20,000 entries in each list.
 *
 * <pre>{@code
 * Assessment sheet =
 *     KlaJson.strict().read(KlaFormat.ASSESSMENT, Path.of("ogan-ilir-2024.json")).orThrow();
 * }</pre>
 */
public final class KlaJson {

  static final int DEEPEST = 32;
  static final int LONGEST_NUMBER = 64;
  static final int LONGEST_TEXT = 1 << 20;

  /** How many entries any list or object of a document may have. */
  public static final int MOST = 20_000;

  /** How many bytes a document may have. */
  public static final int LARGEST = 16 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(1 << 10)
                  .build())
          .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private final Door door;
  private final List<Edition> editions;
  private final Layout layout;

  private KlaJson(Door door, List<Edition> editions, Layout layout) {
    this.door = door;
    this.editions = editions;
    this.layout = layout;
  }

  /** What is done with what is not quite as it must be. */
  enum Door {
    /** It is refused. */
    STRICT,
    /** It is tolerated where its meaning is plain, and warned of. */
    LENIENT
  }

  /** How documents are laid out when they are written. */
  public enum Layout {
    /** Each member on a line of its own, for people. */
    INDENTED,
    /** A whole document on one line, for programs. */
    ONE_LINE
  }

  /** Returns the strict door, which knows the built-in editions. */
  public static KlaJson strict() {
    return strict(List.of());
  }

  /** Returns the strict door, which knows {@code editions} and after them the built-in ones. */
  public static KlaJson strict(List<Edition> editions) {
    return open(Door.STRICT, editions);
  }

  /** Returns the lenient door, which knows the built-in editions. */
  public static KlaJson lenient() {
    return lenient(List.of());
  }

  /** Returns the lenient door, which knows {@code editions} and after them the built-in ones. */
  public static KlaJson lenient(List<Edition> editions) {
    return open(Door.LENIENT, editions);
  }

  private static KlaJson open(Door door, List<Edition> editions) {
    return new KlaJson(door, known(editions), Layout.INDENTED);
  }

  /** Returns {@code editions} and after them the built-in ones. */
  static List<Edition> known(List<Edition> editions) {
    return Stream.concat(
            editions.stream(), Editions.ids().stream().flatMap(id -> Editions.find(id).stream()))
        .toList();
  }

  /** Returns the same door, which writes in another layout; indented by default. */
  public KlaJson withLayout(Layout other) {
    return new KlaJson(door, editions, other);
  }

  /** Reads a document from a file. */
  public <T> Checked<T> read(KlaFormat<T> format, Path file) {
    if (Files.isDirectory(file)) {
      return Checked.failed(
          List.of(
              Fault.unreadable(
                  "\"" + file + "\"", Label.of("ini sebuah folder", "it is a folder"))));
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return read(format, file.toString(), stream);
    } catch (IOException e) {
      return Checked.failed(List.of(Fault.unreadable(file.toString(), e)));
    }
  }

  /** Reads a document from a text. */
  public <T> Checked<T> read(KlaFormat<T> format, String text) {
    return read(format, "JSON", text);
  }

  /** Reads a document from a text that faults call {@code name}. */
  public <T> Checked<T> read(KlaFormat<T> format, String name, String text) {
    return read(format.reader(), format.places(), name, text);
  }

  private <T> Checked<T> read(KlaFormat.Reader<T> reader, Places places, String name, String text) {
    if (text.length() > LARGEST) {
      return tooLarge(name);
    }
    String document = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try {
      return read(reader, places, name, document, () -> parser(document));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static <T> Checked<T> tooLarge(String name) {
    return Checked.failed(
        List.of(
            Fault.of(FaultCode.TOO_LARGE, Place.file(name))
                .with("found", "> " + LARGEST + " B")
                .with("allowed", LARGEST + " B")));
  }

  /** Reads a document from bytes in UTF-8 that faults call {@code name}. */
  public <T> Checked<T> read(KlaFormat<T> format, String name, byte[] document) {
    return read(format.reader(), format.places(), name, document);
  }

  /**
   * Reads a document from a stream in UTF-8, which is not closed.
   *
   * @param format what kind of document it is
   * @param name what faults call the document
   * @param stream the document
   * @return what it holds, or every fault
   * @throws IOException if the stream fails
   */
  public <T> Checked<T> read(KlaFormat<T> format, String name, InputStream stream)
      throws IOException {
    return read(format.reader(), format.places(), name, stream);
  }

  private <T> Checked<T> read(
      KlaFormat.Reader<T> reader, Places places, String name, InputStream stream)
      throws IOException {
    return read(reader, places, name, stream.readNBytes(LARGEST + 1));
  }

  private <T> Checked<T> read(
      KlaFormat.Reader<T> reader, Places places, String name, byte[] content) {
    if (content.length > LARGEST) {
      return tooLarge(name);
    }
    String text = new String(content, StandardCharsets.UTF_8);
    // What is no UTF-8 becomes U+FFFD, which hardly any document holds by itself.
    if (text.indexOf('\uFFFD') >= 0 && !isUtf8(content)) {
      return Checked.failed(List.of(Fault.of(FaultCode.NOT_UTF8, Place.file(name))));
    }
    // Where each byte is a character, the parser's columns are the document's, and it is faster;
    // a NUL would let it guess another encoding.
    if (text.length() != content.length || text.indexOf('\0') >= 0) {
      return read(reader, places, name, text);
    }
    try {
      return read(reader, places, name, text, () -> FACTORY.createParser(content));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Reads a scored document and says whether {@code assessment} scores exactly that: a node that
   * differs is an error, another digest a warning.
   *
   * @param name what faults call the document
   * @param document the scored document in UTF-8
   * @param assessment what it must have been computed from
   */
  public Checked<ScoredAssessment> recheck(String name, byte[] document, Assessment assessment) {
    return read(
        (json, known) -> ScoredReader.recheck(json, assessment), Places.KNOWN, name, document);
  }

  private <T> Checked<T> read(
      KlaFormat.Reader<T> reader, Places places, String name, String document, Source source)
      throws IOException {
    Checked<T> read;
    try (JsonParser parser = source.open()) {
      read = reader.read(JsonCursor.before(parser, places, door, name, document), editions);
    }
    // Only what is wrong must be told where it stands.
    return places == Places.UNKNOWN && !read.faults().isEmpty()
        ? read(reader, Places.KNOWN, name, document, source)
        : read;
  }

  /** A document in memory, which can be read again. */
  private interface Source {
    JsonParser open() throws IOException;
  }

  private static boolean isUtf8(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Writes a document: what has its usual value is left out. */
  public <T> String write(KlaFormat<T> format, T value) {
    return DocumentWriter.write(FACTORY, layout, format, value);
  }

  static JsonParser parser(String text) throws IOException {
    return FACTORY.createParser(text);
  }
}
