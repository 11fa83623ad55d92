package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of distributions, on small editions of every shape and those where every cap cuts. */
class ScoreDistributionProperties {

  private static final BigDecimal CLOSE = new BigDecimal("1e-12");

  /** A result, and what some of its questions may earn instead. */
  record Case(ScoredAssessment scored, Map<QuestionCode, AwardChances> uncertain) {
    AwardModel model() {
      return AwardModel.from(scored).with(uncertain);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return KlaArbitraries.of(Generators.answerSheets()).flatMap(ScoreDistributionProperties::cases);
  }

  private static Arbitrary<Case> cases(Assessment sheet) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    List<Question> questions = sheet.edition().questions();
    return Arbitraries.of(questions)
        .set()
        .ofMinSize(Math.min(3, questions.size()))
        .ofMaxSize(Math.min(5, questions.size()))
        .flatMap(
            chosen ->
                Combinators.combine(
                        chosen.stream().map(ScoreDistributionProperties::chances).toList())
                    .as(
                        all -> {
                          Map<QuestionCode, AwardChances> uncertain = new LinkedHashMap<>();
                          int i = 0;
                          for (Question question : chosen) {
                            uncertain.put(question.code(), all.get(i++));
                          }
                          return new Case(scored, uncertain);
                        }));
  }

