package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.fault.FaultException;
import id.kla.fault.Language;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.scoring.TinyEdition;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

  private static final Edition EDITION = Editions.kla2024();
  private static final RegionCode OGAN_ILIR = RegionCode.parse("16.10");
  private static final RegionCode KEDIRI = RegionCode.parse("35.71");
  private static final QuestionCode QUESTION = QuestionCode.parse("14.10");

  /** Enough for a correlation of 0.02 to show, few enough to take no time. */
  private static final int DRAWS = 1 << 16;

  private static Draws draws(long seed) {
    return Draws.of(seed, EDITION, Set.of("DINKES", "14.10"), List.of(OGAN_ILIR, KEDIRI));
  }

  private static DrawColumn column(long seed) {
    return draws(seed).question(OGAN_ILIR, QUESTION, 0);
  }

  private static long[] bits(DrawColumn column, long first) {
    long[] bits = new long[DRAWS];
    column.fill(first, bits);
    return bits;
  }

  // The layout

  /** Draw 1000 stands in tile 1 at place 488: lane 104, word 3, so block 128 + 104. */
  @Test
  void question_oneDraw_isTheStatedWordOfTheStatedCounter() {
    long[] words =
        SlowThreefry.of(
            new long[] {2024, CodeHash.of("16.10"), 0, 0},
            new long[] {232, CodeHash.of("14.10"), 7, 0},
            20);

    long bits = draws(2024).question(OGAN_ILIR, QUESTION, 7).bits(1000);

    assertThat(bits).isEqualTo(words[3]);
  }

  @Test
  void factor_ofAQuestionsName_hasNumbersOfItsOwn() {
    long[] words =
        SlowThreefry.of(
            new long[] {2024, CodeHash.of("16.10"), 0, 0},
            new long[] {0, CodeHash.of("14.10"), 0, 1},
            20);

    assertThat(draws(2024).factor(OGAN_ILIR, "14.10", 0).bits(0)).isEqualTo(words[0]);
  }

  @Test
  void uniform_bits_areTheFirst53OfThem() {
    assertThat(DrawColumn.uniformOf(0)).isZero();
    assertThat(DrawColumn.uniformOf(1L << 11)).isEqualTo(Math.pow(2, -53));
    assertThat(DrawColumn.uniformOf((1L << 11) - 1)).isZero();
    assertThat(DrawColumn.uniformOf(1L << 63)).isEqualTo(0.5);
    assertThat(DrawColumn.uniformOf(-1)).isEqualTo(1 - Math.pow(2, -53));
    assertThat(column(1).uniform(5)).isEqualTo(DrawColumn.uniformOf(column(1).bits(5)));
  }

  @Test
  void question_amongOthers_keepsItsNumbers() {
    Draws one = Draws.of(3, TinyEdition.EDITION, Set.of(), List.of(KEDIRI));
    QuestionCode shared = TinyEdition.EDITION.questions().get(0).code();
    Edition fewer =
        Edition.builder()
            .from(TinyEdition.EDITION)
            .clusters(TinyEdition.EDITION.clusters().subList(0, 1))
            .build();
    Draws other = Draws.of(3, fewer, Set.of("DINKES"), List.of(OGAN_ILIR, KEDIRI));

    assertThat(fewer.questions()).hasSizeLessThan(TinyEdition.EDITION.questions().size());
    assertThat(bits(one.question(KEDIRI, shared, 0), 0))
        .isEqualTo(bits(other.question(KEDIRI, shared, 0), 0));
  }

  @Test
  void fill_farOutAndAcrossTiles_isDrawByDraw() {
    DrawColumn column = column(9);
    long first = (1L << 62) + 300;
    long[] bits = new long[1200];

    column.fill(first, bits);

    assertThat(bits)
        .containsExactly(LongStream.range(first, first + 1200).map(column::bits).toArray());
  }

  // What is refused

  /** A lone half of a pair of UTF-16 has no UTF-8 form, and becomes a question mark. */
  @Test
  void of_factorsOfTheSameBytes_areRefusedByName() {
    FaultException refusal =
        catchThrowableOfType(
            FaultException.class,
            () -> {
              Draws unused =
                  Draws.of(
                      1,
                      EDITION,
                      new LinkedHashSet<>(List.of("DINKES ?", "DINKES \ud800")),
                      List.of(OGAN_ILIR));
            });

    assertThat(refusal.faults()).hasSize(1);
    assertThat(refusal.faults().get(0).message(Language.INDONESIAN))
        .contains("kode \"DINKES ?\" dan \"DINKES \\ud800\" memiliki satu nilai hash");
  }

  @Test
  void question_whatIsNotOfTheSimulation_isRefused() {
    Draws draws = draws(1);
    RegionCode sleman = RegionCode.parse("34.04");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.question(sleman, QUESTION, 0))
        .withMessageContaining("34.04")
        .withMessageContaining("16.10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.question(KEDIRI, QuestionCode.parse("14.100"), 0))
        .withMessageContaining("14.10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.factor(KEDIRI, "DINSOS", 0))
        .withMessageContaining("DINKES");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.question(KEDIRI, QUESTION, -1))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException().isThrownBy(() -> column(1).bits(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> column(1).fill(-1, new long[1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> column(1).fill(Long.MAX_VALUE, new long[2]))
        .withMessageContaining("2 from");
  }

  // Independence, with fixed seeds: a bound of 5 standard deviations is passed by chance once in
  // more than a million times.

  @Test
  void bits_ofEachPlace_areSetHalfTheTime() {
    int[] set = new int[Long.SIZE];
    for (long bits : bits(column(1), 0)) {
      for (int place = 0; place < Long.SIZE; place++) {
        set[place] += (int) ((bits >>> place) & 1);
      }
    }

    double deviation = Math.sqrt(DRAWS) / 2;
    assertThat(Arrays.stream(set).mapToDouble(count -> (count - DRAWS / 2.0) / deviation))
        .allMatch(z -> Math.abs(z) < 5);
  }

  @Test
  void draws_ofOneColumn_areIndependentOfEachOther() {
    long[] all = bits(column(2), 0);
    for (int lag : new int[] {1, 2, 127, 128, 129, 256, 384, 511, 512, 1024}) {
      requireIndependent(
          Arrays.copyOf(all, DRAWS - lag), Arrays.copyOfRange(all, lag, DRAWS), "lag " + lag);
    }
  }

  @Test
  void columns_thatDifferInOneThing_areIndependent() {
    long[] column = bits(column(3), 0);

    requireIndependent(column, bits(column(4), 0), "seed");
    requireIndependent(column, bits(draws(3).question(KEDIRI, QUESTION, 0), 0), "region");
    requireIndependent(column, bits(draws(3).question(OGAN_ILIR, QUESTION, 1), 0), "dimension");
    requireIndependent(column, bits(draws(3).factor(OGAN_ILIR, "14.10", 0), 0), "kind");
    requireIndependent(column, bits(column(3), DRAWS), "part");
  }

  @Test
  void questions_ofAnEdition_areIndependent() {
    Draws draws = draws(5);
    long[] before = bits(draws.factor(OGAN_ILIR, "DINKES", 0), 0);
    for (Question question : EDITION.questions()) {
      long[] bits = bits(draws.question(OGAN_ILIR, question.code(), 0), 0);
      requireIndependent(before, bits, question.code().toString());
      before = bits;
    }
  }

  /** Each of the 514 beside the one before it. */
  @Test
  void regions_ofTheNation_areIndependent() {
    List<RegionCode> nation = Regions.builtIn().regions().stream().map(Region::code).toList();
    Draws draws = Draws.of(7, EDITION, Set.of(), nation);
    long[] before = bits(draws.question(nation.get(nation.size() - 1), QUESTION, 0), 0);
    for (RegionCode region : nation) {
      long[] bits = bits(draws.question(region, QUESTION, 0), 0);
      requireIndependent(before, bits, region.toString());
      before = bits;
    }
  }

  /** The chi-square of 256 values is 255 on average, with 22.6 around it, for each of 8 bytes. */
  @Test
  void bytes_ofEachPlace_areEvenlySpread() {
    int[][] counts = new int[Long.BYTES][256];
    for (long bits : bits(column(8), 0)) {
      for (int place = 0; place < Long.BYTES; place++) {
        counts[place][(int) (bits >>> (8 * place)) & 255]++;
      }
    }

    double expected = DRAWS / 256.0;
    for (int[] ofPlace : counts) {
      double chiSquare =
          Arrays.stream(ofPlace)
              .mapToDouble(count -> (count - expected) * (count - expected) / expected)
              .sum();
      assertThat(chiSquare).isBetween(255 - 5 * 22.6, 255 + 6 * 22.6);
    }
  }

  /**
   * Of 2<sup>18</sup> numbers over draws, questions, regions and seeds, cut to 32 bits, 8 on
   * average meet an earlier one (2<sup>36</sup> pairs halved over 2<sup>32</sup>), with a root of 8
   * around it: 30 are passed by chance less than once in a hundred million times. Of all 64 bits
   * none do.
   */
  @Test
  void numbers_ofEverything_meetAsSeldomAsRandomOnes() {
    long[] all = new long[1 << 18];
    List<Question> questions = EDITION.questions().subList(0, 128);
    int filled = 0;
    for (long seed = 0; seed < 2; seed++) {
      for (RegionCode region : List.of(OGAN_ILIR, KEDIRI)) {
        for (Question question : questions) {
          long[] bits = new long[512];
          draws(seed).question(region, question.code(), 0).fill(0, bits);
          System.arraycopy(bits, 0, all, filled, bits.length);
          filled += bits.length;
        }
      }
    }

    assertThat(filled).isEqualTo(all.length);
    assertThat(Arrays.stream(all).distinct().count()).isEqualTo(all.length);
    long different = Arrays.stream(all).map(bits -> bits >>> 32).distinct().count();
    assertThat(all.length - different).isBetween(0L, 30L);
  }

  /** Sums over questions are what a total is made of: their variance shows any common drift. */
  @Test
  void sums_overQuestions_varyAsThoseOfIndependentNumbersDo() {
    Draws draws = draws(6);
    double[] sums = new double[DRAWS];
    for (Question question : EDITION.questions()) {
      long[] bits = bits(draws.question(OGAN_ILIR, question.code(), 0), 0);
      for (int i = 0; i < DRAWS; i++) {
        sums[i] += DrawColumn.uniformOf(bits[i]) - 0.5;
      }
    }

    double variance = 274 / 12.0;
    double mean = Arrays.stream(sums).average().orElseThrow();
    double found = Arrays.stream(sums).map(sum -> sum * sum).average().orElseThrow();
    assertThat(mean / Math.sqrt(variance / DRAWS)).isBetween(-5.0, 5.0);
    assertThat((found / variance - 1) / Math.sqrt(2.0 / DRAWS)).isBetween(-5.0, 5.0);
  }

  /** The correlation, and the chi-square of 16 by 16 cells: 255 on average, 22.6 around it. */
  private static void requireIndependent(long[] one, long[] other, String what) {
    int[] cells = new int[256];
    double products = 0;
    for (int i = 0; i < one.length; i++) {
      cells[(int) ((one[i] >>> 60 << 4) | (other[i] >>> 60))]++;
      products += (DrawColumn.uniformOf(one[i]) - 0.5) * (DrawColumn.uniformOf(other[i]) - 0.5);
    }
    double expected = one.length / 256.0;
    double chiSquare = 0;
    for (int cell : cells) {
      chiSquare += (cell - expected) * (cell - expected) / expected;
    }

    assertThat(products * 12 / Math.sqrt(one.length)).as(what).isBetween(-5.0, 5.0);
    assertThat(chiSquare).as(what).isBetween(255 - 5 * 22.6, 255 + 6 * 22.6);
  }
}
