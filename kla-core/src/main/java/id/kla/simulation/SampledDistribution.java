package id.kla.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The total and the tier in a number of draws: a sample of their distribution, with its errors.
 *
 * <p>What it holds are counts: of each total, and of each tier after requirements. So parts that
 * were drawn on several threads or machines, put together by {@link #plus} in any order and
 * grouping, are one and the same result. It grows with the number of different totals, by 16 bytes
 * for each, of which there are some 100,000 where awards are in hundredths of a point.
 */
@CheckReturnValue
public final class SampledDistribution {

  private static final int DECIMALS = 6;

  private final Sampler sampler;
  private final DrawRanges ranges;
  private final Histogram totals;

  /** No tier, then each tier of the ladder. */
  private final long[] tiers;

  SampledDistribution(Sampler sampler, DrawRanges ranges, Histogram totals, long[] tiers) {
    this.sampler = sampler;
    this.ranges = ranges;
    this.totals = totals;
    this.tiers = tiers;
  }

  /**
   * Returns both together.
   *
   * @throws IllegalArgumentException if they are of different simulations, or hold the same draw
   */
  public SampledDistribution plus(SampledDistribution other) {
    if (!other.sampler.equals(sampler)) {
      throw new IllegalArgumentException(
          "sample: found draws of "
              + other.sampler
              + "; allowed: of the same model, seed and region, "
              + sampler);
    }
    long[] sum = tiers.clone();
    Arrays.setAll(sum, tier -> sum[tier] + other.tiers[tier]);
    return new SampledDistribution(
        sampler, ranges.plus(other.ranges), totals.plus(other.totals), sum);
  }

  /**
   * Returns it as bytes, the same for every two that are equal, to be sent to another machine or
   * kept: {@link Sampler#read} reads them there.
   *
   * <p>They hold, one behind the other: the text {@code kla.sample/1}; the sampler's {@code
   * toString} and the digest of its model, as texts; the ranges of draws, each as the gap to what
   * lies before it and its length; of no tier and of each tier of the ladder how many draws earn
   * it; the totals in ascending order, each as its distance to the one before it in ten-thousandths
   * of a point and how often it came up; and the 32 bytes of the SHA-256 of all that. Numbers stand
   * as LEB128: 7 bits a byte, the lowest first, the highest bit set in all but the last byte. A
   * text stands behind its number of bytes in UTF-8, ranges, tiers and totals behind their number.
   */
  public byte[] toBytes() {
    return SampleBytes.write(sampler, ranges, totals, tiers);
  }

  Sampler sampler() {
    return sampler;
  }

  /** Says whether no draw is left out from draw 0 on. */
  boolean isFromTheFirstOn() {
    return ranges.equals(DrawRanges.of(0, draws()));
  }

  /** Returns the number of draws. */
  public long draws() {
    return ranges.size();
  }

  /** Returns how often each total came up. */
  public SortedMap<Points, Long> counts() {
    SortedMap<Points, Long> counts = new TreeMap<>();
    for (int i = 0; i < totals.size(); i++) {
      counts.put(Points.ofUnits(totals.value(i)), totals.count(i));
    }
    return Collections.unmodifiableSortedMap(counts);
  }

  /** Returns the mean of all totals, in points, rounded half up to six decimals. */
  public BigDecimal mean() {
    return new BigDecimal(totals.sum())
        .divide(
            BigDecimal.valueOf(draws()).scaleByPowerOfTen(Points.SCALE),
            DECIMALS,
            RoundingMode.HALF_UP);
  }

  /**
   * Returns how far the mean is typically from the expected total, in points, rounded up to six
   * decimals: the root of the sample variance over the number of draws.
   *
   * @throws IllegalStateException if there are fewer than two draws
   */
  public BigDecimal standardErrorOfMean() {
    BigInteger draws = BigInteger.valueOf(draws());
    if (draws() < 2) {
      throw new IllegalStateException("standard error: found " + draws() + " draws; allowed: 2 up");
    }
    BigInteger spread = totals.squares().multiply(draws).subtract(totals.sum().pow(2));
    return new BigDecimal(spread)
        .divide(
            new BigDecimal(draws.pow(2).multiply(draws.subtract(BigInteger.ONE))),
            MathContext.DECIMAL128)
        .sqrt(MathContext.DECIMAL64)
        .scaleByPowerOfTen(-Points.SCALE)
        .setScale(DECIMALS, RoundingMode.UP);
  }

  /**
   * Returns the smallest total that at least that part of the draws doesn't pass (the nearest
   * rank): for one half the median.
   *
   * @throws IllegalArgumentException if {@code chance} is not above 0 and at most 1
   */
  public Points quantile(Ratio chance) {
    ScoreDistribution.requireRank(chance);
    BigInteger[] rank =
        BigInteger.valueOf(draws())
            .multiply(BigInteger.valueOf(chance.numerator()))
            .divideAndRemainder(BigInteger.valueOf(chance.denominator()));
    return Points.ofUnits(totals.ranked(rank[0].longValueExact() + rank[1].signum()));
  }

  /** Returns the chance of that total or a larger one. */
  public Estimate chanceAtLeast(Points total) {
    return Estimate.of(totals.countFrom(total.units()), draws());
  }

  /**
   * Returns the chance of exactly that tier, after requirements.
   *
   * @throws IllegalArgumentException if it is not a tier of the edition's ladder
   */
  public Estimate chanceOf(Tier tier) {
    return Estimate.of(tiers[place(tier)], draws());
  }

  /**
   * Returns the chance of that tier or a higher one, after requirements.
   *
   * @throws IllegalArgumentException if it is not a tier of the edition's ladder
   */
  public Estimate chanceAtLeast(Tier tier) {
    return Estimate.of(Arrays.stream(tiers, place(tier), tiers.length).sum(), draws());
  }

  /** Returns the chance that no tier is earned. */
  public Estimate chanceWithoutTier() {
    return Estimate.of(tiers[0], draws());
  }

  private int place(Tier tier) {
    return ScoreDistribution.place(edition(), tier);
  }

  private Edition edition() {
    return sampler.model().edition();
  }

  /** Returns whether errors are as small as is wanted. */
  boolean isWithin(Precision wanted) {
    return standardErrorOfMean().compareTo(wanted.ofMean()) <= 0
        && edition().ladder().tiers().stream()
            .allMatch(tier -> chanceAtLeast(tier).standardError() <= wanted.ofChances());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SampledDistribution that
        && that.sampler.equals(sampler)
        && that.ranges.equals(ranges)
        && that.totals.equals(totals)
        && Arrays.equals(that.tiers, tiers);
  }

  @Override
  public int hashCode() {
    return List.of(ranges, totals, Arrays.hashCode(tiers)).hashCode();
  }

  /** Returns edition, draws and mean. */
  @Override
  public String toString() {
    return sampler + ", draws " + ranges + ", mean " + mean();
  }
}
