package id.kla.policy;

import com.google.common.collect.ImmutableMap;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.Ranking;
import java.util.HashMap;
import java.util.Map;

/**
 * The ranks that a region shares with all of the same total: from the best to the worst of them,
 * which are one where no other has its total.
 *
 * @param best from 1
 * @param worst at least as large
 */
public record RankRange(int best, int worst) {

  static Map<RegionCode, RankRange> of(Map<RegionCode, Points> totals) {
    Ranking ranking = Ranking.of(totals);
    Map<Integer, Integer> sharing = new HashMap<>();
    ranking.rows().forEach(row -> sharing.merge(row.rank(), 1, Integer::sum));
    ImmutableMap.Builder<RegionCode, RankRange> ranges = ImmutableMap.builder();
    ranking
        .rows()
        .forEach(
            row ->
                ranges.put(
                    row.region(),
                    new RankRange(
                        row.rank(), row.rank() + sharing.getOrDefault(row.rank(), 1) - 1)));
    return ranges.buildOrThrow();
  }

  /** Returns the rank, or the best and the worst of those that are shared, such as {@code 2-3}. */
  @Override
  public String toString() {
    return best == worst ? Integer.toString(best) : best + "-" + worst;
  }
}
