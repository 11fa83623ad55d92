package id.kla.simulation;

import java.util.BitSet;

/** What adds steps of a lattice to a sum, by chances that may hang on the states of factors. */
interface Part {

  /** Returns the factors on whose states its chances hang. */
  BitSet factors();

  /** Returns the most steps that it adds. */
  long steps();

  /** Returns the greatest common divisor of the numbers of steps that it adds. */
  int divisor();

  /** Returns how many different numbers of steps it adds, at most. */
  double sums();

  /**
   * Adds this part to a sum.
   *
   * @param states the state of each factor; only those of {@link #factors()} are looked at
   */
  void addTo(Accumulation sum, int[] states);

  /** Returns how many additions it takes by itself, at most. */
  double additions();

  /** Returns how many of them are for the states of factors that only it shares. */
  double additionsOfFactors();

  /** Returns how many bytes its factors take at once, at most. */
  double bytes();
}
