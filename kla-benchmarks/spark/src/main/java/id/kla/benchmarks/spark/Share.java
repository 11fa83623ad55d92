package id.kla.benchmarks.spark;

import id.kla.edition.Edition;
import id.kla.region.RegionCode;
import id.kla.simulation.BatchScorer;
import id.kla.simulation.BatchScores;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Part of the draws of a nation: of some regions all, of its first and last one perhaps some.
 *
 * <p>It goes to a worker as primitive arrays and codes.
 *
 * @param seed of the whole nation
 * @param regions the codes of its regions
 * @param claims what each claims for each question, in ten-thousandths of a point
 * @param firsts the first draw of each
 * @param ends the first draw of each that is not in this share
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Share(long seed, String[] regions, int[][] claims, long[] firsts, long[] ends)
    implements Serializable {

  /** Cuts all draws of a nation into so many shares of about the same size, none of them empty. */
  static List<Share> of(Nation nation, long seed, long drawsPerRegion, int shares) {
    List<int[]> claims = nation.regions().stream().map(nation::claims).toList();
    long all = Math.multiplyExact(nation.regions().size(), drawsPerRegion);
    List<Share> cut = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      long from = Math.multiplyExact(all, i) / shares;
      long to = Math.multiplyExact(all, i + 1L) / shares;
      if (from < to) {
        cut.add(of(nation, seed, claims, drawsPerRegion, from, to));
      }
    }
    return cut;
  }

  private static Share of(
      Nation nation, long seed, List<int[]> claims, long drawsPerRegion, long from, long to) {
    int first = (int) (from / drawsPerRegion);
    int size = (int) ((to - 1) / drawsPerRegion) - first + 1;
    Share share =
        new Share(seed, new String[size], new int[size][], new long[size], new long[size]);
    for (int i = 0; i < size; i++) {
      long before = (first + i) * drawsPerRegion;
      share.regions[i] = nation.regions().get(first + i).toString();
      share.claims[i] = claims.get(first + i);
      share.firsts[i] = Math.max(0, from - before);
      share.ends[i] = Math.min(drawsPerRegion, to - before);
    }
    return share;
  }

  /** Scores the claims and draws this share. */
  List<Part> draw(Edition edition) {
    Nation nation = Nation.of(edition, seed);
    BatchScores scores = BatchScores.of(edition, regions.length);
    BatchScorer.of(edition).score(columns(), scores);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < regions.length; i++) {
      byte[] sample =
          nation
              .sampler(RegionCode.parse(regions[i]), claims[i])
              .sample(firsts[i], ends[i])
              .toBytes();
      parts.add(
          new Part(
              regions[i],
              scores.totals()[i],
              scores.tiers()[i],
              sample,
              ProcessHandle.current().pid()));
    }
    return parts;
  }

  private int[][] columns() {
    int[][] columns = new int[claims[0].length][regions.length];
    for (int i = 0; i < regions.length; i++) {
      for (int question = 0; question < columns.length; question++) {
        columns[question][i] = claims[i][question];
      }
    }
    return columns;
  }
}
