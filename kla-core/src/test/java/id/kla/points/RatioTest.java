package id.kla.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.testing.EqualsTester;
import id.kla.Locales;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

  @ParameterizedTest
  @CsvSource({
    "1/3, 1, 3",
    "2/6, 1, 3",
    "-3/9, -1, 3",
    "0/7, 0, 1",
    "7, 7, 1",
    "41.2, 206, 5",
    "41.20, 206, 5",
    "-0.5, -1, 2",
    "96.4%, 241, 250",
    "100%, 1, 1",
    "0%, 0, 1",
    "33.3333333333%, 333333333333, 1000000000000",
    "90%, 9, 10",
    "0.9, 9, 10"
  })
  void parse_number_isInLowestTerms(String text, long numerator, long denominator) {
    Ratio ratio = Ratio.parse(text);

    assertThat(ratio.numerator()).isEqualTo(numerator);
    assertThat(ratio.denominator()).isEqualTo(denominator);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "+1",
        "01",
        "1.",
        ".5",
        "1,5",
        "1e3",
        "1/0",
        "1/-3",
        "1/03",
        "1/3%",
        "1 /3",
        "1//3",
        "1/3/4",
        "%",
        "-",
        "--1",
        "\u0661",
        "NaN",
        "1e999999999",
        "1e-999999999",
        "99999999999999999999",
        "1.0000000000000000000001",
        "123456789012345678.123456789"
      })
  void parse_anotherForm_isRefusedWithTheTextThatWasFound(String text) {
    assertThatThrownBy(() -> Ratio.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void of_denominatorNotAboveZero_isRefused() {
    assertThatThrownBy(() -> Ratio.of(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> Ratio.of(1, -3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-3");
    assertThatThrownBy(() -> Ratio.of(1, Long.MIN_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "1e-2147483647",
        "1e19",
        "1e-19",
        "9223372036854775808"
      })
  void of_decimalThatDoesNotFit_throwsAtOnce(String number) {
    BigDecimal decimal = new BigDecimal(number);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatThrownBy(() -> Ratio.of(decimal)).isInstanceOf(ArithmeticException.class));
  }

  @Test
  void of_zeroOfAnyScale_isZero() {
    assertThat(Ratio.of(new BigDecimal("0e999999999"))).isEqualTo(Ratio.of(0));
    assertThat(Ratio.of(new BigDecimal("0e-999999999"))).isEqualTo(Ratio.of(0));
  }

  @Test
  void of_decimalAtTheEndsOfTheRange_isExact() {
    assertThat(Ratio.of(new BigDecimal("1e18"))).isEqualTo(Ratio.of(1_000_000_000_000_000_000L));
    assertThat(Ratio.of(new BigDecimal("1e-18")))
        .isEqualTo(Ratio.of(1, 1_000_000_000_000_000_000L));
    assertThat(Ratio.of(new BigDecimal("9223372036854775807"))).isEqualTo(Ratio.of(Long.MAX_VALUE));
  }

  @Test
  void compareTo_thirdsAgainstTheirDecimals_isExact() {
    Ratio third = Ratio.of(1, 3);

    assertThat(third).isGreaterThan(Ratio.parse("0.333333333333333"));
    assertThat(third).isLessThan(Ratio.parse("0.333333333333334"));
    assertThat(Ratio.of(2, 3)).isLessThan(Ratio.parse("66.666666666667%"));
    assertThat(Ratio.of(2, 3)).isGreaterThan(Ratio.parse("66.666666666666%"));
  }

  @Test
  void compareTo_extremeLongs_doesNotOverflow() {
    long most = Long.MAX_VALUE;

    assertThat(Ratio.of(most, most - 1)).isLessThan(Ratio.of(most - 1, most - 2));
    assertThat(Ratio.of(most - 1, most)).isLessThan(Ratio.of(1));
    assertThat(Ratio.of(-most, most - 1)).isGreaterThan(Ratio.of(-(most - 1), most - 2));
    assertThat(Ratio.of(Long.MIN_VALUE)).isLessThan(Ratio.of(1, most));
    assertThat(Ratio.of(1, most)).isLessThan(Ratio.of(1, most - 1));
  }

  @Test
  void toString_isAWholeNumberOrAFraction() {
    assertThat(Ratio.of(7)).hasToString("7");
    assertThat(Ratio.of(-14, 2)).hasToString("-7");
    assertThat(Ratio.of(2, 6)).hasToString("1/3");
    assertThat(Ratio.of(0, 5)).hasToString("0");
  }

  @Test
  void equals_isTheNumberHoweverItWasMade() {
    new EqualsTester()
        .addEqualityGroup(
            Ratio.of(1, 2),
            Ratio.of(50, 100),
            Ratio.parse("50%"),
            Ratio.parse("0.5"),
            Ratio.parse("2/4"),
            Ratio.of(new BigDecimal("5e-1")))
        .addEqualityGroup(Ratio.of(0), Ratio.of(0, 9), Ratio.parse("-0"))
        .addEqualityGroup(Ratio.of(-1, 2))
        .addEqualityGroup(Ratio.of(2), Ratio.of(4, 2))
        .testEquals();
  }

  @Test
  void everything_isTheSameInEveryLocale() {
    Locales.inEach(
        () -> {
          assertThat(Ratio.parse("96.4%")).hasToString("241/250");
          assertThat(Ratio.of(-12345, 7)).hasToString("-12345/7");
        });
  }
}
