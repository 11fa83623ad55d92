package id.kla.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Round;
import id.kla.edition.Origin;
import id.kla.region.RegionCode;
import id.kla.rollup.DeclaredCounts.Agreement;
import id.kla.rollup.DeclaredCounts.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredCountsTest {

  private static List<Check> checks(String area, String round) {
    return DeclaredCounts.check(DeclaredCounts.builtIn()).stream()
        .filter(check -> check.counts().area().equals(Area.parse(area)))
        .filter(check -> check.counts().round().equals(Round.parse(round)))
        .toList();
  }

  private static DeclaredCounts counts(Optional<Integer> total, Map<String, Integer> tiers) {
    return new DeclaredCounts(
        Area.province(RegionCode.parse("35")), Round.of(2023), total, tiers, Origin.STATED);
  }

  /** 135 + 86 + 23 + 3 = 247; a page of 2025 says 249. */
  @Test
  void check_of2019_reportsBothTotalsWithTheirSources() {
    List<Check> checks = checks("ID", "2019");

    assertThat(checks).hasSize(2);
    assertThat(checks.get(0).counts().total()).contains(247);
    assertThat(checks.get(0).sum()).contains(247);
    assertThat(checks.get(0).agreement()).isEqualTo(Agreement.ADDS_UP);
    assertThat(checks.get(0).counts().origin().sources()).containsExactly("antaranews.com 972944");
    assertThat(checks.get(0).others()).containsExactly(checks.get(1).counts());
    assertThat(checks.get(1).counts().total()).contains(249);
    assertThat(checks.get(1).counts().origin().sources()).containsExactly("katakaltim.com (2025)");
    assertThat(checks.get(1).agreement()).isEqualTo(Agreement.NOTHING_TO_COMPARE);
    assertThat(checks.get(1).others()).containsExactly(checks.get(0).counts());
  }

  /** 121 + 117 + 66 + 8 = 312. */
  @Test
  void check_of2022_addsUp() {
    assertThat(checks("ID", "2022"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.sum()).contains(312);
              assertThat(check.agreement()).isEqualTo(Agreement.ADDS_UP);
              assertThat(check.others()).isEmpty();
            });
  }

  /** 2022: 7 + 17 + 12 + 2; 2023: 0 + 18 + 16 + 4; both are all 38. */
  @Test
  void check_ofEastJava_addsUpToAllItsRegions() {
    for (String round : List.of("2022", "2023")) {
      assertThat(checks("35", round))
          .singleElement()
          .satisfies(
              check -> {
                assertThat(check.sum()).contains(38);
                assertThat(check.agreement()).isEqualTo(Agreement.ADDS_UP);
                assertThat(check.above()).isZero();
              });
    }
  }

  /** Of 2018 only Madya (51) and Utama (2) were found beside the total of 177. */
  @Test
  void check_of2018_knowsATotalAndSomeTiers() {
    assertThat(checks("ID", "2018"))
        .singleElement()
        .satisfies(check -> assertThat(check.agreement()).isEqualTo(Agreement.IN_PART));
  }

  @Test
  void builtIn_namesASourceForEachRow() {
    assertThat(DeclaredCounts.builtIn())
        .hasSize(8)
        .allSatisfy(counts -> assertThat(counts.origin().sources()).isNotEmpty());
  }

  @Test
  void check_ofCountsThatDoNotAddUp_saysSo() {
    DeclaredCounts more = counts(Optional.of(2), Map.of("MADYA", 3));
    DeclaredCounts fewer =
        counts(Optional.of(4), Map.of("PRATAMA", 0, "MADYA", 3, "NINDYA", 0, "UTAMA", 0, "KLA", 0));

    assertThat(DeclaredCounts.check(List.of(more, fewer)))
        .extracting(Check::agreement)
        .containsExactly(Agreement.DIFFERS, Agreement.DIFFERS);
  }

  /** 3 and 2 of 38; of three of the five tiers nothing was found, in whatever list they stand. */
  @Test
  void check_ofSomeTiersOfTheLadder_belowTheTotal_isInPart() {
    DeclaredCounts some = counts(Optional.of(38), Map.of("MADYA", 3, "UTAMA", 2));
    DeclaredCounts before =
        new DeclaredCounts(
            Area.nation(), Round.of(2018), Optional.of(177), Map.of("MADYA", 51), Origin.STATED);

    assertThat(DeclaredCounts.check(List.of(some)))
        .extracting(Check::agreement)
        .containsExactly(Agreement.IN_PART);
    assertThat(DeclaredCounts.check(List.of(before)))
        .extracting(Check::agreement)
        .containsExactly(Agreement.IN_PART);
  }

  @Test
  void check_ofMoreThanThereAreRegions_saysByHowMany() {
    assertThat(DeclaredCounts.check(List.of(counts(Optional.of(40), Map.of()))).get(0).above())
        .isEqualTo(2);
  }

  @Test
  void check_ofTwoNumbersForOneTier_reportsBoth() {
    DeclaredCounts one = counts(Optional.empty(), Map.of("MADYA", 3, "UTAMA", 1));
    DeclaredCounts other = counts(Optional.empty(), Map.of("MADYA", 4));

    assertThat(DeclaredCounts.check(List.of(one, other)).get(0).others()).containsExactly(other);
  }

  @Test
  void differences_ofAMadeRollUp_areNone_untilOneRegionHoldsAnotherTier() {
    DeclaredCounts published = checks("35", "2023").get(0).counts();
    List<RegionResult> results = Results.eastJava();
    RollUp rollUp = RollUp.of(results);
    RollUp other =
        RollUp.of(results.subList(1, 38))
            .merge(RollUp.of(List.of(Results.declared("35.01", "2023", "final", "", "Nindya"))));
    Area area = Area.parse("35");

    assertThat(published.differences(rollUp.summary(rollUp.headings().get(0), area)))
        .contains(Map.of());
    assertThat(published.differences(other.summary(other.headings().get(0), area)))
        .contains(Map.of("NINDYA", 1, "UTAMA", -1));
  }

  /** A region of which the tier is not known holds any or none: neither is a difference. */
  @Test
  void differences_whereTheTierOfARegionIsNotKnown_cannotBeTold() {
    DeclaredCounts published = checks("35", "2023").get(0).counts();
    List<RegionResult> others = Results.eastJava().subList(1, 38);
    RegionResult unknown = Results.declared("35.01", "2023", "final", "", "belum");
    RegionResult utama = Results.declared("35.01", "2023", "final", "", "Utama");
    RegionResult nindya = Results.declared("35.01", "2023", "final", "", "Nindya");

    for (List<RegionResult> first :
        List.of(List.<RegionResult>of(), List.of(unknown), List.of(utama, nindya))) {
      RollUp rollUp = RollUp.of(others).merge(RollUp.of(first));
      Summary summary = rollUp.summary(rollUp.headings().get(0), Area.parse("35"));

      assertThat(published.differences(summary)).isEmpty();
      assertThat(DeclaredCounts.withoutTier(summary)).isEqualTo(1);
    }
  }
}
