package id.kla.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.testing.EqualsTester;
import id.kla.Locales;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

  @ParameterizedTest
  @CsvSource({
    "12, 120000, 12",
    "0.66, 6600, 0.66",
    "12.50, 125000, 12.5",
    "600.3600, 6003600, 600.36",
    "-0.0001, -1, -0.0001",
    "0, 0, 0",
    "-0, 0, 0",
    "0.0000, 0, 0",
    "922337203685477.5807, 9223372036854775807, 922337203685477.5807",
    "-922337203685477.5808, -9223372036854775808, -922337203685477.5808"
  })
  void parse_decimalNumber_isExact(String text, long units, String written) {
    Points points = Points.parse(text);

    assertThat(points.units()).isEqualTo(units);
    assertThat(points).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " 1",
        "1 ",
        "+1",
        "01",
        "-01",
        "00",
        "1.",
        ".5",
        "1,5",
        "1e3",
        "1E3",
        "NaN",
        "0x1",
        "1_000",
        "1.000.000",
        "0.00001",
        "0.66000",
        "1.23456",
        "\u0661\u0662",
        "--1",
        "1000000000000000",
        "922337203685477.5808",
        "-922337203685477.5809",
        "999999999999999"
      })
  void parse_anotherForm_isRefusedWithTheTextThatWasFound(String text) {
    assertThatThrownBy(() -> Points.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void of_wholePoints_areTenThousandUnitsEach() {
    assertThat(Points.of(1000).units()).isEqualTo(10_000_000);
    assertThat(Points.of(922_337_203_685_477L).units()).isEqualTo(9_223_372_036_854_770_000L);
  }

  @Test
  void of_wholePointsOutOfRange_throw() {
    assertThatThrownBy(() -> Points.of(922_337_203_685_478L))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Points.of(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void of_decimalWithTrailingZeros_isTheSameAmount() {
    assertThat(Points.of(new BigDecimal("0.6600000"))).isEqualTo(Points.parse("0.66"));
    assertThat(Points.of(new BigDecimal("1.2e3"))).isEqualTo(Points.of(1200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.00001",
        "600.00005",
        "1e15",
        "922337203685477.5808",
        "-922337203685477.5809",
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "1e-2147483647"
      })
  void of_decimalThatDoesNotFit_throwsAtOnce(String number) {
    BigDecimal amount = new BigDecimal(number);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatThrownBy(() -> Points.of(amount)).isInstanceOf(ArithmeticException.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00000000", "0e999999999", "0e-999999999"})
  void of_zeroOfAnyScale_isZero(String number) {
    BigDecimal amount = new BigDecimal(number);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(Points.of(amount)).isEqualTo(Points.ZERO));
  }

  @Test
  void plusAndMinus_beyondTheRange_throw() {
    Points most = Points.ofUnits(Long.MAX_VALUE);
    Points least = Points.ofUnits(Long.MIN_VALUE);

    assertThatThrownBy(() -> most.plus(Points.SMALLEST)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> least.minus(Points.SMALLEST)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Points.ZERO.minus(least)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Points.sum(List.of(most, Points.SMALLEST)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void sum_ofTheStatedClusterMaxima_isAThousand() {
    List<Points> maxima =
        List.of(164, 115, 156, 150, 110, 205, 100).stream().map(Points::of).toList();

    assertThat(Points.sum(maxima)).isEqualTo(Points.of(1000));
    assertThat(Points.sum(List.of())).isEqualTo(Points.ZERO);
  }

  @Test
  void minAndMax_compareExactly() {
    Points madya = Points.parse("600.0001");
    Points pratama = Points.of(600);

    assertThat(madya.min(pratama)).isEqualTo(pratama);
    assertThat(pratama.min(madya)).isEqualTo(pratama);
    assertThat(madya.max(pratama)).isEqualTo(madya);
    assertThat(pratama.max(madya)).isEqualTo(madya);
    assertThat(madya.minus(pratama)).isEqualTo(Points.SMALLEST);
  }

  @Test
  void signum_followsTheUnits() {
    assertThat(Points.SMALLEST.signum()).isEqualTo(1);
    assertThat(Points.ZERO.signum()).isZero();
    assertThat(Points.ZERO.minus(Points.SMALLEST).signum()).isEqualTo(-1);
    assertThat(Points.ZERO.isZero()).isTrue();
    assertThat(Points.SMALLEST.isZero()).isFalse();
  }

  @Test
  void equals_isTheAmountHoweverItWasMade() {
    new EqualsTester()
        .addEqualityGroup(
            Points.of(12),
            Points.parse("12"),
            Points.parse("12.0000"),
            Points.ofUnits(120_000),
            Points.of(new BigDecimal("1.2e1")),
            Points.parse("11.9999").plus(Points.SMALLEST))
        .addEqualityGroup(Points.ZERO, Points.parse("-0"), Points.of(0))
        .addEqualityGroup(Points.parse("-12"))
        .addEqualityGroup(Points.parse("12.0001"))
        .testEquals();
  }

  @Test
  void everything_isTheSameInEveryLocale() {
    Locales.inEach(
        () -> {
          assertThat(Points.parse("1234567.89")).hasToString("1234567.89");
          assertThat(Points.ofUnits(-12_345)).hasToString("-1.2345");
          assertThatThrownBy(() -> Points.parse("1,5"))
              .hasMessage(
                  "points: found \"1,5\"; allowed: a decimal number with at most four decimals,"
                      + " such as 12 or 0.66");
        });
  }
}
