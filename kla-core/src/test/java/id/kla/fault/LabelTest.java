package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.testing.EqualsTester;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

  @Test
  void in_aLanguage_isItsText() {
    Label label = Label.of(" kesehatan ", "health");

    assertThat(label.in(Language.INDONESIAN)).isEqualTo("kesehatan");
    assertThat(label.in(Language.ENGLISH)).isEqualTo("health");
    assertThat(label).hasToString("health");
    assertThat(label.isEmpty()).isFalse();
  }

  @Test
  void in_aLanguageWithoutText_isTheOther() {
    assertThat(Label.of("kesehatan", "").in(Language.ENGLISH)).isEqualTo("kesehatan");
    assertThat(Label.of(" ", "health").in(Language.INDONESIAN)).isEqualTo("health");
    assertThat(Label.of("kesehatan", "").english()).isEmpty();
    assertThat(Label.of("", "health").indonesian()).isEmpty();
  }

  @Test
  void isEmpty_withoutAnyText() {
    assertThat(Label.of("", " ").isEmpty()).isTrue();
    assertThat(Label.of("", " ").in(Language.ENGLISH)).isEmpty();
  }

  @Test
  void equals_isBothTexts() {
    new EqualsTester()
        .addEqualityGroup(Label.of("a", "b"), Label.of("a ", " b"))
        .addEqualityGroup(Label.of("b", "a"))
        .addEqualityGroup(Label.of("a", ""))
        .addEqualityGroup(Label.of("", "a"))
        .testEquals();
  }

  @ParameterizedTest
  @CsvSource({
    "id-ID, INDONESIAN",
    "in-ID, INDONESIAN",
    "en-GB, ENGLISH",
    "ar-EG, ENGLISH",
    "und, ENGLISH"
  })
  void language_ofALocale_isIndonesianOrElseEnglish(String tag, Language language) {
    assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(language);
  }
}
