package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.Finding;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointPartsTest {

  private static PointParts parts(
      String held, String pending, String lost, String inapplicable, String rest, String cut) {
    return new PointParts(
        Points.parse(held),
        Points.parse(pending),
        Points.parse(lost),
        Points.parse(inapplicable),
        Points.parse(rest),
        Points.parse(cut));
  }

  @Test
  void of_claim_holdsWhatIsClaimed() {
    ScoredAssessment scored =
        ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("first"));

    // 4 + 3 + 4.5 of 12 are claimed in indicator 1, which has no more than 10.
    assertThat(PointParts.of(scored.indicator("1")))
        .isEqualTo(parts("10", "0", "0", "0", "0", "2"));
    // 1.3333 of 2 and 4 of 4; no case for 4; 2 have a fact and no points.
    assertThat(PointParts.of(scored.cluster("B")))
        .isEqualTo(parts("5.3333", "0", "0", "4", "2.6667", "0"));
    assertThat(PointParts.of(scored)).isEqualTo(parts("15.3333", "0", "0", "4", "2.6667", "2"));
    assertThat(PointParts.of(scored).maximum()).isEqualTo(Points.of(22));
  }

  @Test
  void of_whatAStageFound_tellsWaitingFromLost() {
    Assessment sheet =
        Assessment.builder()
            .from(TinyEdition.sheet("first"))
            .addFindings(finding("1.1", Finding.Ruling.STRUCK, ""))
            .addFindings(finding("1.3", Finding.Ruling.REVISED, "4"))
            .addFindings(finding("2.2", Finding.Ruling.REVISED, "1"))
            .build();
    ScoredAssessment scored =
        ScoringEngine.of(TinyEdition.EDITION).score(sheet, View.verified("last"));

    // 4 held, 3 waiting, 4 + 0.5 lost, 0.5 never claimed: 12, of which the cap first takes the
    // 0.5, then 1.5 of what is lost.
    assertThat(PointParts.of(scored.indicator("1"))).isEqualTo(parts("4", "3", "3", "0", "0", "2"));
    assertThat(PointParts.of(scored.indicator("2")))
        .isEqualTo(parts("1", "1.3333", "3", "4", "2.6667", "0"));
    assertThat(PointParts.sum(List.of(PointParts.of(scored)))).isEqualTo(PointParts.of(scored));
  }

  private static Finding finding(String question, Finding.Ruling ruling, String points) {
    return Finding.builder()
        .question(QuestionCode.parse(question))
        .stage("last")
        .ruling(ruling)
        .points(Points.find(points))
        .build();
  }
}
