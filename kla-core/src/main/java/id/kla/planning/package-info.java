/**
 * The gap to the next tier, what-if, and the cheapest plan that closes the gap. Start at {@link
 * id.kla.planning.Gap}, {@link id.kla.planning.WhatIf} and {@link id.kla.planning.Planner}.
 *
 * <p>Floor 5: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.planning;

import org.jspecify.annotations.NullMarked;
