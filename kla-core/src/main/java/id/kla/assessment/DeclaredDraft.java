package id.kla.assessment;

import com.google.common.collect.ImmutableMap;
import id.kla.assessment.AssessmentDraft.DraftTotal;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A declared result as it was written, not yet checked; {@link #check()} turns it into a {@link
 * DeclaredResult} or says everything that is wrong with it.
 */
@Value.Immutable
public abstract class DeclaredDraft {

  /** What says that a region got no tier, which is something else than an empty cell. */
  private static final Set<String> WITHOUT_TIER = Set.of(DeclaredResult.NONE, "tidak ada");

  DeclaredDraft() {}

  /** Returns where the result as a whole stands. */
  @Value.Default
  public Place place() {
    return Place.unknown();
  }

  /** Returns the region by code or name. */
  public abstract Optional<Written<String>> region();

  /** Returns the round by a year in it or by its own text. */
  public abstract Optional<Written<String>> round();

  /** Returns the stage; where none is named, it is not specified. */
  public abstract Optional<String> stage();

  /** Returns the total. */
  public abstract Optional<Written<Points>> total();

  /** Returns the tier. */
  public abstract Optional<String> tier();

  /** Returns the points by cluster code. */
  public abstract List<DraftTotal> clusters();

  /** Returns the points by indicator code. */
  public abstract List<DraftTotal> indicators();

  /** Returns who published it. */
  public abstract Optional<String> source();

  /** Returns what was found wrong while the result was read. */
  public abstract List<Fault> faults();

  /**
   * Returns the members that could not be read, which {@link #faults()} says why; they are not said
   * to be missing.
   */
  public abstract Set<String> unread();

  /** Returns the result, or every fault that stands in its way. */
  public Checked<DeclaredResult> check() {
    List<Fault> faults = new ArrayList<>(faults());
    Optional<RegionCode> region =
        needed("region", region(), faults)
            .flatMap(
                text -> {
                  Checked<RegionCode> found =
                      Regions.builtIn().findArea(text.value(), text.place());
                  faults.addAll(found.faults());
                  return found.value();
                });
    Optional<Round> round =
        needed("round", round(), faults)
            .flatMap(
                text -> {
                  Checked<Round> found = Calendar.builtIn().find(text.value(), text.place());
                  faults.addAll(found.faults());
                  return found.value();
                });
    Optional<String> source =
        needed("source", source(), faults).flatMap(text -> said("source", text, faults));
    Optional<String> tier =
        PartsCheck.meant(tier())
            .map(
                text ->
                    WITHOUT_TIER.contains(text.toLowerCase(Locale.ROOT))
                        ? DeclaredResult.NONE
                        : text);
    if (total().isEmpty()
        && tier.isEmpty()
        && !unread().contains("total")
        && !unread().contains("tier")) {
      faults.add(Fault.of(FaultCode.NOTHING_DECLARED, place()));
    }
    total()
        .flatMap(total -> AssessmentDraft.range(total.value(), total.place()))
        .ifPresent(faults::add);
    Map<String, Points> clusters = parts("cluster", clusters(), faults);
    Map<String, Points> indicators = parts("indicator", indicators(), faults);
    boolean isBroken = faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    return isBroken || region.isEmpty() || round.isEmpty() || source.isEmpty()
        ? Checked.failed(faults)
        : Checked.of(
            DeclaredResult.builder()
                .region(region.get())
                .round(round.get())
                .stage(PartsCheck.meant(stage()).orElse(DeclaredResult.UNSPECIFIED))
                .total(total().map(Written::value))
                .tier(tier)
                .clusters(clusters)
                .indicators(indicators)
                .source(source.get())
                .build(),
            faults);
  }

  private static Map<String, Points> parts(
      String member, List<DraftTotal> written, List<Fault> faults) {
    Map<String, Points> parts = new LinkedHashMap<>();
    for (DraftTotal part : written) {
      AssessmentDraft.range(part.points(), part.place()).ifPresent(faults::add);
      if (part.code().isBlank()) {
        faults.add(Fault.of(FaultCode.BLANK_TEXT, part.place()).with("member", member));
      }
      if (parts.putIfAbsent(part.code(), part.points()) != null) {
        faults.add(Fault.of(FaultCode.DUPLICATE_CODE, part.place()).with("found", part.code()));
      }
    }
    return ImmutableMap.copyOf(parts);
  }

  private Optional<String> said(String member, String text, List<Fault> faults) {
    Optional<String> said = PartsCheck.meant(Optional.of(text));
    if (said.isEmpty()) {
      faults.add(Fault.of(FaultCode.BLANK_TEXT, place()).with("member", member));
    }
    return said;
  }

  private <T> Optional<T> needed(String member, Optional<T> value, List<Fault> faults) {
    if (value.isEmpty() && !unread().contains(member)) {
      faults.add(Fault.of(FaultCode.MISSING_MEMBER, place()).with("member", member));
    }
    return value;
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a draft. */
  public static final class Builder extends ImmutableDeclaredDraft.Builder {
    Builder() {}
  }
}
