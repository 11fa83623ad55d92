package id.kla.policy;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Ladder;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.RegionResult;
import id.kla.simulation.Draws;
import id.kla.simulation.Sampler;
import id.kla.simulation.TiedModel;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What draws came to under the base edition and under each option, on the same draws: of one
 * region, or of several together.
 *
 * <p>Rules are named by their place: 0 is the base edition, 1 the first option. Regions are drawn
 * independently of each other, so that their errors add up by squares. All that is held are whole
 * numbers: in which order and grouping regions are put together changes nothing.
 */
@CheckReturnValue
public final class DrawnOutcomes {

  private static final int AT_ONCE = 4096;
  private static final BigInteger POINT = BigInteger.valueOf(Points.of(1).units());

  private final ImmutableList<String> tiers;
  private final int regions;
  private final long draws;

  /** By rules: the sum of all totals, and of draws at each tier. */
  private final BigInteger[] totals;

  private final BigInteger[][] counts;

  /**
   * By two rules, the earlier first, and by rules and nothing: n times the sum of squares less the
   * square of the sum, of totals and of each tier.
   */
  private final BigInteger[][] spreads;

  private final BigInteger[][][] spreadsOfTiers;

  private DrawnOutcomes(
      ImmutableList<String> tiers,
      int regions,
      long draws,
      BigInteger[] totals,
      BigInteger[][] counts,
      BigInteger[][] spreads,
      BigInteger[][][] spreadsOfTiers) {
    this.tiers = tiers;
    this.regions = regions;
    this.draws = draws;
    this.totals = totals;
    this.counts = counts;
    this.spreads = spreads;
    this.spreadsOfTiers = spreadsOfTiers;
  }

  /**
   * Draws a region under several rules.
   *
   * @param models one for each of the rules
   */
  static DrawnOutcomes of(List<TiedModel> models, RegionCode region, long seed, long draws) {
    return new Drawing(models, region, seed).draw(draws);
  }

  /** Returns the tiers that any of these rules know, the lowest first; none is the first. */
  static ImmutableList<String> tiers(List<Edition> rules) {
    List<String> codes = new ArrayList<>();
    for (Edition edition : rules) {
      List<String> own = codes(edition.ladder());
      for (int i = 0; i < own.size(); i++) {
        if (!codes.contains(own.get(i))) {
          codes.add(i == 0 ? 0 : codes.indexOf(own.get(i - 1)) + 1, own.get(i));
        }
      }
    }
    return ImmutableList.copyOf(codes);
  }

  private static List<String> codes(Ladder ladder) {
    return Stream.concat(Stream.of(RegionResult.NONE), ladder.tiers().stream().map(Tier::code))
        .toList();
  }

  /** Draws and counts. */
  private static final class Drawing {

    private final ImmutableList<String> tiers;
    private final List<Sampler> samplers = new ArrayList<>();

    /** By rules: the place of each of their tiers among all tiers. */
    private final List<int[]> places = new ArrayList<>();

    private final Sums[][] pairs;
    private final BigInteger[] totals;
    private final long[][] counts;
    private final long[][][] changes;

    Drawing(List<TiedModel> models, RegionCode region, long seed) {
      List<Edition> rules = models.stream().map(TiedModel::edition).toList();
      tiers = tiers(rules);
      for (TiedModel model : models) {
        Draws draws = Draws.of(seed, model.edition(), model.factorCodes(), List.of(region));
        samplers.add(Sampler.of(model, draws, region));
        places.add(codes(model.edition().ladder()).stream().mapToInt(tiers::indexOf).toArray());
      }
      int size = models.size();
      pairs = new Sums[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
          pairs[i][j] = new Sums();
        }
      }
      totals = new BigInteger[size];
      counts = new long[size][tiers.size()];
      changes = new long[size][size][tiers.size()];
    }

