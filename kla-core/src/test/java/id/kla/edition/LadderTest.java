package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.CsvRows;
import id.kla.fault.Label;
import id.kla.points.Points;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

  private static final Ladder KLA_2024 = Editions.kla2024().ladder();

  /** Bronze from 10 up to but excluding 20; silver from 20, without end. */
  private static final Ladder TWO =
      new Ladder(
          List.of(
              tier("BRONZE", Optional.of(Bound.closed(Points.of(10))), Bound.open(Points.of(20))),
              new Tier(
                  "SILVER",
                  Label.of("perak", "silver"),
                  new Interval<>(Optional.of(Bound.closed(Points.of(20))), Optional.empty()),
                  "20-",
                  Origin.STATED)));

  private static Tier tier(String code, Optional<Bound<Points>> from, Bound<Points> to) {
    return new Tier(
        code, Label.of("", code), new Interval<>(from, Optional.of(to)), "", Origin.STATED);
  }

  private static String earned(Ladder ladder, String total) {
    return ladder.tierOf(Points.parse(total)).map(Tier::code).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "0, none",
    "467, none",
    "499.9999, none",
    "500, PRATAMA",
    "600, PRATAMA",
    "600.0001, MADYA",
    "600.36, MADYA",
    "700, MADYA",
    "700.0001, NINDYA",
    "700.01, NINDYA",
    "797.5, NINDYA",
    "800, NINDYA",
    "800.01, UTAMA",
    "900, UTAMA",
    "900.01, KLA",
    "1000, KLA"
  })
  void tierOf_kla2024_isOpenBelowAndClosedAbove(String total, String code) {
    assertThat(earned(KLA_2024, total)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.0001", "-1", "1000.0001", "1001"})
  void tierOf_kla2024_totalOutOfRange_isRefused(String total) {
    assertThatThrownBy(() -> KLA_2024.tierOf(Points.parse(total)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(total)
        .hasMessageContaining("1000");
  }

  @Test
  void tierOf_kla2024_publishedFinalScores_earnTheirPublishedPredicate() {
    List<Map<String, String>> published =
        CsvRows.of(CsvRows.class, "observed-scores.csv").stream()
            .filter(row -> cell(row, "stage").equals("final") && !cell(row, "score").isEmpty())
            .toList();

    assertThat(published).hasSize(7);
    assertThat(published)
        .allSatisfy(
            row -> {
              String predicate = cell(row, "predicate").toUpperCase(Locale.ROOT);
              String expected = predicate.isEmpty() ? "none" : predicate;
              assertThat(earned(KLA_2024, cell(row, "score"))).isEqualTo(expected);
            });
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  @Test
  void missing_kla2024_isTheSmallestAmountThatLacks() {
    Tier madya = KLA_2024.tier("MADYA");

    assertThat(KLA_2024.missing(Points.of(600), madya)).isEqualTo(Points.parse("0.0001"));
    assertThat(KLA_2024.missing(Points.parse("600.0001"), madya)).isEqualTo(Points.ZERO);
    assertThat(KLA_2024.missing(Points.of(850), madya)).isEqualTo(Points.ZERO);
    assertThat(KLA_2024.missing(Points.parse("600.36"), KLA_2024.tier("NINDYA")))
        .isEqualTo(Points.parse("99.6401"));
    assertThat(KLA_2024.missing(Points.of(467), KLA_2024.tier("PRATAMA"))).isEqualTo(Points.of(33));
  }

  @Test
  void spare_kla2024_isWhatATotalCanLoseAndKeepItsTier() {
    assertThat(KLA_2024.spare(Points.parse("600.36"))).isEqualTo(Points.parse("0.3599"));
    assertThat(KLA_2024.spare(Points.of(500))).isEqualTo(Points.ZERO);
    assertThat(KLA_2024.spare(Points.of(600))).isEqualTo(Points.of(100));
    assertThat(KLA_2024.spare(Points.of(499))).isEqualTo(Points.ZERO);
  }

  @Test
  void tierAbove_kla2024_isTheNextOneUntilTheTop() {
    assertThat(KLA_2024.tierAbove(Points.of(0)).map(Tier::code)).contains("PRATAMA");
    assertThat(KLA_2024.tierAbove(Points.of(600)).map(Tier::code)).contains("MADYA");
    assertThat(KLA_2024.tierAbove(Points.parse("600.0001")).map(Tier::code)).contains("NINDYA");
    assertThat(KLA_2024.tierAbove(Points.of(950))).isEmpty();
  }

  @Test
  void tierOf_handMadeLadder_followsItsOwnBounds() {
    assertThat(earned(TWO, "9.9999")).isEqualTo("none");
    assertThat(earned(TWO, "10")).isEqualTo("BRONZE");
    assertThat(earned(TWO, "19.9999")).isEqualTo("BRONZE");
    assertThat(earned(TWO, "20")).isEqualTo("SILVER");
    assertThat(earned(TWO, "900000000000000")).isEqualTo("SILVER");
    assertThat(TWO.top()).isEmpty();
    assertThat(TWO.tier("SILVER").least()).isEqualTo(Points.of(20));
    assertThat(TWO.missing(Points.parse("19.5"), TWO.tier("SILVER")))
        .isEqualTo(Points.parse("0.5"));
  }

  @Test
  void tierOf_lowestTierWithoutLowerBound_isEarnedFromNothing() {
    Ladder ladder = new Ladder(List.of(tier("ALL", Optional.empty(), Bound.closed(Points.of(9)))));

    assertThat(earned(ladder, "0")).isEqualTo("ALL");
    assertThat(ladder.tier("ALL").least()).isEqualTo(Points.ZERO);
    assertThat(ladder.spare(Points.of(4))).isEqualTo(Points.of(4));
  }

  @Test
  void tierOf_ladderWithoutTiers_isNone() {
    Ladder none = new Ladder(List.of());

    assertThat(none.tierOf(Points.of(1_000_000))).isEmpty();
    assertThat(none.tierAbove(Points.ZERO)).isEmpty();
    assertThat(none.top()).isEmpty();
    assertThat(none.spare(Points.of(5))).isEqualTo(Points.ZERO);
    assertThatThrownBy(() -> none.tierOf(Points.parse("-1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tier_unknownCode_isRefusedWithThoseThatThereAre() {
    assertThat(TWO.findTier("GOLD")).isEmpty();
    assertThatThrownBy(() -> TWO.tier("GOLD"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"GOLD\"")
        .hasMessageContaining("BRONZE")
        .hasMessageContaining("SILVER");
  }
}
