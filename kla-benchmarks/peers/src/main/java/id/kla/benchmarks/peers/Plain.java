package id.kla.benchmarks.peers;

import id.kla.benchmarks.load.Group;
import id.kla.benchmarks.load.Load;
import id.kla.benchmarks.load.Rule;
import id.kla.benchmarks.load.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a careful programmer writes without a library: records, a hash map of answers by code,
 * {@code long} ten-thousandths, and an immutable result with a node per question.
 */
final class Plain {

  enum State {
    SETTLED,
    UNANSWERED
  }

  /** What a region answered. */
  sealed interface Given {}

  record Level(String code) implements Given {}

  record Share(int hundredths) implements Given {}

  /** How an answer is read. */
  sealed interface Scale {
    long points(Given answer);
  }

  record Levels(Map<String, Long> points) implements Scale {
    @Override
    public long points(Given answer) {
      return Objects.requireNonNull(points.get(((Level) answer).code()));
    }
  }

  record Band(int lower, long points) {}

  record Bands(List<Band> bands) implements Scale {
    @Override
    public long points(Given answer) {
      int share = ((Share) answer).hundredths();
      long points = 0;
      for (Band band : bands) {
        if (share < band.lower()) {
          break;
        }
        points = band.points();
      }
      return points;
    }
  }

  record QuestionRule(String code, long maximum, Scale scale) {}

  record IndicatorRule(String code, long maximum, List<QuestionRule> questions) {}

  record ClusterRule(String code, List<IndicatorRule> indicators) {}

  record QuestionNode(
      QuestionRule rule, @Nullable Given answer, State state, long points, long atMost) {}

  record IndicatorNode(
      IndicatorRule rule, List<QuestionNode> questions, long sum, long points, long atMost) {}

  record ClusterNode(ClusterRule rule, List<IndicatorNode> indicators, long points, long atMost) {}

  record Result(List<ClusterNode> clusters, long points, long atMost) {}

  private final List<ClusterRule> clusters;

  Plain(Load load) {
    Map<String, List<IndicatorRule>> indicators = new HashMap<>();
    for (Group group : load.groups()) {
      indicators
          .computeIfAbsent(group.cluster(), code -> new ArrayList<>())
          .add(
              new IndicatorRule(
                  group.code(), group.cap(), group.rules().stream().map(Plain::rule).toList()));
    }
    this.clusters =
        load.groups().stream()
            .map(Group::cluster)
            .distinct()
            .map(
                code ->
                    new ClusterRule(code, List.copyOf(indicators.getOrDefault(code, List.of()))))
            .toList();
  }

  private static QuestionRule rule(Rule rule) {
    Map<String, Long> levels = new HashMap<>();
    List<Band> bands = new ArrayList<>();
    for (int step = 0; step < rule.size(); step++) {
      long units = rule.units().get(step);
      if (rule.kind() == Rule.Kind.LEVELS) {
        levels.put(rule.levels().get(step), units);
      } else {
        bands.add(new Band(rule.lower().get(step), units));
      }
    }
    return new QuestionRule(
        rule.code(),
        rule.maximum(),
        rule.kind() == Rule.Kind.LEVELS
            ? new Levels(Map.copyOf(levels))
            : new Bands(List.copyOf(bands)));
  }

  /** Returns a sheet in this form. */
  static Map<String, Given> answers(Load load, Sheet sheet) {
    Map<String, Given> answers = new HashMap<>();
    for (int i = 0; i < load.rules().size(); i++) {
      Rule rule = load.rules().get(i);
      if (sheet.isAnswered(i)) {
        answers.put(
            rule.code(),
            rule.kind() == Rule.Kind.LEVELS
                ? new Level(rule.levels().get(sheet.step(i)))
                : new Share(sheet.share(i)));
      }
    }
    return answers;
  }

  Result score(Map<String, Given> answers) {
    List<ClusterNode> scored = new ArrayList<>(clusters.size());
    long now = 0;
    long most = 0;
    for (ClusterRule cluster : clusters) {
      ClusterNode node = score(cluster, answers);
      scored.add(node);
      now += node.points();
      most += node.atMost();
    }
    return new Result(List.copyOf(scored), now, most);
  }

  private static ClusterNode score(ClusterRule cluster, Map<String, Given> answers) {
    List<IndicatorNode> scored = new ArrayList<>(cluster.indicators().size());
    long now = 0;
    long most = 0;
    for (IndicatorRule indicator : cluster.indicators()) {
      IndicatorNode node = score(indicator, answers);
      scored.add(node);
      now += node.points();
      most += node.atMost();
    }
    return new ClusterNode(cluster, List.copyOf(scored), now, most);
  }

  private static IndicatorNode score(IndicatorRule indicator, Map<String, Given> answers) {
    List<QuestionNode> scored = new ArrayList<>(indicator.questions().size());
    long now = 0;
    long most = 0;
    for (QuestionRule question : indicator.questions()) {
      Given answer = answers.get(question.code());
      QuestionNode node =
          answer == null
              ? new QuestionNode(question, null, State.UNANSWERED, 0, question.maximum())
              : settled(question, answer, question.scale().points(answer));
      scored.add(node);
      now += node.points();
      most += node.atMost();
    }
    return new IndicatorNode(
        indicator,
        List.copyOf(scored),
        now,
        Math.min(now, indicator.maximum()),
        Math.min(most, indicator.maximum()));
  }

  private static QuestionNode settled(QuestionRule question, Given answer, long points) {
    return new QuestionNode(question, answer, State.SETTLED, points, points);
  }
}
