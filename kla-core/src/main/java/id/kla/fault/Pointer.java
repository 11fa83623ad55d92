package id.kla.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Pointer (RFC 6901), written out only when somebody asks for it: a reader makes one for
 * each value, and hardly any is ever shown.
 */
@CheckReturnValue
public final class Pointer {

  private final @Nullable Pointer above;
  private final String step;

  private Pointer(@Nullable Pointer above, String step) {
    this.above = above;
    this.step = step;
  }

  /** Returns the pointer that {@code text} writes, such as {@code /answers/1.1}. */
  public static Pointer of(String text) {
    return new Pointer(null, text);
  }

  /** Returns the pointer to a member or element of the value that this one points at. */
  public Pointer below(String name) {
    return new Pointer(this, name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pointer pointer && pointer.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Returns the pointer as it is written, empty for the whole document. */
  @Override
  public String toString() {
    return above == null ? step : above + "/" + step.replace("~", "~0").replace("/", "~1");
  }
}
