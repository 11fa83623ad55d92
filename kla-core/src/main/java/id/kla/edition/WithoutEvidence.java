package id.kla.edition;

/** What a claim without evidence is worth where evidence is looked at. */
public enum WithoutEvidence {
  /** Nothing until there is some. */
  PENDING,
  /** As much as with evidence. */
  COUNTS
}
