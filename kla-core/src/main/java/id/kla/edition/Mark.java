package id.kla.edition;

/** How sure a fact of an edition is. */
public enum Mark {
  /** A source says so. */
  STATED,
  /** It follows by arithmetic from what sources say. */
  DERIVED,
  /** No source says so; it fits what is known. */
  INFERRED
}
