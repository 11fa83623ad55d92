package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTest {

  @ParameterizedTest
  @CsvSource({
    "2023, 2023, 2023",
    "2024/2025, 2024, 2025",
    "1999/2000, 1999, 2000",
    "1900, 1900, 1900",
    "2198/2199, 2198, 2199"
  })
  void parse_yearOrTwoInARow_isRead(String text, int first, int last) {
    Round round = Round.parse(text);

    assertThat(round).isEqualTo(new Round(first, last)).hasToString(text);
    assertThat(Round.find(text)).contains(round);
  }

  @Test
  void parse_ofToString_isTheSameRoundForEveryYear() {
    List<Round> rounds =
        IntStream.rangeClosed(1900, 2198)
            .boxed()
            .flatMap(year -> List.of(Round.of(year), new Round(year, year + 1)).stream())
            .toList();

    assertThat(rounds)
        .allSatisfy(round -> assertThat(Round.parse(round.toString())).isEqualTo(round));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 2023",
        "2023 ",
        "23",
        "20234",
        "1899",
        "2200",
        "2199/2200",
        "2024/2026",
        "2025/2024",
        "2024/2024",
        "2024/25",
        "2024-2025",
        "2024/",
        "/2025",
        "2024/2025/2026",
        "-2023",
        "٢٠٢٣",
        "2023\n"
      })
  void parse_anotherForm_isRefused(String text) {
    assertThat(Round.find(text)).isEmpty();
    assertThatThrownBy(() -> Round.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("\"" + text + "\"", "2024/2025");
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2026",
    "2025, 2024",
    "1899, 1900",
    "2199, 2200",
    "2147483647, -2147483648",
    "2147483647, 2147483647"
  })
  void round_yearsThatMakeNone_areRefused(int first, int last) {
    assertThatThrownBy(() -> new Round(first, last))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("" + first, "" + last);
  }

  @Test
  void covers_yearsOfTheRound_andNoOthers() {
    Round round = Round.parse("2024/2025");

    assertThat(IntStream.rangeClosed(2022, 2027).filter(round::covers)).containsExactly(2024, 2025);
  }

  @Test
  void compareTo_ordersByFirstThenLastYear() {
    assertThat(
            Stream.of(Round.of(2025), new Round(2024, 2025), Round.of(2024), Round.of(2019))
                .sorted())
        .containsExactly(Round.of(2019), Round.of(2024), new Round(2024, 2025), Round.of(2025));
  }
}
