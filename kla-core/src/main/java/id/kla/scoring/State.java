package id.kla.scoring;

/** What has become of a question. */
public enum State {
  /** Its points count. */
  SETTLED,
  /** It was answered, does not count yet, but may. */
  PENDING,
  /** It was answered and does not count any more: struck, rejected or too late. */
  LOST,
  /** It has no answer. */
  UNANSWERED,
  /** There is no such case in the region. */
  NOT_APPLICABLE
}
