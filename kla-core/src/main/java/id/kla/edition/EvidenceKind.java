package id.kla.edition;

import id.kla.fault.Label;
import java.util.Optional;

/**
 * A kind of evidence (<i>jenis data dukung</i>), such as a decree.
 *
 * @param code what questions call it
 * @param label its name
 * @param age how old it may be; nothing where it holds until it is revoked
 * @param origin where it comes from
 */
public record EvidenceKind(String code, Label label, Optional<Age> age, Origin origin) {

  /** Makes a kind that holds until it is revoked. */
  public EvidenceKind(String code, Label label, Origin origin) {
    this(code, label, Optional.empty(), origin);
  }
}
