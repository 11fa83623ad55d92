package id.kla.policy;

import id.kla.rollup.RegionResult;
import java.util.List;
import java.util.Optional;

/**
 * What a region stands at under the base edition, and under each option.
 *
 * @param base the result under the base edition, without its parts
 * @param options one for each option, in their order
 * @param drawn what draws came to, if there were any
 */
public record RegionOutcome(
    RegionResult base, List<Outcome> options, Optional<DrawnOutcomes> drawn) {

  /** Copies the list. */
  public RegionOutcome {
    options = List.copyOf(options);
  }
}
