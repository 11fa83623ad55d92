/**
 * Documents in JSON. Start at {@link id.kla.jackson.KlaJson}.
 *
 * <p>Every document names its format and version, such as {@code kla.assessment/1}.
 */
@NullMarked
package id.kla.jackson;

import org.jspecify.annotations.NullMarked;
