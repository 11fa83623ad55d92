package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The real sheet with measures that cost 1, and a tiny one with measures by hand. */
class PlannerTest {

  private static final ScoredAssessment OGAN_ILIR =
      ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());

  private static final Planner BY_HEADROOM = Planner.of(Measures.ofHeadroom(OGAN_ILIR, Set.of()));

  // The tiny sheet holds 10 of 10 at indicator 1 (11.5 before the cap) and 5.3333 of 12 at 2:
  // 2.1 has 1.3333 of 2, 2.2 has 4 of 4, 2.3 does not apply, 2.4 has nothing of 2.

  private static Plan found(Planner planner, String tier) {
    return planner.cheapest(tier).found().orElseThrow();
  }

  @Test
  void cheapest_oganIlirAbove800_takesTheTripleWithMostPoints() {
    Cheapest cheapest = BY_HEADROOM.cheapest("UTAMA");

    assertThat(cheapest).isInstanceOf(Cheapest.Proven.class);
    Plan plan = cheapest.found().orElseThrow();
    assertThat(plan.codes()).containsExactly("6.3", "7.2", "8.3");
    assertThat(plan.cost()).isEqualTo(new BigDecimal("3"));
    assertThat(plan.total()).isEqualTo(Points.parse("803.81"));
    assertThat(plan.tier().map(Tier::code)).contains("UTAMA");
    assertThat(plan.awards())
        .isEqualTo(
            Map.of(
                QuestionCode.parse("6.3"), Points.of(21),
                QuestionCode.parse("7.2"), OGAN_ILIR.question("7.2").maximum(),
                QuestionCode.parse("8.3"), OGAN_ILIR.question("8.3").maximum()));
  }

  @Test
  void best_oganIlirAbove800_knowsTheTenTriplesAndNoPair() {
    List<Plan> plans = BY_HEADROOM.best("UTAMA", 11);

    assertThat(plans.subList(0, 10))
        .allSatisfy(plan -> assertThat(plan.measures()).hasSize(3))
        .allSatisfy(plan -> assertThat(plan.total()).isGreaterThan(Points.of(800)));
    assertThat(plans.get(10).measures()).hasSize(4);
    assertThat(plans.stream().map(Plan::codes)).doesNotHaveDuplicates();
    assertThat(plans.subList(0, 10).stream().map(Plan::total))
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void cheapest_withALock_goesAnotherWay() {
    Measures open = Measures.ofHeadroom(OGAN_ILIR, Set.of(QuestionCode.parse("7.2")));

    Plan plan = found(Planner.of(open), "UTAMA");

    assertThat(plan.codes()).doesNotContain("7.2");
    assertThat(plan.total()).isGreaterThan(Points.of(800));
  }

  /** 771.81 + 12 + 12. */
  @Test
  void findPlan_ofOnesOwnChoice_saysWhatItCostsAndReaches() {
    Plan plan = BY_HEADROOM.findPlan(List.of("7.2", "6.3")).orElseThrow();

    assertThat(plan.codes()).containsExactly("6.3", "7.2");
    assertThat(plan.cost()).isEqualTo(new BigDecimal("2"));
    assertThat(plan.total()).isEqualTo(Points.parse("795.81"));
    assertThat(plan.tier().map(Tier::code)).contains("NINDYA");
  }

  @Test
  void findPlan_measuresThatDoNotGoTogether_areNoPlan() {
    Planner planner =
        Planner.of(
            Measures.of(
                OGAN_ILIR,
                List.of(
                    free("a").addPrerequisites("b").build(),
                    free("b").build(),
                    free("c").addExclusions("b").build(),
                    free("done").state(Measure.State.DONE).build(),
                    free("dropped").state(Measure.State.DROPPED).build())));

    assertThat(planner.findPlan(List.of("a", "b"))).isPresent();
    assertThat(planner.findPlan(List.of())).isPresent();
    for (List<String> codes :
        List.of(
            List.of("a"),
            List.of("b", "c"),
            List.of("b", "b"),
            List.of("done"),
            List.of("dropped"),
            List.of("x"))) {
      assertThat(planner.findPlan(codes)).as(codes.toString()).isEmpty();
    }
  }

  private static Measure.Builder free(String code) {
    Measure.Builder measure = Measure.builder();
    measure.code(code).cost(BigDecimal.ZERO);
    return measure;
  }

  @Test
  void cheapest_ofATierThatIsHeld_takesNothing() {
    Plan plan = found(BY_HEADROOM, "NINDYA");

    assertThat(plan.measures()).isEmpty();
    assertThat(plan.cost()).isEqualTo(BigDecimal.ZERO);
    assertThat(plan.total()).isEqualTo(Points.parse("771.81"));
  }

  @Test
  void plan_scoredThroughTheEngine_earnsExactlyItsTotal() {
    for (String tier : List.of("UTAMA", "KLA")) {
      Plan plan = found(BY_HEADROOM, tier);
      Assessment sheet = OganIlir.selfAssessment();
      for (Map.Entry<QuestionCode, Points> award : plan.awards().entrySet()) {
        sheet = sheet.withAnswer(award.getKey(), Answer.of(award.getValue()));
      }

      ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);

      assertThat(scored.now().total()).isEqualTo(plan.total());
      assertThat(scored.now().tier()).isEqualTo(plan.tier());
    }
  }

  @Test
  void mostPoints_ofThreeFills_takesThePointsOfTheBestTriple() {
    WithinBudget within = BY_HEADROOM.mostPoints(new BigDecimal("3.9"));

    assertThat(within.isProven()).isTrue();
    assertThat(within.plan().codes()).containsExactly("6.3", "7.2", "8.3");
  }

  @Test
  void mostPoints_ofLargerBudgets_isNeverLess() {
    Points before = OGAN_ILIR.points();
    for (int budget = 0; budget < 12; budget++) {
      Points now = BY_HEADROOM.mostPoints(BigDecimal.valueOf(budget)).plan().total();

      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void mostPoints_ofANegativeBudget_isACallersMistake() {
    assertThatThrownBy(() -> BY_HEADROOM.mostPoints(new BigDecimal("-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("budget: found -1; allowed: from 0");
  }

  @Test
  void cheapest_ofAnUnknownTier_isACallersMistake() {
    assertThatThrownBy(() -> BY_HEADROOM.cheapest("GOLD"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GOLD");
  }

  // The tiny edition

  private static Measure.Builder measure(String code, String cost) {
    Measure.Builder measure = Measure.builder();
    measure.code(code).cost(new BigDecimal(cost));
    return measure;
  }

  private static Measure.Builder measure(String code, String cost, String question, String award) {
    Measure.Builder measure = measure(code, cost);
    measure.putAwards(QuestionCode.parse(question), Points.parse(award));
    return measure;
  }

  private static Planner tiny(Edition edition, Measure... measures) {
    ScoredAssessment scored = ScoringEngine.of(edition).score(TinyEdition.sheet(edition, "first"));
    return Planner.of(Measures.of(scored, List.of(measures)));
  }

  private static final Measure LINE = measure("line", "5", "2.1", "2").build();
  private static final Measure FACT = measure("fact", "3.5", "2.4", "1").build();
  private static final Measure WHOLE = measure("whole", "6", "2.4", "2").build();

  @Test
  void cheapest_ofATierOutOfReach_saysWhatIsMissing() {
    Cheapest cheapest = tiny(TinyEdition.EDITION, LINE, FACT, WHOLE).cheapest("GOLD");

    // 15.3333 + 0.6667 + 2 are 18, and GOLD begins at 20.0001.
    assertThat(cheapest)
        .isEqualTo(new Cheapest.NotReachable(Points.of(18), Points.parse("2.0001"), List.of()));
  }

  @Test
  void cheapest_withARequirement_paysForItToo() {
    Edition edition =
        TinyEdition.with(
            TinyEdition.forSilver(new Requirement.OfQuestion(QuestionCode.parse("2.4")), "1"));

    Plan plan = found(tiny(edition, LINE, FACT, WHOLE), "SILVER");

    assertThat(plan.codes()).containsExactly("fact");
    assertThat(plan.cost()).isEqualTo(new BigDecimal("3.5"));
  }

  @Test
  void cheapest_withARequirementOfAClusterOutOfReach_namesIt() {
    Requirement requirement = TinyEdition.forSilver(new Requirement.OfCluster("B"), "8.5");
    Edition edition = TinyEdition.with(requirement);

    Cheapest cheapest = tiny(edition, LINE, FACT, WHOLE).cheapest("SILVER");

    assertThat(cheapest)
        .isEqualTo(new Cheapest.NotReachable(Points.of(18), Points.ZERO, List.of(requirement)));
  }

  @Test
  void cheapest_ofMeasuresThatAreDoneOrDropped_paysNothingForTheOneAndLeavesTheOther() {
    Edition edition =
        TinyEdition.with(TinyEdition.forSilver(new Requirement.OfCluster("B"), "7.3333"));
    Measure done = Measure.builder().from(FACT).state(Measure.State.DONE).build();
    Measure dropped = Measure.builder().from(WHOLE).state(Measure.State.DROPPED).build();
    Measure running =
        Measure.builder()
            .from(measure("other", "9", "2.4", "2").build())
            .state(Measure.State.RUNNING)
            .realisedCost(new BigDecimal("7.25"))
            .build();

    Plan plan = found(tiny(edition, LINE, done, dropped, running), "SILVER");

    // 5.3333 and the award of what is done, 1, lack 1 to 7.3333; the line brings 0.6667 only.
    assertThat(plan.codes()).containsExactly("other");
    assertThat(plan.cost()).isEqualTo(new BigDecimal("1.75"));
  }

  @Test
  void cheapest_withPrerequisitesAndExclusions_keepsThem() {
    Edition edition =
        TinyEdition.with(TinyEdition.forSilver(new Requirement.OfCluster("B"), "7.3333"));
    Measure training = measure("training", "1").build();
    Measure needing = Measure.builder().from(WHOLE).addPrerequisites("training").build();
    Measure joint =
        Measure.builder()
            .from(measure("cheap", "0.5", "2.4", "2").build())
            .addPrerequisites("training")
            .addPrerequisites("line")
            .build();

    Plan plan = found(tiny(edition, LINE, needing, training, joint), "SILVER");
    Plan without =
        found(
            tiny(
                edition,
                LINE,
                Measure.builder().from(WHOLE).addExclusions("training").build(),
                training,
                joint),
            "SILVER");

    assertThat(plan.codes()).containsExactly("line", "cheap", "training");
    assertThat(without.codes()).containsExactly("whole");
  }

  @Test
  void sensitivity_saysHowFarACostMayRiseAndWhatIsNeeded() {
    Edition edition =
        TinyEdition.with(
            TinyEdition.forSilver(new Requirement.OfQuestion(QuestionCode.parse("2.4")), "1"));

    Sensitivity two = tiny(edition, FACT, WHOLE).sensitivity("SILVER").orElseThrow();
    Sensitivity one = tiny(edition, FACT).sensitivity("SILVER").orElseThrow();

    assertThat(two.measures())
        .containsExactly(
            new Sensitivity.Row(
                FACT,
                Sensitivity.Weight.DECISIVE,
                Optional.of(new BigDecimal("2.5")),
                BigDecimal.ZERO));
    assertThat(two.savedByPoint())
        .isEqualTo(Map.of(QuestionCode.parse("2.4"), new BigDecimal("3.5")));
    assertThat(one.measures().get(0).weight()).isEqualTo(Sensitivity.Weight.NEEDED);
    assertThat(one.measures().get(0).mayRise()).isEmpty();
  }

  @Test
  void sensitivity_ofATripleAmongTen_knowsNoMeasureThatIsNeeded() {
    Sensitivity sensitivity = BY_HEADROOM.sensitivity("UTAMA").orElseThrow();

    assertThat(sensitivity.measures())
        .allSatisfy(row -> assertThat(row.weight()).isNotEqualTo(Sensitivity.Weight.NEEDED));
    assertThat(sensitivity.plan().codes()).containsExactly("6.3", "7.2", "8.3");
  }

  @Test
  void cheapest_thatIsStopped_givesTheLeastThatAnyPlanCosts() {
    Planner stopped = BY_HEADROOM.within(Duration.ZERO);

    Cheapest cheapest = stopped.cheapest("KLA");

    assertThat(cheapest)
        .isInstanceOfSatisfying(
            Cheapest.Stopped.class,
            told ->
                assertThat(told.leastCost()).isLessThanOrEqualTo(found(BY_HEADROOM, "KLA").cost()));
  }

  @Test
  void cheapest_withAListener_tellsABoundThatNeverPassesTheCost() {
    List<Progress> told = new ArrayList<>();

    Plan plan = found(BY_HEADROOM.telling(told::add), "KLA");

    assertThat(told)
        .isNotEmpty()
        .allSatisfy(progress -> assertThat(progress.leastCost()).isLessThanOrEqualTo(plan.cost()));
  }
}
