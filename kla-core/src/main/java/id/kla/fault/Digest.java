package id.kla.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest of a document, by which two copies of it are known to be one. */
@CheckReturnValue
public final class Digest {

  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");

  private final String hex;

  private Digest(String hex) {
    this.hex = hex;
  }

  /** Returns the digest of a document. */
  public static Digest of(byte[] document) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
      return new Digest(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads 64 hexadecimal digits; capital letters are read, too.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  public static Digest parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "digest: found \"" + text + "\"; allowed: 64 hexadecimal digits"));
  }

  /** Returns the digest that {@code text} writes, or nothing if it has another form. */
  public static Optional<Digest> find(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new Digest(text.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest digest && digest.hex.equals(hex);
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  /** Returns 64 hexadecimal digits in lower case. */
  @Override
  public String toString() {
    return hex;
  }
}
