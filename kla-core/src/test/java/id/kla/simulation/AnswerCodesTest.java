package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.scoring.OganIlir;
import id.kla.scoring.TinyEdition;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswerCodesTest {

  private static final Edition TINY = TinyEdition.EDITION;
  private static final AnswerCodes CODES = AnswerCodes.of(TINY);

  @Test
  void of_edition_numbersLevelsBandsAnchorsAndGrades() {
    assertThat(CODES.size(0)).isEqualTo(4);
    assertThat(CODES.notApplicable(0)).isEmpty();
    assertThat(CODES.award(0, 2)).isEqualTo(Points.parse("2.5"));
    assertThat(CODES.award(0, AnswerCodes.UNANSWERED)).isEqualTo(Points.ZERO);
    assertThat(CODES.size(1)).isEqualTo(5);
    assertThat(CODES.notApplicable(1)).hasValue(4);
    assertThat(CODES.award(1, 4)).isEqualTo(Points.ZERO);
    assertThat(CODES.size(2)).isEqualTo(2);
    assertThat(CODES.award(2, 1)).isEqualTo(Points.of(5));
    assertThat(CODES.award(3, 2)).isEqualTo(Points.of(2));
    assertThat(CODES.award(6, 3)).isEqualTo(Points.of(2));
    assertThat(CODES).hasToString("Codes of tiny (7 questions)");
  }

  @Test
  void code_ofAnAnswer_isItsLevelOrBand() {
    assertThat(CODES.code(0, Answer.of(Response.level("some")))).isEqualTo(2);
    assertThat(CODES.code(1, Answer.of(Response.coverage(Share.of(1, 3))))).isEqualTo(2);
    assertThat(CODES.code(1, Answer.of(Response.coverage(Share.of(333, 1000))))).isEqualTo(1);
    assertThat(CODES.code(1, Answer.notApplicable("no such case"))).isEqualTo(4);
    assertThat(CODES.code(3, Answer.of(Response.count(7)))).isEqualTo(2);
    assertThat(CODES.code(6, TinyEdition.FACT)).isEqualTo(AnswerCodes.UNANSWERED);
  }

  @Test
  void code_ofAnAnswerWithoutCode_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(CODES.code(0, Answer.notApplicable("none"))).isZero())
        .withMessage("question 1.1 (tiny): found \"not applicable\"; allowed: an answer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(CODES.code(0, Answer.of(Points.of(1)))).isZero())
        .withMessageStartingWith("question 1.1 (tiny): found Graded[points=1]; allowed: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(CODES.code(3, Answer.of(Response.count(2)))).isZero())
        .withMessage(
            "question 2.1 (tiny): found an award of 1.3333 points, for which there is no code;"
                + " allowed: [0, 2]");
  }

  @Test
  void with_awardsOfOneQuestion_standInPlaceOfItsList() {
    AnswerCodes codes =
        CODES.with(QuestionCode.parse("1.3"), List.of(Points.parse("4.5"), Points.ZERO));

    assertThat(codes.size(2)).isEqualTo(4);
    assertThat(codes.award(2, 1)).isEqualTo(Points.parse("4.5"));
    assertThat(codes.notApplicable(2)).hasValue(3);
    assertThat(codes.code(2, Answer.of(Points.parse("4.5")))).isEqualTo(1);
    assertThat(CODES.size(2)).isEqualTo(2);
  }

  @Test
  void with_whatDoesNotFit_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("1.1", List.of(Points.ZERO)))
        .withMessage(
            "question 1.1 (tiny): found awards for a scale that lists its own; allowed: none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("1.3", List.of(Points.parse("5.0001"))))
        .withMessage("question 1.3 (tiny): found an award of 5.0001 points; allowed: 0 to 5");
    List<Points> many = LongStream.range(0, 4095).mapToObj(Points::ofUnits).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("1.3", many))
        .withMessage(
            "question 1.3 (tiny): found 4097 codes; allowed: at most 4096; score points in their"
                + " place");
    assertThat(with("1.3", many.subList(1, 4095)).size(2)).isEqualTo(4096);
  }

  private static AnswerCodes with(String code, List<Points> awards) {
    return CODES.with(QuestionCode.parse(code), awards);
  }

  @Test
  void of_sheetsOfAnotherEdition_areRefused() {
    List<Assessment> others = List.of(OganIlir.selfAssessment());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerCodes.of(TINY, others).size(0))
        .withMessage("assessment of edition kla-2024; allowed: tiny");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(CODES.columns(others)).isEmpty())
        .withMessage("assessment of edition kla-2024; allowed: tiny");
  }
}
