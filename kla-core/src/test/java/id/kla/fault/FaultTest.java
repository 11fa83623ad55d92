package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import id.kla.Locales;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultTest {

  private static final Place CELL = Place.table("questions.tsv", 3, "maximum");

  @Test
  void message_saysWhereWhatWasFoundAndWhatIsAllowed() {
    Fault fault = Fault.of(FaultCode.BAD_POINTS, CELL).with("found", "dua belas");

    assertThat(fault.message(Language.ENGLISH))
        .isEqualTo(
            "questions.tsv, row 3, column maximum: found \"dua belas\"; allowed: a number with at"
                + " most 14 digits before the point and four behind it, such as 12 or 0.66.");
    assertThat(fault.message(Language.INDONESIAN))
        .isEqualTo(
            "questions.tsv, baris 3, kolom maximum: ditemukan \"dua belas\"; diperbolehkan:"
                + " bilangan dengan paling banyak 14 digit sebelum dan empat digit setelah koma,"
                + " seperti 12 atau 0.66.");
  }

  @Test
  void message_withoutAKnownPlace_isTheTextAlone() {
    Fault fault = Fault.of(FaultCode.NOT_UTF8, Place.unknown());

    assertThat(fault.message(Language.ENGLISH)).isEqualTo(fault.text(Language.ENGLISH));
  }

  @Test
  void toString_hasTheCodeInFront() {
    Fault fault = Fault.of(FaultCode.NOT_UTF8, Place.file("a.tsv"));

    assertThat(fault).hasToString("NOT_UTF8 a.tsv: is not text in UTF-8. Save it as UTF-8.");
  }

  @Test
  void text_unknownLevel_namesWhatIsOffered() {
    Fault fault =
        Fault.of(FaultCode.UNKNOWN_LEVEL, Place.unknown())
            .with("question", "7.3")
            .with("edition", "kla-2024")
            .with("found", "sering")
            .with("allowed", List.of("tidak-ada", "jarang", "rutin"));

    assertThat(fault.text(Language.ENGLISH))
        .isEqualTo(
            "question 7.3 (kla-2024): level \"sering\" is not offered; offered: tidak-ada, jarang,"
                + " rutin.");
  }

  @Test
  void text_unknownQuestion_namesTheNearestWhereThereAreAny() {
    Fault fault =
        Fault.of(FaultCode.UNKNOWN_QUESTION, Place.unknown())
            .with("found", "7.33")
            .with("edition", "kla-2024");

    assertThat(fault.with("nearest", List.of("7.3")).text(Language.ENGLISH))
        .isEqualTo("question 7.33 (kla-2024) does not exist; nearest: 7.3.");
    assertThat(fault.with("nearest", List.of()).text(Language.ENGLISH))
        .isEqualTo("question 7.33 (kla-2024) does not exist.");
  }

  @Test
  void text_unknownColumn_asksOnlyWhereSomethingIsNear() {
    Fault fault = Fault.of(FaultCode.UNKNOWN_COLUMN, Place.unknown()).with("found", "maximmu");

    assertThat(fault.with("nearest", List.of("maximum")).text(Language.ENGLISH))
        .isEqualTo("column \"maximmu\" is not known and is not read. Did you mean maximum?");
    assertThat(fault.with("nearest", List.of()).text(Language.ENGLISH))
        .isEqualTo("column \"maximmu\" is not known and is not read.");
  }

  @Test
  void text_decimalNumbers_bearTheDecimalMarkOfTheLanguage() {
    Fault fault =
        Fault.of(FaultCode.SUM_ABOVE_MAXIMUM, Place.unknown())
            .with("part", Argument.of(Label.of("indikator 19", "indicator 19")))
            .with("found", new BigDecimal("54.5"))
            .with("stated", new BigDecimal("51"));

    assertThat(fault.text(Language.ENGLISH)).startsWith("indicator 19: its parts can earn 54.5,");
    assertThat(fault.text(Language.INDONESIAN)).startsWith("indikator 19:").contains("54,5");
  }

  @Test
  void text_valuesThatLookLikePlaceholders_standAsTheyAre() {
    Fault fault =
        Fault.of(FaultCode.UNKNOWN_CODE, Place.unknown())
            .with("found", "{nearest}[$1\\]")
            .with("nearest", List.of("{found}"));

    assertThat(fault.text(Language.ENGLISH))
        .isEqualTo(
            "\"{nearest}[$1\\]\" is not known; nearest: {found}."
                + " Correct it, or add it where such codes are listed.");
  }

  @Test
  void text_withoutOneOfItsValues_throwsAndNamesIt() {
    Fault fault = Fault.of(FaultCode.BAD_POINTS, CELL);

    assertThatThrownBy(() -> fault.text(Language.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found");
  }

  @Test
  void with_valueThatTheCodeDoesNotHave_isRefused() {
    Fault fault = Fault.of(FaultCode.BAD_POINTS, CELL);

    assertThatThrownBy(() -> fault.with("allowed", "12"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed")
        .hasMessageContaining("[found]");
  }

  @Test
  void with_leavesTheFaultItself() {
    Fault bare = Fault.of(FaultCode.BAD_POINTS, CELL);

    Fault filled = bare.with("found", "x");

    assertThat(bare.arguments()).isEmpty();
    assertThat(filled.arguments()).isEqualTo(Map.of("found", Argument.of("x")));
    assertThat(filled.with("found", "y").arguments()).isEqualTo(Map.of("found", Argument.of("y")));
  }

  @Test
  void at_isTheSameFaultElsewhere() {
    Fault fault = Fault.of(FaultCode.BAD_POINTS, Place.unknown()).with("found", "x").at(CELL);

    assertThat(fault).isEqualTo(Fault.of(FaultCode.BAD_POINTS, CELL).with("found", "x"));
    assertThat(fault.place()).isEqualTo(CELL);
    assertThat(fault.code()).isEqualTo(FaultCode.BAD_POINTS);
    assertThat(fault.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void equals_isCodePlaceAndValues() {
    new EqualsTester()
        .addEqualityGroup(
            Fault.of(FaultCode.TOO_LARGE, CELL).with("found", "a").with("allowed", "b"),
            Fault.of(FaultCode.TOO_LARGE, CELL).with("allowed", "b").with("found", "a"))
        .addEqualityGroup(
            Fault.of(FaultCode.TOO_LARGE, CELL).with("found", "b").with("allowed", "a"))
        .addEqualityGroup(
            Fault.of(FaultCode.WRONG_TYPE, CELL).with("found", "a").with("allowed", "b"))
        .addEqualityGroup(
            Fault.of(FaultCode.TOO_LARGE, Place.unknown()).with("found", "a").with("allowed", "b"))
        .testEquals();
  }

  @Test
  void message_isTheSameInEveryLocale() {
    Fault fault =
        Fault.of(FaultCode.ROW_TOO_LONG, Place.table("t.tsv", 1234, ""))
            .with("found", 12_345)
            .with("allowed", 7);

    Locales.inEach(
        () -> {
          assertThat(fault.message(Language.ENGLISH))
              .startsWith("t.tsv, row 1234: found 12345 cells; the header allows 7.");
          assertThat(fault.message(Language.INDONESIAN))
              .startsWith("t.tsv, baris 1234: ditemukan 12345 sel;");
        });
  }
}
