/**
 * The gap to the next tier, what-if, the cheapest plan, the years of an action plan. Start at
 * {@link id.kla.planning.Planner}.
 *
 * <p>Floor 5: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.planning;

import org.jspecify.annotations.NullMarked;
