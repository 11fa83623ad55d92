package id.kla.planning;

import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A bound on what any wanted schedule costs: each measure chooses for itself, at prices for the
 * points of each year, for what budgets leave, and for the rules between measures.
 *
 * <p>Any prices give a bound that holds, whatever is open to the measures; good ones give a close
 * bound. What a cap takes, and what several measures bring to one question, is shared between a
 * constant and the measures by parts from 0 to 1, of which any is right, too. Prices are floating
 * point; how much the bound may err by that is taken off.
 */
final class YearPrices {

  /** Sums of so many terms as there can be err by less than this part of their magnitudes. */
  private static final double ERROR = 1e-10;

  private final YearTask years;
  private final Wanted wanted;
  private final Task task;
  private final int span;
  private final int[] open;

  // What measures bring beyond what is held: steps of questions
  private final int[][] stepsOf;
  private final int[] indicatorOfStep;
  private final double[] height;
  private final long[] room;
  private final double base;
  private final int steps;

  // Rules between open measures
  private final int[][] needs;
  private final int[][] exclusions;
  private final double[] cost;

  // Where the kinds of prices begin
  private final int atPoints;
  private final int atBudget;
  private final int atSoft;
  private final int atMissing;
  private final int atCount;
  private final int atNeeds;
  private final int atExclusions;
  private final int atCaps;
  private final int atSteps;
  private final int size;

  // Of the last look
  private double[] price;
  private final double[] slope;
  private final double[] magnitude;
  private final double[] worth;
  private final double[][] coming;
  private final double[][] reduced;
  private final double[] least;
  private final int[] choice;
  private final double[] mean;
  private final int[][] brought;
  private final byte[] capState;
  private final byte[] stepState;
  private Counted counted = Counted.COST;
  private double pointScale;
  private double budgetScale;
  private double nominal;
  private double ruleScale;

  YearPrices(YearTask years, YearChoices choices, Wanted wanted, int[] first) {
    this.years = years;
    this.wanted = wanted;
    this.task = years.task();
    this.span = years.years();
    List<Integer> all = new ArrayList<>();
    for (int m = 0; m < first.length; m++) {
      if (!choices.isOut(first[m])) {
        all.add(m);
      }
    }
    this.open = all.stream().mapToInt(m -> m).toArray();
    long[] held = task.holdings(years.until(-1, years.nothing()));
    long[] gained = task.byIndicator(held);
    this.room = new long[gained.length];
    long sum = 0;
    for (int i = 0; i < gained.length; i++) {
      room[i] = task.cap()[i] - gained[i];
      sum += gained[i];
    }
    this.base = (double) sum;
    List<TreeSet<Long>> levels = new ArrayList<>();
    for (int q = 0; q < held.length; q++) {
      levels.add(new TreeSet<>());
    }
    for (int m : open) {
      for (int i = 0; i < task.touched()[m].length; i++) {
        int q = task.touched()[m][i];
        if (task.awards()[m][i] > held[q] && room[task.indicator()[q]] > 0) {
          levels.get(q).add(task.awards()[m][i]);
        }
      }
    }
    int[] firstStep = new int[held.length + 1];
    for (int q = 0; q < held.length; q++) {
      firstStep[q + 1] = firstStep[q] + levels.get(q).size();
    }
    this.steps = firstStep[held.length];
    this.indicatorOfStep = new int[steps];
    this.height = new double[steps];
    for (int q = 0; q < held.length; q++) {
      long before = held[q];
      int s = firstStep[q];
      for (long level : levels.get(q)) {
        indicatorOfStep[s] = task.indicator()[q];
        height[s++] = (double) (level - before);
        before = level;
      }
    }
    this.stepsOf = new int[open.length][];
    this.cost = new double[open.length];
    int[] positions = new int[first.length];
    Arrays.fill(positions, -1);
    for (int p = 0; p < open.length; p++) {
      int m = open[p];
      positions[m] = p;
      cost[p] = (double) task.cost()[m];
      List<Integer> mine = new ArrayList<>();
      for (int i = 0; i < task.touched()[m].length; i++) {
        int q = task.touched()[m][i];
        int reached = levels.get(q).headSet(task.awards()[m][i], true).size();
        for (int s = 0; s < reached; s++) {
          mine.add(firstStep[q] + s);
        }
      }
      stepsOf[p] = mine.stream().mapToInt(s -> s).toArray();
    }
    List<int[]> needed = new ArrayList<>();
    List<int[]> excluded = new ArrayList<>();
    for (int m : open) {
      for (int need : task.needs()[m]) {
        if (positions[need] >= 0) {
          needed.add(new int[] {positions[m], positions[need]});
        }
      }
      for (int other : task.excludes()[m]) {
        if (m < other && positions[other] >= 0) {
          excluded.add(new int[] {positions[m], positions[other]});
        }
      }
    }
    this.needs = needed.toArray(int[][]::new);
    this.exclusions = excluded.toArray(int[][]::new);
    this.atPoints = 0;
    this.atBudget = atPoints + span;
    this.atSoft = atBudget + span;
    this.atMissing = atSoft + span;
    this.atCount = atMissing + 1;
    this.atNeeds = atCount + 1;
    this.atExclusions = atNeeds + needs.length * span;
    this.atCaps = atExclusions + exclusions.length;
    this.atSteps = atCaps + room.length * span;
    this.size = atSteps + steps * span;
    this.price = new double[size];
    this.slope = new double[size];
    this.magnitude = new double[size];
    this.worth = new double[span];
    this.coming = new double[steps][span + 1];
    this.reduced = new double[open.length][span + 1];
    this.least = new double[open.length];
    this.choice = new int[open.length];
    this.mean = new double[open.length * (span + 1)];
    this.brought = new int[steps][span];
    this.capState = new byte[room.length * span];
    this.stepState = new byte[steps * span];
    start();
  }

