/**
 * What a score may become when answers hold by chance: its exact distribution. Start at {@link
 * id.kla.simulation.ScoreDistribution}.
 *
 * <p>Floor 4: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.simulation;

import org.jspecify.annotations.NullMarked;
