package id.kla.edition;

import id.kla.fault.Label;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A scored group of indicators (<i>klaster</i>). */
@Value.Immutable
public abstract class Cluster {

  Cluster() {}

  /** Returns the code, such as {@code K} or {@code IV}. */
  public abstract String code();

  /** Returns the name. */
  public abstract Label label();

  /** Returns the maximum that a source states; it checks the indicators' and caps nothing. */
  public abstract Optional<Points> statedMaximum();

  /**
   * Returns how many indicators a source states that the cluster has; with fewer that are named the
   * edition can be shown, but not scored.
   */
  public abstract Optional<Long> statedCount();

  /** Says whether as many indicators are named as a source states. */
  public boolean isWhole() {
    return statedCount().orElse(0L) <= indicators().size();
  }

  /** Returns where the stated maximum comes from. */
  @Value.Default
  public Origin origin() {
    return Origin.STATED;
  }

  /** Returns the indicators in the edition's order. */
  public abstract List<Indicator> indicators();

  /** Returns the sum of the indicators' maxima, if all are named and each has one. */
  @Value.Lazy
  public Optional<Points> maximum() {
    return isWhole() && indicators().stream().allMatch(i -> i.maximum().isPresent())
        ? Optional.of(Points.sum(indicators().stream().flatMap(i -> i.maximum().stream()).toList()))
        : Optional.empty();
  }

  /** Returns a builder; code and label must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a cluster. */
  public static final class Builder extends ImmutableCluster.Builder {
    Builder() {}
  }
}
