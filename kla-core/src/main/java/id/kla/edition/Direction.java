package id.kla.edition;

/** Which way is better. */
public enum Direction {
  /** More is better; of a yes-or-no question, yes. */
  MORE,
  /** Less is better; of a yes-or-no question, no. */
  LESS
}
