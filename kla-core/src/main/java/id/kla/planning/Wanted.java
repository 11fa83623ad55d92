package id.kla.planning;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule must hold to be taken: which years meet what is asked, and how much it may lack
 * in the others, cost and carry out, and must earn in the end.
 *
 * <p>A search for something better narrows it each time that it finds something.
 */
final class Wanted {

  private final YearTask years;

  /** By year what must be reached; null where nothing is. */
  private final @Nullable Task[] met;

  /** By year the total that is asked where it may be missed; 0 where it may not. */
  private final long[] softly;

  private final boolean anySoft;

  long mostMissing;
  long mostCost;
  long leastPoints;
  int mostCount = Integer.MAX_VALUE;

  /** Every year that is not among those that may be missed must meet what is asked. */
  Wanted(YearTask years, BitSet mayMiss) {
    this.years = years;
    this.met = new Task[years.years()];
    this.softly = new long[years.years()];
    for (int y = 0; y < met.length; y++) {
      Task asked = years.asked()[y];
      if (asked != null) {
        if (mayMiss.get(y)) {
          softly[y] = asked.least();
          mostMissing += asked.least();
        } else {
          met[y] = asked;
        }
      }
    }
    this.anySoft = !mayMiss.isEmpty();
    for (long cost : years.task().cost()) {
      mostCost += cost;
    }
  }

  @Nullable Task met(int year) {
    return met[year];
  }

  /** The total that must be held at the end of a year. */
  long least(int year) {
    Task asked = met[year];
    long least = asked == null ? 0 : asked.least();
    return year == met.length - 1 ? Math.max(least, leastPoints) : least;
  }

  long softly(int year) {
    return softly[year];
  }

  /** Whether a year that may miss what is asked can do so although it lacks no points. */
  boolean mayMissRequirements() {
    for (int y = 0; y < softly.length; y++) {
      Task asked = years.asked()[y];
      if (softly[y] > 0 && asked != null && asked.hasRequirements()) {
        return true;
      }
    }
    return false;
  }

  /** Whether any year may miss what is asked. */
  boolean mayMiss() {
    return anySoft;
  }

  /** Whether a set of measures for each year could still do. */
  boolean isWithinReach(YearChoices choices, int[] open) {
    long missing = 0;
    for (int y = 0; y < met.length; y++) {
      Task asked = met[y];
      boolean isLast = y == met.length - 1 && leastPoints > 0;
      if (asked == null && softly[y] == 0 && !isLast) {
        continue;
      }
      BitSet possible = choices.possible(open, y);
      if (asked != null && !asked.isReached(possible)) {
        return false;
      }
      if (softly[y] > 0 || isLast) {
        long points = years.task().points(possible);
        missing += Math.max(0, softly[y] - points);
        if (isLast && points < leastPoints) {
          return false;
        }
      }
    }
    return missing <= mostMissing;
  }

  /** Whether a schedule is what is wanted. */
  boolean accepts(int[] yearOf) {
    if (!years.isAllowed(yearOf)) {
      return false;
    }
    long missing = missing(yearOf);
    if (missing > mostMissing || cost(yearOf) > mostCost || count(yearOf) > mostCount) {
      return false;
    }
    for (int y = 0; y < met.length; y++) {
      Task asked = met[y];
      if (asked != null && !asked.isReached(years.until(y, yearOf))) {
        return false;
      }
    }
    return points(yearOf) >= leastPoints;
  }

  long missing(int[] yearOf) {
    long missing = 0;
    for (int y = 0; y < softly.length; y++) {
      if (softly[y] > 0) {
        missing += Math.max(0, softly[y] - years.task().points(years.until(y, yearOf)));
      }
    }
    return missing;
  }

  long cost(int[] yearOf) {
    long cost = 0;
    for (long spent : years.spent(yearOf)) {
      cost += spent;
    }
    return cost;
  }

  long points(int[] yearOf) {
    return years.task().points(years.until(years.years() - 1, yearOf));
  }

  int count(int[] yearOf) {
    int count = 0;
    for (int year : yearOf) {
      count += year >= 0 && year < years.never() ? 1 : 0;
    }
    return count;
  }
}
