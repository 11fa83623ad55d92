/**
 * Results and editions as text, and pages that people look at. Start at {@link
 * id.kla.report.TextReport} for a terminal, at {@link id.kla.report.Page} for HTML, Markdown and
 * paper; an edition as a whole book is {@link id.kla.report.RuleBook}.
 *
 * <p>Floor 6: may import every other package; all that prints lives here.
 */
@NullMarked
package id.kla.report;

import org.jspecify.annotations.NullMarked;
