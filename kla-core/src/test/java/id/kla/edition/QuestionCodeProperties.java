package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class QuestionCodeProperties {

  @Property
  void parse_whatToStringWrites_isTheSameCode(
      @ForAll @AlphaChars @NumericChars @Chars({'-', '_'}) @StringLength(min = 1, max = 64)
          String indicator,
      @ForAll @AlphaChars @NumericChars @Chars({'-', '_'}) @StringLength(min = 1, max = 64)
          String question) {
    QuestionCode code = QuestionCode.of(indicator, question);

    assertThat(QuestionCode.parse(code.toString())).isEqualTo(code);
    assertThat(code.indicator()).isEqualTo(indicator);
    assertThat(code.question()).isEqualTo(question);
  }

  @Property
  void find_anyText_isACodeThatWritesItOrNothing(@ForAll String text) {
    QuestionCode.find(text).ifPresent(code -> assertThat(code).hasToString(text));
  }
}
