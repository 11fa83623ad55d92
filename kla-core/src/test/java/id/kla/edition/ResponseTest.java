package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.kla.points.Ratio;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

  @Test
  void quantity_isTheNumberThatScalesRead() {
    assertThat(Response.coverage(Share.of(45, 46)).quantity()).isEqualTo(Ratio.of(45, 46));
    assertThat(Response.count(7).quantity()).isEqualTo(Ratio.of(7));
    assertThat(Response.change(new BigDecimal("44"), new BigDecimal("41.5")).quantity())
        .isEqualTo(Ratio.parse("-2.5"));
    assertThat(Response.count(7).measure()).isEqualTo(FactKind.COUNT);
    assertThat(Response.coverage(Share.of(1, 2)).measure()).isEqualTo(FactKind.COVERAGE);
  }

  @Test
  void change_figuresWithTrailingZeros_areEqual() {
    assertThat(Response.change(new BigDecimal("44.0"), new BigDecimal("1e2")))
        .isEqualTo(Response.change(new BigDecimal("44"), new BigDecimal("100")));
  }

  @Test
  void count_belowZero_isRefused() {
    assertThatThrownBy(() -> Response.count(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000",
        "0.0000001",
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "1e-2147483647"
      })
  void change_figureThatDoesNotFit_isRefusedAtOnce(String number) {
    BigDecimal figure = new BigDecimal(number);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThatThrownBy(() -> Response.change(figure, BigDecimal.ONE))
              .isInstanceOf(IllegalArgumentException.class);
          assertThatThrownBy(() -> Response.change(BigDecimal.ONE, figure))
              .isInstanceOf(IllegalArgumentException.class);
        });
  }

  @Test
  void change_ofTheLargestFigures_isExact() {
    BigDecimal most = new BigDecimal("999999999999.999999");

    assertThat(Response.change(most.negate(), most).quantity())
        .isEqualTo(Ratio.parse("1999999999999.999998"));
  }
}
