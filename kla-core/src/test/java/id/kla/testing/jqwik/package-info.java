/**
 * The generators of {@code id.kla.testing} for properties of jqwik, which shrinks what they make.
 * Start at {@link id.kla.testing.jqwik.KlaArbitraries}, or at {@link
 * id.kla.testing.jqwik.KlaDomain} where parameters are enough.
 *
 * <p>Needs jqwik 1.9 on the path.
 */
@NullMarked
package id.kla.testing.jqwik;

import org.jspecify.annotations.NullMarked;