  private void start() {
    double all = 1;
    for (double each : cost) {
      all += each;
    }
    budgetScale = 1;
    Arrays.fill(price, 0);
    Arrays.fill(magnitude, 0);
    double gains = 1;
    for (long each : room) {
      gains += Math.max(0, (double) each);
    }
    if (counted == Counted.MISSING) {
      budgetScale = gains / all;
      all = gains;
    }
    pointScale = all / gains;
    ruleScale = all / Math.max(1, open.length);
    for (int y = 0; y < span; y++) {
      price[atPoints + y] = wanted.least(y) > 0 ? pointScale / span : 0;
    }
    Arrays.fill(price, atSoft, atMissing, 1);
    Arrays.fill(price, atCaps, size, 1);
    price[atMissing] = counted == Counted.MISSING ? 1 : pointScale;
    nominal = all / 10;
  }

  /** What a bound counts. */
  enum Counted {
    /** What all costs. */
    COST,
    /** What the years lack that may miss. */
    MISSING,
    /** Nothing: a bound above nothing says that there is no schedule. */
    NOTHING
  }

  /** Counts something else from now on, at prices to begin with. */
  void count(Counted what) {
    if (counted != what) {
      counted = what;
      start();
    }
  }

  /** All totals differ by multiples of this. */
  long grain() {
    double[] possible = new double[room.length];
    long grain = 0;
    for (int s = 0; s < steps; s++) {
      possible[indicatorOfStep[s]] += height[s];
      grain = LongMath.gcd(grain, (long) height[s]);
    }
    for (int i = 0; i < room.length; i++) {
      if (possible[i] > (double) room[i]) {
        grain = LongMath.gcd(grain, room[i]);
      }
    }
    return Math.max(1, grain);
  }

  // What is sure

  private static final byte ANY = 0;
  private static final byte NOTHING = 1;
  private static final byte ALL = 2;

