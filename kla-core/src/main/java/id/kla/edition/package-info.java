/**
 * What is asked and what it is worth: editions with their clusters, indicators, questions, scales,
 * roles, topics, stages, ladder and requirements. Start at {@link id.kla.edition.Editions}, or at
 * {@link id.kla.edition.EditionTables} for an edition of your own.
 *
 * <p>Floor 1: imports {@code points} and {@code fault}. No number of a regulation stands in code;
 * all of them are data of an edition.
 */
@NullMarked
package id.kla.edition;

import org.jspecify.annotations.NullMarked;
