package id.kla.scoring;

/** What counts. */
public enum Basis {
  /** Every answer, as claimed. */
  CLAIMED,
  /** Answers whose evidence holds on a day. */
  EVIDENCED,
  /** What a judging stage upheld or revised, at its points, whatever the evidence. */
  VERIFIED
}