  /** Finds which caps surely cut or never do, and which steps surely are reached, or by one. */
  private void settle(int[] now) {
    double[] sure = new double[room.length];
    double[] possible = new double[room.length];
    int[] sureOf = new int[steps];
    int[] possibleOf = new int[steps];
    for (int y = 0; y < span; y++) {
      Arrays.fill(sure, 0);
      Arrays.fill(possible, 0);
      Arrays.fill(sureOf, 0);
      Arrays.fill(possibleOf, 0);
      for (int p = 0; p < open.length; p++) {
        int left = now[open[p]];
        if (YearChoices.earliest(left) > y) {
          continue;
        }
        boolean isSure = (left & -(2 << y)) == 0;
        for (int s : stepsOf[p]) {
          possibleOf[s]++;
          sureOf[s] += isSure ? 1 : 0;
        }
      }
      for (int s = 0; s < steps; s++) {
        stepState[s * span + y] = sureOf[s] > 0 ? NOTHING : possibleOf[s] <= 1 ? ALL : ANY;
        sure[indicatorOfStep[s]] += sureOf[s] > 0 ? height[s] : 0;
        possible[indicatorOfStep[s]] += possibleOf[s] > 0 ? height[s] : 0;
      }
      for (int i = 0; i < room.length; i++) {
        capState[i * span + y] =
            possible[i] <= (double) room[i] ? ALL : sure[i] >= (double) room[i] ? NOTHING : ANY;
      }
    }
  }

  private double part(int at, byte state) {
    return state == ANY ? price[at] : state == ALL ? 1 : 0;
  }

  // One look

  /** Lets each measure choose at the prices; returns what all costs at least. */
  private double look(int[] now) {
    double value = 0;
    double size = 0;
    for (int y = 0; y < span; y++) {
      worth[y] = price[atPoints + y];
      double constant = price[atPoints + y] * (double) wanted.least(y);
      if (wanted.mayMiss() && wanted.softly(y) > 0) {
        double soft = price[atMissing] * price[atSoft + y];
        worth[y] += soft;
        constant += soft * (double) wanted.softly(y);
      }
      constant -= worth[y] * base;
      size += Math.abs(worth[y] * base) + Math.abs(constant);
      value += constant;
      if (years.budget()[y] < Search.ANY_COST) {
        double paid = price[atBudget + y] * (double) years.budget()[y];
        value -= paid;
        size += paid;
      }
    }
    if (wanted.mayMiss() && counted != Counted.MISSING) {
      double lacking = price[atMissing] * (double) wanted.mostMissing;
      value -= lacking;
      size += lacking;
    }
    if (wanted.mostCount < Integer.MAX_VALUE) {
      value -= price[atCount] * wanted.mostCount;
      size += price[atCount] * wanted.mostCount;
    }
    for (int i = 0; i < room.length; i++) {
      for (int y = 0; y < span; y++) {
        double cap = part(atCaps + i * span + y, capState[i * span + y]);
        double taken = worth[y] * (1 - cap) * (double) room[i];
        value -= taken;
        size += taken;
      }
    }
    for (int s = 0; s < steps; s++) {
      int i = indicatorOfStep[s];
      coming[s][span] = 0;
      for (int y = span - 1; y >= 0; y--) {
        double cap = part(atCaps + i * span + y, capState[i * span + y]);
        double own = part(atSteps + s * span + y, stepState[s * span + y]);
        double whole = worth[y] * cap * height[s];
        coming[s][y] = coming[s][y + 1] + whole * own;
        value -= whole * (1 - own);
        size += whole;
      }
    }
    boolean isCounted = wanted.mostCount < Integer.MAX_VALUE;
    for (int p = 0; p < open.length; p++) {
      for (int y = 0; y < span; y++) {
        double mine = counted == Counted.COST ? cost[p] : 0;
        if (years.budget()[y] < Search.ANY_COST) {
          mine += cost[p] * price[atBudget + y];
        }
        if (isCounted) {
          mine += price[atCount];
        }
        for (int s : stepsOf[p]) {
          mine -= coming[s][y];
        }
        reduced[p][y] = mine;
      }
      reduced[p][span] = 0;
    }
    for (int n = 0; n < needs.length; n++) {
      double later = 0;
      for (int y = span - 1; y >= 0; y--) {
        later += price[atNeeds + n * span + y];
        reduced[needs[n][0]][y] += later;
        reduced[needs[n][1]][y] -= later;
      }
      size += 2 * later;
    }
    for (int x = 0; x < exclusions.length; x++) {
      double each = price[atExclusions + x];
      for (int y = 0; y < span; y++) {
        reduced[exclusions[x][0]][y] += each;
        reduced[exclusions[x][1]][y] += each;
      }
      value -= each;
      size += 3 * each;
    }
    for (int p = 0; p < open.length; p++) {
      int left = now[open[p]];
      if (left == 0) {
        return Double.POSITIVE_INFINITY;
      }
      double best = Double.POSITIVE_INFINITY;
      for (int y = 0; y <= span; y++) {
        if ((left >>> y & 1) != 0 && reduced[p][y] < best) {
          best = reduced[p][y];
          choice[p] = y;
        }
      }
      least[p] = best;
      value += best;
      size += Math.abs(best) + cost[p];
    }
    return value - ERROR * size - 1e-6;
  }

