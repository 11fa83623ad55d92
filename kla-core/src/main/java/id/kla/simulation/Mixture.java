package id.kla.simulation;

import com.google.common.math.IntMath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The sum of parts of which some share factors.
 *
 * <p>Parts that share none are independent. Those that do are added up alone, mixed over the states
 * of the factors that no part elsewhere shares.
 */
final class Mixture implements Part {

  /** What has more numbers of steps than that is added before the rest. */
  private static final int FEW = 64;

  private final List<Part> independent = new ArrayList<>();
  private final List<Mixing> tied = new ArrayList<>();
  private final BitSet factors = new BitSet();
  private final long steps;
  private final int divisor;
  private final double sums;

  /**
   * Adds up parts.
   *
   * @param inner the factors that no part elsewhere shares
   * @param chances of the states of each factor
   * @param mostSteps what passes this is cut there
   */
  Mixture(List<Part> parts, BitSet inner, List<double[]> chances, int mostSteps) {
    long allSteps = 0;
    double allSums = 1;
    int allDivisor = 0;
    for (Part part : parts) {
      allSteps += part.steps();
      allSums *= part.sums();
      allDivisor = IntMath.gcd(allDivisor, part.divisor());
      factors.or(part.factors());
    }
    this.steps = Math.min(allSteps, mostSteps);
    this.divisor = allSteps > mostSteps ? IntMath.gcd(allDivisor, mostSteps) : allDivisor;
    this.sums = Math.min(allSums, steps + 1.0);
    factors.andNot(inner);
    List<Part> left = new ArrayList<>(parts);
    while (!left.isEmpty()) {
      List<Part> group = group(left, inner);
      if (group.size() == 1) {
        independent.add(group.get(0));
      } else {
        tied.add(Mixing.of(group, inner, chances, mostSteps));
      }
    }
    order(independent);
  }

  /**
   * Puts first what adds many numbers of steps, while few are held; then what keeps those that are
   * held as far apart as can be, since there are the fewer.
   */
  private static void order(List<Part> parts) {
    parts.sort(Comparator.comparingDouble(Part::sums).reversed());
    int apart = 0;
    for (int done = 0; done < parts.size(); done++) {
      int next = done;
      int widest = IntMath.gcd(apart, parts.get(done).divisor());
      boolean isFew = parts.get(done).sums() <= FEW;
      for (int i = done + 1; isFew && widest != apart && i < parts.size(); i++) {
        int width = IntMath.gcd(apart, parts.get(i).divisor());
        if (width > widest) {
          widest = width;
          next = i;
        }
      }
      Collections.swap(parts, done, next);
      apart = widest;
    }
  }

  /** Takes the first part and all that hang together with it. */
  private static List<Part> group(List<Part> left, BitSet inner) {
    List<Part> group = new ArrayList<>(List.of(left.remove(0)));
    BitSet shared = group.get(0).factors();
    shared.and(inner);
    int i = 0;
    while (i < left.size() && !shared.isEmpty()) {
      BitSet those = left.get(i).factors();
      those.and(inner);
      if (shared.intersects(those)) {
        shared.or(those);
        group.add(left.remove(i));
        i = 0;
      } else {
        i++;
      }
    }
    return group;
  }

  /** Says whether its parts can be added to any sum one by one. */
  boolean isPlain() {
    return tied.isEmpty();
  }

  @Override
  public BitSet factors() {
    return (BitSet) factors.clone();
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public int divisor() {
    return divisor;
  }

  @Override
  public double sums() {
    return sums;
  }

  /** Returns the chances of this sum alone. */
  double[] chances(int[] states) {
    Accumulation sum = new Accumulation((int) steps);
    addTo(sum, states);
    return sum.chances();
  }

  @Override
  public void addTo(Accumulation sum, int[] states) {
    independent.forEach(part -> part.addTo(sum, states));
    tied.forEach(each -> sum.add(each.chances(states)));
  }

  @Override
  public double additions() {
    double additions = 0;
    for (Part part : independent) {
      additions += part.additions() + part.sums() * (steps + 1);
    }
    for (Mixing each : tied) {
      additions += each.additions() + each.sums() * (steps + 1);
    }
    return additions;
  }

  @Override
  public double additionsOfFactors() {
    double additions = 0;
    for (Part part : independent) {
      additions += part.additionsOfFactors();
    }
    for (Mixing each : tied) {
      additions += each.additions();
    }
    return additions;
  }

  @Override
  public double bytes() {
    double bytes = 0;
    for (Part part : independent) {
      bytes = Math.max(bytes, part.bytes());
    }
    for (Mixing each : tied) {
      bytes = Math.max(bytes, each.bytes());
    }
    return bytes;
  }
}