    DrawnOutcomes draw(long draws) {
      int size = samplers.size();
      long[][] drawn = new long[size][];
      int[][] ranks = new int[size][];
      Arrays.fill(totals, BigInteger.ZERO);
      for (long first = 0; first < draws; first += AT_ONCE) {
        int length = (int) Math.min(AT_ONCE, draws - first);
        for (int rules = 0; rules < size; rules++) {
          drawn[rules] = new long[length];
          ranks[rules] = new int[length];
          samplers.get(rules).score(first, drawn[rules], ranks[rules]);
          rank(ranks[rules], places.get(rules));
          totals[rules] = totals[rules].add(BigInteger.valueOf(Arrays.stream(drawn[rules]).sum()));
          for (int rank : ranks[rules]) {
            counts[rules][rank]++;
          }
        }
        for (int i = 0; i < size; i++) {
          pairs[i][i].add(drawn[i], new long[length]);
          for (int j = i + 1; j < size; j++) {
            pairs[i][j].add(drawn[i], drawn[j]);
            compare(ranks[i], ranks[j], changes[i][j]);
          }
        }
      }
      return drawn(draws);
    }

    /** Puts the place among all tiers for that in the ladder of these rules. */
    private static void rank(int[] ranks, int[] places) {
      for (int draw = 0; draw < ranks.length; draw++) {
        ranks[draw] = places[ranks[draw] + 1];
      }
    }

    /** Counts for each tier the draws that have it under one of both rules alone. */
    private static void compare(int[] these, int[] those, long[] changes) {
      for (int draw = 0; draw < these.length; draw++) {
        if (these[draw] != those[draw]) {
          changes[these[draw]]++;
          changes[those[draw]]++;
        }
      }
    }

