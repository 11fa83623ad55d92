package id.kla.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Adds up parts that hang together by factors, exactly.
 *
 * <p>It goes through the parts once. For each state of the factors that are open, which a part
 * further on still shares, it keeps the chances of the sum so far; when the last part that shares a
 * factor is added, its states are mixed. What this takes grows with the states of the factors that
 * are open at once, not with those of all factors. So the parts stand in an order in which few are.
 */
final class Mixing {

  /** So many orders are looked at, each from another first part. */
  private static final int MOST_ORDERS = 64;

  private final List<Step> order;

  private Mixing(List<Step> order) {
    this.order = order;
  }

  /** Finds an order; of several that take as little, the first. */
  static Mixing of(List<Part> parts, BitSet inner, List<double[]> chances, int mostSteps) {
    Mixing best = new Ordering(parts, inner, chances).from(0, mostSteps);
    for (int first = 1; first < Math.min(MOST_ORDERS, parts.size()); first++) {
      Mixing next = new Ordering(parts, inner, chances).from(first, mostSteps);
      if (next.additions() < best.additions()) {
        best = next;
      }
    }
    return best;
  }

  /** Puts parts into an order. */
  private static final class Ordering {

    private final List<Part> left;
    private final List<BitSet> factorsOfLeft = new ArrayList<>();
    private final List<double[]> chances;

    /** How many parts that are left share each factor. */
    private final int[] sharing;

    private BitSet open = new BitSet();

    Ordering(List<Part> parts, BitSet inner, List<double[]> chances) {
      this.left = new ArrayList<>(parts);
      this.chances = chances;
      this.sharing = new int[chances.size()];
      for (Part part : parts) {
        BitSet own = part.factors();
        own.and(inner);
        factorsOfLeft.add(own);
        own.stream().forEach(factor -> sharing[factor]++);
      }
    }

    Mixing from(int first, int mostSteps) {
      List<Step> order = new ArrayList<>();
      long length = 1;
      double sums = 1;
      for (int next = first; !left.isEmpty(); next = next()) {
        Part part = left.remove(next);
        BitSet own = factorsOfLeft.remove(next);
        BitSet after = after(own);
        own.stream().forEach(factor -> sharing[factor]--);
        Step step = new Step(part, open, own, after, chances, length, sums, mostSteps);
        order.add(step);
        open = after;
        length = step.length;
        sums = step.sums;
      }
      return new Mixing(order);
    }

    /** The part after which the fewest states are open, of those that share an open factor. */
    private int next() {
      int next = 0;
      double fewest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < left.size(); i++) {
        BitSet own = factorsOfLeft.get(i);
        if (open.intersects(own)) {
          double states = states(after(own), chances);
          if (states < fewest
              || (states == fewest && left.get(i).steps() < left.get(next).steps())) {
            fewest = states;
            next = i;
          }
        }
      }
      return next;
    }

