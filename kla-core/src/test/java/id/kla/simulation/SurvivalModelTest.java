package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.kla.assessment.Round;
import id.kla.edition.QuestionCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SurvivalModelTest {

  private static JudgedPair pair(String self, String later) {
    return new JudgedPair(
        RegionCode.parse("16.10"),
        Round.of(2023),
        Points.parse(self),
        "final",
        Points.parse(later),
        Points.of(1000),
        "a page");
  }

  private static ScoredAssessment tiny() {
    return ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("first"));
  }

  private static AwardChances chances(TiedModel model, int state, String question) {
    Map<QuestionCode, AwardChances> awards = model.factors().get(0).states().get(state).awards();
    return Objects.requireNonNull(awards.get(QuestionCode.parse(question)), question);
  }

  /** Of 1.3 the tiny sheet claims 4.5 of 5 points; 600 of 800 is left, or 200 of 500 are won. */
  @Test
  void of_aPairThatFellAndOneThatRose_areTwoStates() {
    TiedModel model =
        SurvivalModel.from(List.of(pair("800", "600"), pair("500", "700"))).of(tiny());

    Points claim = Points.parse("4.5");
    assertThat(model.factorCodes()).containsExactly("survival");
    assertThat(model.factors().get(0).states())
        .extracting(SharedFactor.State::chance)
        .containsExactly(Ratio.of(1, 2), Ratio.of(1, 2));
    assertThat(chances(model, 0, "1.3"))
        .isEqualTo(AwardChances.either(claim, Ratio.of(3, 4), Points.ZERO));
    assertThat(chances(model, 1, "1.3"))
        .isEqualTo(AwardChances.either(Points.of(5), Ratio.of(2, 5), claim));
  }

  /** 2.3 is not applicable and 2.4 holds a fact alone: nothing is claimed there. */
  @Test
  void of_whatIsNotClaimed_isNotJudged() {
    TiedModel model = SurvivalModel.published().of(tiny());

    assertThat(model.factors().get(0).states().get(0).awards().keySet())
        .extracting(QuestionCode::toString)
        .containsExactlyInAnyOrder("1.1", "1.2", "1.3", "2.1", "2.2");
    assertThat(model.alone()).isEqualTo(AwardModel.from(tiny()));
  }

  /** Nothing is cut there, so the expected total is that part of the claim. */
  @Test
  void of_oganIlir_expectsTheMeanPartOfThePublishedPairs() {
    ScoredAssessment scored =
        ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());
    BigDecimal parts = BigDecimal.ZERO;
    for (String[] pair :
        new String[][] {
          {"631", "805.26"}, {"467", "550"}, {"620", "700"}, {"588.40", "721"},
        }) {
      parts =
          parts.add(new BigDecimal(pair[0]).divide(new BigDecimal(pair[1]), MathContext.DECIMAL64));
    }
    BigDecimal expected =
        parts
            .divide(BigDecimal.valueOf(4), MathContext.DECIMAL64)
            .multiply(new BigDecimal("771.81"));

    MixedDistribution scores = MixedDistribution.of(SurvivalModel.published().of(scored));

    assertThat(scores.mean()).isCloseTo(expected, within(new BigDecimal("0.000002")));
  }

  @Test
  void words_ofThePublishedPairs_nameThemAndThatTheyAreNoSample() {
    List<String> english = SurvivalModel.published().words(Language.ENGLISH);
    List<String> indonesian = SurvivalModel.published().words(Language.INDONESIAN);

    assertThat(english)
        .containsExactly(
            "chances of survival from 4 pairs of a self-assessment and a later judged total. Each"
                + " is a state, as likely as any other, that all questions share. They are no"
                + " sample of regions: what follows is a scenario, not a forecast.",
            "Kabupaten Garut 2021, 631 of 805.26 at stage final (garut.inews.id)",
            "Kabupaten Malinau 2023, 467 of 550 at stage final (pijarmalinau.com)",
            "Kabupaten Sragen 2019, 620 of 700 at stage field_verification (jateng.tribunnews.com)",
            "Kabupaten Kotawaringin Timur 2023, 588.4 of 721 at stage admin_verification"
                + " (radarsampit.com)");
    assertThat(indonesian).hasSize(5);
    assertThat(indonesian.get(0)).contains("4 pasangan", "bukan sampel");
    assertThat(indonesian.get(1))
        .isEqualTo("Kabupaten Garut 2021, 631 dari 805,26 pada tahap final (garut.inews.id)");
  }

  @Test
  void from_pairsThatCannotBe_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurvivalModel.from(List.of()))
        .withMessageContaining("none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pair("0", "0"))
        .withMessageContaining("16.10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pair("900", "1000.01"))
        .withMessageContaining("1000.01");
    assertThatIllegalArgumentException().isThrownBy(() -> pair("1000.5", "900"));
  }
}
