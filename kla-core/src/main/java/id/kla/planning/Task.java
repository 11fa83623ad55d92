package id.kla.planning;

import java.util.BitSet;
import java.util.stream.LongStream;

/**
 * Measures, questions and indicators as whole numbers: what is searched.
 *
 * <p>Measures stand in the order in which ties are decided. Points are ten-thousandths, costs are
 * in the planner's unit.
 *
 * @param cost of each measure, from 0
 * @param touched the questions of each measure
 * @param awards what it brings to each of them
 * @param needs its prerequisites
 * @param excludes what it excludes, both ways
 * @param held what each question holds without measures
 * @param leastOfQuestion what is required of each question, 0 for nothing
 * @param indicator the indicator of each question
 * @param cap of each indicator
 * @param leastOfIndicator what is required of each indicator
 * @param cluster of each indicator
 * @param leastOfCluster what is required of each cluster
 * @param least what is required of the total
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
record Task(
    long[] cost,
    int[][] touched,
    long[][] awards,
    int[][] needs,
    int[][] excludes,
    long[] held,
    long[] leastOfQuestion,
    int[] indicator,
    long[] cap,
    long[] leastOfIndicator,
    int[] cluster,
    long[] leastOfCluster,
    long least) {

  int measures() {
    return cost.length;
  }

  /** The same, with another total to reach. */
  Task reaching(long total) {
    return new Task(
        cost,
        touched,
        awards,
        needs,
        excludes,
        held,
        leastOfQuestion,
        indicator,
        cap,
        leastOfIndicator,
        cluster,
        leastOfCluster,
        total);
  }

  /** The same, with other awards. */
  Task awarding(long[][] other) {
    return new Task(
        cost,
        touched,
        other,
        needs,
        excludes,
        held,
        leastOfQuestion,
        indicator,
        cap,
        leastOfIndicator,
        cluster,
        leastOfCluster,
        least);
  }

  /** The same, with other holdings. */
  Task holding(long[] other) {
    return new Task(
        cost,
        touched,
        awards,
        needs,
        excludes,
        other,
        leastOfQuestion,
        indicator,
        cap,
        leastOfIndicator,
        cluster,
        leastOfCluster,
        least);
  }

  /** The same without anything required but the total. */
  Task withoutRequirements(long total) {
    return new Task(
        cost,
        touched,
        awards,
        needs,
        excludes,
        held,
        new long[held.length],
        indicator,
        cap,
        new long[cap.length],
        cluster,
        new long[leastOfCluster.length],
        total);
  }

  /** Whether anything is required but the total. */
  boolean hasRequirements() {
    return LongStream.of(leastOfQuestion).anyMatch(least -> least > 0)
        || LongStream.of(leastOfIndicator).anyMatch(least -> least > 0)
        || LongStream.of(leastOfCluster).anyMatch(least -> least > 0);
  }

  /** What each question holds with those measures. */
  long[] holdings(BitSet chosen) {
    long[] now = held.clone();
    for (int m = chosen.nextSetBit(0); m >= 0; m = chosen.nextSetBit(m + 1)) {
      for (int i = 0; i < touched[m].length; i++) {
        int q = touched[m][i];
        now[q] = Math.max(now[q], awards[m][i]);
      }
    }
    return now;
  }

  /** The points of each indicator, given what its questions hold. */
  long[] byIndicator(long[] holdings) {
    long[] points = new long[cap.length];
    for (int q = 0; q < holdings.length; q++) {
      points[indicator[q]] += holdings[q];
    }
    for (int i = 0; i < points.length; i++) {
      points[i] = Math.min(points[i], cap[i]);
    }
    return points;
  }

  long points(BitSet chosen) {
    long total = 0;
    for (long points : byIndicator(holdings(chosen))) {
      total += points;
    }
    return total;
  }

  long costOf(BitSet chosen) {
    long total = 0;
    for (int m = chosen.nextSetBit(0); m >= 0; m = chosen.nextSetBit(m + 1)) {
      total = Math.addExact(total, cost[m]);
    }
    return total;
  }

  /** Whether those measures can be carried out together. */
  boolean isConsistent(BitSet chosen) {
    for (int m = chosen.nextSetBit(0); m >= 0; m = chosen.nextSetBit(m + 1)) {
      for (int need : needs[m]) {
        if (!chosen.get(need)) {
          return false;
        }
      }
      for (int other : excludes[m]) {
        if (chosen.get(other)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether everything that is required is reached. */
  boolean isReached(BitSet chosen) {
    long[] holdings = holdings(chosen);
    for (int q = 0; q < holdings.length; q++) {
      if (holdings[q] < leastOfQuestion[q]) {
        return false;
      }
    }
    long[] points = byIndicator(holdings);
    long[] clusters = new long[leastOfCluster.length];
    long total = 0;
    for (int i = 0; i < points.length; i++) {
      if (points[i] < leastOfIndicator[i]) {
        return false;
      }
      clusters[cluster[i]] += points[i];
      total += points[i];
    }
    for (int k = 0; k < clusters.length; k++) {
      if (clusters[k] < leastOfCluster[k]) {
        return false;
      }
    }
    return total >= least;
  }

  /** What is asked of one measure while others are searched. */
  enum Fixed {
    /** Nothing. */
    FREE,
    /** It must be part. */
    IN,
    /** It must not. */
    OUT
  }
}
