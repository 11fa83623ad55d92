package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Mark;
import id.kla.fault.Catalogue;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report",
        "edition",
        "book",
        "planning",
        "rollup",
        "units",
        "history",
        "page",
        "region",
        "agency",
        "policy",
        "simulation"
      })
  void places_ofEachText_areTheSameInBothLanguages(String name) {
    Catalogue catalogue = Phrases.read(name);

    assertThat(catalogue.keys())
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(catalogue.places(key, Language.INDONESIAN))
                    .as(key)
                    .isEqualTo(catalogue.places(key, Language.ENGLISH)));
  }

  @Test
  void word_thatHasAText_isThatText() {
    Phrases phrases = Phrases.book(Language.ENGLISH);

    assertThat(phrases.word("mark", Mark.STATED)).isEqualTo("a source says so.");
    assertThat(phrases.word("odd", FaultCode.NO_AGENCY)).isEqualTo("nobody is named to lead");
    assertThat(phrases.word("lint", "indicator")).isEqualTo("indicator");
  }

  @Test
  void word_withoutAText_isTheWordItself() {
    assertThat(Phrases.book(Language.INDONESIAN).word("lint", "letter")).isEqualTo("letter");
  }

  @Test
  void count_ofOneAndOfMany_differ() {
    Phrases phrases = Phrases.edition(Language.ENGLISH);

    assertThat(phrases.count("questions", 1)).isEqualTo("1 question");
    assertThat(phrases.count("questions", 0)).isEqualTo("0 questions");
  }

  @Test
  void either_ofSeveral_putsAWordBeforeTheLast() {
    Phrases phrases = Phrases.edition(Language.ENGLISH);

    assertThat(phrases.either(List.of("0"))).isEqualTo("0");
    assertThat(phrases.either(List.of("0", "5", "10"))).isEqualTo("0; 5 or 10");
  }
}
