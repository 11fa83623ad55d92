package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwardChancesTest {

  private static final Points TWELVE = Points.of(12);

  @Test
  void either_oneOfTwoAwards_leavesTheRestOfTheChance() {
    AwardChances chances = AwardChances.either(TWELVE, Ratio.parse("80%"), Points.ZERO);

    assertThat(chances.chances())
        .containsExactly(Map.entry(Points.ZERO, Ratio.of(1, 5)), Map.entry(TWELVE, Ratio.of(4, 5)));
    assertThat(chances.least()).isEqualTo(Points.ZERO);
    assertThat(chances.most()).isEqualTo(TWELVE);
    assertThat(chances).hasToString("{0=1/5, 12=4/5}");
  }

  @Test
  void either_theSameAwardTwice_isCertain() {
    assertThat(AwardChances.either(TWELVE, Ratio.of(1, 3), TWELVE))
        .isEqualTo(AwardChances.certain(TWELVE));
  }

  @Test
  void of_anAwardThatNeverComes_dropsIt() {
    assertThat(AwardChances.either(TWELVE, Ratio.of(0), Points.ZERO))
        .isEqualTo(AwardChances.certain(Points.ZERO));
  }

  /** A denominator of 19 digits each, so that the sum fits in no long. */
  @Test
  void of_chancesWithLargeDenominators_areAddedExactly() {
    long large = 1_000_000_000_000_000_003L;

    AwardChances chances = AwardChances.either(TWELVE, Ratio.of(1, large), Points.ZERO);

    assertThat(chances.chances()).containsEntry(Points.ZERO, Ratio.of(large - 1, large));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                assertThat(
                        AwardChances.of(
                            Map.of(
                                TWELVE,
                                Ratio.of(1, large),
                                Points.ZERO,
                                Ratio.of(large - 3, large - 2))))
                    .isNull())
        .withMessageContaining("allowed: a sum of exactly 1");
  }

  @Test
  void of_chancesThatDoNotAddUp_isRefusedWithTheirSum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(AwardChances.of(Map.of(Points.ZERO, Ratio.of(1, 3)))).isNull())
        .withMessage("chances: found {0=1/3}, which add up to 1/3; allowed: a sum of exactly 1");
  }

  @Test
  void of_noAwardAtAll_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(AwardChances.of(Map.of())).isNull())
        .withMessage("chances: found {}, which add up to 0/1; allowed: a sum of exactly 1");
  }

  @Test
  void of_chancesOrAwardsOutOfRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> assertThat(AwardChances.either(TWELVE, Ratio.of(3, 2), Points.ZERO)).isNull())
        .withMessage("chance: found 3/2; allowed: 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> assertThat(AwardChances.either(TWELVE, Ratio.of(-1, 2), Points.ZERO)).isNull())
        .withMessage("chance: found -1/2; allowed: 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(AwardChances.certain(Points.of(-1))).isNull())
        .withMessage("award: found -1 points; allowed: 0 or more");
  }

  @Test
  void equals_sameAwardsAndChances_isEqual() {
    new EqualsTester()
        .addEqualityGroup(
            AwardChances.certain(TWELVE), AwardChances.of(Map.of(TWELVE, Ratio.of(1))))
        .addEqualityGroup(AwardChances.certain(Points.ZERO))
        .testEquals();
  }
}
