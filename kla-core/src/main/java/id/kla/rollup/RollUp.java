package id.kla.rollup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results of many regions, rolled up in one pass (<i>rekapitulasi</i>): of each only its figures
 * are kept.
 *
 * <p>Roll-ups of parts merge to the roll-up of the whole: in any order and any grouping the outcome
 * is the same to the last digit. What is kept grows with the number of results and their figures,
 * not with the sheets behind them.
 *
 * <pre>{@code
 * RollUp rollUp = RollUp.of(results).merge(others);
 * Summary summary = rollUp.summary(rollUp.headings().get(0), Area.nation());
 * }</pre>
 */
@CheckReturnValue
public final class RollUp {

  private static final RollUp EMPTY = new RollUp(ImmutableSortedMap.of());

  private final ImmutableSortedMap<Heading, ImmutableList<Entry>> groups;

  private RollUp(ImmutableSortedMap<Heading, ImmutableList<Entry>> groups) {
    this.groups = groups;
  }

  /** Returns the roll-up of nothing. */
  public static RollUp empty() {
    return EMPTY;
  }

  /** Returns the roll-up of results in any order. */
  public static RollUp of(Iterable<RegionResult> results) {
    Builder builder = builder();
    results.forEach(builder::add);
    return builder.build();
  }

  /** Returns a builder, to which results are added one by one. */
  public static Builder builder() {
    return new Builder();
  }

  /** Adds up results; one thread at a time. */
  public static final class Builder {

    private final Map<Heading, List<Entry>> groups = new HashMap<>();
    private final Map<Set<String>, ImmutableList<String>> codes = new HashMap<>();
    private @Nullable RegionResult last;
    private List<Entry> lastGroup = new ArrayList<>();

    Builder() {}

    /** Adds a result. */
    @CanIgnoreReturnValue
    public Builder add(RegionResult result) {
      group(result).add(Entry.of(result, codes(result.clusters()), codes(result.indicators())));
      return this;
    }

    /** Adds what was rolled up before. */
    @CanIgnoreReturnValue
    public Builder add(RollUp part) {
      part.groups.forEach(
          (heading, entries) ->
              groups.computeIfAbsent(heading, each -> new ArrayList<>()).addAll(entries));
      return this;
    }

    /** Most results stand under the heading of the one before. */
    private List<Entry> group(RegionResult result) {
      if (last == null || !isAlike(last, result)) {
        lastGroup = groups.computeIfAbsent(Heading.of(result), heading -> new ArrayList<>());
        last = result;
      }
      return lastGroup;
    }

    private static boolean isAlike(RegionResult one, RegionResult other) {
      return one.round().equals(other.round())
          && one.kind() == other.kind()
          && one.stage().equals(other.stage())
          && one.edition().orElse(null) == other.edition().orElse(null)
          && one.view().equals(other.view())
          && one.ladder().map(each -> each.id()).equals(other.ladder().map(each -> each.id()));
    }

    private ImmutableList<String> codes(Map<String, ?> parts) {
      ImmutableList<String> known = codes.get(parts.keySet());
      if (known == null) {
        known = parts.keySet().stream().sorted().collect(ImmutableList.toImmutableList());
        codes.put(Set.copyOf(known), known);
      }
      return known;
    }

    /** Returns what was added so far. */
    public RollUp build() {
      ImmutableSortedMap.Builder<Heading, ImmutableList<Entry>> sorted =
          ImmutableSortedMap.naturalOrder();
      groups.forEach(
          (heading, entries) ->
              sorted.put(heading, ImmutableList.sortedCopyOf(Entry.ORDER, entries)));
      return new RollUp(sorted.buildOrThrow());
    }
  }

  /** Returns the roll-up of what both hold; nothing is lost, not even what both hold alike. */
  public RollUp merge(RollUp other) {
    Map<Heading, ImmutableList<Entry>> merged = new TreeMap<>(groups);
    other.groups.forEach(
        (heading, entries) ->
            merged.merge(
                heading,
                entries,
                (these, those) ->
                    ImmutableList.sortedCopyOf(
                        Entry.ORDER,
                        ImmutableList.<Entry>builder().addAll(these).addAll(those).build())));
    return new RollUp(ImmutableSortedMap.copyOf(merged));
  }

  /** Returns how many results were added. */
  public int size() {
    return groups.values().stream().mapToInt(List::size).sum();
  }

