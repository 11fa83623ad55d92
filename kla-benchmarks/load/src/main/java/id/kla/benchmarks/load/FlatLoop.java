package id.kla.benchmarks.load;

import id.kla.edition.Tier;
import java.util.List;

/**
 * The yardstick: a hand-written loop over one row, by look-ups, with the subtotals of indicators
 * and clusters and the step of the ladder; no names, no nodes, no reasons, no checks.
 */
public final class FlatLoop {

  private static final int STRIDE = 8;

  private final int[] table;
  private final int[] ends;
  private final int[] caps;
  private final int[] clusterEnds;
  private final int[] least;

  FlatLoop(Load load) {
    List<Rule> rules = load.rules();
    table = new int[rules.size() * STRIDE];
    for (int question = 0; question < rules.size(); question++) {
      Rule rule = rules.get(question);
      for (int step = 0; step < rule.size(); step++) {
        table[question * STRIDE + step + 1] = rule.units().get(step);
      }
    }
    List<Group> groups = load.groups();
    ends = new int[groups.size()];
    caps = new int[groups.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += groups.get(i).rules().size();
      ends[i] = end;
      caps[i] = groups.get(i).cap();
    }
    clusterEnds = new int[load.edition().clusters().size()];
    int indicators = 0;
    for (int c = 0; c < clusterEnds.length; c++) {
      indicators += load.edition().clusters().get(c).indicators().size();
      clusterEnds[c] = indicators;
    }
    least =
        load.edition().ladder().tiers().stream()
            .map(Tier::least)
            .mapToInt(points -> (int) points.units())
            .toArray();
  }

  /** What a row adds up to. */
  public static final class Subtotals {
    private final int[] indicators;
    private final int[] clusters;
    private int tier;

    private Subtotals(int indicators, int clusters) {
      this.indicators = new int[indicators];
      this.clusters = new int[clusters];
    }

    /** Returns the points of a cluster. */
    public int cluster(int number) {
      return clusters[number];
    }

    /** Returns the points of an indicator. */
    public int indicator(int number) {
      return indicators[number];
    }

    /** Returns the number of the tier, -1 for none. */
    public int tier() {
      return tier;
    }
  }

  /** Returns room for what a row adds up to. */
  public Subtotals subtotals() {
    return new Subtotals(ends.length, clusterEnds.length);
  }

  /** Returns the total of a row of codes, and writes its parts. */
  public int score(short[] row, Subtotals subtotals) {
    int total = 0;
    int question = 0;
    int indicator = 0;
    for (int cluster = 0; cluster < clusterEnds.length; cluster++) {
      int clusterSum = 0;
      for (; indicator < clusterEnds[cluster]; indicator++) {
        int sum = 0;
        for (; question < ends[indicator]; question++) {
          sum += table[question * STRIDE + row[question]];
        }
        int held = Math.min(sum, caps[indicator]);
        subtotals.indicators[indicator] = held;
        clusterSum += held;
      }
      subtotals.clusters[cluster] = clusterSum;
      total += clusterSum;
    }
    int tier = -1;
    while (tier + 1 < least.length && total >= least[tier + 1]) {
      tier++;
    }
    subtotals.tier = tier;
    return total;
  }
}
