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

  /** Returns where the stated maximum comes from. */
  @Value.Default
  public Origin origin() {
    return Origin.STATED;
  }

  /** Returns the indicators in the edition's order. */
  public abstract List<Indicator> indicators();

  /** Returns the sum of the indicators' maxima, if each has one. */
  @Value.Lazy
  public Optional<Points> maximum() {
    return indicators().stream().allMatch(indicator -> indicator.maximum().isPresent())
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
