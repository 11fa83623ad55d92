package id.kla.benchmarks;

import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Tier;

/**
 * The yardstick: a hand-written loop over one row of {@code long} points, capped per indicator,
 * with the step of the ladder; no names, no nodes, no reasons.
 */
final class FlatScorer {

  private final int[] ends;
  private final long[] caps;
  private final long[] least;

  FlatScorer(Edition edition) {
    int indicators = edition.indicators().size();
    ends = new int[indicators];
    caps = new long[indicators];
    int end = 0;
    for (int i = 0; i < indicators; i++) {
      Indicator indicator = edition.indicators().get(i);
      end += indicator.questions().size();
      ends[i] = end;
      caps[i] = indicator.maximum().orElseThrow().units();
    }
    least = edition.ladder().tiers().stream().map(Tier::least).mapToLong(p -> p.units()).toArray();
  }

  /** Returns the total, shifted left by four, with the number of the tier in the last four bits. */
  long score(long[] points) {
    long total = 0;
    int at = 0;
    for (int i = 0; i < ends.length; i++) {
      long sum = 0;
      for (; at < ends[i]; at++) {
        sum += points[at];
      }
      total += Math.min(sum, caps[i]);
    }
    int tier = 0;
    while (tier < least.length && total >= least[tier]) {
      tier++;
    }
    return total << 4 | tier;
  }
}
