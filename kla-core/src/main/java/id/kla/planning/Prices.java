package id.kla.planning;

import java.util.Arrays;
import java.util.List;

/**
 * Splits the cost of each measure that several blocks share among them, so that blocks which choose
 * each for itself still cost nearly as much as blocks that agree.
 *
 * <p>Any split gives a bound that holds; a good one gives a close bound. So the search for a good
 * one may use floating point, and its result, whole numbers that add up to the measure's cost, is
 * all that counts.
 */
final class Prices {

  private static final int ROUNDS = 160;

  private final List<Block> blocks;
  private final long[] cost;
  private final int[] copies;
  private final double[][] share;
  private final double[][] best;
  private final double[] mean;
  private final int[] pattern;
  private final long[] points;
  private double value;
  private double bestPrice;

  private Prices(Task task, List<Block> blocks) {
    this.blocks = blocks;
    this.cost = task.cost();
    this.copies = new int[cost.length];
    this.share = new double[blocks.size()][];
    this.best = new double[blocks.size()][];
    this.mean = new double[cost.length];
    this.pattern = new int[blocks.size()];
    this.points = new long[blocks.size()];
    for (Block block : blocks) {
      for (int link : block.links()) {
        copies[link]++;
      }
    }
    for (int b = 0; b < blocks.size(); b++) {
      int[] links = blocks.get(b).links();
      share[b] = new double[links.length];
      best[b] = new double[links.length];
      for (int i = 0; i < links.length; i++) {
        share[b][i] = (double) cost[links[i]] / copies[links[i]];
        best[b][i] = share[b][i];
      }
    }
  }

  /**
   * Returns prices for blocks.
   *
   * @param needed the points to gain
   * @param upper what some solution costs
   */
  static Prices of(Task task, List<Block> blocks, long needed, double upper) {
    Prices prices = new Prices(task, blocks);
    prices.bestPrice = prices.firstPrice(needed);
    boolean anyLink = Arrays.stream(prices.share).anyMatch(shares -> shares.length > 0);
    if (anyLink) {
      prices.improve(needed, upper);
    }
    return prices;
  }

  /** Returns what a ten-thousandth of a point is worth, times {@code scale}. */
  long ofPoints(long scale, long most) {
    return Math.max(0, Math.min(most, Math.round(bestPrice * scale)));
  }

  private void improve(long needed, double upper) {
    double price = bestPrice;
    double unit = 1;
    for (Block block : blocks) {
      for (Front front : block.fronts()) {
        if (front != null) {
          unit = Math.max(unit, (double) front.points[front.size - 1]);
        }
      }
    }
    double most = Double.NEGATIVE_INFINITY;
    double pace = 1.0;
    int stale = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long gained = evaluate(price);
      double bound = value + price * (double) needed;
      if (bound > most + 1e-9 * Math.abs(most)) {
        most = bound;
        bestPrice = price;
        for (int b = 0; b < share.length; b++) {
          System.arraycopy(share[b], 0, best[b], 0, share[b].length);
        }
        stale = 0;
      } else if (++stale == 6) {
        stale = 0;
        pace *= 0.6;
        price = bestPrice;
        for (int b = 0; b < share.length; b++) {
          System.arraycopy(best[b], 0, share[b], 0, best[b].length);
        }
        gained = evaluate(price);
        bound = most;
      }
      double missing = (double) (needed - gained) / unit;
      double length = missing * missing + disagreement();
      if (length == 0 || upper - bound <= 0) {
        break;
      }
      double step = pace * (upper - bound) / length;
      price = Math.max(0, price + step * missing / unit);
      for (int b = 0; b < share.length; b++) {
        int[] links = blocks.get(b).links();
        for (int i = 0; i < links.length; i++) {
          double is = pattern[b] >>> i & 1;
          share[b][i] += step * (is - mean[links[i]]);
        }
      }
    }
  }

  /** The price of a point at which blocks that choose for themselves gain about enough. */
  private double firstPrice(long needed) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60 && evaluate(high) < needed; i++) {
      low = high;
      high *= 4;
    }
    for (int i = 0; i < 14; i++) {
      double middle = (low + high) / 2;
      if (evaluate(middle) < needed) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Lets each block choose at a price of points; returns what they gain. */
  private long evaluate(double price) {
    value = 0;
    long gained = 0;
    for (int b = 0; b < share.length; b++) {
      Block block = blocks.get(b);
      double least = Double.POSITIVE_INFINITY;
      int patterns = block.patterns();
      for (int s = 0; s < patterns; s++) {
        Front front = block.fronts().get(s);
        if (front == null) {
          continue;
        }
        double shares = 0;
        for (int left = s; left != 0; left &= left - 1) {
          shares += share[b][Integer.numberOfTrailingZeros(left)];
        }
        for (int e = 0; e < front.size; e++) {
          double here = shares + (double) front.cost[e] - price * (double) front.points[e];
          if (here < least) {
            least = here;
            pattern[b] = s;
            points[b] = front.points[e];
          }
        }
      }
      value += least;
      gained += points[b];
    }
    return gained;
  }

  private double disagreement() {
    Arrays.fill(mean, 0);
    for (int b = 0; b < share.length; b++) {
      int[] links = blocks.get(b).links();
      for (int i = 0; i < links.length; i++) {
        mean[links[i]] += (double) (pattern[b] >>> i & 1) / copies[links[i]];
      }
    }
    double sum = 0;
    for (int b = 0; b < share.length; b++) {
      int[] links = blocks.get(b).links();
      for (int i = 0; i < links.length; i++) {
        double off = (pattern[b] >>> i & 1) - mean[links[i]];
        sum += off * off;
      }
    }
    return sum;
  }

  /** Returns each block's share in the cost of each of its links, times {@code scale}. */
  long[][] shares(long scale) {
    long[] left = new long[cost.length];
    int[] copiesLeft = copies.clone();
    for (int m = 0; m < cost.length; m++) {
      left[m] = cost[m] * scale;
    }
    long[][] rounded = new long[share.length][];
    for (int b = 0; b < share.length; b++) {
      int[] links = blocks.get(b).links();
      rounded[b] = new long[links.length];
      for (int i = 0; i < links.length; i++) {
        int m = links[i];
        copiesLeft[m]--;
        double limit = 4.0 * (double) (cost[m] * scale) + 1e12;
        double wanted = Math.max(-limit, Math.min(limit, best[b][i] * (double) scale));
        rounded[b][i] = copiesLeft[m] == 0 ? left[m] : Math.round(wanted);
        left[m] -= rounded[b][i];
      }
    }
    return rounded;
  }
}
