package id.kla.benchmarks.drools;

/** One answer as a fact; rules read its properties by their getters. */
public final class Given {

  private final String question;
  private final String level;
  private final int share;

  /** Makes an answer: a level and no share, or a share and no level. */
  public Given(String question, String level, int share) {
    this.question = question;
    this.level = level;
    this.share = share;
  }

  /** Returns the code of the question. */
  public String getQuestion() {
    return question;
  }

  /** Returns the level, or an empty text. */
  public String getLevel() {
    return level;
  }

  /** Returns the share in hundredths of a percent. */
  public int getShare() {
    return share;
  }
}
