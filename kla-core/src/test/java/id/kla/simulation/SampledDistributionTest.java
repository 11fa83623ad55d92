package id.kla.simulation;

import static id.kla.simulation.SampleModels.KEDIRI;
import static id.kla.simulation.SampleModels.certain;
import static id.kla.simulation.SampleModels.sampler;
import static id.kla.simulation.SampleModels.tied;
import static id.kla.simulation.SampleModels.tiny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SampledDistributionTest {

  private static final int DRAWS = 40_000;

  /** Four draws of 3, 1, 3 and 7 points: mean 3.5, variance 19/3, a root of 19/12 from it. */
  private static SampledDistribution four() {
    long[] totals = {30_000, 10_000, 30_000, 70_000};
    return new SampledDistribution(
        sampler(tied(), 1), DrawRanges.of(0, 4), Histogram.of(totals), new long[] {3, 1, 0, 0});
  }

  @Test
  void figures_ofFourDraws_areThoseWorkedOutByHand() {
    SampledDistribution four = four();

    assertThat(four.draws()).isEqualTo(4);
    assertThat(four.mean()).isEqualTo(new BigDecimal("3.500000"));
    assertThat(four.standardErrorOfMean()).isEqualTo(new BigDecimal("1.258306"));
    assertThat(four.quantile(Ratio.of(1, 4))).isEqualTo(Points.of(1));
    assertThat(four.quantile(Ratio.of(26, 100))).isEqualTo(Points.of(3));
    assertThat(four.quantile(Ratio.of(3, 4))).isEqualTo(Points.of(3));
    assertThat(four.quantile(Ratio.of(1))).isEqualTo(Points.of(7));
    assertThat(four.chanceAtLeast(Points.of(3)).chance()).isEqualTo(0.75);
    assertThat(four.chanceWithoutTier().chance()).isEqualTo(0.75);
    assertThat(four.chanceOf(TinyEdition.EDITION.ladder().tier("BRONZE")).chance()).isEqualTo(0.25);
    assertThat(four.chanceAtLeast(TinyEdition.EDITION.ladder().tier("SILVER")).chance()).isZero();
    assertThat(four.counts())
        .isEqualTo(Map.of(Points.of(1), 1L, Points.of(3), 2L, Points.of(7), 1L));
    assertThatIllegalArgumentException().isThrownBy(() -> four.quantile(Ratio.of(0)));
  }

  /** Never in 16 draws: 2 of 20 with the four more, and the root of 0.1 times 0.9 over 20. */
  @Test
  void estimate_ofWhatNeverCameUp_hasAnErrorAllTheSame() {
    assertThat(Estimate.of(0, 16).chance()).isZero();
    assertThat(Estimate.of(0, 16).standardError()).isCloseTo(0.0670820393, within(1e-10));
    assertThat(Estimate.of(16, 16).standardError()).isCloseTo(0.0670820393, within(1e-10));
    assertThat(Estimate.of(8, 16).standardError()).isCloseTo(0.1118033989, within(1e-10));
  }

  @Test
  void sample_everythingCertain_isThatScoreWithoutError() {
    TiedModel model =
        TiedModel.of(
            tiny(TinyEdition.EDITION, Map.of("1.1", certain("4"), "1.3", certain("5"))), List.of());

    SampledDistribution sample = sampler(model, 1).sample(0, 10);

    assertThat(sample.counts()).isEqualTo(Map.of(Points.of(9), 10L));
    assertThat(sample.standardErrorOfMean()).isZero();
    assertThat(sample.chanceOf(TinyEdition.EDITION.ladder().tier("BRONZE")).chance()).isEqualTo(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> sampler(model, 1).sample(0, 1).standardErrorOfMean());
  }

  @Test
  void sample_twentySeeds_agreesWithTheExactDistribution() {
    MixedDistribution exact = MixedDistribution.of(tied());
    for (long seed = 1; seed <= 20; seed++) {
      SampledDistribution sample = sampler(tied(), seed).sample(0, DRAWS);

      requireAgreement(sample, exact, "seed " + seed);
    }
  }

  @Test
  void sample_oganIlirByPublishedPairs_agreesWithTheExactDistribution() {
    ScoredAssessment scored =
        ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());
    TiedModel model = SurvivalModel.published().of(scored);

    SampledDistribution sample = sampler(model, 2024).sample(0, DRAWS);

    requireAgreement(sample, MixedDistribution.of(model), "Ogan Ilir");
  }

  private static void requireAgreement(
      SampledDistribution sample, MixedDistribution exact, String what) {
    BigDecimal error = sample.standardErrorOfMean().multiply(BigDecimal.valueOf(4));
    assertThat(sample.mean()).as(what).isCloseTo(exact.mean(), within(error));
    for (Tier tier : exact.model().edition().ladder().tiers()) {
      requireAgreement(sample.chanceOf(tier), exact.chanceOf(tier), what + " " + tier.code());
      requireAgreement(
          sample.chanceAtLeast(tier), exact.chanceAtLeast(tier), what + " from " + tier.code());
    }
    requireAgreement(sample.chanceWithoutTier(), exact.chanceWithoutTier(), what);
    for (String part : List.of("1/10", "1/2", "9/10")) {
      Points total = exact.quantile(Ratio.parse(part));
      requireAgreement(sample.chanceAtLeast(total), exact.chanceAtLeast(total), what + " " + total);
    }
  }

  private static void requireAgreement(Estimate estimate, double exact, String what) {
    assertThat(estimate.chance()).as(what).isCloseTo(exact, within(4 * estimate.standardError()));
  }

  // Parts

  @Test
  void plus_anySplitInAnyOrder_isTheWhole() {
    Sampler sampler = sampler(tied(), 7);
    SampledDistribution whole = sampler.sample(0, DRAWS);
    Random random = new Random(7);
    for (int repeat = 0; repeat < 5; repeat++) {
      List<Long> cuts = new ArrayList<>(List.of(0L, (long) DRAWS));
      random.longs(6, 1, DRAWS).distinct().forEach(cuts::add);
      Collections.sort(cuts);
      List<SampledDistribution> parts = new ArrayList<>();
      for (int i = 1; i < cuts.size(); i++) {
        if (cuts.get(i - 1) < cuts.get(i)) {
          parts.add(sampler.sample(cuts.get(i - 1), cuts.get(i)));
        }
      }
      Collections.shuffle(parts, random);
      while (parts.size() > 1) {
        int place = random.nextInt(parts.size() - 1);
        parts.set(place, parts.get(place).plus(parts.remove(place + 1)));
      }

      assertThat(parts.get(0)).isEqualTo(whole).hasSameHashCodeAs(whole);
      assertThat(parts.get(0)).hasToString(whole.toString());
    }
  }

  @Test
  void plus_partsOfFourThreads_isTheWhole() throws Exception {
    Sampler sampler = sampler(tied(), 8);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<SampledDistribution>> parts = new ArrayList<>();
      for (long first = 0; first < DRAWS; first += DRAWS / 16) {
        long from = first;
        parts.add(threads.submit(() -> sampler.sample(from, from + DRAWS / 16)));
      }
      SampledDistribution sum = parts.get(0).get();
      for (Future<SampledDistribution> part : parts.subList(1, parts.size())) {
        sum = sum.plus(part.get());
      }

      assertThat(sum).isEqualTo(sampler.sample(0, DRAWS));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void plus_drawsThatDoNotBelongTogether_areRefused() {
    SampledDistribution sample = sampler(tied(), 1).sample(0, 100);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample.plus(sampler(tied(), 1).sample(99, 200)))
        .withMessageContaining("99 to 199");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample.plus(sampler(tied(), 2).sample(100, 200)))
        .withMessageContaining("seed 2")
        .withMessageContaining("seed 1");
  }

  // Stopping

  @Test
  void sample_untilPrecise_stopsAtTheFirstStrideThatIs() {
    Sampler sampler = sampler(tied(), 3);
    long stride = Sampler.STRIDE;
    Precision wanted = new Precision(sampler.sample(0, 3 * stride).standardErrorOfMean(), 1);

    SampledDistribution sample = sampler.sample(wanted, 10 * stride);

    assertThat(sample).isEqualTo(sampler.sample(0, 3 * stride));
    assertThat(sampler.sample(wanted, stride + 5).draws()).isEqualTo(stride + 5);
    assertThat(sampler.sample(new Precision(BigDecimal.TEN, 0.0001), 2 * stride).draws())
        .isEqualTo(2 * stride);
  }

  @Test
  void sample_toldToStop_keepsWhatItHas() {
    List<Long> told = new ArrayList<>();
    Sampler sampler =
        sampler(tied(), 4)
            .telling(sample -> told.add(sample.draws()))
            .until(() -> told.size() == 2);

    SampledDistribution sample = sampler.sample(100, 10L * Sampler.STRIDE);

    assertThat(told).containsExactly(Sampler.STRIDE - 100L, 2L * Sampler.STRIDE - 100);
    assertThat(sample).isEqualTo(sampler(tied(), 4).sample(100, 2L * Sampler.STRIDE));
  }

  @Test
  void sample_numbersOfDrawsThatCannotBe_areRefused() {
    Sampler sampler = sampler(tied(), 1);

    assertThatIllegalArgumentException().isThrownBy(() -> sampler.sample(-1, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler.sample(5, 5))
        .withMessageContaining("5");
    assertThatIllegalArgumentException().isThrownBy(() -> sampler.sample(5, Long.MAX_VALUE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler.sample(new Precision(BigDecimal.ONE, 1), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Precision(BigDecimal.ZERO, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Precision(BigDecimal.ONE, Double.NaN))
        .withMessageContaining("NaN");
  }

  @Test
  void score_neighbouringDraws_areTheSheetsOneByOne() {
    Sampler sampler = sampler(tied(), 6);
    Edition edition = TinyEdition.EDITION;
    long[] totals = new long[700];
    int[] tiers = new int[700];

    sampler.score(500, totals, tiers);

    for (int i = 0; i < totals.length; i++) {
      // Indicator 1 is cut at 10; nothing else can be.
      Map<String, Points> sheet = new HashMap<>();
      sampler
          .sheet(500 + i)
          .forEach((code, points) -> sheet.merge(code.indicator(), points, Points::plus));
      Points total =
          sheet
              .getOrDefault("1", Points.ZERO)
              .min(Points.of(10))
              .plus(sheet.getOrDefault("2", Points.ZERO));
      assertThat(totals[i]).isEqualTo(total.units());
      assertThat(tiers[i])
          .isEqualTo(
              edition.ladder().tierOf(total).map(edition.ladder().tiers()::indexOf).orElse(-1));
    }
  }

  @Test
  void score_arraysOfTwoLengthsOrDrawsThatCannotBe_areRefused() {
    Sampler sampler = sampler(tied(), 6);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler.score(0, new long[2], new int[3]))
        .withMessageContaining("2 totals and 3 tiers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sampler.score(-1, new long[1], new int[1]));
  }

  @Test
  void of_drawsWithoutTheModelsFactors_areRefused() {
    Edition edition = TinyEdition.EDITION;
    Draws draws = Draws.of(1, edition, Set.of(), List.of(KEDIRI));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampler.of(tied(), draws, KEDIRI))
        .withMessageContaining("DINKES");
  }
}
