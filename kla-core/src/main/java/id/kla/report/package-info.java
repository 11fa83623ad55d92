/**
 * Results and editions as text. Start at {@link id.kla.report.TextReport}; an edition as a whole
 * book is {@link id.kla.report.RuleBook}.
 *
 * <p>Floor 6: may import every other package; all that prints lives here.
 */
@NullMarked
package id.kla.report;

import org.jspecify.annotations.NullMarked;
