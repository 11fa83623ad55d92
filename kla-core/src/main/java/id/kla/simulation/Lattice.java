package id.kla.simulation;

import com.google.common.math.LongMath;
import id.kla.edition.Cluster;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.Requirement;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The totals that a model can reach, at equal steps from the least one on, and their chances.
 *
 * <p>The step is the greatest common divisor of all that can raise a total: of what each award with
 * a chance above zero adds to its question's least one, and of what an indicator's maximum leaves
 * to add, where it can cut. Of an award that is certain to be cut only what is left of it counts.
 */
final class Lattice {

  private final List<Group> groups = new ArrayList<>();
  private long least;
  private long span;
  private long divisor;

  /** A question: its awards, the smallest first. */
  private static final class Item {

    final Requirement.Subject subject;
    final long[] awards;
    final double[] chances;

    Item(Question question, AwardChances model) {
      subject = new Requirement.OfQuestion(question.code());
      awards = model.chances().keySet().stream().mapToLong(Points::units).toArray();
      chances =
          model.chances().values().stream()
              .mapToDouble(chance -> (double) chance.numerator() / chance.denominator())
              .toArray();
    }

    /** Returns what an award adds, if no more than {@code span} can be added. */
    long rise(int award, long span) {
      return Math.min(awards[award] - awards[0], span);
    }
  }

  /** An indicator: what it has at least, and how much its questions can add to that. */
  private record Row(
      Requirement.Subject subject, List<Item> items, long least, long span, boolean isCut) {}

  /** A cluster. */
  private record Group(Requirement.Subject subject, List<Row> rows) {
    long least() {
      return rows.stream().mapToLong(Row::least).sum();
    }
  }

  Lattice(AwardModel model) {
    for (Cluster cluster : model.edition().clusters()) {
      List<Row> rows = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        Row row = row(indicator, model);
        least = Math.addExact(least, row.least);
        span = Math.addExact(span, row.span);
        divisor = LongMath.gcd(divisor, divisor(row));
        rows.add(row);
      }
      groups.add(new Group(new Requirement.OfCluster(cluster.code()), rows));
    }
  }

  private static Row row(Indicator indicator, AwardModel model) {
    long low = 0;
    long high = 0;
    List<Item> items = new ArrayList<>();
    for (Question question : indicator.questions()) {
      AwardChances chances = model.award(question.code());
      items.add(new Item(question, chances));
      low = Math.addExact(low, chances.least().units());
      high = Math.addExact(high, chances.most().units());
    }
    long cap = indicator.maximum().orElseThrow().units();
    long held = Math.min(low, cap);
    return new Row(
        new Requirement.OfIndicator(indicator.code()),
        items,
        held,
        Math.min(high, cap) - held,
        high > cap);
  }

  private static long divisor(Row row) {
    // A cut leaves all of the span; without one the awards together make it up.
    long divisor = row.isCut ? row.span : 0;
    for (Item item : row.items) {
      for (int i = 0; i < item.awards.length; i++) {
        divisor = LongMath.gcd(divisor, item.rise(i, row.span));
      }
    }
    return divisor;
  }

  /** Returns the least total, in ten-thousandths of a point. */
  long least() {
    return least;
  }

  /** Returns the largest total, in ten-thousandths of a point. */
  long most() {
    return least + span;
  }

  /** Returns how far two neighbours are apart, in ten-thousandths of a point; 0 if one is all. */
  long step() {
    return divisor;
  }

  /** Returns how many totals there are. */
  long size() {
    return stepsIn(span) + 1;
  }

  /** Returns the place of the first total at or above {@code total}, at most the size. */
  int from(Points total) {
    return from(total, least, size());
  }

  private int from(Points bound, long base, long size) {
    long above = Math.max(0, bound.units() - base);
    long steps = stepsIn(above);
    return (int) Math.min(size, steps * divisor < above ? steps + 1 : steps);
  }

  private long stepsIn(long units) {
    return divisor == 0 ? 0 : units / divisor;
  }

  /**
   * Returns the chances of the totals, from the least one on, that also give the subjects of {@code
   * floors} at least those points: awards and sums below a floor are left out where they arise.
   */
  double[] chances(Map<Requirement.Subject, Points> floors) {
    double[] total = {1};
    for (Group group : groups) {
      Points floor = floors.get(group.subject);
      if (floor == null) {
        total = plus(total, group, floors);
      } else {
        double[] alone = plus(new double[] {1}, group, floors);
        dropBelow(floor, alone, group.least());
        total = sum(total, alone);
      }
    }
    Points floor = floors.get(Requirement.Total.TOTAL);
    if (floor != null) {
      dropBelow(floor, total, least);
    }
    return total;
  }

  private double[] plus(double[] total, Group group, Map<Requirement.Subject, Points> floors) {
    double[] sum = total;
    for (Row row : group.rows) {
      Points floor = floors.get(row.subject);
      if (floor == null && !row.isCut) {
        sum = plus(sum, row, floors, Integer.MAX_VALUE);
      } else {
        double[] alone = plus(new double[] {1}, row, floors, (int) stepsIn(row.span));
        if (floor != null) {
          dropBelow(floor, alone, row.least);
        }
        sum = sum(sum, alone);
      }
    }
    return sum;
  }

  private double[] plus(
      double[] total, Row row, Map<Requirement.Subject, Points> floors, int mostSteps) {
    double[] sum = total;
    for (Item item : row.items) {
      Points floor = floors.get(item.subject);
      if (floor != null || item.awards.length > 1) {
        sum = plus(sum, item, row.span, floor, mostSteps);
      }
    }
    return sum;
  }

  /** Adds a question; what passes {@code mostSteps} is cut there. */
  private double[] plus(
      double[] held, Item item, long span, @Nullable Points floor, int mostSteps) {
    int last = (int) stepsIn(item.rise(item.awards.length - 1, span));
    double[] sum = new double[Math.min(held.length - 1 + last, mostSteps) + 1];
    for (int i = 0; i < item.awards.length; i++) {
      if (floor == null || item.awards[i] >= floor.units()) {
        add(sum, held, (int) stepsIn(item.rise(i, span)), item.chances[i]);
      }
    }
    return sum;
  }

  private static double[] sum(double[] one, double[] other) {
    if (attainable(one) > attainable(other)) {
      return sum(other, one);
    }
    double[] sum = new double[one.length + other.length - 1];
    for (int i = 0; i < one.length; i++) {
      if (one[i] != 0) {
        add(sum, other, i, one[i]);
      }
    }
    return sum;
  }

  private static int attainable(double[] chances) {
    int count = 0;
    for (double chance : chances) {
      count += chance == 0 ? 0 : 1;
    }
    return count;
  }

  /** Adds {@code chance} times what is held, moved up; what passes the end is added to the last. */
  private static void add(double[] sum, double[] held, int steps, double chance) {
    int fitting = Math.min(held.length, sum.length - steps);
    for (int i = 0; i < fitting; i++) {
      sum[steps + i] += chance * held[i];
    }
    if (fitting < held.length) {
      sum[sum.length - 1] += chance * RunningSum.of(held, fitting, held.length);
    }
  }

  private void dropBelow(Points floor, double[] held, long base) {
    Arrays.fill(held, 0, from(floor, base, held.length), 0);
  }
}
