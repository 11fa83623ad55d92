package id.kla.rollup;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Ladders;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What an area stands at under one heading: who holds what, and how totals, clusters and indicators
 * lie.
 *
 * <p>A region whose results agree in what several of them know counts once, by the one that knows
 * most; one of which they say different things does not count, since nothing says which is right.
 *
 * @param heading what the results have in common
 * @param area the nation or a province
 * @param results one for each region that counts, in the order of their codes
 * @param differing the regions of which results say different things
 * @param missing the regions of the area of which there is no result
 * @param tiers how many hold each tier of the ladder, the lowest first, then others by code
 * @param none how many are known to hold none
 * @param unknown of how many regions with a result the tier is not known: none was told, or a text
 *     that is no tier of any ladder
 * @param total how the totals lie that are known
 * @param clusters how the points of each cluster lie, in the edition's order
 * @param indicators how the points of each indicator lie, in the edition's order
 */
@CheckReturnValue
public record Summary(
    Heading heading,
    Area area,
    List<RegionResult> results,
    List<Region> differing,
    List<Region> missing,
    Map<String, Integer> tiers,
    int none,
    int unknown,
    Spread total,
    Map<String, Spread> clusters,
    Map<String, Spread> indicators) {

  /** Copies lists and maps, where they can change; the maps keep their order. */
  public Summary {
    results = results instanceof EntryList ? results : List.copyOf(results);
    differing = List.copyOf(differing);
    missing = List.copyOf(missing);
    tiers = ImmutableMap.copyOf(tiers);
    clusters = ImmutableMap.copyOf(clusters);
    indicators = ImmutableMap.copyOf(indicators);
  }

  static Summary of(Heading heading, Area area, ImmutableList<Entry> entries) {
    Map<RegionCode, List<Entry>> byRegion = new TreeMap<>();
    for (Entry entry : entries) {
      if (area.holds(entry.region())) {
        byRegion.computeIfAbsent(entry.region(), code -> new ArrayList<>()).add(entry);
      }
    }
    List<Region> differing = new ArrayList<>();
    List<Region> missing = new ArrayList<>();
    List<Entry> counting = new ArrayList<>();
    for (Region region : area.regions()) {
      List<Entry> told = byRegion.getOrDefault(region.code(), List.of());
      if (told.isEmpty()) {
        missing.add(region);
      } else if (told.size() == 1 || Entry.fitTogether(told)) {
        counting.add(Entry.fullest(told));
      } else {
        differing.add(region);
      }
    }
    Map<String, Integer> tiers = new LinkedHashMap<>();
    heading
        .ladder()
        .ifPresent(known -> known.ladder().tiers().forEach(t -> tiers.put(t.code(), 0)));
    Map<String, Integer> others = new TreeMap<>();
    int none = 0;
    int unknown = 0;
    for (Entry entry : counting) {
      if (entry.tier().equals(RegionResult.NONE)) {
        none++;
      } else if (!isTier(heading, entry.tier())) {
        unknown++;
      } else {
        (tiers.containsKey(entry.tier()) ? tiers : others).merge(entry.tier(), 1, Integer::sum);
      }
    }
    tiers.putAll(others);
    return new Summary(
        heading,
        area,
        new EntryList(heading, ImmutableList.copyOf(counting)),
        differing,
        missing,
        tiers,
        none,
        unknown,
        Spread.of(
            counting.stream()
                .mapToLong(Entry::total)
                .filter(total -> total != Entry.UNKNOWN)
                .toArray()),
        spreads(
            counting,
            Entry::clusters,
            Entry::cluster,
            heading.edition().map(Summary::clusterCodes).orElse(List.of())),
        spreads(
            counting,
            Entry::indicators,
            Entry::indicator,
            heading.edition().map(Summary::indicatorCodes).orElse(List.of())));
  }

  /** Says whether the heading's ladder or another one knows a tier of that code or name. */
  static boolean isTier(Heading heading, String text) {
    return heading.ladder().flatMap(known -> known.ladder().findNamed(text)).isPresent()
        || Ladders.findTierNamed(text).isPresent();
  }

  private static List<String> clusterCodes(Edition edition) {
    return edition.clusters().stream().map(Cluster::code).toList();
  }

  private static List<String> indicatorCodes(Edition edition) {
    return edition.indicators().stream().map(Indicator::code).toList();
  }

  /** Only regions of which a part is known are in its spread. */
  private static Map<String, Spread> spreads(
      List<Entry> entries,
      Function<Entry, List<String>> codes,
      BiFunction<Entry, Integer, Long> points,
      List<String> order) {
    Map<String, long[]> amounts = new TreeMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Entry entry : entries) {
      List<String> known = codes.apply(entry);
      for (int i = 0; i < known.size(); i++) {
        long[] units = amounts.computeIfAbsent(known.get(i), code -> new long[entries.size()]);
        int at = counts.merge(known.get(i), 1, Integer::sum) - 1;
        units[at] = points.apply(entry, i);
      }
    }
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (String code : order) {
      add(spreads, code, amounts, counts);
    }
    for (String code : amounts.keySet()) {
      add(spreads, code, amounts, counts);
    }
    return spreads;
  }

  private static void add(
      Map<String, Spread> spreads,
      String code,
      Map<String, long[]> amounts,
      Map<String, Integer> counts) {
    long[] units = amounts.get(code);
    Integer count = counts.get(code);
    if (units != null && count != null) {
      spreads.putIfAbsent(code, Spread.of(Arrays.copyOf(units, count)));
    }
  }

  /** Returns the result of a region, if it counts. */
  public Optional<RegionResult> find(RegionCode region) {
    int from = 0;
    int to = results.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      RegionResult result = results.get(middle);
      int order = result.region().compareTo(region);
      if (order == 0) {
        return Optional.of(result);
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return Optional.empty();
  }

  /** Returns how many regions hold a tier. */
  public int awarded() {
    return tiers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Returns what a result lacks to the lowest tier of its ladder: zero from there on, nothing where
   * total or ladder is not known.
   */
  static Optional<Points> toAnAward(RegionResult result) {
    Optional<Tier> lowest =
        result.ladder().flatMap(known -> known.ladder().tiers().stream().findFirst());
    return result
        .total()
        .flatMap(
            total ->
                lowest.map(tier -> result.ladder().orElseThrow().ladder().missing(total, tier)));
  }

  /** Returns the totals that are known as a ranking. */
  public Ranking ranking() {
    Map<RegionCode, Points> totals = new LinkedHashMap<>();
    results.forEach(
        result -> result.total().ifPresent(total -> totals.put(result.region(), total)));
    return Ranking.of(totals);
  }

  /**
   * Returns the ranks that regions can still have, in the order of their codes, when every total
   * becomes anything within its own bounds. Nothing where a total is known without bounds, as of
   * what was declared: then ranks are known of the totals as they stand alone.
   */
  public Map<RegionCode, Ranking.Range> ranges() {
    Map<RegionCode, Ranking.Bounds> bounds = new LinkedHashMap<>();
    for (RegionResult result : results) {
      if (result.total().isPresent()) {
        if (result.bounds().isEmpty()) {
          return Map.of();
        }
        bounds.put(result.region(), result.bounds().get());
      }
    }
    return Ranking.ranges(bounds).stream()
        .collect(toImmutableMap(Ranking.Range::region, range -> range));
  }
}
