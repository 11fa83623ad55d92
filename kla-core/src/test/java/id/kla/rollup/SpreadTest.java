package id.kla.rollup;

import static id.kla.rollup.Results.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.points.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final Spread FIVE = Spread.of(points("600.36", "467", "603", "588", "797.5"));

  /** 467 + 588 + 600.36 + 603 + 797.5 = 3055.86; a fifth of it is 611.172. */
  @Test
  void mean_isAnExactSumAndACount_untilACallerSaysHowToRound() {
    assertThat(FIVE.sum()).isEqualTo(Points.parse("3055.86"));
    assertThat(FIVE.count()).isEqualTo(5);
    assertThat(FIVE.mean(2, RoundingMode.HALF_UP)).contains(new BigDecimal("611.17"));
    assertThat(FIVE.mean(2, RoundingMode.UP)).contains(new BigDecimal("611.18"));
    assertThat(FIVE.mean(0, RoundingMode.FLOOR)).contains(new BigDecimal("611"));
  }

  /**
   * Ranks of five: a quarter is 1.25, so the 2nd; a half 2.5, the 3rd; nine tenths 4.5, the 5th.
   */
  @Test
  void quantile_isTheAmountOfTheNearestRank() {
    assertThat(FIVE.quantile(1, 4)).contains(Points.parse("588"));
    assertThat(FIVE.quantile(1, 2)).contains(Points.parse("600.36"));
    assertThat(FIVE.quantile(3, 4)).contains(Points.parse("603"));
    assertThat(FIVE.quantile(9, 10)).contains(Points.parse("797.5"));
    assertThat(FIVE.quantile(1, 5)).contains(Points.parse("467"));
    assertThat(FIVE.quantile(1, 1)).contains(Points.parse("797.5"));
    assertThat(FIVE.quantile(1, 1_000_000)).contains(Points.parse("467"));
  }

  /** Half of four is the second, never something between the second and the third. */
  @Test
  void quantile_ofAnEvenNumber_isOneOfTheAmounts() {
    assertThat(Spread.of(points("1", "2", "4", "8")).quantile(1, 2)).contains(Points.of(2));
  }

  @Test
  void spread_ofNothing_hasNoMeanAndNoEnds() {
    Spread nothing = Spread.of(List.of());

    assertThat(nothing.count()).isZero();
    assertThat(nothing.sum()).isEqualTo(Points.ZERO);
    assertThat(nothing.mean(2, RoundingMode.HALF_UP)).isEmpty();
    assertThat(nothing.least()).isEmpty();
    assertThat(nothing.greatest()).isEmpty();
    assertThat(nothing.quantile(1, 2)).isEmpty();
  }

  @Test
  void spread_hasAnOrderAndTwoEnds() {
    assertThat(FIVE.least()).contains(Points.of(467));
    assertThat(FIVE.greatest()).contains(Points.parse("797.5"));
    assertThat(FIVE.ascending()).isEqualTo(points("467", "588", "600.36", "603", "797.5"));
    assertThat(FIVE).isEqualTo(Spread.of(points("797.5", "603", "600.36", "588", "467")));
  }

  @Test
  void quantile_outsideOfAllAmounts_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> FIVE.quantile(0, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> FIVE.quantile(5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> FIVE.quantile(1, 2_000_000));
  }
}
