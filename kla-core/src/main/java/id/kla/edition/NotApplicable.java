package id.kla.edition;

/** What "not applicable" is worth for a question. Totals are never rescaled. */
public enum NotApplicable {
  /** It is no answer: a fault. */
  REFUSED,
  /** It earns nothing. */
  NOTHING,
  /** It earns the question's maximum. */
  FULL
}