  /** What a schedule may come to by what is counted. */
  double most() {
    return switch (counted) {
      case COST -> (double) wanted.mostCost;
      case MISSING -> (double) wanted.mostMissing;
      case NOTHING -> 0;
    };
  }

  /** By how much each rule is broken by what the measures chose. */
  private void slopes() {
    double[] spent = new double[span];
    for (int[] each : brought) {
      Arrays.fill(each, 0);
    }
    int count = 0;
    for (int p = 0; p < open.length; p++) {
      if (choice[p] < span) {
        count++;
        spent[choice[p]] += cost[p];
        for (int s : stepsOf[p]) {
          for (int y = choice[p]; y < span; y++) {
            brought[s][y]++;
          }
        }
      }
    }
    double[] points = new double[span];
    Arrays.fill(points, base);
    double[] sums = new double[room.length * span];
    for (int s = 0; s < steps; s++) {
      int i = indicatorOfStep[s];
      for (int y = 0; y < span; y++) {
        int at = s * span + y;
        double own = part(atSteps + at, stepState[at]);
        double cap = part(atCaps + i * span + y, capState[i * span + y]);
        double reached = height[s] * (own * brought[s][y] + 1 - own);
        sums[i * span + y] += reached;
        points[y] += cap * reached;
        slope[atSteps + at] =
            stepState[at] == ANY ? -worth[y] * cap * height[s] * (brought[s][y] - 1) : 0;
      }
    }
    for (int i = 0; i < room.length; i++) {
      for (int y = 0; y < span; y++) {
        int at = i * span + y;
        double cap = part(atCaps + at, capState[at]);
        points[y] += (1 - cap) * (double) room[i];
        slope[atCaps + at] = capState[at] == ANY ? -worth[y] * (sums[at] - (double) room[i]) : 0;
      }
    }
    double missing = 0;
    for (int y = 0; y < span; y++) {
      slope[atPoints + y] = wanted.least(y) > 0 ? (double) wanted.least(y) - points[y] : 0;
      boolean isSoft = wanted.mayMiss() && wanted.softly(y) > 0;
      double lacking = isSoft ? (double) wanted.softly(y) - points[y] : 0;
      slope[atSoft + y] = price[atMissing] * lacking;
      missing += price[atSoft + y] * lacking;
      slope[atBudget + y] =
          years.budget()[y] < Search.ANY_COST ? spent[y] - (double) years.budget()[y] : 0;
    }
    slope[atMissing] =
        wanted.mayMiss() && counted != Counted.MISSING ? missing - (double) wanted.mostMissing : 0;
    slope[atCount] = wanted.mostCount < Integer.MAX_VALUE ? count - wanted.mostCount : 0;
    for (int n = 0; n < needs.length; n++) {
      for (int y = 0; y < span; y++) {
        slope[atNeeds + n * span + y] =
            (choice[needs[n][0]] <= y ? 1 : 0) - (choice[needs[n][1]] <= y ? 1 : 0);
      }
    }
    for (int x = 0; x < exclusions.length; x++) {
      slope[atExclusions + x] =
          (choice[exclusions[x][0]] < span ? 1 : 0) + (choice[exclusions[x][1]] < span ? 1 : 0) - 1;
    }
  }

