/**
 * What is left of a claim, and why: results of one sheet by two views, set side by side. Start at
 * {@link id.kla.verification.Difference}.
 *
 * <p>Floor 4: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.verification;

import org.jspecify.annotations.NullMarked;
