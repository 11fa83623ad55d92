package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.Locales;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final Catalogue CATALOGUE =
      Catalogue.read(
          stream("plain = datar — ya\nlost = {points} hilang[ di {agency}]\n"),
          stream("plain = plain — yes\nlost = {points} lost[ at {agency}]\n"));

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void text_withoutPlaces_isReadAsUtf8() {
    assertThat(CATALOGUE.text("plain", Language.ENGLISH)).isEqualTo("plain — yes");
    assertThat(CATALOGUE.text("plain", Language.INDONESIAN)).isEqualTo("datar — ya");
  }

  @Test
  void text_valuesInTheirPlaces_inEachLanguage() {
    Map<String, Argument> values =
        Map.of(
            "points", Argument.of(new BigDecimal("1.25")),
            "agency", Argument.of(Label.of("Dinas Kesehatan", "Health agency")));

    assertThat(CATALOGUE.text("lost", Language.ENGLISH, values))
        .isEqualTo("1.25 lost at Health agency");
    assertThat(CATALOGUE.text("lost", Language.INDONESIAN, values))
        .isEqualTo("1,25 hilang di Dinas Kesehatan");
  }

  @Test
  void text_partInBracketsWithAnEmptyValue_isLeftOut() {
    Map<String, Argument> values =
        Map.of("points", Argument.of(3), "agency", Argument.of(List.of()));

    assertThat(CATALOGUE.text("lost", Language.ENGLISH, values)).isEqualTo("3 lost");
  }

  @Test
  void text_unknownKey_isRefusedByName() {
    assertThatThrownBy(() -> CATALOGUE.text("found", Language.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"found\"");
    assertThatThrownBy(() -> CATALOGUE.places("found", Language.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void text_withoutOneOfItsValues_isRefusedByName() {
    assertThatThrownBy(
            () -> CATALOGUE.text("lost", Language.ENGLISH, Map.of("points", Argument.of(3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"agency\"");
  }

  @Test
  void keysAndPlaces_areThoseOfTheTexts() {
    assertThat(CATALOGUE.keys()).containsExactlyInAnyOrder("plain", "lost");
    assertThat(CATALOGUE.places("lost", Language.ENGLISH))
        .containsExactlyInAnyOrder("points", "agency");
    assertThat(CATALOGUE.places("plain", Language.INDONESIAN)).isEmpty();
  }

  @Test
  void read_keysThatDiffer_areRefused() {
    assertThatThrownBy(() -> Catalogue.read(stream("a = 1\n"), stream("b = 1\n")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[a]")
        .hasMessageContaining("[b]");
  }

  @Test
  void text_isTheSameInEveryLocale() {
    Map<String, Argument> values =
        Map.of("points", Argument.of(new BigDecimal("1234.5")), "agency", Argument.of(12_345L));

    Locales.inEach(
        () -> {
          assertThat(CATALOGUE.text("lost", Language.ENGLISH, values))
              .isEqualTo("1234.5 lost at 12345");
          assertThat(CATALOGUE.text("lost", Language.INDONESIAN, values))
              .isEqualTo("1234,5 hilang di 12345");
        });
  }
}