  private boolean isPart(int at) {
    return (at >= atSoft && at < atMissing) || at >= atCaps;
  }

  // Better prices

  /**
   * Looks some times, each time at better prices, until the bound passes what may be spent; takes
   * away what can't be part of a wanted schedule, and keeps the best prices. Returns the bound.
   */
  double improve(int[] now, int rounds) {
    settle(now);
    double[] best = price.clone();
    double most = Double.NEGATIVE_INFINITY;
    double pace = 1.2;
    int idle = 0;
    double reach = Math.max(1, most());
    double aimed = counted == Counted.NOTHING ? nominal : 1;
    for (int round = 0; round < rounds; round++) {
      double value = look(now);
      remember(round);
      if (value > most) {
        idle = value > most + 1e-7 * reach ? 0 : idle + 1;
        most = value;
        System.arraycopy(price, 0, best, 0, size);
        if (most > most()) {
          break;
        }
        takeAway(now, value);
      } else {
        idle++;
      }
      if (idle > 8) {
        idle = 0;
        pace /= 2;
      }
      slopes();
      if (!step(pace, most() + aimed - value)) {
        break;
      }
    }
    System.arraycopy(best, 0, price, 0, size);
    return most;
  }

  /** Moves each price along its slope; says whether any moved. */
  private boolean step(double pace, double gap) {
    double length = 0;
    for (int at = 0; at < size; at++) {
      double along = slope[at];
      if (along == 0 || isHeld(at)) {
        slope[at] = 0;
        continue;
      }
      magnitude[at] =
          magnitude[at] == 0 ? Math.abs(along) : 0.9 * magnitude[at] + 0.1 * Math.abs(along);
      length += along * along / magnitude[at] * scale(at);
    }
    if (length == 0) {
      return false;
    }
    double step = pace * Math.max(gap, 1e-3) / length;
    for (int at = 0; at < size; at++) {
      if (slope[at] != 0) {
        double moved = price[at] + step * slope[at] / magnitude[at] * scale(at);
        price[at] = Math.max(0, isPart(at) ? Math.min(1, moved) : moved);
      }
    }
    return true;
  }

  /** How large a price of its kind may be. */
  private double scale(int at) {
    if (at < atBudget || at == atMissing) {
      return pointScale;
    }
    if (at < atSoft) {
      return budgetScale;
    }
    return at < atCount || at >= atCaps ? 1 : ruleScale;
  }

  /** Whether a price stands at its end and would be moved beyond it. */
  private boolean isHeld(int at) {
    return (slope[at] < 0 && price[at] <= 0) || (isPart(at) && slope[at] > 0 && price[at] >= 1);
  }

  private void remember(int round) {
    double weight = Math.max(0.05, 1.0 / (round + 1));
    for (int at = 0; at < mean.length; at++) {
      mean[at] *= 1 - weight;
    }
    for (int p = 0; p < open.length; p++) {
      mean[p * (span + 1) + choice[p]] += weight;
    }
  }

  private void takeAway(int[] now, double value) {
    for (int p = 0; p < open.length; p++) {
      int left = now[open[p]];
      if (!YearChoices.isDecided(left)) {
        for (int y = 0; y <= span; y++) {
          if ((left >>> y & 1) != 0
              && y != choice[p]
              && value - least[p] + reduced[p][y] > most()) {
            now[open[p]] &= ~(1 << y);
          }
        }
      }
    }
  }

  double[] prices() {
    return price.clone();
  }

  void startFrom(double[] prices) {
    System.arraycopy(prices, 0, price, 0, size);
  }

  // What the measures chose

  /** What each measure chose last, as years. */
  int[] chosen() {
    int[] yearOf = years.nothing();
    for (int p = 0; p < open.length; p++) {
      yearOf[open[p]] = choice[p];
    }
    return yearOf;
  }

  /** How often a measure chose a year of late. */
  double share(int measure, int year) {
    int p = Arrays.binarySearch(open, measure);
    return p < 0 ? 0 : mean[p * (span + 1) + year];
  }
}
