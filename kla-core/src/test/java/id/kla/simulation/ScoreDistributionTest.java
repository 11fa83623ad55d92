package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import id.kla.assessment.Assessment;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreDistributionTest {

  private static final Ratio HALF = Ratio.of(1, 2);

  /** The tiny edition; what is not said is certain to earn nothing. */
  private static ScoreDistribution tiny(Edition edition, Map<String, AwardChances> said) {
    Map<QuestionCode, AwardChances> awards = new LinkedHashMap<>();
    edition
        .questions()
        .forEach(question -> awards.put(question.code(), AwardChances.certain(Points.ZERO)));
    said.forEach((code, chances) -> awards.put(QuestionCode.parse(code), chances));
    return ScoreDistribution.of(AwardModel.of(edition, awards));
  }

  private static ScoreDistribution tiny(Map<String, AwardChances> said) {
    return tiny(TinyEdition.EDITION, said);
  }

  private static AwardChances coin(String points) {
    return AwardChances.either(Points.parse(points), HALF, Points.ZERO);
  }

  private static AwardChances certain(String points) {
    return AwardChances.certain(Points.parse(points));
  }

  private static Tier tier(String code) {
    return TinyEdition.EDITION.ladder().tier(code);
  }

  private static double at(ScoreDistribution scores, String total) {
    return scores.chanceOf(Points.parse(total));
  }

  /** Indicator 1 may earn 10: of 3, 7, 8 and 12, each a quarter, the last is cut. */
  @Test
  void of_twoCoinsOnACappedIndicator_cutsTheirSum() {
    ScoreDistribution scores =
        tiny(Map.of("1.1", coin("4"), "1.2", certain("3"), "1.3", coin("5")));

    assertThat(at(scores, "3")).isEqualTo(0.25);
    assertThat(at(scores, "7")).isEqualTo(0.25);
    assertThat(at(scores, "8")).isEqualTo(0.25);
    assertThat(at(scores, "10")).isEqualTo(0.25);
    assertThat(at(scores, "12")).isZero();
    assertThat(at(scores, "9")).isZero();
    assertThat(at(scores, "7.5")).isZero();
    assertThat(scores.least()).isEqualTo(Points.of(3));
    assertThat(scores.most()).isEqualTo(Points.of(10));
    assertThat(scores.step()).isEqualTo(Points.of(1));
    assertThat(scores.mean()).isEqualTo(new BigDecimal("7.000000"));
    assertThat(scores).hasToString("tiny 3 to 10 in steps of 1, mean 7.000000");
  }

  /** BRONZE begins at 5 and SILVER above 10, which the cap keeps out of reach. */
  @Test
  void chances_twoCoinsOnACappedIndicator_areCountedInQuarters() {
    ScoreDistribution scores =
        tiny(Map.of("1.1", coin("4"), "1.2", certain("3"), "1.3", coin("5")));

    assertThat(scores.chanceWithoutTier()).isEqualTo(0.25);
    assertThat(scores.chanceOf(tier("BRONZE"))).isEqualTo(0.75);
    assertThat(scores.chanceAtLeast(tier("BRONZE"))).isEqualTo(0.75);
    assertThat(scores.chanceOf(tier("SILVER"))).isZero();
    assertThat(scores.chanceAtLeast(Points.ZERO)).isEqualTo(1);
    assertThat(scores.chanceAtLeast(Points.of(3))).isEqualTo(1);
    assertThat(scores.chanceAtLeast(Points.parse("3.0001"))).isEqualTo(0.75);
    assertThat(scores.chanceAtLeast(Points.of(8))).isEqualTo(0.5);
    assertThat(scores.chanceAtLeast(Points.of(10))).isEqualTo(0.25);
    assertThat(scores.chanceAtLeast(Points.parse("10.0001"))).isZero();
  }

  @Test
  void quantile_fourTotalsOfOneQuarterEach_isTheNearestRank() {
    ScoreDistribution scores =
        tiny(Map.of("1.1", coin("4"), "1.2", certain("3"), "1.3", coin("5")));

    assertThat(scores.quantile(Ratio.parse("0.01"))).isEqualTo(Points.of(3));
    assertThat(scores.quantile(Ratio.parse("25%"))).isEqualTo(Points.of(3));
    assertThat(scores.quantile(Ratio.parse("26%"))).isEqualTo(Points.of(7));
    assertThat(scores.quantile(HALF)).isEqualTo(Points.of(7));
    assertThat(scores.quantile(Ratio.of(1))).isEqualTo(Points.of(10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scores.quantile(Ratio.of(0)).isZero())
        .withMessage("quantile: found 0; allowed: above 0 and at most 1");
  }

  /** Three thirds of a chance are not quite one in floating point, and two not quite two thirds. */
  @Test
  void quantile_onACumulatedChanceThatRounds_isStillTheNearestRank() {
    AwardChances thirds =
        AwardChances.of(
            Map.of(
                Points.ZERO,
                Ratio.of(1, 49),
                Points.of(1),
                Ratio.of(12, 49),
                Points.of(2),
                Ratio.of(36, 49)));

    ScoreDistribution scores = tiny(Map.of("2.1", thirds));

    assertThat(scores.quantile(Ratio.of(1, 49))).isEqualTo(Points.ZERO);
    assertThat(scores.quantile(Ratio.of(13, 49))).isEqualTo(Points.of(1));
  }

  @Test
  void step_noCapCanCut_isTheGreatestCommonDivisorOfWhatCanBeAdded() {
    ScoreDistribution scores =
        tiny(Map.of("1.1", coin("4"), "2.3", coin("4"), "1.2", certain("3")));

    assertThat(scores.step()).isEqualTo(Points.of(4));
    assertThat(at(scores, "3")).isEqualTo(0.25);
    assertThat(at(scores, "7")).isEqualTo(0.5);
    assertThat(at(scores, "11")).isEqualTo(0.25);
  }

  /** Question 2.4 is certain: its 0.0001 moves every total and refines no step. */
  @Test
  void of_aCertainQuestionThatEarnsMore_movesEveryTotal() {
    ScoreDistribution scores =
        tiny(Map.of("1.1", coin("4"), "2.3", coin("4"), "2.4", certain("0.0001")));

    assertThat(scores.step()).isEqualTo(Points.of(4));
    assertThat(at(scores, "0.0001")).isEqualTo(0.25);
    assertThat(at(scores, "4.0001")).isEqualTo(0.5);
    assertThat(at(scores, "8.0001")).isEqualTo(0.25);
    assertThat(at(scores, "8")).isZero();
  }

  /** 8 are certain and 10 is the cap: 2.5 and 4 more are both 2 more. */
  @Test
  void step_awardsThatAreCertainToBeCut_countsWhatIsLeftOfThem() {
    AwardChances three =
        AwardChances.of(
            Map.of(
                Points.ZERO,
                HALF,
                Points.parse("2.5"),
                Ratio.of(1, 4),
                Points.of(4),
                Ratio.of(1, 4)));

    ScoreDistribution scores = tiny(Map.of("1.1", three, "1.2", certain("3"), "1.3", certain("5")));

    assertThat(scores.step()).isEqualTo(Points.of(2));
    assertThat(at(scores, "8")).isEqualTo(0.5);
    assertThat(at(scores, "10")).isEqualTo(0.5);
  }

  /** Without 1.2 no BRONZE, though 5, 8, 9 and 10 points all earn it. */
  @Test
  void chanceOf_aTierThatRequiresAQuestion_isTheChanceOfBoth() {
    Edition edition =
        TinyEdition.with(
            requirement("BRONZE", new Requirement.OfQuestion(QuestionCode.parse("1.2")), "3"));

    ScoreDistribution scores =
        tiny(edition, Map.of("1.1", coin("4"), "1.2", coin("3"), "1.3", certain("5")));

    Tier bronze = edition.ladder().tier("BRONZE");
    assertThat(scores.chanceAtLeast(bronze.least())).isEqualTo(1);
    assertThat(scores.chanceOf(bronze)).isEqualTo(0.5);
    assertThat(scores.chanceWithoutTier()).isEqualTo(0.5);
  }

  /** Totals 9, 12, 13 and 14, of which indicator 1 has 5, 8, 9 and 10: SILVER wants 9 of it. */
  @Test
  void chanceOf_aTierThatRequiresAnIndicator_leavesTheRestToTheTierBelow() {
    Edition edition =
        TinyEdition.with(requirement("SILVER", new Requirement.OfIndicator("1"), "9"));
    Map<String, AwardChances> awards =
        Map.of("1.1", coin("4"), "1.2", coin("3"), "1.3", certain("5"), "2.3", certain("4"));

    ScoreDistribution scores = tiny(edition, awards);

    assertThat(scores.chanceOf(tier("SILVER"))).isEqualTo(0.5);
    assertThat(scores.chanceOf(tier("BRONZE"))).isEqualTo(0.5);
    assertThat(scores.chanceWithoutTier()).isZero();
    assertThat(tiny(awards).chanceOf(tier("SILVER"))).isEqualTo(0.75);
  }

  private static Requirement requirement(String tier, Requirement.Subject subject, String least) {
    return new Requirement(
        "R",
        Label.of("prasyarat", "requirement"),
        Optional.of(tier),
        Optional.empty(),
        subject,
        Bound.closed(Points.parse(least)),
        Requirement.State.ON,
        Origin.STATED);
  }

  @Test
  void chanceOf_aTierOfAnotherLadder_isRefused() {
    ScoreDistribution scores = tiny(Map.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(scores.chanceOf(nindya())).isZero())
        .withMessage(
            "tier (tiny): found NINDYA (700, 800];"
                + " allowed: [BRONZE [5, 10], SILVER (10, 20], GOLD (20, 22]]");
  }

  private static Tier nindya() {
    return Editions.kla2024().ladder().tier("NINDYA");
  }

  /** 771.81 and 12, 12 and 8 more are 803.81; without one of the three it is 800 at most. */
  @Test
  void of_threeMeasuresOfOganIlir_reachUtamaOnlyTogether() {
    ScoredAssessment scored = ScoringEngine.of(Editions.kla2024()).score(OganIlir.selfAssessment());
    Map<QuestionCode, AwardChances> measures = new HashMap<>();
    Map.of("7.2", 12, "6.3", 12, "8.3", 8)
        .forEach(
            (code, more) -> {
              Points now = scored.question(code).points();
              measures.put(
                  QuestionCode.parse(code),
                  AwardChances.either(now.plus(Points.of(more)), HALF, now));
            });

    ScoreDistribution scores = ScoreDistribution.of(AwardModel.from(scored).with(measures));

    assertThat(scores.chanceOf(Editions.kla2024().ladder().tier("UTAMA"))).isEqualTo(0.125);
    assertThat(scores.chanceOf(nindya())).isEqualTo(0.875);
    assertThat(scores.mean()).isEqualTo(new BigDecimal("787.810000"));
    assertThat(scores.most()).isEqualTo(Points.parse("803.81"));
    assertThat(scores.step()).isEqualTo(Points.of(4));
  }

  @Test
  void of_everyQuestionOfKla2024Uncertain_addsUpToOne() {
    Assessment full = OganIlir.fullScores();
    Map<QuestionCode, AwardChances> awards = new HashMap<>();
    for (Question question : full.edition().questions()) {
      awards.put(
          question.code(),
          AwardChances.either(question.maximum(), Ratio.parse("77%"), Points.ZERO));
    }

    ScoreDistribution scores = ScoreDistribution.of(AwardModel.of(full.edition(), awards));

    double sum = scores.chanceWithoutTier();
    for (Tier tier : full.edition().ladder().tiers()) {
      sum += scores.chanceOf(tier);
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(scores.least()).isEqualTo(Points.ZERO);
    assertThat(scores.most()).isEqualTo(Points.of(1000));
  }

  /** 0 to 1000 in steps of 0.0001 are 10,000,001 totals, 32 bytes each. */
  @Test
  void of_moreTotalsThanMemory_isRefusedWithTheFigure() {
    Edition edition = large();
    AwardModel model =
        AwardModel.of(
            edition,
            Map.of(
                QuestionCode.parse("1.1"), coin("0.0001"),
                QuestionCode.parse("1.2"), coin("999.9999")));

    FaultException refused =
        catchThrowableOfType(
            FaultException.class, () -> assertThat(ScoreDistribution.of(model)).isNull());

    assertThat(refused)
        .hasMessage(
            "large: the distribution has 10000001 totals in steps of 0.0001 points: found 320000032"
                + " bytes; allowed: 134217728. Let fewer questions be uncertain, or give awards"
                + " with fewer decimals.");
    assertThat(refused.faults().get(0).message(Language.INDONESIAN))
        .contains("10000001", "0,0001", "320000032", "134217728");
  }

  /** 4,194,304 totals of 32 bytes are 128 MiB. */
  @Test
  void of_asManyTotalsAsFit_isTakenAndOneMoreIsNot() {
    Edition edition = large();

    assertThat(large(edition, "419.4302").most()).isEqualTo(Points.parse("419.4303"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(large(edition, "419.4303")).isNull())
        .withMessageContaining("4194305");
  }

  private static ScoreDistribution large(Edition edition, String award) {
    return ScoreDistribution.of(
        AwardModel.of(
            edition,
            Map.of(
                QuestionCode.parse("1.1"), coin("0.0001"),
                QuestionCode.parse("1.2"), coin(award))));
  }

  private static Edition large() {
    return Edition.builder()
        .id("large")
        .label(Label.of("Edisi besar", "Large edition"))
        .addClusters(
            Cluster.builder()
                .code("A")
                .label(Label.of("klaster", "cluster"))
                .addIndicators(
                    Indicator.builder()
                        .code("1")
                        .label(Label.of("indikator", "indicator"))
                        .maximum(Points.of(2000))
                        .addQuestions(question("1.1"), question("1.2"))
                        .build())
                .build())
        .addStages(
            new Stage(
                "only",
                Label.of("tahap", "stage"),
                Label.of("", ""),
                List.of(),
                Stage.Judging.SELF,
                Origin.STATED))
        .build();
  }

  private static Question question(String code) {
    return Question.builder()
        .code(QuestionCode.parse(code))
        .label(Label.of("pertanyaan " + code, "question " + code))
        .maximum(Points.of(1000))
        .build();
  }
}
