package id.kla.simulation;

import com.google.common.math.IntMath;
import java.util.Arrays;

/**
 * The sum of what is independent, as chances of 0, 1, 2 and more steps, that grows where it stands.
 *
 * <p>What is added only moves chances up. So the sum is gone through from its top down: what lies
 * further down is still the sum as it was before.
 *
 * <p>While all numbers of steps are multiples of one, only those multiples are held: as awards tend
 * to be whole or quarters of points, most are added before what lies between comes in.
 *
 * <p>Chances at either end that are smaller than {@value #TINY} are dropped: arithmetic with what
 * is smaller still than a double's least normal number takes a hundred times as long.
 */
final class Accumulation {

  /** Far below any chance that means something, and far above what can't be told from zero. */
  static final double TINY = 1e-280;

  private final int mostSteps;
  private final double[] chances;
  private final Tile tile = new Tile();

  /** All numbers of steps are multiples of it, and only those are held; 0 if there is only 0. */
  private int apart;

  /** Chances before this place are zero. */
  private int from;

  /** Chances from this place on are zero. */
  private int to;

  /**
   * Begins with nothing.
   *
   * @param mostSteps what passes this is cut there
   */
  Accumulation(int mostSteps) {
    this.mostSteps = mostSteps;
    this.chances = new double[mostSteps + 1];
    chances[0] = 1;
    to = 1;
  }

  /** Begins with what is held, at most {@code mostSteps}. */
  Accumulation(double[] held, int mostSteps) {
    this.mostSteps = mostSteps;
    this.chances = Arrays.copyOf(held, mostSteps + 1);
    apart = 1;
    to = held.length;
    dropTiny();
  }

  /** Returns the chances of 0 to the most steps, the live ones. */
  double[] chances() {
    spread(1);
    return chances;
  }

  /** Adds one of a few numbers of steps, ascending, each by its chance. */
  void add(int[] steps, double[] added) {
    int[] possible = attainable(added);
    if (possible.length == 0 || from == to) {
      Arrays.fill(chances, from, to, 0);
      to = from;
      return;
    }
    int most = steps[possible[possible.length - 1]];
    int next = (to - 1L) * apart + most > mostSteps ? IntMath.gcd(apart, mostSteps) : apart;
    for (int i : possible) {
      next = IntMath.gcd(next, steps[i]);
    }
    spread(next);
    int unit = Math.max(1, apart);
    int[] places = Arrays.stream(possible).map(i -> steps[i] / unit).toArray();
    add(places, at(possible, added), mostSteps / unit);
  }

  /** Adds places to those that are held; what passes the last is cut there. */
  private void add(int[] places, double[] added, int last) {
    int end = Math.min(last + 1, to + places[places.length - 1]);
    int first = Math.min(end, from + places[0]);
    double cut = 0;
    for (int i = 0; i < places.length; i++) {
      int fitting = Math.max(from, last + 1 - places[i]);
      cut += fitting < to ? added[i] * RunningSum.of(chances, fitting, to) : 0;
    }
    for (int tileEnd = end; tileEnd > first; tileEnd -= Tile.MOST) {
      int start = Math.max(first, tileEnd - Tile.MOST);
      tile.begin(tileEnd - start);
      for (int i = 0; i < places.length; i++) {
        tile.add(chances, start - places[i], from, to, added[i]);
      }
      tile.end(chances, start);
    }
    Arrays.fill(chances, from, Math.min(first, to), 0);
    from = first;
    to = end;
    if (cut > 0) {
      from = Math.min(first, last);
      chances[last] += cut;
    }
    dropTiny();
  }

  /** Holds smaller multiples. */
  private void spread(int next) {
    if (next != apart && from < to) {
      int factor = apart / next;
      for (int i = to - 1; i > 0 && i >= from; i--) {
        double chance = chances[i];
        chances[i] = 0;
        chances[i * factor] = chance;
      }
      from *= factor;
      to = (to - 1) * factor + 1;
    }
    apart = next;
  }

  /** Adds what has a chance for each number of steps. */
  void add(double[] added) {
    int[] steps = attainable(added);
    int[] held = attainable(chances);
    if (held.length == 1 || steps.length <= held.length) {
      add(steps, at(steps, added));
      return;
    }
    // Of two sums the one with fewer numbers of steps is added to the other.
    double[] few = at(held, chances);
    int[] fewSteps = Arrays.stream(held).map(place -> place * apart).toArray();
    Arrays.fill(chances, from, to, 0);
    chances[0] = 1;
    from = 0;
    to = 1;
    apart = 0;
    add(steps, at(steps, added));
    add(fewSteps, few);
  }

  /** Adds the chances to others of as many numbers of steps. */
  void addTo(double[] others) {
    spread(1);
    for (int i = 0; i < others.length; i++) {
      others[i] += chances[i];
    }
  }

  /** Returns the numbers of steps that have a chance, ascending. */
  static int[] attainable(double[] chances) {
    int[] attainable = new int[chances.length];
    int count = 0;
    for (int i = 0; i < chances.length; i++) {
      if (chances[i] != 0) {
        attainable[count++] = i;
      }
    }
    return Arrays.copyOf(attainable, count);
  }

  /** Returns the chances of those numbers of steps. */
  static double[] at(int[] steps, double[] chances) {
    return Arrays.stream(steps).mapToDouble(step -> chances[step]).toArray();
  }

  private void dropTiny() {
    while (from < to && chances[from] <= TINY) {
      chances[from++] = 0;
    }
    while (to > from && chances[to - 1] <= TINY) {
      chances[--to] = 0;
    }
  }
}
