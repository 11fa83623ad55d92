package id.kla.simulation;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * The random numbers of one question or shared factor of a region, one for each draw.
 *
 * <p>Any of them can be asked for at once, in any order, on any thread; neighbours are had cheapest
 * together, by {@link #fill}, best at a multiple of {@value #TILE} draws.
 */
@CheckReturnValue
public final class DrawColumn {

  /** How many neighbouring draws share counters: four for each of them. */
  public static final int TILE = 512;

  private static final int WORDS = 4;
  private static final int LANES = TILE / WORDS;

  /** Tiles that are mixed in one go: beyond that loops get no faster, and words no nearer. */
  private static final int MOST_TILES = 2;

  private final long seed;
  private final long region;
  private final long code;
  private final int dimension;
  private final int kind;

  DrawColumn(long seed, long region, long code, int dimension, int kind) {
    if (dimension < 0) {
      throw new IllegalArgumentException("dimension: found " + dimension + "; allowed: 0 or more");
    }
    this.seed = seed;
    this.region = region;
    this.code = code;
    this.dimension = dimension;
    this.kind = kind;
  }

  /**
   * Returns the 64 random bits of one draw.
   *
   * @throws IllegalArgumentException if {@code draw} is below 0
   */
  public long bits(long draw) {
    requireDraw(draw);
    long[][] words = new long[WORDS][1];
    fillWords(draw / TILE * LANES + draw % LANES, words);
    return words[(int) (draw % TILE / LANES)][0];
  }

  /**
   * Returns the random number of one draw, from 0 to below 1, in steps of 2<sup>-53</sup>.
   *
   * @throws IllegalArgumentException if {@code draw} is below 0
   */
  public double uniform(long draw) {
    return uniformOf(bits(draw));
  }

  /** Returns the first 53 of 64 random bits as a number from 0 to below 1. */
  public static double uniformOf(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /**
   * Fills an array with the random bits of neighbouring draws.
   *
   * @param first the draw of the first element
   * @throws IllegalArgumentException if {@code first} is below 0, or the last draw is above {@link
   *     Long#MAX_VALUE}
   */
  public void fill(long first, long[] bits) {
    requireDraw(first);
    if (first > Long.MAX_VALUE - bits.length) {
      throw new IllegalArgumentException(
          "draw: found "
              + bits.length
              + " from "
              + first
              + " on; allowed: up to "
              + Long.MAX_VALUE);
    }
    fill(first, bits, words(first, bits.length));
  }

  /** Returns room to work in for {@link #fill(long, long[], long[][])}. */
  static long[][] words(long first, int draws) {
    long tiles = (first % TILE + draws + TILE - 1) / TILE;
    return new long[WORDS][(int) Math.min(tiles, MOST_TILES) * LANES];
  }

  /** Fills an array by way of another one, which others may use again. */
  void fill(long first, long[] bits, long[][] words) {
    int filled = 0;
    while (filled < bits.length) {
      long draw = first + filled;
      fillWords(draw / TILE * LANES, words);
      int from = (int) (draw % TILE);
      int end = Math.min(words[0].length * WORDS, from + bits.length - filled);
      while (from < end) {
        int lane = from % LANES;
        int count = Math.min(LANES - lane, end - from);
        long[] word = words[from % TILE / LANES];
        System.arraycopy(word, from / TILE * LANES + lane, bits, filled, count);
        from += count;
        filled += count;
      }
    }
  }

  /** Fills in the words of neighbouring blocks, word by word. */
  private void fillWords(long firstBlock, long[][] words) {
    Threefry.fill(
        seed,
        region,
        0,
        0,
        firstBlock,
        code,
        dimension,
        kind,
        words[0],
        words[1],
        words[2],
        words[3]);
  }

  private static void requireDraw(long draw) {
    if (draw < 0) {
      throw new IllegalArgumentException("draw: found " + draw + "; allowed: 0 or more");
    }
  }
}
