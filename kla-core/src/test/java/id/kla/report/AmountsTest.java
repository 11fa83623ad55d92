package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Language;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0|0",
        "9999|9999|9999",
        "9999.75|9999.75|9999,75",
        "10000|10,000|10.000",
        "240000000|240,000,000|240.000.000",
        "1.5E+8|150,000,000|150.000.000",
        "999999999999.9999|999,999,999,999.9999|999.999.999.999,9999",
      })
  void grouped_moreThanFourDigits_haveThemInThrees(
      String amount, String english, String indonesian) {
    assertThat(Amounts.grouped(new BigDecimal(amount), Language.ENGLISH)).isEqualTo(english);
    assertThat(Amounts.grouped(new BigDecimal(amount), Language.INDONESIAN)).isEqualTo(indonesian);
  }

  @Test
  void part_ofAHundred_isExact() {
    assertThat(Amounts.part(Ratio.of(1, 20), Language.ENGLISH)).isEqualTo("5%");
    assertThat(Amounts.part(Ratio.of(1, 8), Language.INDONESIAN)).isEqualTo("12,5%");
  }
}
