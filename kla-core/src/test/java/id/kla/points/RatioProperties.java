package id.kla.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RatioProperties {

  @Provide
  Arbitrary<Long> numerators() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-Long.MAX_VALUE, Long.MAX_VALUE),
        Arbitraries.longs().between(-20, 20),
        Arbitraries.of(-Long.MAX_VALUE, -Long.MAX_VALUE + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE));
  }

  @Provide
  Arbitrary<Long> denominators() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1, Long.MAX_VALUE),
        Arbitraries.longs().between(1, 20),
        Arbitraries.of(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1, Long.MAX_VALUE));
  }

  @Provide
  Arbitrary<Ratio> ratios() {
    return Arbitraries.oneOf(
        Combinators.combine(numerators(), denominators()).as(Ratio::of),
        Arbitraries.of(Ratio.of(Long.MIN_VALUE), Ratio.of(Long.MAX_VALUE), Ratio.of(0)));
  }

  @Property
  void of_fraction_isTheSameNumberInLowestTerms(
      @ForAll("numerators") long numerator, @ForAll("denominators") long denominator) {
    Ratio ratio = Ratio.of(numerator, denominator);

    assertThat(BigInteger.valueOf(ratio.numerator()).multiply(BigInteger.valueOf(denominator)))
        .isEqualTo(BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(ratio.denominator())));
    assertThat(BigInteger.valueOf(ratio.numerator()).gcd(BigInteger.valueOf(ratio.denominator())))
        .isEqualTo(BigInteger.ONE);
    assertThat(ratio.denominator()).isPositive();
  }

  @Property
  void compareTo_isTheOrderOfTheCrossProducts(
      @ForAll("ratios") Ratio left, @ForAll("ratios") Ratio right) {
    int expected =
        BigInteger.valueOf(left.numerator())
            .multiply(BigInteger.valueOf(right.denominator()))
            .compareTo(
                BigInteger.valueOf(right.numerator())
                    .multiply(BigInteger.valueOf(left.denominator())));

    assertThat(Integer.signum(left.compareTo(right))).isEqualTo(expected);
    assertThat(Integer.signum(right.compareTo(left))).isEqualTo(-expected);
    assertThat(left.equals(right)).isEqualTo(expected == 0);
  }

  /** Two fractions as near as can be: a/b and a neighbour of it. */
  @Property
  void compareTo_neighbours_areToldApart(
      @ForAll @LongRange(min = 2, max = Long.MAX_VALUE) long denominator) {
    Ratio below = Ratio.of(denominator - 1, denominator);
    Ratio lower = Ratio.of(denominator - 2, denominator - 1);

    assertThat(below).isGreaterThan(lower);
    assertThat(below).isLessThan(Ratio.of(1));
  }

  @Property
  void parse_whatToStringWrites_isTheSameNumber(@ForAll("ratios") Ratio ratio) {
    assertThat(Ratio.parse(ratio.toString())).isEqualTo(ratio);
  }

  @Property
  void parse_decimal_isExact(
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long unscaled,
      @ForAll @IntRange(min = 0, max = 12) int scale) {
    BigDecimal number = BigDecimal.valueOf(unscaled, scale);

    Ratio ratio = Ratio.parse(number.toPlainString());
    Ratio percent = Ratio.parse(number.toPlainString() + "%");

    assertThat(number.multiply(BigDecimal.valueOf(ratio.denominator())))
        .isEqualByComparingTo(BigDecimal.valueOf(ratio.numerator()));
    assertThat(number.multiply(BigDecimal.valueOf(percent.denominator())))
        .isEqualByComparingTo(
            BigDecimal.valueOf(percent.numerator()).multiply(BigDecimal.valueOf(100)));
  }
}
