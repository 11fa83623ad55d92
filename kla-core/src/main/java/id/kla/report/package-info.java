/**
 * Results as text. Start at {@link id.kla.report.TextReport}.
 *
 * <p>Floor 6: may import every other package; all that prints lives here.
 */
@NullMarked
package id.kla.report;

import org.jspecify.annotations.NullMarked;
