/**
 * Codes, provinces and the 514 regencies and cities. Start at {@link id.kla.region.Regions}.
 *
 * <p>Floor 1: imports {@code points} and {@code fault}.
 */
@NullMarked
package id.kla.region;

import org.jspecify.annotations.NullMarked;
