package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SheetAnswersTest {

  private static final Edition EDITION = Editions.kla2024();

  private static final Answer TWELVE = Answer.of(Points.of(12));
  private static final Answer ONE = Answer.of(Points.of(1));

  private static QuestionCode code(String text) {
    return QuestionCode.parse(text);
  }

  private static Assessment.Builder sheet() {
    Assessment.Builder sheet = Assessment.builder();
    sheet
        .edition(EDITION)
        .region(RegionCode.parse("16.10"))
        .round(Round.parse("2024/2025"))
        .stage("self");
    return sheet;
  }

  @Test
  void answers_areAMapLikeAnyOther() {
    Map<QuestionCode, Answer> plain = new LinkedHashMap<>();
    plain.put(code("1.1"), TWELVE);
    plain.put(code("14.10"), ONE);

    Map<QuestionCode, Answer> answers = SheetAnswers.of(EDITION, plain);

    assertThat(answers).isEqualTo(plain).hasSameHashCodeAs(plain).hasSize(2);
    assertThat(plain).isEqualTo(answers);
    assertThat(answers.toString()).isEqualTo(plain.toString());
    assertThat(List.copyOf(answers.entrySet())).isEqualTo(List.copyOf(plain.entrySet()));
    assertThat(answers.get(code("14.10"))).isSameAs(ONE);
    assertThat(answers.get(code("14.1"))).isNull();
    assertThat(answers.get(code("99.1"))).isNull();
    assertThat(answers.containsKey(code("1.1"))).isTrue();
    assertThat(answers.containsKey(code("1.2a"))).isFalse();
    assertThat(answers.keySet().contains(code("14.10"))).isTrue();
    assertThat(answers.containsValue(ONE)).isTrue();
  }

  @Test
  void answers_cannotBeChanged() {
    Map<QuestionCode, Answer> answers = SheetAnswers.of(EDITION, Map.of(code("1.1"), TWELVE));
    Iterator<Map.Entry<QuestionCode, Answer>> entries = answers.entrySet().iterator();
    Map.Entry<QuestionCode, Answer> entry = entries.next();

    assertThatThrownBy(() -> answers.put(code("1.1"), ONE))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answers.remove(code("1.1")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(answers::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> entry.setValue(ONE)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(entries::remove).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    assertThat(answers).containsExactly(Map.entry(code("1.1"), TWELVE));
  }

  @Test
  void answerAt_isTheAnswerToTheQuestionAtThatPosition() {
    Assessment assessment =
        sheet().putAnswers(code("14.10"), ONE).putAnswers(code("1.1"), TWELVE).build();

    List<Question> questions = EDITION.questions();
    for (int i = 0; i < questions.size(); i++) {
      assertThat(assessment.answerAt(i)).isEqualTo(assessment.answer(questions.get(i).code()));
    }
    assertThat(assessment.answerAt(0)).contains(TWELVE);
  }

  @Test
  void forEachAnswer_givesAnswersInTheEditionsOrder() {
    Assessment assessment =
        sheet().putAnswers(code("14.10"), ONE).putAnswers(code("1.1"), TWELVE).build();
    Map<Integer, Answer> taken = new LinkedHashMap<>();

    assessment.forEachAnswer((answer, position) -> taken.put(position, answer));

    assertThat(taken)
        .containsExactly(Map.entry(0, TWELVE), Map.entry(EDITION.position("14.10"), ONE));
  }

  @Test
  void builder_takesTheLastAnswerToAQuestion() {
    Assessment first = sheet().putAnswers(code("1.1"), TWELVE).putAnswers(code("2.1"), ONE).build();

    Assessment second =
        Assessment.builder()
            .from(first)
            .putAnswers(code("1.1"), ONE)
            .putAllAnswers(Map.of(code("14.10"), ONE))
            .build();
    Assessment third = Assessment.builder().from(second).answers(Map.of(code("3.1a"), ONE)).build();
    Assessment fourth = sheet().answers(Map.of(code("3.1a"), ONE)).from(first).build();

    assertThat(second.answers())
        .containsExactly(
            Map.entry(code("1.1"), ONE),
            Map.entry(code("2.1"), ONE),
            Map.entry(code("14.10"), ONE));
    assertThat(third.answers()).containsExactly(Map.entry(code("3.1a"), ONE));
    assertThat(fourth.answers()).containsOnlyKeys(code("1.1"), code("2.1"), code("3.1a"));
  }
}
