package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.points.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final long STEP = 1L << 11;

  /** A quarter of the random bits begins with 00; the next half ends before 11. */
  @Test
  void pick_byQuarters_takesWhatTheFirstBitsSay() {
    Choice choice = Choice.of(List.of(Ratio.of(1, 4), Ratio.of(1, 2), Ratio.of(1, 4)));

    assertThat(choice.pick(0)).isZero();
    assertThat(choice.pick(0x3FFF_FFFF_FFFF_FFFFL)).isZero();
    assertThat(choice.pick(0x4000_0000_0000_0000L)).isEqualTo(1);
    assertThat(choice.pick(0xBFFF_FFFF_FFFF_FFFFL)).isEqualTo(1);
    assertThat(choice.pick(0xC000_0000_0000_0000L)).isEqualTo(2);
    assertThat(choice.pick(-1)).isEqualTo(2);
  }

  /** A third of 2^53 is 3002399751580330 and two thirds: random numbers up to that many steps. */
  @Test
  void pick_byThirds_roundsUpToWholeSteps() {
    Choice choice = Choice.of(List.of(Ratio.of(1, 3), Ratio.of(2, 3)));

    assertThat(choice.pick(3_002_399_751_580_330L * STEP)).isZero();
    assertThat(choice.pick(3_002_399_751_580_331L * STEP)).isEqualTo(1);
  }

  @Test
  void pick_whatHasNoChance_isNeverPicked() {
    Choice choice = Choice.of(List.of(Ratio.of(0), Ratio.of(1), Ratio.of(0)));

    assertThat(choice.pick(0)).isEqualTo(1);
    assertThat(choice.pick(-1)).isEqualTo(1);
    assertThat(choice.isCertain()).isFalse();
    assertThat(Choice.of(List.of(Ratio.of(1))).isCertain()).isTrue();
  }
}
