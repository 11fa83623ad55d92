package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.region.RegionCode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DrawsProperties {

  private static final RegionCode KEDIRI = RegionCode.parse("35.71");
  private static final QuestionCode QUESTION = QuestionCode.parse("7.3");

  private static DrawColumn column(long seed, int dimension) {
    return Draws.of(seed, Editions.kla2024(), Set.of(), List.of(KEDIRI))
        .question(KEDIRI, QUESTION, dimension);
  }

  @Property(tries = 200)
  void bits_areTheStatedWordOfTheStatedCounter(
      @ForAll long seed,
      @ForAll @IntRange(max = Integer.MAX_VALUE) int dimension,
      @ForAll @LongRange(max = Long.MAX_VALUE) long draw) {
    long tile = draw / 512;
    long place = draw % 512;
    long[] words =
        SlowThreefry.of(
            new long[] {seed, CodeHash.of("35.71"), 0, 0},
            new long[] {tile * 128 + place % 128, CodeHash.of("7.3"), dimension, 0},
            20);

    assertThat(column(seed, dimension).bits(draw)).isEqualTo(words[(int) (place / 128)]);
  }

  @Property(tries = 200)
  void fill_inAnyParts_isTheSame(
      @ForAll @LongRange(max = 5_000) long first,
      @ForAll @IntRange(max = 1_500) int one,
      @ForAll @IntRange(max = 1_500) int other) {
    DrawColumn column = column(1, 0);
    long[] whole = new long[one + other];
    long[] head = new long[one];
    long[] tail = new long[other];

    column.fill(first, whole);
    column.fill(first, head);
    column.fill(first + one, tail);

    assertThat(head).isEqualTo(Arrays.copyOf(whole, one));
    assertThat(tail).isEqualTo(Arrays.copyOfRange(whole, one, one + other));
  }
}
