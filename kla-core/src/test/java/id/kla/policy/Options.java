package id.kla.policy;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EditionDiff;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Question;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import id.kla.rollup.RegionResult;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Editions that change kla-2024, and results to try them on. */
final class Options {

  static final Edition BASE = Editions.kla2024();

  private Options() {}

  /** Marks an edition as what was made of the base. */
  static Edition option(String id, UnaryOperator<Edition.Builder> change) {
    Edition changed = change.apply(Edition.builder().from(BASE).id(id)).build();
    return Edition.builder()
        .from(changed)
        .changedFrom(new ChangedFrom(BASE.id(), BASE.digest(), EditionDiff.of(BASE, changed)))
        .build();
  }

  /** The five tiers from {@code least} and then above each of the bounds. */
  static Edition ladder(String id, String least, String... above) {
    return option(id, edition -> edition.ladder(steps(least, above)));
  }

  static Ladder steps(String least, String... above) {
    List<Tier> tiers = new ArrayList<>();
    List<Tier> known = BASE.ladder().tiers();
    for (int i = 0; i < known.size(); i++) {
      Bound<Points> lower =
          i == 0 ? Bound.closed(Points.parse(least)) : Bound.open(Points.parse(above[i - 1]));
      Bound<Points> upper =
          Bound.closed(i < above.length ? Points.parse(above[i]) : Points.of(1000));
      Tier tier = known.get(i);
      tiers.add(
          new Tier(
              tier.code(),
              tier.label(),
              new Interval<>(Optional.of(lower), Optional.of(upper)),
              "",
              tier.origin()));
    }
    return new Ladder(tiers);
  }

  /** One question with another maximum; that of its indicator stays. */
  static Edition question(String id, String code, String maximum) {
    return option(
        id,
        edition ->
            edition.clusters(
                clusters(
                    indicator -> indicator.maximum().orElseThrow(),
                    question ->
                        question.code().toString().equals(code)
                            ? Points.parse(maximum)
                            : question.maximum())));
  }

  /** Every maximum in some clusters stretched by a factor each. */
  static Edition clusters(String id, Map<String, Ratio> factors) {
    List<Cluster> clusters = new ArrayList<>();
    for (Cluster cluster : BASE.clusters()) {
      Ratio factor = factors.getOrDefault(cluster.code(), Ratio.of(1));
      clusters.add(
          cluster(
              cluster,
              indicator -> times(indicator.maximum().orElseThrow(), factor),
              question -> times(question.maximum(), factor)));
    }
    return option(id, edition -> edition.clusters(clusters).ladder(open(BASE.ladder())));
  }

  /** The same ladder without an end. */
  private static Ladder open(Ladder ladder) {
    List<Tier> tiers = new ArrayList<>(ladder.tiers());
    Tier top = tiers.remove(tiers.size() - 1);
    tiers.add(
        new Tier(
            top.code(),
            top.label(),
            new Interval<>(top.range().lower(), Optional.empty()),
            "",
            top.origin()));
    return new Ladder(tiers);
  }

  /** Grades that a smaller maximum does not admit are no longer named. */
  private static Scale scale(Question question, Points maximum) {
    return maximum.compareTo(question.maximum()) < 0 ? Scale.graded() : question.scale();
  }

  private static Points times(Points points, Ratio factor) {
    return Points.ofUnits(points.units() * factor.numerator() / factor.denominator());
  }

  private interface Maximum<T> {
    Points of(T part);
  }

  private static List<Cluster> clusters(Maximum<Indicator> caps, Maximum<Question> maxima) {
    return BASE.clusters().stream().map(cluster -> cluster(cluster, caps, maxima)).toList();
  }

  private static Cluster cluster(
      Cluster cluster, Maximum<Indicator> caps, Maximum<Question> maxima) {
    return Cluster.builder()
        .from(cluster)
        .statedMaximum(Optional.empty())
        .indicators(
            cluster.indicators().stream()
                .map(
                    indicator ->
                        Indicator.builder()
                            .from(indicator)
                            .maximum(caps.of(indicator))
                            .questions(
                                indicator.questions().stream()
                                    .map(
                                        question ->
                                            Question.builder()
                                                .from(question)
                                                .maximum(maxima.of(question))
                                                .scale(scale(question, maxima.of(question)))
                                                .build())
                                    .toList())
                            .build())
                .toList())
        .build();
  }

  /** A sheet of the base in which every question earns that part of its maximum. */
  static ScoredAssessment sheet(String region, Ratio part) {
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(BASE)
            .region(RegionCode.parse(region))
            .round(Round.parse("2023"))
            .stage("self");
    BASE.questions().forEach(q -> sheet.putAnswers(q.code(), Answer.of(times(q.maximum(), part))));
    return ScoringEngine.of(BASE).score(sheet.build());
  }

  /** A published result; empty texts are empty cells. */
  static DeclaredResult declared(
      String region, String round, String total, String tier, Map<String, String> clusters) {
    return DeclaredResult.builder()
        .region(RegionCode.parse(region))
        .round(Round.parse(round))
        .stage("final")
        .total(total.isEmpty() ? Optional.empty() : Optional.of(Points.parse(total)))
        .tier(tier.isEmpty() ? Optional.empty() : Optional.of(tier))
        .clusters(
            clusters.entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, each -> Points.parse(each.getValue()))))
        .source("a page")
        .build();
  }

  /** What a score would be if it were published as it is. */
  static DeclaredResult published(ScoredAssessment scored) {
    RegionResult result = RegionResult.of(scored, Place.unknown());
    return DeclaredResult.builder()
        .region(result.region())
        .round(result.round())
        .stage("final")
        .total(result.total())
        .clusters(result.clusters())
        .source("a page")
        .build();
  }
}
