package id.kla.assessment;

import id.kla.points.Points;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The totals that a sheet states of itself; kept beside the computed ones, never in their place.
 */
@Value.Immutable
public abstract class StatedTotals {

  StatedTotals() {}

  /** Returns the stated total, if there is one. */
  public abstract Optional<Points> total();

  /** Returns the stated points by cluster code, in the sheet's order. */
  public abstract Map<String, Points> clusters();

  /** Returns the stated points by indicator code, in the sheet's order. */
  public abstract Map<String, Points> indicators();

  /** Returns no stated totals. */
  public static StatedTotals none() {
    return builder().build();
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds stated totals. */
  public static final class Builder extends ImmutableStatedTotals.Builder {
    Builder() {}
  }
}
