package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import id.kla.simulation.SimulationReport.Bin;
import id.kla.simulation.SimulationReport.Figures;
import id.kla.simulation.SimulationReport.Sampled;
import id.kla.simulation.SimulationReport.TierChance;
import id.kla.simulation.SurvivalRow.Tie;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationReportTest {

  private static final Edition TINY = TinyEdition.EDITION;
  private static final ScoredAssessment SCORED =
      ScoringEngine.of(TINY).score(TinyEdition.sheet("first"));
  private static final Tier SILVER = TINY.ladder().tier("SILVER");

  private static final Edition EDITION = Editions.kla2024();
  private static final ScoredAssessment OGAN_ILIR =
      ScoringEngine.of(EDITION).score(OganIlir.selfAssessment());
  private static final Survival PUBLISHED = Survival.of(EDITION, SurvivalModel.published());
  private static final Tier MADYA = EDITION.ladder().tier("MADYA");

  private static SurvivalRow row(String part, SurvivalOutcome outcome, String chance, Tie tie) {
    return new SurvivalRow(SurvivalPart.of(TINY, part), outcome, Share.parse(chance), tie);
  }

  /** Three times of four 15.3333, which is silver, else 5.3333, which is bronze. */
  private static final Survival HALF =
      Survival.of(
          TINY,
          List.of(
              row("*", new SurvivalOutcome.Holds(), "100%", Tie.NONE),
              row("indicator 1", new SurvivalOutcome.Holds(), "75%", Tie.REGION),
              row("indicator 1", new SurvivalOutcome.Struck(), "25%", Tie.REGION)));

  private static SimulationReport exact() {
    return SimulationReport.exact(SCORED, HALF, Optional.of(SILVER)).orElseThrow();
  }

  private static SimulationReport sampled(long draws) {
    SampledDistribution sample =
        SimulationReport.sampler(SCORED, HALF.check(SCORED).orThrow(), 7).sample(0, draws);
    return SimulationReport.sampled(SCORED, HALF, Optional.of(SILVER), sample);
  }

  @Test
  void exact_ofTwoTotals_hasTheirChances() {
    SimulationReport report = exact();

    assertThat(report.method()).isEqualTo(new SimulationReport.Exact());
    assertThat(
            report.figures().tiers().stream().map(each -> each.tier().map(Tier::code).orElse("")))
        .containsExactly("", "BRONZE", "SILVER", "GOLD");
    double[] chances = {0, 0.25, 0.75, 0};
    double[] orHigher = {1, 1, 0.75, 0};
    for (int i = 0; i < chances.length; i++) {
      TierChance tier = report.figures().tiers().get(i);
      assertThat(tier.exactly().chance()).isCloseTo(chances[i], within(1e-12));
      assertThat(tier.orHigher().chance()).isCloseTo(orHigher[i], within(1e-12));
      assertThat(tier.exactly().standardError()).isZero();
    }
    assertThat(report.target().orElseThrow().tier()).contains(SILVER);
    assertThat(report.figures().mean()).isEqualByComparingTo("12.8333");
    assertThat(report.figures().quantiles().values())
        .containsExactly(
            Points.parse("5.3333"),
            Points.parse("5.3333"),
            Points.parse("15.3333"),
            Points.parse("15.3333"),
            Points.parse("15.3333"));
  }

  /** The totals lie 10 apart, so that a bar is 1 wide; 10.0001 is the bound of silver. */
  @Test
  void exact_ofTwoTotals_hasBarsThatNoBoundCuts() {
    List<Bin> bins = exact().figures().bins();

    assertThat(bins.get(0).from()).isEqualTo(Points.parse("5.3333"));
    assertThat(bins.get(0).through()).isEqualTo(Points.of(6));
    assertThat(bins.get(bins.size() - 1).through()).isEqualTo(Points.parse("15.3333"));
    assertThat(bins).extracting(Bin::from).contains(Points.parse("10.0001"));
    for (int i = 0; i + 1 < bins.size(); i++) {
      assertThat(bins.get(i).through().plus(Points.SMALLEST)).isEqualTo(bins.get(i + 1).from());
    }
    assertThat(bins.get(0).chance().chance()).isCloseTo(0.25, within(1e-12));
    assertThat(bins.get(bins.size() - 1).chance().chance()).isCloseTo(0.75, within(1e-12));
    assertThat(bins.stream().mapToDouble(bin -> bin.chance().chance()).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void exact_ofTooManyStates_isLeftToASample() {
    List<SurvivalRow> rows = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      rows.add(
          new SurvivalRow(
              SurvivalPart.EVERYTHING,
              new SurvivalOutcome.PartOfClaim(Share.of(i, 65)),
              Share.of(1, 65),
              Tie.REGION));
    }

    assertThat(SimulationReport.exact(SCORED, Survival.of(TINY, rows), Optional.empty())).isEmpty();
  }

  /** The exact chances are worked out without a draw. */
  @Test
  void sampled_oganIlirByThePublishedPairs_agreesWithTheExactChances() {
    SimulationReport exact =
        SimulationReport.exact(OGAN_ILIR, PUBLISHED, Optional.of(MADYA)).orElseThrow();
    TiedModel model = PUBLISHED.check(OGAN_ILIR).orThrow();
    for (long seed = 1; seed <= 3; seed++) {
      SimulationReport sampled =
          SimulationReport.sampled(
              OGAN_ILIR,
              PUBLISHED,
              Optional.of(MADYA),
              SimulationReport.sampler(OGAN_ILIR, model, seed).sample(0, 40_000));

      assertThat(sampled.method()).isEqualTo(new Sampled(seed, 40_000));
      for (int i = 0; i < exact.figures().tiers().size(); i++) {
        Estimate estimate = sampled.figures().tiers().get(i).exactly();
        assertThat(estimate.chance())
            .isCloseTo(
                exact.figures().tiers().get(i).exactly().chance(),
                within(4 * estimate.standardError()));
      }
      assertThat(sampled.figures().mean())
          .isCloseTo(
              exact.figures().mean(),
              within(sampled.figures().meanError().multiply(BigDecimal.valueOf(4))));
    }
  }

  @Test
  void sampled_anotherSeedRegionOrRange_isRefused() {
    Sampler sampler = SimulationReport.sampler(SCORED, HALF.check(SCORED).orThrow(), 7);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SimulationReport.sampled(SCORED, HALF, Optional.of(SILVER), sampler.sample(5, 100)))
        .withMessageContaining("from 0 on");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SimulationReport.sampled(
                    OGAN_ILIR, PUBLISHED, Optional.of(MADYA), sampler.sample(0, 100)))
        .withMessageContaining("allowed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulationReport.exact(SCORED, HALF, Optional.of(MADYA)))
        .withMessageContaining("MADYA");
  }

  private static Checked<SimulationReport> told(Figures figures) {
    return SimulationReport.told(
        SCORED, HALF, Optional.of(SILVER), new Sampled(7, 1000), figures, Place.unknown());
  }

  @Test
  void told_figuresOfASample_areThatReport() {
    SimulationReport sampled = sampled(1000);

    assertThat(told(sampled.figures()).orThrow()).isEqualTo(sampled);
    assertThat(sampled).isNotEqualTo(exact());
  }

  private static List<String> texts(Checked<?> checked) {
    return checked.faults().stream().map(fault -> fault.text(Language.ENGLISH)).toList();
  }

  @Test
  void told_figuresThatContradictEachOther_areRefused() {
    Figures figures = sampled(1000).figures();
    List<TierChance> tiers = new ArrayList<>(figures.tiers());
    tiers.set(
        3, new TierChance(tiers.get(3).tier(), Estimate.of(1, 1000), tiers.get(3).orHigher()));
    List<Bin> bins = new ArrayList<>(figures.bins());
    bins.remove(1);

    assertThat(
            texts(
                told(
                    new Figures(
                        tiers,
                        figures.mean(),
                        figures.meanError(),
                        figures.quantiles(),
                        figures.bins()))))
        .anyMatch(text -> text.startsWith("tiers: found 1001; kla computes 1000."))
        .anyMatch(text -> text.startsWith("GOLD: found 1; kla computes 0."));
    assertThat(
            texts(
                told(
                    new Figures(
                        figures.tiers(),
                        figures.mean(),
                        figures.meanError(),
                        figures.quantiles(),
                        bins))))
        .anyMatch(text -> text.startsWith("histogram: found 7.0001; kla computes 6.0001."));
    assertThat(
            texts(
                told(
                    new Figures(
                        figures.tiers(),
                        new BigDecimal("15.4"),
                        BigDecimal.TEN,
                        figures.quantiles(),
                        figures.bins()))))
        .anyMatch(text -> text.startsWith("mean: found 15.4;"))
        .anyMatch(text -> text.startsWith("meanError: found 10;"));
    assertThat(
            texts(
                told(
                    new Figures(
                        figures.tiers(),
                        figures.mean(),
                        figures.meanError(),
                        exact().figures().quantiles().tailMap(SimulationReport.RANKS.get(2)),
                        figures.bins()))))
        .isEmpty();
  }
}
