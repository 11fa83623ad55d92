package id.kla.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.NamedLadder;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.RegionResult.Kind;
import id.kla.rollup.RegionResult.TierOrigin;
import id.kla.scoring.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of roll-ups over generated nations. */
class RollUpProperties {

  private static final Edition EDITION = Editions.kla2024();

  /** Two provinces of few regions, a region that does not exist, a village, and a foreign code. */
  private static final List<String> REGIONS =
      List.of(
          "31.01",
          "31.71",
          "31.72",
          "31.73",
          "31.74",
          "31.75",
          "34.01",
          "34.02",
          "34.71",
          "31.99",
          "31.71.01.1001",
          "99.01");

  private static final List<String> AMOUNTS =
      List.of("0", "467", "499.9999", "500", "600", "600.0001", "600.36", "797.5", "1000");

  @Provide
  Arbitrary<List<RegionResult>> nations() {
    return result().list().ofMaxSize(40);
  }

  private static Arbitrary<RegionResult> result() {
    Arbitrary<Optional<Total>> total = total().optional(0.7);
    Arbitrary<Optional<String>> tier =
        Arbitraries.of("PRATAMA", "MADYA", "KLA", RegionResult.NONE, "ANAK HEBAT").optional(0.8);
    Arbitrary<Map<String, Points>> clusters = parts("K", "I", "II");
    Arbitrary<Map<String, Points>> indicators = parts("1", "4", "21A");
    return Combinators.combine(
            Arbitraries.of(REGIONS),
            Arbitraries.of("2022", "2023"),
            Arbitraries.of(Kind.class),
            total,
            tier,
            clusters,
            indicators,
            Arbitraries.integers().between(0, 3))
        .as(
            (region, round, kind, points, held, clusterPoints, indicatorPoints, file) ->
                RegionResult.builder()
                    .region(RegionCode.parse(region))
                    .round(Round.parse(round))
                    .kind(kind)
                    .stage("final")
                    .edition(kind == Kind.SCORED ? Optional.of(EDITION) : Optional.empty())
                    .view(kind == Kind.SCORED ? Optional.of(View.claimed()) : Optional.empty())
                    .ladder(new NamedLadder("kla-2024", EDITION.ladder(), List.of()))
                    .total(points.map(Total::now))
                    .bounds(points.flatMap(Total::bounds))
                    .tier(held)
                    .tierOrigin(held.isPresent() ? TierOrigin.DECLARED : TierOrigin.UNKNOWN)
                    .clusters(clusterPoints)
                    .indicators(indicatorPoints)
                    .place(Place.file("file " + file))
                    .build());
  }

  /** A total, and between which it can still become another, if that is known. */
  private record Total(Points now, Optional<Ranking.Bounds> bounds) {}

  private static Arbitrary<Total> total() {
    return Combinators.combine(
            Arbitraries.of(AMOUNTS).map(Points::parse),
            Arbitraries.of("0", "0.0001", "200").list().ofSize(2).optional())
        .as(
            (now, room) ->
                new Total(
                    now,
                    room.map(
                        each ->
                            new Ranking.Bounds(
                                now.minus(now.min(Points.parse(each.get(0)))),
                                now.plus(Points.parse(each.get(1)))))));
  }

  private static Arbitrary<Map<String, Points>> parts(String... codes) {
    return Arbitraries.maps(
            Arbitraries.of(codes),
            Arbitraries.longs().between(0, 3).map(each -> Points.ofUnits(each * 12_345)))
        .ofMaxSize(codes.length);
  }

