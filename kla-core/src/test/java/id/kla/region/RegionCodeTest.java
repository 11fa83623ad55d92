package id.kla.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

  @ParameterizedTest
  @CsvSource({
    "35, PROVINCE, ",
    "35.71, REGION, 35.71",
    "35.71.01, SUBDISTRICT, 35.71",
    "35.71.01.1001, VILLAGE, 35.71"
  })
  void parse_code_knowsItsLevelProvinceAndRegion(String text, AreaLevel level, String region) {
    RegionCode code = RegionCode.parse(text);

    assertThat(code).hasToString(text);
    assertThat(code.level()).isEqualTo(level);
    assertThat(code.province()).isEqualTo(RegionCode.parse("35"));
    assertThat(code.region()).isEqualTo(Optional.ofNullable(region).map(RegionCode::parse));
    assertThat(RegionCode.find(text)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "355",
        "3571",
        "35.7",
        "35.711",
        "35.",
        "35.71.",
        "35.71.1",
        "35.71.01.101",
        "35.71.01.1001.1",
        " 35",
        "35 ",
        "35,71",
        "3a",
        "\u0663\u0665"
      })
  void parse_anotherForm_isRefused(String text) {
    assertThat(RegionCode.find(text)).isEmpty();
    assertThatThrownBy(() -> RegionCode.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void compareTo_isTheOrderOfTheList() {
    assertThat(RegionCode.parse("16.10")).isLessThan(RegionCode.parse("16.71"));
    assertThat(RegionCode.parse("35")).isLessThan(RegionCode.parse("35.01"));
    assertThat(RegionCode.parse("35.79")).isLessThan(RegionCode.parse("36"));
  }

  @Test
  void equals_isTheCode() {
    new EqualsTester()
        .addEqualityGroup(RegionCode.parse("35.71"), RegionCode.parse("35.71"))
        .addEqualityGroup(RegionCode.parse("35"), RegionCode.parse("35.71").province())
        .addEqualityGroup(RegionCode.parse("35.71.01"))
        .testEquals();
  }

  @Test
  void regionAndProvince_wantCodesOfTheirLevel() {
    assertThatThrownBy(() -> new Region(RegionCode.parse("35"), Region.Kind.KOTA, "Kediri"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("35");
    assertThatThrownBy(() -> new Province(RegionCode.parse("35.71"), "Jawa Timur"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("35.71");
  }
}
