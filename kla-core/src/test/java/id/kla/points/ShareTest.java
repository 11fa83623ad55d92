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

class ShareTest {

  @ParameterizedTest
  @CsvSource({
    "45 of 46, 45 of 46, 45/46",
    "0 of 46, 0 of 46, 0",
    "46 of 46, 46 of 46, 1",
    "2 of 4, 2 of 4, 1/2",
    "96.4%, 96.4%, 241/250",
    "96.40%, 96.4%, 241/250",
    "100%, 100%, 1",
    "0%, 0%, 0",
    "0.000000000001%, 0.000000000001%, 1/100000000000000"
  })
  void parse_share_keepsHowItWasGiven(String text, String written, String ratio) {
    Share share = Share.parse(text);

    assertThat(share).hasToString(written);
    assertThat(share.ratio()).isEqualTo(Ratio.parse(ratio));
    assertThat(share.percent().isPresent()).isEqualTo(text.endsWith("%"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 of 0",
        "0 of 0",
        "47 of 46",
        "-1 of 46",
        "1 OF 2",
        "1of2",
        "1 of  2",
        " 1 of 2",
        "1 of 2 ",
        "01 of 2",
        "1/2",
        "0.5",
        "100.1%",
        "-1%",
        "101%",
        "1000%",
        "%",
        "50 %",
        "50,5%",
        "1e1%",
        "0.0000000000001%",
        "1 of 1000000000000000",
        "\u0661 of \u0662",
        "50%%"
      })
  void parse_anotherForm_isRefused(String text) {
    assertThatThrownBy(() -> Share.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1, 46", "47, 46", "0, 0", "0, -1", "1, 1000000000000000"})
  void of_noShare_isRefusedWithItsParts(long part, long whole) {
    assertThatThrownBy(() -> Share.of(part, whole))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part + " of " + whole);
  }

  @Test
  void of_thirds_areExact() {
    assertThat(Share.of(1, 3).ratio()).isEqualTo(Ratio.of(1, 3));
    assertThat(Share.of(15, 45).ratio()).isEqualTo(Ratio.of(1, 3));
    assertThat(Share.of(2, 3).ratio()).isEqualTo(Ratio.of(2, 3));
    assertThat(Share.of(333_333_333_333_333L, 999_999_999_999_999L).ratio())
        .isEqualTo(Ratio.of(1, 3));
  }

  @Test
  void ofPercent_nearAThird_isOnItsSideOfAThird() {
    Ratio third = Share.of(1, 3).ratio();
    Ratio twoThirds = Share.of(2, 3).ratio();

    assertThat(Share.parse("33.333333333333%").ratio()).isLessThan(third);
    assertThat(Share.parse("33.333333333334%").ratio()).isGreaterThan(third);
    assertThat(Share.parse("66.666666666666%").ratio()).isLessThan(twoThirds);
    assertThat(Share.parse("66.666666666667%").ratio()).isGreaterThan(twoThirds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100.000000000001",
        "-0.000000000001",
        "0.0000000000001",
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "1e-2147483647"
      })
  void ofPercent_noPercentage_isRefusedAtOnce(String number) {
    BigDecimal percent = new BigDecimal(number);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> Share.ofPercent(percent))
                .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void ofPercent_anyScale_isWrittenShortest() {
    assertThat(Share.ofPercent(new BigDecimal("1e2"))).hasToString("100%");
    assertThat(Share.ofPercent(new BigDecimal("50.000000000000000"))).hasToString("50%");
    assertThat(Share.ofPercent(new BigDecimal("0e999999999"))).hasToString("0%");
  }

  @Test
  void equals_halfGivenInTwoWays_isTheSameNumberButNotTheSameFact() {
    assertThat(Share.parse("50%").ratio()).isEqualTo(Share.of(1, 2).ratio());
    new EqualsTester()
        .addEqualityGroup(Share.of(1, 2), Share.parse("1 of 2"))
        .addEqualityGroup(Share.of(2, 4))
        .addEqualityGroup(
            Share.parse("50%"), Share.parse("50.0%"), Share.ofPercent(new BigDecimal("5e1")))
        .addEqualityGroup(Share.parse("0%"))
        .addEqualityGroup(Share.of(0, 1))
        .testEquals();
  }

  @Test
  void everything_isTheSameInEveryLocale() {
    Locales.inEach(
        () -> {
          assertThat(Share.parse("1234 of 56789")).hasToString("1234 of 56789");
          assertThat(Share.of(1234, 56_789)).hasToString("1234 of 56789");
          assertThat(Share.ofPercent(new BigDecimal("96.4"))).hasToString("96.4%");
        });
  }
}
