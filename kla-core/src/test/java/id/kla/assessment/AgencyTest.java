package id.kla.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an agency is called. */
class AgencyTest {

  private static final Agency HEALTH =
      Agency.builder().code("DINKES").name("Dinas Kesehatan").addAliases("Dinkes Kota").build();

  @ParameterizedTest
  @CsvSource({
    "DINKES, true",
    "dinkes, true",
    "dinas kesehatan, true",
    "DINKES KOTA, true",
    "Dinas, false",
    "'', false"
  })
  void isCalled_codeNameOrAlias_whateverItsCapitals(String name, boolean isCalled) {
    assertThat(HEALTH.isCalled(name)).isEqualTo(isCalled);
  }
}
