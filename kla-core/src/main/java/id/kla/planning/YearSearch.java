package id.kla.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best schedule of a task over years, exactly, and proves it.
 *
 * <p>What is preferred is decided one thing after the other: which years miss their targets, what
 * these lack, what all costs, earns and holds, which measures it holds, and when. Each time those
 * left must keep what is decided before, and the search asks for more until there is no more: a
 * tree of choices in which prices give a bound for each branch. Where the search for a single year
 * gives the answer already, or a bound, that is taken.
 */
final class YearSearch {

  private static final int FIRST_ROUNDS = 400;
  private static final int AGAIN_ROUNDS = 60;
  private static final int ROUNDS = 12;
  private static final int FEW_NODES = 400;
  private static final int MOST_TRIES = 20_000;

  private final YearTask years;
  private final Limit limit;
  private final YearChoices choices;

  /** By year what its target takes alone; null where there is none. */
  private final Search.@Nullable Outcome[] alone;

  private Schedule best;
  private int fewestMissed;
  private long leastMissing;
  private long leastCost;

  private YearSearch(YearTask years, Limit limit) {
    this.years = years;
    this.limit = limit;
    this.choices = new YearChoices(years);
    this.alone = new Search.Outcome[years.years()];
    this.best = Schedule.of(years, years.nothing());
  }

  /**
   * What a search found.
   *
   * @param best the best schedule known
   * @param fewestMissed none misses fewer years
   * @param leastMissing none that misses as few lacks fewer points
   * @param leastCost none that lacks as few costs less
   * @param isProven whether the best schedule is the best there is
   */
  record Outcome(
      Schedule best, int fewestMissed, long leastMissing, long leastCost, boolean isProven) {}

  static Outcome of(YearTask years, Limit limit) {
    YearSearch search = new YearSearch(years, limit);
    boolean isProven = true;
    try {
      search.run();
    } catch (Limit.Struck e) {
      isProven = false;
    }
    Schedule best = search.best;
    return isProven
        ? new Outcome(best, best.missed(), best.missing(), best.cost(), true)
        : new Outcome(best, search.fewestMissed, search.leastMissing, search.leastCost, false);
  }

  // Which years miss their targets

  private void run() {
    int[] first = choices.first();
    if (first == null) {
      throw new IllegalStateException("nothing to carry out contradicts itself");
    }
    offer(YearGreedy.of(years, choices, first));
    List<Integer> targets = new ArrayList<>();
    BitSet never = new BitSet();
    for (int y = 0; y < years.years(); y++) {
      if (years.asked()[y] != null) {
        targets.add(y);
        alone[y] = alone(y, first);
        if (alone[y].best().isEmpty()) {
          never.set(y);
        }
      }
    }
    for (fewestMissed = never.cardinality(); ; fewestMissed++) {
      List<Case> cases = new ArrayList<>();
      for (BitSet missed : subsets(targets, never, fewestMissed)) {
        limit.check();
        cases.add(new Case(first, missed));
      }
      if (decide(cases)) {
        return;
      }
    }
  }

  /**
   * What a year's target alone takes, with what can be carried out until then, whatever the years
   * cost each.
   */
  private Search.Outcome alone(int year, int[] first) {
    Task asked = Objects.requireNonNull(years.asked()[year]);
    Task.Fixed[] fixed = years.fixed().clone();
    for (int m = 0; m < fixed.length; m++) {
      if (years.isOpen(m) && YearChoices.earliest(first[m]) > year) {
        fixed[m] = Task.Fixed.OUT;
      }
    }
    long budget = 0;
    for (int y = 0; y <= year; y++) {
      budget = Math.min(Search.ANY_COST, budget + years.budget()[y]);
    }
    Search.Outcome outcome = Search.of(asked, fixed, budget, limit);
    if (!outcome.isProven()) {
      throw new Limit.Struck();
    }
    return outcome;
  }

  private List<BitSet> subsets(List<Integer> targets, BitSet always, int count) {
    List<BitSet> subsets = new ArrayList<>();
    grow(targets, 0, count - always.cardinality(), always, subsets);
    return subsets;
  }

  private void grow(
      List<Integer> targets, int from, int left, BitSet chosen, List<BitSet> subsets) {
    limit.check();
    if (left == 0) {
      subsets.add((BitSet) chosen.clone());
      return;
    }
    for (int t = from; t < targets.size(); t++) {
      if (!chosen.get(targets.get(t))) {
        BitSet more = (BitSet) chosen.clone();
        more.set(targets.get(t));
        grow(targets, t + 1, left - 1, more, subsets);
      }
    }
  }

