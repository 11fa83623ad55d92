package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void of_values_countsEachAndAddsThemUpExactly() {
    Histogram counts = Histogram.of(new long[] {3, 1, 3, 7});

    assertThat(counts.size()).isEqualTo(3);
    assertThat(counts.value(1)).isEqualTo(3);
    assertThat(counts.count(1)).isEqualTo(2);
    assertThat(counts.sum()).isEqualTo(14);
    assertThat(counts.squares()).isEqualTo(68);
    assertThat(counts.countFrom(3)).isEqualTo(3);
    assertThat(counts.countFrom(4)).isEqualTo(1);
    assertThat(counts.countFrom(8)).isZero();
    assertThat(new long[] {counts.ranked(1), counts.ranked(2), counts.ranked(3), counts.ranked(4)})
        .containsExactly(1, 3, 3, 7);
  }

  /** The square of the largest long has 126 bits. */
  @Test
  void squares_ofLargeValues_doNotOverflow() {
    Histogram counts = Histogram.of(new long[] {Long.MAX_VALUE, Long.MAX_VALUE});

    BigInteger largest = BigInteger.TWO.pow(63).subtract(BigInteger.ONE);
    assertThat(counts.squares()).isEqualTo(largest.pow(2).shiftLeft(1));
  }

  @Test
  void plus_inAnyGrouping_isTheHistogramOfAll() {
    Histogram one = Histogram.of(new long[] {5, 2, 2});
    Histogram two = Histogram.of(new long[] {2, 9});
    Histogram three = Histogram.of(new long[] {1, 5});

    Histogram all = Histogram.of(new long[] {1, 2, 2, 2, 5, 5, 9});
    assertThat(one.plus(two).plus(three)).isEqualTo(all).hasSameHashCodeAs(all);
    assertThat(three.plus(two.plus(one))).isEqualTo(all);
    assertThat(one.plus(two)).isNotEqualTo(all);
  }

  @Test
  void ranges_thatTouch_areJoinedAndThoseThatOverlapRefused() {
    DrawRanges ranges = DrawRanges.of(10, 20).plus(DrawRanges.of(0, 5)).plus(DrawRanges.of(5, 10));

    assertThat(ranges).isEqualTo(DrawRanges.of(0, 20)).hasToString("[0 to 19]");
    assertThat(ranges.plus(DrawRanges.of(30, 31))).hasToString("[0 to 19, 30 to 30]");
    assertThat(ranges.plus(DrawRanges.of(30, 31)).size()).isEqualTo(21);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ranges.plus(DrawRanges.of(19, 21)))
        .withMessageContaining("0 to 19")
        .withMessageContaining("19 to 20");
  }
}
