package id.kla.scoring;

/** Why an answer does not count, in the order in which one cause is named before others. */
public enum Cause {
  /** A judging stage has struck the claim. */
  STRUCK,
  /** The evidence was rejected. */
  REJECTED,
  /** There is no evidence, or none of a kind that must be there. */
  NO_EVIDENCE,
  /** The evidence is of a kind that the question does not ask for. */
  WRONG_KIND,
  /** The evidence was handed in after the day. */
  RECEIVED_LATE,
  /** The evidence was issued, or holds, only after the day. */
  NOT_YET_VALID,
  /** Another document has taken its place. */
  SUPERSEDED,
  /** It held until before the day. */
  EXPIRED,
  /** It is older than its kind may be. */
  OUTSIDE_PERIOD;

  /** Says whether nothing that comes later brings the points back. */
  boolean isFinal() {
    return this == STRUCK || this == REJECTED || this == RECEIVED_LATE;
  }
}
