package id.kla.scoring;

import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;

/**
 * A node of a result: the whole assessment, a cluster, an indicator or a question.
 *
 * <p>At every node {@code points = sum - cap}, and {@code sum} is the sum of the points of its
 * children; only indicators have a cap. {@code atLeast ≤ points ≤ atMost}.
 */
public sealed interface ScoredNode
    permits ScoredAssessment, ScoredCluster, ScoredIndicator, ScoredQuestion {

  /** Returns the code: that of the edition, cluster or indicator, or {@code 14.10}. */
  String code();

  /** Returns the name. */
  Label label();

  /** Returns the state that every question here is in; nothing where they differ. */
  Optional<State> state();

  /** Returns what the children's points add up to; a question's own award. */
  Points sum();

  /** Returns what the stated maximum takes of the sum, from 0. */
  Points cap();

  /** Returns the points that count now. */
  Points points();

  /**
   * Returns the points that nobody can take any more: none of a self-assessment, and none while a
   * later stage follows.
   */
  Points atLeast();

  /**
   * Returns the points if everything pending counts as claimed and everything unanswered earns its
   * maximum.
   */
  Points atMost();

  /** Returns the most points that the edition has for this node. */
  Points maximum();

  /**
   * Returns what can still be won: maximum less points, as far as the indicator's cap leaves it;
   * nothing where there is no such case.
   */
  Points headroom();

  /** Returns the nodes below in the edition's order; a question has none. */
  List<? extends ScoredNode> children();

  /** Returns in words why the points are what they are. */
  String reason(Language language);
}
