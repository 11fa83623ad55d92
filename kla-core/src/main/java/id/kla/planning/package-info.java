/**
 * The gap to the next tier, what-if, the cheapest plan that closes the gap and what it may come to
 * when evidence holds by chance, and the years of an action plan. Start at {@link
 * id.kla.planning.Gap}, {@link id.kla.planning.WhatIf}, {@link id.kla.planning.Planner}, {@link
 * id.kla.planning.Outlook} and {@link id.kla.planning.ActionPlanner}.
 *
 * <p>Floor 5: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.planning;

import org.jspecify.annotations.NullMarked;
