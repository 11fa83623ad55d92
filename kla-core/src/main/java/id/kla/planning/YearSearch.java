package id.kla.planning;

/** Finds the best schedule of a task over years, exactly, and proves it. */
final class YearSearch {

  private final YearTask years;
  private final Limit limit;
  private final int[] yearOf;
  private Schedule best;

  private YearSearch(YearTask years, Limit limit) {
    this.years = years;
    this.limit = limit;
    this.yearOf = years.nothing();
    this.best = Schedule.of(years, yearOf);
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
    try {
      search.choose(0);
    } catch (Limit.Struck e) {
      return new Outcome(search.best, 0, 0, 0, false);
    }
    Schedule best = search.best;
    return new Outcome(best, best.missed(), best.missing(), best.cost(), true);
  }

  private void choose(int measure) {
    if (measure == years.measures()) {
      limit.check();
      if (years.isAllowed(yearOf)) {
        Schedule schedule = Schedule.of(years, yearOf);
        if (schedule.compareTo(best) < 0) {
          best = schedule;
        }
      }
      return;
    }
    choose(measure + 1);
    if (years.isOpen(measure)) {
      for (int y = 0; y < years.years(); y++) {
        if ((years.allowed()[measure] >>> y & 1) != 0) {
          yearOf[measure] = y;
          choose(measure + 1);
        }
      }
      yearOf[measure] = years.never();
    }
  }
}
