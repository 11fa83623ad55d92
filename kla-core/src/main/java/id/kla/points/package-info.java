/**
 * Exact amounts of points and exact shares. Start at {@link id.kla.points.Points}.
 *
 * <p>Floor 0: imports no other package of kla.
 */
@NullMarked
package id.kla.points;

import org.jspecify.annotations.NullMarked;
