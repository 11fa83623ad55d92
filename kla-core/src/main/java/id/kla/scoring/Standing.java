package id.kla.scoring;

import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;

/**
 * A total and the tier that it gives.
 *
 * @param total the total
 * @param tierByPoints the tier that the total alone earns, or none
 * @param tier the tier after requirements, never above {@code tierByPoints}
 * @param unmet the requirements that hold the tier down, in the edition's order
 */
public record Standing(
    Points total, Optional<Tier> tierByPoints, Optional<Tier> tier, List<Requirement> unmet) {

  /** Copies the list. */
  public Standing {
    unmet = List.copyOf(unmet);
  }
}
