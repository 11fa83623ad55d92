package id.kla.verification;

import static java.util.stream.Collectors.toCollection;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.scoring.Basis;
import id.kla.scoring.Cause;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What became of the points of one result in another one: a row for each question that changed, and
 * one for each indicator whose cap takes more or less.
 *
 * <p>The rows add up to the difference of the totals, exactly, whatever they are grouped by.
 *
 * <pre>{@code
 * ScoredAssessment claimed = engine.score(sheet);
 * ScoredAssessment evidenced = engine.score(sheet, View.evidenced(day));
 * Difference.of(claimed, evidenced).by(row -> row.kind().toString());
 * }</pre>
 *
 * @param before the earlier result
 * @param after the later result
 * @param rows what changed, in the edition's order, an indicator's cap behind its questions
 */
@CheckReturnValue
public record Difference(ScoredAssessment before, ScoredAssessment after, List<Row> rows) {

  /** Copies the list. */
  public Difference {
    rows = List.copyOf(rows);
  }

  /** Why points went or came. */
  public enum Kind {
    /** They were lost, or wait, for a {@link Row#cause() cause}. */
    CAUSE,
    /** The stage has not found on the question yet. */
    NO_FINDING,
    /** The stage found less than was claimed. */
    REVISED_DOWN,
    /** The stage found more than was claimed. */
    REVISED_UP,
    /** The stage let them stand in spite of missing or faulty evidence. */
    ACCEPTED,
    /** The stage gave back what an earlier stage had taken or not found on yet. */
    RESTORED,
    /** The answer, its evidence or the day is another one. */
    OTHER_ANSWER,
    /** The indicator's stated maximum cuts more, or less. */
    CAP
  }

  /**
   * One change.
   *
   * @param cluster the code of the cluster
   * @param indicator the code of the indicator
   * @param question the question; none of a cap
   * @param change what came, or what went if it is below 0
   * @param kind why
   * @param cause the cause that is charged, where there is one
   * @param further other causes, which are charged nothing
   */
  public record Row(
      String cluster,
      String indicator,
      Optional<QuestionCode> question,
      Points change,
      Kind kind,
      Optional<Cause> cause,
      List<Cause> further) {

    /** Copies the list. */
    public Row {
      further = List.copyOf(further);
    }
  }

  /**
   * Compares two results.
   *
   * @throws IllegalArgumentException if they are of different editions
   */
  public static Difference of(ScoredAssessment before, ScoredAssessment after) {
    if (!before.edition().equals(after.edition())) {
      throw new IllegalArgumentException(
          "results: found editions "
              + before.edition().id()
              + " and "
              + after.edition().id()
              + "; allowed: one");
    }
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < before.clusters().size(); c++) {
      ScoredCluster cluster = before.clusters().get(c);
      for (int i = 0; i < cluster.indicators().size(); i++) {
        indicator(
            cluster.code(),
            cluster.indicators().get(i),
            after.clusters().get(c).indicators().get(i),
            before.view().basis(),
            rows);
      }
    }
    return new Difference(before, after, rows);
  }

  private static void indicator(
      String cluster,
      ScoredIndicator before,
      ScoredIndicator after,
      Basis earlierBasis,
      List<Row> rows) {
    for (int q = 0; q < before.questions().size(); q++) {
      ScoredQuestion earlier = before.questions().get(q);
      ScoredQuestion later = after.questions().get(q);
      Points change = later.points().minus(earlier.points());
      if (change.isZero()) {
        continue;
      }
      Points raised = raised(earlier, later);
      row(cluster, before, later, change.minus(raised), kind(later, change, earlierBasis), rows);
      row(cluster, before, later, raised, Kind.REVISED_UP, rows);
    }
    Points cap = before.cap().minus(after.cap());
    if (!cap.isZero()) {
      rows.add(
          new Row(
              cluster,
              before.code(),
              Optional.empty(),
              cap,
              Kind.CAP,
              Optional.empty(),
              List.of()));
    }
  }

  /** Returns what a stage found above the claim, as far as it was not counted before. */
  private static Points raised(ScoredQuestion earlier, ScoredQuestion later) {
    boolean isUp = later.finding().isPresent() && later.points().compareTo(later.claim()) > 0;
    return isUp
        ? later.points().minus(later.claim().max(earlier.points())).max(Points.ZERO)
        : Points.ZERO;
  }

  private static void row(
      String cluster,
      ScoredIndicator indicator,
      ScoredQuestion later,
      Points change,
      Kind kind,
      List<Row> rows) {
    if (change.isZero()) {
      return;
    }
    List<Cause> causes = kind == Kind.CAUSE ? later.causes() : List.of();
    rows.add(
        new Row(
            cluster,
            indicator.code(),
            Optional.of(later.question().code()),
            change,
            kind,
            causes.stream().findFirst(),
            causes.stream().skip(1).toList()));
  }

  private static Kind kind(ScoredQuestion later, Points change, Basis earlierBasis) {
    boolean isFound = later.finding().isPresent();
    if (change.signum() > 0) {
      return !isFound
          ? Kind.OTHER_ANSWER
          : earlierBasis == Basis.VERIFIED ? Kind.RESTORED : Kind.ACCEPTED;
    }
    if (!later.causes().isEmpty()) {
      return Kind.CAUSE;
    }
    if (isFound) {
      return Kind.REVISED_DOWN;
    }
    return later.state().orElseThrow() == State.PENDING ? Kind.NO_FINDING : Kind.OTHER_ANSWER;
  }

  /** Returns the difference of the totals: what all rows add up to. */
  public Points change() {
    return after.points().minus(before.points());
  }

  /** Returns the sums of rows by any key, in the order in which the keys come. */
  public Map<String, Points> by(Function<Row, String> key) {
    Map<String, Points> sums = new LinkedHashMap<>();
    for (Row row : rows) {
      sums.merge(key.apply(row), row.change(), Points::plus);
    }
    return sums;
  }

  /** Returns the sums by cause, in the order of causes; what has none is not in it. */
  public Map<Cause, Points> byCause() {
    Set<Cause> causes =
        rows.stream()
            .flatMap(row -> row.cause().stream())
            .collect(toCollection(() -> EnumSet.noneOf(Cause.class)));
    Map<Cause, Points> sums = new LinkedHashMap<>();
    for (Cause cause : causes) {
      sums.put(
          cause,
          Points.sum(
              rows.stream()
                  .filter(row -> row.cause().filter(cause::equals).isPresent())
                  .map(Row::change)
                  .toList()));
    }
    return sums;
  }
}
