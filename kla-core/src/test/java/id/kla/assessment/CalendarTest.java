package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Ladder;
import id.kla.edition.NamedLadder;
import id.kla.edition.Origin;
import id.kla.edition.Source;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import java.time.LocalDate;
import java.util.List;
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

  // Ladders

  /** The ministry told its ranges in 2022 and 2023; of 2021 and 2024/2025 others tell of them. */
  @Test
  void ladders_areTheKnownOnesWithHowSureTheyAre() {
    assertThat(Calendar.builtIn().ladders())
        .extracting(
            ladder ->
                ladder.round() + " " + ladder.named().id() + " " + ladder.origin().mark().name())
        .containsExactly(
            "2021 ministry-2022 INFERRED",
            "2022 ministry-2022 STATED",
            "2023 ministry-2022 STATED",
            "2024/2025 ministry-2022 INFERRED");
  }

  @Test
  void ladders_areOfHeldRoundsAndNameTheirSources() {
    assertThat(Calendar.builtIn().ladders())
        .allSatisfy(
            ladder -> {
              assertThat(Calendar.builtIn().rounds()).contains(ladder.round());
              assertThat(ladder.origin().note()).isNotBlank();
              assertThat(ladder.origin().sources()).isNotEmpty();
              assertThat(ladder.named().sources())
                  .extracting(Source::code)
                  .containsAll(ladder.origin().sources());
            });
  }

  @ParameterizedTest
  @CsvSource({"2021, 2021", "2023, 2023", "2024, 2024/2025", "2025, 2024/2025"})
  void ladder_roundOrAYearInIt_isThatOfTheRound(String asked, String round) {
    Checked<AppliedLadder> found = Calendar.builtIn().ladder(Round.parse(asked), PLACE);

    assertThat(found.faults()).isEmpty();
    assertThat(found.orThrow().round()).isEqualTo(Round.parse(round));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011", "2018", "2019", "2020", "2022/2023", "2026"})
  void ladder_roundOfWhichNoneIsKnown_isAFaultThatNamesTheKnown(String asked) {
    Checked<AppliedLadder> found = Calendar.builtIn().ladder(Round.parse(asked), PLACE);

    assertThat(found.value()).isEmpty();
    Fault fault = found.faults().get(0);
    assertThat(fault.code()).isEqualTo(FaultCode.ROUND_WITHOUT_LADDER);
    assertThat(fault.place()).isEqualTo(PLACE);
    for (Language language : Language.values()) {
      assertThat(fault.text(language))
          .contains(asked, "2021 (ministry-2022)", "2024/2025 (ministry-2022)");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2021-01-01, 2021",
    "2022-12-31, 2022",
    "2023-01-01, 2023",
    "2024-01-01, 2024/2025",
    "2025-12-31, 2024/2025"
  })
  void ladderAsOf_dayInARound_isThatOfTheRound(LocalDate day, String round) {
    assertThat(Calendar.builtIn().ladderAsOf(day, PLACE).orThrow().round())
        .isEqualTo(Round.parse(round));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-12-31", "2026-01-01", "2019-07-23", "0800-01-01", "9999-12-31"})
  void ladderAsOf_dayOfWhichNoneIsKnown_isAFaultThatNamesTheDay(LocalDate day) {
    Checked<AppliedLadder> found = Calendar.builtIn().ladderAsOf(day, PLACE);

    assertThat(found.value()).isEmpty();
    assertThat(found.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.ROUND_WITHOUT_LADDER);
              assertThat(fault.text(Language.ENGLISH)).contains("for " + day);
            });
  }

  /** An older ladder until 2021 and a newer one from 2023 on; nobody knows of 2022. */
  @Test
  void ladder_betweenTwoLadders_isNeitherTheOlderNorTheNewer() {
    Calendar calendar =
        new Calendar(
            List.of(Round.of(2021), Round.of(2022), Round.of(2023)),
            List.of(applied(2021, "older"), applied(2023, "newer")));

    assertThat(calendar.ladder(Round.of(2021), PLACE).orThrow().named().id()).isEqualTo("older");
    assertThat(calendar.ladderAsOf(LocalDate.of(2023, 1, 1), PLACE).orThrow().named().id())
        .isEqualTo("newer");
    for (Checked<AppliedLadder> between :
        List.of(
            calendar.ladder(Round.of(2022), PLACE),
            calendar.ladderAsOf(LocalDate.of(2022, 6, 30), PLACE))) {
      assertThat(between.value()).isEmpty();
      assertThat(between.faults().get(0).text(Language.ENGLISH))
          .contains("2021 (older), 2023 (newer)");
    }
  }

  private static AppliedLadder applied(int year, String id) {
    return new AppliedLadder(
        Round.of(year), new NamedLadder(id, new Ladder(List.of()), List.of()), Origin.STATED);
  }
}