  /** Decides one thing after the other among cases that miss as few years; says whether any can. */
  private boolean decide(List<Case> cases) {
    leastMissing = 0;
    leastCost = cases.stream().mapToLong(Case::leastCost).min().orElse(0);
    List<Case> left = keepBest(cases, Aim.MISSING);
    if (left.isEmpty()) {
      return false;
    }
    leastMissing = left.get(0).value(Aim.MISSING);
    try {
      left = keepBest(left, Aim.COST);
    } catch (Limit.Struck e) {
      leastCost = left.stream().mapToLong(Case::leastCost).min().orElse(0);
      throw e;
    }
    leastCost = left.get(0).value(Aim.COST);
    left = keepBest(left, Aim.POINTS);
    left = keepBest(left, Aim.COUNT);
    for (Case each : left) {
      each.findEarliestMeasures();
      each.findEarliestYears();
    }
    return true;
  }

  /** Returns the cases that come to the best value of an aim, and keeps it in them. */
  private static List<Case> keepBest(List<Case> cases, Aim aim) {
    long value = Long.MAX_VALUE;
    for (Case each : cases) {
      if (each.own != null) {
        value = Math.min(value, each.value(aim));
      }
    }
    List<Case> left = new ArrayList<>();
    for (Case each : cases) {
      if (each.find(aim, value)) {
        value = each.value(aim);
        left.add(each);
      }
    }
    long least = value;
    left.removeIf(each -> each.value(aim) > least);
    left.forEach(each -> each.allow(aim, least));
    return left;
  }

  private void offer(int[] yearOf) {
    if (years.isAllowed(yearOf)) {
      Schedule schedule = Schedule.of(years, yearOf);
      if (schedule.compareTo(best) < 0) {
        best = schedule;
      }
    }
  }

  /** What a search asks less of, each time that it finds something; less is better. */
  private enum Aim {
    MISSING,
    COST,
    POINTS,
    COUNT,
    ANY
  }

  /** What can be done where some years may miss their targets. */
  private final class Case {

    private final int[] first;
    private final Wanted wanted;
    private final YearPrices prices;
    private final Deque<Node> nodes = new ArrayDeque<>();
    private int @Nullable [] own;

    /** Whether what was found is the best in all but the years. */
    private boolean isSettled;

    private final long grain;
    private boolean isLastAsked;
    private YearPrices.Counted counted = YearPrices.Counted.COST;
    private long leastCost;

    Case(int[] first, BitSet mayMiss) {
      this.first = first.clone();
      this.wanted = new Wanted(years, mayMiss);
      this.prices = new YearPrices(years, choices, wanted, first);
      this.grain = prices.grain();
      for (int y = 0; y < years.years(); y++) {
        Search.Outcome one = alone[y];
        if (wanted.met(y) != null && one != null) {
          leastCost = Math.max(leastCost, one.bound());
        }
      }
    }

    /** What none of its schedules undercuts. */
    long leastCost() {
      return leastCost;
    }

    private int[] own() {
      return Objects.requireNonNull(own);
    }

    long value(Aim aim) {
      return switch (aim) {
        case MISSING -> wanted.missing(own());
        case COST -> wanted.cost(own());
        case POINTS -> -wanted.points(own());
        case COUNT -> wanted.count(own());
        case ANY -> 0;
      };
    }

    /** Lets schedules come to a value at most. */
    void allow(Aim aim, long value) {
      switch (aim) {
        case MISSING -> wanted.mostMissing = value;
        case COST -> wanted.mostCost = value;
        case POINTS -> wanted.leastPoints = Math.max(0, -value);
        case COUNT -> wanted.mostCount = (int) Math.min(Integer.MAX_VALUE, value);
        case ANY -> {}
      }
    }

    /**
     * Looks for what is best by an aim, and comes to a value at most; says whether there is
     * anything.
     */
    boolean find(Aim aim, long most) {
      if (own == null && wanted.accepts(best.yearOf())) {
        own = best.yearOf();
      }
      if (!isLastAsked && (aim == Aim.COST || !wanted.mayMiss())) {
        isLastAsked = true;
        takeLastYear();
      }
      if (isSettled) {
        return value(aim) <= most;
      }
      boolean isKnown = own != null && value(aim) <= most;
      long below = isKnown ? value(aim) - step(aim) : most;
      if (below < Long.MAX_VALUE) {
        allow(aim, below);
      }
      counted =
          aim != Aim.MISSING
              ? YearPrices.Counted.COST
              : wanted.mayMiss() ? YearPrices.Counted.MISSING : YearPrices.Counted.NOTHING;
      if (isKnown) {
        polish(aim);
      }
      if (isWorthwhile(aim)) {
        search(first, aim, Integer.MAX_VALUE);
      }
      return own != null && value(aim) <= most;
    }