  /** Returns what results stand under, the earliest round first. */
  public List<Heading> headings() {
    return groups.keySet().asList();
  }

  /** Returns every result that was added, by heading and region. */
  public List<RegionResult> results() {
    return groups.entrySet().stream()
        .flatMap(group -> group.getValue().stream().map(entry -> entry.under(group.getKey())))
        .toList();
  }

  /**
   * Returns what stands under a heading in an area.
   *
   * @throws IllegalArgumentException if there is no such heading
   */
  public Summary summary(Heading heading, Area area) {
    return Summary.of(heading, area, entries(heading));
  }

  private ImmutableList<Entry> entries(Heading heading) {
    ImmutableList<Entry> entries = groups.get(heading);
    if (entries == null) {
      throw new IllegalArgumentException("heading: there is no " + heading);
    }
    return entries;
  }

  /** Returns what of this lies in an area. */
  public RollUp within(Area area) {
    ImmutableSortedMap.Builder<Heading, ImmutableList<Entry>> inside =
        ImmutableSortedMap.naturalOrder();
    groups.forEach(
        (heading, entries) -> {
          ImmutableList<Entry> covered =
              entries.stream()
                  .filter(entry -> area.covers(entry.region()))
                  .collect(ImmutableList.toImmutableList());
          if (!covered.isEmpty()) {
            inside.put(heading, covered);
          }
        });
    return new RollUp(inside.buildOrThrow());
  }

  /** Returns how many results lie outside of an area. */
  public int outside(Area area) {
    return (int)
        groups.values().stream()
            .flatMap(List::stream)
            .filter(entry -> !area.covers(entry.region()))
            .count();
  }

  /**
   * Returns what is wrong with the results of an area: a region that is not known, a sub-district
   * or village among regions, a region twice under one heading.
   */
  public List<Fault> findings(Area area) {
    List<Fault> findings = new ArrayList<>();
    groups.forEach(
        (heading, entries) -> {
          for (int from = 0; from < entries.size(); ) {
            int to = from + 1;
            while (to < entries.size()
                && entries.get(to).region().equals(entries.get(from).region())) {
              to++;
            }
            if (area.covers(entries.get(from).region())) {
              findings.addAll(findings(heading, entries.subList(from, to)));
            }
            from = to;
          }
        });
    return List.copyOf(findings);
  }

  private static List<Fault> findings(Heading heading, List<Entry> ofOneRegion) {
    Entry first = ofOneRegion.get(0);
    if (!Area.nation().holds(first.region())) {
      return ofOneRegion.stream().map(RollUp::stranger).toList();
    }
    if (ofOneRegion.size() == 1) {
      return List.of();
    }
    FaultCode code =
        Entry.fitTogether(ofOneRegion) ? FaultCode.RESULT_TWICE : FaultCode.RESULTS_DIFFER;
    return ofOneRegion.stream().skip(1).map(each -> twice(code, heading, first, each)).toList();
  }

  private static Fault stranger(Entry entry) {
    RegionCode code = entry.region();
    return switch (code.level()) {
      case REGION, PROVINCE ->
          Fault.of(FaultCode.UNKNOWN_REGION, entry.place())
              .with("found", code.toString())
              .with("nearest", List.of());
      case SUBDISTRICT, VILLAGE ->
          Fault.of(FaultCode.BELOW_A_REGION, entry.place())
              .with("found", code.toString())
              .with("region", Regions.builtIn().describe(code));
    };
  }

  private static Fault twice(FaultCode code, Heading heading, Entry first, Entry second) {
    return Fault.of(code, second.place())
        .with("region", Regions.builtIn().describe(second.region()))
        .with("round", heading.round().toString())
        .with("stage", heading.stage())
        .with("first", Argument.of(first.place()))
        .with("source", second.source())
        .with("firstSource", first.source());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof RollUp rollUp) || !groups.keySet().equals(rollUp.groups.keySet())) {
      return false;
    }
    return groups.entrySet().stream()
        .allMatch(group -> isSame(group.getValue(), rollUp.entries(group.getKey())));
  }

  private static boolean isSame(List<Entry> these, List<Entry> those) {
    if (these.size() != those.size()) {
      return false;
    }
    for (int i = 0; i < these.size(); i++) {
      if (Entry.ORDER.compare(these.get(i), those.get(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return groups.keySet().hashCode();
  }

  /** Returns how many results there are under how many headings. */
  @Override
  public String toString() {
    return size() + " results under " + groups.size() + " headings";
  }
}
