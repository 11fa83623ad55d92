package id.kla.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one form of a value that its digest is taken of, whatever file it was read from.
 *
 * <p>The form is text in UTF-8. A length and a colon stand before each name and each value, so that
 * no two different values have one form: {@code 2:id,8:kla-2024;}. A group is a name with its
 * members in brackets: {@code 5:total(...)}. The length counts bytes. What is absent, or has its
 * usual value, is left out.
 */
public final class Canonical {

  private final StringBuilder form = new StringBuilder();

  private Canonical() {}

  /**
   * Returns the form of a value.
   *
   * @param kind what it is, with the version of its form
   * @param content writes its members
   */
  @CheckReturnValue
  public static String form(String kind, Consumer<Canonical> content) {
    Canonical whole = new Canonical();
    whole.group(kind, () -> content.accept(whole));
    return whole.form.toString();
  }

  /** Returns the SHA-256 digest of a form. */
  @CheckReturnValue
  public static Digest digest(String form) {
    return Digest.of(form.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a member whose text says it all. */
  public void text(String name, Object value) {
    counted(name);
    form.append(',');
    counted(value.toString());
    form.append(';');
  }

  /** Writes a member that may be absent. */
  public void text(String name, Optional<?> value) {
    value.ifPresent(present -> text(name, present));
  }

  /** Writes a group of members. */
  public void group(String name, Runnable members) {
    counted(name);
    form.append('(');
    members.run();
    form.append(')');
  }

  private void counted(String text) {
    form.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text);
  }
}
