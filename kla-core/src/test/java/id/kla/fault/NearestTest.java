package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.kla.Locales;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void to_aCharacterTooMany_findsTheOneMeant() {
    assertThat(Nearest.to("7.33", List.of("7.2", "7.3", "14.10", "1.1"))).containsExactly("7.3");
  }

  @Test
  void to_exchangedAndForgottenCharacters_areNear() {
    assertThat(Nearest.to("pratma", List.of("madya", "pratama"))).containsExactly("pratama");
    assertThat(Nearest.to("maximmu", List.of("maximum", "measure"))).containsExactly("maximum");
  }

  @Test
  void to_somethingElse_isNearToNothing() {
    assertThat(Nearest.to("banana", List.of("maximum", "label_id", "14.10"))).isEmpty();
    assertThat(Nearest.to("7.33", List.of())).isEmpty();
  }

  @Test
  void to_several_givesTheNearestFirstThenByName() {
    List<String> known = List.of("abcdfh", "abcdex", "zzzzzz", "abcdef");

    assertThat(Nearest.to("abcdef", known)).containsExactly("abcdef", "abcdex", "abcdfh");
  }

  @Test
  void to_more_givesThreeAtTheMost() {
    List<String> known = List.of("7.35", "7.34", "7.32", "7.31");

    assertThat(Nearest.to("7.33", known)).containsExactly("7.31", "7.32", "7.34");
  }

  @Test
  void to_anotherCase_isNoDifference() {
    assertThat(Nearest.to("nindya", List.of("NINDYA"))).containsExactly("NINDYA");
  }

  @Test
  void to_aSingleCharacter_mayDifferInOne() {
    assertThat(Nearest.to("4", List.of("1", "12", "120"))).containsExactly("1");
  }

  @Test
  void to_aVeryLongText_endsSoon() {
    String found = "x".repeat(20_000_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(Nearest.to(found, List.of("maximum"))).isEmpty());
  }

  /** Where a row of the comparison is beyond the limit and a swap still comes back within it. */
  @Test
  void to_swappedLettersAtTheLimit_areNear() {
    assertThat(Nearest.to("ba", List.of("ab"))).containsExactly("ab");
    assertThat(Nearest.to("badcfe", List.of("abdcef"))).containsExactly("abdcef");
    assertThat(Nearest.to("badcfe", List.of("abcdef"))).isEmpty();
    assertThat(Nearest.to("badcfehgi", List.of("abcdefhgi"))).containsExactly("abcdefhgi");
  }

  @Test
  void to_isTheSameInEveryLocale() {
    Locales.inEach(
        () ->
            assertThat(Nearest.to("INDIKATOR", List.of("indikator"))).containsExactly("indikator"));
  }
}
