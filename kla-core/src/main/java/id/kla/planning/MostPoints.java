package id.kla.planning;

import java.util.BitSet;

/**
 * The most points that a cost pays.
 *
 * <p>Any total is either reached by some solution within the cost or by none, so the greatest that
 * is reached is found between what is held and what all measures together would earn.
 *
 * @param best of the solutions with the most points, the preferred one; the best known, where the
 *     search was stopped
 * @param bound no solution within the cost earns more
 */
record MostPoints(Choice best, long bound) {

  boolean isProven() {
    return best.points() == bound;
  }

  /** Finds it, whatever else the task requires. */
  static MostPoints of(Task asked, Task.Fixed[] fixed, long mostCost, Limit limit) {
    Task task = asked.withoutRequirements(0);
    Task.Fixed[] possible = fixed.clone();
    BitSet all = new BitSet();
    BitSet done = new BitSet();
    if (Blocks.propagate(task, possible)) {
      for (int m = 0; m < fixed.length; m++) {
        all.set(m, possible[m] != Task.Fixed.OUT);
        done.set(m, fixed[m] == Task.Fixed.IN);
      }
    }
    Choice best = Choice.of(task, done);
    long high = task.points(all);
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
