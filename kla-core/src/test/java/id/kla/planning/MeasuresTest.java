package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is wrong with measures, all at once; and the measures of a region without costs. */
class MeasuresTest {

  private static final ScoredAssessment TINY =
      ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("first"));

  private static Measure.Builder measure(String code) {
    Measure.Builder measure = Measure.builder();
    measure.code(code).cost(BigDecimal.ONE);
    return measure;
  }

  private static QuestionCode question(String code) {
    return QuestionCode.parse(code);
  }

  private static Checked<Measures> check(Measure... measures) {
    List<Written<Measure>> written = new ArrayList<>();
    for (int i = 0; i < measures.length; i++) {
      written.add(new Written<>(measures[i], Place.table("measures.csv", i + 2, "")));
    }
    return Measures.check(TINY, written);
  }

  private static List<FaultCode> codes(Checked<Measures> checked) {
    return checked.faults().stream().map(Fault::code).toList();
  }

  @Test
  void check_manyFaults_tellsAllOfThemWithTheirPlaces() {
    Checked<Measures> checked =
        check(
            measure("a").putAwards(question("9.9"), Points.of(1)).build(),
            measure("b").putAwards(question("2.4"), Points.parse("2.0001")).build(),
            measure("c").putAwards(question("2.4"), Points.parse("-1")).build(),
            measure("d").cost(new BigDecimal("-0.5")).build(),
            measure("e").cost(new BigDecimal("0.00001")).build(),
            measure("a").build(),
            measure(" ").build(),
            measure("f").addPrerequisites("nobody").build(),
            measure("g").addExclusions("nothing").build());

    assertThat(codes(checked))
        .containsExactlyInAnyOrder(
            FaultCode.UNKNOWN_QUESTION,
            FaultCode.POINTS_ABOVE_MAXIMUM,
            FaultCode.POINTS_BELOW_ZERO,
            FaultCode.BAD_COST,
            FaultCode.BAD_COST,
            FaultCode.MEASURE_TWICE,
            FaultCode.BLANK_TEXT,
            FaultCode.UNKNOWN_CODE,
            FaultCode.UNKNOWN_CODE);
    assertThat(checked.value()).isEmpty();
    assertThat(checked.faults().stream().map(fault -> fault.message(Language.ENGLISH)))
        .contains(
            "measures.csv, row 3: question 2.4 (tiny): 2.0001 points; allowed: 0 to 2.",
            "measures.csv, row 7: measure a stands here a second time, the first at measures.csv, row"
                + " 2. Keep one, or give one another code.");
  }

  @Test
  void check_aCircleOfPrerequisites_isToldOnce() {
    Checked<Measures> checked =
        check(
            measure("a").addPrerequisites("b").build(),
            measure("b").addPrerequisites("c").build(),
            measure("c").addPrerequisites("a").build(),
            measure("outside").addPrerequisites("a").build());

    assertThat(checked.faults().stream().map(fault -> fault.message(Language.ENGLISH)))
        .containsExactly(
            "measures.csv, row 2: measures need each other in a circle: a, b, c. "
                + "Remove one of the prerequisites.");
  }

  @Test
  void check_aMeasureThatExcludesWhatItNeeds_isAFaultFromEitherSide() {
    Checked<Measures> direct =
        check(
            measure("a").addPrerequisites("b").build(),
            measure("b").addPrerequisites("c").build(),
            measure("c").addExclusions("a").build());
    Checked<Measures> itself = check(measure("a").addExclusions("a").build());

    assertThat(codes(direct)).containsExactly(FaultCode.EXCLUDES_OWN_PREREQUISITE);
    assertThat(codes(itself)).containsExactly(FaultCode.EXCLUDES_OWN_PREREQUISITE);
  }

  @Test
  void check_anAwardThatNoAnswerEarns_isAFault() {
    Checked<Measures> checked =
        check(measure("a").putAwards(question("1.1"), Points.of(3)).build());

    assertThat(checked.faults().stream().map(fault -> fault.message(Language.ENGLISH)))
        .containsExactly(
            "measures.csv, row 2: question 1.1 (tiny): no answer earns 3 points;"
                + " allowed: 0, 2.5, 4.");
  }

  @Test
  void check_anAwardWhereThereIsNoSuchCase_isWarnedOf() {
    Checked<Measures> checked =
        check(measure("a").putAwards(question("2.3"), Points.of(4)).build());

    assertThat(codes(checked)).containsExactly(FaultCode.NOTHING_TO_WIN);
    assertThat(checked.value()).isPresent();
  }

  @Test
  void check_costsOfEveryMagnitude_areRefusedWhereASearchCantCountThem() {
    Checked<Measures> checked =
        check(
            measure("a").cost(new BigDecimal("999999999999.9999")).build(),
            measure("b").cost(new BigDecimal("0.0001")).build());

    assertThat(codes(checked)).containsExactly(FaultCode.COSTS_TOO_FINE);
  }

  @Test
  void measures_standInTheEditionsOrderThenByCode() {
    Measures measures =
        check(
                measure("z").putAwards(question("1.3"), Points.of(5)).build(),
                measure("supporting").build(),
                measure("b").putAwards(question("2.4"), Points.of(1)).build(),
                measure("a")
                    .putAwards(question("2.4"), Points.of(1))
                    .putAwards(question("1.3"), Points.of(5))
                    .build())
            .orThrow();

    assertThat(measures.measures().stream().map(Measure::code))
        .containsExactly("a", "z", "b", "supporting");
  }

  @Test
  void ofHeadroom_oganIlir_hasAMeasureForEachQuestionThatCanWin() {
    ScoredAssessment scored =
        ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());

    Measures all = Measures.ofHeadroom(scored, Set.of());
    Measures fewer = Measures.ofHeadroom(scored, Set.of(question("7.2")));

    assertThat(all.measures()).hasSize(122);
    assertThat(fewer.measures()).hasSize(121);
  }

  /** Question 1.2 may earn 4, but the best of its bands only 3. */
  @Test
  void ofHeadroom_aScaleThatEndsBelowTheMaximum_isFilledAsFarAsItGoes() {
    Cluster cluster = TinyEdition.EDITION.clusters().get(0);
    Indicator indicator = cluster.indicators().get(0);
    List<Question> questions = new ArrayList<>(indicator.questions());
    questions.set(1, Question.builder().from(questions.get(1)).maximum(Points.of(4)).build());
    Edition edition =
        Edition.builder()
            .from(TinyEdition.EDITION)
            .clusters(
                List.of(
                    Cluster.builder()
                        .from(cluster)
                        .indicators(
                            List.of(
                                Indicator.builder().from(indicator).questions(questions).build()))
                        .build()))
            .build();
    Assessment unanswered =
        Assessment.builder()
            .edition(edition)
            .region(RegionCode.parse("16.10"))
            .round(Round.of(2023))
            .stage("first")
            .build();
    Assessment answered =
        Assessment.builder()
            .from(unanswered)
            .putAnswers(question("1.2"), Answer.of(Response.coverage(Share.of(2, 3))))
            .build();
    ScoringEngine engine = ScoringEngine.of(edition);

    Measures all = Measures.ofHeadroom(engine.score(unanswered), Set.of());
    Measures fewer = Measures.ofHeadroom(engine.score(answered), Set.of());

    assertThat(all.measures().stream().map(Measure::awards))
        .containsExactly(
            Map.of(question("1.1"), Points.of(4)),
            Map.of(question("1.2"), Points.of(3)),
            Map.of(question("1.3"), Points.of(5)));
    assertThat(fewer.measures().stream().map(Measure::code)).containsExactly("1.1", "1.3");
  }
}
