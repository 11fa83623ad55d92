package id.kla.fault;

/** How bad a fault is. */
public enum Severity {
  /** The data can't be used. */
  ERROR,
  /** The data can be used, but is likely not what was meant. */
  WARNING,
  /** Worth knowing. */
  NOTE
}
