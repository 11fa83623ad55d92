package id.kla.benchmarks.load;

/**
 * The answers of one sheet by position of the question, from which each peer makes its own form.
 */
public final class Sheet {

  private static final int UNANSWERED = -1;

  private final int number;
  private final int[] steps;
  private final int[] shares;

  Sheet(int number, int[] steps, int[] shares) {
    this.number = number;
    this.steps = steps;
    this.shares = shares;
  }

  /** Returns which of the sheets this is. */
  public int number() {
    return number;
  }

  /** Says whether a question is answered. */
  public boolean isAnswered(int question) {
    return steps[question] != UNANSWERED;
  }

  /** Returns the number, from 0, of the level or band that an answered question is in. */
  public int step(int question) {
    return steps[question];
  }

  /** Returns the share that answers a question with bands, in hundredths of a percent. */
  public int share(int question) {
    return shares[question];
  }

  /** Returns the steps from 1 on, with 0 for unanswered: a row for {@link FlatLoop}. */
  public short[] codes() {
    short[] codes = new short[steps.length];
    for (int question = 0; question < codes.length; question++) {
      codes[question] = (short) (steps[question] + 1);
    }
    return codes;
  }
}
