package id.kla.simulation;

import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Requirement;
import id.kla.points.Points;
import java.util.Map;

/**
 * Adds up what the questions of one sheet earn, and says whether a target is reached; all in
 * ten-thousandths of a point, by the positions of questions and indicators.
 */
final class SheetRules {

  private final int[] starts;
  private final long[] maxima;
  private final int[] clusters;
  private final long[] floorsOfQuestions;
  private final long[] floorsOfIndicators;
  private final long[] floorsOfClusters;
  private final boolean hasFloors;
  private final long target;

  SheetRules(Edition edition, Points least, Map<Requirement.Subject, Points> floors) {
    target = least.max(floors.getOrDefault(Requirement.Total.TOTAL, Points.ZERO)).units();
    hasFloors = floors.keySet().stream().anyMatch(each -> each != Requirement.Total.TOTAL);
    floorsOfQuestions =
        edition.questions().stream()
            .mapToLong(each -> floor(floors, new Requirement.OfQuestion(each.code())))
            .toArray();
    floorsOfClusters =
        edition.clusters().stream()
            .mapToLong(each -> floor(floors, new Requirement.OfCluster(each.code())))
            .toArray();
    int count = edition.indicators().size();
    floorsOfIndicators = new long[count];
    starts = new int[count + 1];
    maxima = new long[count];
    clusters = new int[count];
    int next = 0;
    for (int c = 0; c < floorsOfClusters.length; c++) {
      Cluster cluster = edition.clusters().get(c);
      for (Indicator indicator : cluster.indicators()) {
        floorsOfIndicators[next] = floor(floors, new Requirement.OfIndicator(indicator.code()));
        maxima[next] = indicator.maximum().orElseThrow().units();
        clusters[next] = c;
        starts[next + 1] = starts[next] + indicator.questions().size();
        next++;
      }
    }
  }

  private static long floor(Map<Requirement.Subject, Points> floors, Requirement.Subject subject) {
    return floors.getOrDefault(subject, Points.ZERO).units();
  }

  int questions() {
    return floorsOfQuestions.length;
  }

  int indicators() {
    return maxima.length;
  }

  /** Returns the position of the indicator that a question belongs to. */
  int indicatorOf(int question) {
    int indicator = 0;
    while (starts[indicator + 1] <= question) {
      indicator++;
    }
    return indicator;
  }

  /** Returns what an indicator earns, cut at its maximum. */
  long points(long[] awards, int indicator) {
    long sum = 0;
    for (int q = starts[indicator]; q < starts[indicator + 1]; q++) {
      sum += awards[q];
    }
    return Math.min(sum, maxima[indicator]);
  }

  /** Says whether a sheet with that total reaches the target and all that it requires. */
  boolean isReached(long[] awards, long total) {
    return total >= target && (!hasFloors || isAboveFloors(awards));
  }

  private boolean isAboveFloors(long[] awards) {
    for (int q = 0; q < awards.length; q++) {
      if (awards[q] < floorsOfQuestions[q]) {
        return false;
      }
    }
    long[] ofClusters = new long[floorsOfClusters.length];
    for (int i = 0; i < maxima.length; i++) {
      long points = points(awards, i);
      if (points < floorsOfIndicators[i]) {
        return false;
      }
      ofClusters[clusters[i]] += points;
    }
    for (int c = 0; c < ofClusters.length; c++) {
      if (ofClusters[c] < floorsOfClusters[c]) {
        return false;
      }
    }
    return true;
  }
}
