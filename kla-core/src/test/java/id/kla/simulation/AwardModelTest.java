package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwardModelTest {

  private static final QuestionCode FIRST = QuestionCode.parse("1.1");

  private static ScoredAssessment scored() {
    return ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("first"));
  }

  @Test
  void from_aResult_isCertainOfWhatItsQuestionsEarn() {
    AwardModel model = AwardModel.from(scored());

    assertThat(model.awards()).hasSize(7);
    assertThat(model.award(FIRST)).isEqualTo(AwardChances.certain(Points.of(4)));
    assertThat(model.award(QuestionCode.parse("1.3")))
        .isEqualTo(AwardChances.certain(Points.parse("4.5")));
    assertThat(model).hasToString("Model of tiny (0 questions not certain)");
  }

  @Test
  void with_someQuestions_leavesTheOthersAsTheyAre() {
    AwardChances coin = AwardChances.either(Points.of(4), Ratio.of(1, 2), Points.ZERO);

    AwardModel model = AwardModel.from(scored()).with(Map.of(FIRST, coin));

    assertThat(model.awards()).containsEntry(FIRST, coin).hasSize(7);
    assertThat(model.award(QuestionCode.parse("1.3")))
        .isEqualTo(AwardChances.certain(Points.parse("4.5")));
    assertThat(model).hasToString("Model of tiny (1 questions not certain)");
  }

  @Test
  void of_aMissingQuestion_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                assertThat(
                        AwardModel.of(
                            TinyEdition.EDITION, Map.of(FIRST, AwardChances.certain(Points.ZERO))))
                    .isNull())
        .withMessage(
            "model (tiny): found no chances for questions [1.2, 1.3, 2.1, 2.2, 2.3, 2.4];"
                + " allowed: chances for every question");
  }

  @Test
  void with_anAwardAboveTheMaximum_isRefused() {
    AwardChances above = AwardChances.certain(Points.parse("4.0001"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(AwardModel.from(scored()).with(Map.of(FIRST, above))).isNull())
        .withMessage("question 1.1: found an award of 4.0001 points; allowed: 0 to 4");
  }

  @Test
  void with_aQuestionThatIsNotThere_isRefused() {
    Map<QuestionCode, AwardChances> unknown =
        Map.of(QuestionCode.parse("9.9"), AwardChances.certain(Points.ZERO));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(AwardModel.from(scored()).with(unknown)).isNull())
        .withMessageContaining("9.9");
  }

  @Test
  void of_anEditionWithoutWeights_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(AwardModel.of(Editions.kla2011(), Map.of())).isNull())
        .withMessageContaining("can be shown, but not scored");
  }

  @Test
  void equals_sameEditionAndAwards_isEqual() {
    AwardModel model = AwardModel.from(scored());

    new EqualsTester()
        .addEqualityGroup(model, AwardModel.of(TinyEdition.EDITION, model.awards()))
        .addEqualityGroup(model.with(Map.of(FIRST, AwardChances.certain(Points.ZERO))))
        .testEquals();
  }
}
