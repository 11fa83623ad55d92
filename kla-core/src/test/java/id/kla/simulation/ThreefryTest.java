package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThreefryTest {

  static Stream<Arguments> published() {
    return KnownAnswers.rows("threefry4x64-20.tsv");
  }

  /** In many lanes at once, so that loops are long enough to become vectors. */
  @ParameterizedTest
  @MethodSource("published")
  void mix_publishedCounters_givesThePublishedWords(String counter, String key, String random) {
    long[] keys = KnownAnswers.words(key);
    long[] expected = KnownAnswers.words(random);
    for (int repeat = 0; repeat < 2_000; repeat++) {
      long[][] words = new long[4][101];
      for (int i = 0; i < 4; i++) {
        Arrays.fill(words[i], KnownAnswers.words(counter)[i]);
      }

      Threefry.mix(keys[0], keys[1], keys[2], keys[3], words[0], words[1], words[2], words[3]);

      for (int i = 0; i < 4; i++) {
        assertThat(words[i]).containsOnly(expected[i]);
      }
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
