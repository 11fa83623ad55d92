package id.kla.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.CsvRows;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Ladders;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.rollup.DeclaredCheck.AboveMaximum;
import id.kla.rollup.DeclaredCheck.Choice;
import id.kla.rollup.DeclaredCheck.Contradiction;
import id.kla.rollup.DeclaredCheck.OtherResult;
import id.kla.rollup.DeclaredCheck.OtherSum;
import id.kla.rollup.DeclaredCheck.OtherTier;
import id.kla.rollup.DeclaredCheck.OutsideLadder;
import id.kla.rollup.DeclaredCheck.UnknownPart;
import id.kla.rollup.DeclaredCheck.UnknownTier;
import id.kla.rollup.DeclaredCheck.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredCheckTest {

  private static final Edition EDITION = Editions.kla2024();

  private static List<RegionResult> observed() {
    return CsvRows.of(CsvRows.class, "observed-scores.csv").stream()
        .map(
            row ->
                Results.declared(
                    row.getOrDefault("region", ""),
                    row.getOrDefault("year", ""),
                    row.getOrDefault("stage", ""),
                    row.getOrDefault("score", ""),
                    row.getOrDefault("predicate", "")))
        .toList();
  }

  private static List<Contradiction> contradictions(RegionResult result) {
    return DeclaredCheck.withParts(List.of(result), EDITION).rows().get(0).contradictions();
  }

  private static RegionResult withParts(
      String total, Map<String, String> clusters, Map<String, String> indicators) {
    RegionResult.Builder result =
        RegionResult.builder().from(Results.declared("35.71", "2023", "final", total, ""));
    clusters.forEach((code, points) -> result.putClusters(code, Points.parse(points)));
    indicators.forEach((code, points) -> result.putIndicators(code, Points.parse(points)));
    return result.build();
  }

  /** Every region of the published scores is found, or {@code observed()} throws. */
  @Test
  void observedScores_contradictTheLadderInExactlyTwoRows() {
    DeclaredCheck check = DeclaredCheck.of(observed(), EDITION);

    assertThat(check.rows()).hasSize(35);
    assertThat(check.contradicting())
        .extracting(row -> row.result().region() + " " + row.result().round())
        .containsExactly("33.14 2019", "32.71 2019");
  }

  /**
   * Sragen: 620 is MADYA, which begins above 600; PRATAMA ends at 600, 20 below. Bogor: 913.88 is
   * KLA; MADYA ends at 700, 213.88 below.
   */
  @Test
  void observedContradictions_areExplained() {
    List<DeclaredCheck.Row> rows = DeclaredCheck.of(observed(), EDITION).contradicting();

    assertThat(rows.get(0).contradictions())
        .containsExactly(
            new OtherTier(
                EDITION.ladder().findTier("MADYA").map(DeclaredCheckTest::ofMinistry),
                EDITION.ladder().findTier("PRATAMA").map(DeclaredCheckTest::ofMinistry),
                Points.of(20),
                When.BEFORE));
    assertThat(rows.get(1).contradictions())
        .containsExactly(
            new OtherTier(
                EDITION.ladder().findTier("KLA").map(DeclaredCheckTest::ofMinistry),
                EDITION.ladder().findTier("MADYA").map(DeclaredCheckTest::ofMinistry),
                Points.parse("213.88"),
                When.NOT_SAID));
  }

  /** The tier of that code on the ladder that check takes. */
  private static Tier ofMinistry(Tier tier) {
    return Ladders.find("ministry-2022").orElseThrow().ladder().tier(tier.code());
  }

  @Test
  void observedScores_withoutAPredicate_contradictNothing() {
    assertThat(DeclaredCheck.of(observed(), EDITION).rows())
        .filteredOn(row -> row.result().tierOrigin() != RegionResult.TierOrigin.DECLARED)
        .hasSizeGreaterThan(20)
        .allSatisfy(row -> assertThat(row.contradictions()).isEmpty());
  }

  @Test
  void check_namesTheLadder_andSaysWhereAnotherRoundsStandsIn() {
    DeclaredCheck check =
        DeclaredCheck.of(
            List.of(
                Results.declared("35.71", "2019", "final", "", "Madya"),
                Results.declared("35.71", "2022", "final", "", "Madya")),
            EDITION);

    assertThat(check.rows())
        .extracting(
            row ->
                row.ladder().applied().named().id()
                    + " "
                    + row.ladder().applied().round()
                    + " "
                    + row.ladder().choice())
        .containsExactly(
            "ministry-2022 2021 " + Choice.STANDS_IN, "ministry-2022 2022 " + Choice.OF_THE_ROUND);
  }

  @Test
  void finalTotal_belowItsPredicate_isAContradictionOfTheLastStage() {
    assertThat(contradictions(Results.declared("35.71", "2023", "final", "600", "Madya")))
        .singleElement()
        .isInstanceOfSatisfying(
            OtherTier.class,
            other -> {
              assertThat(other.when()).isEqualTo(When.LAST_STAGE);
              assertThat(other.off()).isEqualTo(Points.parse("-0.0001"));
              assertThat(other.earned().map(Tier::code)).contains("PRATAMA");
            });
  }

  /** From 500.00 on there is an award; 500 is 0.0001 too much for none. */
  @Test
  void finalTotal_ofARegionThatGotNothing_isAContradictionFromTheLowestTierOn() {
    assertThat(contradictions(Results.declared("35.71", "2023", "final", "499.9999", "none")))
        .isEmpty();
    assertThat(contradictions(Results.declared("35.71", "2023", "final", "500", "none")))
        .singleElement()
        .isInstanceOfSatisfying(
            OtherTier.class,
            other -> {
              assertThat(other.declared()).isEmpty();
              assertThat(other.off()).isEqualTo(Points.SMALLEST);
            });
  }

  @Test
  void totalsAndTiers_thatNoLadderHas_areContradictions() {
    assertThat(contradictions(Results.declared("35.71", "2023", "final", "1000.5", "")))
        .containsExactly(new OutsideLadder(Points.parse("1000.5"), Points.of(1000)));
    assertThat(contradictions(Results.declared("35.71", "2023", "final", "", "Paripurna")))
        .containsExactly(new UnknownTier("Paripurna"));
  }

  /** K 164 + I 115 = 279 are above a total of 250; alone they say nothing of a higher one. */
  @Test
  void clusters_thatAddUpToMoreThanTheTotal_areAContradiction() {
    assertThat(contradictions(withParts("250", Map.of("K", "164", "I", "115"), Map.of())))
        .containsExactly(new OtherSum("", Points.of(279), Points.of(250)));
    assertThat(contradictions(withParts("600", Map.of("K", "164", "I", "115"), Map.of())))
        .isEmpty();
  }

  /** 100 + 100 + 100 + 100 + 100 + 100 + 50 = 650. */
  @Test
  void clusters_thatAreAllKnown_mustAddUpToTheTotal() {
    Map<String, String> clusters =
        Map.of(
            "K", "100", "I", "100", "II", "100", "III", "100", "IV", "100", "V", "100", "L", "50");

    assertThat(contradictions(withParts("650", clusters, Map.of()))).isEmpty();
    assertThat(contradictions(withParts("651", clusters, Map.of())))
        .containsExactly(new OtherSum("", Points.of(650), Points.of(651)));
  }

  /** Indicators 4, 5 and 6 are all of cluster I: 15 + 40 + 30 = 85. */
  @Test
  void indicators_mustAddUpToTheirCluster() {
    Map<String, String> all = Map.of("4", "15", "5", "40", "6", "30");

    assertThat(contradictions(withParts("600", Map.of("I", "85"), all))).isEmpty();
    assertThat(contradictions(withParts("600", Map.of("I", "86"), all)))
        .containsExactly(new OtherSum("I", Points.of(85), Points.of(86)));
    assertThat(contradictions(withParts("600", Map.of("I", "86"), Map.of("5", "40")))).isEmpty();
  }

  /** Cluster I has 115 points, indicator 4 has 15. */
  @Test
  void parts_aboveTheirMaximumOrUnknown_areContradictions() {
    assertThat(contradictions(withParts("600", Map.of("I", "115.5"), Map.of("4", "16", "99", "1"))))
        .containsExactlyInAnyOrder(
            new AboveMaximum("I", Points.parse("115.5"), Points.of(115)),
            new AboveMaximum("4", Points.of(16), Points.of(15)),
            new UnknownPart("99"));
  }

  /** Around 2020 cluster I had 125 points: another round's instrument is not checked unasked. */
  @Test
  void parts_areNotSetAgainstAnEditionUnasked() {
    RegionResult old = withParts("600", Map.of("I", "120"), Map.of());

    assertThat(DeclaredCheck.of(List.of(old), EDITION).contradicting()).isEmpty();
  }

  @Test
  void results_ofOneStageThatDiffer_contradictEachOther() {
    RegionResult one = Results.declared("35.71", "2023", "final", "600.36", "Madya");
    RegionResult other = Results.declared("35.71", "2023", "final", "601", "Madya");
    RegionResult earlier = Results.declared("35.71", "2023", "VA", "640", "");
    RegionResult elsewhere = Results.declared("35.72", "2023", "final", "602", "Madya");

    assertThat(DeclaredCheck.of(List.of(one, other, earlier, elsewhere), EDITION).rows())
        .extracting(DeclaredCheck.Row::contradictions)
        .containsExactly(
            List.of(new OtherResult(other)), List.of(new OtherResult(one)), List.of(), List.of());
  }

  /**
   * One may be the self-score and one the final total: of 2 totals without a stage nothing says.
   */
  @Test
  void totals_ofStagesThatAreNotSaid_areNotCompared() {
    RegionResult one = Results.declared("35.71", "2023", "unspecified", "934.2", "");
    RegionResult other = Results.declared("35.71", "2023", "unspecified", "600.36", "");

    assertThat(DeclaredCheck.of(List.of(one, other), EDITION).contradicting()).isEmpty();
  }

  /** Only the last total decides the predicate, so that a round has one, whatever the stage. */
  @Test
  void predicates_ofOneRoundThatDiffer_contradictEachOtherAcrossStages() {
    RegionResult unsaid = Results.declared("35.71", "2023", "unspecified", "", "Nindya");
    RegionResult last = Results.declared("35.71", "2023", "final", "600.36", "Madya");

    assertThat(DeclaredCheck.of(List.of(unsaid, last), EDITION).contradicting()).hasSize(2);
  }

  @Test
  void sameResult_twice_contradictsNothing() {
    RegionResult one = Results.declared("35.71", "2023", "final", "600.36", "Madya");

    assertThat(DeclaredCheck.of(List.of(one, one), EDITION).contradicting()).isEmpty();
    assertThat(one.tier()).isEqualTo(Optional.of("MADYA"));
  }
}
