package id.kla.testing.jqwik;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.testing.Generator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * The arbitraries of kla's generators.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Assessment> sheets() {
 *   return KlaArbitraries.of(Generators.assessments(Editions.kla2024()));
 * }
 * }</pre>
 */
@CheckReturnValue
public final class KlaArbitraries {

  private KlaArbitraries() {}

  /**
   * Returns an arbitrary of what a generator makes, which shrinks by making fewer and simpler
   * choices. It has no edge cases of its own: the hard cases are among all others.
   */
  public static <T> Arbitrary<T> of(Generator<? extends T> generator) {
    return Arbitraries.fromGenerator(
        random -> Recorded.of(generator, bound -> Math.floorMod(random.nextLong(), bound)));
  }
}
