package id.kla.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.Ranking.Bounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static RegionCode code(int number) {
    return RegionCode.parse("35.0" + number);
  }

  private static Map<RegionCode, Points> totals(String... amounts) {
    Map<RegionCode, Points> totals = new LinkedHashMap<>();
    for (String amount : amounts) {
      totals.put(code(totals.size() + 1), Points.parse(amount));
    }
    return totals;
  }

  @Test
  void ranking_ofEqualTotals_sharesARankAndLeavesOutTheNext() {
    Ranking ranking = Ranking.of(totals("600", "700.0001", "700", "700.0001", "500", "500"));

    assertThat(ranking.rows())
        .extracting(row -> row.region() + " " + row.rank())
        .containsExactly("35.02 1", "35.04 1", "35.03 3", "35.01 4", "35.05 5", "35.06 5");
  }

  @Test
  void ranking_ofNothing_isEmpty() {
    assertThat(Ranking.of(Map.of()).rows()).isEmpty();
  }

  /**
   * 690 to 710, 700 to 700, 600 to 620: the first two can be tied or either before the other; the
   * third is last whatever happens.
   */
  @Test
  void ranges_areAsWideAsTheBoundsAllow() {
    Map<RegionCode, Bounds> bounds =
        Map.of(
            code(1), new Bounds(Points.of(690), Points.of(710)),
            code(2), new Bounds(Points.of(700), Points.of(700)),
            code(3), new Bounds(Points.of(600), Points.of(620)));

    assertThat(Ranking.ranges(bounds))
        .containsExactly(
            new Ranking.Range(code(1), 1, 2),
            new Ranking.Range(code(2), 1, 2),
            new Ranking.Range(code(3), 3, 3));
  }

  @Test
  void bounds_inTheWrongOrder_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bounds(Points.of(2), Points.of(1)))
        .withMessageContaining("2 to 1");
  }

  @Provide
  Arbitrary<Map<RegionCode, Bounds>> bounds() {
    Arbitrary<Bounds> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 3))
            .as((least, width) -> new Bounds(Points.of(least), Points.of(least + width)));
    return one.list()
        .ofMaxSize(4)
        .map(
            list -> {
              Map<RegionCode, Bounds> map = new LinkedHashMap<>();
              list.forEach(each -> map.put(code(map.size() + 1), each));
              return map;
            });
  }

  /** Every choice of whole totals within the bounds is ranked by counting. */
  @Property(tries = 300)
  void ranges_areTheLeastAndGreatestRankOfAllChoices(
      @ForAll("bounds") Map<RegionCode, Bounds> bounds) {
    List<RegionCode> regions = List.copyOf(bounds.keySet());
    Map<RegionCode, int[]> found = new LinkedHashMap<>();
    regions.forEach(region -> found.put(region, new int[] {Integer.MAX_VALUE, 0}));
    choose(bounds, regions, new LinkedHashMap<>(), found);

    assertThat(Ranking.ranges(bounds))
        .allSatisfy(
            range ->
                assertThat(new int[] {range.best(), range.worst()})
                    .containsExactly(found.get(range.region())))
        .hasSameSizeAs(bounds.entrySet());
  }

  private static void choose(
      Map<RegionCode, Bounds> bounds,
      List<RegionCode> left,
      Map<RegionCode, Points> chosen,
      Map<RegionCode, int[]> found) {
    if (left.isEmpty()) {
      chosen.forEach(
          (region, total) -> {
            int rank =
                1 + (int) chosen.values().stream().filter(o -> o.compareTo(total) > 0).count();
            int[] range = Objects.requireNonNull(found.get(region));
            range[0] = Math.min(range[0], rank);
            range[1] = Math.max(range[1], rank);
          });
      return;
    }
    Bounds own = Objects.requireNonNull(bounds.get(left.get(0)));
    for (Points total = own.least();
        total.compareTo(own.greatest()) <= 0;
        total = total.plus(Points.of(1))) {
      chosen.put(left.get(0), total);
      choose(bounds, left.subList(1, left.size()), chosen, found);
    }
    chosen.remove(left.get(0));
  }

  /** The rank of a ranking is that of bounds without width. */
  @Property(tries = 200)
  void ranges_ofExactTotals_areTheRanking(@ForAll("bounds") Map<RegionCode, Bounds> bounds) {
    Map<RegionCode, Points> totals = new LinkedHashMap<>();
    Map<RegionCode, Bounds> exact = new LinkedHashMap<>();
    bounds.forEach(
        (region, each) -> {
          totals.put(region, each.least());
          exact.put(region, new Bounds(each.least(), each.least()));
        });

    assertThat(Ranking.ranges(exact))
        .containsExactlyInAnyOrderElementsOf(
            Ranking.of(totals).rows().stream()
                .map(row -> new Ranking.Range(row.region(), row.rank(), row.rank()))
                .toList());
  }
}
