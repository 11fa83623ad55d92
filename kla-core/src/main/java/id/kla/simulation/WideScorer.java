package id.kla.simulation;

import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.Requirement;
import java.util.Arrays;
import java.util.List;

/** Scores sheets of an edition whose points no {@code int} can hold, one after the other. */
final class WideScorer {

  private final long[] maxima;
  private final long[][] units;
  private final Span[] clusters;
  private final Span[] indicators;
  private final Floor[][] questionFloors;
  private final Floor[] totalFloors;
  private final long[] rungs;

  /**
   * A cluster or an indicator.
   *
   * @param end the place behind its last indicator, or question
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  private record Span(int end, long cap, Floor[] floors) {}

  WideScorer(AnswerCodes codes) {
    Edition edition = codes.edition();
    List<Question> questions = edition.questions();
    maxima = questions.stream().mapToLong(question -> question.maximum().units()).toArray();
    units = new long[maxima.length][];
    questionFloors = new Floor[maxima.length][];
    for (int position = 0; position < maxima.length; position++) {
      int question = position;
      units[question] = new long[codes.size(question)];
      Arrays.setAll(units[question], code -> codes.award(question, code).units());
      questionFloors[question] =
          Floor.of(edition, new Requirement.OfQuestion(questions.get(question).code()));
    }
    indicators = new Span[edition.indicators().size()];
    clusters = new Span[edition.clusters().size()];
    int end = 0;
    int row = 0;
    for (int c = 0; c < clusters.length; c++) {
      Cluster cluster = edition.clusters().get(c);
      for (Indicator indicator : cluster.indicators()) {
        end += indicator.questions().size();
        indicators[row++] =
            new Span(
                end,
                indicator.maximum().orElseThrow().units(),
                Floor.of(edition, new Requirement.OfIndicator(indicator.code())));
      }
      Floor[] floors = Floor.of(edition, new Requirement.OfCluster(cluster.code()));
      clusters[c] = new Span(row, Long.MAX_VALUE, floors);
    }
    totalFloors = Floor.of(edition, Requirement.Total.TOTAL);
    rungs = edition.ladder().tiers().stream().mapToLong(tier -> tier.least().units()).toArray();
  }

  /** Scores a sheet of points, unless one of them is out of range. */
  boolean score(int[][] points, BatchScores scores, int sheet) {
    for (int position = 0; position < maxima.length; position++) {
      long earned = points[position][sheet];
      if (earned < 0 || earned > maxima[position]) {
        return false;
      }
      scores.awards[position] = earned;
    }
    score(scores, sheet);
    return true;
  }

  /** Scores a sheet of codes, unless one of them stands for nothing. */
  boolean score(short[][] answers, BatchScores scores, int sheet) {
    for (int position = 0; position < maxima.length; position++) {
      int code = answers[position][sheet];
      if (code < 0 || code >= units[position].length) {
        return false;
      }
      scores.awards[position] = units[position][code];
    }
    score(scores, sheet);
    return true;
  }

  private void score(BatchScores scores, int sheet) {
    int highest = rungs.length - 1;
    long total = 0;
    int row = 0;
    int position = 0;
    for (int c = 0; c < clusters.length; c++) {
      long ofCluster = 0;
      for (; row < clusters[c].end; row++) {
        long sum = 0;
        for (; position < indicators[row].end; position++) {
          sum += scores.awards[position];
          highest = held(highest, questionFloors[position], scores.awards[position]);
        }
        long points = Math.min(sum, indicators[row].cap);
        highest = held(highest, indicators[row].floors, points);
        ofCluster += points;
      }
      highest = held(highest, clusters[c].floors, ofCluster);
      scores.wideClusters[c][sheet] = ofCluster;
      total += ofCluster;
    }
    highest = held(highest, totalFloors, total);
    int step = -1;
    while (step < highest && total >= rungs[step + 1]) {
      step++;
    }
    scores.wideTotals[sheet] = total;
    scores.tiers()[sheet] = step;
  }

  private static int held(int highest, Floor[] floors, long points) {
    int held = highest;
    for (Floor floor : floors) {
      if (points < floor.least()) {
        held = Math.min(held, floor.step());
      }
    }
    return held;
  }
}
