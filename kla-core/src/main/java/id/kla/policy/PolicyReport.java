package id.kla.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Fault;
import id.kla.region.Region;
import id.kla.rollup.Area;
import id.kla.rollup.Heading;
import java.util.List;
import java.util.Optional;

/**
 * What options would do to the regions of an area. Computed by kla under other rules: no result of
 * the unchanged edition, and nobody's verdict.
 *
 * @param policy the rules
 * @param area the nation or a province
 * @param outside how many results were of other areas
 * @param unread how many documents could not be read, so that their results are missing
 * @param parts one for each heading
 * @param findings what is wrong with the results
 */
@CheckReturnValue
public record PolicyReport(
    Policy policy, Area area, int outside, int unread, List<Part> parts, List<Fault> findings) {

  /** Copies the lists. */
  public PolicyReport {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /**
   * What is said under one heading.
   *
   * @param heading what the results have in common under the base edition
   * @param outcomes one for each region that counts, in the order of their codes
   * @param differing the regions of which results say different things, so that none counts
   * @param missing the regions of the area of which there is no result
   * @param effects one for each option
   * @param drawn what the draws of all regions come to together, if any was drawn
   */
  public record Part(
      Heading heading,
      List<RegionOutcome> outcomes,
      List<Region> differing,
      List<Region> missing,
      List<OptionEffect> effects,
      Optional<DrawnOutcomes> drawn) {

    /** Copies the lists. */
    public Part {
      outcomes = List.copyOf(outcomes);
      differing = List.copyOf(differing);
      missing = List.copyOf(missing);
      effects = List.copyOf(effects);
    }
  }
}
