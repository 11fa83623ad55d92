package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Regions by their totals, the highest first (<i>peringkat</i>): equal totals share a rank, and as
 * many ranks after it are left out (1, 2, 2, 4). Totals are compared exactly.
 *
 * @param rows the regions by rank, those of one rank by code
 */
@CheckReturnValue
public record Ranking(List<Row> rows) {

  /** Copies the list. */
  public Ranking {
    rows = List.copyOf(rows);
  }

  /**
   * One region.
   *
   * @param region the region
   * @param total its total
   * @param rank from 1
   */
  public record Row(RegionCode region, Points total, int rank) {}

  /**
   * The ranks that a region can have.
   *
   * @param region the region
   * @param best if it had its greatest total and every other its least
   * @param worst if it had its least total and every other its greatest
   */
  public record Range(RegionCode region, int best, int worst) {}

  /**
   * What is known of a total that is not known exactly.
   *
   * @param least the least that it can be
   * @param greatest the greatest that it can be, at least as much
   */
  public record Bounds(Points least, Points greatest) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if {@code least} is above {@code greatest}
     */
    public Bounds {
      if (least.compareTo(greatest) > 0) {
        throw new IllegalArgumentException(
            "bounds: found " + least + " to " + greatest + "; allowed: the lower one first");
      }
    }

    /** Says whether a total lies within them. */
    public boolean hold(Points total) {
      return least.compareTo(total) <= 0 && total.compareTo(greatest) <= 0;
    }
  }

  /** Returns the ranking of totals. */
  public static Ranking of(Map<RegionCode, Points> totals) {
    List<Map.Entry<RegionCode, Points>> sorted = new ArrayList<>(totals.entrySet());
    sorted.sort(
        Map.Entry.<RegionCode, Points>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<RegionCode, Points> each : sorted) {
      boolean isTied = !rows.isEmpty() && rows.get(rows.size() - 1).total().equals(each.getValue());
      int rank = isTied ? rows.get(rows.size() - 1).rank() : rows.size() + 1;
      rows.add(new Row(each.getKey(), each.getValue(), rank));
    }
    return new Ranking(rows);
  }

  /**
   * Returns the ranks that each region can have, if every total lies anywhere within its own bounds
   * whatever the others are; in the order of codes.
   */
  public static List<Range> ranges(Map<RegionCode, Bounds> totals) {
    long[] least = totals.values().stream().mapToLong(each -> each.least().units()).toArray();
    long[] greatest = totals.values().stream().mapToLong(each -> each.greatest().units()).toArray();
    Arrays.sort(least);
    Arrays.sort(greatest);
    return totals.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            each -> {
              Bounds own = each.getValue();
              // Its own least is not above its greatest, so that it never counts against itself;
              // its own greatest does, where it is above its least.
              int better = above(least, own.greatest().units());
              int other =
                  above(greatest, own.least().units())
                      - (own.greatest().compareTo(own.least()) > 0 ? 1 : 0);
              return new Range(each.getKey(), 1 + better, 1 + other);
            })
        .toList();
  }

  /** Returns how many of the ascending amounts are above {@code limit}. */
  private static int above(long[] ascending, long limit) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] > limit) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return ascending.length - from;
  }
}
