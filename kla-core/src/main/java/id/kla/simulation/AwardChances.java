package id.kla.simulation;

import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What one question may earn, and with which chance.
 *
 * <p>Chances are exact and add up to exactly 1; an award whose chance is zero is dropped.
 *
 * <pre>{@code
 * AwardChances.either(Points.of(12), Ratio.parse("80%"), Points.ZERO); // holds four times of five
 * }</pre>
 */
@CheckReturnValue
public final class AwardChances {

  static final Ratio NEVER = Ratio.of(0);
  static final Ratio ALWAYS = Ratio.of(1);

  private final ImmutableSortedMap<Points, Ratio> chances;

  private AwardChances(ImmutableSortedMap<Points, Ratio> chances) {
    this.chances = chances;
  }

  /**
   * Returns an award that is certain.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public static AwardChances certain(Points award) {
    return of(Map.of(award, ALWAYS));
  }

  /**
   * Returns {@code award} with that chance, and {@code otherwise} with the rest of it.
   *
   * @throws IllegalArgumentException if an award is below 0, or the chance is not from 0 to 1
   */
  public static AwardChances either(Points award, Ratio chance, Points otherwise) {
    requireChance(chance);
    if (award.equals(otherwise)) {
      return certain(award);
    }
    return of(Map.of(award, chance, otherwise, rest(chance)));
  }

  /**
   * Returns any number of awards, each with its chance.
   *
   * @throws IllegalArgumentException if an award is below 0, a chance is not from 0 to 1, or the
   *     chances do not add up to exactly 1
   */
  public static AwardChances of(Map<Points, Ratio> chances) {
    ImmutableSortedMap.Builder<Points, Ratio> possible = ImmutableSortedMap.naturalOrder();
    for (Map.Entry<Points, Ratio> entry : chances.entrySet()) {
      requireChance(entry.getValue());
      if (entry.getKey().signum() < 0) {
        throw new IllegalArgumentException(
            "award: found " + entry.getKey() + " points; allowed: 0 or more");
      }
      if (!entry.getValue().equals(NEVER)) {
        possible.put(entry);
      }
    }
    requireWhole(chances, chances.values());
    return new AwardChances(possible.buildOrThrow());
  }

  /** Refuses chances, part of what was {@code found}, that don't add up to exactly 1. */
  static void requireWhole(Object found, Collection<Ratio> chances) {
    ChanceSum sum = new ChanceSum();
    chances.forEach(sum::add);
    if (!sum.isWhole()) {
      throw new IllegalArgumentException(
          "chances: found " + found + ", which add up to " + sum + "; allowed: a sum of exactly 1");
    }
  }

  static void requireChance(Ratio chance) {
    if (chance.compareTo(NEVER) < 0 || chance.compareTo(ALWAYS) > 0) {
      throw new IllegalArgumentException("chance: found " + chance + "; allowed: 0 to 1");
    }
  }

  /** Returns the chance that something does not happen. */
  static Ratio rest(Ratio chance) {
    return Ratio.of(chance.denominator() - chance.numerator(), chance.denominator());
  }

  static double number(Ratio chance) {
    return (double) chance.numerator() / chance.denominator();
  }

  /** Returns every award with a chance above zero, the smallest first. */
  public SortedMap<Points, Ratio> chances() {
    return chances;
  }

  /** Returns the smallest award. */
  public Points least() {
    return chances.firstKey();
  }

  /** Returns the largest award. */
  public Points most() {
    return chances.lastKey();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AwardChances that && that.chances.equals(chances);
  }

  @Override
  public int hashCode() {
    return chances.hashCode();
  }

  /** Returns awards and chances, such as <code>{0=1/5, 12=4/5}</code>. */
  @Override
  public String toString() {
    return chances.toString();
  }
}
