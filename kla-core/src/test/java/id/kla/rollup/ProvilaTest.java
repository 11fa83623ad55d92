package id.kla.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.edition.Mark;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.region.AreaLevel;
import id.kla.rollup.Provila.Outcome;
import id.kla.rollup.Provila.Why;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvilaTest {

  private static final ProvilaRule OLD = ProvilaRule.find("provila-2019").orElseThrow();
  private static final ProvilaRule NEW = ProvilaRule.find("provila-2025").orElseThrow();

  private static Summary summary(List<RegionResult> results) {
    RollUp rollUp = RollUp.of(results);
    return rollUp.summary(rollUp.headings().get(0), Area.parse("35"));
  }

  /** The made East Java with one region set to something else. */
  private static List<RegionResult> with(RegionResult other) {
    List<RegionResult> results = new ArrayList<>(Results.eastJava());
    results.replaceAll(result -> result.region().equals(other.region()) ? other : result);
    return results;
  }

  @Test
  void rules_areDataWithSources() {
    assertThat(ProvilaRule.builtIn()).containsExactly(OLD, NEW);
    assertThat(OLD.rounds()).contains(Round.of(2019), Round.of(2021));
    assertThat(OLD.origin().mark()).isEqualTo(Mark.STATED);
    assertThat(OLD.conditions()).hasSize(1);
    assertThat(NEW.conditions())
        .extracting(condition -> condition.level() + " " + condition.prize())
        .containsExactly("REGION award", "SUBDISTRICT Kelana", "VILLAGE Dekela");
    assertThat(NEW.origin().sources()).containsExactly("biz.kompas.com 2025-08-11");
  }

  @Test
  void eastJava2023_isProvilaByTheRuleOf2021() {
    Provila verdict = Provila.of(OLD, summary(Results.eastJava()), Map.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.MET);
    assertThat(verdict.inTheWay()).isEmpty();
    assertThat(verdict.tests().get(0).held()).contains(Share.of(38, 38));
  }

  @Test
  void eastJava2023_withOneRegionWithoutAward_isNot_andTheVerdictNamesIt() {
    Provila verdict =
        Provila.of(
            OLD, summary(with(Results.declared("35.27", "2023", "final", "", "none"))), Map.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(verdict.inTheWay())
        .singleElement()
        .satisfies(
            region -> {
              assertThat(region.region().fullName()).isEqualTo("Kabupaten Sampang");
              assertThat(region.why()).isEqualTo(Why.WITHOUT_AWARD);
              assertThat(region.lacking()).isEmpty();
            });
    assertThat(verdict.tests().get(0).held()).contains(Share.of(37, 38));
  }

  @Test
  void eastJava2023_byTheRuleOf2025_isNotDecidableWithoutCounts() {
    Provila verdict = Provila.of(NEW, summary(Results.eastJava()), Map.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_DECIDABLE);
    assertThat(verdict.tests())
        .extracting(Provila.Test::outcome)
        .containsExactly(Outcome.MET, Outcome.NOT_DECIDABLE, Outcome.NOT_DECIDABLE);
  }

  @Test
  void ruleOf2025_withCounts_isDecided() {
    Summary summary = summary(Results.eastJava());
    Share all = Share.of(666, 666);

    assertThat(
            Provila.of(NEW, summary, Map.of(AreaLevel.SUBDISTRICT, all, AreaLevel.VILLAGE, all))
                .outcome())
        .isEqualTo(Outcome.MET);
    assertThat(
            Provila.of(
                    NEW,
                    summary,
                    Map.of(AreaLevel.SUBDISTRICT, all, AreaLevel.VILLAGE, Share.of(8493, 8494)))
                .outcome())
        .isEqualTo(Outcome.NOT_MET);
    assertThat(
            Provila.of(NEW, summary, Map.of(AreaLevel.SUBDISTRICT, Share.of(665, 666))).outcome())
        .isEqualTo(Outcome.NOT_MET);
  }

  /** A region without an award decides the rule of 2025, too: one condition fails. */
  @Test
  void ruleOf2025_withOneRegionWithoutAward_isNotMetWithoutAnyCount() {
    assertThat(
            Provila.of(
                    NEW,
                    summary(with(Results.declared("35.27", "2023", "final", "", "none"))),
                    Map.of())
                .outcome())
        .isEqualTo(Outcome.NOT_MET);
  }

  /** To 500 lack 33 from 467 and 0.0001 from 499.9999; of the others nothing is known. */
  @Test
  void inTheWay_areTheNearestFirst_withTheirPointsToAnAward() {
    List<RegionResult> results = new ArrayList<>(Results.eastJava().subList(5, 38));
    results.add(Results.declared("35.01", "2023", "final", "467", ""));
    results.add(Results.declared("35.02", "2023", "final", "499.9999", ""));
    results.add(Results.declared("35.03", "2023", "final", "", "tidak ada"));
    results.add(Results.declared("35.05", "2023", "final", "600", "Madya"));
    results.add(Results.declared("35.05", "2023", "final", "601", "Madya"));

    Provila verdict = Provila.of(OLD, summary(results), Map.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(verdict.inTheWay())
        .extracting(each -> each.region().code() + " " + each.why() + " " + each.lacking())
        .containsExactly(
            "35.02 WITHOUT_AWARD " + Optional.of(Points.SMALLEST),
            "35.01 WITHOUT_AWARD " + Optional.of(Points.of(33)),
            "35.03 WITHOUT_AWARD " + Optional.empty(),
            "35.05 RESULTS_DIFFER " + Optional.empty(),
            "35.04 NO_RESULT " + Optional.empty());
  }

  /** "Not yet" and a dash are no predicates: they are no award, and no known lack of one. */
  @Test
  void textsThatNoLadderKnows_areNoAwards_andLeaveTheRuleUndecided() {
    for (String text : List.of("-", "belum", "tanpa predikat")) {
      for (String round : List.of("2023", "2019")) {
        List<RegionResult> results = new ArrayList<>();
        for (RegionResult result : Results.eastJava()) {
          String region = result.region().toString();
          results.add(
              Results.declared(
                  region, round, "final", "", region.equals("35.27") ? text : "Madya"));
        }
        Summary summary = summary(results);

        assertThat(summary.awarded()).isEqualTo(37);
        assertThat(summary.unknown()).isEqualTo(1);
        assertThat(summary.none()).isZero();
        assertThat(summary.tiers()).doesNotContainKey(text);
        Provila verdict = Provila.of(OLD, summary, Map.of());
        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_DECIDABLE);
        assertThat(verdict.inTheWay())
            .extracting(each -> each.region().name() + " " + each.why())
            .containsExactly("Sampang TIER_UNKNOWN");
        assertThat(verdict.tests().get(0).held()).contains(Share.of(37, 38));
      }
    }
  }

  /** All 38 by their own account: neither met nor not met. */
  @Test
  void resultsOfAStageBeforeTheLast_decideNothing() {
    for (String tier : List.of("Madya", "none")) {
      for (String stage : List.of("self", "admin_verification", "VLH")) {
        Provila verdict = Provila.of(OLD, summary(all(stage, tier)), Map.of());

        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_DECIDABLE);
        assertThat(verdict.when()).isEqualTo(DeclaredCheck.When.BEFORE);
        assertThat(verdict.tests().get(0).held())
            .contains(Share.of(tier.equals("none") ? 0 : 38, 38));
      }
    }
  }

  @Test
  void resultsOfAStageThatIsNotSaid_decide() {
    Provila verdict = Provila.of(OLD, summary(all("unspecified", "Madya")), Map.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.MET);
    assertThat(verdict.when()).isEqualTo(DeclaredCheck.When.NOT_SAID);
  }

  /** What is counted below regions does not hang on the stage: what lacks there lacks. */
  @Test
  void countBelowRegionsThatFails_decidesTheRuleOf2025_atAnyStage() {
    Map<AreaLevel, Share> counts = Map.of(AreaLevel.SUBDISTRICT, Share.of(665, 666));

    assertThat(Provila.of(NEW, summary(all("self", "Madya")), counts).outcome())
        .isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void publishedCounts_standOnlyBesideResultsOfTheLastStage_orOfOneThatIsNotSaid() {
    for (String stage : List.of("self", "final", "unspecified")) {
      assertThat(
              RollUpReport.of(RollUp.of(all(stage, "Madya")), Area.parse("35"))
                  .parts()
                  .get(0)
                  .published())
          .hasSize(stage.equals("self") ? 0 : 1);
    }
  }

  private static List<RegionResult> all(String stage, String tier) {
    return Results.eastJava().stream()
        .map(each -> Results.declared(each.region().toString(), "2023", stage, "", tier))
        .toList();
  }

  /** A sheet's claims at its first stage are no verdict; what the last stage left of it is one. */
  @Test
  void claimsOfASelfAssessment_decideNothing() {
    RegionResult claimed =
        RegionResult.of(
            ScoringEngine.of(Editions.kla2024()).score(OganIlir.selfAssessment(), View.claimed()),
            Place.unknown());
    RegionResult decided =
        RegionResult.of(
            ScoringEngine.of(Editions.kla2024()).score(OganIlir.at("final")), Place.unknown());

    assertThat(Heading.of(claimed).when()).isEqualTo(DeclaredCheck.When.BEFORE);
    assertThat(Heading.of(decided).when()).isEqualTo(DeclaredCheck.When.LAST_STAGE);
  }

  @Test
  void rule_withoutTheResultOfOneRegion_isNotDecidable() {
    Provila verdict = Provila.of(OLD, summary(Results.eastJava().subList(0, 37)), Map.of());

    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_DECIDABLE);
    assertThat(verdict.inTheWay()).extracting(Provila.InTheWay::why).containsExactly(Why.NO_RESULT);
  }

  @Test
  void nation_isNoProvila_butEachProvinceHasAVerdict() {
    RollUp rollUp = RollUp.of(Results.eastJava());
    Heading heading = rollUp.headings().get(0);

    assertThat(RollUpReport.of(rollUp, Area.nation()).parts().get(0).provila())
        .hasSize(38)
        .allSatisfy(
            verdict ->
                assertThat(verdict.outcome())
                    .isEqualTo(
                        verdict.province().toString().equals("35")
                            ? Outcome.MET
                            : Outcome.NOT_DECIDABLE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Provila.of(OLD, rollUp.summary(heading, Area.nation()), Map.of()))
        .withMessageContaining("nation");
  }
}
