package id.kla.planning;

import java.util.BitSet;

/**
 * The most points that a cost pays.
 *
 * <p>Any total is either reached by some solution within the cost or by none, so the greatest that
 * is reached is found between what is held and what measures earn whatever they cost.
 *
 * @param best of the solutions with the most points, the preferred one; the best known, where the
 *     search was stopped
 * @param bound no solution within the cost earns more
 */
record MostPoints(Choice best, long bound) {

  /** Where the most without costs is not found so soon, the search does without. */
  private static final int MOST_CHECKS = 1000;

  boolean isProven() {
    return best.points() == bound;
  }

  /** Finds it, whatever else the task requires. */
  static MostPoints of(Task asked, Task.Fixed[] fixed, long mostCost, Limit limit) {
    Task task = asked.withoutRequirements(0);
    BitSet done = new BitSet();
    BitSet all = new BitSet();
    for (int m = 0; m < fixed.length; m++) {
      done.set(m, fixed[m] == Task.Fixed.IN);
      all.set(m, fixed[m] != Task.Fixed.OUT);
    }
    Choice best = Choice.of(task, done);
    long high = task.points(all);
    try {
      high =
          Utmost.of(task, fixed, limit.orAfter(MOST_CHECKS))
              .map(task::points)
              .orElse(best.points());
    } catch (Limit.Struck e) {
      // Then the search has a longer way down; a limit that strikes for good ends that, too.
    }
    long wanted = high;
    while (best.points() < high) {
      Search.Outcome outcome = Search.of(task.reaching(wanted), fixed, mostCost, limit);
      if (outcome.best().isPresent()) {
        best = outcome.best().get();
      }
      if (!outcome.isProven()) {
        break;
      }
      if (outcome.best().isEmpty()) {
        high = wanted - 1;
      }
      wanted = best.points() + (high - best.points() + 1) / 2;
    }
    return new MostPoints(best, high);
  }
}
