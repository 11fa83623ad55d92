package id.kla.benchmarks;

import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a careful programmer writes without a library: records, a hash map by code, {@code long}
 * ten-thousandths, and an immutable result with a node per question.
 */
final class PlainScorer {

  enum State {
    SETTLED,
    UNANSWERED
  }

  record QuestionRule(String code, long maximum) {}

  record IndicatorRule(String code, long maximum, List<QuestionRule> questions) {}

  record ClusterRule(String code, List<IndicatorRule> indicators) {}

  record TierRule(String code, long least) {}

  record Rules(List<ClusterRule> clusters, List<TierRule> tiers) {}

  record QuestionNode(
      QuestionRule rule, State state, long points, long atLeast, long atMost, long maximum) {}

  record IndicatorNode(
      IndicatorRule rule,
      List<QuestionNode> questions,
      long sum,
      long points,
      long atLeast,
      long atMost) {}

  record ClusterNode(
      ClusterRule rule, List<IndicatorNode> indicators, long points, long atLeast, long atMost) {}

  record Result(
      List<ClusterNode> clusters,
      long now,
      long atLeast,
      long atMost,
      @Nullable String tier,
      @Nullable String tierAtLeast,
      @Nullable String tierAtMost) {}

  private final Rules rules;

  PlainScorer(Edition edition) {
    List<ClusterRule> clusters = new ArrayList<>();
    for (Cluster cluster : edition.clusters()) {
      List<IndicatorRule> indicators = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        List<QuestionRule> questions = new ArrayList<>();
        for (Question question : indicator.questions()) {
          questions.add(new QuestionRule(question.code().toString(), question.maximum().units()));
        }
        indicators.add(
            new IndicatorRule(
                indicator.code(),
                indicator.maximum().orElseThrow().units(),
                List.copyOf(questions)));
      }
      clusters.add(new ClusterRule(cluster.code(), List.copyOf(indicators)));
    }
    List<TierRule> tiers = new ArrayList<>();
    for (Tier tier : edition.ladder().tiers()) {
      tiers.add(new TierRule(tier.code(), tier.least().units()));
    }
    this.rules = new Rules(List.copyOf(clusters), List.copyOf(tiers));
  }

  Result score(Map<String, Long> answers) {
    List<ClusterNode> clusters = new ArrayList<>(rules.clusters().size());
    long now = 0;
    long atMost = 0;
    for (ClusterRule cluster : rules.clusters()) {
      List<IndicatorNode> indicators = new ArrayList<>(cluster.indicators().size());
      long clusterNow = 0;
      long clusterMost = 0;
      for (IndicatorRule indicator : cluster.indicators()) {
        List<QuestionNode> questions = new ArrayList<>(indicator.questions().size());
        long sum = 0;
        long most = 0;
        for (QuestionRule question : indicator.questions()) {
          Long points = answers.get(question.code());
          if (points == null) {
            most += question.maximum();
            questions.add(
                new QuestionNode(
                    question, State.UNANSWERED, 0, 0, question.maximum(), question.maximum()));
          } else {
            sum += points;
            most += points;
            questions.add(
                new QuestionNode(question, State.SETTLED, points, 0, points, question.maximum()));
          }
        }
        long held = Math.min(sum, indicator.maximum());
        long open = Math.min(most, indicator.maximum());
        indicators.add(new IndicatorNode(indicator, List.copyOf(questions), sum, held, 0, open));
        clusterNow += held;
        clusterMost += open;
      }
      clusters.add(new ClusterNode(cluster, List.copyOf(indicators), clusterNow, 0, clusterMost));
      now += clusterNow;
      atMost += clusterMost;
    }
    return new Result(List.copyOf(clusters), now, 0, atMost, tier(now), tier(0), tier(atMost));
  }

  private @Nullable String tier(long total) {
    String held = null;
    for (TierRule tier : rules.tiers()) {
      if (total >= tier.least()) {
        held = tier.code();
      }
    }
    return held;
  }
}
