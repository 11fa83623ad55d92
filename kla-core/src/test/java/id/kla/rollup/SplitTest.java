package id.kla.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.Round;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EditionDiff;
import id.kla.edition.Indicator;
import id.kla.edition.Ladder;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.points.Points;
import id.kla.scoring.TinyEdition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Splits of scored rounds by hand, on the small edition. */
class SplitTest {

  private static QuestionCode code(String text) {
    return QuestionCode.parse(text);
  }

  /** 4 + 3 + 4.5, cut from 11.5 to 10, and 1.3333 + 4 + 0: 15.3333. */
  private static Assessment before(Edition edition) {
    return TinyEdition.sheet(edition, "last");
  }

  /** 2.5 + 3 + 4.5, not cut, and 2 + 4 + 0 + 1: 17. */
  private static Assessment after(Edition edition) {
    return Assessment.builder()
        .from(TinyEdition.sheet(edition, "last"))
        .round(Round.parse("2024/2025"))
        .build()
        .withAnswer(code("1.1"), Answer.of(Response.level("some")))
        .withAnswer(code("2.1"), Answer.of(Response.count(3)))
        .withAnswer(code("2.4"), Answer.of(Points.of(1)));
  }

  private static Split split(Assessment before, Assessment after) {
    return Split.of(
            HistoryResult.of(before).get(0), HistoryResult.of(after).get(0), TinyEdition.EDITION)
        .orElseThrow();
  }

  private static List<String> told(List<Split.Part> parts) {
    return parts.stream()
        .map(
            part ->
                part.level()
                    + " "
                    + part.cluster()
                    + " "
                    + part.indicator()
                    + " "
                    + part.code()
                    + " "
                    + part.change())
        .toList();
  }

  @Test
  void of_oneEdition_isRealChangeQuestionByQuestionAndCapByCap() {
    Split split = split(before(TinyEdition.EDITION), after(TinyEdition.EDITION));

    assertThat(split.rules()).isEqualTo(Split.Rules.SAME);
    assertThat(told(split.real()))
        .containsExactly(
            "QUESTION A 1 1.1 -1.5",
            "CAP A 1 1 1.5",
            "QUESTION B 2 2.1 0.6667",
            "QUESTION B 2 2.4 1");
    assertThat(split.change()).isEqualTo(Points.parse("1.6667"));
    assertThat(split.ruleChange()).contains(Points.ZERO);
    assertThat(split.realChange()).contains(Points.parse("1.6667"));
    assertThat(Split.by(split.real(), Split.Part::cluster))
        .containsEntry("A", Points.ZERO)
        .containsEntry("B", Points.parse("1.6667"));
  }

  /** Question 1.3 may earn 10 instead of 5, indicator 1 has 12 instead of 10. */
  private static Edition overlay(Scale scaleOfLevels) {
    Edition base = TinyEdition.EDITION;
    List<Cluster> clusters =
        base.clusters().stream()
            .map(
                cluster ->
                    Cluster.builder()
                        .from(cluster)
                        .indicators(
                            cluster.indicators().stream()
                                .map(indicator -> changed(indicator, scaleOfLevels))
                                .toList())
                        .build())
            .toList();
    Edition changed =
        Edition.builder()
            .from(base)
            .id("tiny-2")
            .clusters(clusters)
            .ladder(new Ladder(List.of()))
            .build();
    return Edition.builder()
        .from(changed)
        .changedFrom(new ChangedFrom(base.id(), base.digest(), EditionDiff.of(base, changed)))
        .build();
  }

  private static Indicator changed(Indicator indicator, Scale scaleOfLevels) {
    if (!indicator.code().equals("1")) {
      return indicator;
    }
    return Indicator.builder()
        .from(indicator)
        .maximum(Points.of(12))
        .questions(
            indicator.questions().stream()
                .map(
                    question ->
                        question.code().toString().equals("1.3")
                            ? Question.builder().from(question).maximum(Points.of(10)).build()
                            : question.code().toString().equals("1.1")
                                ? Question.builder().from(question).scale(scaleOfLevels).build()
                                : question)
                .toList())
        .build();
  }

  /**
   * The old answers under the new rules: 4 + 3 + 9, cut from 16 to 12, where it was 11.5 to 10. The
   * new ones: 2.5 + 3 + 9, cut from 14.5 to 12, and in B as before.
   */
  @Test
  void of_anOverlay_tellsTheRulesFromTheAnswers() {
    Edition overlay = overlay(TinyEdition.EDITION.question("1.1").scale());
    Assessment now = after(TinyEdition.EDITION).under(overlay).orThrow();

    Split split = split(before(TinyEdition.EDITION), now);

    assertThat(split.rules()).isEqualTo(Split.Rules.OTHER);
    assertThat(told(split.rule())).containsExactly("QUESTION A 1 1.3 4.5", "CAP A 1 1 -2.5");
    assertThat(told(split.real()))
        .containsExactly(
            "QUESTION A 1 1.1 -1.5",
            "CAP A 1 1 1.5",
            "QUESTION B 2 2.1 0.6667",
            "QUESTION B 2 2.4 1");
    assertThat(split.ruleChange()).contains(Points.of(2));
    assertThat(split.realChange()).contains(Points.parse("1.6667"));
    assertThat(split.change()).isEqualTo(Points.parse("3.6667"));
    assertThat(split.leftOut()).isEmpty();
  }

  /** The later rules take points for 1.1, not levels: what "all" earned, 4, is theirs to take. */
  @Test
  void of_anOverlayThatCantReadAnAnswer_namesIt() {
    Edition overlay = overlay(Scale.graded());
    Assessment now =
        Assessment.builder()
            .from(before(TinyEdition.EDITION).under(overlay).orThrow())
            .build()
            .withAnswer(code("1.1"), Answer.of(Points.of(3)));

    Split split = split(before(TinyEdition.EDITION), now);

    assertThat(split.leftOut()).containsExactly(code("1.1"));
    assertThat(told(split.rule()))
        .containsExactly("QUESTION A 1 1.1 -4", "QUESTION A 1 1.3 4.5", "CAP A 1 1 1.5");
    assertThat(told(split.real())).containsExactly("QUESTION A 1 1.1 3", "CAP A 1 1 -3");
    assertThat(split.change()).isEqualTo(Points.of(2));
  }

  /** Nothing says that questions of one code are one: of other editions only clusters are told. */
  @Test
  void of_otherEditions_isNoDeeperThanClusters() {
    Edition other =
        Edition.builder().from(TinyEdition.EDITION).id("other").statedMaximum(Points.of(9)).build();

    Split split = split(before(TinyEdition.EDITION), after(other));

    assertThat(split.rules()).isEqualTo(Split.Rules.NOT_KNOWN);
    assertThat(told(split.open())).containsExactly("CLUSTER B  B 1.6667");
    assertThat(split.change()).isEqualTo(Points.parse("1.6667"));
  }
}
