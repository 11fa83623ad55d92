package id.kla.rollup;

import id.kla.region.AreaLevel;
import id.kla.region.Region;
import id.kla.region.Regions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same roll-up once more, written apart from it: lists of decimals, one pass for each figure,
 * nothing kept, nothing sorted beforehand.
 */
final class SlowRollUp {

  private static final Set<String> TIERS_AND_NONE =
      Set.of("PRATAMA", "MADYA", "NINDYA", "UTAMA", "KLA", "none");

  private final List<RegionResult> results;
  private final Heading heading;
  private final Optional<String> province;

  SlowRollUp(List<RegionResult> results, Heading heading, Area area) {
    this.results = results;
    this.heading = heading;
    this.province = area.province().map(Object::toString);
  }

  private List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (Region region : Regions.builtIn().regions()) {
      if (province.isEmpty() || region.code().toString().startsWith(province.get() + ".")) {
        regions.add(region);
      }
    }
    return regions;
  }

  private List<RegionResult> of(Region region) {
    List<RegionResult> found = new ArrayList<>();
    for (RegionResult result : results) {
      if (result.region().equals(region.code())
          && result.round().equals(heading.round())
          && result.kind() == heading.kind()
          && result.stage().equals(heading.stage())
          && result.view().equals(heading.view())
          && result.edition().map(e -> e.id()).equals(heading.edition().map(e -> e.id()))) {
        found.add(result);
      }
    }
    return found;
  }

  /** Everything that a result knows, each by its own name. */
  private static Map<String, String> says(RegionResult result) {
    Map<String, String> says = new TreeMap<>();
    result.total().ifPresent(total -> says.put("total", total.toString()));
    result
        .bounds()
        .ifPresent(bounds -> says.put("bounds", bounds.least() + " to " + bounds.greatest()));
    result.tier().ifPresent(tier -> says.put("tier", tier));
    result.clusters().forEach((code, points) -> says.put("c " + code, points.toString()));
    result.indicators().forEach((code, points) -> says.put("i " + code, points.toString()));
    return says;
  }

  private static boolean contradict(RegionResult one, RegionResult other) {
    Map<String, String> others = says(other);
    return says(one).entrySet().stream()
        .anyMatch(
            fact -> !others.getOrDefault(fact.getKey(), fact.getValue()).equals(fact.getValue()));
  }

  /** Each result against each other one. */
  private static boolean differ(List<RegionResult> told) {
    return told.stream().anyMatch(one -> told.stream().anyMatch(other -> contradict(one, other)));
  }

  /** The one that knows most; of several one with a total, then with a tier, then by its codes. */
  private static RegionResult fullest(List<RegionResult> told) {
    List<RegionResult> sorted = new ArrayList<>(told);
    sorted.sort(
        Comparator.comparing((RegionResult each) -> -says(each).size())
            .thenComparing(each -> each.total().isPresent() ? 0 : 1)
            .thenComparing(each -> each.tier().isPresent() ? 0 : 1)
            .thenComparing(each -> String.join("\n", new TreeSet<>(each.clusters().keySet())))
            .thenComparing(each -> String.join("\n", new TreeSet<>(each.indicators().keySet()))));
    return sorted.get(0);
  }

  private List<RegionResult> counting() {
    List<RegionResult> counting = new ArrayList<>();
    for (Region region : regions()) {
      List<RegionResult> told = of(region);
      if (!told.isEmpty() && !differ(told)) {
        counting.add(fullest(told));
      }
    }
    return counting;
  }

  /** Says whether that is what the region counts by, wherever it was read. */
  boolean isFullest(RegionResult counted) {
    return counting().stream()
        .filter(each -> each.region().equals(counted.region()))
        .anyMatch(each -> says(each).equals(says(counted)));
  }

  /** Regions of the area that are told more than once, by results that do not contradict. */
  List<String> toldTwice() {
    return regions().stream()
        .filter(region -> of(region).size() > 1 && !differ(of(region)))
        .map(region -> region.code().toString())
        .toList();
  }

  List<String> counted() {
    return counting().stream().map(result -> result.region().toString()).toList();
  }

  List<String> differing() {
    return regions().stream()
        .filter(region -> differ(of(region)))
        .map(region -> region.code().toString())
        .toList();
  }

  List<String> missing() {
    return regions().stream()
        .filter(region -> of(region).isEmpty())
        .map(region -> region.code().toString())
        .toList();
  }

  long holding(String tier) {
    return counting().stream().filter(result -> result.tier().equals(Optional.of(tier))).count();
  }

  long withoutTier() {
    return counting().stream()
        .filter(result -> result.tier().filter(TIERS_AND_NONE::contains).isEmpty())
        .count();
  }

  /** The amounts of the total, of a cluster ("c K") or of an indicator ("i 19"). */
  List<BigDecimal> amounts(String what) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (RegionResult result : counting()) {
      Optional.of(result)
          .flatMap(
              each ->
                  what.equals("total")
                      ? each.total()
                      : Optional.ofNullable(
                          (what.startsWith("c ") ? each.clusters() : each.indicators())
                              .get(what.substring(2))))
          .ifPresent(points -> amounts.add(points.toBigDecimal()));
    }
    return amounts;
  }

  static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The smallest amount that at least part/whole of all amounts do not exceed. */
  static Optional<BigDecimal> quantile(List<BigDecimal> amounts, int part, int whole) {
    BigDecimal found = null;
    for (BigDecimal amount : amounts) {
      long upTo = amounts.stream().filter(other -> other.compareTo(amount) <= 0).count();
      boolean isEnough = upTo * whole >= (long) amounts.size() * part;
      if (isEnough && (found == null || amount.compareTo(found) < 0)) {
        found = amount;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Regions of the area with more than one result under the heading, and how many too many. */
  long tooMany() {
    return regions().stream().mapToLong(region -> Math.max(0, of(region).size() - 1)).sum();
  }

  /** Results under the heading whose area is no regency or city that is known. */
  long strangers() {
    Map<String, Region> known = new TreeMap<>();
    Regions.builtIn().regions().forEach(region -> known.put(region.code().toString(), region));
    return results.stream()
        .filter(result -> Heading.of(result).equals(heading))
        .filter(
            result -> province.isEmpty() || result.region().toString().startsWith(province.get()))
        .filter(
            result ->
                result.region().level() != AreaLevel.REGION
                    || !known.containsKey(result.region().toString()))
        .count();
  }
}
