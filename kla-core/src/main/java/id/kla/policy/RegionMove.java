package id.kla.policy;

import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.util.Optional;

/**
 * Where an option moves a region.
 *
 * @param region the region
 * @param totalBefore its total under the base edition, if it is known
 * @param totalAfter its total under the option, if it is known
 * @param tierBefore the code of its tier under the base edition, or {@link
 *     id.kla.rollup.RegionResult#NONE}
 * @param tierAfter the same under the option
 * @param steps by how many tiers it rises, or falls where it is below 0; nothing where no ladder
 *     knows both tiers
 * @param rankBefore its rank by total under the base edition, among the regions whose totals are
 *     known under both
 * @param rankAfter the same under the option
 */
public record RegionMove(
    RegionCode region,
    Optional<Points> totalBefore,
    Optional<Points> totalAfter,
    String tierBefore,
    String tierAfter,
    Optional<Integer> steps,
    Optional<RankRange> rankBefore,
    Optional<RankRange> rankAfter) {

  /** Returns by how much the total changes, if it is known. */
  public Optional<Points> change() {
    return totalBefore.flatMap(before -> totalAfter.map(after -> after.minus(before)));
  }

  /** Says whether the tier is another one. */
  public boolean isOtherTier() {
    return !tierBefore.equals(tierAfter);
  }

  /** Says whether the ranks are others. */
  public boolean isOtherRank() {
    return !rankBefore.equals(rankAfter);
  }
}
