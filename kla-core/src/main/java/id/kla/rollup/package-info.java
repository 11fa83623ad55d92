/**
 * Many regions and many rounds: results side by side, rolled up, and declared ones checked. Start
 * at {@link id.kla.rollup.RollUp} or {@link id.kla.rollup.DeclaredCheck}.
 *
 * <p>Floor 4: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.rollup;

import org.jspecify.annotations.NullMarked;
