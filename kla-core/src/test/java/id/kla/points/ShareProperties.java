package id.kla.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ShareProperties {

  @Property
  void of_partAndWhole_isExactAndReadAgain(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long a,
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long b) {
    long part = Math.min(a, b);

    Share share = Share.of(part, b);

    assertThat(Share.parse(share.toString())).isEqualTo(share);
    assertThat(share.percent().isPresent()).isFalse();
    assertThat(BigInteger.valueOf(share.ratio().numerator()).multiply(BigInteger.valueOf(b)))
        .isEqualTo(
            BigInteger.valueOf(part).multiply(BigInteger.valueOf(share.ratio().denominator())));
  }

  @Property
  void ofPercent_isExactAndReadAgain(
      @ForAll @LongRange(min = 0, max = 100_000_000_000_000L) long unscaled,
      @ForAll @IntRange(min = 0, max = 12) int scale) {
    BigDecimal percent = BigDecimal.valueOf(unscaled, scale);
    Assume.that(percent.compareTo(BigDecimal.valueOf(100)) <= 0);

    Share share = Share.ofPercent(percent);

    assertThat(Share.parse(share.toString())).isEqualTo(share);
    assertThat(share.percent().isPresent()).isTrue();
    assertThat(BigDecimal.valueOf(share.ratio().numerator()).multiply(BigDecimal.valueOf(100)))
        .isEqualByComparingTo(percent.multiply(BigDecimal.valueOf(share.ratio().denominator())));
  }

  @Property
  void ratio_isNeverOutsideNothingAndTheWhole(
      @ForAll @LongRange(min = 0, max = 60) long a, @ForAll @LongRange(min = 1, max = 60) long b) {
    Ratio ratio = Share.of(Math.min(a, b), b).ratio();

    assertThat(ratio).isBetween(Ratio.of(0), Ratio.of(1));
    assertThat(ratio.equals(Ratio.of(1))).isEqualTo(a >= b);
  }
}
