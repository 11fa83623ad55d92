package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceTest {

  static Arguments[] places() {
    return new Arguments[] {
      Arguments.of(Place.unknown(), "", ""),
      Arguments.of(Place.file("a/questions.tsv"), "a/questions.tsv", "a/questions.tsv"),
      Arguments.of(
          Place.table("questions.tsv", 3, "maximum"),
          "questions.tsv, row 3, column maximum",
          "questions.tsv, baris 3, kolom maximum"),
      Arguments.of(
          Place.table("questions.tsv", 3, ""), "questions.tsv, row 3", "questions.tsv, baris 3"),
      Arguments.of(
          Place.table("questions.tsv", 0, "maximum"),
          "questions.tsv, column maximum",
          "questions.tsv, kolom maximum"),
      Arguments.of(Place.table("questions.tsv", 0, ""), "questions.tsv", "questions.tsv"),
      Arguments.of(
          Place.document("sheet.json", "/answers/3/points", 12, 7),
          "sheet.json:12:7 /answers/3/points",
          "sheet.json:12:7 /answers/3/points"),
      Arguments.of(Place.document("sheet.json", "", 12, 7), "sheet.json:12:7", "sheet.json:12:7"),
      Arguments.of(
          Place.document("sheet.json", "/answers", 0, 0),
          "sheet.json /answers",
          "sheet.json /answers"),
      Arguments.of(
          Place.edition("kla-2024", Label.of("indikator 19", "indicator 19")),
          "kla-2024, indicator 19",
          "kla-2024, indikator 19"),
      Arguments.of(Place.edition("kla-2024", Label.of("", "")), "kla-2024", "kla-2024"),
    };
  }

  @ParameterizedTest
  @MethodSource("places")
  void in_bothLanguages_saysWhere(Place place, String english, String indonesian) {
    assertThat(place.in(Language.ENGLISH)).isEqualTo(english);
    assertThat(place.in(Language.INDONESIAN)).isEqualTo(indonesian);
  }
}
