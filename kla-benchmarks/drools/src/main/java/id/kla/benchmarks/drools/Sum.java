package id.kla.benchmarks.drools;

/** What the questions of an indicator add up to, as a fact, until a rule cuts it. */
public final class Sum {

  private final String indicator;
  private int points;

  /** Makes a sum of nothing. */
  public Sum(String indicator) {
    this.indicator = indicator;
  }

  /** Returns the code of the indicator. */
  public String getIndicator() {
    return indicator;
  }

  /** Returns the points, in ten-thousandths. */
  public int getPoints() {
    return points;
  }

  /** Sets the points. */
  public void setPoints(int points) {
    this.points = points;
  }
}
