package id.kla.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.Area;
import id.kla.rollup.Heading;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What many regions stand at under a policy, gathered in one pass: of each only its figures are
 * kept, not its sheet.
 *
 * <p>Parts that were gathered on several threads merge to the whole: in any order and any grouping
 * the outcome is the same to the last digit, draws included.
 *
 * <pre>{@code
 * PolicyRun.builder(policy).add(policy.outcome(scored, place)).build().report(Area.nation());
 * }</pre>
 */
@CheckReturnValue
public final class PolicyRun {

  private static final Comparator<RegionOutcome> ORDER =
      Comparator.<RegionOutcome, RegionCode>comparing(each -> each.base().region())
          .thenComparing(each -> facts(each).toString())
          .thenComparing(each -> each.options().toString())
          .thenComparing(each -> each.base().tierOrigin())
          .thenComparing(each -> each.base().place().in(Language.ENGLISH))
          .thenComparing(each -> each.base().source().orElse(""));

  private static final Comparator<RegionOutcome> FULLEST_FIRST =
      Comparator.<RegionOutcome>comparingInt(each -> facts(each).size())
          .reversed()
          .thenComparing(ORDER);

  private final Policy policy;
  private final ImmutableSortedMap<Heading, ImmutableList<RegionOutcome>> groups;

  private PolicyRun(
      Policy policy, ImmutableSortedMap<Heading, ImmutableList<RegionOutcome>> groups) {
    this.policy = policy;
    this.groups = groups;
  }

  /** Returns a builder, to which regions are added one by one. */
  public static Builder builder(Policy policy) {
    return new Builder(policy);
  }

  /** Gathers outcomes; one thread at a time. */
  public static final class Builder {

    private final Policy policy;
    private final Map<Heading, List<RegionOutcome>> groups = new HashMap<>();

    private Builder(Policy policy) {
      this.policy = policy;
    }

    /**
     * Adds a region.
     *
     * @throws IllegalArgumentException if it has not as many outcomes as the policy has options
     */
    @CanIgnoreReturnValue
    public Builder add(RegionOutcome outcome) {
      if (outcome.options().size() != policy.options().size()) {
        throw new IllegalArgumentException(
            "outcome of "
                + outcome.base().region()
                + ": found "
                + outcome.options().size()
                + " options; allowed: "
                + policy.options().size());
      }
      group(Heading.of(outcome.base())).add(outcome);
      return this;
    }

    /**
     * Adds what was gathered before.
     *
     * @throws IllegalArgumentException if it is of another policy
     */
    @CanIgnoreReturnValue
    public Builder add(PolicyRun part) {
      if (!part.policy.isSame(policy)) {
        throw new IllegalArgumentException(
            "part: found " + part.policy + "; allowed: of the same policy, " + policy);
      }
      part.groups.forEach((heading, outcomes) -> group(heading).addAll(outcomes));
      return this;
    }

    private List<RegionOutcome> group(Heading heading) {
      return groups.computeIfAbsent(heading, each -> new ArrayList<>());
    }

    /** Returns what was added so far. */
    public PolicyRun build() {
      ImmutableSortedMap.Builder<Heading, ImmutableList<RegionOutcome>> sorted =
          ImmutableSortedMap.naturalOrder();
      groups.forEach(
          (heading, outcomes) -> sorted.put(heading, ImmutableList.sortedCopyOf(ORDER, outcomes)));
      return new PolicyRun(policy, sorted.buildOrThrow());
    }
  }

  /**
   * Returns both together.
   *
   * @throws IllegalArgumentException if they are of different policies
   */
  public PolicyRun merge(PolicyRun other) {
    return builder(policy).add(this).add(other).build();
  }

  /** Returns every outcome that was added, by heading and region. */
  public List<RegionOutcome> outcomes() {
    return groups.values().stream().flatMap(List::stream).toList();
  }

  /** Returns what the options do to an area, with no document unread. */
  public PolicyReport report(Area area) {
    return report(area, 0);
  }

