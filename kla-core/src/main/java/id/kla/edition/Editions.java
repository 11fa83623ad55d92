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

  /** Read when it is first asked for, then shared. */
  private static final class Kla2011 {
    static final Edition EDITION = EditionTables.builtIn("kla-2011");
  }

  /**
   * Returns the structure of the indicators of 2011 ({@code kla-2011}): 6 clusters, the names of 24
   * indicators, the 7 of institution as a count. It has no weights, and so can't be scored.
   */
  public static Edition kla2011() {
    return Kla2011.EDITION;
  }

  /** Returns the ids of the built-in editions, the newest first. */
  public static List<String> ids() {
    return List.of("kla-2024", "kla-2011");
  }

  /** Returns the built-in edition with that id, if there is one. */
  public static Optional<Edition> find(String id) {
    return switch (id) {
      case "kla-2024" -> Optional.of(kla2024());
      case "kla-2011" -> Optional.of(kla2011());
      default -> Optional.empty();
    };
  }
}
