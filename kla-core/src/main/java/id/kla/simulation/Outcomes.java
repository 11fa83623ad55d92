package id.kla.simulation;

import java.util.BitSet;

/** What one question adds. */
final class Outcomes implements Part {

  private final Item item;

  /** What each award adds. */
  private final int[] steps;

  private final long floor;
  private final int mostSteps;

  /**
   * Adds a question to others.
   *
   * @param floor awards below it do not count
   * @param mostSteps what passes this is cut there
   */
  Outcomes(Item item, int[] steps, long floor, int mostSteps) {
    this.item = item;
    this.steps = steps;
    this.floor = floor;
    this.mostSteps = mostSteps;
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
  public double sums() {
    return steps.length;
  }

  @Override
  public double[] plus(double[] held, int[] states) {
    double[] chances = item.chances(states).clone();
    for (int i = 0; i < chances.length && item.awards()[i] < floor; i++) {
      chances[i] = 0;
    }
    return Convolution.sum(held, steps, chances, mostSteps);
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
