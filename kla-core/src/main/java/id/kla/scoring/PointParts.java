package id.kla.scoring;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import java.util.List;

/**
 * What the maximum of a node consists of: what is held, pending, lost, not applicable and never
 * claimed.
 *
 * <p>The five add up to the maximum, exactly. Where the questions of an indicator could earn more
 * than its stated maximum, that cuts first what was never claimed, then what is not applicable,
 * what is lost, what is pending, and at last what is held: so that {@code held} is always what the
 * node scores, and {@code pending} what it would gain.
 *
 * <pre>{@code
 * PointParts parts = PointParts.of(scored.cluster("K"));
 * parts.held();      // 126.91
 * parts.unclaimed(); // 37.09
 * }</pre>
 *
 * @param held what counts: the points of the node
 * @param pending what was claimed and does not count yet
 * @param lost what was claimed and does not count any more, or was revised away
 * @param inapplicable what can't be earned, since there is no such case
 * @param unclaimed what was never claimed
 * @param cut what the questions could earn above the stated maxima of their indicators
 */
@CheckReturnValue
public record PointParts(
    Points held, Points pending, Points lost, Points inapplicable, Points unclaimed, Points cut) {

  private static final PointParts NONE =
      new PointParts(Points.ZERO, Points.ZERO, Points.ZERO, Points.ZERO, Points.ZERO, Points.ZERO);

  /** Returns the parts of a node. */
  public static PointParts of(ScoredNode node) {
    if (node instanceof ScoredQuestion question) {
      return of(question);
    }
    PointParts sum = NONE;
    for (ScoredNode child : node.children()) {
      sum = sum.plus(of(child));
    }
    return node instanceof ScoredIndicator ? sum.within(node.maximum()) : sum;
  }

  /** Returns the parts of several nodes together. */
  public static PointParts sum(List<PointParts> parts) {
    return parts.stream().reduce(NONE, PointParts::plus);
  }

  private static PointParts of(ScoredQuestion question) {
    Points held = question.points();
    Points gone = question.claim().minus(held).max(Points.ZERO);
    Points rest = question.maximum().minus(held.max(question.claim()));
    return switch (question.state().orElseThrow()) {
      case PENDING -> new PointParts(held, gone, Points.ZERO, Points.ZERO, rest, Points.ZERO);
      case NOT_APPLICABLE ->
          new PointParts(
              held,
              Points.ZERO,
              Points.ZERO,
              question.maximum().minus(held),
              Points.ZERO,
              Points.ZERO);
      case SETTLED, LOST, UNANSWERED ->
          new PointParts(held, Points.ZERO, gone, Points.ZERO, rest, Points.ZERO);
    };
  }

  /** Returns what the parts add up to: the maximum of the node. */
  public Points maximum() {
    return held.plus(pending).plus(lost).plus(inapplicable).plus(unclaimed);
  }

  private PointParts plus(PointParts other) {
    return new PointParts(
        held.plus(other.held),
        pending.plus(other.pending),
        lost.plus(other.lost),
        inapplicable.plus(other.inapplicable),
        unclaimed.plus(other.unclaimed),
        cut.plus(other.cut));
  }

  /** What no question can earn of a stated maximum was never claimed, either. */
  private PointParts within(Points maximum) {
    Points left = maximum;
    Points keptHeld = held.min(left);
    left = left.minus(keptHeld);
    Points keptPending = pending.min(left);
    left = left.minus(keptPending);
    Points keptLost = lost.min(left);
    left = left.minus(keptLost);
    Points keptInapplicable = inapplicable.min(left);
    left = left.minus(keptInapplicable);
    return new PointParts(
        keptHeld,
        keptPending,
        keptLost,
        keptInapplicable,
        left,
        maximum().minus(maximum).max(Points.ZERO));
  }
}