    /** By how much the next better value differs at least. */
    private long step(Aim aim) {
      return aim == Aim.POINTS || (aim == Aim.MISSING && !wanted.mayMissRequirements()) ? grain : 1;
    }

    private boolean isWorthwhile(Aim aim) {
      return switch (aim) {
        case MISSING -> wanted.mostMissing >= 0;
        case COST -> wanted.mostCost >= leastCost;
        case POINTS, ANY -> true;
        case COUNT -> wanted.mostCount >= 0;
      };
    }

    // Measures and years in order

    /** Takes each measure into the schedule that can be, the earliest first. */
    void findEarliestMeasures() {
      if (isSettled) {
        return;
      }
      int[] open = first.clone();
      if (choices.narrow(open)) {
        prices.improve(open, AGAIN_ROUNDS);
      }
      for (int m = 0; m < open.length; m++) {
        int in = open[m] & ~(1 << years.never());
        if (!years.isOpen(m) || in == 0) {
          continue;
        }
        boolean isIn = own()[m] < years.never();
        if (!isIn) {
          int[] with = open.clone();
          with[m] = in;
          isIn = search(with, Aim.ANY, Integer.MAX_VALUE) == Found.SOME;
        }
        open[m] = isIn ? in : 1 << years.never();
      }
    }

    /** Carries each measure out as early as can be, the first one first. */
    void findEarliestYears() {
      int[] open = only(own());
      for (int m = 0; m < open.length; m++) {
        if (!years.isOpen(m)) {
          continue;
        }
        int earlier = open[m] & ((1 << own()[m]) - 1);
        while (earlier != 0) {
          int[] sooner = open.clone();
          sooner[m] = earlier;
          if (search(sooner, Aim.ANY, Integer.MAX_VALUE) != Found.SOME) {
            break;
          }
          earlier = open[m] & ((1 << own()[m]) - 1);
        }
        open[m] = 1 << own()[m];
      }
    }

    /** Lets the measures of a schedule, and no others, be carried out in any of their years. */
    private int[] only(int[] yearOf) {
      int[] open = first.clone();
      for (int m = 0; m < open.length; m++) {
        int never = 1 << years.never();
        open[m] = yearOf[m] < years.never() && years.isOpen(m) ? open[m] & ~never : never;
      }
      return open;
    }

    /**
     * Where what the last year takes alone can be carried out so that all is wanted that it comes
     * to, nothing is preferred to it but other years of the same measures.
     */
    private void takeLastYear() {
      int last = years.years() - 1;
      Search.Outcome one = alone[last];
      if (wanted.met(last) == null || one == null || one.best().isEmpty()) {
        return;
      }
      int[] open = first.clone();
      BitSet measures = one.best().get().measures();
      int never = 1 << years.never();
      for (int m = 0; m < open.length; m++) {
        open[m] = measures.get(m) && years.isOpen(m) ? open[m] & ~never : never;
      }
      isSettled = search(open, Aim.ANY, FEW_NODES) == Found.SOME;
    }

    // The tree

    /** Measures with what is open to them, and what any wanted schedule costs at least. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
    private record Node(int[] open, double[] prices, double bound) {}

    /**
     * Looks for wanted schedules among those that are open, and each time that it finds one for a
     * better one by an aim.
     */
    private Found search(int[] open, Aim aim, int mostNodes) {
      prices.count(counted);
      nodes.clear();
      nodes.push(new Node(open.clone(), prices.prices(), 0));
      Found found = Found.NONE;
      int visited = 0;
      while (!nodes.isEmpty()) {
        if (++visited > mostNodes) {
          return Found.UNKNOWN;
        }
        Node node = nodes.peek();
        try {
          limit.check();
        } catch (Limit.Struck e) {
          keepBound(aim);
          throw e;
        }
        nodes.pop();
        if (node.bound > prices.most()) {
          continue;
        }
        prices.startFrom(node.prices);
        if (visit(node, aim, visited == 1)) {
          found = Found.SOME;
          if (aim == Aim.ANY || !isWorthwhile(aim)) {
            return found;
          }
        }
      }
      return found;
    }

    private void keepBound(Aim aim) {
      if (aim == Aim.COST) {
        double bound = prices.most() + 1;
        for (Node node : nodes) {
          bound = Math.min(bound, node.bound);
        }
        leastCost = Math.max(leastCost, (long) Math.ceil(bound));
      }
    }

