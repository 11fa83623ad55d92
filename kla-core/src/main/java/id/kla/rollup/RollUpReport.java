package id.kla.rollup;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Fault;
import id.kla.points.Share;
import id.kla.region.AreaLevel;
import id.kla.region.Province;
import id.kla.region.Regions;
import java.util.List;
import java.util.Map;

/**
 * A roll-up of an area with all that is said of it: under each heading who holds what, how it
 * stands to the rules of Provila and to published counts, and what is wrong with the results.
 *
 * <p>Computed by kla, not declared by the ministry.
 *
 * @param area the nation or a province
 * @param rollUp the results of the area
 * @param outside how many results were of other areas
 * @param unread how many documents could not be read, so that their results are missing
 * @param counts of the levels below regions, how many of how many hold their prize, as given
 * @param parts one for each heading
 * @param findings what is wrong with the results
 */
@CheckReturnValue
public record RollUpReport(
    Area area,
    RollUp rollUp,
    int outside,
    int unread,
    Map<AreaLevel, Share> counts,
    List<Part> parts,
    List<Fault> findings) {

  /** Copies map and lists. */
  public RollUpReport {
    counts = ImmutableMap.copyOf(counts);
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /**
   * What is said under one heading.
   *
   * @param summary who holds what
   * @param provila of a province, how it stands to each rule; of the nation, how each province
   *     stands to the rule of the round
   * @param published the counts that were published of the area and the round; beside results of a
   *     stage before the last there are none, since only the last one decides
   */
  public record Part(Summary summary, List<Provila> provila, List<DeclaredCounts> published) {

    /** Copies the lists. */
    public Part {
      provila = List.copyOf(provila);
      published = List.copyOf(published);
    }
  }

  /** Returns the report of results of which none is missing that was meant to be read. */
  public static RollUpReport of(RollUp rollUp, Area area) {
    return of(rollUp, area, 0, Map.of());
  }

  /**
   * Returns the report.
   *
   * @param unread how many documents could not be read
   * @param counts what is known of the levels below regions, for the rules that ask for it; used
   *     where the area is a province
   */
  public static RollUpReport of(
      RollUp rollUp, Area area, int unread, Map<AreaLevel, Share> counts) {
    return of(rollUp.within(area), area, rollUp.outside(area), unread, counts);
  }

  /** Returns the report of what was restricted to the area before. */
  public static RollUpReport of(
      RollUp inside, Area area, int outside, int unread, Map<AreaLevel, Share> counts) {
    return new RollUpReport(
        area,
        inside,
        outside,
        unread,
        counts,
        inside.headings().stream().map(heading -> part(inside, heading, area, counts)).toList(),
        inside.findings(area));
  }

  private static Part part(
      RollUp rollUp, Heading heading, Area area, Map<AreaLevel, Share> counts) {
    Summary summary = rollUp.summary(heading, area);
    List<Provila> verdicts =
        area.province().isPresent()
            ? ProvilaRule.builtIn().stream().map(rule -> Provila.of(rule, summary, counts)).toList()
            : ProvilaRule.builtIn().stream()
                .filter(rule -> rule.rounds().contains(heading.round()))
                .flatMap(
                    rule ->
                        Regions.builtIn().provinces().stream()
                            .map(Province::code)
                            .map(code -> rollUp.summary(heading, Area.province(code)))
                            .map(each -> Provila.of(rule, each, Map.of())))
                .toList();
    return new Part(
        summary,
        verdicts,
        DeclaredCounts.builtIn().stream()
            .filter(published -> published.area().equals(area))
            .filter(published -> published.round().equals(heading.round()))
            .filter(published -> heading.kind() == RegionResult.Kind.DECLARED)
            .filter(published -> heading.when() != DeclaredCheck.When.BEFORE)
            .toList());
  }
}
