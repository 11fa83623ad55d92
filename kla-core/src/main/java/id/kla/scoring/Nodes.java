package id.kla.scoring;

import id.kla.fault.Argument;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clusters and the whole assessment have in common. */
final class Nodes {

  private Nodes() {}

  static Optional<State> sharedState(List<? extends ScoredNode> nodes) {
    Optional<State> shared = Optional.empty();
    for (ScoredNode node : nodes) {
      Optional<State> state = node.state();
      if (node.children().isEmpty() && !(node instanceof ScoredQuestion)) {
        continue;
      }
      if (state.isEmpty() || (shared.isPresent() && !shared.equals(state))) {
        return Optional.empty();
      }
      shared = state;
    }
    return shared;
  }

  static Points headroom(List<? extends ScoredNode> nodes) {
    Points sum = Points.ZERO;
    for (ScoredNode node : nodes) {
      sum = sum.plus(node.headroom());
    }
    return sum;
  }

  static String sumReason(String key, ScoredNode node, Language language) {
    return Reasons.text(
        key,
        language,
        Map.of(
            "points", Argument.of(node.points().toBigDecimal()),
            "maximum", Argument.of(node.maximum().toBigDecimal()),
            "parts", Argument.of(node.children().size())));
  }
}
