package id.kla.scoring;

import com.google.common.collect.ImmutableList;
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
  private final ImmutableList<ScoredQuestion> questions;
  private final Points sum;
  private final Points points;
  private final Points atLeast;
  private final Points atMost;

  ScoredIndicator(
      Indicator indicator,
      Points maximum,
      ImmutableList<ScoredQuestion> questions,
      Points sum,
      Points points,
      Points atLeast,
      Points atMost) {
    this.indicator = indicator;
    this.maximum = maximum;
    this.questions = questions;
    this.sum = sum;
    this.points = points;
    this.atLeast = atLeast;
    this.atMost = atMost;
  }

  /** Returns the indicator as the edition has it. */
  public Indicator indicator() {
    return indicator;
  }

  /** Returns its questions in the edition's order. */
  public List<ScoredQuestion> questions() {
    return questions;
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
    return Nodes.sharedState(questions);
  }

  @Override
  public Points sum() {
    return sum;
  }

  @Override
  public Points cap() {
    return sum.minus(points);
  }

  @Override
  public Points points() {
    return points;
  }

  @Override
  public Points atLeast() {
    return atLeast;
  }

  @Override
  public Points atMost() {
    return atMost;
  }

  @Override
  public Points maximum() {
    return maximum;
  }

  @Override
  public Points headroom() {
    return Nodes.headroom(questions).min(maximum.minus(points));
  }

  @Override
  public List<ScoredQuestion> children() {
    return questions;
  }

  @Override
  public String reason(Language language) {
    return Reasons.text(
        cap().isZero() ? "sum" : "capped",
        language,
        Map.of(
            "sum", Argument.of(sum.toBigDecimal()),
            "cap", Argument.of(cap().toBigDecimal()),
            "points", Argument.of(points.toBigDecimal()),
            "maximum", Argument.of(maximum.toBigDecimal()),
            "parts", Argument.of(questions.size())));
  }

  /** Returns code, points and what the cap takes. */
  @Override
  public String toString() {
    return code() + " " + points + " of " + maximum + " (sum " + sum + ", cap " + cap() + ")";
  }
}
