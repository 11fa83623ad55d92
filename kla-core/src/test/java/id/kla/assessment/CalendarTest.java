package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

  private static final Place PLACE = Place.document("sheet.json", "/round", 4, 12);

  @Test
  void rounds_areTheKnownOnesInOrder() {
    assertThat(Calendar.builtIn().rounds())
        .map(Round::toString)
        .containsExactly("2018", "2019", "2021", "2022", "2023", "2024/2025");
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024/2025",
    "2025, 2024/2025",
    "2024/2025, 2024/2025",
    "' 2024 ', 2024/2025",
    "2018, 2018",
    "2019, 2019",
    "2021, 2021",
    "2022, 2022",
    "2023, 2023",
    "2017, 2017",
    "2011, 2011",
    "2026, 2026",
    "2026/2027, 2026/2027"
  })
  void find_yearOfAKnownRoundOrOneOutsideTheCalendar_isTakenWithoutAWord(
      String text, String expected) {
    Checked<Round> found = Calendar.builtIn().find(text, PLACE);

    assertThat(found.value()).contains(Round.parse(expected));
    assertThat(found.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020", "2020/2021", "2022/2023"})
  void find_roundInBetweenThatWasNotHeld_isKeptWithAWarning(String text) {
    Checked<Round> found = Calendar.builtIn().find(text, PLACE);

    assertThat(found.value()).contains(Round.parse(text));
    assertThat(found.faults()).hasSize(1);
    Fault fault = found.faults().get(0);
    assertThat(fault.code()).isEqualTo(FaultCode.ROUND_NOT_HELD);
    assertThat(fault.severity()).isEqualTo(Severity.WARNING);
    assertThat(fault.place()).isEqualTo(PLACE);
    assertThat(fault.text(Language.ENGLISH)).contains(text, "2019", "2024/2025");
    assertThat(fault.text(Language.INDONESIAN)).contains(text, "2019", "2024/2025");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dua ribu", "24", "2024/2026", "2024-2025", "99999"})
  void find_garbage_isAFault(String text) {
    Checked<Round> found = Calendar.builtIn().find(text, PLACE);

    assertThat(found.value()).isEmpty();
    assertThat(found.faults())
        .containsExactly(Fault.of(FaultCode.BAD_ROUND, PLACE).with("found", text));
  }
}
