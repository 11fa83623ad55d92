package id.kla.region;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.CsvRows;
import id.kla.Locales;
import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {

  private static final Regions REGIONS = Regions.builtIn();

  @Test
  void builtIn_counts_areThoseOfTheMinistry() {
    assertThat(REGIONS.provinces()).hasSize(38);
    assertThat(REGIONS.regions()).hasSize(514);
    assertThat(REGIONS.regions())
        .filteredOn(region -> region.kind() == Region.Kind.KABUPATEN)
        .hasSize(416);
    assertThat(REGIONS.regions())
        .filteredOn(region -> region.kind() == Region.Kind.KOTA)
        .hasSize(98);
    assertThat(REGIONS.regionsOf(RegionCode.parse("35"))).hasSize(38);
  }

  @Test
  void builtIn_codes_areUniqueOrderedAndInAKnownProvince() {
    assertThat(REGIONS.regions())
        .extracting(Region::code)
        .doesNotHaveDuplicates()
        .isSorted()
        .allSatisfy(code -> assertThat(REGIONS.findProvince(code.province())).isPresent());
    assertThat(REGIONS.provinces())
        .extracting(Province::code)
        .doesNotHaveDuplicates()
        .isSorted()
        .allSatisfy(code -> assertThat(REGIONS.regionsOf(code)).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "35.71, 35.71",
    "' 35.71 ', 35.71",
    "Kab. Ogan Ilir, 16.10",
    "Kab Ogan Ilir, 16.10",
    "KABUPATEN OGAN ILIR, 16.10",
    "Kabupaten Ogan Ilir, 16.10",
    "ogan-ilir, 16.10",
    "Ogan Ilir, 16.10",
    "Kota  Kediri, 35.71",
    "kota kediri, 35.71",
    "Kab. Kediri, 35.06",
    "Kota Jakarta Pusat, 31.71",
    "Jakarta Pusat, 31.71",
    "Kota Administrasi Jakarta Pusat, 31.71",
    "Kota Adminstrasi Jakarta Pusat, ",
    "Kab. Kepulauan Seribu, 31.01",
    "Kabupaten Administrasi Kepulauan Seribu, 31.01",
    "Tolitoli, 72.04",
    "Toli-Toli, 72.04",
    "Kab. Tolitoli, 72.04"
  })
  void find_byCodeOrName_isThatRegion(String text, String code) {
    Checked<Region> found = REGIONS.find(text);

    if (code == null) {
      assertThat(found.faults()).extracting(Fault::code).containsExactly(FaultCode.UNKNOWN_REGION);
    } else {
      assertThat(found.orThrow().code()).hasToString(code);
      assertThat(found.faults()).isEmpty();
    }
  }

  @Test
  void find_nameOfTwoRegions_listsBoth() {
    Place place = Place.file("sheet.json");

    Checked<Region> found = REGIONS.find("Kediri", place);

    assertThat(found.value()).isEmpty();
    assertThat(found.faults())
        .containsExactly(
            Fault.of(FaultCode.AMBIGUOUS_REGION, place)
                .with("found", "Kediri")
                .with("allowed", List.of("Kabupaten Kediri (35.06)", "Kota Kediri (35.71)")));
    assertThat(found.faults().get(0).message(Language.ENGLISH))
        .isEqualTo(
            "sheet.json: several regions are called \"Kediri\": Kabupaten Kediri (35.06), Kota"
                + " Kediri (35.71). Give the kind or the code.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ogan Illir", "Kab. Ogan Illir", "ogan ili"})
  void find_misspeltName_namesTheNearest(String text) {
    Checked<Region> found = REGIONS.find(text);

    assertThat(found.value()).isEmpty();
    assertThat(found.faults()).hasSize(1);
    Fault fault = found.faults().get(0);
    assertThat(fault.code()).isEqualTo(FaultCode.UNKNOWN_REGION);
    assertThat(fault.arguments()).containsEntry("found", Argument.of(text));
    assertThat(fault.text(Language.ENGLISH)).contains("nearest: Kabupaten Ogan Ilir (16.10)");
    assertThat(fault.text(Language.INDONESIAN)).contains("terdekat: Kabupaten Ogan Ilir (16.10)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "99.99", "35.71.01", "Kota", "Kab.", "Atlantis"})
  void find_nothingKnown_isAFaultAndNoException(String text) {
    Checked<Region> found = REGIONS.find(text);

    assertThat(found.value()).isEmpty();
    assertThat(found.faults()).extracting(Fault::code).containsExactly(FaultCode.UNKNOWN_REGION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"35", "Jawa Timur", "jawa-timur"})
  void find_aProvince_saysWhichOneItIs(String text) {
    Checked<Region> found = REGIONS.find(text);

    assertThat(found.faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.PROVINCE_AS_REGION);
    assertThat(found.faults().get(0).text(Language.ENGLISH)).contains("Jawa Timur");
  }

  @Test
  void find_everyRegion_byItsCodeAndByItsFullName() {
    for (Region region : REGIONS.regions()) {
      assertThat(REGIONS.find(region.code().toString()).orThrow()).isEqualTo(region);
      assertThat(REGIONS.find(region.fullName()).orThrow()).isEqualTo(region);
      assertThat(REGIONS.find(region.fullName().toUpperCase(Locale.ROOT)).orThrow())
          .isEqualTo(region);
      assertThat(REGIONS.region(region.code())).isEqualTo(region);
      assertThat(REGIONS.describe(region.code())).isEqualTo(region.fullName());
      if (region.kind() == Region.Kind.KABUPATEN) {
        assertThat(REGIONS.find("Kab. " + region.name()).orThrow()).isEqualTo(region);
      }
    }
  }

  @Test
  void find_everyBareName_isTheOneThatBearsItOrListsAllThatDo() {
    var bearers = REGIONS.regions().stream().collect(groupingBy(Region::name));

    bearers.forEach(
        (name, regions) -> {
          Checked<Region> found = REGIONS.find(name);

          if (regions.size() == 1) {
            assertThat(found.value()).as(name).contains(regions.get(0));
          } else {
            assertThat(found.faults())
                .as(name)
                .containsExactly(
                    Fault.of(FaultCode.AMBIGUOUS_REGION, Place.unknown())
                        .with("found", name)
                        .with(
                            "allowed",
                            regions.stream()
                                .map(region -> region.fullName() + " (" + region.code() + ")")
                                .toList()));
          }
        });
    assertThat(bearers).hasSizeLessThan(514).containsKey("Kediri");
  }

  @Test
  void find_everyRegionOfThePublishedScores_isFound() {
    Set<String> names = new HashSet<>();
    CsvRows.of(CsvRows.class, "observed-scores.csv")
        .forEach(row -> names.add(row.getOrDefault("region", "")));

    assertThat(names).hasSizeGreaterThan(20).contains("Kota Kediri", "Kab. Kepulauan Seribu");
    assertThat(names)
        .allSatisfy(
            name -> {
              Region region = REGIONS.find(name).orThrow();
              assertThat(name).startsWith(region.kind() == Region.Kind.KOTA ? "Kota " : "Kab. ");
            });
  }

  @Test
  void region_unknownCode_isRefused() {
    assertThat(REGIONS.findRegion(RegionCode.parse("35.99"))).isEmpty();
    assertThat(REGIONS.findProvince(RegionCode.parse("99"))).isEmpty();
    assertThatThrownBy(() -> REGIONS.region(RegionCode.parse("35.99")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("35.99");
  }

  @Test
  void findArea_codeInsideAKnownRegion_isThatArea() {
    Place place = Place.unknown();

    assertThat(REGIONS.findArea("35.71.01.1001", place).orThrow()).hasToString("35.71.01.1001");
    assertThat(REGIONS.findArea("35.71.01", place).orThrow()).hasToString("35.71.01");
    assertThat(REGIONS.findArea("Kota Kediri", place).orThrow()).hasToString("35.71");
    assertThat(REGIONS.findArea("35.99.01", place).faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.UNKNOWN_REGION);
    assertThat(REGIONS.findArea("Kediri", place).faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.AMBIGUOUS_REGION);
  }

  @ParameterizedTest
  @CsvSource({
    "35, Provinsi Jawa Timur",
    "35.71, Kota Kediri",
    "35.71.01, Kota Kediri",
    "35.71.01.1001, Kota Kediri",
    "99, 99",
    "99.01, 99.01"
  })
  void describe_area_isItsNameInWords(String code, String words) {
    assertThat(REGIONS.describe(RegionCode.parse(code))).isEqualTo(words);
  }

  @Test
  void find_isTheSameInEveryLocale() {
    Locales.inEach(
        () -> {
          assertThat(REGIONS.find("KABUPATEN OGAN ILIR").orThrow().code()).hasToString("16.10");
          assertThat(REGIONS.find("KOTA BANJARBARU").orThrow().code()).hasToString("63.72");
          assertThat(REGIONS.find("16.10").orThrow().fullName()).isEqualTo("Kabupaten Ogan Ilir");
        });
  }

  @Test
  void find_codeWithoutItsPoint_isFound() {
    assertThat(REGIONS.find("1671").orThrow().code()).hasToString("16.71");
  }

  @Test
  void find_theOtherKind_isNamed() {
    Checked<Region> found = REGIONS.find("Kota Sleman");

    assertThat(found.faults().get(0).text(Language.ENGLISH)).contains("Kabupaten Sleman (34.04)");
  }

  @Test
  void find_shortFormOfAdministrative_isFound() {
    assertThat(REGIONS.find("Kota Adm. Jakarta Selatan").orThrow().code()).hasToString("31.74");
  }
}
