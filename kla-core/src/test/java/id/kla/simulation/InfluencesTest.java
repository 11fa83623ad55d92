package id.kla.simulation;

import static id.kla.simulation.SampleModels.certain;
import static id.kla.simulation.SampleModels.either;
import static id.kla.simulation.SampleModels.state;
import static id.kla.simulation.SampleModels.tiny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.testing.EqualsTester;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InfluencesTest {

  private static final Edition EDITION = TinyEdition.EDITION;

  private static final Map<String, Set<QuestionCode>> GROUPS =
      Map.of("some", Set.of(QuestionCode.parse("1.1"), QuestionCode.parse("2.2")));

  private static Tier tier(String code) {
    return EDITION.ladder().tier(code);
  }

  private static Influence find(List<Influence> influences, String code) {
    return influences.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
  }

  private static void requireFigures(
      Influence influence, double firstOrder, double totalEffect, double worst, double best) {
    assertThat(influence.firstOrder().value()).isCloseTo(firstOrder, within(1e-12));
    assertThat(influence.totalEffect().value()).isCloseTo(totalEffect, within(1e-12));
    assertThat(influence.chanceAtWorst().chance()).isCloseTo(worst, within(1e-12));
    assertThat(influence.chanceAtBest().chance()).isCloseTo(best, within(1e-12));
  }

  /**
   * Indicator 1 may earn 10: of 3, 7, 8 and 12, each a quarter, the last is cut. Mean 7, variance
   * (16 + 0 + 1 + 9) / 4 = 6.5. With 1.1 known the mean is 5.5 or 8.5, variance 2.25; with 1.3
   * known 5 or 9, variance 4. With 1.3 known 1.1 still moves 3 to 7 or 8 to 10, on average (4 + 1)
   * / 2; with 1.1 known 1.3 moves 3 to 8 or 7 to 10, on average (6.25 + 2.25) / 2. The 8 are
   * reached by 1.3 alone.
   */
  @Test
  void of_twoCoinsOnACappedIndicator_countsWhatTheyDoOnlyTogether() {
    TiedModel model =
        TiedModel.of(
            tiny(
                EDITION,
                Map.of("1.1", either("4", "1/2"), "1.2", certain("3"), "1.3", either("5", "1/2"))),
            List.of());

    Influences influences = Influences.of(model, Points.of(8), Map.of());

    assertThat(influences.deviation()).isEqualTo(new BigDecimal("2.549510"));
    assertThat(influences.chance()).isEqualTo(new Estimate(0.5, 0));
    assertThat(influences.questions().get(0).code()).isEqualTo("1.3");
    requireFigures(find(influences.questions(), "1.3"), 4 / 6.5, 4.25 / 6.5, 0, 1);
    requireFigures(find(influences.questions(), "1.1"), 2.25 / 6.5, 2.5 / 6.5, 0.5, 0.5);
    requireFigures(find(influences.questions(), "1.2"), 0, 0, 0.5, 0.5);
    requireFigures(find(influences.indicators(), "1"), 1, 1, 0, 1);
    requireFigures(find(influences.indicators(), "2"), 0, 0, 0.5, 0.5);
    assertThat(influences.betweenQuestions()).isCloseTo(0.25 / 6.5, within(1e-12));
    assertThat(influences.betweenFactors()).isZero();
    assertThat(find(influences.questions(), "1.3").swing()).isEqualTo(1);
  }

  /** The same two coins, tossed by two agencies: now they are factors, and all is between these. */
  @Test
  void of_twoFactorsOnACappedIndicator_areItemsOfTheirOwn() {
    SharedFactor one =
        new SharedFactor(
            "one",
            List.of(
                state("1/2", Map.of("1.1", certain("4"))),
                state("1/2", Map.of("1.1", certain("0")))));
    SharedFactor other =
        new SharedFactor(
            "other",
            List.of(
                state("1/2", Map.of("1.3", certain("0"))),
                state("1/2", Map.of("1.3", certain("5")))));
    TiedModel model = TiedModel.of(tiny(EDITION, Map.of("1.2", certain("3"))), List.of(one, other));

    Influences influences = Influences.of(model, Points.of(8), Map.of());

    assertThat(influences.deviation()).isEqualTo(new BigDecimal("2.549510"));
    requireFigures(find(influences.factors(), "other"), 4 / 6.5, 4.25 / 6.5, 0, 1);
    requireFigures(find(influences.factors(), "one"), 2.25 / 6.5, 2.5 / 6.5, 0.5, 0.5);
    assertThat(influences.betweenFactors()).isCloseTo(0.25 / 6.5, within(1e-12));
    requireFigures(find(influences.questions(), "1.3"), 0, 0, 0.5, 0.5);
  }

  /**
   * An agency brings 4 and 4 points and a coin of 4, or nothing: 10 points are expected or none,
   * variance 25. Its coin has variance 4, but is tossed half of the time: 2 on average. Another
   * coin of 2 points has variance 1. Above 10 points are had if both the agency and its coin hold.
   */
  @Test
  void of_anAgencyAndItsCoin_partsTheSharedFromTheOwn() {
    SharedFactor agency =
        new SharedFactor(
            "DINKES",
            List.of(
                state(
                    "1/2",
                    Map.of("1.1", certain("4"), "2.3", certain("4"), "2.2", either("4", "1/2"))),
                state(
                    "1/2", Map.of("1.1", certain("0"), "2.3", certain("0"), "2.2", certain("0")))));
    TiedModel model =
        TiedModel.of(tiny(EDITION, Map.of("2.1", either("2", "1/2"))), List.of(agency));

    Influences influences =
        Influences.of(
            model,
            tier("SILVER"),
            Map.of("both", Set.of(QuestionCode.parse("2.1"), QuestionCode.parse("2.2"))));

    assertThat(influences.deviation()).isEqualTo(new BigDecimal("5.291503"));
    assertThat(influences.chance().chance()).isEqualTo(0.25);
    requireFigures(influences.factors().get(0), 25 / 28.0, 25 / 28.0, 0, 0.5);
    requireFigures(find(influences.questions(), "2.2"), 2 / 28.0, 2 / 28.0, 0, 0.5);
    requireFigures(find(influences.questions(), "2.1"), 1 / 28.0, 1 / 28.0, 0.25, 0.25);
    requireFigures(influences.groups().get(0), 3 / 28.0, 3 / 28.0, 0, 0.5);
    requireFigures(find(influences.questions(), "1.1"), 0, 0, 0.25, 0.25);
    assertThat(influences.betweenQuestions()).isZero();
  }

  /** Variances of coins are squares of half their points: 4, 1, 0.25 and 1 of 6.25. */
  @Test
  void of_coinsThatNothingCuts_areTheirVariancesOfTheSum() {
    TiedModel model =
        TiedModel.of(
            tiny(
                EDITION,
                Map.of(
                    "1.1", either("4", "1/2"),
                    "1.2", either("2", "1/2"),
                    "1.3", either("1", "1/2"),
                    "2.1", either("2", "1/2"))),
            List.of());

    Influences influences = Influences.of(model, tier("BRONZE"));

    assertThat(influences.questions().stream().map(Influence::code).limit(5))
        .containsExactly("1.1", "1.2", "2.1", "1.3", "2.2");
    assertThat(influences.questions().stream().map(each -> each.firstOrder().value()).limit(4))
        .containsExactly(4 / 6.25, 1 / 6.25, 1 / 6.25, 0.25 / 6.25);
    assertThat(find(influences.indicators(), "1").firstOrder().value()).isEqualTo(5.25 / 6.25);
    assertThat(influences.betweenQuestions()).isZero();
    assertThat(influences.groups()).isEmpty();
  }

  @Test
  void of_everythingCertain_hasNoInfluenceAtAll() {
    TiedModel model = TiedModel.of(tiny(EDITION, Map.of("1.1", certain("4"))), List.of());

    Influences influences = Influences.of(model, Points.of(4), Map.of());

    assertThat(influences.deviation()).isEqualByComparingTo("0");
    assertThat(influences.chance()).isEqualTo(new Estimate(1, 0));
    influences.questions().forEach(each -> requireFigures(each, 0, 0, 1, 1));
    assertThat(influences.betweenFactors()).isZero();
  }

  /** Whatever can't be reached has no chance at the best, and what is certain all at the worst. */
  @Test
  void of_targetsOutOfReachOrSure_hasNoSwing() {
    TiedModel model = TiedModel.of(tiny(EDITION, Map.of("1.1", either("4", "1/2"))), List.of());

    Influence never = Influences.of(model, Points.of(5), Map.of()).questions().get(0);
    Influence always = Influences.of(model, Points.ZERO, Map.of()).questions().get(0);

    requireFigures(never, 1, 1, 0, 0);
    requireFigures(always, 1, 1, 1, 1);
  }

  /**
   * By the four published pairs; no indicator of kla-2024 can cut claims that lie below its
   * maximum.
   */
  @Test
  void of_oganIlirByPublishedPairs_addsUpToOne() {
    ScoredAssessment scored =
        ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());
    TiedModel model = SurvivalModel.published().of(scored);
    Tier madya = model.edition().ladder().tier("MADYA");
    MixedDistribution exact = MixedDistribution.of(model);

    Influences influences = Influences.of(model, madya);

    assertThat(influences.chance().chance()).isCloseTo(exact.chanceAtLeast(madya), within(1e-12));
    double sum = influences.betweenFactors() + influences.betweenQuestions();
    for (Influence each : influences.questions()) {
      sum += each.firstOrder().value();
    }
    assertThat(sum + influences.factors().get(0).firstOrder().value()).isCloseTo(1, within(1e-9));
    assertThat(influences.factors().get(0).code()).isEqualTo(SurvivalModel.FACTOR);
    assertThat(influences.groups().stream().map(Influence::code))
        .containsExactlyInAnyOrderElementsOf(Influences.leads(model.edition()).keySet());
  }

  // Samples

  private static Influences sampled(TiedModel model, long seed, int draws, Tier target) {
    return Influences.sampled(
        model,
        Draws.of(seed, model.edition(), model.factorCodes(), List.of(SampleModels.KEDIRI)),
        SampleModels.KEDIRI,
        draws,
        target,
        GROUPS);
  }

  @Test
  void sampled_twentySeeds_agreesWithWhatIsComputed() {
    TiedModel model = SampleModels.tied();
    Influences exact = Influences.of(model, tier("SILVER"), GROUPS);
    for (long seed = 1; seed <= 20; seed++) {
      requireAgreement(sampled(model, seed, 20_000, tier("SILVER")), exact, "seed " + seed);
    }
  }

  /** With two factors that one maximum cuts together, and a tier that requires a question. */
  @Test
  void sampled_factorsAndRequirements_agreesWithWhatIsComputed() {
    Edition edition =
        TinyEdition.with(
            new Requirement(
                "some",
                Label.of("", ""),
                Optional.of("BRONZE"),
                Optional.empty(),
                new Requirement.OfQuestion(QuestionCode.parse("1.2")),
                Bound.closed(Points.of(3)),
                Requirement.State.ON,
                Origin.STATED),
            new Requirement(
                "more",
                Label.of("", ""),
                Optional.of("SILVER"),
                Optional.empty(),
                new Requirement.OfCluster("B"),
                Bound.open(Points.of(1)),
                Requirement.State.ON,
                Origin.STATED));
    SharedFactor one =
        new SharedFactor(
            "one",
            List.of(
                state("1/3", Map.of("1.1", certain("4"), "2.2", either("4", "1/2"))),
                state("2/3", Map.of("1.1", either("2", "1/5"), "2.2", certain("1")))));
    SharedFactor other =
        new SharedFactor(
            "other",
            List.of(
                state("1/2", Map.of("1.3", certain("0"), "2.3", either("3", "9/10"))),
                state("1/4", Map.of("1.3", certain("5"), "2.3", either("4", "1/2"))),
                state("1/4", Map.of("1.3", either("5", "1/2"), "2.3", certain("0")))));
    TiedModel model =
        TiedModel.of(tiny(edition, Map.of("1.2", either("3", "3/4"))), List.of(one, other));
    for (Tier tier : edition.ladder().tiers()) {
      Influences exact = Influences.of(model, tier, GROUPS);

      Influences sample = sampled(model, 7, 100_000, tier);

      requireAgreement(sample, exact, tier.code());
      assertThat(sample.betweenFactors()).isCloseTo(exact.betweenFactors(), within(0.02));
    }
  }

  private static void requireAgreement(Influences sample, Influences exact, String what) {
    requireAgreement(sample.chance(), exact.chance(), what);
    requireAgreement(sample.questions(), exact.questions(), what);
    requireAgreement(sample.indicators(), exact.indicators(), what);
    requireAgreement(sample.groups(), exact.groups(), what);
    requireAgreement(sample.factors(), exact.factors(), what);
  }

  private static void requireAgreement(List<Influence> sample, List<Influence> exact, String what) {
    assertThat(sample).hasSameSizeAs(exact);
    for (Influence each : exact) {
      Influence drawn = find(sample, each.code());
      String which = what + " " + each.code();
      requireAgreement(drawn.firstOrder(), each.firstOrder(), which);
      requireAgreement(drawn.totalEffect(), each.totalEffect(), which);
      requireAgreement(drawn.chanceAtWorst(), each.chanceAtWorst(), which);
      requireAgreement(drawn.chanceAtBest(), each.chanceAtBest(), which);
    }
  }

  private static void requireAgreement(Influence.Index drawn, Influence.Index exact, String what) {
    assertThat(drawn.standardError()).as(what).isLessThan(0.05);
    assertThat(drawn.value())
        .as(what)
        .isCloseTo(exact.value(), within(4 * drawn.standardError() + 1e-12));
  }

  private static void requireAgreement(Estimate drawn, Estimate exact, String what) {
    assertThat(drawn.chance())
        .as(what)
        .isCloseTo(exact.chance(), within(4 * drawn.standardError()));
  }

  @Test
  void sampled_fewerDrawsThanTwo_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(sampled(SampleModels.tied(), 1, 1, tier("GOLD"))).isNull())
        .withMessageContaining("found 1; allowed: 2 or more");
  }

  @Test
  void leads_kla2024_isEveryRoleThatLeadsAQuestion() {
    Map<String, Set<QuestionCode>> leads = Influences.leads(Editions.kla2024());

    assertThat(leads.get("civil-registration")).contains(QuestionCode.parse("1.2a"));
    leads.forEach(
        (role, codes) ->
            assertThat(codes)
                .allMatch(
                    code ->
                        Editions.kla2024().question(code).lead().filter(role::equals).isPresent()));
    assertThat(leads.values().stream().mapToLong(Set::size).sum())
        .isEqualTo(
            Editions.kla2024().questions().stream()
                .filter(question -> question.lead().isPresent())
                .count());
  }

  @Test
  void of_whatCannotBe_isRefused() {
    TiedModel model = TiedModel.of(tiny(EDITION, Map.of()), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                assertThat(
                        Influences.of(
                            model,
                            tier("GOLD"),
                            Map.of("group", Set.of(QuestionCode.parse("9.9")))))
                    .isNull())
        .withMessageContaining("9.9");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                assertThat(Influences.of(model, Editions.kla2024().ladder().tier("UTAMA")))
                    .isNull())
        .withMessageContaining("UTAMA");
  }

  /** Up to 1000 points in steps of 0.0001 are 10,000,001 totals, each beside 31 indicators. */
  @Test
  void of_moreTotalsThanMemory_isRefusedWithTheFigure() {
    Map<QuestionCode, AwardChances> awards = new HashMap<>();
    for (Question question : Editions.kla2024().questions()) {
      awards.put(
          question.code(),
          AwardChances.either(
              question.maximum().min(Points.ofUnits(1)), Ratio.of(1, 2), question.maximum()));
    }
    TiedModel model = TiedModel.of(AwardModel.of(Editions.kla2024(), awards), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(Influences.of(model, Points.of(1), Map.of())).isNull())
        .withMessageContaining("totals in steps of 0.0001")
        .withMessageContaining("536870912");
  }

  @Test
  void of_moreStatesThanAreMixed_isRefusedWithTheirNumber() {
    List<SharedFactor> factors =
        IntStream.range(0, 7)
            .mapToObj(
                i -> {
                  String code = EDITION.questions().get(i).code().toString();
                  return new SharedFactor(
                      "factor " + i,
                      List.of(
                          state("1/2", Map.of(code, certain("0"))),
                          state("1/2", Map.of(code, certain("1")))));
                })
            .toList();
    TiedModel model = TiedModel.of(tiny(EDITION, Map.of()), factors);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(Influences.of(model, Points.of(1), Map.of())).isNull())
        .withMessageContaining("128")
        .withMessageContaining("64");
  }

  @Test
  void equals_sameModelAndTarget_isEqual() {
    TiedModel model = SampleModels.tied();

    new EqualsTester()
        .addEqualityGroup(
            Influences.of(model, tier("SILVER")), Influences.of(model, tier("SILVER")))
        .addEqualityGroup(Influences.of(model, tier("BRONZE")))
        .testEquals();
  }
}
