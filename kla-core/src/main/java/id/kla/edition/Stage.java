package id.kla.edition;

import id.kla.fault.Label;
import id.kla.fault.Printable;
import java.util.List;

/**
 * One step of judging (<i>tahap</i>), in the edition's order.
 *
 * @param code what kla writes
 * @param label its name
 * @param meaning what a score of this stage counts, in a sentence
 * @param aliases other names that are read, never written
 * @param judging whether somebody else than the region itself judges
 * @param origin where it comes from
 */
public record Stage(
    String code, Label label, Label meaning, List<String> aliases, Judging judging, Origin origin) {

  /** Who judges. */
  public enum Judging {
    /** The region itself. */
    SELF,
    /** Somebody else. */
    OTHERS
  }

  /** Copies the list and drops blanks around each alias. */
  public Stage {
    aliases = aliases.stream().map(Printable::trimmed).toList();
  }
}
