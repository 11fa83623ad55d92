package id.kla.edition;

import id.kla.fault.FaultCode;
import id.kla.fault.Printable;

/**
 * A warning of {@link EditionLint} that the edition's author knows of and accepts.
 *
 * @param code what is warned of
 * @param part where, such as {@code indicator 19} or {@code question 26.17}
 * @param reason why it stands
 */
public record AcceptedWarning(FaultCode code, String part, String reason) {

  /** Drops blanks around part and reason. */
  public AcceptedWarning {
    part = Printable.trimmed(part);
    reason = Printable.trimmed(reason);
  }
}
