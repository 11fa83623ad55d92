package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import id.kla.assessment.Assessment;
import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import id.kla.simulation.ScoreDistribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Chances by hand, on the real sheet and on the tiny one. */
class OutlookTest {

  private static final ScoredAssessment OGAN_ILIR =
      ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());

  private static final Offset<Double> CLOSE = within(1e-12);

  private static final Share HALF = Share.of(1, 2);

  private static Measure measure(String code, Share chance, String... questionsAndAwards) {
    Measure.Builder measure = Measure.builder();
    measure.code(code).cost(BigDecimal.ONE).chance(chance);
    for (int i = 0; i < questionsAndAwards.length; i += 2) {
      measure.putAwards(
          QuestionCode.parse(questionsAndAwards[i]), Points.parse(questionsAndAwards[i + 1]));
    }
    return measure.build();
  }

  private static ScoreDistribution oganIlir(Measure... measures) {
    Measures all = Measures.of(OGAN_ILIR, List.of(measures));
    return Outlook.of(all, all.measures()).scores();
  }

  private static Tier tier(String code) {
    return Editions.kla2024().ladder().tier(code);
  }

  /** The example of the type's page. */
  @Test
  void of_thePlanAbove800EachHoldingHalfOfTheTime_reachesItOnceInEight() {
    Measures measures =
        Measures.of(
            OGAN_ILIR,
            Measures.ofHeadroom(OGAN_ILIR, Set.of()).measures().stream()
                .map(measure -> Measure.builder().from(measure).chance(HALF).build())
                .toList());
    Plan plan = Planner.of(measures).cheapest("UTAMA").found().orElseThrow();

    Outlook outlook = Outlook.of(measures, plan.measures());

    assertThat(outlook.measures()).isEqualTo(plan.measures());
    assertThat(outlook.uncertain()).isEqualTo(plan.measures());
    assertThat(outlook.scores().mean()).isEqualTo(new BigDecimal("787.810000"));
    assertThat(outlook.scores().chanceAtLeast(tier("UTAMA"))).isEqualTo(0.125);
    assertThat(outlook.scores().chanceOf(tier("NINDYA"))).isEqualTo(0.875);
    assertThat(outlook.scores().most()).isEqualTo(plan.total());
    // The variances are 36, 36 and 16: the root of 88 is 9.3808315...
    assertThat(outlook.scores().deviation()).isEqualTo(new BigDecimal("9.380832"));
    assertThat(outlook).hasToString("[6.3, 7.2, 8.3] " + outlook.scores());
  }

  /** One measure brings 12 and 12 together or not at all; as two they come one by one. */
  @Test
  void of_oneMeasureForTwoQuestions_bringsBothOrNone() {
    ScoreDistribution together = oganIlir(measure("a", HALF, "6.3", "21", "7.2", "22"));
    ScoreDistribution apart =
        oganIlir(measure("a", HALF, "6.3", "21"), measure("b", HALF, "7.2", "22"));

    assertThat(together.chanceOf(Points.parse("771.81"))).isEqualTo(0.5);
    assertThat(together.chanceOf(Points.parse("783.81"))).isZero();
    assertThat(together.chanceOf(Points.parse("795.81"))).isEqualTo(0.5);
    assertThat(apart.chanceOf(Points.parse("771.81"))).isEqualTo(0.25);
    assertThat(apart.chanceOf(Points.parse("783.81"))).isEqualTo(0.5);
    assertThat(apart.chanceOf(Points.parse("795.81"))).isEqualTo(0.25);
    assertThat(together.mean()).isEqualTo(apart.mean()).isEqualTo(new BigDecimal("783.810000"));
    assertThat(together.deviation()).isEqualTo(new BigDecimal("12.000000"));
  }

  /**
   * 6.3 is raised by three: 21 with 1/2, else 15 with 2/5, else 15 with 1/3, else 9. That is 21 in
   * 15 of 30, 15 in 9 of 30 and 9 in 6 of 30.
   */
  @Test
  void of_severalMeasuresOnOneQuestion_countsTheBestThatHolds() {
    ScoreDistribution scores =
        oganIlir(
            measure("a", HALF, "6.3", "21"),
            measure("b", Share.of(2, 5), "6.3", "15"),
            measure("c", Share.of(1, 3), "6.3", "15"));

    assertThat(scores.chanceOf(Points.parse("783.81"))).isEqualTo(0.5);
    assertThat(scores.chanceAtLeast(Points.parse("777.81"))).isCloseTo(0.8, CLOSE);
    assertThat(scores.chanceOf(Points.parse("771.81"))).isCloseTo(0.2, CLOSE);
    assertThat(scores.mean()).isEqualTo(new BigDecimal("779.610000"));
  }

  // The tiny sheet holds 15.3333: 10 of 10 at indicator 1 (11.5 before the cap), 2.1 has 1.3333 of
  // 2, 2.2 has 4 of 4, 2.3 does not apply, 2.4 has nothing of 2.

  private static Outlook tiny(Edition edition, List<Measure> all, Measure... chosen) {
    ScoredAssessment scored = ScoringEngine.of(edition).score(TinyEdition.sheet(edition, "first"));
    return Outlook.of(Measures.of(scored, all), List.of(chosen));
  }

  private static Outlook tiny(Measure... measures) {
    return tiny(TinyEdition.EDITION, List.of(measures), measures);
  }

  /** Indicator 1 is full: 0.5 more at 1.3 is cut, the 2 at 2.4 of the same measure are not. */
  @Test
  void of_aMeasureWhoseAwardIsCut_countsWhatTheCapLeaves() {
    ScoreDistribution scores = tiny(measure("a", HALF, "1.3", "5", "2.4", "2")).scores();

    assertThat(scores.chanceOf(Points.parse("15.3333"))).isEqualTo(0.5);
    assertThat(scores.chanceOf(Points.parse("17.3333"))).isEqualTo(0.5);
  }

  @Test
  void of_certainMeasures_isTheTotalOfThePlan() {
    Outlook outlook =
        tiny(measure("a", Share.of(1, 1), "2.4", "1"), measure("b", Share.of(1, 1), "2.1", "2"));

    assertThat(outlook.uncertain()).isEmpty();
    assertThat(outlook.scores().chanceOf(Points.of(17))).isEqualTo(1);
    assertThat(outlook.scores().deviation()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void of_measuresThatNeverHold_isTheScore() {
    Outlook outlook = tiny(measure("a", Share.of(0, 1), "2.4", "1", "2.1", "2"));

    assertThat(outlook.uncertain()).hasSize(1);
    assertThat(outlook.scores().chanceOf(Points.parse("15.3333"))).isEqualTo(1);
  }

  /** What is done brings 1 at 2.4 whatever chance it names; the other may bring 2 there. */
  @Test
  void of_aMeasureThatIsDone_countsItWithoutChoosingItAndForCertain() {
    Measure done =
        Measure.builder()
            .from(measure("done", Share.of(1, 10), "2.4", "1"))
            .state(Measure.State.DONE)
            .build();
    Measure more = measure("more", HALF, "2.4", "2");

    Outlook outlook = tiny(TinyEdition.EDITION, List.of(done, more), more);

    assertThat(outlook.measures()).containsExactly(more);
    assertThat(outlook.uncertain()).containsExactly(more);
    assertThat(outlook.scores().chanceOf(Points.parse("16.3333"))).isEqualTo(0.5);
    assertThat(outlook.scores().chanceOf(Points.parse("17.3333"))).isEqualTo(0.5);
  }

  /** What a chosen one needs need not be chosen, and its chance changes nothing. */
  @Test
  void of_aMeasureThatNeedsAnother_hasItsOwnChanceOnly() {
    Measure training = measure("training", Share.of(1, 10));
    Measure needing =
        Measure.builder()
            .from(measure("needing", HALF, "2.4", "2"))
            .addPrerequisites("training")
            .build();
    List<Measure> both = List.of(training, needing);

    Outlook alone = tiny(TinyEdition.EDITION, both, needing);
    Outlook together = tiny(TinyEdition.EDITION, both, training, needing);

    assertThat(alone.scores().chanceOf(Points.parse("17.3333"))).isEqualTo(0.5);
    assertThat(together.scores().chanceOf(Points.parse("17.3333"))).isEqualTo(0.5);
  }

  /** SILVER begins above 10, but wants 1 at 2.4 here, which holds half of the time. */
  @Test
  void of_aTierWithARequirement_isHeldDownWhereItFails() {
    Edition edition =
        TinyEdition.with(
            new Requirement(
                "need",
                Label.of("syarat", "requirement"),
                Optional.of("SILVER"),
                Optional.empty(),
                new Requirement.OfQuestion(QuestionCode.parse("2.4")),
                Bound.closed(Points.of(1)),
                Requirement.State.ON,
                Origin.STATED));
    Measure measure = measure("a", HALF, "2.4", "2", "2.1", "2");

    ScoreDistribution scores = tiny(edition, List.of(measure), measure).scores();

    assertThat(scores.chanceAtLeast(edition.ladder().tier("SILVER").least())).isEqualTo(1);
    assertThat(scores.chanceOf(edition.ladder().tier("SILVER"))).isEqualTo(0.5);
    assertThat(scores.chanceOf(edition.ladder().tier("BRONZE"))).isEqualTo(0.5);
  }

  @Test
  void of_aMeasureThatIsNotAmongThem_isACallersMistake() {
    Measure measure = measure("a", HALF, "2.4", "2");
    Measure dropped = Measure.builder().from(measure).state(Measure.State.DROPPED).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(tiny(TinyEdition.EDITION, List.of(), measure)).isNull())
        .withMessage("chosen: found a, another measure than those of []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(tiny(dropped)).isNull())
        .withMessage("chosen: found a, which is dropped");
  }

  /**
   * On an empty sheet 120 measures, each on three questions anywhere: too many are open at once.
   */
  @Test
  void check_ofMeasuresThatTieEverything_isRefusedWithTheFigures() {
    SplittableRandom random = new SplittableRandom(6);
    List<Question> questions = OGAN_ILIR.edition().questions();
    ScoredAssessment empty =
        ScoringEngine.of(OGAN_ILIR.edition())
            .score(Assessment.builder().from(OganIlir.selfAssessment()).answers(Map.of()).build());
    List<Measure> tying = new ArrayList<>();
    for (int m = 0; m < 120; m++) {
      Map<QuestionCode, Points> awards = new HashMap<>();
      for (int i = 0; i < 3; i++) {
        Question question = questions.get(random.nextInt(questions.size()));
        awards.put(question.code(), question.maximum());
      }
      tying.add(Measure.builder().from(measure("m" + m, HALF)).awards(awards).build());
    }
    Measures all = Measures.of(empty, tying);

    Checked<Outlook> checked = Outlook.check(all, all.measures());
    FaultException refused =
        catchThrowableOfType(
            FaultException.class, () -> assertThat(Outlook.of(all, all.measures())).isNull());

    assertThat(checked.value()).isEmpty();
    assertThat(checked.faults()).hasSize(1);
    assertThat(checked.faults().get(0).code()).isEqualTo(FaultCode.TOO_MANY_STATES);
    assertThat(refused).hasMessageContaining("134217728 bytes").hasMessageContaining("68719476736");
    assertThat(refused.faults().get(0).message(Language.INDONESIAN)).contains("134217728 bita");
  }

  /** Measures that stay on one question each tie nothing. */
  @Test
  void of_sixtyMeasuresOfOneQuestionEach_isComputed() {
    Measures all =
        Measures.of(
            OGAN_ILIR,
            Measures.ofHeadroom(OGAN_ILIR, Set.of()).measures().stream()
                .limit(60)
                .map(measure -> Measure.builder().from(measure).chance(HALF).build())
                .toList());

    ScoreDistribution scores = Outlook.of(all, all.measures()).scores();

    assertThat(scores.quantile(Ratio.of(1))).isEqualTo(scores.most());
    assertThat(scores.chanceAtLeast(scores.least())).isEqualTo(1);
  }
}
