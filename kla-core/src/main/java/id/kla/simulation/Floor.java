package id.kla.simulation;

import id.kla.edition.Bound;
import id.kla.edition.Edition;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import java.util.List;

/**
 * What a tier asks of a part of a sheet: less holds the sheet down to a lower step.
 *
 * @param least in ten-thousandths of a point
 * @param step the place in the ladder of the tier below; -1 for none
 */
record Floor(long least, int step) {

  /** Returns what the tiers of an edition ask of a part, as far as that is switched on. */
  static Floor[] of(Edition edition, Requirement.Subject subject) {
    List<String> tiers = edition.ladder().tiers().stream().map(Tier::code).toList();
    return edition.requirements().stream()
        .filter(requirement -> requirement.state() == Requirement.State.ON)
        .filter(requirement -> requirement.subject().equals(subject))
        .flatMap(
            requirement ->
                requirement.tier().stream()
                    .map(tier -> new Floor(least(requirement.least()), tiers.indexOf(tier) - 1)))
        .toArray(Floor[]::new);
  }

  private static long least(Bound<Points> bound) {
    return bound.kind() == Bound.Kind.CLOSED ? bound.value().units() : bound.value().units() + 1;
  }

  /** Returns the least as an {@code int}, or what no {@code int} sum of points reaches. */
  int leastInt() {
    return (int) Math.min(least, Integer.MAX_VALUE);
  }
}
