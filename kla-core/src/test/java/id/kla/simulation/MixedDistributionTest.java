package id.kla.simulation;

import static id.kla.simulation.SampleModels.certain;
import static id.kla.simulation.SampleModels.either;
import static id.kla.simulation.SampleModels.state;
import static id.kla.simulation.SampleModels.tiny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.kla.edition.Edition;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixedDistributionTest {

  private static final Edition EDITION = TinyEdition.EDITION;
  private static final AwardModel NOTHING = tiny(EDITION, Map.of());

  /** An agency has its papers in order half of the time: 4 and 4 points then, or none at all. */
  @Test
  void of_questionsOfOneAgency_standAndFallTogether() {
    SharedFactor agency =
        new SharedFactor(
            "DINKES",
            List.of(
                state("1/2", Map.of("1.1", certain("4"), "2.3", certain("4"))),
                state("1/2", Map.of("1.1", certain("0"), "2.3", certain("0")))));

    MixedDistribution scores = MixedDistribution.of(TiedModel.of(NOTHING, List.of(agency)));

    assertThat(scores.chanceOf(Points.of(8))).isEqualTo(0.5);
    assertThat(scores.chanceOf(Points.of(4))).isZero();
    assertThat(scores.chanceOf(Points.ZERO)).isEqualTo(0.5);
    assertThat(scores.chanceAtLeast(Points.of(1))).isEqualTo(0.5);
    assertThat(scores.mean()).isEqualTo(new BigDecimal("4.000000"));
    assertThat(scores.quantile(Ratio.of(1, 2))).isEqualTo(Points.ZERO);
    assertThat(scores.quantile(Ratio.of(51, 100))).isEqualTo(Points.of(8));
    assertThat(scores.quantile(Ratio.of(1))).isEqualTo(Points.of(8));
    assertThat(scores.chanceOf(EDITION.ladder().tier("BRONZE"))).isEqualTo(0.5);
    assertThat(scores.chanceAtLeast(EDITION.ladder().tier("SILVER"))).isZero();
    assertThat(scores.chanceWithoutTier()).isEqualTo(0.5);
    assertThat(scores).hasToString("tiny 0 to 8, mean 4.000000");
  }

  /**
   * Two factors, of 1/4 and 1/3, and a coin that hangs on nothing. 4 points need one of three ways:
   * 1.1 alone, 2.3 alone, or the coin alone: 1/4 2/3 1/2, 3/4 1/3 1/2 and 3/4 2/3 1/2, in all
   * 11/24.
   */
  @Test
  void of_twoFactorsAndACoin_mixesAllTheirStates() {
    SharedFactor one =
        new SharedFactor(
            "one",
            List.of(
                state("1/4", Map.of("1.1", certain("4"))),
                state("3/4", Map.of("1.1", certain("0")))));
    SharedFactor other =
        new SharedFactor(
            "other",
            List.of(
                state("1/3", Map.of("2.3", certain("4"))),
                state("2/3", Map.of("2.3", certain("0")))));
    AwardModel coin = tiny(EDITION, Map.of("1.3", either("4", "1/2")));

    MixedDistribution scores = MixedDistribution.of(TiedModel.of(coin, List.of(one, other)));

    assertThat(scores.chanceOf(Points.of(4))).isCloseTo(11 / 24.0, within(1e-15));
    assertThat(scores.chanceOf(Points.of(12))).isCloseTo(1 / 24.0, within(1e-15));
    assertThat(scores.mean()).isCloseTo(new BigDecimal("4.333333"), within(new BigDecimal("1e-6")));
  }

  @Test
  void of_aFactorThatSaysNothingNew_isTheDistributionWithout() {
    Map<String, AwardChances> same = Map.of("1.1", either("4", "1/3"), "2.3", either("2", "1/5"));
    SharedFactor idle = new SharedFactor("idle", List.of(state("2/5", same), state("3/5", same)));
    ScoreDistribution plain = ScoreDistribution.of(tiny(EDITION, same));

    MixedDistribution mixed = MixedDistribution.of(TiedModel.of(NOTHING, List.of(idle)));

    for (int total = 0; total <= 7; total++) {
      assertThat(mixed.chanceOf(Points.of(total)))
          .isCloseTo(plain.chanceOf(Points.of(total)), within(1e-15));
    }
    assertThat(mixed.least()).isEqualTo(plain.least());
    assertThat(mixed.most()).isEqualTo(plain.most());
  }

  @Test
  void of_moreStatesThanAreMixed_isRefusedWithTheirNumber() {
    List<SharedFactor> factors = new ArrayList<>();
    IntStream.range(0, 7)
        .forEach(
            i ->
                factors.add(
                    new SharedFactor(
                        "factor " + i,
                        List.of(
                            state(
                                "1/2",
                                Map.of(EDITION.questions().get(i).code().toString(), certain("0"))),
                            state(
                                "1/2",
                                Map.of(
                                    EDITION.questions().get(i).code().toString(),
                                    certain("0")))))));
    TiedModel model = TiedModel.of(NOTHING, factors);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MixedDistribution.of(model))
        .withMessageContaining("128")
        .withMessageContaining("64");
  }

  @Test
  void of_factorsThatCannotBe_areRefused() {
    SharedFactor.State half = state("1/2", Map.of("1.1", certain("4")));
    SharedFactor.State other = state("1/2", Map.of("1.2", certain("1")));
    SharedFactor whole = new SharedFactor("A", List.of(half, half));
    SharedFactor again = new SharedFactor("B", List.of(half, half));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SharedFactor("A", List.of(half)))
        .withMessageContaining("1/2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SharedFactor("A", List.of(half, other)))
        .withMessageContaining("1.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TiedModel.of(NOTHING, List.of(whole, again)))
        .withMessageContaining("1.1: found factors A and B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TiedModel.of(NOTHING, List.of(whole, whole)))
        .withMessageContaining("A twice");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TiedModel.of(
                    NOTHING,
                    List.of(
                        new SharedFactor(
                            "A", List.of(state("1", Map.of("1.1", certain("4.0001"))))))))
        .withMessageContaining("4.0001");
  }
}
