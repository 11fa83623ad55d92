package id.kla.assessment;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sub-district or village of a region, as a table names it (<i>kecamatan, desa, kelurahan</i>).
 *
 * @param name its name; where only a code is known, that
 * @param within the sub-district that a village lies in, if it is said
 * @param code its code, if it is said
 */
@CheckReturnValue
public record Unit(String name, Optional<String> within, Optional<String> code) {

  /**
   * Drops blanks around the parts.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Unit {
    name = Printable.trimmed(name);
    within = within.map(Printable::trimmed).filter(text -> !text.isEmpty());
    code = code.map(Printable::trimmed).filter(text -> !text.isEmpty());
    if (name.isEmpty()) {
      throw new IllegalArgumentException("unit: found a blank name; allowed: a name or a code");
    }
  }

  /** Returns a unit that has a name alone. */
  public static Unit of(String name) {
    return new Unit(name, Optional.empty(), Optional.empty());
  }

  /**
   * Returns what units of the same name have in common, and no others: the sub-district and the
   * name; case and how many spaces stand between words don't matter.
   */
  public List<String> key() {
    return List.of(folded(within.orElse("")), folded(name));
  }

  private static String folded(String text) {
    return text.replaceAll("[\\p{Z}\\s]+", " ").toLowerCase(Locale.ROOT);
  }

  /** Returns the name, and behind it the sub-district that it lies in. */
  @Override
  public String toString() {
    return name + within.map(other -> " (" + other + ")").orElse("");
  }
}
