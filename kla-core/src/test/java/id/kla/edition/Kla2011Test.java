package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.CsvRows;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The structure of 2011 against the list that it is made of. */
class Kla2011Test {

  private static final Edition EDITION = Editions.kla2011();

  private static final List<Map<String, String>> LIST =
      CsvRows.of(Kla2011Test.class, "indicators-2011.csv");

  @Test
  void indicators_areThe24OfTheListInItsOrderAndClusters() {
    List<String> found = new ArrayList<>();
    for (Cluster cluster : EDITION.clusters()) {
      for (Indicator indicator : cluster.indicators()) {
        found.add(indicator.code() + " " + cluster.code() + " " + indicator.label().english());
      }
    }

    assertThat(found)
        .hasSize(24)
        .containsExactlyElementsOf(
            LIST.stream()
                .map(row -> row.get("indicator") + " " + row.get("cluster") + " " + row.get("name"))
                .toList());
  }

  @Test
  void indicators_haveNoIndonesianNamesAndNoWeights() {
    assertThat(EDITION.indicators())
        .allSatisfy(
            indicator -> {
              assertThat(indicator.label().indonesian()).isEmpty();
              assertThat(indicator.maximum()).isEmpty();
              assertThat(indicator.questions()).isEmpty();
            });
  }

  /** 31 less the 24 that are named. */
  @Test
  void institution_isACountOfSeven() {
    Cluster institution = EDITION.clusters().get(0);

    assertThat(institution.code()).isEqualTo("K");
    assertThat(institution.label()).isEqualTo(Label.of("Kelembagaan", "Institution"));
    assertThat(institution.indicators()).isEmpty();
    assertThat(institution.statedCount()).contains(7L);
    assertThat(institution.isWhole()).isFalse();
    assertThat(institution.maximum()).isEmpty();
    assertThat(institution.origin().mark()).isEqualTo(Mark.DERIVED);
  }

  @Test
  void edition_isStructureOnly() {
    assertThat(EDITION.id()).isEqualTo("kla-2011");
    assertThat(EDITION.clusters())
        .extracting(Cluster::code)
        .containsExactly("K", "I", "II", "III", "IV", "V");
    assertThat(EDITION.maximum()).isEmpty();
    assertThat(EDITION.statedMaximum()).isEmpty();
    assertThat(EDITION.questions()).isEmpty();
    assertThat(EDITION.ladder().tiers()).isEmpty();
    assertThat(EDITION.requirements()).isEmpty();
    assertThat(Editions.find("kla-2011")).contains(EDITION);
  }

  @Test
  void lint_missesTheIndonesianNamesAndNothingElse() {
    assertThat(EditionLint.of(EDITION))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.MISSING_TRANSLATION);
              assertThat(fault.text(Language.ENGLISH))
                  .startsWith("indicators: no text in Indonesian for 8 and 23 more.");
            });
  }

  @Test
  void lint_withoutAcceptance_findsThatInstitutionIsNotNamed() {
    Edition bare = Edition.builder().from(EDITION).acceptedWarnings(List.of()).build();

    List<Fault> found = EditionLint.of(bare);

    assertThat(found)
        .extracting(Fault::code)
        .containsExactly(FaultCode.OTHER_COUNT, FaultCode.MISSING_TRANSLATION);
    assertThat(found.get(0).text(Language.ENGLISH))
        .startsWith("cluster K: its source counts 7 indicators, the edition names 0.");
  }

  @Test
  void draft_ofTheEdition_isReadBack() {
    assertThat(EditionDraft.of(EDITION).check().orThrow()).isEqualTo(EDITION);
  }
}
