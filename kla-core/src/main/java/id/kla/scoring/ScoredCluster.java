package id.kla.scoring;

import id.kla.edition.Cluster;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;

/** What one cluster earned: the sum of its indicators. */
public final class ScoredCluster implements ScoredNode {

  private final Cluster cluster;
  private final Span<ScoredIndicator> indicators;
  private final Points maximum;
  private final Points points;
  private final Points atLeast;
  private final Points atMost;

  ScoredCluster(
      Cluster cluster,
      Span<ScoredIndicator> indicators,
      Points maximum,
      Points points,
      Points atLeast,
      Points atMost) {
    this.cluster = cluster;
    this.indicators = indicators;
    this.maximum = maximum;
    this.points = points;
    this.atLeast = atLeast;
    this.atMost = atMost;
  }

  /** Returns the cluster as the edition has it. */
  public Cluster cluster() {
    return cluster;
  }

  /** Returns its indicators in the edition's order. */
  public List<ScoredIndicator> indicators() {
    return indicators;
  }

  @Override
  public String code() {
    return cluster.code();
  }

  @Override
  public Label label() {
    return cluster.label();
  }

  @Override
  public Optional<State> state() {
    return Nodes.sharedState(indicators);
  }

  @Override
  public Points sum() {
    return points;
  }

  @Override
  public Points cap() {
    return Points.ZERO;
  }

  @Override
  public Points points() {
    return points;
  }

  @Override
  public Points atLeast() {
    return atLeast;
  }

  @Override
  public Points atMost() {
    return atMost;
  }

  @Override
  public Points maximum() {
    return maximum;
  }

  @Override
  public Points headroom() {
    return Nodes.headroom(indicators);
  }

  @Override
  public List<ScoredIndicator> children() {
    return indicators;
  }

  @Override
  public String reason(Language language) {
    return Nodes.sumReason("clusterSum", this, language);
  }

  /** Returns code and points. */
  @Override
  public String toString() {
    return code() + " " + points + " of " + maximum;
  }
}
