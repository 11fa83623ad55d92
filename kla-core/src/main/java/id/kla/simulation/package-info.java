/**
 * What a score may become when answers hold by chance: its exact distribution, and random numbers
 * that can be had again. Start at {@link id.kla.simulation.ScoreDistribution}.
 *
 * <p>Floor 4: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.simulation;

import org.jspecify.annotations.NullMarked;
