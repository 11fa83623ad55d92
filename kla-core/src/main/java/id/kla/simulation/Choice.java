package id.kla.simulation;

import id.kla.points.Ratio;
import java.util.Collection;

/** Picks one of several things by random bits, each with its chance. */
final class Choice {

  private static final int BITS = 53;

  /** How many of 64 random bits, the last ones, settle nothing. */
  static final int UNUSED_BITS = Long.SIZE - BITS;

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

  /** Returns among how many things it picks. */
  int size() {
    return ends.length;
  }

  /** Returns from how many steps on random numbers pick what comes behind a place. */
  long end(int place) {
    return ends[place];
  }

  /** Returns the place of what the random bits pick: as many as there are ends that they reach. */
  int pick(long bits) {
    long steps = bits >>> UNUSED_BITS;
    long place = ends.length;
    for (long end : ends) {
      place -= (steps - end) >>> (Long.SIZE - 1);
    }
    return (int) place;
  }
}
