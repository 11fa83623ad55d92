package id.kla.rollup;

import static id.kla.rollup.Results.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Collections2;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.points.Points;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.RegionResult.Kind;
import id.kla.rollup.RegionResult.TierOrigin;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollUpTest {

  private static Summary only(RollUp rollUp, String area) {
    assertThat(rollUp.headings()).hasSize(1);
    return rollUp.summary(rollUp.headings().get(0), Area.parse(area));
  }

  private static ScoredAssessment oganIlir() {
    return ScoringEngine.of(Editions.kla2024()).score(OganIlir.selfAssessment());
  }

  /** Yogyakarta's five, by hand: totals 603 + 600.36 + 467 = 1670.36; one has none. */
  @Test
  void summary_ofAProvince_countsTiersAndAddsUpWhatIsKnown() {
    RollUp rollUp =
        RollUp.of(
            List.of(
                declared("34.01", "2023", "final", "603", "Madya"),
                declared("34.02", "2023", "final", "600.36", "madya"),
                declared("34.03", "2023", "final", "467", ""),
                declared("34.04", "2023", "final", "", "Utama")));
    Summary summary = only(rollUp, "34");

    assertThat(summary.tiers())
        .containsExactly(
            Map.entry("PRATAMA", 0),
            Map.entry("MADYA", 2),
            Map.entry("NINDYA", 0),
            Map.entry("UTAMA", 1),
            Map.entry("KLA", 0));
    assertThat(summary.awarded()).isEqualTo(3);
    assertThat(summary.none()).isEqualTo(1);
    assertThat(summary.unknown()).isZero();
    assertThat(summary.missing()).extracting(Region::fullName).containsExactly("Kota Yogyakarta");
    assertThat(summary.total().count()).isEqualTo(3);
    assertThat(summary.total().sum()).isEqualTo(Points.parse("1670.36"));
    assertThat(summary.total().mean(4, RoundingMode.HALF_UP)).contains(new BigDecimal("556.7867"));
    assertThat(summary.total().quantile(1, 2)).contains(Points.parse("600.36"));
    assertThat(summary.ranking().rows())
        .extracting(row -> row.rank() + " " + row.region())
        .containsExactly("1 34.01", "2 34.02", "3 34.03");
  }

  @Test
  void nation_has514Regions_withJakartasAdministrativeOnes() {
    Summary summary =
        only(RollUp.of(List.of(declared("31.01", "2021", "final", "986.3", ""))), "ID");

    assertThat(summary.results()).hasSize(1);
    assertThat(summary.missing())
        .hasSize(513)
        .extracting(region -> region.code().toString())
        .contains("31.71", "31.72", "31.73", "31.74", "31.75");
  }

  @Test
  void tier_thatWasNotDeclared_isThatOfTheTotal_whereALadderIsKnown() {
    RegionResult computed = declared("34.01", "2023", "final", "603", "");
    RegionResult unknown = declared("34.01", "2019", "final", "603", "");

    assertThat(computed.tier()).contains("MADYA");
    assertThat(computed.tierOrigin()).isEqualTo(TierOrigin.COMPUTED);
    assertThat(unknown.tier()).isEmpty();
    assertThat(unknown.tierOrigin()).isEqualTo(TierOrigin.UNKNOWN);
    assertThat(only(RollUp.of(List.of(unknown)), "34").unknown()).isEqualTo(1);
  }

  /** Of 2019 no ladder is known; the predicate is Madya all the same. */
  @Test
  void tier_ofARoundWithoutAKnownLadder_isReadByItsName() {
    RegionResult result = declared("35.71", "2019", "final", "", "Madya");

    assertThat(result.tier()).contains("MADYA");
    assertThat(result.ladder()).isEmpty();
    assertThat(only(RollUp.of(List.of(result)), "35").tiers()).isEqualTo(Map.of("MADYA", 1));
  }

  /** 650 can become 0 to 720 and 600 anything from 600 to 640; 500 is decided: the last. */
  @Test
  void ranges_ofTotalsThatAreOpen_sayBetweenWhichRanksRegionsCanEnd() {
    Summary summary =
        only(
            RollUp.of(
                List.of(
                    open("34.01", "650", "0", "720"),
                    open("34.02", "600", "600", "640"),
                    open("34.03", "500", "500", "500"))),
            "34");

    assertThat(summary.ranges().values())
        .containsExactly(
            new Ranking.Range(RegionCode.parse("34.01"), 1, 3),
            new Ranking.Range(RegionCode.parse("34.02"), 1, 2),
            new Ranking.Range(RegionCode.parse("34.03"), 2, 3));
  }

  private static RegionResult open(String region, String total, String least, String greatest) {
    return RegionResult.builder()
        .from(declared(region, "2023", "self", total, ""))
        .bounds(new Ranking.Bounds(Points.parse(least), Points.parse(greatest)))
        .build();
  }

  @Test
  void bounds_thatDoNotHoldTheTotal_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open("34.01", "650", "0", "649.99"))
        .withMessageContaining("34.01: found a total of 650 with bounds from 0 to 649.99");
  }

  /** They say the same total, and of what it can still become two different things. */
  @Test
  void results_withOtherBounds_contradictEachOther() {
    Summary summary =
        only(
            RollUp.of(List.of(open("34.01", "650", "0", "700"), open("34.01", "650", "0", "720"))),
            "34");

    assertThat(summary.results()).isEmpty();
    assertThat(summary.differing())
        .extracting(Region::fullName)
        .containsExactly("Kabupaten Kulon Progo");
  }

  @Test
  void rollUp_ofASheet_isTheScoreOfThatSheet() {
    ScoredAssessment scored = oganIlir();
    RegionResult result = RegionResult.of(scored, Place.file("ogan-ilir.json"));
    Summary summary = only(RollUp.of(List.of(result)), "16");

    assertThat(result.kind()).isEqualTo(Kind.SCORED);
    assertThat(result.tier()).contains("NINDYA");
    // Nobody has judged it, and every question is answered.
    assertThat(result.bounds()).contains(new Ranking.Bounds(Points.ZERO, Points.parse("771.81")));
    assertThat(summary.results()).containsExactly(result);
    assertThat(summary.total().sum()).isEqualTo(Points.parse("771.81"));
    assertThat(summary.clusters().keySet()).containsExactly("K", "I", "II", "III", "IV", "V", "L");
    assertThat(summary.clusters())
        .hasEntrySatisfying(
            "K", spread -> assertThat(spread.sum()).isEqualTo(Points.parse("126.91")));
    assertThat(summary.indicators()).hasSize(31);
    assertThat(summary.indicators().keySet()).startsWith("1", "2", "3").endsWith("25", "26");
  }

  /** Points of stages, of editions, of views, and what was declared stand by themselves. */
  @Test
  void results_thatAreNoCommonMeasure_standUnderHeadingsOfTheirOwn() {
    Edition edition = Editions.kla2024();
    ScoringEngine engine = ScoringEngine.of(edition);
    Assessment sheet = OganIlir.selfAssessment();
    RollUp rollUp =
        RollUp.of(
            List.of(
                RegionResult.of(engine.score(sheet), Place.unknown()),
                RegionResult.of(engine.score(sheet, View.verified("VA")), Place.unknown()),
                RegionResult.of(engine.score(OganIlir.at("final")), Place.unknown()),
                declared("16.10", "2024", "self", "770.36", ""),
                declared("16.10", "2024", "PM", "770.36", "")));

    assertThat(rollUp.headings())
        .extracting(heading -> heading.kind() + " " + heading.stage())
        .containsExactlyInAnyOrder(
            "SCORED self", "SCORED admin_verification", "SCORED final", "DECLARED self");
    assertThat(rollUp.findings(Area.nation()))
        .extracting(Fault::code)
        .containsExactly(FaultCode.RESULT_TWICE);
  }

  @Test
  void sameRegionTwice_saysWhereBothStand_andCountsOnceIfTheySayTheSame() {
    RegionResult one = declared("34.01", "2023", "final", "603", "Madya");
    RegionResult copy = RegionResult.builder().from(one).place(Place.table("b.csv", 7, "")).build();
    RollUp rollUp = RollUp.of(List.of(copy, one));

    assertThat(rollUp.findings(Area.nation()))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.RESULT_TWICE);
              assertThat(fault.severity()).isEqualTo(Severity.WARNING);
              assertThat(fault.message(Language.ENGLISH))
                  .contains(
                      "34.01 2023 final", "b.csv, row 7", "Kabupaten Kulon Progo", "counts once");
            });
    assertThat(only(rollUp, "34").total().count()).isEqualTo(1);
  }

  /** One page knows the predicate, another the total, too, a third a cluster. */
  @Test
  void resultsOfOneRegion_thatContradictInNothing_countOnceByTheOneThatKnowsMost() {
    RegionResult predicate = declared("34.01", "2023", "final", "", "Madya");
    RegionResult both = declared("34.01", "2023", "final", "600.36", "Madya");
    RegionResult cluster =
        RegionResult.builder().from(predicate).putClusters("K", Points.of(120)).build();
    RegionResult most = RegionResult.builder().from(both).putClusters("I", Points.of(80)).build();

    for (List<RegionResult> told :
        Collections2.permutations(List.of(predicate, both, cluster, most))) {
      RollUp rollUp = RollUp.of(told);

      assertThat(only(rollUp, "34").results()).containsExactly(most);
      assertThat(only(rollUp, "34").differing()).isEmpty();
      assertThat(rollUp.findings(Area.nation()))
          .extracting(Fault::code)
          .containsExactly(FaultCode.RESULT_TWICE, FaultCode.RESULT_TWICE, FaultCode.RESULT_TWICE);
    }
    for (List<RegionResult> told : Collections2.permutations(List.of(cluster, both))) {
      assertThat(only(RollUp.of(told), "34").results()).containsExactly(both);
    }
  }

  /** The first fits the second, the second the third; the first and the third do not fit. */
  @Test
  void resultsOfOneRegion_ofWhichTwoContradict_differ_thoughAThirdFitsBoth() {
    RegionResult one = declared("34.01", "2023", "final", "603", "Madya");
    RegionResult between = declared("34.01", "2023", "final", "", "Madya");
    RegionResult other = declared("34.01", "2023", "final", "604", "Madya");

    for (List<RegionResult> told : Collections2.permutations(List.of(one, between, other))) {
      RollUp rollUp = RollUp.of(told.subList(0, 2)).merge(RollUp.of(told.subList(2, 3)));

      assertThat(only(rollUp, "34").results()).isEmpty();
      assertThat(only(rollUp, "34").differing()).hasSize(1);
      assertThat(rollUp.findings(Area.nation()))
          .extracting(Fault::code)
          .containsExactly(FaultCode.RESULTS_DIFFER, FaultCode.RESULTS_DIFFER);
    }
  }

  @Test
  void sameRegionTwice_withOtherFigures_countsNotAtAll_andIsNotMissing() {
    RegionResult one = declared("34.01", "2023", "final", "603", "Madya");
    RegionResult other =
        RegionResult.builder()
            .from(declared("34.01", "2023", "final", "604", "Madya"))
            .source("another page")
            .build();
    RollUp rollUp = RollUp.of(List.of(one, other));
    Summary summary = only(rollUp, "34");

    assertThat(rollUp.findings(Area.nation()))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.severity()).isEqualTo(Severity.ERROR);
              assertThat(fault.text(Language.ENGLISH)).contains("(a page)", "(another page)");
            });
    assertThat(summary.total().count()).isZero();
    assertThat(summary.differing()).extracting(Region::name).containsExactly("Kulon Progo");
    assertThat(summary.missing()).hasSize(4);
  }

  @Test
  void strangers_areFindings_andOtherProvincesAreCounted() {
    RegionResult known = declared("34.01", "2023", "final", "603", "Madya");
    RollUp rollUp =
        RollUp.of(
            List.of(
                known,
                RegionResult.builder().from(known).region(RegionCode.parse("34.99")).build(),
                RegionResult.builder().from(known).region(RegionCode.parse("34.01.02")).build(),
                declared("35.71", "2023", "final", "600.36", "Madya")));

    assertThat(rollUp.findings(Area.parse("34")))
        .extracting(Fault::code)
        .containsExactly(FaultCode.BELOW_A_REGION, FaultCode.UNKNOWN_REGION);
    assertThat(rollUp.outside(Area.parse("34"))).isEqualTo(1);
    assertThat(rollUp.outside(Area.nation())).isZero();
    assertThat(only(rollUp, "34").results()).containsExactly(known);
  }

  @Test
  void summary_ofAHeadingThatIsNotThere_isRefused() {
    Heading heading = Heading.of(declared("34.01", "2023", "final", "603", "Madya"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RollUp.empty().summary(heading, Area.nation()));
  }

  @Test
  void area_isTheNationOrAProvince() {
    assertThat(Area.parse("ID")).isEqualTo(Area.nation());
    assertThat(Area.parse("35").toString()).isEqualTo("35");
    assertThat(Area.findProvince("jawa timur", Place.unknown()).orThrow())
        .isEqualTo(Area.parse("35"));
    assertThat(Area.findProvince("Jawa Timor", Place.unknown()).faults())
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.text(Language.ENGLISH)).contains("Jawa Timor", "Jawa Timur"));
    assertThatIllegalArgumentException().isThrownBy(() -> Area.parse("10"));
    assertThatIllegalArgumentException().isThrownBy(() -> Area.parse("35.71"));
  }

  /** Each region of the nation at its own total, 400 to 913 points: sum 514 * (400 + 913) / 2. */
  @Test
  void nation_ofEveryRegion_isWhole() {
    List<RegionResult> results = new ArrayList<>();
    for (Region region : Regions.builtIn().regions()) {
      results.add(
          declared(
              region.code().toString(),
              "2023",
              "final",
              Integer.toString(400 + results.size()),
              ""));
    }
    Summary summary = only(RollUp.of(results), "ID");

    assertThat(summary.missing()).isEmpty();
    assertThat(summary.total().sum()).isEqualTo(Points.of(514L * 1313 / 2));
    assertThat(summary.none()).isEqualTo(100);
    assertThat(summary.tiers())
        .isEqualTo(Map.of("PRATAMA", 101, "MADYA", 100, "NINDYA", 100, "UTAMA", 100, "KLA", 13));
    assertThat(summary.total().quantile(1, 2)).contains(Points.of(656));
  }

  @Test
  void result_withPointsBelowZero_isRefused() {
    RegionResult known = declared("34.01", "2023", "final", "603", "Madya");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RegionResult.builder().from(known).putClusters("K", Points.of(-1)).build())
        .withMessageContaining("-1");
  }
}