    /** Looks at one node; says whether something was found. */
    private boolean visit(Node node, Aim aim, boolean isFirst) {
      int[] open = node.open;
      double bound = node.bound;
      boolean isFound = false;
      for (int again = 0; again < 4; again++) {
        if (!choices.narrow(open) || !wanted.isWithinReach(choices, open)) {
          return isFound;
        }
        int[] before = open.clone();
        int rounds = !isFirst ? ROUNDS : again == 0 ? FIRST_ROUNDS : AGAIN_ROUNDS;
        bound = Math.max(bound, prices.improve(open, rounds));
        if (bound > prices.most()) {
          return isFound;
        }
        isFound |= take(prices.chosen(), aim);
        if (isFound && (aim == Aim.ANY || !isWorthwhile(aim))) {
          return true;
        }
        if (Arrays.equals(before, open)) {
          break;
        }
      }
      if (!choices.narrow(open)) {
        return isFound;
      }
      int next = next(open);
      if (next < 0) {
        return take(choices.decided(open), aim) || isFound;
      }
      branch(open, next, bound);
      return isFound;
    }

    private boolean take(int[] yearOf, Aim aim) {
      if (!wanted.accepts(yearOf)) {
        return false;
      }
      keepOwn(aim == Aim.COST ? YearGreedy.thinned(years, wanted, yearOf) : yearOf, aim);
      if (aim != Aim.ANY) {
        polish(aim);
      }
      return true;
    }

    private void keepOwn(int[] yearOf, Aim aim) {
      own = yearOf;
      offer(yearOf);
      if (aim != Aim.ANY) {
        allow(aim, value(aim) - step(aim));
      }
    }

    /** Looks for better ones nearby: one measure in another year, or two that change places. */
    private void polish(Aim aim) {
      int tries = 0;
      boolean isBetter = true;
      while (isBetter && isWorthwhile(aim)) {
        isBetter = false;
        for (int m = 0; m < first.length && !isBetter; m++) {
          for (int left = first[m]; left != 0 && !isBetter; left &= left - 1) {
            int[] moved = own().clone();
            moved[m] = YearChoices.earliest(left);
            isBetter = years.isOpen(m) && isBetter(moved, aim);
            for (int n = 0; n < first.length && !isBetter && tries < MOST_TRIES; n++) {
              int other = own()[n];
              if (n != m && years.isOpen(n) && years.isOpen(m) && moved[m] != own()[m]) {
                for (int to = first[n]; to != 0 && !isBetter; to &= to - 1) {
                  moved[n] = YearChoices.earliest(to);
                  if (moved[n] != other && (other == moved[m] || other == years.never())) {
                    tries++;
                    isBetter = isBetter(moved, aim);
                  }
                }
                moved[n] = isBetter ? moved[n] : other;
              }
            }
          }
        }
      }
    }

    private boolean isBetter(int[] yearOf, Aim aim) {
      if (!wanted.accepts(yearOf)) {
        return false;
      }
      keepOwn(yearOf.clone(), aim);
      return true;
    }

    /** The measure that prices leave most undecided; first whether it is in, then when. */
    private int next(int[] open) {
      int never = years.never();
      int next = -1;
      double most = -1;
      for (int m = 0; m < open.length; m++) {
        if (YearChoices.isDecided(open[m])) {
          continue;
        }
        boolean isIn = choices.isIn(open[m]);
        double doubt = 0;
        if (isIn) {
          for (int y = 0; y < never; y++) {
            doubt = Math.max(doubt, Math.min(prices.share(m, y), 1 - prices.share(m, y)));
          }
        } else {
          doubt = 2 + Math.min(prices.share(m, never), 1 - prices.share(m, never));
        }
        if (doubt > most
            || (doubt == most && next >= 0 && years.task().cost()[m] > years.task().cost()[next])) {
          most = doubt;
          next = m;
        }
      }
      return next;
    }

    private void branch(int[] open, int measure, double bound) {
      int never = 1 << years.never();
      int one;
      if (choices.isIn(open[measure])) {
        int year = YearChoices.earliest(open[measure]);
        for (int y = year; y < years.never(); y++) {
          if ((open[measure] >>> y & 1) != 0
              && prices.share(measure, y) > prices.share(measure, year)) {
            year = y;
          }
        }
        one = 1 << year;
      } else {
        one = prices.share(measure, years.never()) > 0.5 ? never : open[measure] & ~never;
      }
      double[] now = prices.prices();
      for (int part : new int[] {open[measure] & ~one, one}) {
        int[] further = open.clone();
        further[measure] = part;
        nodes.push(new Node(further, now, bound));
      }
    }
  }

  /** What came of a search. */
  private enum Found {
    /** Nothing, and there is nothing. */
    NONE,
    /** Something. */
    SOME,
    /** Nothing so far. */
    UNKNOWN
  }
}
