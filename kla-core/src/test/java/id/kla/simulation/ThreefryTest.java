package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThreefryTest {

  static Stream<Arguments> published() {
    return KnownAnswers.rows("threefry4x64-20.tsv");
  }

  /** In each of many lanes, and often enough for the loops to become vectors. */
  @ParameterizedTest
  @MethodSource("published")
  void fill_publishedCounters_givesThePublishedWords(String counter, String key, String random) {
    long[] keys = KnownAnswers.words(key);
    long[] counters = KnownAnswers.words(counter);
    long[][] words = new long[4][101];
    for (int repeat = 0; repeat < 2_020; repeat++) {
      int lane = repeat % 101;

      Threefry.fill(
          keys[0],
          keys[1],
          keys[2],
          keys[3],
          counters[0] - lane,
          counters[1],
          counters[2],
          counters[3],
          words[0],
          words[1],
          words[2],
          words[3]);

      assertThat(new long[] {words[0][lane], words[1][lane], words[2][lane], words[3][lane]})
          .containsExactly(KnownAnswers.words(random));
    }
  }

  /** The slow version is the reference of other tests. */
  @ParameterizedTest
  @MethodSource("published")
  void slowThreefry_publishedCounters_givesThePublishedWords(
      String counter, String key, String random) {
    assertThat(SlowThreefry.of(KnownAnswers.words(key), KnownAnswers.words(counter), 20))
        .containsExactly(KnownAnswers.words(random));
  }
}
