package id.kla.assessment;

import id.kla.fault.Fault;
import id.kla.fault.FaultException;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A result that was published for a region, a round and a stage (<i>nilai atau predikat yang
 * diumumkan</i>); kept beside a computed one, never in its place.
 */
@Value.Immutable
public abstract class DeclaredResult {

  /** The stage of a result whose source does not say at which stage it stood. */
  public static final String UNSPECIFIED = "unspecified";

  /** The tier of a region of which it was published that it got none. */
  public static final String NONE = "none";

  DeclaredResult() {}

  /** Returns the region. */
  public abstract RegionCode region();

  /** Returns the round; of a year that is known to be part of one, the whole round. */
  public abstract Round round();

  /** Returns the code of the stage, or {@link #UNSPECIFIED}. */
  @Value.Default
  public String stage() {
    return UNSPECIFIED;
  }

  /** Returns the total, if it was published. */
  public abstract Optional<Points> total();

  /** Returns the tier by its code, or {@link #NONE}, if it was published. */
  public abstract Optional<String> tier();

  /** Returns the points by cluster code, as far as they were published. */
  public abstract Map<String, Points> clusters();

  /** Returns the points by indicator code, as far as they were published. */
  public abstract Map<String, Points> indicators();

  /** Returns who published it, and where. */
  public abstract String source();

  /** A result says a total or a tier, and a round is the whole round. */
  @Value.Check
  DeclaredResult checked() {
    if (total().isEmpty() && tier().isEmpty()) {
      throw new IllegalArgumentException(
          "declared result of "
              + region()
              + ", "
              + round()
              + ": found neither; allowed: a total, a tier or both");
    }
    List<Fault> faults = new ArrayList<>();
    total().flatMap(total -> AssessmentDraft.range(total, Place.unknown())).ifPresent(faults::add);
    Stream.of(clusters(), indicators())
        .flatMap(parts -> parts.values().stream())
        .forEach(points -> AssessmentDraft.range(points, Place.unknown()).ifPresent(faults::add));
    if (!faults.isEmpty()) {
      throw new FaultException(faults);
    }
    Round round = Calendar.builtIn().roundOf(round());
    return round.equals(round()) ? this : builder().from(this).round(round).build();
  }

  /** Returns a builder; region, round, source and a total or a tier must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a declared result. */
  public static final class Builder extends ImmutableDeclaredResult.Builder {
    Builder() {}
  }
}
