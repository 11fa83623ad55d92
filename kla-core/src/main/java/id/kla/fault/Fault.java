package id.kla.fault;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with data: what, where, what was found and what is allowed.
 *
 * <p>A fault is a code with typed values; its text comes from kla's own catalogues in both
 * languages.
 *
 * <pre>{@code
 * Fault.of(FaultCode.BAD_POINTS, place).with("found", "dua belas").text(Language.ENGLISH);
 * }</pre>
 */
@CheckReturnValue
public final class Fault {

  private static final Catalogue CATALOGUE =
      Catalogue.read(resource("faults_id.properties"), resource("faults_en.properties"));

  private final FaultCode code;
  private final Severity severity;
  private final Place place;
  private final ImmutableMap<String, Argument> arguments;

  private Fault(
      FaultCode code, Severity severity, Place place, ImmutableMap<String, Argument> arguments) {
    this.code = code;
    this.severity = severity;
    this.place = place;
    this.arguments = arguments;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Fault.class.getResourceAsStream(name), name);
  }

  /** Returns a fault whose values are still to be given, one call of {@code with} each. */
  public static Fault of(FaultCode code, Place place) {
    return new Fault(code, code.severity(), place, ImmutableMap.of());
  }

  /** Returns the fault that a file, folder or stream can't be read. */
  public static Fault unreadable(String name, IOException cause) {
    Label reason =
        cause instanceof NoSuchFileException
            ? Label.of(
                "berkas atau folder tidak ditemukan; periksa namanya",
                "no such file or folder; check the name")
            : cause instanceof NotDirectoryException
                ? Label.of("bukan folder", "not a folder")
                : cause instanceof AccessDeniedException
                    ? Label.of("akses ditolak", "access denied")
                    : Label.of("kesalahan baca", "reading failed");
    return unreadable(name, reason);
  }

  /** Returns the fault that a file, folder or stream can't be read, and why. */
  public static Fault unreadable(String name, Label reason) {
    return of(FaultCode.UNREADABLE_FILE, Place.file(name)).with("reason", Argument.of(reason));
  }

  /** Returns this fault with a text value. */
  public Fault with(String name, String value) {
    return with(name, Argument.of(value));
  }

  /** Returns this fault with a whole number. */
  public Fault with(String name, long value) {
    return with(name, Argument.of(value));
  }

  /** Returns this fault with an exact decimal number. */
  public Fault with(String name, BigDecimal value) {
    return with(name, Argument.of(value));
  }

  /** Returns this fault with codes or names. */
  public Fault with(String name, List<String> values) {
    return with(name, Argument.of(values));
  }

  /**
   * Returns this fault with a value.
   *
   * @throws IllegalArgumentException if faults of this code have no such value
   */
  public Fault with(String name, Argument value) {
    if (!code.arguments().contains(name)) {
      throw new IllegalArgumentException(
          "fault " + code + ": found value \"" + name + "\"; allowed: " + code.arguments());
    }
    Map<String, Argument> all = new LinkedHashMap<>(arguments);
    all.put(name, value);
    return new Fault(code, severity, place, ImmutableMap.copyOf(all));
  }

  /** Returns the same fault at another place. */
  public Fault at(Place other) {
    return new Fault(code, severity, other, arguments);
  }

  /** Returns what kind of fault this is. */
  public FaultCode code() {
    return code;
  }

  /** Returns how bad it is: as its code says, or a warning where it was tolerated. */
  public Severity severity() {
    return severity;
  }

  /** Returns the same fault as a warning, for a reader that goes on in spite of it. */
  public Fault tolerated() {
    return new Fault(code, Severity.WARNING, place, arguments);
  }

  /** Returns where it was found. */
  public Place place() {
    return place;
  }

  /** Returns the values of its text by name. */
  public Map<String, Argument> arguments() {
    return arguments;
  }

  /** Returns what is wrong, without the place, in {@code language}. */
  public String text(Language language) {
    return CATALOGUE.text(code.name(), language, arguments);
  }

  /** Returns where it was found and what is wrong, in {@code language}. */
  public String message(Language language) {
    String where = place.in(language);
    return where.isEmpty() ? text(language) : where + ": " + text(language);
  }

  /** Returns the texts of all faults. */
  static Catalogue catalogue() {
    return CATALOGUE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fault fault
        && fault.code == code
        && fault.severity == severity
        && fault.place.equals(place)
        && fault.arguments.equals(arguments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, severity, place, arguments);
  }

  /** Returns the English message with its code in front. */
  @Override
  public String toString() {
    return code + " " + message(Language.ENGLISH);
  }
}
