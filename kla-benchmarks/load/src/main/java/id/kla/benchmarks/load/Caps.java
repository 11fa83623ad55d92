package id.kla.benchmarks.load;

/** Whether the maxima of indicators cut anything. */
public enum Caps {
  /** They are what the questions of an indicator earn together. */
  NONE,
  /** They are three fifths of that. */
  BINDING
}
