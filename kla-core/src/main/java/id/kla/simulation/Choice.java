package id.kla.simulation;

import id.kla.points.Ratio;
import java.util.Collection;

/** Picks one of several things by random bits, each with its chance. */
final class Choice {

  private static final int BITS = 53;

  /** One for each thing: random numbers of fewer steps than this, and of no one before, pick it. */
  private final long[] ends;

  private Choice(long[] ends) {
    this.ends = ends;
  }

  static Choice of(Collection<Ratio> chances) {
    long[] ends = new long[chances.size()];
    ChanceSum sum = new ChanceSum();
    int place = 0;
    for (Ratio chance : chances) {
      sum.add(chance);
      ends[place++] = sum.steps(BITS);
    }
    return new Choice(ends);
  }

  boolean isCertain() {
    return ends.length == 1;
  }

  /** Returns the place of what the random bits pick; the last one ends where they do. */
  int pick(long bits) {
    long steps = bits >>> (Long.SIZE - BITS);
    int place = 0;
    while (steps >= ends[place]) {
      place++;
    }
    return place;
  }
}
