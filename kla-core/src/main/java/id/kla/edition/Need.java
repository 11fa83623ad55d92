package id.kla.edition;

/** Which of several kinds of evidence a question asks for. */
public enum Need {
  /** Any of them. */
  ANY,
  /** All of them. */
  ALL
}
