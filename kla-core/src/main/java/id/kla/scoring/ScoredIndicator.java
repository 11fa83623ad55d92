package id.kla.scoring;

import id.kla.edition.Indicator;
import id.kla.fault.Argument;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one indicator earned: its questions' points, cut at its stated maximum. */
public final class ScoredIndicator implements ScoredNode {

  private final Indicator indicator;
  private final Points maximum;

  /** Of the whole sheet; those of the indicator stand from the first to before the end. */
  private final ScoredQuestion[] scored;

  private final int first;
  private final int end;
  private final long sum;
  private final long atLeast;
  private final long atMost;

  /**
   * Makes a node.
   *
   * @param scored the questions of the whole sheet, which nobody writes to any more
   * @param first where those of the indicator begin
   * @param end before which they end
   * @param sum what they count now, uncut as the other two, in ten-thousandths of a point
   */
  ScoredIndicator(
      Indicator indicator,
      Points maximum,
      ScoredQuestion[] scored,
      int first,
      int end,
      long sum,
      long atLeast,
      long atMost) {
    this.indicator = indicator;
    this.maximum = maximum;
    this.scored = scored;
    this.first = first;
    this.end = end;
    this.sum = sum;
    this.atLeast = atLeast;
    this.atMost = atMost;
  }

  /** Makes a node of whatever its questions count. */
  static ScoredIndicator of(
      Indicator indicator, Points maximum, ScoredQuestion[] scored, int first, int end) {
    long sum = 0;
    long atLeast = 0;
    long atMost = 0;
    for (int position = first; position < end; position++) {
      ScoredQuestion node = scored[position];
      sum = Math.addExact(sum, node.points().units());
      atLeast = Math.addExact(atLeast, node.atLeast().units());
      atMost = Math.addExact(atMost, node.atMost().units());
    }
    return new ScoredIndicator(indicator, maximum, scored, first, end, sum, atLeast, atMost);
  }

  private Points cut(long units) {
    return units < maximum.units() ? Points.ofUnits(units) : maximum;
  }

  /** Returns the indicator as the edition has it. */
  public Indicator indicator() {
    return indicator;
  }

  /** Returns its questions in the edition's order. */
  public List<ScoredQuestion> questions() {
    return new Span<>(scored, first, end);
  }

  @Override
  public String code() {
    return indicator.code();
  }

  @Override
  public Label label() {
    return indicator.label();
  }

  @Override
  public Optional<State> state() {
    return Nodes.sharedState(questions());
  }

  @Override
  public Points sum() {
    return Points.ofUnits(sum);
  }

  @Override
  public Points cap() {
    return sum().minus(points());
  }

  @Override
  public Points points() {
    return cut(sum);
  }

  @Override
  public Points atLeast() {
    return cut(atLeast);
  }

  @Override
  public Points atMost() {
    return cut(atMost);
  }

  @Override
  public Points maximum() {
    return maximum;
  }

  @Override
  public Points headroom() {
    return Nodes.headroom(questions()).min(maximum.minus(points()));
  }

  @Override
  public List<ScoredQuestion> children() {
    return questions();
  }

  @Override
  public String reason(Language language) {
    return Reasons.text(
        cap().isZero() ? "sum" : "capped",
        language,
        Map.of(
            "sum", Argument.of(sum().toBigDecimal()),
            "cap", Argument.of(cap().toBigDecimal()),
            "points", Argument.of(points().toBigDecimal()),
            "maximum", Argument.of(maximum.toBigDecimal()),
            "parts", Argument.of(end - first)));
  }

  /** Returns code, points and what the cap takes. */
  @Override
  public String toString() {
    return code() + " " + points() + " of " + maximum + " (sum " + sum() + ", cap " + cap() + ")";
  }
}
