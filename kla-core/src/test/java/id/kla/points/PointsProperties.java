package id.kla.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PointsProperties {

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  @Provide
  Arbitrary<Long> anyLong() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(-30_000, 30_000),
        Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, Long.MAX_VALUE));
  }

  @Property
  void parse_whatToStringWrites_isTheSameAmount(@ForAll("anyLong") long units) {
    Points points = Points.ofUnits(units);

    assertThat(Points.parse(points.toString())).isEqualTo(points);
  }

  @Property
  void toString_isTheShortestPlainDecimal(@ForAll("anyLong") long units) {
    String text = Points.ofUnits(units).toString();

    assertThat(text).matches("-?(0|[1-9][0-9]*)(\\.[0-9]{0,3}[1-9])?");
    assertThat(new BigDecimal(text).movePointRight(4)).isEqualByComparingTo(new BigDecimal(units));
  }

  @Property
  void toBigDecimal_isTheExactAmountAndItsInverse(@ForAll("anyLong") long units) {
    Points points = Points.ofUnits(units);

    BigDecimal amount = points.toBigDecimal();

    assertThat(amount.movePointRight(4)).isEqualByComparingTo(new BigDecimal(units));
    assertThat(amount.scale()).isBetween(0, 4);
    assertThat(Points.of(amount)).isEqualTo(points);
  }

  @Property
  void plusAndMinus_areExactOrThrow(@ForAll("anyLong") long a, @ForAll("anyLong") long b) {
    Points left = Points.ofUnits(a);
    Points right = Points.ofUnits(b);

    checkExact(BigInteger.valueOf(a).add(BigInteger.valueOf(b)), () -> left.plus(right));
    checkExact(BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)), () -> left.minus(right));
  }

  private static void checkExact(BigInteger expected, Supplier<Points> found) {
    if (expected.compareTo(MOST) > 0 || expected.compareTo(LEAST) < 0) {
      assertThatThrownBy(found::get).isInstanceOf(ArithmeticException.class);
    } else {
      assertThat(BigInteger.valueOf(found.get().units())).isEqualTo(expected);
    }
  }

  @Property
  void of_wholePoints_isExactOrThrows(@ForAll("anyLong") long whole) {
    checkExact(
        BigInteger.valueOf(whole).multiply(BigInteger.valueOf(10_000)), () -> Points.of(whole));
  }

  @Property
  void compareTo_isTheOrderOfTheAmounts(@ForAll("anyLong") long a, @ForAll("anyLong") long b) {
    Points left = Points.ofUnits(a);
    Points right = Points.ofUnits(b);

    assertThat(Integer.signum(left.compareTo(right)))
        .isEqualTo(left.toBigDecimal().compareTo(right.toBigDecimal()));
    assertThat(left.min(right).units()).isEqualTo(Math.min(a, b));
    assertThat(left.max(right).units()).isEqualTo(Math.max(a, b));
  }

  @Property
  void sum_isExactInAnyOrder(
      @ForAll @Size(max = 20) List<@LongRange(min = -1L << 58, max = 1L << 58) Long> units) {
    List<Points> amounts = new ArrayList<>(units.stream().map(Points::ofUnits).toList());
    BigInteger expected =
        units.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);

    Points sum = Points.sum(amounts);
    Collections.reverse(amounts);
    Points backwards = Points.sum(amounts);

    assertThat(BigInteger.valueOf(sum.units())).isEqualTo(expected);
    assertThat(backwards).isEqualTo(sum);
  }

  @Property
  void moreThanFourDecimals_areRefusedAndNeverRounded(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long units,
      @ForAll @IntRange(min = 1, max = 9) int digit,
      @ForAll @IntRange(min = 0, max = 20) int further) {
    BigDecimal rest = BigDecimal.valueOf(digit, 5 + further);
    BigDecimal amount = BigDecimal.valueOf(units, 4).add(rest);

    assertThatThrownBy(() -> Points.of(amount)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Points.parse(amount.toPlainString()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
