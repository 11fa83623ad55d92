package id.kla.simulation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A sum that is worked out by itself before it is added to others: because it is cut, or because
 * what lies below a floor does not count, or because it shares factors.
 */
final class Apart implements Part {

  private final Mixture sum;
  private final int floor;

  /**
   * Sets a sum apart.
   *
   * @param floor sums of fewer steps do not count
   */
  Apart(Mixture sum, int floor) {
    this.sum = sum;
    this.floor = floor;
  }

  @Override
  public BitSet factors() {
    return sum.factors();
  }

  @Override
  public long steps() {
    return sum.steps();
  }

  @Override
  public int divisor() {
    return sum.divisor();
  }

  @Override
  public double sums() {
    return sum.sums();
  }

  @Override
  public void addTo(Accumulation total, int[] states) {
    double[] alone = sum.chances(states);
    Arrays.fill(alone, 0, Math.min(floor, alone.length), 0);
    total.add(alone);
  }

  @Override
  public double additions() {
    return sum.additions();
  }

  @Override
  public double additionsOfFactors() {
    return sum.additionsOfFactors();
  }

  @Override
  public double bytes() {
    return sum.bytes();
  }
}
