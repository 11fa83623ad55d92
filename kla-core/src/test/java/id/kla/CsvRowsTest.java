package id.kla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  @Test
  void parse_quotedCells_mayHoldCommasNewlinesAndQuotes() {
    String text = "a,b\r\n\"1,5\",\"say \"\"ya\"\"\"\n\"two\nlines\",\n";

    assertThat(CsvRows.parse(text))
        .containsExactly(Map.of("a", "1,5", "b", "say \"ya\""), Map.of("a", "two\nlines", "b", ""));
  }

  @Test
  void parse_lastRowWithoutNewline_isRead() {
    assertThat(CsvRows.parse("a,b\n1,")).containsExactly(Map.of("a", "1", "b", ""));
  }

  @Test
  void parse_rowOfAnotherLength_isRefused() {
    assertThatThrownBy(() -> CsvRows.parse("a,b\n1\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
