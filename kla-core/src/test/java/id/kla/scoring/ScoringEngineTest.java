package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Indicator;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Tier;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringEngineTest {

  private static final ScoringEngine KLA_2024 = ScoringEngine.of(Editions.kla2024());

  private static Points points(String text) {
    return Points.parse(text);
  }

  private static Optional<String> tier(Standing standing) {
    return standing.tier().map(Tier::code);
  }

  private static Assessment without(Assessment sheet, String... questions) {
    Assessment rest = sheet;
    for (String question : questions) {
      rest = rest.withoutAnswer(QuestionCode.parse(question));
    }
    return rest;
  }

  // The real sheet

  @Test
  void score_oganIlir_isNindyaIfEveryClaimHolds() {
    Assessment sheet = OganIlir.selfAssessment();

    ScoredAssessment scored = KLA_2024.score(sheet);

    assertThat(scored.now().total()).isEqualTo(points("771.81"));
    assertThat(tier(scored.now())).contains("NINDYA");
    assertThat(scored.now().tierByPoints()).isEqualTo(scored.now().tier());
    assertThat(scored.now().unmet()).isEmpty();
    assertThat(scored.atLeast()).isEqualTo(Points.ZERO);
    assertThat(tier(scored.leastStanding())).isEmpty();
    assertThat(scored.atMost()).isEqualTo(points("771.81"));
    assertThat(tier(scored.mostStanding())).contains("NINDYA");
    assertThat(scored.maximum()).isEqualTo(Points.of(1000));
    assertThat(scored.headroom()).isEqualTo(points("228.19"));
    assertThat(scored.state()).contains(State.SETTLED);
  }

  @ParameterizedTest
  @CsvSource({
    "K, 126.91, 164",
    "I, 89, 115",
    "II, 93.8, 156",
    "III, 136, 150",
    "IV, 94.6, 110",
    "V, 163, 205",
    "L, 68.5, 100"
  })
  void score_oganIlir_givesEachCluster(String code, String expected, String maximum) {
    ScoredCluster cluster = KLA_2024.score(OganIlir.selfAssessment()).cluster(code);

    assertThat(cluster.points()).isEqualTo(points(expected));
    assertThat(cluster.maximum()).isEqualTo(points(maximum));
    assertThat(cluster.headroom()).isEqualTo(points(maximum).minus(points(expected)));
  }

  @Test
  void score_withoutAnswersOfOneCluster_losesItNowAndCanStillWinAllOfIt() {
    Assessment sheet =
        without(
            OganIlir.selfAssessment(),
            Editions.kla2024().findCluster("V").orElseThrow().indicators().stream()
                .flatMap(indicator -> indicator.questions().stream())
                .map(question -> question.code().toString())
                .toArray(String[]::new));

    ScoredAssessment scored = KLA_2024.score(sheet);

    // 771.81 - 163, and 205 of cluster V on top of that.
    assertThat(scored.points()).isEqualTo(points("608.81"));
    assertThat(tier(scored.now())).contains("MADYA");
    assertThat(scored.atMost()).isEqualTo(points("813.81"));
    assertThat(tier(scored.mostStanding())).contains("UTAMA");
    assertThat(scored.cluster("V").state()).contains(State.UNANSWERED);
    assertThat(scored.state()).isEmpty();
    assertThat(scored.questions(State.UNANSWERED)).hasSize(39);
  }

  @Test
  void score_ofTheFinalStage_hasNothingLeftToRevise() {
    ScoredAssessment scored = KLA_2024.score(OganIlir.at("final"));

    assertThat(scored.atLeast()).isEqualTo(points("771.81"));
    assertThat(scored.points()).isEqualTo(points("771.81"));
    assertThat(tier(scored.leastStanding())).contains("NINDYA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"self", "admin_verification", "central_review", "field_verification"})
  void score_ofAStageBeforeTheLast_isSureOfNothing(String stage) {
    ScoredAssessment scored = KLA_2024.score(OganIlir.at(stage));

    assertThat(scored.atLeast()).isEqualTo(Points.ZERO);
    assertThat(scored.points()).isEqualTo(points("771.81"));
  }

  @Test
  void score_fullScores_areExactlyTheMaximum() {
    ScoredAssessment scored = KLA_2024.score(OganIlir.fullScores());

    // The questions' maxima add up to 1004: 3 too many in 19 and 1 in 21B, which the caps take.
    assertThat(Points.sum(Editions.kla2024().questions().stream().map(Question::maximum).toList()))
        .isEqualTo(Points.of(1004));
    assertThat(scored.points()).isEqualTo(Points.of(1000));
    assertThat(tier(scored.now())).contains("KLA");
    assertThat(scored.indicator("19").cap()).isEqualTo(Points.of(3));
    assertThat(scored.indicator("21B").cap()).isEqualTo(Points.of(1));
    assertThat(scored.headroom()).isEqualTo(Points.ZERO);
  }

  @Test
  void score_strikingTenPointsOfACappedIndicator_losesSeven() {
    Assessment sheet =
        OganIlir.fullScores()
            .withAnswer(QuestionCode.parse("19.1"), Answer.of(Points.ZERO))
            .withAnswer(QuestionCode.parse("19.4"), Answer.of(Points.ZERO));

    ScoredAssessment scored = KLA_2024.score(sheet);

    ScoredIndicator schools = scored.indicator("19");
    assertThat(scored.points()).isEqualTo(Points.of(993));
    assertThat(schools.sum()).isEqualTo(Points.of(44));
    assertThat(schools.cap()).isEqualTo(Points.ZERO);
    assertThat(schools.points()).isEqualTo(Points.of(44));
    // 10 points lie in the two questions, of which the stated maximum leaves 7.
    assertThat(schools.headroom()).isEqualTo(Points.of(7));
    assertThat(schools.atMost()).isEqualTo(Points.of(44));
    assertThat(schools.state()).contains(State.SETTLED);
  }

  @Test
  void score_leavingTenPointsOfACappedIndicatorUnanswered_losesSevenForNow() {
    Assessment sheet = without(OganIlir.fullScores(), "19.1", "19.4");

    ScoredAssessment scored = KLA_2024.score(sheet);

    ScoredIndicator schools = scored.indicator("19");
    assertThat(scored.points()).isEqualTo(Points.of(993));
    assertThat(scored.atMost()).isEqualTo(Points.of(1000));
    assertThat(schools.sum()).isEqualTo(Points.of(44));
    assertThat(schools.cap()).isEqualTo(Points.ZERO);
    assertThat(schools.points()).isEqualTo(Points.of(44));
    assertThat(schools.headroom()).isEqualTo(Points.of(7));
    assertThat(schools.atMost()).isEqualTo(Points.of(51));
    assertThat(schools.state()).isEmpty();
  }

  @Test
  void score_emptySheet_hasAllOpen() {
    Assessment sheet =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .answers(Map.<QuestionCode, Answer>of())
            .build();

    ScoredAssessment scored = KLA_2024.score(sheet);

    assertThat(scored.points()).isEqualTo(Points.ZERO);
    assertThat(tier(scored.now())).isEmpty();
    assertThat(scored.atMost()).isEqualTo(Points.of(1000));
    assertThat(tier(scored.mostStanding())).contains("KLA");
    assertThat(scored.headroom()).isEqualTo(Points.of(1000));
    assertThat(scored.state()).contains(State.UNANSWERED);
  }

  @Test
  void score_notApplicableIn2024_earnsNothingAndLeavesNothingOpen() {
    Assessment sheet =
        OganIlir.fullScores()
            .withAnswer(QuestionCode.parse("22B.1"), Answer.notApplicable("no disaster in 2024"));
    Points maximum = Editions.kla2024().question("22B.1").maximum();

    ScoredAssessment scored = KLA_2024.score(sheet);

    assertThat(scored.points()).isEqualTo(Points.of(1000).minus(maximum));
    assertThat(scored.atMost()).isEqualTo(Points.of(1000).minus(maximum));
    assertThat(scored.headroom()).isEqualTo(Points.ZERO);
    assertThat(scored.maximum()).isEqualTo(Points.of(1000));
    assertThat(scored.questions(State.NOT_APPLICABLE))
        .extracting(ScoredQuestion::code)
        .containsExactly("22B.1");
  }

  @Test
  void question_thatDoesNotExist_isRefusedWithTheNearest() {
    ScoredAssessment scored = KLA_2024.score(OganIlir.selfAssessment());

    assertThat(scored.findQuestion(QuestionCode.parse("14.11"))).isEmpty();
    assertThatThrownBy(() -> scored.question("14.11"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("14.11", "kla-2024", "14.1");
    assertThatThrownBy(() -> scored.indicator("21"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("21", "kla-2024");
    assertThatThrownBy(() -> scored.cluster("VI"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("VI", "kla-2024");
  }

  // A tiny edition, worked out by hand

  @Test
  void score_ofTheLastStage_addsUpByHand() {
    ScoredAssessment scored = score(TinyEdition.sheet("last"));

    // 4 + 3 + 4.5 = 11.5, of which the stated maximum leaves 10.
    assertThat(scored.indicator("1").sum()).isEqualTo(points("11.5"));
    assertThat(scored.indicator("1").cap()).isEqualTo(points("1.5"));
    assertThat(scored.indicator("1").points()).isEqualTo(Points.of(10));
    assertThat(scored.indicator("1").headroom()).isEqualTo(Points.ZERO);
    // 2 of 3 on the line is 4/3, rounded once to 1.3333; the change of exactly 0.5 earns 4.
    assertThat(scored.question("2.1").points()).isEqualTo(points("1.3333"));
    assertThat(scored.question("2.2").points()).isEqualTo(Points.of(4));
    assertThat(scored.indicator("2").points()).isEqualTo(points("5.3333"));
    // 0.6667 of 2.1 and 2 of 2.4; 2.3 is no case, and nothing can be won in it.
    assertThat(scored.indicator("2").headroom()).isEqualTo(points("2.6667"));
    assertThat(scored.points()).isEqualTo(points("15.3333"));
    assertThat(scored.atLeast()).isEqualTo(points("15.3333"));
    assertThat(scored.atMost()).isEqualTo(points("17.3333"));
    assertThat(scored.headroom()).isEqualTo(points("2.6667"));
    assertThat(scored.maximum()).isEqualTo(Points.of(22));
    assertThat(tier(scored.now())).contains("SILVER");
  }

  @Test
  void score_ofTheFirstStage_isSureOfNothing() {
    ScoredAssessment scored = score(TinyEdition.sheet("first"));

    assertThat(scored.atLeast()).isEqualTo(Points.ZERO);
    assertThat(tier(scored.leastStanding())).isEmpty();
    assertThat(scored.points()).isEqualTo(points("15.3333"));
    assertThat(scored.atMost()).isEqualTo(points("17.3333"));
  }

  @ParameterizedTest
  @CsvSource({"none, 0", "some, 2.5", "all, 4"})
  void score_level_earnsItsPoints(String level, String expected) {
    ScoredAssessment scored = answered("1.1", Answer.of(Response.level(level)));

    assertThat(scored.question("1.1").points()).isEqualTo(points(expected));
  }

  @Test
  void score_levelBesideAFact_keepsTheFact() {
    Answer answer = Answer.of(Response.level("some"), Response.count(3));

    ScoredQuestion question = answered("1.1", answer).question("1.1");

    assertThat(question.points()).isEqualTo(points("2.5"));
    assertThat(question.answer()).contains(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "0%, 0",
    "33.333333333333%, 0",
    "1 of 3, 1.5",
    "16 of 48, 1.5",
    "333334 of 1000000, 1.5",
    "66.666666666666%, 1.5",
    "2 of 3, 3",
    "100%, 3"
  })
  void score_shareNextToABound_fallsInTheRightBand(String share, String expected) {
    ScoredAssessment scored = answered("1.2", Answer.of(Response.coverage(Share.parse(share))));

    assertThat(scored.question("1.2").points()).isEqualTo(points(expected));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0.6667", "2, 1.3333", "3, 2", "4, 2", "999999999999999, 2"})
  void score_countOnALine_isRoundedHalfUpOnce(long count, String expected) {
    ScoredAssessment scored = answered("2.1", Answer.of(Response.count(count)));

    assertThat(scored.question("2.1").points()).isEqualTo(points(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "44, 43.999999, 0",
    "44, 44, 1",
    "44, 44.499999, 1",
    "44, 44.5, 4",
    "-1, -0.5, 4",
    "1000000, 0, 0"
  })
  void score_changeBetweenTwoYears_fallsInTheRightBand(String before, String now, String expected) {
    ScoredAssessment scored =
        answered("2.2", Answer.of(Response.change(new BigDecimal(before), new BigDecimal(now))));

    assertThat(scored.question("2.2").points()).isEqualTo(points(expected));
  }

  @Test
  void score_notApplicable_earnsFullWhereTheEditionSaysSo() {
    ScoredQuestion question = answered("1.3", Answer.notApplicable("no such home")).question("1.3");

    assertThat(question.state()).contains(State.NOT_APPLICABLE);
    assertThat(question.points()).isEqualTo(Points.of(5));
    assertThat(question.atLeast()).isEqualTo(Points.of(5));
    assertThat(question.atMost()).isEqualTo(Points.of(5));
    assertThat(question.headroom()).isEqualTo(Points.ZERO);
    assertThat(question.reason(Language.ENGLISH))
        .isEqualTo("not applicable (no such home): earns its maximum 5");
  }

  @Test
  void score_notApplicable_earnsNothingWhereTheEditionSaysSo() {
    ScoredQuestion question = score(TinyEdition.sheet("last")).question("2.3");

    assertThat(question.state()).contains(State.NOT_APPLICABLE);
    assertThat(question.points()).isEqualTo(Points.ZERO);
    assertThat(question.atMost()).isEqualTo(Points.ZERO);
    assertThat(question.headroom()).isEqualTo(Points.ZERO);
  }

  @Test
  void score_factWithoutPointsOnAGradedQuestion_isUnanswered() {
    ScoredQuestion question = score(TinyEdition.sheet("last")).question("2.4");

    assertThat(question.answer()).contains(TinyEdition.FACT);
    assertThat(question.state()).contains(State.UNANSWERED);
    assertThat(question.points()).isEqualTo(Points.ZERO);
    assertThat(question.atMost()).isEqualTo(Points.of(2));
    assertThat(question.reason(Language.ENGLISH))
        .isEqualTo("45 of 46 measured, but the edition gives no scale for it; 2 can be won");
    assertThat(question.reason(Language.INDONESIAN)).contains("45 dari 46", "2");
  }

  @Test
  void score_factWithoutPointsOnBands_isScored() {
    ScoredQuestion question =
        answered("1.2", Answer.measured(Response.coverage(Share.of(1, 2)))).question("1.2");

    assertThat(question.state()).contains(State.SETTLED);
    assertThat(question.points()).isEqualTo(points("1.5"));
  }

  @Test
  void score_factBesidePointsOnBands_isScoredAndThePointsAreNot() {
    ScoredQuestion question =
        answered("1.2", Answer.of(Response.graded(Points.of(3)), Response.coverage(Share.of(1, 2))))
            .question("1.2");

    assertThat(question.points()).isEqualTo(points("1.5"));
  }

  @Test
  void score_factBesidePointsOnAGradedQuestion_isOnlyTheReason() {
    ScoredQuestion question =
        answered(
                "2.4",
                Answer.of(Response.graded(Points.of(1)), Response.coverage(Share.of(45, 46))))
            .question("2.4");

    assertThat(question.points()).isEqualTo(Points.of(1));
    assertThat(question.reason(Language.ENGLISH)).isEqualTo("1 of 2 awarded, resting on 45 of 46");
  }

  @Test
  void reason_ofABand_namesTheFactAndTheBand() {
    ScoredQuestion question =
        answered("1.2", Answer.of(Response.coverage(Share.of(1, 2)))).question("1.2");

    assertThat(question.reason(Language.ENGLISH))
        .matches("1 of 2 \\[1/3[,;] 2/3\\) earns 1\\.5 of 3");
    assertThat(question.reason(Language.INDONESIAN))
        .matches("1 dari 2 \\[1/3[,;] 2/3\\) bernilai 1,5 dari 3");
  }

  @Test
  void reason_ofAFactThatTheScaleDoesNotMeasure_namesNoBandOfIt() {
    // Question 1.2 measures a share; a count of 1 is no share, although 1 lies in [2/3, 1].
    ScoredQuestion question = answered("1.2", Answer.measured(Response.count(1))).question("1.2");

    assertThat(question.state()).contains(State.UNANSWERED);
    assertThat(question.reason(Language.ENGLISH))
        .isEqualTo("1 measured, but the edition gives no scale for it; 3 can be won");
  }

  @Test
  void reason_ofAFactOutsideEveryBand_hasNoHoleInIt() {
    ScoredQuestion question = answered("1.2", Answer.measured(Response.count(7))).question("1.2");

    assertThat(question.reason(Language.ENGLISH))
        .isEqualTo("7 measured, but the edition gives no scale for it; 3 can be won");
  }

  @Test
  void reason_ofACappedIndicator_saysWhatTheCapTakes() {
    ScoredIndicator indicator = score(TinyEdition.sheet("last")).indicator("1");

    assertThat(indicator.reason(Language.ENGLISH))
        .isEqualTo("3 questions earn 11.5; the stated maximum 10 cuts 1.5");
    assertThat(indicator.reason(Language.INDONESIAN)).contains("11,5", "10", "1,5");
  }

  // Other points

  /** Indicator 1 sums 4 + 3 + 4.5 = 11.5, cut to 10; indicator 2 adds 5.3333. */
  @Test
  void standingWith_otherPoints_isCutAtTheMaximumOfTheIndicator() {
    ScoredAssessment scored =
        ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("last"));

    assertThat(total(scored, "1.3", "0")).isEqualTo(points("12.3333"));
    assertThat(total(scored, "1.3", "3")).isEqualTo(points("15.3333"));
    assertThat(total(scored, "1.3", "2.9999")).isEqualTo(points("15.3332"));
    assertThat(
            scored
                .standingWith(
                    Map.of(
                        QuestionCode.parse("1.1"), Points.ZERO,
                        QuestionCode.parse("1.2"), Points.ZERO,
                        QuestionCode.parse("1.3"), Points.of(5)))
                .total())
        .isEqualTo(points("10.3333"));
    assertThat(scored.standingWith(Map.of())).isEqualTo(scored.now());
  }

  private static Points total(ScoredAssessment scored, String question, String points) {
    return scored.standingWith(Map.of(QuestionCode.parse(question), points(points))).total();
  }

  @Test
  void standingWith_pointsThatMeetARequirement_reachesItsTier() {
    Edition edition = TinyEdition.with(of("home", "SILVER", Requirement.State.ON));
    ScoredAssessment scored = ScoringEngine.of(edition).score(TinyEdition.sheet(edition, "last"));

    Standing met = scored.standingWith(Map.of(QuestionCode.parse("2.3"), points("0.0001")));
    Standing unmet = scored.standingWith(Map.of(QuestionCode.parse("1.1"), Points.ZERO));

    assertThat(tier(met)).contains("SILVER");
    assertThat(met.unmet()).isEmpty();
    assertThat(tier(unmet)).contains("BRONZE");
  }

  @Test
  void standingWith_noSuchQuestionOrPoints_isRefused() {
    ScoredAssessment scored =
        ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("last"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> total(scored, "1.1", "4.0001"))
        .withMessageContaining("4.0001")
        .withMessageContaining("0 to 4");
    assertThatIllegalArgumentException().isThrownBy(() -> total(scored, "1.1", "-0.0001"));
    assertThatIllegalArgumentException().isThrownBy(() -> total(scored, "9.9", "1"));
  }

  // Requirements

  private static Requirement requirement(
      String code,
      Optional<String> tier,
      Requirement.Subject subject,
      Bound<Points> least,
      Requirement.State state) {
    return new Requirement(
        code,
        Label.of("prasyarat " + code, "requirement " + code),
        tier,
        tier.isEmpty() ? Optional.of("last") : Optional.empty(),
        subject,
        least,
        state,
        Origin.STATED);
  }

  private static Requirement of(String code, String tier, Requirement.State state) {
    return requirement(
        code,
        Optional.of(tier),
        new Requirement.OfQuestion(QuestionCode.parse("2.3")),
        Bound.open(Points.ZERO),
        state);
  }

  private static Standing under(Requirement... requirements) {
    Edition edition = TinyEdition.with(requirements);
    return ScoringEngine.of(edition).score(TinyEdition.sheet(edition, "last")).now();
  }

  @Test
  void score_requirementThatIsOn_holdsItsTierDown() {
    Requirement unmet = of("home", "SILVER", Requirement.State.ON);

    Standing standing = under(unmet);

    assertThat(standing.tierByPoints().map(Tier::code)).contains("SILVER");
    assertThat(tier(standing)).contains("BRONZE");
    assertThat(standing.unmet()).containsExactly(unmet);
    assertThat(standing.total()).isEqualTo(points("15.3333"));
  }

  @Test
  void score_requirementOfALowerTier_holdsEachHigherOneDownToo() {
    Requirement unmet = of("home", "BRONZE", Requirement.State.ON);

    Standing standing = under(unmet);

    assertThat(standing.tierByPoints().map(Tier::code)).contains("SILVER");
    assertThat(tier(standing)).isEmpty();
    assertThat(standing.unmet()).containsExactly(unmet);
  }

  @Test
  void score_requirementOfATierThatThePointsDoNotReach_isNotNamed() {
    Standing standing = under(of("home", "GOLD", Requirement.State.ON));

    assertThat(tier(standing)).contains("SILVER");
    assertThat(standing.unmet()).isEmpty();
  }

  @Test
  void score_requirementThatIsOff_changesNothing() {
    Standing standing =
        under(
            of("home", "BRONZE", Requirement.State.OFF),
            of("house", "SILVER", Requirement.State.OFF));

    assertThat(tier(standing)).contains("SILVER");
    assertThat(standing.unmet()).isEmpty();
  }

  @Test
  void score_requirementOfAStage_changesNoTier() {
    Standing standing =
        under(
            requirement(
                "opening",
                Optional.empty(),
                Requirement.Total.TOTAL,
                Bound.closed(Points.of(22)),
                Requirement.State.ON));

    assertThat(tier(standing)).contains("SILVER");
    assertThat(standing.unmet()).isEmpty();
  }

  @Test
  void score_requirementsOfSeveralTiers_areNamedInTheEditionsOrder() {
    Requirement higher = of("house", "SILVER", Requirement.State.ON);
    Requirement lower = of("home", "BRONZE", Requirement.State.ON);

    Standing standing = under(higher, lower);

    assertThat(standing.unmet()).containsExactly(higher, lower);
  }

  @ParameterizedTest
  @CsvSource({
    "TOTAL, 15.3333, CLOSED, SILVER",
    "TOTAL, 15.3333, OPEN, BRONZE",
    "TOTAL, 15.3334, CLOSED, BRONZE",
    "A, 10, CLOSED, SILVER",
    "A, 10, OPEN, BRONZE",
    "B, 5.3333, CLOSED, SILVER",
    "B, 5.3334, CLOSED, BRONZE",
    "1, 10, CLOSED, SILVER",
    "1, 10.0001, CLOSED, BRONZE",
    "2, 5.3332, OPEN, SILVER",
    "2, 5.3333, OPEN, BRONZE",
    "2.1, 1.3333, CLOSED, SILVER",
    "2.1, 1.3333, OPEN, BRONZE"
  })
  void score_requirement_looksAtThePointsThatCount(
      String subject, String least, Bound.Kind kind, String expected) {
    Requirement.Subject of =
        switch (subject) {
          case "TOTAL" -> Requirement.Total.TOTAL;
          case "A", "B" -> new Requirement.OfCluster(subject);
          case "1", "2" -> new Requirement.OfIndicator(subject);
          default -> new Requirement.OfQuestion(QuestionCode.parse(subject));
        };

    Standing standing =
        under(
            requirement(
                "least",
                Optional.of("SILVER"),
                of,
                new Bound<>(points(least), kind),
                Requirement.State.ON));

    assertThat(tier(standing)).contains(expected);
  }

  @Test
  void score_requirement_looksAtEachTotalsOwnReading() {
    Edition edition =
        TinyEdition.with(
            requirement(
                "certificate",
                Optional.of("SILVER"),
                new Requirement.OfQuestion(QuestionCode.parse("2.4")),
                Bound.open(Points.ZERO),
                Requirement.State.ON));

    ScoredAssessment scored = ScoringEngine.of(edition).score(TinyEdition.sheet(edition, "last"));

    // 2.4 is unanswered: it earns nothing now, and may still earn its 2.
    assertThat(tier(scored.now())).contains("BRONZE");
    assertThat(tier(scored.mostStanding())).contains("SILVER");
  }

  // What an engine refuses

  @Test
  void of_editionWithoutMaxima_isRefusedAndTheIndicatorsAreNamed() {
    Edition edition =
        Edition.builder()
            .from(TinyEdition.EDITION)
            .clusters(
                List.of(
                    Cluster.builder()
                        .code("A")
                        .label(Label.of("", "A"))
                        .addIndicators(
                            Indicator.builder().code("31").label(Label.of("", "old")).build())
                        .build()))
            .build();

    assertThatThrownBy(() -> ScoringEngine.of(edition))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("tiny", "maximum", "31");
  }

  @Test
  void score_assessmentOfAnotherEdition_isRefused() {
    Assessment other = TinyEdition.sheet("last");

    assertThatThrownBy(() -> KLA_2024.score(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("tiny", "kla-2024");
  }

  @Test
  void score_assessmentOfAnotherEditionWithTheSameId_isRefused() {
    Edition edition = TinyEdition.with(of("home", "SILVER", Requirement.State.ON));
    Assessment other = TinyEdition.sheet("last");

    assertThatThrownBy(() -> ScoringEngine.of(edition).score(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void score_assessmentOfAnEqualCopyOfTheEdition_isScored() {
    Edition copy = TinyEdition.with();

    ScoredAssessment scored =
        ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet(copy, "last"));

    assertThat(copy).isEqualTo(TinyEdition.EDITION).isNotSameAs(TinyEdition.EDITION);
    assertThat(scored.points()).isEqualTo(points("15.3333"));
  }

  private static ScoredAssessment score(Assessment sheet) {
    return ScoringEngine.of(sheet.edition()).score(sheet);
  }

  /** A sheet of the last stage with one answer alone. */
  private static ScoredAssessment answered(String question, Answer answer) {
    Map<QuestionCode, Answer> answers = new LinkedHashMap<>();
    answers.put(QuestionCode.parse(question), answer);
    return score(Assessment.builder().from(TinyEdition.sheet("last")).answers(answers).build());
  }

  @Test
  void closedStages_requirementOfALaterStage_isToldWhileItIsNotMet() {
    Requirement gate =
        new Requirement(
            "gate",
            Label.of("gerbang", "gate"),
            Optional.empty(),
            Optional.of("last"),
            Requirement.Total.TOTAL,
            Bound.open(Points.of(5)),
            Requirement.State.ON,
            Origin.STATED);
    Edition edition = TinyEdition.with(gate);
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(edition)
            .region(RegionCode.parse("16.10"))
            .round(Round.of(2023))
            .stage("first");

    ScoredAssessment low = ScoringEngine.of(edition).score(sheet.build());
    ScoredAssessment high =
        ScoringEngine.of(edition)
            .score(
                sheet
                    .putAnswers(QuestionCode.parse("2.1"), Answer.of(Response.count(3)))
                    .putAnswers(QuestionCode.parse("2.3"), Answer.of(Points.of(4)))
                    .build());

    assertThat(low.closedStages()).containsExactly(gate);
    // 2 on the line and 4 graded: above 5.
    assertThat(high.points()).isEqualTo(Points.of(6));
    assertThat(high.closedStages()).isEmpty();
  }

  // Editions that can't be scored

  @Test
  void of_structureWithoutWeights_isRefusedWithThatReason() {
    assertThat(ScoringEngine.refusal(Editions.kla2024(), Place.unknown())).isEmpty();
    assertThatThrownBy(() -> ScoringEngine.of(Editions.kla2011()))
        .isInstanceOfSatisfying(
            FaultException.class,
            thrown -> {
              Fault fault = thrown.faults().get(0);
              assertThat(thrown.faults()).hasSize(1);
              assertThat(fault.code()).isEqualTo(FaultCode.NOT_SCORABLE);
              assertThat(fault.text(Language.ENGLISH))
                  .contains("but not scored: no stated maximum for indicators 8, 9, 10")
                  .contains("; not every indicator is named of K. Score by another edition");
              assertThat(fault.text(Language.INDONESIAN))
                  .contains("tidak dapat dinilai: indikator 8, 9, 10")
                  .contains("; tidak setiap indikator disebut pada K. Nilai dengan edisi lain");
            })
        .hasMessageStartingWith("kla-2011: ");
  }

  @Test
  void of_clusterWithMoreIndicatorsThanAreNamed_isRefused() {
    Edition tiny = TinyEdition.EDITION;
    List<Cluster> clusters = new ArrayList<>(tiny.clusters());
    clusters.set(1, Cluster.builder().from(clusters.get(1)).statedCount(2L).build());
    Edition edition = Edition.builder().from(tiny).clusters(clusters).build();

    assertThat(edition.maximum()).isEmpty();
    assertThat(ScoringEngine.refusal(edition, Place.unknown()))
        .get()
        .satisfies(
            fault ->
                assertThat(fault.text(Language.ENGLISH))
                    .startsWith(
                        "the edition can be shown, but not scored; not every indicator is named of"
                            + " B."));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void of_clusterWithAsManyIndicatorsAsAreCounted_scores(long count) {
    Edition tiny = TinyEdition.EDITION;
    List<Cluster> clusters = new ArrayList<>(tiny.clusters());
    clusters.set(1, Cluster.builder().from(clusters.get(1)).statedCount(count).build());
    Edition edition = Edition.builder().from(tiny).clusters(clusters).build();

    assertThat(ScoringEngine.of(edition).score(TinyEdition.sheet(edition, "last")).points())
        .isEqualTo(points("15.3333"));
  }
}
