package id.kla.simulation;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The exact distribution of the total and of the tier, when answers hang on a few states that they
 * share.
 *
 * <p>For each way in which the factors can be together it takes the {@link ScoreDistribution} of
 * what is then independent, and mixes these by their chances. All of them are kept, each with at
 * most a quarter of {@link ScoreDistribution#MOST_BYTES}: 2 GiB in the worst case of {@value
 * #MOST_STATES}, some megabytes for totals in steps of 0.01.
 */
@CheckReturnValue
public final class MixedDistribution {

  /** How many ways the factors may have to be together: a distribution is computed for each. */
  public static final int MOST_STATES = 64;

  private static final int MEAN_DECIMALS = 6;

  private static final double ERROR = 1e-12;

  private final TiedModel model;
  private final ImmutableList<Weighted> parts;

  private record Weighted(double chance, ScoreDistribution scores) {}

  private MixedDistribution(TiedModel model, ImmutableList<Weighted> parts) {
    this.model = model;
    this.parts = parts;
  }

  /**
   * Returns the distribution of the totals of a model.
   *
   * @throws IllegalArgumentException if the factors have more than {@value #MOST_STATES} states
   *     together, or a distribution would take more than {@link ScoreDistribution#MOST_BYTES}; then
   *     a {@link Sampler} gives what is asked
   */
  public static MixedDistribution of(TiedModel model) {
    requireFewStates(model);
    ImmutableList.Builder<Weighted> parts = ImmutableList.builder();
    for (List<SharedFactor.State> combination : model.combinations()) {
      double chance = 1;
      for (SharedFactor.State state : combination) {
        chance *= AwardChances.number(state.chance());
      }
      if (chance > 0) {
        parts.add(new Weighted(chance, ScoreDistribution.of(model.given(combination))));
      }
    }
    return new MixedDistribution(model, parts.build());
  }

  /** Refuses factors that have more states together than are gone through. */
  static void requireFewStates(TiedModel model) {
    long states = 1;
    for (SharedFactor factor : model.factors()) {
      states = Math.min(states * factor.states().size(), Integer.MAX_VALUE);
    }
    if (states > MOST_STATES) {
      throw new IllegalArgumentException(
          "factors "
              + model.factors().stream().map(SharedFactor::code).toList()
              + ": found "
              + states
              + " states or more; allowed: "
              + MOST_STATES
              + ", or a sample");
    }
  }

  /** Returns the model. */
  public TiedModel model() {
    return model;
  }

  /** Returns the least total that has a chance. */
  public Points least() {
    return parts.stream().map(part -> part.scores.least()).reduce(Points::min).orElseThrow();
  }

  /** Returns the largest total that has a chance. */
  public Points most() {
    return parts.stream().map(part -> part.scores.most()).reduce(Points::max).orElseThrow();
  }

  /** Returns the chance of exactly that total. */
  public double chanceOf(Points total) {
    return mixed(scores -> scores.chanceOf(total));
  }

  /** Returns the chance of that total or a larger one. */
  public double chanceAtLeast(Points total) {
    return mixed(scores -> scores.chanceAtLeast(total));
  }

  /**
   * Returns the chance of exactly that tier, after requirements.
   *
   * @throws IllegalArgumentException if it is not a tier of the edition's ladder
   */
  public double chanceOf(Tier tier) {
    return mixed(scores -> scores.chanceOf(tier));
  }

  /**
   * Returns the chance of that tier or a higher one, after requirements.
   *
   * @throws IllegalArgumentException if it is not a tier of the edition's ladder
   */
  public double chanceAtLeast(Tier tier) {
    return mixed(scores -> scores.chanceAtLeast(tier));
  }

  /** Returns the chance that no tier is earned. */
  public double chanceWithoutTier() {
    return mixed(ScoreDistribution::chanceWithoutTier);
  }

  /** Returns the expected total, in points, rounded to six decimals. */
  public BigDecimal mean() {
    return parts.stream()
        .map(part -> part.scores.mean().multiply(new BigDecimal(part.chance)))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(MEAN_DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * Returns the smallest total that is not passed with at least that chance (the nearest rank): for
   * one half the median. A chance that falls short by 10<sup>-12</sup> counts as reached.
   *
   * @throws IllegalArgumentException if {@code chance} is not above 0 and at most 1
   */
  public Points quantile(Ratio chance) {
    ScoreDistribution.requireRank(chance);
    double passed = 1 - (double) chance.numerator() / chance.denominator() + ERROR;
    long low = least().units();
    long high = most().units();
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (chanceAtLeast(Points.ofUnits(middle + 1)) <= passed) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Points.ofUnits(low);
  }

  private double mixed(ToDoubleFunction<ScoreDistribution> chance) {
    RunningSum sum = new RunningSum();
    for (Weighted part : parts) {
      sum.add(part.chance * chance.applyAsDouble(part.scores));
    }
    return Math.min(1, sum.value());
  }

  /** Returns edition, range and mean. */
  @Override
  public String toString() {
    return model.edition().id() + " " + least() + " to " + most() + ", mean " + mean();
  }
}
