package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.StatedTotals;
import id.kla.points.Points;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {

  private static Reconciliation reconciled(Assessment sheet) {
    return Reconciliation.of(ScoringEngine.of(sheet.edition()).score(sheet));
  }

  private static Reconciliation stating(StatedTotals stated) {
    return reconciled(Assessment.builder().from(TinyEdition.sheet("last")).stated(stated).build());
  }

  private static Reconciliation.Row row(Reconciliation reconciled, String code) {
    return reconciled.rows().stream()
        .filter(row -> row.node().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  // The real sheet: its faults are listed in the notes of its transcription

  @Test
  void readings_oganIlir_areThreeTotals() {
    Reconciliation oganIlir = reconciled(OganIlir.selfAssessment());

    assertThat(oganIlir.asAnswered()).isEqualTo(Points.parse("771.81"));
    // 771.81 + 0.75 + 5 + 1 - 3 + 0.8 - 10.9
    assertThat(oganIlir.indicatorsAsStated())
        .isEqualTo(new Reconciliation.Reading(Points.parse("765.46"), List.of()));
    // 127.66 + 89 + 93.8 + 137 + 91.6 + 163.8 + 67.5
    assertThat(oganIlir.clustersAsStated())
        .isEqualTo(new Reconciliation.Reading(Points.parse("770.36"), List.of()));
    assertThat(oganIlir.statedTotal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // code, stated, questions, difference, parts as stated, difference
    "K, 127.66, 126.91, 0.75, 127.66, 0",
    "1, 73.16, 72.41, 0.75, 72.41, 0.75",
    "II, 93.8, 93.8, 0, 98.8, -5",
    "7, 25, 20, 5, 20, 5",
    "III, 137, 136, 1, 137, 0",
    "17, 28, 27, 1, 27, 1",
    "IV, 91.6, 94.6, -3, 91.6, 0",
    "19, 39.6, 42.6, -3, 42.6, -3",
    "V, 163.8, 163, 0.8, 163.8, 0",
    "21B, 15.2, 14.4, 0.8, 14.4, 0.8",
    "L, 67.5, 68.5, -1, 57.6, 9.9",
    "26, 41.5, 52.4, -10.9, 52.4, -10.9"
  })
  void rows_oganIlir_sayByHowMuchTheyDiffer(
      String code,
      String stated,
      String computed,
      String difference,
      String parts,
      String differenceFromParts) {
    Reconciliation.Row row = row(reconciled(OganIlir.selfAssessment()), code);

    assertThat(row.stated()).isEqualTo(Points.parse(stated));
    assertThat(row.computed()).isEqualTo(Points.parse(computed));
    assertThat(row.difference()).isEqualTo(Points.parse(difference));
    assertThat(row.partsAsStated()).isEqualTo(Points.parse(parts));
    assertThat(row.differenceFromParts()).isEqualTo(Points.parse(differenceFromParts));
  }

  @Test
  void differing_oganIlir_areTheKnownFaultsInTheOrderOfTheSheet() {
    Reconciliation oganIlir = reconciled(OganIlir.selfAssessment());

    // 7 clusters and 31 indicators.
    assertThat(oganIlir.rows()).hasSize(38);
    assertThat(oganIlir.differing())
        .extracting(row -> row.node().code())
        .containsExactly("K", "1", "II", "7", "III", "17", "IV", "19", "V", "21B", "L", "26");
  }

  // The tiny sheet: indicator 1 scores 10 of 11.5, indicator 2 scores 5.3333

  @Test
  void rows_indicatorAboveItsMaximum_areSetAgainstWhatTheCapLeaves() {
    Reconciliation tiny =
        stating(StatedTotals.builder().putIndicators("1", Points.parse("11.5")).build());

    assertThat(tiny.differing())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.computed()).isEqualTo(Points.of(10));
              assertThat(row.difference()).isEqualTo(Points.parse("1.5"));
            });
  }

  @Test
  void readings_whatIsNotStated_isTakenAsAnsweredAndNamed() {
    Reconciliation tiny =
        stating(
            StatedTotals.builder()
                .putIndicators("1", Points.of(9))
                .putClusters("B", Points.of(6))
                .build());

    assertThat(tiny.asAnswered()).isEqualTo(Points.parse("15.3333"));
    assertThat(tiny.indicatorsAsStated())
        .isEqualTo(new Reconciliation.Reading(Points.parse("14.3333"), List.of("2")));
    assertThat(tiny.clustersAsStated())
        .isEqualTo(new Reconciliation.Reading(Points.of(16), List.of("A")));
    assertThat(row(tiny, "B").partsAsStated()).isEqualTo(Points.parse("5.3333"));
  }

  @Test
  void rows_statedTotal_isTheLastAndIsSetAgainstTheClustersAsStated() {
    Reconciliation tiny =
        stating(
            StatedTotals.builder()
                .total(Points.of(16))
                .putClusters("A", Points.of(10))
                .putClusters("B", Points.of(6))
                .build());

    assertThat(tiny.rows()).extracting(row -> row.node().code()).containsExactly("A", "B", "tiny");
    Reconciliation.Row total = row(tiny, "tiny");
    assertThat(total.difference()).isEqualTo(Points.parse("0.6667"));
    assertThat(total.differenceFromParts()).isEqualTo(Points.ZERO);
    assertThat(tiny.statedTotal()).contains(Points.of(16));
    assertThat(tiny.differing()).extracting(row -> row.node().code()).containsExactly("B", "tiny");
  }

  @Test
  void rows_clusterThatAgreesWithItsQuestionsAlone_differsFromItsStatedParts() {
    Reconciliation tiny =
        stating(
            StatedTotals.builder()
                .putClusters("A", Points.of(10))
                .putIndicators("1", Points.of(8))
                .build());

    assertThat(row(tiny, "A").difference()).isEqualTo(Points.ZERO);
    assertThat(row(tiny, "A").differenceFromParts()).isEqualTo(Points.of(2));
    assertThat(row(tiny, "A").differs()).isTrue();
  }

  @Test
  void of_sheetThatStatesNothing_isEmpty() {
    Reconciliation nothing = stating(StatedTotals.none());

    assertThat(nothing.isEmpty()).isTrue();
    assertThat(nothing.differing()).isEmpty();
    assertThat(nothing.asAnswered()).isEqualTo(Points.parse("15.3333"));
    assertThat(nothing.indicatorsAsStated().unstated()).containsExactly("1", "2");
    assertThat(nothing.clustersAsStated().unstated()).containsExactly("A", "B");
  }

  @Test
  void find_node_isItsRowWhereItIsStated() {
    Reconciliation tiny = stating(StatedTotals.builder().putClusters("A", Points.of(10)).build());
    ScoredAssessment scored = tiny.scored();

    assertThat(tiny.find(scored.cluster("A"))).contains(row(tiny, "A"));
    assertThat(Stream.<ScoredNode>of(scored.cluster("B"), scored.indicator("1"), scored))
        .allSatisfy(node -> assertThat(tiny.find(node)).isEmpty());
  }

  @Test
  void toString_saysHowManyRowsDifferAndTheTotals() {
    assertThat(reconciled(OganIlir.selfAssessment()))
        .hasToString(
            "16.10: 12 of 38 stated rows differ; questions 771.81, indicators 765.46, clusters"
                + " 770.36");
  }
}
