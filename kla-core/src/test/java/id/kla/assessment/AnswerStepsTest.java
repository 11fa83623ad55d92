package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerStepsTest {

  private static final QuestionCode LEVELS = QuestionCode.parse("1.1");

  private static List<Integer> steps(Assessment sheet) {
    return IntStream.range(0, sheet.edition().questions().size())
        .mapToObj(sheet.steps()::stepAt)
        .toList();
  }

  @Test
  void stepAt_isTheLevelOrBandCountedFromOne() {
    Assessment sheet = TinyEdition.sheet("first");

    // The third of three levels, of three bands each; the others have neither.
    assertThat(steps(sheet)).containsExactly(3, 3, -1, -1, 3, -1, -1);
    assertThat(steps(sheet.withAnswer(LEVELS, Answer.of(Response.level("none"))))).startsWith(1, 3);
  }

  @Test
  void stepAt_unansweredQuestion_isNothing() {
    Assessment sheet = TinyEdition.sheet("first").withoutAnswer(LEVELS);

    assertThat(steps(sheet)).containsExactly(0, 3, -1, -1, 3, -1, -1);
    assertThatThrownBy(() -> sheet.steps().answerAt(0)).isInstanceOf(NoSuchElementException.class);
    assertThat(sheet.steps().answerAt(6)).isEqualTo(TinyEdition.FACT);
  }

  @Test
  void stepAt_levelBesideAFact_doesNotSayAllOfIt() {
    Answer both = Answer.of(Response.level("some"), Response.coverage(Share.of(1, 2)));

    Assessment sheet = TinyEdition.sheet("first").withAnswer(LEVELS, both);

    assertThat(steps(sheet)).startsWith(-1, 3);
    assertThat(sheet.steps().answerAt(0)).isEqualTo(both);
  }

  @Test
  void stepAt_oneOfVeryManyLevels_isLeftToTheScale() {
    Assessment lower = ofManyLevels("level-125");
    Assessment upper = ofManyLevels("level-300");

    assertThat(steps(lower)).startsWith(126);
    assertThat(steps(upper)).startsWith(-1);
    assertThat(ScoringEngine.of(lower.edition()).score(lower).question("1.1").points())
        .isEqualTo(Points.parse("0.0125"));
    assertThat(ScoringEngine.of(upper.edition()).score(upper).question("1.1").points())
        .isEqualTo(Points.parse("0.03"));
  }

  /** A sheet of an edition whose first question has 400 levels, each worth its number of units. */
  private static Assessment ofManyLevels(String chosen) {
    Scale many =
        new Scale.Levels(
            IntStream.range(0, 400)
                .mapToObj(i -> new Scale.Level("level-" + i, Label.of("", ""), Points.ofUnits(i)))
                .toList(),
            Origin.STATED);
    Edition tiny = TinyEdition.EDITION;
    Indicator first = tiny.indicators().get(0);
    Question asked = Question.builder().from(first.questions().get(0)).scale(many).build();
    Edition edition =
        Edition.builder()
            .from(tiny)
            .clusters(
                List.of(
                    Cluster.builder()
                        .from(tiny.clusters().get(0))
                        .indicators(
                            List.of(
                                Indicator.builder().from(first).questions(List.of(asked)).build()))
                        .build()))
            .build();
    return Assessment.builder()
        .from(TinyEdition.sheet("first"))
        .edition(edition)
        .answers(Map.of(LEVELS, Answer.of(Response.level(chosen))))
        .build();
  }
}
