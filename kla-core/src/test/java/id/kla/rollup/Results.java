package id.kla.rollup;

import id.kla.assessment.Calendar;
import id.kla.assessment.DeclaredDraft;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Results for tests. */
final class Results {

  private Results() {}

  /** What a table of declared results says; empty texts are empty cells. */
  static RegionResult declared(
      String region, String round, String stage, String total, String tier) {
    Place place = Place.file(region + " " + round + " " + stage);
    DeclaredResult result =
        DeclaredDraft.builder()
            .region(new Written<>(region, place))
            .round(new Written<>(round, place))
            .stage(stage)
            .total(
                total.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Written<>(Points.parse(total), place)))
            .tier(tier.isEmpty() ? Optional.empty() : Optional.of(tier))
            .source("a page")
            .build()
            .check()
            .orThrow();
    return RegionResult.of(result, Editions.kla2024(), place);
  }

  /**
   * The published numbers of East Java 2023 (4 Utama, 16 Nindya, 18 Madya) dealt out over its 38
   * regions in the order of their codes; which region held which is made.
   */
  static List<RegionResult> eastJava() {
    List<String> tiers = new ArrayList<>();
    for (int i = 0; i < 38; i++) {
      tiers.add(i < 4 ? "Utama" : i < 20 ? "Nindya" : "Madya");
    }
    List<Region> regions = Regions.builtIn().regionsOf(RegionCode.parse("35"));
    List<RegionResult> results = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      results.add(declared(regions.get(i).code().toString(), "2023", "final", "", tiers.get(i)));
    }
    return results;
  }

  static Round round(String year) {
    return Calendar.builtIn().roundOf(Round.parse(year));
  }

  static List<Points> points(String... amounts) {
    return Arrays.stream(amounts).map(Points::parse).toList();
  }
}
