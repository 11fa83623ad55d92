package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.scoring.OganIlir;
import id.kla.scoring.TinyEdition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BatchScorerTest {

  private static final Edition TINY = TinyEdition.EDITION;
  private static final BatchScorer SCORER = BatchScorer.of(TINY);

  /** Columns of questions 1.1, 1.2, 1.3, 2.1, 2.2, 2.3, 2.4, each with five sheets. */
  private static int[][] points() {
    return new int[][] {
      {40_000, 25_000, 40_000, 40_000, 40_000},
      {30_000, 15_000, 30_000, 30_000, 0},
      {50_000, 0, 30_000, 30_000, 9_999},
      {20_000, 0, 0, 1, 0},
      {40_000, 0, 0, 0, 0},
      {40_000, 0, 0, 0, 0},
      {20_000, 10_000, 0, 0, 0},
    };
  }

  /** Indicator 1 earns 10 at most, 2 has 12. BRONZE from 5, SILVER above 10, GOLD above 20. */
  @Test
  void score_gradedColumns_cutsEachIndicatorAndClimbsTheLadder() {
    BatchScores scores = BatchScores.of(TINY, 5);

    SCORER.score(points(), scores);

    assertThat(scores.cluster(0)).containsExactly(100_000, 40_000, 100_000, 100_000, 49_999);
    assertThat(scores.cluster(1)).containsExactly(120_000, 10_000, 0, 1, 0);
    assertThat(scores.totals()).containsExactly(220_000, 50_000, 100_000, 100_001, 49_999);
    assertThat(scores.tiers()).containsExactly(2, 0, 0, 1, -1);
    assertThat(scores.tier(3)).contains(TINY.ladder().tier("SILVER"));
    assertThat(scores.tier(4)).isEmpty();
    assertThat(scores).hasToString("Scores of 5 sheets of tiny");
    assertThat(SCORER).hasToString("Batch scorer of tiny (7 questions)");
  }

  /**
   * 4, 3 and 4.5 are cut at 10; a count of 2 is two thirds of 2 points, 1.3333; a change of half is
   * 4; no case and a fact alone are nothing.
   */
  @Test
  void score_codesOfASheet_looksUpWhatTheyEarn() {
    List<Assessment> sheets = List.of(TinyEdition.sheet("first"));
    AnswerCodes codes = AnswerCodes.of(TINY, sheets);
    BatchScores scores = BatchScores.of(TINY, 1);

    short[][] columns = codes.columns(sheets);
    BatchScorer.of(codes).score(columns, scores);

    assertThat(columns).isDeepEqualTo(new short[][] {{3}, {3}, {1}, {3}, {3}, {1}, {0}});
    assertThat(scores.cluster(0)).containsExactly(100_000);
    assertThat(scores.cluster(1)).containsExactly(53_333);
    assertThat(scores.totals()).containsExactly(153_333);
    assertThat(scores.tiers()).containsExactly(1);
  }

  /** Two sheets; of 1.3, which lists nothing, code 1 is "not applicable", worth the whole 5. */
  @Test
  void score_codesOfTheEditionAlone_areThoseOfItsScales() {
    BatchScores scores = BatchScores.of(TINY, 2);
    short[][] columns = {{2, 0}, {4, 2}, {1, 0}, {2, 3}, {3, 0}, {0, 1}, {3, 2}};

    SCORER.score(columns, scores);

    // 2.5, no case (nothing), no case (5); then 2, 4, unanswered, 2.
    assertThat(scores.cluster(0)).containsExactly(75_000, 15_000);
    // Unanswered, 1.5, unanswered; then no case, unanswered, no case, 1.
    assertThat(scores.cluster(1)).containsExactly(80_000, 10_000);
    assertThat(scores.tiers()).containsExactly(1, -1);
  }

  @Test
  void score_requirementsOfTiers_holdDownLikeTheEngine() {
    Edition edition =
        TinyEdition.with(
            requirement("R1", "GOLD", new Requirement.OfQuestion(QuestionCode.parse("2.4")), "2"),
            requirement("R2", "SILVER", new Requirement.OfIndicator("2"), "0.0002"),
            requirement("R3", "BRONZE", new Requirement.OfCluster("A"), "5"),
            requirement("R4", "BRONZE", Requirement.Total.TOTAL, "5"));
    BatchScores scores = BatchScores.of(edition, 5);
    int[][] points = points();
    points[6][0] = 19_999;

    BatchScorer.of(edition).score(points, scores);

    // 21.9999 is GOLD by points; 5 lacks 1 in cluster A; 10.0001 lacks 0.0001 in indicator 2.
    assertThat(scores.totals()).containsExactly(219_999, 50_000, 100_000, 100_001, 49_999);
    assertThat(scores.tiers()).containsExactly(1, -1, 0, 0, -1);
  }

  private static Requirement requirement(
      String code, String tier, Requirement.Subject subject, String least) {
    return new Requirement(
        code,
        Label.of(code, code),
        Optional.of(tier),
        Optional.empty(),
        subject,
        Bound.closed(Points.parse(least)),
        Requirement.State.ON,
        Origin.STATED);
  }

  /** 771.81 is what its recap's answers add up to; NINDYA is the third step. */
  @Test
  void score_oganIlir_isWhatIsKnown() {
    List<Assessment> sheets = List.of(OganIlir.selfAssessment(), OganIlir.fullScores());
    AnswerCodes codes = AnswerCodes.of(Editions.kla2024(), sheets);
    BatchScorer scorer = BatchScorer.of(codes);
    BatchScores graded = BatchScores.of(Editions.kla2024(), 2);
    BatchScores coded = BatchScores.of(Editions.kla2024(), 2);

    scorer.score(scorer.points(sheets), graded);
    scorer.score(codes.columns(sheets), coded);

    for (BatchScores scores : List.of(graded, coded)) {
      assertThat(scores.totals()).containsExactly(7_718_100, 10_000_000);
      assertThat(scores.tier(0)).contains(Editions.kla2024().ladder().tier("NINDYA"));
      assertThat(scores.tier(1)).contains(Editions.kla2024().ladder().tier("KLA"));
    }
  }

  @Test
  void score_moreOrLess_isRefused() {
    BatchScores scores = BatchScores.of(TINY, 5);
    int[][] points = points();
    points[2][3] = 50_001;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(points, scores))
        .withMessage(
            "question 1.3 (tiny): found 50001 ten-thousandths of a point in sheet 3;"
                + " allowed: 0 to 50000");
  }

  @Test
  void score_codeOfNoAnswer_isRefused() {
    BatchScores scores = BatchScores.of(TINY, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(new short[][] {{4}, {0}, {0}, {0}, {0}, {0}, {0}}, scores))
        .withMessage("question 1.1 (tiny): found code 4 in sheet 0; allowed: 0 to 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(new short[][] {{0}, {0}, {0}, {0}, {0}, {0}, {-1}}, scores))
        .withMessage("question 2.4 (tiny): found code -1 in sheet 0; allowed: 0 to 4");
  }

  @Test
  void score_columnsThatDoNotFit_isRefused() {
    BatchScores scores = BatchScores.of(TINY, 6);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(points(), scores))
        .withMessage("question 1.1 (tiny): found a column of 5 sheets; allowed: at least 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(new short[6][6], scores))
        .withMessage("columns (tiny): found 6; allowed: 7, one for each question");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(new int[7][6], BatchScores.of(Editions.kla2024(), 1)))
        .withMessage("scores of edition kla-2024; allowed: the scorer's own edition tiny");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORER.score(new int[7][6], scores, Runnable::run, 0))
        .withMessage("threads: found 0; allowed: 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchScores.of(TINY, -1))
        .withMessage("sheets: found -1; allowed: 0 or more");
  }

  @Test
  void score_longerColumns_areScoredAsFarAsThereIsRoom() {
    BatchScores scores = BatchScores.of(TINY, 2);
    int[][] points = points();
    points[0][4] = -7;

    SCORER.score(points, scores);

    assertThat(scores.totals()).containsExactly(220_000, 50_000);
  }

  @Test
  void score_executorThatRefuses_throwsAndLeavesNobodyAtWork() {
    BatchScores scores = BatchScores.of(TINY, 5);

    assertThatThrownBy(
            () ->
                SCORER.score(
                    points(),
                    scores,
                    task -> {
                      throw new RejectedExecutionException("full");
                    },
                    2))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("full");
  }

  @Test
  void of_editionWithoutMaxima_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchScorer.of(Editions.kla2011()).codes())
        .withMessageContaining("kla-2011");
  }

  /** An int holds 2,147,483,647 at most; 1.3 alone can be worth one unit less, or that, or more. */
  @Test
  void totals_maximaBeyondAnInt_areHadOneByOne() {
    Edition narrow = with("214748.3646");
    Edition wide = with("214748.3647");
    BatchScores narrowScores = BatchScores.of(narrow, 1);
    BatchScores wideScores = BatchScores.of(wide, 1);

    BatchScorer.of(narrow).score(new int[][] {{60_000}}, narrowScores);
    BatchScorer.of(wide).score(new int[][] {{Integer.MAX_VALUE}}, wideScores);

    assertThat(narrowScores.totals()).containsExactly(60_000);
    assertThat(narrowScores.total(0)).isEqualTo(60_000);
    assertThat(narrowScores.clusterTotal(0, 0)).isEqualTo(60_000);
    assertThat(wideScores.total(0)).isEqualTo(100_000);
    assertThat(wideScores.clusterTotal(0, 0)).isEqualTo(100_000);
    assertThat(wideScores.tier(0)).contains(TINY.ladder().tier("BRONZE"));
    assertThatIllegalStateException()
        .isThrownBy(wideScores::totals)
        .withMessage(
            "scores (tiny): found an edition whose questions can earn more than an int holds;"
                + " allowed: total(sheet) and clusterTotal(cluster, sheet)");
    assertThatIllegalStateException().isThrownBy(() -> wideScores.cluster(0));
  }

  /** Of 1.3 code 1 is "not applicable", worth the whole, which the indicator cuts at 10. */
  @Test
  void score_questionBeyondAnInt_takesCodesAlone() {
    Edition wide = with("300000");
    BatchScorer scorer = BatchScorer.of(wide);
    BatchScores scores = BatchScores.of(wide, 2);

    scorer.score(new short[][] {{1, 0}}, scores);

    assertThat(scores.total(0)).isEqualTo(100_000);
    assertThat(scores.total(1)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(new short[][] {{1, 2}}, scores))
        .withMessage("question 1.3 (tiny): found code 2 in sheet 1; allowed: 0 to 1");
    String message =
        "question 1.3 (tiny): found a maximum of 300000 points; allowed for columns of points: at"
            + " most 214748.3647; score codes in their place";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(new int[1][2], scores))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.points(List.of()))
        .withMessage(message);
  }

  @Test
  void score_moreOrLessOfAWideEdition_isRefused() {
    Edition wide = with("214748.3647");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> BatchScorer.of(wide).score(new int[][] {{7, -1}}, BatchScores.of(wide, 2)))
        .withMessage(
            "question 1.3 (tiny): found -1 ten-thousandths of a point in sheet 1; allowed: 0 to"
                + " 2147483647");
  }

  /** The tiny edition with one question alone. */
  private static Edition with(String maximum) {
    Indicator indicator = TINY.indicators().get(0);
    return Edition.builder()
        .from(TINY)
        .clusters(
            List.of(
                Cluster.builder()
                    .from(TINY.clusters().get(0))
                    .indicators(
                        List.of(
                            Indicator.builder()
                                .from(indicator)
                                .questions(
                                    List.of(
                                        Question.builder()
                                            .from(indicator.questions().get(2))
                                            .maximum(Points.parse(maximum))
                                            .build()))
                                .build()))
                    .build()))
        .build();
  }
}
