package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Optional;

/**
 * The editions that are built in.
 *
 * <p>None of them is the ministry's own file; each says of every number where it comes from.
 */
@CheckReturnValue
public final class Editions {

  private Editions() {}

  /** Read when it is first asked for, then shared. */
  private static final class Kla2024 {
    static final Edition EDITION = EditionTables.builtIn("kla-2024");
  }

  /**
   * Returns the instrument of 2024 ({@code kla-2024}): 7 clusters, 31 scored indicators, 274
   * questions.
   */
  public static Edition kla2024() {
    return Kla2024.EDITION;
  }

  /** Returns the ids of the built-in editions. */
  public static List<String> ids() {
    return List.of("kla-2024");
  }

  /** Returns the built-in edition with that id, if there is one. */
  public static Optional<Edition> find(String id) {
    return id.equals("kla-2024") ? Optional.of(kla2024()) : Optional.empty();
  }
}
