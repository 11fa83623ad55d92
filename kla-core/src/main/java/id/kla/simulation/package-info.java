/**
 * What a score may become when answers hold by chance: its distribution, exact or sampled with
 * draws that can be had again, what of it matters most, and how much of a claim survives when it is
 * judged; and the scores of many sheets at once. Start at {@link
 * id.kla.simulation.ScoreDistribution}; where questions are tied together, at {@link
 * id.kla.simulation.TiedModel}; for what matters at {@link id.kla.simulation.Influences}; for
 * sheets at {@link id.kla.simulation.BatchScorer}.
 *
 * <p>Floor 4: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.simulation;

import org.jspecify.annotations.NullMarked;
