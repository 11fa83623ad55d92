package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  private static Interval<Integer> closed(int from, int to) {
    return new Interval<>(Optional.of(Bound.closed(from)), Optional.of(Bound.closed(to)));
  }

  private static Interval<Integer> open(int from, int to) {
    return new Interval<>(Optional.of(Bound.open(from)), Optional.of(Bound.open(to)));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, true", "4, true", "5, false"})
  void contains_closedBounds_includesTheirValues(int value, boolean inside) {
    assertThat(closed(2, 4).contains(value)).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true", "4, false", "5, false"})
  void contains_openBounds_excludesTheirValues(int value, boolean inside) {
    assertThat(open(2, 4).contains(value)).isEqualTo(inside);
  }

  @Test
  void contains_missingBound_excludesNothingOnThatSide() {
    Interval<Integer> upTo = new Interval<>(Optional.empty(), Optional.of(Bound.closed(4)));
    Interval<Integer> from = new Interval<>(Optional.of(Bound.open(4)), Optional.empty());
    Interval<Integer> all = new Interval<>(Optional.empty(), Optional.empty());

    assertThat(upTo.contains(Integer.MIN_VALUE)).isTrue();
    assertThat(upTo.contains(5)).isFalse();
    assertThat(from.contains(Integer.MAX_VALUE)).isTrue();
    assertThat(from.contains(4)).isFalse();
    assertThat(all.contains(0)).isTrue();
    assertThat(all.isEmpty()).isFalse();
  }

  @Test
  void isEmpty_whereNoValueCanLieInside() {
    assertThat(closed(3, 2).isEmpty()).isTrue();
    assertThat(open(3, 3).isEmpty()).isTrue();
    assertThat(new Interval<>(Optional.of(Bound.closed(3)), Optional.of(Bound.open(3))).isEmpty())
        .isTrue();
    assertThat(new Interval<>(Optional.of(Bound.open(3)), Optional.of(Bound.closed(3))).isEmpty())
        .isTrue();
    assertThat(closed(3, 3).isEmpty()).isFalse();
    assertThat(closed(2, 3).isEmpty()).isFalse();
  }

  @Test
  void toString_isTheUsualNotation() {
    assertThat(closed(600, 700)).hasToString("[600, 700]");
    assertThat(open(600, 700)).hasToString("(600, 700)");
    assertThat(new Interval<>(Optional.of(Bound.open(600)), Optional.of(Bound.closed(700))))
        .hasToString("(600, 700]");
    assertThat(new Interval<Integer>(Optional.empty(), Optional.of(Bound.closed(7))))
        .hasToString("(, 7]");
    assertThat(new Interval<Integer>(Optional.of(Bound.closed(7)), Optional.empty()))
        .hasToString("[7, )");
  }

  @Test
  void bound_admitsItsOwnValueOnlyIfClosed() {
    assertThat(Bound.closed(3).admitsAbove(3)).isTrue();
    assertThat(Bound.closed(3).admitsBelow(3)).isTrue();
    assertThat(Bound.open(3).admitsAbove(3)).isFalse();
    assertThat(Bound.open(3).admitsBelow(3)).isFalse();
    assertThat(Bound.open(3).admitsAbove(4)).isTrue();
    assertThat(Bound.open(3).admitsBelow(4)).isFalse();
  }
}