  /** Up to three awards, nothing, the maximum, its half or any other, in sevenths of chance. */
  private static Arbitrary<AwardChances> chances(Question question) {
    long maximum = question.maximum().units();
    return Combinators.combine(
            Arbitraries.oneOf(
                    Arbitraries.of(0L, maximum, maximum / 2),
                    Arbitraries.longs().between(0, maximum))
                .list()
                .ofSize(3),
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(0, 7))
        .as(
            (awards, one, other) -> {
              int low = Math.min(one, other);
              int high = Math.max(one, other);
              int[] sevenths = {low, high - low, 7 - high};
              Map<Points, Integer> sums = new HashMap<>();
              for (int i = 0; i < 3; i++) {
                sums.merge(Points.ofUnits(awards.get(i)), sevenths[i], Integer::sum);
              }
              Map<Points, Ratio> chances = new HashMap<>();
              sums.forEach((award, sum) -> chances.put(award, Ratio.of(sum, 7)));
              return AwardChances.of(chances);
            });
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void of_anyModel_isWhatTryingEveryCombinationGives(@ForAll("cases") Case given) {
    SlowDistribution slow = SlowDistribution.of(given.scored, given.uncertain);

    ScoreDistribution scores = ScoreDistribution.of(given.model());

    List<Points> totals = slow.totals();
    assertThat(scores.least()).isEqualTo(totals.get(0));
    assertThat(scores.most()).isEqualTo(totals.get(totals.size() - 1));
    assertThat(scores.step()).isEqualTo(divisor(totals));
    double sum = 0;
    for (Points total : totals) {
      assertThat(decimal(scores.chanceOf(total))).isCloseTo(slow.chanceOf(total), within(CLOSE));
      assertThat(decimal(scores.chanceAtLeast(total)))
          .isCloseTo(slow.chanceAtLeast(total), within(CLOSE));
      sum += scores.chanceOf(total);
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(scores.mean()).isCloseTo(slow.mean(), within(new BigDecimal("0.000000500001")));
    for (String wanted : List.of("1/7", "1/2", "13/49", "90%", "1")) {
      assertThat(scores.quantile(Ratio.parse(wanted)))
          .isEqualTo(slow.quantile(Ratio.parse(wanted)));
    }
    Statistics.label("a cap cuts some total").collect(canCut(given));
    Statistics.label("totals").collect(Math.min(9, totals.size()));
  }

  /** The greatest common divisor of what lies between totals: no coarser step would do. */
  private static Points divisor(List<Points> totals) {
    BigInteger divisor = BigInteger.ZERO;
    for (Points total : totals) {
      divisor = divisor.gcd(BigInteger.valueOf(total.minus(totals.get(0)).units()));
    }
    return Points.ofUnits(divisor.longValueExact());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void chanceOfTiers_anyModel_isWhatTryingEveryCombinationGives(@ForAll("cases") Case given) {
    SlowDistribution slow = SlowDistribution.of(given.scored, given.uncertain);
    Edition edition = given.scored.edition();
    List<Tier> tiers = edition.ladder().tiers();

    ScoreDistribution scores = ScoreDistribution.of(given.model());

    double atLeast = 0;
    for (int i = tiers.size() - 1; i >= 0; i--) {
      Tier tier = tiers.get(i);
      assertThat(decimal(scores.chanceOf(tier)))
          .isCloseTo(slow.chanceOf(Optional.of(tier)), within(CLOSE));
      atLeast += scores.chanceOf(tier);
      assertThat(scores.chanceAtLeast(tier)).isCloseTo(atLeast, within(1e-12));
      assertThat(scores.chanceAtLeast(tier))
          .isLessThanOrEqualTo(scores.chanceAtLeast(tier.least()) + 1e-12);
    }
    assertThat(decimal(scores.chanceWithoutTier()))
        .isCloseTo(slow.chanceOf(Optional.empty()), within(CLOSE));
    Statistics.label("requirements of tiers")
        .collect(
            edition.requirements().stream()
                .anyMatch(r -> r.state() == Requirement.State.ON && r.tier().isPresent()));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void of_everythingCertain_isTheScore(@ForAll("cases") Case given) {
    ScoreDistribution scores = ScoreDistribution.of(AwardModel.from(given.scored));

    Points total = given.scored.now().total();
    assertThat(scores.least()).isEqualTo(total).isEqualTo(scores.most());
    assertThat(scores.step()).isEqualTo(Points.ZERO);
    assertThat(scores.chanceOf(total)).isEqualTo(1);
    assertThat(scores.mean()).isEqualByComparingTo(total.toBigDecimal());
    assertThat(scores.quantile(Ratio.of(1, 2))).isEqualTo(total);
    for (Tier tier : given.scored.edition().ladder().tiers()) {
      assertThat(scores.chanceOf(tier))
          .isEqualTo(given.scored.now().tier().equals(Optional.of(tier)) ? 1 : 0);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void mean_noCapCanCut_isTheSumOfExpectations(@ForAll("cases") Case given) {
    Assume.that(!canCut(given));
    BigDecimal sum = BigDecimal.ZERO;
    for (AwardChances chances : given.model().awards().values()) {
      for (Map.Entry<Points, Ratio> each : chances.chances().entrySet()) {
        sum =
            sum.add(
                each.getKey()
                    .toBigDecimal()
                    .multiply(BigDecimal.valueOf(each.getValue().numerator()))
                    .divide(
                        BigDecimal.valueOf(each.getValue().denominator()),
                        20,
                        RoundingMode.HALF_UP));
      }
    }

    assertThat(ScoreDistribution.of(given.model()).mean())
        .isCloseTo(sum, within(new BigDecimal("0.000000500001")));
  }

  /** Says whether an indicator's largest awards together pass its maximum. */
  private static boolean canCut(Case given) {
    AwardModel model = given.model();
    for (Indicator indicator : given.scored.edition().indicators()) {
      Points most =
          Points.sum(
              indicator.questions().stream()
                  .map(question -> model.award(question.code()).most())
                  .toList());
      if (most.compareTo(indicator.maximum().orElseThrow()) > 0) {
        return true;
      }
    }
    return false;
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void of_sameAwardsInAnyOrder_isTheSame(@ForAll("cases") Case given, @ForAll long seed) {
    List<Map.Entry<QuestionCode, AwardChances>> entries =
        new ArrayList<>(given.model().awards().entrySet());
    Collections.shuffle(entries, new Random(seed));
    Map<QuestionCode, AwardChances> shuffled = new LinkedHashMap<>();
    entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));

    AwardModel model = AwardModel.of(given.scored.edition(), shuffled);
    ScoreDistribution scores = ScoreDistribution.of(model);
    ScoreDistribution same = ScoreDistribution.of(given.model());

    assertThat(model).isEqualTo(given.model());
    assertThat(model.awards().keySet()).containsExactlyElementsOf(given.model().awards().keySet());
    assertThat(scores).hasToString(same.toString());
    for (Points total : totals(same)) {
      assertThat(scores.chanceOf(total)).isEqualTo(same.chanceOf(total));
    }
  }

  private static List<Points> totals(ScoreDistribution scores) {
    List<Points> totals = new ArrayList<>();
    Points total = scores.least();
    totals.add(total);
    while (total.compareTo(scores.most()) < 0 && totals.size() < 500) {
      total = total.plus(scores.step());
      totals.add(total);
    }
    return totals;
  }

  private static BigDecimal decimal(double chance) {
    return new BigDecimal(chance);
  }
}
