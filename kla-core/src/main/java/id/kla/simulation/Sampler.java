package id.kla.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Draws sheets of a region from a model and scores them.
 *
 * <p>Draw number 7 is the same sheet whoever draws it: several threads or machines may each take
 * part of the draws, and their results are put together by {@link SampledDistribution#plus}; from
 * one machine to another they go as {@linkplain SampledDistribution#toBytes bytes}.
 *
 * <pre>{@code
 * Draws draws = Draws.of(2024, edition, model.factorCodes(), List.of(region));
 * SampledDistribution scores = Sampler.of(model, draws, region).sample(0, 1_000_000);
 * scores.chanceAtLeast(edition.ladder().tier("NINDYA"));
 * }</pre>
 *
 * <p>Of a question's awards, the smallest first, a draw takes the first whose chance together with
 * those before it lies above the question's random number of dimension 0; and likewise of a
 * factor's states, in their order. Chances so count to steps of 2<sup>-53</sup>.
 */
@CheckReturnValue
public final class Sampler {

  /** After how many draws a sampler tells, asks whether to stop, and looks at its precision. */
  public static final int STRIDE = 1 << 16;

  static final long MOST_DRAWS = 1L << 62;

  private final TiedModel model;
  private final long seed;
  private final RegionCode region;
  private final SheetDraws sheets;
  private final BooleanSupplier isOver;
  private final Consumer<SampledDistribution> listener;

  private Sampler(
      TiedModel model,
      long seed,
      RegionCode region,
      SheetDraws sheets,
      BooleanSupplier isOver,
      Consumer<SampledDistribution> listener) {
    this.model = model;
    this.seed = seed;
    this.region = region;
    this.sheets = sheets;
    this.isOver = isOver;
    this.listener = listener;
  }

  /**
   * Returns a sampler of one region.
   *
   * @throws IllegalArgumentException if the draws are not of that region, or lack a factor
   */
  public static Sampler of(TiedModel model, Draws draws, RegionCode region) {
    return new Sampler(
        model,
        draws.seed(),
        region,
        new SheetDraws(model, draws, region, 0),
        () -> false,
        told -> {});
  }

  /**
   * Returns the same sampler, which stops as soon as {@code stop} says so, with what it has by
   * then; it is asked every {@value #STRIDE} draws.
   */
  public Sampler until(BooleanSupplier stop) {
    return new Sampler(model, seed, region, sheets, stop, listener);
  }

  /** Returns the same sampler, which tells what it has every {@value #STRIDE} draws. */
  public Sampler telling(Consumer<SampledDistribution> told) {
    return new Sampler(model, seed, region, sheets, isOver, told);
  }

  long seed() {
    return seed;
  }

  /** Returns the model. */
  public TiedModel model() {
    return model;
  }

  /**
   * Returns what the questions earn in one draw, in the edition's order.
   *
   * @throws IllegalArgumentException if {@code draw} is below 0
   */
  public Map<QuestionCode, Points> sheet(long draw) {
    return sheets.awards(draw);
  }

  /**
   * Draws and scores as many sheets as the arrays hold, from draw {@code first} on, for those who
   * look at each of them, such as two samplers with the same draws side by side.
   *
   * @param totals where the total of each is written, in ten-thousandths of a point
   * @param tiers where its tier after requirements is written, by its place in the ladder; -1 for
   *     none
   * @throws IllegalArgumentException if {@code first} is below 0, or the arrays differ in length
   */
  public void score(long first, long[] totals, int[] tiers) {
    if (first < 0 || first > MOST_DRAWS - totals.length || totals.length != tiers.length) {
      throw new IllegalArgumentException(
          "draws: found "
              + totals.length
              + " totals and "
              + tiers.length
              + " tiers from "
              + first
              + " on; allowed: as many of both, from 0 up to but without "
              + MOST_DRAWS);
    }
    sheets.score(first, totals, tiers);
  }

  /**
   * Draws and scores the sheets from draw {@code first} on, up to but without {@code end}.
   *
   * @throws IllegalArgumentException if {@code first} is below 0, or {@code end} not above it
   */
  public SampledDistribution sample(long first, long end) {
    if (first < 0 || end <= first || end > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "draws: found "
              + first
              + " up to but without "
              + end
              + "; allowed: at least one, from 0 up to but without "
              + MOST_DRAWS);
    }
    return sample(first, end, sample -> false);
  }

  /**
   * Draws and scores the sheets from draw 0 on, until errors are as small as is wanted or {@code
   * mostDraws} are drawn. It stops after the first multiple of {@value #STRIDE} draws at which they
   * are, so that the same is drawn on any machine.
   *
   * @throws IllegalArgumentException if {@code mostDraws} is below 2
   */
  public SampledDistribution sample(Precision wanted, long mostDraws) {
    if (mostDraws < 2 || mostDraws > MOST_DRAWS) {
      throw new IllegalArgumentException(
          "draws: found " + mostDraws + "; allowed: 2 to " + MOST_DRAWS);
    }
    return sample(0, mostDraws, sample -> sample.isWithin(wanted));
  }

  /**
   * Reads what {@link SampledDistribution#toBytes} wrote of draws of the same model, seed and
   * region, here or on another machine. Bytes that were damaged on the way, or are of another
   * simulation, are a fault.
   */
  public Checked<SampledDistribution> read(byte[] sample) {
    return SampleBytes.read(this, sample);
  }

  private SampledDistribution sample(
      long first, long end, Predicate<SampledDistribution> isEnough) {
    SampledDistribution sample = stride(first, end);
    listener.accept(sample);
    long next = nextStride(first);
    while (next < end && !isEnough.test(sample) && !isOver.getAsBoolean()) {
      sample = sample.plus(stride(next, end));
      listener.accept(sample);
      next = nextStride(next);
    }
    return sample;
  }

  private static long nextStride(long draw) {
    return (draw / STRIDE + 1) * STRIDE;
  }

  private SampledDistribution stride(long first, long end) {
    long stop = Math.min(end, nextStride(first));
    long[] totals = new long[(int) (stop - first)];
    int[] places = new int[totals.length];
    sheets.score(first, totals, places);
    long[] tiers = new long[model.edition().ladder().tiers().size() + 1];
    for (int place : places) {
      tiers[place + 1]++;
    }
    return new SampledDistribution(this, DrawRanges.of(first, stop), Histogram.of(totals), tiers);
  }

  /** Whether both draw the same sheets; when they stop and whom they tell does not count. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sampler that
        && that.seed == seed
        && that.region.equals(region)
        && that.model.equals(model);
  }

  @Override
  public int hashCode() {
    return Objects.hash(seed, region, model);
  }

  /** Returns edition, region and seed. */
  @Override
  public String toString() {
    return model.edition().id() + " of " + region + " with seed " + seed;
  }
}
