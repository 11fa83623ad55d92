/**
 * The gap to the next tier, and the cheapest plan that closes it. Start at {@link
 * id.kla.planning.Gap} and {@link id.kla.planning.Planner}.
 *
 * <p>Floor 5: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.planning;

import org.jspecify.annotations.NullMarked;
