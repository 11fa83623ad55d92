package id.kla.policy;

import static id.kla.policy.Options.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.rollup.Area;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.Standing;
import id.kla.simulation.Draws;
import id.kla.simulation.JudgedPair;
import id.kla.simulation.Sampler;
import id.kla.simulation.SurvivalModel;
import id.kla.simulation.TiedModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Options compared on the same draws, against a walk through single draws and against chances. */
class DrawnOutcomesTest {

  private static final Edition FORUM = Options.question("forum", "6.3", "42");
  private static final Edition STRICT = Options.ladder("strict", "400", "500", "520", "800", "900");
  private static final SurvivalModel SURVIVAL = SurvivalModel.published();

  private static ScoredAssessment oganIlir() {
    return ScoringEngine.of(BASE).score(OganIlir.selfAssessment());
  }

  private static Policy policy(long seed, long draws) {
    return Policy.of(BASE, List.of(FORUM, STRICT)).drawing(new Uncertainty(SURVIVAL, seed, draws));
  }

  private static DrawnOutcomes drawn(Policy policy, ScoredAssessment sheet) {
    return policy.outcome(sheet, Place.unknown()).drawn().orElseThrow();
  }

  /** Scores single draws by the engine. */
  private static List<Standing> standings(Edition edition, long seed, int draws) {
    Assessment sheet = OganIlir.selfAssessment().under(edition).orThrow();
    TiedModel model = SURVIVAL.of(ScoringEngine.of(edition).score(sheet));
    Draws random = Draws.of(seed, edition, model.factorCodes(), List.of(sheet.region()));
    Sampler sampler = Sampler.of(model, random, sheet.region());
    List<Standing> standings = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      Assessment.Builder drawn = Assessment.builder().from(sheet);
      for (Map.Entry<QuestionCode, Points> award : sampler.sheet(draw).entrySet()) {
        drawn.putAnswers(award.getKey(), Answer.of(award.getValue()));
      }
      standings.add(ScoringEngine.of(edition).score(drawn.build()).now());
    }
    return standings;
  }

  private static void assertMean(SampledMean found, double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    assertThat(found.value().doubleValue()).isCloseTo(mean, within(1e-6));
    assertThat(found.standardError().doubleValue()).isCloseTo(error, within(2e-6));
  }

  @Test
  void drawn_everyFigure_isThatOfSingleDrawsScoredByTheEngine() {
    int draws = 150;
    DrawnOutcomes drawn = drawn(policy(7, draws), oganIlir());
    List<List<Standing>> all =
        List.of(standings(BASE, 7, draws), standings(FORUM, 7, draws), standings(STRICT, 7, draws));

    for (int i = 0; i < all.size(); i++) {
      List<Standing> these = all.get(i);
      assertMean(
          drawn.meanTotal(i), these.stream().mapToDouble(DrawnOutcomesTest::total).toArray());
      for (int j = 0; j < all.size(); j++) {
        List<Standing> those = all.get(j);
        double[] differences = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
          differences[draw] = total(those.get(draw)) - total(these.get(draw));
        }
        assertMean(drawn.totalDifference(i, j), differences);
        for (Tier tier : BASE.ladder().tiers()) {
          double[] gains = new double[draws];
          for (int draw = 0; draw < draws; draw++) {
            gains[draw] = has(those.get(draw), tier) - has(these.get(draw), tier);
          }
          assertMean(drawn.tierDifference(i, j, tier.code()), gains);
        }
      }
      assertMean(
          drawn.inTier(i, "MADYA"),
          these.stream().mapToDouble(each -> has(each, BASE.ladder().tier("MADYA"))).toArray());
    }
    // The strict ladder gives away Nindya from 520 on: something must differ for this to say much.
    assertThat(drawn.tierDifference(0, 2, "NINDYA").value()).isGreaterThan(new BigDecimal("0.1"));
  }

  private static double total(Standing standing) {
    return standing.total().toBigDecimal().doubleValue();
  }

  private static int has(Standing standing, Tier tier) {
    return standing.tier().filter(each -> each.code().equals(tier.code())).isPresent() ? 1 : 0;
  }

  @Test
  void totalDifference_ofOneQuestion_isItsChanceTimesItsPoints() {
    // 6.3 earns 9 more where it survives, and nothing is cut: the mean of the pairs' chances.
    double chance = 0;
    for (JudgedPair pair : SURVIVAL.pairs()) {
      assertThat(pair.later()).isLessThan(pair.self());
      chance +=
          pair.later().toBigDecimal().doubleValue()
              / pair.self().toBigDecimal().doubleValue()
              / SURVIVAL.pairs().size();
    }
    int draws = 4000;

    SampledMean difference = drawn(policy(2024, draws), oganIlir()).totalDifference(0, 1);

    double error = 9 * Math.sqrt(chance * (1 - chance) / draws);
    assertThat(difference.value().doubleValue()).isCloseTo(9 * chance, within(4 * error));
    assertThat(difference.standardError().doubleValue()).isCloseTo(error, within(0.1 * error));
  }

  @Test
  void totalDifference_onTheSameDraws_isMuchSurerThanTwoMeansSideBySide() {
    DrawnOutcomes drawn = drawn(policy(1, 1000), oganIlir());

    double apart =
        Math.hypot(
            drawn.meanTotal(0).standardError().doubleValue(),
            drawn.meanTotal(1).standardError().doubleValue());

    assertThat(drawn.totalDifference(0, 1).standardError().doubleValue()).isLessThan(apart / 10);
  }

  @Test
  void report_severalRegions_addsUpTheirChancesAndTheSquaresOfTheirErrors() {
    Policy policy = policy(3, 300);
    RegionOutcome one = policy.outcome(Options.sheet("35.71", Ratio.of(3, 4)), Place.unknown());
    RegionOutcome two = policy.outcome(Options.sheet("35.72", Ratio.of(4, 5)), Place.unknown());

    DrawnOutcomes both =
        PolicyRun.builder(policy)
            .add(one)
            .add(two)
            .build()
            .report(Area.nation())
            .parts()
            .get(0)
            .drawn()
            .orElseThrow();

    SampledMean first = one.drawn().orElseThrow().tierDifference(0, 2, "NINDYA");
    SampledMean second = two.drawn().orElseThrow().tierDifference(0, 2, "NINDYA");
    SampledMean sum = both.tierDifference(0, 2, "NINDYA");
    assertThat(both.regions()).isEqualTo(2);
    assertThat(sum.value().doubleValue())
        .isCloseTo(first.value().doubleValue() + second.value().doubleValue(), within(2e-6));
    assertThat(sum.standardError().doubleValue())
        .isCloseTo(
            Math.hypot(first.standardError().doubleValue(), second.standardError().doubleValue()),
            within(3e-6));
    assertThat(both.meanTotal(0).value().doubleValue())
        .isCloseTo(
            (one.drawn().orElseThrow().meanTotal(0).value().doubleValue()
                    + two.drawn().orElseThrow().meanTotal(0).value().doubleValue())
                / 2,
            within(2e-6));
  }

  @Test
  void outcome_onSeveralThreads_isTheSameToTheBit() throws Exception {
    Policy policy = policy(11, 200);
    List<String> regions = List.of("35.71", "35.72", "35.73", "35.74", "16.10", "34.71");
    PolicyRun.Builder alone = PolicyRun.builder(policy);
    List<Callable<PolicyRun>> tasks = new ArrayList<>();
    for (String region : regions) {
      alone.add(policy.outcome(Options.sheet(region, Ratio.of(4, 5)), Place.unknown()));
      tasks.add(
          () ->
              PolicyRun.builder(policy)
                  .add(policy.outcome(Options.sheet(region, Ratio.of(4, 5)), Place.unknown()))
                  .build());
    }
    ExecutorService pool = Executors.newFixedThreadPool(3);
    PolicyRun.Builder together = PolicyRun.builder(policy);
    try {
      for (Future<PolicyRun> part : pool.invokeAll(tasks)) {
        together.add(part.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(together.build()).isEqualTo(alone.build());
    assertThat(together.build().report(Area.nation()).parts())
        .isEqualTo(alone.build().report(Area.nation()).parts());
  }

  @Test
  void outcome_sheetOfTheLastStage_isNotDrawn() {
    ScoredAssessment last = ScoringEngine.of(BASE).score(OganIlir.at("final"));

    assertThat(policy(1, 10).outcome(last, Place.unknown()).drawn()).isEmpty();
  }

  @Test
  void inTier_unknownTier_isRefused() {
    DrawnOutcomes drawn = drawn(policy(1, 2), oganIlir());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawn.inTier(0, "BAGUS"))
        .withMessage("tier: found \"BAGUS\"; allowed: [none, PRATAMA, MADYA, NINDYA, UTAMA, KLA]");
  }

  @Test
  void uncertainty_numberOfDraws_isChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Uncertainty(SURVIVAL, 1, 1))
        .withMessage("draws: found 1; allowed: 2 to 100000000");
  }
}
