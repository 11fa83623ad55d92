package id.kla.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of mixed distributions, on small editions of every shape and those where every cap cuts. */
class MixedDistributionProperties {

  private static final BigDecimal CLOSE = new BigDecimal("1e-12");

  @Provide
  Arbitrary<ScoreDistributionProperties.Case> cases() {
    return new ScoreDistributionProperties().cases();
  }

  /**
   * Of the uncertain questions the first hangs on nothing. The second earns nothing at all in one
   * state of the region, and what it may earn by itself in the other. The further ones are tied to
   * each other: the better outcomes of all of them come together, seventh by seventh.
   */
  private static TiedModel model(ScoreDistributionProperties.Case given) {
    List<QuestionCode> codes = new ArrayList<>(given.uncertain().keySet());
    List<SharedFactor> factors = new ArrayList<>();
    if (codes.size() > 1) {
      QuestionCode code = codes.get(1);
      AwardChances own = requireNonNull(given.uncertain().get(code));
      factors.add(
          new SharedFactor(
              "region",
              List.of(
                  new SharedFactor.State(
                      Ratio.of(2, 7), Map.of(code, AwardChances.certain(Points.ZERO))),
                  new SharedFactor.State(Ratio.of(5, 7), Map.of(code, own)))));
    }
    if (codes.size() > 2) {
      List<SharedFactor.State> sevenths = new ArrayList<>();
      for (int seventh = 0; seventh < 7; seventh++) {
        Map<QuestionCode, AwardChances> awards = new LinkedHashMap<>();
        for (QuestionCode code : codes.subList(2, codes.size())) {
          AwardChances own = requireNonNull(given.uncertain().get(code));
          awards.put(code, AwardChances.certain(at(seventh, own)));
        }
        sevenths.add(new SharedFactor.State(Ratio.of(1, 7), awards));
      }
      factors.add(new SharedFactor("agency", sevenths));
    }
    Map<QuestionCode, AwardChances> free = new HashMap<>();
    free.put(codes.get(0), requireNonNull(given.uncertain().get(codes.get(0))));
    return TiedModel.of(AwardModel.from(given.scored()).with(free), factors);
  }

  /** The award of one of seven equal chances, the least award first. */
  private static Points at(int seventh, AwardChances chances) {
    List<Points> awards = new ArrayList<>();
    new TreeMap<>(chances.chances())
        .forEach(
            (award, chance) -> {
              for (long i = 0; i < chance.numerator() * 7 / chance.denominator(); i++) {
                awards.add(award);
              }
            });
    return awards.get(seventh);
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
  void of_anyFactors_isWhatTryingEveryCombinationGives(
      @ForAll("cases") ScoreDistributionProperties.Case given) {
    TiedModel model = model(given);
    SlowDistribution slow = SlowDistribution.of(given.scored(), model);

    MixedDistribution scores = MixedDistribution.of(model);

    List<Points> totals = slow.totals();
    assertThat(scores.least()).isEqualTo(totals.get(0));
    assertThat(scores.most()).isEqualTo(totals.get(totals.size() - 1));
    for (Points total : totals) {
      requireClose(scores.chanceOf(total), slow.chanceOf(total));
      requireClose(scores.chanceAtLeast(total), slow.chanceAtLeast(total));
    }
    for (Tier tier : given.scored().edition().ladder().tiers()) {
      requireClose(scores.chanceOf(tier), slow.chanceOf(Optional.of(tier)));
    }
    requireClose(scores.chanceWithoutTier(), slow.chanceOf(Optional.empty()));
    // The means that are mixed are rounded to six decimals, and so is the mixture of them.
    assertThat(scores.mean()).isCloseTo(slow.mean(), within(new BigDecimal("0.000001000001")));
    for (String wanted : List.of("1/7", "1/2", "13/49", "90%", "1")) {
      assertThat(scores.quantile(Ratio.parse(wanted)))
          .isEqualTo(slow.quantile(Ratio.parse(wanted)));
    }
    Statistics.label("factors").collect(model.factors().size());
    Statistics.label("totals").collect(Math.min(9, totals.size()));
  }

  private static void requireClose(double chance, BigDecimal exact) {
    assertThat(new BigDecimal(chance)).isCloseTo(exact, within(CLOSE));
  }
}
