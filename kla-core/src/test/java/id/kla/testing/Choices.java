package id.kla.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a generator takes its choices from, one after the other.
 *
 * <p>A choice of 0 is always the simplest, so that an engine that records choices and plays smaller
 * ones makes smaller values. Any source of numbers will do: a seed, a test engine's random numbers,
 * the bytes of a fuzzer.
 */
@CheckReturnValue
@FunctionalInterface
public interface Choices {

  /**
   * Returns the next choice.
   *
   * @param bound how many there are, at least 1
   * @return a number from 0, the simplest, to {@code bound - 1}
   */
  long below(long bound);

  /**
   * Returns the choices that belong to a seed and a number, which are the same everywhere and
   * always, whatever was chosen before.
   */
  static Choices seeded(long seed, long number) {
    return new SplitMix(seed, number);
  }

  /** Returns a number from {@code least}, the simplest, to {@code most}. */
  default int between(int least, int most) {
    return least + (int) below((long) most - least + 1);
  }

  /** Says yes once in {@code times}; no is simpler. */
  default boolean onceIn(int times) {
    return below(times) == times - 1L;
  }

  /**
   * Returns one of several; the first is the simplest.
   *
   * @param several not empty
   */
  default <T> T oneOf(List<T> several) {
    return several.get((int) below(several.size()));
  }

  /** Returns some of several in their order, as many as {@code least} to {@code most}. */
  default <T> List<T> someOf(List<T> several, int least, int most) {
    int wanted = between(least, Math.min(most, several.size()));
    List<T> some = new ArrayList<>();
    for (int i = 0; some.size() < wanted; i++) {
      if (below(several.size() - i) < wanted - some.size()) {
        some.add(several.get(i));
      }
    }
    return some;
  }

  /**
   * Returns a list of new elements, as many as {@code least} to {@code most}. Whether there is one
   * more is chosen before each, so that the choices of one element can be left out alone.
   */
  default <T> List<T> listOf(int least, int most, Supplier<? extends T> next) {
    List<T> list = new ArrayList<>();
    while (list.size() < least || (list.size() < most && below(most - list.size() + 1L) > 0)) {
      list.add(next.get());
    }
    return list;
  }

  /** Returns a position in {@code weights}, as often as its weight; the first is the simplest. */
  default int weighted(int... weights) {
    long sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    long left = below(sum);
    int position = 0;
    while (left >= weights[position]) {
      left -= weights[position++];
    }
    return position;
  }
}
