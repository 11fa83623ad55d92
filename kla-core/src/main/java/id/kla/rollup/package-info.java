/**
 * Many regions and many rounds: results side by side.
 *
 * <p>Floor 4: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.rollup;

import org.jspecify.annotations.NullMarked;
