package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.testing.EqualsTester;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.RegionCode;
import id.kla.scoring.TinyEdition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssessmentTest {

  private static QuestionCode code(String text) {
    return QuestionCode.parse(text);
  }

  private static Assessment.Builder kla2024() {
    Assessment.Builder sheet = Assessment.builder();
    sheet
        .edition(Editions.kla2024())
        .region(RegionCode.parse("16.10"))
        .round(Round.parse("2024/2025"))
        .stage("self");
    return sheet;
  }

  @Test
  void answers_givenInAnyOrder_standInTheEditionsOrder() {
    // 14.10 comes after 14.9 in the sheet, and before it where texts are sorted.
    List<String> inOrder = List.of("1.1", "1.2a", "2.1", "14.1", "14.2", "14.9", "14.10", "26.18");

    for (int seed = 0; seed < 20; seed++) {
      List<String> shuffled = new ArrayList<>(inOrder);
      Collections.shuffle(shuffled, new Random(seed));
      Assessment.Builder sheet = kla2024();
      shuffled.forEach(code -> sheet.putAnswers(code(code), Answer.of(Points.ZERO)));

      assertThat(sheet.build().answers().keySet())
          .map(QuestionCode::toString)
          .containsExactlyElementsOf(inOrder);
    }
  }

  @Test
  void equality_disregardsTheOrderOfTheInput() {
    Map<QuestionCode, Answer> backwards = new LinkedHashMap<>();
    backwards.put(code("2.1"), Answer.of(Points.of(1)));
    backwards.put(code("1.1"), Answer.of(Points.of(12)));
    Assessment.Builder forwards = kla2024();
    forwards
        .putAnswers(code("1.1"), Answer.of(Points.of(12)))
        .putAnswers(code("2.1"), Answer.of(Points.of(1)));

    new EqualsTester()
        .addEqualityGroup(kla2024().answers(backwards).build(), forwards.build())
        .addEqualityGroup(kla2024().build(), kla2024().build())
        .addEqualityGroup(kla2024().stage("final").build())
        .testEquals();
  }

  @Test
  void answer_toAnUnansweredQuestion_isAbsentAndNotZero() {
    Assessment sheet = kla2024().putAnswers(code("1.1"), Answer.of(Points.ZERO)).build();

    assertThat(sheet.answer(code("1.1"))).contains(Answer.of(Points.ZERO));
    assertThat(sheet.answer(code("1.2a"))).isEmpty();
    assertThat(sheet.answer(code("99.1"))).isEmpty();
  }

  @Test
  void withAnswer_replacesOneAnswerInItsPlaceAndLeavesTheFirstSheetAlone() {
    Assessment first =
        kla2024()
            .putAnswers(code("1.1"), Answer.of(Points.of(12)))
            .putAnswers(code("2.1"), Answer.of(Points.of(1)))
            .build();

    Assessment second =
        first
            .withAnswer(code("1.1"), Answer.of(Points.of(6)))
            .withAnswer(code("1.2a"), Answer.of(Points.of(1)));

    assertThat(second.answers())
        .containsExactly(
            Map.entry(code("1.1"), Answer.of(Points.of(6))),
            Map.entry(code("1.2a"), Answer.of(Points.of(1))),
            Map.entry(code("2.1"), Answer.of(Points.of(1))));
    assertThat(first.answers())
        .containsExactly(
            Map.entry(code("1.1"), Answer.of(Points.of(12))),
            Map.entry(code("2.1"), Answer.of(Points.of(1))));
    assertThat(second.region()).isEqualTo(first.region());
  }

  @Test
  void withAnswer_thatDoesNotFit_isRefused() {
    Assessment sheet = kla2024().build();

    assertThatThrownBy(() -> sheet.withAnswer(code("1.1"), Answer.of(Points.of(13))))
        .isInstanceOf(FaultException.class)
        .hasMessageContainingAll("1.1", "kla-2024", "13", "12");
    assertThatThrownBy(() -> sheet.withAnswer(code("14.11"), Answer.of(Points.ZERO)))
        .isInstanceOf(FaultException.class)
        .hasMessageContainingAll("14.11", "14.1");
  }

  @Test
  void withoutAnswer_leavesTheQuestionUnanswered() {
    Assessment sheet =
        kla2024()
            .putAnswers(code("1.1"), Answer.of(Points.of(12)))
            .putAnswers(code("2.1"), Answer.of(Points.of(1)))
            .build();

    assertThat(sheet.withoutAnswer(code("1.1")).answers()).containsOnlyKeys(code("2.1"));
    assertThat(sheet.withoutAnswer(code("1.2a"))).isEqualTo(sheet);
    assertThat(sheet.withAnswer(code("1.2a"), Answer.of(Points.ZERO)).withoutAnswer(code("1.2a")))
        .isEqualTo(sheet);
  }

  @Test
  void build_refusedAnswers_areAllReportedAtOnce() {
    Assessment.Builder sheet =
        kla2024()
            .stage("PMX")
            .putAnswers(code("1.1"), Answer.of(Points.parse("12.0001")))
            .putAnswers(code("1.2a"), Answer.of(Points.parse("-0.0001")))
            .putAnswers(code("1.2za1"), Answer.of(Points.ZERO))
            .putAnswers(code("1.2b"), Answer.of(Response.level("ada")))
            .putAnswers(code("1.2c"), Answer.of(Response.coverage(Share.of(1, 2))));

    FaultException thrown = catchThrowableOfType(FaultException.class, sheet::build);

    assertThat(thrown.faults())
        .map(Fault::code)
        .containsExactlyInAnyOrder(
            FaultCode.UNKNOWN_STAGE,
            FaultCode.POINTS_ABOVE_MAXIMUM,
            FaultCode.POINTS_BELOW_ZERO,
            FaultCode.UNKNOWN_QUESTION,
            FaultCode.WRONG_RESPONSE,
            FaultCode.WRONG_RESPONSE);
    assertThat(thrown)
        .hasMessageContainingAll("PM", "12.0001", "-0.0001", "1.2za1", "1.2b", "1.2c", "kla-2024");
  }

  @Test
  void build_answersOfATinyEdition_areHeldAgainstTheirScales() {
    Assessment.Builder sheet =
        Assessment.builder()
            .from(TinyEdition.sheet("last"))
            .answers(
                Map.of(
                    code("1.1"), Answer.notApplicable("no such case"),
                    code("1.2"), Answer.of(Points.of(3)),
                    code("2.1"), Answer.of(Response.coverage(Share.of(1, 2))),
                    code("2.2"), Answer.of(Response.level("all"))));

    FaultException thrown = catchThrowableOfType(FaultException.class, sheet::build);

    assertThat(thrown.faults())
        .map(Fault::code)
        .containsExactlyInAnyOrder(
            FaultCode.NOT_APPLICABLE_REFUSED,
            FaultCode.WRONG_RESPONSE,
            FaultCode.WRONG_RESPONSE,
            FaultCode.WRONG_RESPONSE);
  }

  @Test
  void build_levelThatIsNotOffered_namesThoseThatAre() {
    Assessment sheet = TinyEdition.sheet("last");

    assertThatThrownBy(() -> sheet.withAnswer(code("1.1"), Answer.of(Response.level("sering"))))
        .isInstanceOf(FaultException.class)
        .hasMessageContainingAll("1.1", "tiny", "sering", "none, some, all");
  }

  @Test
  void build_pointsOutOfRangeBesideAFact_areRefusedAlthoughTheFactIsScored() {
    Assessment sheet = TinyEdition.sheet("last");
    Response.Fact fact = Response.coverage(Share.of(1, 2));

    assertThatThrownBy(
            () ->
                sheet.withAnswer(
                    code("1.2"), Answer.of(Response.graded(Points.parse("3.0001")), fact)))
        .isInstanceOf(FaultException.class)
        .hasMessageContainingAll("1.2", "3.0001", "3");
  }

  @Test
  void build_awardThatIsNotNamed_isNoHindrance() {
    Assessment sheet = kla2024().putAnswers(code("1.2a"), Answer.of(Points.parse("0.3"))).build();

    assertThat(sheet.answer(code("1.2a"))).contains(Answer.of(Points.parse("0.3")));
  }

  @Test
  void judgedAt_isTheEditionsStage() {
    assertThat(kla2024().stage("field_verification").build().judgedAt().aliases())
        .containsExactly("VLH", "VL");
  }

  @Test
  void build_notApplicableWithoutAReason_isRefused() {
    Assessment.Builder sheet = kla2024().putAnswers(code("1.1"), Answer.notApplicable(" "));

    FaultException thrown = catchThrowableOfType(FaultException.class, sheet::build);

    assertThat(thrown.faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.NOT_APPLICABLE_WITHOUT_REASON);
  }

  @Test
  void build_statedTotalsThatNoSheetCouldState_areRefused() {
    Assessment.Builder sheet =
        kla2024()
            .stated(
                StatedTotals.builder()
                    .total(Points.ofUnits(Long.MAX_VALUE))
                    .putClusters("K", Points.of(-4))
                    .build());

    FaultException thrown = catchThrowableOfType(FaultException.class, sheet::build);

    assertThat(thrown.faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.TOTAL_OUT_OF_RANGE, FaultCode.TOTAL_OUT_OF_RANGE);
  }
}
