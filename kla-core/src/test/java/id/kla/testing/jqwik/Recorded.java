package id.kla.testing.jqwik;

import id.kla.testing.Choices;
import id.kla.testing.Generator;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A value with the choices that made it: the fewer they are, the smaller it is, and of as many the
 * ones with the smaller sum.
 *
 * @param <T> what the value is
 */
final class Recorded<T> implements Shrinkable<T> {

  /** So many choices that every run of them can be tried. */
  private static final int FEW = 64;

  private final Generator<? extends T> generator;
  private final T value;
  private final long[] taken;

  /** The longest run to leave out at first; longer ones have just been tried in vain. */
  private final int longest;

  private Recorded(Generator<? extends T> generator, T value, long[] taken, int longest) {
    this.generator = generator;
    this.value = value;
    this.taken = taken;
    this.longest = Math.min(longest, taken.length);
  }

  /** Makes a value and records what it chose. */
  static <T> Recorded<T> of(Generator<? extends T> generator, Choices choices) {
    return of(generator, choices, Integer.MAX_VALUE);
  }

  private static <T> Recorded<T> of(
      Generator<? extends T> generator, Choices choices, int longest) {
    LongStream.Builder record = LongStream.builder();
    T value =
        generator.from(
            bound -> {
              long choice = choices.below(bound);
              record.add(choice);
              return choice;
            });
    return new Recorded<>(generator, value, withoutLastZeros(record.build().toArray()), longest);
  }

  /** Plays choices again; what is too high is the highest, and what is missing is 0. */
  private Recorded<T> again(long[] choices, int nextLongest) {
    int[] next = {0};
    return of(
        generator,
        bound -> next[0] < choices.length ? Math.min(choices[next[0]++], bound - 1) : 0,
        nextLongest);
  }

  private static long[] withoutLastZeros(long[] choices) {
    int length = choices.length;
    while (length > 0 && choices[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(choices, length);
  }

  @Override
  public T value() {
    return value;
  }

  /**
   * Leaves out runs of choices, the longest first, then makes single ones simpler; and of few
   * choices leaves out a run and one more, since a question and its answer are not neighbours.
   */
  @Override
  public Stream<Shrinkable<T>> shrink() {
    Stream<Shrinkable<T>> shorter = runs(longest, 1).boxed().flatMap(this::without);
    Stream<Shrinkable<T>> simpler = simpler().map(choices -> again(choices, longest));
    Stream<Shrinkable<T>> muchShorter =
        runs(taken.length, longest + 1).boxed().flatMap(this::without);
    Stream<Shrinkable<T>> apart =
        (isFew() ? runs(taken.length, 1) : IntStream.of())
            .boxed()
            .flatMap(run -> places(taken, run, 1).mapToObj(at -> without(taken, at, run)))
            .flatMap(less -> places(less, 1, 1).mapToObj(at -> without(less, at, 1)))
            .map(choices -> again(choices, taken.length));
    return Stream.of(shorter, simpler, muchShorter, apart).flatMap(each -> each);
  }

  private boolean isFew() {
    return taken.length <= FEW;
  }

  /** Lengths of runs; of many choices only some, or there would be too many. */
  private IntStream runs(int from, int to) {
    return IntStream.iterate(from, run -> run >= to, run -> isFew() ? run - 1 : run / 2);
  }

  /** Where to leave out a run; of places in a row that would leave the same, the first. */
  private static IntStream places(long[] choices, int run, int step) {
    return IntStream.iterate(0, at -> at + run <= choices.length, at -> at + step)
        .filter(at -> step > 1 || at == 0 || choices[at - 1] != choices[at + run - 1]);
  }

  private Stream<Shrinkable<T>> without(int run) {
    return places(taken, run, isFew() ? 1 : run)
        .mapToObj(at -> again(without(taken, at, run), 2 * run));
  }

  private Stream<long[]> simpler() {
    return IntStream.range(0, taken.length)
        .filter(at -> taken[at] > 0)
        .boxed()
        .flatMap(
            at ->
                LongStream.of(0, taken[at] / 2, taken[at] - 1)
                    .distinct()
                    .mapToObj(choice -> with(at, choice)));
  }

  private static long[] without(long[] choices, int at, int run) {
    return LongStream.concat(
            Arrays.stream(choices, 0, at), Arrays.stream(choices, at + run, choices.length))
        .toArray();
  }

  private long[] with(int at, long choice) {
    long[] changed = taken.clone();
    changed[at] = choice;
    return changed;
  }

  @Override
  public ShrinkingDistance distance() {
    long sum = 0;
    for (long choice : taken) {
      sum = Math.min(Long.MAX_VALUE - choice, sum) + choice;
    }
    return ShrinkingDistance.of(taken.length, sum);
  }
}
