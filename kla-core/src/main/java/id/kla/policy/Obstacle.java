package id.kla.policy;

/**
 * Why a result can't be recomputed under an option. Of a sheet that is rare, since every answer is
 * known; of what was declared only totals, tiers and parts are.
 */
public enum Obstacle {
  /** The answers of a sheet do not fit the option. */
  ANSWERS,
  /** No total was published, and the tier alone leaves more than one open. */
  NO_TOTAL,
  /** The published tier is not the one that the base edition gives the published total. */
  TIER_DIFFERS,
  /** The published points of parts do not make the published total, or exceed their maximum. */
  PARTS_DIFFER,
  /** Weights change, and the points of a cluster in which they do were not published. */
  NO_PARTS,
  /**
   * Weights change by different factors within a part, and what its questions earned is unknown.
   */
  UNEVEN,
  /** Questions, scales or rules of a part change, and what was answered is unknown. */
  RULES,
  /** A tier asks for more than a total, and whether that is met is unknown. */
  REQUIREMENTS,
  /** What each answer would be rounded by is unknown, and a bound of a tier lies within it. */
  ROUNDING,
  /** The total lies above the highest tier. */
  ABOVE_LADDER
}
