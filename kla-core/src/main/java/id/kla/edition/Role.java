package id.kla.edition;

import id.kla.fault.Label;
import id.kla.fault.Printable;
import java.util.List;

/**
 * What an agency does in the evaluation (<i>peran perangkat daerah</i>), such as health; a region
 * maps it to an agency of its own.
 *
 * @param code what questions call it
 * @param label its name
 * @param aliases names of agencies that hold it in the sources
 * @param origin where it comes from
 */
public record Role(String code, Label label, List<String> aliases, Origin origin) {

  /** Copies the list and drops blanks around each alias. */
  public Role {
    aliases = aliases.stream().map(Printable::trimmed).toList();
  }
}
