/**
 * Many regions and many rounds: results side by side, rolled up, one behind the other, and declared
 * ones checked. Start at {@link id.kla.rollup.RollUp}, at {@link id.kla.rollup.HistoryReport} (of
 * one region: {@link id.kla.rollup.History}) or at {@link id.kla.rollup.DeclaredCheck}.
 *
 * <p>Floor 4: imports everything below, and nothing beside it.
 */
@NullMarked
package id.kla.rollup;

import org.jspecify.annotations.NullMarked;
