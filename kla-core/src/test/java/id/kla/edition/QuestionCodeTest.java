package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import id.kla.Locales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionCodeTest {

  @ParameterizedTest
  @CsvSource({
    "14.10, 14, 10",
    "14.1, 14, 1",
    "19.2a, 19, 2a",
    "21A.7b, 21A, 7b",
    "x_1.y-2, x_1, y-2",
    // An accent by itself, and letters of Bali with their signs.
    "e\u0301.\u1b13\u1b44, e\u0301, \u1b13\u1b44"
  })
  void parse_code_isItsTwoParts(String text, String indicator, String question) {
    QuestionCode code = QuestionCode.parse(text);

    assertThat(code.indicator()).isEqualTo(indicator);
    assertThat(code.question()).isEqualTo(question);
    assertThat(code).hasToString(text);
    assertThat(code).isEqualTo(QuestionCode.of(indicator, question));
    assertThat(QuestionCode.find(text)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "14",
        "14.",
        ".10",
        "14.1.0",
        "14 .1",
        " 14.1",
        "14.1 ",
        "14,1",
        "14/1",
        "a;b.c",
        "14..1",
        "14.\u0301"
      })
  void parse_anotherForm_isRefused(String text) {
    assertThat(QuestionCode.find(text)).isEmpty();
    assertThatThrownBy(() -> QuestionCode.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void of_partsOfAnotherForm_areRefused() {
    assertThat(QuestionCode.of("a".repeat(64), "b".repeat(64)).toString()).hasSize(129);
    assertThatThrownBy(() -> QuestionCode.of("a".repeat(65), "1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QuestionCode.of("14", "1.0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"1.0\"");
    assertThatThrownBy(() -> QuestionCode.of("", "1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equals_isTheText_notANumber() {
    new EqualsTester()
        .addEqualityGroup(QuestionCode.parse("14.10"), QuestionCode.of("14", "10"))
        .addEqualityGroup(QuestionCode.parse("14.1"))
        .addEqualityGroup(QuestionCode.parse("14.100"))
        .addEqualityGroup(QuestionCode.parse("1.410"))
        .addEqualityGroup(QuestionCode.parse("19.2a"))
        .addEqualityGroup(QuestionCode.parse("19.2A"))
        .testEquals();
  }

  @Test
  void parse_isTheSameInEveryLocale() {
    Locales.inEach(() -> assertThat(QuestionCode.parse("21A.7b")).hasToString("21A.7b"));
  }
}