  /**
   * Returns what the options do to an area.
   *
   * @param unread how many documents could not be read
   */
  public PolicyReport report(Area area, int unread) {
    List<PolicyReport.Part> parts = new ArrayList<>();
    List<Fault> findings = new ArrayList<>();
    groups.forEach(
        (heading, outcomes) -> {
          List<RegionOutcome> inside =
              outcomes.stream().filter(each -> area.covers(each.base().region())).toList();
          if (!inside.isEmpty()) {
            parts.add(part(heading, area, inside, findings));
          }
        });
    long outside = outcomes().stream().filter(each -> !area.covers(each.base().region())).count();
    return new PolicyReport(policy, area, (int) outside, unread, parts, findings);
  }

  private PolicyReport.Part part(
      Heading heading, Area area, List<RegionOutcome> outcomes, List<Fault> findings) {
    Map<RegionCode, List<RegionOutcome>> byRegion = new TreeMap<>();
    outcomes.forEach(
        each ->
            byRegion.computeIfAbsent(each.base().region(), region -> new ArrayList<>()).add(each));
    List<RegionOutcome> counting = new ArrayList<>();
    List<Region> differing = new ArrayList<>();
    List<Region> missing = new ArrayList<>();
    for (Region region : area.regions()) {
      List<RegionOutcome> told = byRegion.getOrDefault(region.code(), List.of());
      if (told.isEmpty()) {
        missing.add(region);
      } else if (told.size() == 1 || fitTogether(told)) {
        counting.add(Collections.min(told, FULLEST_FIRST));
      } else {
        differing.add(region);
      }
    }
    byRegion.values().forEach(told -> findings.addAll(findings(area, told)));
    return new PolicyReport.Part(
        heading,
        counting,
        differing,
        missing,
        Stream.iterate(0, option -> option + 1)
            .limit(policy.options().size())
            .map(option -> OptionEffect.of(policy, option, counting))
            .toList(),
        counting.stream().flatMap(each -> each.drawn().stream()).reduce(DrawnOutcomes::plus));
  }

  /** Says whether results fit together: what several of them know, they know alike. */
  private static boolean fitTogether(List<RegionOutcome> told) {
    Map<String, String> known = new HashMap<>();
    return told.stream()
        .flatMap(each -> facts(each).entrySet().stream())
        .allMatch(
            fact ->
                known
                    .computeIfAbsent(fact.getKey(), key -> fact.getValue())
                    .equals(fact.getValue()));
  }

  private static Map<String, String> facts(RegionOutcome outcome) {
    Map<String, String> facts = new TreeMap<>();
    RegionResult base = outcome.base();
    base.total().ifPresent(total -> facts.put("total", text(total)));
    base.tier().ifPresent(tier -> facts.put("tier", tier));
    for (int i = 0; i < outcome.options().size(); i++) {
      String option = " " + i;
      outcome.options().get(i).total().ifPresent(total -> facts.put("total" + option, text(total)));
      outcome.options().get(i).tier().ifPresent(tier -> facts.put("tier" + option, tier));
    }
    outcome.drawn().ifPresent(drawn -> facts.put("drawn", Integer.toString(drawn.hashCode())));
    return facts;
  }

  private static String text(Points total) {
    return Long.toString(total.units());
  }

  /** What a roll-up finds; results that differ under an option alone differ, too. */
  private static List<Fault> findings(Area area, List<RegionOutcome> told) {
    List<Fault> found = RollUp.of(told.stream().map(RegionOutcome::base).toList()).findings(area);
    boolean isTwice = found.stream().anyMatch(each -> each.code() == FaultCode.RESULT_TWICE);
    return isTwice && !fitTogether(told)
        ? told.stream().skip(1).map(each -> differs(told.get(0), each)).toList()
        : found;
  }

  private static Fault differs(RegionOutcome one, RegionOutcome other) {
    return Fault.of(FaultCode.RESULTS_DIFFER, other.base().place())
        .with("region", Regions.builtIn().describe(other.base().region()))
        .with("round", other.base().round().toString())
        .with("stage", other.base().stage())
        .with("first", Argument.of(one.base().place()))
        .with("source", other.base().source().orElse(""))
        .with("firstSource", one.base().source().orElse(""));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyRun that
        && that.policy.isSame(policy)
        && that.groups.equals(groups);
  }

  @Override
  public int hashCode() {
    return groups.keySet().hashCode();
  }

  /** Returns how many regions there are under how many headings. */
  @Override
  public String toString() {
    return outcomes().size() + " results under " + groups.size() + " headings";
  }
}
