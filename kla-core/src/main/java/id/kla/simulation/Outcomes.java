package id.kla.simulation;

import com.google.common.math.IntMath;
import java.util.Arrays;
import java.util.BitSet;

/** What one question adds. */
final class Outcomes implements Part {

  private final Item item;

  /** What each award adds. */
  private final int[] steps;

  private final long floor;

  /**
   * Adds a question to others.
   *
   * @param floor awards below it do not count
   */
  Outcomes(Item item, int[] steps, long floor) {
    this.item = item;
    this.steps = steps;
    this.floor = floor;
  }

  @Override
  public BitSet factors() {
    BitSet factors = new BitSet();
    item.factors().forEach(factors::set);
    return factors;
  }

  @Override
  public long steps() {
    return steps[steps.length - 1];
  }

  @Override
  public int divisor() {
    return Arrays.stream(steps).reduce(0, IntMath::gcd);
  }

  @Override
  public double sums() {
    return steps.length;
  }

  @Override
  public void addTo(Accumulation sum, int[] states) {
    double[] chances = item.chances(states).clone();
    for (int i = 0; i < chances.length && item.awards()[i] < floor; i++) {
      chances[i] = 0;
    }
    sum.add(steps, chances);
  }

  @Override
  public double additions() {
    return steps.length;
  }

  @Override
  public double additionsOfFactors() {
    return 0;
  }

  @Override
  public double bytes() {
    return 0;
  }
}