  @Property(tries = 300)
  void rollUp_equalsAnIndependentSlowReference(@ForAll("nations") List<RegionResult> nation) {
    RollUp rollUp = RollUp.of(nation);

    assertThat(rollUp.size()).isEqualTo(nation.size());
    for (Area area : List.of(Area.nation(), Area.parse("31"), Area.parse("35"))) {
      for (Heading heading : rollUp.headings()) {
        SlowRollUp slow = new SlowRollUp(nation, heading, area);
        Summary summary = rollUp.summary(heading, area);

        assertThat(summary.results().stream().map(each -> each.region().toString()))
            .containsExactlyElementsOf(slow.counted());
        for (RegionResult counted : summary.results()) {
          assertThat(slow.isFullest(counted)).isTrue();
        }
        assertThat(summary.differing().stream().map(each -> each.code().toString()))
            .containsExactlyElementsOf(slow.differing());
        assertThat(summary.missing().stream().map(each -> each.code().toString()))
            .containsExactlyElementsOf(slow.missing());
        summary.tiers().forEach((tier, n) -> assertThat((long) n).isEqualTo(slow.holding(tier)));
        assertThat((long) summary.none()).isEqualTo(slow.holding(RegionResult.NONE));
        assertThat((long) summary.unknown()).isEqualTo(slow.withoutTier());
        assertThat(summary.awarded() + summary.none() + summary.unknown())
            .isEqualTo(slow.counted().size());
        same(summary.total(), slow.amounts("total"));
        for (String code : List.of("K", "I", "II")) {
          same(
              summary.clusters().getOrDefault(code, Spread.of(List.of())),
              slow.amounts("c " + code));
        }
        for (String code : List.of("1", "4", "21A")) {
          same(
              summary.indicators().getOrDefault(code, Spread.of(List.of())),
              slow.amounts("i " + code));
        }
      }
    }
    Statistics.label("a region is told differently")
        .collect(
            rollUp.headings().stream()
                .anyMatch(
                    heading -> !rollUp.summary(heading, Area.nation()).differing().isEmpty()));
  }

  private static void same(Spread spread, List<BigDecimal> amounts) {
    assertThat(spread.count()).isEqualTo(amounts.size());
    assertThat(spread.sum().toBigDecimal()).isEqualByComparingTo(SlowRollUp.sum(amounts));
    for (int part = 1; part <= 4; part++) {
      assertThat(spread.quantile(part, 4).map(Points::toBigDecimal))
          .isEqualTo(SlowRollUp.quantile(amounts, part, 4));
    }
    assertThat(spread.least().map(Points::toBigDecimal))
        .isEqualTo(amounts.stream().min(BigDecimal::compareTo));
    assertThat(spread.greatest().map(Points::toBigDecimal))
        .isEqualTo(amounts.stream().max(BigDecimal::compareTo));
  }

  @Property(tries = 300)
  void findings_areOneForEachStrangerAndEachResultTooMany(
      @ForAll("nations") List<RegionResult> nation) {
    RollUp rollUp = RollUp.of(nation);

    for (Area area : List.of(Area.nation(), Area.parse("31"))) {
      List<SlowRollUp> slow =
          rollUp.headings().stream().map(each -> new SlowRollUp(nation, each, area)).toList();
      List<FaultCode> codes = rollUp.findings(area).stream().map(fault -> fault.code()).toList();

      assertThat(
              codes.stream()
                  .filter(c -> c == FaultCode.RESULT_TWICE || c == FaultCode.RESULTS_DIFFER))
          .hasSize((int) slow.stream().mapToLong(SlowRollUp::tooMany).sum());
      assertThat(codes.stream().filter(c -> c == FaultCode.RESULT_TWICE))
          .hasSizeGreaterThanOrEqualTo(
              (int) slow.stream().mapToLong(each -> each.toldTwice().size()).sum());
      assertThat(codes.contains(FaultCode.RESULT_TWICE))
          .isEqualTo(slow.stream().anyMatch(each -> !each.toldTwice().isEmpty()));
      assertThat(
              codes.stream()
                  .filter(c -> c == FaultCode.UNKNOWN_REGION || c == FaultCode.BELOW_A_REGION))
          .hasSize((int) slow.stream().mapToLong(SlowRollUp::strangers).sum());
    }
  }

  /** Parts of any sizes, in any order, merged in any grouping: the same roll-up. */
  @Property(tries = 300)
  void merge_inAnyGroupingAndOrder_isTheSame(
      @ForAll("nations") List<RegionResult> nation, @ForAll Random random) {
    List<RegionResult> shuffled = new ArrayList<>(nation);
    Collections.shuffle(shuffled, random);
    List<RollUp> parts = new ArrayList<>();
    for (int from = 0; from < shuffled.size(); ) {
      int to = Math.min(shuffled.size(), from + 1 + random.nextInt(5));
      parts.add(RollUp.of(shuffled.subList(from, to)));
      from = to;
    }
    parts.add(RollUp.empty());
    while (parts.size() > 1) {
      RollUp one = parts.remove(random.nextInt(parts.size()));
      RollUp other = parts.remove(random.nextInt(parts.size()));
      parts.add(one.merge(other));
    }
    RollUp whole = RollUp.of(nation);

    assertThat(parts.get(0)).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(parts.get(0).findings(Area.nation())).isEqualTo(whole.findings(Area.nation()));
    assertThat(parts.get(0).results()).isEqualTo(whole.results());
    for (Heading heading : whole.headings()) {
      assertThat(parts.get(0).summary(heading, Area.nation()))
          .isEqualTo(whole.summary(heading, Area.nation()));
    }
  }