    private DrawnOutcomes drawn(long draws) {
      int size = samplers.size();
      BigInteger n = BigInteger.valueOf(draws);
      BigInteger[][] ofTiers = new BigInteger[size][tiers.size()];
      BigInteger[][] spreads = new BigInteger[size][size];
      BigInteger[][][] spreadsOfTiers = new BigInteger[size][size][tiers.size()];
      for (int i = 0; i < size; i++) {
        for (int t = 0; t < tiers.size(); t++) {
          ofTiers[i][t] = BigInteger.valueOf(counts[i][t]);
        }
      }
      for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
          BigInteger sum = i == j ? totals[i] : totals[j].subtract(totals[i]);
          spreads[i][j] = spread(n, pairs[i][j].squares(), sum);
          for (int t = 0; t < tiers.size(); t++) {
            long squares = i == j ? counts[i][t] : changes[i][j][t];
            long difference = i == j ? counts[i][t] : counts[j][t] - counts[i][t];
            spreadsOfTiers[i][j][t] =
                spread(n, BigInteger.valueOf(squares), BigInteger.valueOf(difference));
          }
        }
      }
      return new DrawnOutcomes(tiers, 1, draws, totals, ofTiers, spreads, spreadsOfTiers);
    }

    private static BigInteger spread(BigInteger draws, BigInteger squares, BigInteger sum) {
      return draws.multiply(squares).subtract(sum.pow(2));
    }
  }

  /** A sum of squares of more than 64 bits. */
  private static final class Sums {

    private long high;
    private long low;

    void add(long[] these, long[] those) {
      for (int draw = 0; draw < these.length; draw++) {
        long difference = those[draw] - these[draw];
        long square = difference * difference;
        low += square;
        high += Math.multiplyHigh(difference, difference);
        if (Long.compareUnsigned(low, square) < 0) {
          high++;
        }
      }
    }

    BigInteger squares() {
      return BigInteger.valueOf(high)
          .shiftLeft(Long.SIZE)
          .add(new BigInteger(Long.toUnsignedString(low)));
    }
  }

  /** Returns both together: of other regions, under the same rules and as many draws. */
  DrawnOutcomes plus(DrawnOutcomes other) {
    int size = totals.length;
    BigInteger[] sum = new BigInteger[size];
    BigInteger[][] ofTiers = new BigInteger[size][];
    BigInteger[][] bySpread = new BigInteger[size][size];
    BigInteger[][][] bySpreadOfTiers = new BigInteger[size][size][];
    for (int i = 0; i < size; i++) {
      sum[i] = totals[i].add(other.totals[i]);
      ofTiers[i] = plus(counts[i], other.counts[i]);
      for (int j = i; j < size; j++) {
        bySpread[i][j] = spreads[i][j].add(other.spreads[i][j]);
        bySpreadOfTiers[i][j] = plus(spreadsOfTiers[i][j], other.spreadsOfTiers[i][j]);
      }
    }
    return new DrawnOutcomes(
        tiers, regions + other.regions, draws, sum, ofTiers, bySpread, bySpreadOfTiers);
  }

  private static BigInteger[] plus(BigInteger[] these, BigInteger[] those) {
    BigInteger[] sum = new BigInteger[these.length];
    Arrays.setAll(sum, place -> these[place].add(those[place]));
    return sum;
  }

  /** Returns how many regions were drawn. */
  public int regions() {
    return regions;
  }

  /** Returns how many draws there are of each region. */
  public long draws() {
    return draws;
  }

  /** Returns the tiers of all rules, the lowest first; the first is {@link RegionResult#NONE}. */
  public List<String> tiers() {
    return tiers;
  }

  /**
   * Returns the mean total of a region, in points.
   *
   * @throws IndexOutOfBoundsException if there are no such rules
   */
  public SampledMean meanTotal(int rules) {
    Objects.checkIndex(rules, totals.length);
    return SampledMean.of(draws, totals[rules], spreads[rules][rules], pointsOfRegions());
  }

  /**
   * Returns by how much the mean total of a region is larger under {@code after} than under {@code
   * before}, in points.
   *
   * @throws IndexOutOfBoundsException if there are no such rules
   */
  public SampledMean totalDifference(int before, int after) {
    return SampledMean.of(
        draws,
        totals[Objects.checkIndex(after, totals.length)].subtract(
            totals[Objects.checkIndex(before, totals.length)]),
        before == after
            ? BigInteger.ZERO
            : spreads[Math.min(before, after)][Math.max(before, after)],
        pointsOfRegions());
  }

  private BigInteger pointsOfRegions() {
    return POINT.multiply(BigInteger.valueOf(regions));
  }

  /**
   * Returns how many regions are expected to hold a tier: of one region, the chance that it does.
   *
   * @throws IllegalArgumentException if no rules know the tier
   * @throws IndexOutOfBoundsException if there are no such rules
   */
  public SampledMean inTier(int rules, String tier) {
    int place = place(tier);
    Objects.checkIndex(rules, totals.length);
    return SampledMean.of(
        draws, counts[rules][place], spreadsOfTiers[rules][rules][place], BigInteger.ONE);
  }

  /**
   * Returns how many more regions are expected to hold a tier under {@code after} than under {@code
   * before}: of one region, the difference of its chances.
   *
   * @throws IllegalArgumentException if no rules know the tier
   * @throws IndexOutOfBoundsException if there are no such rules
   */
  public SampledMean tierDifference(int before, int after, String tier) {
    int place = place(tier);
    return SampledMean.of(
        draws,
        counts[Objects.checkIndex(after, totals.length)][place].subtract(
            counts[Objects.checkIndex(before, totals.length)][place]),
        before == after
            ? BigInteger.ZERO
            : spreadsOfTiers[Math.min(before, after)][Math.max(before, after)][place],
        BigInteger.ONE);
  }

  private int place(String tier) {
    int place = tiers.indexOf(tier);
    if (place < 0) {
      throw new IllegalArgumentException("tier: found \"" + tier + "\"; allowed: " + tiers);
    }
    return place;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DrawnOutcomes that
        && that.tiers.equals(tiers)
        && that.regions == regions
        && that.draws == draws
        && Arrays.equals(that.totals, totals)
        && Arrays.deepEquals(that.counts, counts)
        && Arrays.deepEquals(that.spreads, spreads)
        && Arrays.deepEquals(that.spreadsOfTiers, spreadsOfTiers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tiers, regions, draws, Arrays.hashCode(totals));
  }

  /** Returns how many draws of how many regions. */
  @Override
  public String toString() {
    return draws + " draws of " + regions + " regions under " + totals.length + " rules";
  }
}
