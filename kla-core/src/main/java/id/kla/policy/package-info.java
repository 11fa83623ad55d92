/**
 * Other rules tried on many regions: who would change tier, which ranks would move, and how sure
 * that is. Start at {@link id.kla.policy.Policy}; what came of it is in {@link
 * id.kla.policy.PolicyReport}.
 *
 * <p>Floor 5: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.policy;

import org.jspecify.annotations.NullMarked;
