/**
 * Editions, sheets, evidence, findings and nations for tests of code that uses kla: valid, small,
 * reproducible from a seed, and full of the cases that are hard. Start at {@link
 * id.kla.testing.Generators}.
 *
 * <p>Needs no test engine. Stands beside the floors of the library: it imports them, and none of
 * them imports it.
 */
@NullMarked
package id.kla.testing;

import org.jspecify.annotations.NullMarked;
