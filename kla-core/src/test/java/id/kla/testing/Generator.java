package id.kla.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What makes values of one kind out of choices.
 *
 * <p>A generator holds nothing: the same choices make the same value. Others are made of it with a
 * lambda:
 *
 * <pre>{@code
 * Generator<ScoredAssessment> scored =
 *     choices -> {
 *       Assessment sheet = Generators.assessments().from(choices);
 *       return ScoringEngine.of(sheet.edition()).score(sheet);
 *     };
 * }</pre>
 *
 * @param <T> what it makes
 */
@CheckReturnValue
@FunctionalInterface
public interface Generator<T> {

  /** Makes a value, taking as many choices as it needs. */
  T from(Choices choices);

  /**
   * Returns the value that belongs to a seed and a number; it is the same on every machine, and
   * depends on no other value.
   */
  default T at(long seed, long number) {
    return from(Choices.seeded(seed, number));
  }

  /** Returns the values of a seed without end, those {@link #at} the numbers 0, 1, 2 and so on. */
  default Stream<T> seeded(long seed) {
    return LongStream.iterate(0, number -> number + 1).mapToObj(number -> at(seed, number));
  }
}