  @Property(tries = 200)
  void rollUp_ofOneResult_isThatResult(@ForAll("nations") List<RegionResult> nation) {
    for (RegionResult result : nation) {
      RollUp rollUp = RollUp.of(List.of(result));
      Summary summary = rollUp.summary(rollUp.headings().get(0), Area.nation());

      assertThat(rollUp.results()).containsExactly(result);
      if (Area.nation().holds(result.region())) {
        assertThat(summary.results()).containsExactly(result);
        assertThat(summary.total().ascending()).isEqualTo(result.total().stream().toList());
        result
            .clusters()
            .forEach(
                (code, points) ->
                    assertThat(Objects.requireNonNull(summary.clusters().get(code)).ascending())
                        .containsExactly(points));
        assertThat(new TreeMap<>(summary.indicators()).keySet())
            .isEqualTo(new TreeMap<>(result.indicators()).keySet());
      } else {
        assertThat(summary.results()).isEmpty();
      }
    }
  }

  /** Each region of Yogyakarta has a total or none, and what it can still become. */
  @Provide
  Arbitrary<List<RegionResult>> provinces() {
    return total()
        .filter(total -> total.bounds().isPresent())
        .optional(0.9)
        .list()
        .ofSize(5)
        .map(
            totals -> {
              List<RegionResult> results = new ArrayList<>();
              for (String region : List.of("34.01", "34.02", "34.03", "34.04", "34.71")) {
                Optional<Total> total = totals.get(results.size());
                results.add(
                    RegionResult.builder()
                        .region(RegionCode.parse(region))
                        .round(Round.of(2023))
                        .kind(Kind.SCORED)
                        .stage("self")
                        .total(total.map(Total::now))
                        .bounds(total.flatMap(Total::bounds))
                        .build());
              }
              return results;
            });
  }

  /** Each total is at its least or at its greatest, in every combination, and ranks are counted. */
  @Property(tries = 200)
  void ranges_areTheBestAndTheWorstRankOfAllCombinationsOfExtremeTotals(
      @ForAll("provinces") List<RegionResult> province) {
    RollUp rollUp = RollUp.of(province);
    List<RegionResult> ranked =
        province.stream().filter(result -> result.total().isPresent()).toList();
    Map<RegionCode, Ranking.Range> found = new TreeMap<>();
    for (int choice = 0; choice < (1 << ranked.size()); choice++) {
      List<Points> totals = new ArrayList<>();
      for (int i = 0; i < ranked.size(); i++) {
        Ranking.Bounds bounds = ranked.get(i).bounds().orElseThrow();
        totals.add(((choice >> i) & 1) == 0 ? bounds.least() : bounds.greatest());
      }
      for (int i = 0; i < ranked.size(); i++) {
        Points own = totals.get(i);
        int rank = 1 + (int) totals.stream().filter(other -> other.compareTo(own) > 0).count();
        RegionCode code = ranked.get(i).region();
        found.merge(
            code,
            new Ranking.Range(code, rank, rank),
            (one, other) ->
                new Ranking.Range(
                    code,
                    Math.min(one.best(), other.best()),
                    Math.max(one.worst(), other.worst())));
      }
    }

    assertThat(rollUp.summary(rollUp.headings().get(0), Area.parse("34")).ranges())
        .isEqualTo(found);
  }

  /** Where one total is known alone, nobody can say what ranks can still become. */
  @Property(tries = 100)
  void ranges_withATotalWithoutBounds_areNone(
      @ForAll("provinces") List<RegionResult> province, @ForAll Random random) {
    List<RegionResult> results = new ArrayList<>(province);
    int one = random.nextInt(results.size());
    results.set(
        one,
        RegionResult.builder()
            .from(results.get(one))
            .total(Points.of(600))
            .bounds(Optional.empty())
            .build());
    RollUp rollUp = RollUp.of(results);

    assertThat(rollUp.summary(rollUp.headings().get(0), Area.parse("34")).ranges()).isEmpty();
  }
}
