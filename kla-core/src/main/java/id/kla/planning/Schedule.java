package id.kla.planning;

import java.util.Arrays;

/**
 * A year for each measure, with what it misses, costs and earns, in the order in which action plans
 * are preferred.
 *
 * @param yearOf by measure, as {@link YearTask} counts years
 * @param never the year of a measure that is not carried out
 * @param missed how many years miss what is required
 * @param missing the points that these lack together
 * @param cost what all costs
 * @param points the total at the end of the last year
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by compareTo only.
record Schedule(int[] yearOf, int never, int missed, long missing, long cost, long points)
    implements Comparable<Schedule> {

  static Schedule of(YearTask years, int[] yearOf) {
    int missed = 0;
    long missing = 0;
    for (int y = 0; y < years.years(); y++) {
      Task asked = years.asked()[y];
      if (asked != null) {
        var chosen = years.until(y, yearOf);
        if (!asked.isReached(chosen)) {
          missed++;
          missing += Math.max(0, asked.least() - asked.points(chosen));
        }
      }
    }
    var all = years.until(years.years() - 1, yearOf);
    return new Schedule(
        yearOf.clone(),
        years.never(),
        missed,
        missing,
        years.task().costOf(all),
        years.task().points(all));
  }

  /** How many measures are carried out or done. */
  int count() {
    return (int) Arrays.stream(yearOf).filter(year -> year < never).count();
  }

  /**
   * Puts fewer missed years first, then fewer points missing, then the cheaper, then the one with
   * more points at the end, then the one with fewer measures, then the one that holds the earliest
   * measure that the other lacks, then the one whose first measure with another year is earlier.
   */
  @Override
  public int compareTo(Schedule other) {
    int order = Integer.compare(missed, other.missed);
    if (order == 0) {
      order = Long.compare(missing, other.missing);
    }
    if (order == 0) {
      order = Long.compare(cost, other.cost);
    }
    if (order == 0) {
      order = Long.compare(other.points, points);
    }
    if (order == 0) {
      order = Integer.compare(count(), other.count());
    }
    for (int m = 0; order == 0 && m < yearOf.length; m++) {
      order = Boolean.compare(yearOf[m] == never, other.yearOf[m] == never);
    }
    for (int m = 0; order == 0 && m < yearOf.length; m++) {
      order = Integer.compare(yearOf[m], other.yearOf[m]);
    }
    return order;
  }
}
