package id.kla.edition;

import id.kla.fault.Digest;
import java.util.List;

/**
 * What an edition changes in the one that it was made of.
 *
 * @param edition the id of the edition that it was made of
 * @param digest the digest of that edition
 * @param changes what is different, in the order of tables and rows; at least one
 */
public record ChangedFrom(String edition, Digest digest, List<Change> changes) {

  /** Copies the list. */
  public ChangedFrom {
    changes = List.copyOf(changes);
  }
}
