package id.kla.simulation;

import com.google.common.base.Preconditions;
import id.kla.assessment.Assessment;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.scoring.ScoringEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Scores many sheets of one edition at once, from primitive arrays and without reasons.
 *
 * <p>Sheets stand column by column: for each question of the edition, in its order, an array with a
 * number for each sheet. That is either what the question earns, in ten-thousandths of a point, or
 * a code of {@link AnswerCodes}, which stands for an answer. Columns may be longer than the room
 * for scores; what lies beyond is not looked at.
 *
 * <p>Results equal those of {@link ScoringEngine#score(Assessment)} to the unit: sums are cut at
 * the maximum of every indicator, and the tier is the one after the requirements of tiers that are
 * switched on. What was not answered earns nothing, as 0 points or code 0.
 *
 * <pre>{@code
 * BatchScorer scorer = BatchScorer.of(edition);
 * BatchScores scores = BatchScores.of(edition, sheets);
 * scorer.score(points, scores); // int[questions][sheets]
 * scores.totals()[17];
 * }</pre>
 *
 * <p>A scorer is made once for an edition, and serves any number of threads, each with scores of
 * its own. Scoring on one thread allocates nothing.
 */
public final class BatchScorer {

  /** Sheets that are scored together: what they touch of an indicator stays in the cache. */
  static final int BLOCK = 2048;

  /** Sheets whose codes are scored together: long enough for memory to be read ahead. */
  static final int CODED_BLOCK = 8192;

  /** Of those, sheets that are looked up together, while what comes next is read ahead. */
  private static final int LOOKED_UP = 1024;

  private final Edition edition;
  private final AnswerCodes codes;
  private final Rows[] clusters;
  private final int[] maxima;
  private final int[] lastCodes;
  private final int[] rungs;
  private final Floor[] totalFloors;
  private final Optional<WideScorer> wide;

  /** A question on which the step of a sheet can depend. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  private record Guarded(int question, int[] units, Floor[] floors) {}

  /** An indicator: its questions, and how they are looked up. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  private record Row(
      int first, int end, int cap, Floor[] floors, Guarded[] guarded, JointTable[] tables) {}

  /** A cluster. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  private record Rows(Row[] rows, Floor[] floors) {}

  private BatchScorer(AnswerCodes codes) {
    this.edition = codes.edition();
    this.codes = codes;
    List<Question> questions = edition.questions();
    this.maxima = questions.stream().mapToInt(q -> units(q.maximum())).toArray();
    this.lastCodes = new int[questions.size()];
    Arrays.setAll(lastCodes, position -> codes.size(position) - 1);
    this.rungs = edition.ladder().tiers().stream().mapToInt(t -> units(t.least())).toArray();
    this.totalFloors = Floor.of(edition, Requirement.Total.TOTAL);
    this.wide = BatchScores.isWide(edition) ? Optional.of(new WideScorer(codes)) : Optional.empty();
    this.clusters = wide.isPresent() ? new Rows[0] : clusters();
  }

  private Rows[] clusters() {
    List<Rows> all = new ArrayList<>();
    int first = 0;
    for (Cluster cluster : edition.clusters()) {
      List<Row> rows = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        Row row = row(indicator, first);
        rows.add(row);
        first = row.end;
      }
      all.add(
          new Rows(
              rows.toArray(Row[]::new),
              Floor.of(edition, new Requirement.OfCluster(cluster.code()))));
    }
    return all.toArray(Rows[]::new);
  }

  private Row row(Indicator indicator, int first) {
    int end = first + indicator.questions().size();
    List<Guarded> guarded = new ArrayList<>();
    List<JointTable> tables = new ArrayList<>();
    List<int[]> joint = new ArrayList<>();
    int places = 1;
    for (int position = first; position < end; position++) {
      int[] awards = awards(position);
      if (!joint.isEmpty() && places * awards.length > JointTable.MOST) {
        tables.add(JointTable.of(position - joint.size(), joint));
        joint.clear();
        places = 1;
      }
      joint.add(awards);
      places *= awards.length;
      QuestionCode code = edition.questions().get(position).code();
      Floor[] floors = Floor.of(edition, new Requirement.OfQuestion(code));
      if (floors.length > 0) {
        guarded.add(
            new Guarded(position, JointTable.of(position, List.of(awards)).units(), floors));
      }
    }
    if (!joint.isEmpty()) {
      tables.add(JointTable.of(end - joint.size(), joint));
    }
    return new Row(
        first,
        end,
        units(indicator.maximum().orElseThrow()),
        Floor.of(edition, new Requirement.OfIndicator(indicator.code())),
        guarded.toArray(Guarded[]::new),
        tables.toArray(JointTable[]::new));
  }

  private int[] awards(int position) {
    int[] awards = new int[codes.size(position)];
    Arrays.setAll(awards, code -> units(codes.award(position, code)));
    return awards;
  }

  /** What lies beyond the range no sum reaches, unless the edition is a wide one. */
  private static int units(Points points) {
    return (int) Math.min(Math.max(points.units(), -1), Integer.MAX_VALUE);
  }

  /**
   * Returns a scorer for an edition, with codes for what its scales list.
   *
   * @throws IllegalArgumentException as {@link #of(AnswerCodes)}
   */
  public static BatchScorer of(Edition edition) {
    return of(AnswerCodes.of(edition));
  }

  /**
   * Returns a scorer for an edition and codes of its answers.
   *
   * @throws IllegalArgumentException if the edition can't be scored
   */
  public static BatchScorer of(AnswerCodes codes) {
    Edition edition = codes.edition();
    ScoringEngine.refusal(edition, Place.edition(edition.id(), Label.of("", "")))
        .ifPresent(
            fault -> {
              throw new FaultException(List.of(fault));
            });
    return new BatchScorer(codes);
  }

  /** Returns the edition. */
  public Edition edition() {
    return edition;
  }

  /** Returns the codes of answers. */
  public AnswerCodes codes() {
    return codes;
  }

  /**
   * Scores what each question of each sheet earns, on this thread.
   *
   * @param points for each question a column, in ten-thousandths of a point
   * @param scores where to write; every sheet that it has room for is scored
   * @throws IllegalArgumentException if the columns don't fit the edition or the scores, or a
   *     question earns less than 0 or more than its maximum: of several the one of the first sheet
   *     and then of the first question is named, and what scores hold is undefined; or if a
   *     question can earn more than an {@code int} holds, so that only its codes can be scored
   */
  public void score(int[][] points, BatchScores scores) {
    requireGraded(points, scores);
    for (int block = 0; block < blocks(scores, BLOCK); block++) {
      graded(points, scores, block);
    }
  }

  /**
   * Scores the same on as many as {@code threads} threads: this one, and others of an executor.
   * Results, failures included, are those of one thread.
   *
   * @throws IllegalArgumentException as on one thread, and if {@code threads} is below 1
   */
  public void score(int[][] points, BatchScores scores, Executor executor, int threads) {
    requireGraded(points, scores);
    int blocks = blocks(scores, BLOCK);
    run(new Claims(blocks, block -> graded(points, scores, block)), executor, threads);
  }

  /**
   * Scores the code of each answer of each sheet, on this thread.
   *
   * @param answers for each question a column of codes
   * @param scores where to write; every sheet that it has room for is scored
   * @throws IllegalArgumentException if the columns don't fit the edition or the scores, or a code
   *     stands for no answer: of several the one of the first sheet and then of the first question
   *     is named, and what scores hold is undefined
   */
  public void score(short[][] answers, BatchScores scores) {
    requireCoded(answers, scores);
    for (int block = 0; block < blocks(scores, CODED_BLOCK); block++) {
      coded(answers, scores, block);
    }
  }

  /**
   * Scores the same on as many as {@code threads} threads: this one, and others of an executor.
   * Results, failures included, are those of one thread.
   *
   * @throws IllegalArgumentException as on one thread, and if {@code threads} is below 1
   */
  public void score(short[][] answers, BatchScores scores, Executor executor, int threads) {
    requireCoded(answers, scores);
    int blocks = blocks(scores, CODED_BLOCK);
    run(new Claims(blocks, block -> coded(answers, scores, block)), executor, threads);
  }

  /**
   * Returns what each question of each sheet earns when every claim counts, in ten-thousandths of a
   * point: a column for each question of the edition.
   *
   * @throws IllegalArgumentException if a sheet is of another edition, or a question can earn more
   *     than an {@code int} holds
   */
  public int[][] points(List<Assessment> sheets) {
    requireInts();
    int[][] points = new int[maxima.length][sheets.size()];
    for (int sheet = 0; sheet < sheets.size(); sheet++) {
      Assessment assessment = sheets.get(sheet);
      AnswerCodes.require(edition, assessment);
      for (int position = 0; position < maxima.length; position++) {
        Question question = edition.questions().get(position);
        points[position][sheet] =
            assessment
                .answerAt(position)
                .map(answer -> units(AnswerCodes.award(question, answer)))
                .orElse(0);
      }
    }
    return points;
  }

  private static int blocks(BatchScores scores, int block) {
    return (scores.sheets() + block - 1) / block;
  }

  private static void run(Claims claims, Executor executor, int threads) {
    Preconditions.checkArgument(threads >= 1, "threads: found %s; allowed: 1 or more", threads);
    try {
      for (int other = 1; other < threads; other++) {
        executor.execute(claims::work);
      }
      claims.work();
    } finally {
      claims.finish();
    }
  }

  private void requireInts() {
    for (int position = 0; position < maxima.length; position++) {
      Points maximum = edition.questions().get(position).maximum();
      if (maximum.units() > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            where(position)
                + "found a maximum of "
                + maximum
                + " points; allowed for columns of points: at most "
                + Points.ofUnits(Integer.MAX_VALUE)
                + "; score codes in their place");
      }
    }
  }

  private void requireGraded(int[][] points, BatchScores scores) {
    requireInts();
    requireRoom(points.length, scores);
    for (int position = 0; position < points.length; position++) {
      requireLength(position, points[position].length, scores);
    }
  }

  private void requireCoded(short[][] answers, BatchScores scores) {
    requireRoom(answers.length, scores);
    for (int position = 0; position < answers.length; position++) {
      requireLength(position, answers[position].length, scores);
    }
  }

  private void requireRoom(int columns, BatchScores scores) {
    Preconditions.checkArgument(
        scores.edition().equals(edition),
        "scores of edition %s; allowed: the scorer's own edition %s",
        scores.edition().id(),
        edition.id());
    Preconditions.checkArgument(
        columns == maxima.length,
        "columns (%s): found %s; allowed: %s, one for each question",
        edition.id(),
        columns,
        maxima.length);
  }

  private void requireLength(int position, int length, BatchScores scores) {
    if (length < scores.sheets()) {
      throw new IllegalArgumentException(
          where(position)
              + "found a column of "
              + length
              + " sheets; allowed: at least "
              + scores.sheets());
    }
  }

  private String where(int position) {
    return "question " + edition.questions().get(position).code() + " (" + edition.id() + "): ";
  }

  private void graded(int[][] points, BatchScores scores, int block) {
    int from = block * BLOCK;
    int to = Math.min(from + BLOCK, scores.sheets());
    if (wide.isPresent()) {
      for (int sheet = from; sheet < to; sheet++) {
        if (!wide.get().score(points, scores, sheet)) {
          throw wrongPoints(points, sheet);
        }
      }
      return;
    }
    int[] wrong = scores.wrong;
    begin(scores, from, to);
    Arrays.fill(wrong, from, to, 0);
    for (int c = 0; c < clusters.length; c++) {
      int[] cluster = scores.cluster(c);
      Arrays.fill(cluster, from, to, 0);
      for (Row row : clusters[c].rows) {
        Arrays.fill(scores.sums, from, to, 0);
        int position = row.first;
        for (; position + 1 < row.end; position += 2) {
          int[] one = points[position];
          int[] other = points[position + 1];
          int most = maxima[position];
          Lanes.add(scores.sums, wrong, one, other, most, maxima[position + 1], from, to);
        }
        if (position < row.end) {
          Lanes.add(scores.sums, wrong, points[position], maxima[position], from, to);
        }
        for (Guarded guarded : row.guarded) {
          hold(guarded.floors, points[guarded.question], scores, from, to);
        }
        cut(row, cluster, scores, from, to);
      }
      end(clusters[c], cluster, scores, from, to);
    }
    for (int sheet = from; sheet < to; sheet++) {
      if (wrong[sheet] < 0) {
        throw wrongPoints(points, sheet);
      }
    }
    end(scores, from, to);
  }

  private void coded(short[][] answers, BatchScores scores, int block) {
    int from = block * CODED_BLOCK;
    int to = Math.min(from + CODED_BLOCK, scores.sheets());
    if (wide.isPresent()) {
      for (int sheet = from; sheet < to; sheet++) {
        if (!wide.get().score(answers, scores, sheet)) {
          throw wrongCode(answers, sheet);
        }
      }
      return;
    }
    short[] wrong = scores.wrongCodes;
    begin(scores, from, to);
    Arrays.fill(wrong, from, to, (short) 0);
    for (int c = 0; c < clusters.length; c++) {
      int[] cluster = scores.cluster(c);
      Arrays.fill(cluster, from, to, 0);
      for (Row row : clusters[c].rows) {
        Arrays.fill(scores.sums, from, to, 0);
        for (JointTable table : row.tables) {
          for (int part = from; part < to; part += LOOKED_UP) {
            int end = Math.min(part + LOOKED_UP, to);
            short[] places = places(table, answers, scores, part, end);
            Lanes.look(scores.sums, places, table.units(), part, end);
          }
        }
        for (Guarded guarded : row.guarded) {
          for (Floor floor : guarded.floors) {
            short[] column = answers[guarded.question];
            int[] units = guarded.units;
            Lanes.hold(scores.tiers(), column, units, floor.leastInt(), floor.step(), from, to);
          }
        }
        cut(row, cluster, scores, from, to);
      }
      end(clusters[c], cluster, scores, from, to);
    }
    for (int sheet = from; sheet < to; sheet++) {
      if (wrong[sheet] < 0) {
        throw wrongCode(answers, sheet);
      }
    }
    end(scores, from, to);
  }

  /**
   * Checks the codes of a table's questions, and returns where in the table each sheet is looked
   * up: of one question alone its codes.
   */
  private short[] places(
      JointTable table, short[][] answers, BatchScores scores, int from, int to) {
    int[] strides = table.strides();
    int first = table.first();
    int end = first + strides.length;
    short[] wrong = scores.wrongCodes;
    int at = first;
    for (; at + 1 < end; at += 2) {
      int last = lastCodes[at];
      Lanes.check(wrong, answers[at], answers[at + 1], last, lastCodes[at + 1], from, to);
    }
    if (at < end) {
      Lanes.check(wrong, answers[at], lastCodes[at], from, to);
    }
    if (strides.length == 1) {
      return answers[first];
    }
    short[] places = scores.places;
    Lanes.join(places, answers[first], answers[first + 1], strides[1], from, to);
    for (int question = 2; question < strides.length; question++) {
      Lanes.join(places, answers[first + question], strides[question], from, to);
    }
    return places;
  }

  private void begin(BatchScores scores, int from, int to) {
    Arrays.fill(scores.tiers(), from, to, rungs.length - 1);
    Arrays.fill(scores.totals(), from, to, 0);
  }

  private static void cut(Row row, int[] cluster, BatchScores scores, int from, int to) {
    Lanes.cut(scores.sums, cluster, row.cap, from, to);
    hold(row.floors, scores.sums, scores, from, to);
  }

  private static void end(Rows rows, int[] cluster, BatchScores scores, int from, int to) {
    Lanes.add(scores.totals(), cluster, from, to);
    hold(rows.floors, cluster, scores, from, to);
  }

  /** Takes the lower of the steps that points and that requirements allow. */
  private void end(BatchScores scores, int from, int to) {
    hold(totalFloors, scores.totals(), scores, from, to);
    Arrays.fill(scores.sums, from, to, -1);
    for (int rung : rungs) {
      Lanes.climb(scores.sums, scores.totals(), rung, from, to);
    }
    Lanes.lower(scores.tiers(), scores.sums, from, to);
  }

  private static void hold(Floor[] floors, int[] points, BatchScores scores, int from, int to) {
    for (Floor floor : floors) {
      Lanes.hold(scores.tiers(), points, floor.leastInt(), floor.step(), from, to);
    }
  }

  private IllegalArgumentException wrongPoints(int[][] points, int sheet) {
    int position = 0;
    while (points[position][sheet] >= 0 && points[position][sheet] <= maxima[position]) {
      position++;
    }
    return new IllegalArgumentException(
        where(position)
            + "found "
            + points[position][sheet]
            + " ten-thousandths of a point in sheet "
            + sheet
            + "; allowed: 0 to "
            + maxima[position]);
  }

  private IllegalArgumentException wrongCode(short[][] answers, int sheet) {
    int position = 0;
    while (answers[position][sheet] >= 0 && answers[position][sheet] <= lastCodes[position]) {
      position++;
    }
    return new IllegalArgumentException(
        where(position)
            + "found code "
            + answers[position][sheet]
            + " in sheet "
            + sheet
            + "; allowed: 0 to "
            + lastCodes[position]);
  }

  /** Returns edition and number of questions. */
  @Override
  public String toString() {
    return "Batch scorer of " + edition.id() + " (" + maxima.length + " questions)";
  }
}
