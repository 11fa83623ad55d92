package id.kla.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known names that a mistyped one is nearest to. */
public final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /**
   * Returns up to three of {@code known}, nearest first and those that begin with it before others
   * as near, that differ from {@code found} in at most a third of its characters and at least one;
   * none if nothing is near.
   */
  public static List<String> to(String found, Collection<String> known) {
    String wanted = folded(found.length() > 64 ? found.substring(0, 64) : found);
    int limit = Math.max(1, wanted.length() / 3);
    record Candidate(String name, int distance) {}
    // Names are many, and each is compared in the same rows.
    int[][] rows = new int[3][wanted.length() + limit + 1];
    return known.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
        .map(name -> new Candidate(name, distance(wanted, folded(name), limit, rows)))
        .filter(candidate -> candidate.distance <= limit)
        .sorted(
            Comparator.comparingInt(Candidate::distance)
                .thenComparing(candidate -> !folded(candidate.name).startsWith(wanted))
                .thenComparing(Candidate::name, Comparator.naturalOrder()))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * How many letters must be replaced, put in, left out or swapped with their neighbour; any number
   * above {@code limit} where it is more.
   */
  private static int distance(String a, String b, int limit, int[][] rows) {
    // Lower case may be longer than what was counted before.
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int leastAbove = 0;
    int[] twoAbove = rows[0];
    int[] above = rows[1];
    int[] row = rows[2];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      // Cells further from the diagonal are above the limit.
      int from = Math.max(1, i - limit);
      int to = Math.min(b.length(), i + limit);
      row[from - 1] = from == 1 ? i : limit + 1;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int overhead = j == i + limit ? limit + 1 : above[j] + 1;
        row[j] = Math.min(replaced, Math.min(overhead, row[j - 1] + 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      // No later row is less than the lesser of two in succession.
      if (least > limit && leastAbove > limit) {
        return least;
      }
      leastAbove = least;
      int[] oldest = twoAbove;
      twoAbove = above;
      above = row;
      row = oldest;
    }
    return above[b.length()];
  }
}
