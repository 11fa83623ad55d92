package id.kla.scoring;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.StatedTotals;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sheet states of itself, against what its parts give: which rows differ, by how much, and
 * which total each reading of the sheet gives.
 *
 * <p>Nothing is corrected and no reading is preferred. Only questions are scored; stated points of
 * indicators and clusters are added up as they stand.
 *
 * <pre>{@code
 * Reconciliation reconciled = Reconciliation.of(scored);
 * reconciled.asAnswered();                // 771.81
 * reconciled.indicatorsAsStated().total(); // 765.46
 * reconciled.clustersAsStated().total();   // 770.36
 * }</pre>
 */
@CheckReturnValue
public final class Reconciliation {

  private final ScoredAssessment scored;
  private final ImmutableList<Row> rows;
  private final Reading indicatorsAsStated;
  private final Reading clustersAsStated;

  private Reconciliation(
      ScoredAssessment scored,
      ImmutableList<Row> rows,
      Reading indicatorsAsStated,
      Reading clustersAsStated) {
    this.scored = scored;
    this.rows = rows;
    this.indicatorsAsStated = indicatorsAsStated;
    this.clustersAsStated = clustersAsStated;
  }

  /**
   * A row of which the sheet states points.
   *
   * @param node the indicator, the cluster or the whole sheet, as it was scored
   * @param stated the points that the sheet states of it
   * @param partsAsStated what its parts add up to as the sheet states them, each that is not stated
   *     as it was scored; of an indicator the points that it scored
   */
  public record Row(ScoredNode node, Points stated, Points partsAsStated) {

    /** Returns the points that its questions give, each indicator cut at its maximum. */
    public Points computed() {
      return node.points();
    }

    /** Returns the stated points less the computed ones. */
    public Points difference() {
      return stated.minus(computed());
    }

    /** Returns the stated points less what its parts add up to as they are stated. */
    public Points differenceFromParts() {
      return stated.minus(partsAsStated);
    }

    /** Says whether the stated points are others than its questions or its stated parts give. */
    public boolean differs() {
      return !difference().isZero() || !differenceFromParts().isZero();
    }
  }

  /**
   * A total of stated points.
   *
   * @param total the stated points together, and the computed ones of what is not stated
   * @param unstated the codes of what is not stated, in the edition's order
   */
  public record Reading(Points total, List<String> unstated) {

    /** Copies the list. */
    public Reading {
      unstated = List.copyOf(unstated);
    }
  }

  /** Returns what the sheet that was scored states, against its parts. */
  public static Reconciliation of(ScoredAssessment scored) {
    StatedTotals stated = scored.assessment().stated();
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (ScoredCluster cluster : scored.clusters()) {
      Reading parts = reading(cluster.indicators(), stated.indicators());
      said(cluster, stated.clusters())
          .ifPresent(points -> rows.add(new Row(cluster, points, parts.total())));
      for (ScoredIndicator indicator : cluster.indicators()) {
        said(indicator, stated.indicators())
            .ifPresent(points -> rows.add(new Row(indicator, points, indicator.points())));
      }
    }
    Reading clusters = reading(scored.clusters(), stated.clusters());
    stated.total().ifPresent(total -> rows.add(new Row(scored, total, clusters.total())));
    return new Reconciliation(
        scored, rows.build(), reading(scored.indicators(), stated.indicators()), clusters);
  }

  private static Optional<Points> said(ScoredNode node, Map<String, Points> stated) {
    return Optional.ofNullable(stated.get(node.code()));
  }

  private static Reading reading(List<? extends ScoredNode> nodes, Map<String, Points> stated) {
    List<Points> points = new ArrayList<>();
    List<String> unstated = new ArrayList<>();
    for (ScoredNode node : nodes) {
      Optional<Points> own = said(node, stated);
      points.add(own.orElseGet(node::points));
      if (own.isEmpty()) {
        unstated.add(node.code());
      }
    }
    return new Reading(Points.sum(points), unstated);
  }

  /** Returns the sheet as it was scored. */
  public ScoredAssessment scored() {
    return scored;
  }

  /** Returns every row that is stated: clusters, each before its indicators, and then the total. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns the rows that differ from their parts, in the same order. */
  public List<Row> differing() {
    return rows.stream().filter(Row::differs).toList();
  }

  /** Says whether the sheet states nothing of itself. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns the row of a node, if the sheet states points of it. */
  public Optional<Row> find(ScoredNode node) {
    return rows.stream().filter(row -> row.node().equals(node)).findFirst();
  }

  /** Returns the total that the questions give: the computed one. */
  public Points asAnswered() {
    return scored.points();
  }

  /** Returns the total of the indicators as stated. */
  public Reading indicatorsAsStated() {
    return indicatorsAsStated;
  }

  /** Returns the total of the clusters as stated. */
  public Reading clustersAsStated() {
    return clustersAsStated;
  }

  /** Returns the total that the sheet states itself, if it does. */
  public Optional<Points> statedTotal() {
    return scored.assessment().stated().total();
  }

  /** Returns the region, how many rows differ and the totals. */
  @Override
  public String toString() {
    return scored.assessment().region()
        + ": "
        + differing().size()
        + " of "
        + rows.size()
        + " stated rows differ; questions "
        + asAnswered()
        + ", indicators "
        + indicatorsAsStated.total()
        + ", clusters "
        + clustersAsStated.total();
  }
}