    private BitSet after(BitSet own) {
      BitSet after = (BitSet) open.clone();
      after.or(own);
      own.stream().filter(factor -> sharing[factor] == 1).forEach(after::clear);
      return after;
    }
  }

  private static double states(BitSet factors, List<double[]> chances) {
    return factors.stream()
        .mapToDouble(factor -> chances.get(factor).length)
        .reduce(1, (a, b) -> a * b);
  }

  /** Returns the chances of the sum, under the states of the factors that are not mixed here. */
  double[] chances(int[] states) {
    double[][] sums = {{1}};
    int[] now = states.clone();
    for (Step step : order) {
      sums = step.take(sums, now);
    }
    return sums[0];
  }

  double sums() {
    return order.get(order.size() - 1).sums;
  }

  double additions() {
    double additions = 0;
    for (Step step : order) {
      additions += step.additions();
    }
    return additions;
  }

  double bytes() {
    double bytes = 0;
    for (Step step : order) {
      bytes = Math.max(bytes, step.bytes());
    }
    return bytes;
  }

  /** The addition of one part. */
  private static final class Step {

    private final Part part;
    private final List<double[]> chances;
    private final int[] own;
    private final int[] all;

    /** For each of all factors what its state counts in the places of the three tables. */
    private final int[][] weights;

    private final BitSet closing;
    private final double statesBefore;
    private final double statesAfter;
    private final double statesOfOwn;
    private final double statesOfAll;
    private final long lengthBefore;
    private final double sumsBefore;
    final long length;
    final double sums;

    Step(
        Part part,
        BitSet before,
        BitSet own,
        BitSet after,
        List<double[]> chances,
        long lengthBefore,
        double sumsBefore,
        int mostSteps) {
      this.part = part;
      this.chances = chances;
      this.own = own.stream().toArray();
      BitSet any = (BitSet) before.clone();
      any.or(own);
      this.all = any.stream().toArray();
      this.closing = (BitSet) any.clone();
      closing.andNot(after);
      this.statesBefore = states(before, chances);
      this.statesAfter = states(after, chances);
      this.statesOfOwn = states(own, chances);
      this.statesOfAll = states(any, chances);
      this.weights = new int[][] {weights(before), weights(own), weights(after)};
      this.lengthBefore = lengthBefore;
      this.sumsBefore = sumsBefore;
      this.length = Math.min(lengthBefore + part.steps(), mostSteps + 1L);
      this.sums = Math.min(sumsBefore * part.sums(), (double) length);
    }

    /** Refused before it is used where it passes what an int holds. */
    private int[] weights(BitSet factors) {
      int[] places = new int[all.length];
      int weight = 1;
      for (int i = 0; i < all.length; i++) {
        if (factors.get(all[i])) {
          places[i] = weight;
          weight *= chances.get(all[i]).length;
        }
      }
      return places;
    }

    double additions() {
      double partLength = part.steps() + 1.0;
      double each =
          part.sums() <= sumsBefore ? part.sums() * lengthBefore : sumsBefore * partLength;
      return statesOfOwn * (part.additions() + partLength) + statesOfAll * each;
    }

    double bytes() {
      double numbers =
          statesBefore * lengthBefore + statesOfOwn * (part.steps() + 1) + statesAfter * length;
      return numbers * Double.BYTES + part.bytes();
    }

    double[][] take(double[][] held, int[] states) {
      double[][] alone = alone(states);
      double[][] sums = new double[(int) statesAfter][(int) length];
      int[] digits = new int[all.length];
      int before = 0;
      int mine = 0;
      int after = 0;
      while (true) {
        Accumulation sum = new Accumulation(held[before], (int) length - 1);
        sum.add(alone[mine]);
        sum.addTo(sums[after]);
        int i = 0;
        while (i < all.length && ++digits[i] == chances.get(all[i]).length) {
          digits[i] = 0;
          before -= weights[0][i] * (chances.get(all[i]).length - 1);
          mine -= weights[1][i] * (chances.get(all[i]).length - 1);
          after -= weights[2][i] * (chances.get(all[i]).length - 1);
          i++;
        }
        if (i == all.length) {
          return sums;
        }
        before += weights[0][i];
        mine += weights[1][i];
        after += weights[2][i];
      }
    }

    /** What the part adds under each state of its factors, times the chances of those closing. */
    private double[][] alone(int[] states) {
      double[][] alone = new double[(int) statesOfOwn][];
      for (int place = 0; place < alone.length; place++) {
        double chance = 1;
        int rest = place;
        for (int factor : own) {
          double[] each = chances.get(factor);
          states[factor] = rest % each.length;
          rest /= each.length;
          chance *= closing.get(factor) ? each[states[factor]] : 1;
        }
        Accumulation sum = new Accumulation((int) part.steps());
        part.addTo(sum, states);
        double[] added = sum.chances();
        for (int i = 0; i < added.length; i++) {
          added[i] *= chance;
        }
        alone[place] = added;
      }
      return alone;
    }
  }
}
