package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  private static final Scale.Levels LEVELS =
      new Scale.Levels(
          List.of(
              new Scale.Level("tidak-ada", Label.of("tidak ada", "none"), Points.ZERO),
              new Scale.Level("jarang", Label.of("jarang", "seldom"), Points.parse("1.5")),
              new Scale.Level("rutin", Label.of("rutin", "regularly"), Points.of(3))),
          Origin.STATED);

  /** 0 up to 1/3; 2 above 1/3 and below 2/3; 5 from 2/3. */
  private static final Scale.Bands THIRDS =
      bands(
          FactKind.COVERAGE,
          new Scale.Band(
              new Interval<>(Optional.empty(), Optional.of(Bound.closed(Ratio.of(1, 3)))),
              Points.ZERO),
          new Scale.Band(
              new Interval<>(
                  Optional.of(Bound.open(Ratio.of(1, 3))), Optional.of(Bound.open(Ratio.of(2, 3)))),
              Points.of(2)),
          new Scale.Band(
              new Interval<>(Optional.of(Bound.closed(Ratio.of(2, 3))), Optional.empty()),
              Points.of(5)));

  /** 0 for none; 1 for 1 to 9; 4 from 10. */
  private static final Scale.Bands COUNTS =
      bands(
          FactKind.COUNT,
          new Scale.Band(
              new Interval<>(
                  Optional.of(Bound.closed(Ratio.of(0))), Optional.of(Bound.open(Ratio.of(1)))),
              Points.ZERO),
          new Scale.Band(
              new Interval<>(
                  Optional.of(Bound.closed(Ratio.of(1))), Optional.of(Bound.open(Ratio.of(10)))),
              Points.of(1)),
          new Scale.Band(
              new Interval<>(Optional.of(Bound.closed(Ratio.of(10))), Optional.empty()),
              Points.of(4)));

  /** A fall earns 6, a standstill 3, a rise nothing. */
  private static final Scale.Bands CHANGES =
      bands(
          FactKind.CHANGE,
          new Scale.Band(
              new Interval<>(Optional.empty(), Optional.of(Bound.open(Ratio.of(0)))), Points.of(6)),
          new Scale.Band(
              new Interval<>(
                  Optional.of(Bound.closed(Ratio.of(0))), Optional.of(Bound.closed(Ratio.of(0)))),
              Points.of(3)),
          new Scale.Band(
              new Interval<>(Optional.of(Bound.open(Ratio.of(0))), Optional.empty()), Points.ZERO));

  private static Scale.Bands bands(FactKind measure, Scale.Band... bands) {
    return new Scale.Bands(measure, List.of(bands), Origin.STATED);
  }

  private static Scale.Line line(FactKind measure, String... anchors) {
    List<Scale.Anchor> list = new ArrayList<>();
    for (String anchor : anchors) {
      int colon = anchor.indexOf(':');
      list.add(
          new Scale.Anchor(
              Ratio.parse(anchor.substring(0, colon)), Points.parse(anchor.substring(colon + 1))));
    }
    return new Scale.Line(measure, list, Origin.STATED);
  }

  private static Response share(String text) {
    return Response.coverage(Share.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"tidak-ada, 0", "jarang, 1.5", "rutin, 3"})
  void levels_offeredLevel_earnsItsPoints(String code, String points) {
    assertThat(LEVELS.reads(Response.level(code))).isTrue();
    assertThat(LEVELS.award(Response.level(code))).isEqualTo(Points.parse(points));
    assertThat(LEVELS.best()).contains(Points.of(3));
    assertThat(LEVELS.awards()).containsExactly(Points.ZERO, Points.parse("1.5"), Points.of(3));
  }

  @Test
  void levels_anythingElse_isNotRead() {
    for (Response other :
        List.of(
            Response.level("sering"),
            Response.level("RUTIN"),
            Response.graded(Points.of(3)),
            Response.count(1),
            share("50%"))) {
      assertThat(LEVELS.reads(other)).isFalse();
      assertThatThrownBy(() -> LEVELS.award(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0 of 3, 0",
    "1 of 3, 0",
    "15 of 45, 0",
    "333333333333332 of 999999999999999, 0",
    "333333333333333 of 999999999999999, 0",
    "333333333333334 of 999999999999999, 2",
    "33.333333333333%, 0",
    "33.333333333334%, 2",
    "1 of 2, 2",
    "50%, 2",
    "66.666666666666%, 2",
    "66.666666666667%, 5",
    "666666666666665 of 999999999999999, 2",
    "666666666666666 of 999999999999999, 5",
    "2 of 3, 5",
    "3 of 3, 5",
    "100%, 5"
  })
  void bands_sharesAtAThirdAndTwoThirds_areToldApartExactly(String given, String points) {
    assertThat(THIRDS.reads(share(given))).isTrue();
    assertThat(THIRDS.award(share(given))).isEqualTo(Points.parse(points));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "9, 1", "10, 4", "999999999999999, 4"})
  void bands_counts_fallInTheirBand(long count, String points) {
    assertThat(COUNTS.award(Response.count(count))).isEqualTo(Points.parse(points));
  }

  @ParameterizedTest
  @CsvSource({
    "44, 44, 3",
    "44, 44.0, 3",
    "44, 43.999999, 6",
    "44, 44.000001, 0",
    "0, -3, 6",
    "-3, -3, 3",
    "-3, 0, 0",
    "999999999999.999999, -999999999999.999999, 6"
  })
  void bands_signedChange_isTheLaterFigureLessTheEarlier(
      BigDecimal before, BigDecimal now, String points) {
    assertThat(CHANGES.award(Response.change(before, now))).isEqualTo(Points.parse(points));
  }

  @Test
  void bands_anotherMeasureOrKind_isNotRead() {
    for (Response other :
        List.of(Response.count(1), Response.level("rutin"), Response.graded(Points.of(2)))) {
      assertThat(THIRDS.reads(other)).isFalse();
      assertThatThrownBy(() -> THIRDS.award(other)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(COUNTS.reads(share("1 of 2"))).isFalse();
    assertThat(THIRDS.best()).contains(Points.of(5));
  }

  @Test
  void step_isTheNumberOfTheLevelOrBand() {
    assertThat(LEVELS.step(Response.level("tidak-ada"))).isZero();
    assertThat(LEVELS.step(Response.level("rutin"))).isEqualTo(2);
    assertThat(LEVELS.step(Response.level("sering"))).isEqualTo(-1);
    assertThat(THIRDS.step(share("1 of 3"))).isZero();
    assertThat(THIRDS.step(share("34%"))).isEqualTo(1);
    assertThat(THIRDS.step(share("2 of 3"))).isEqualTo(2);
    assertThat(THIRDS.step(Response.count(1))).isEqualTo(-1);
    assertThat(Scale.graded().step(Response.graded(Points.of(2)))).isEqualTo(-1);
  }

  @Test
  void bands_quantityOutsideAll_isNotRead() {
    Scale.Bands half =
        bands(
            FactKind.COVERAGE,
            new Scale.Band(
                new Interval<>(Optional.of(Bound.closed(Ratio.of(1, 2))), Optional.empty()),
                Points.of(1)));

    assertThat(half.reads(share("49.9%"))).isFalse();
    assertThat(half.findBand(Ratio.of(1, 3))).isEmpty();
    assertThatThrownBy(() -> half.award(share("49.9%")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** From 0 at 50% to 10 at 100%: below it stays 0; 1/3 of the way is 10/3, rounded once. */
  @ParameterizedTest
  @CsvSource({
    "0%, 0",
    "50%, 0",
    "75%, 5",
    "1 of 2, 0",
    "2 of 3, 3.3333",
    "5 of 6, 6.6667",
    "100%, 10",
    "50.0004%, 0.0001",
    "50.00025%, 0.0001",
    "50.000249999%, 0"
  })
  void line_betweenTwoAnchors_isStraightAndRoundedHalfUpOnce(String given, String points) {
    Scale.Line line = line(FactKind.COVERAGE, "50%:0", "100%:10");

    assertThat(line.award(share(given))).isEqualTo(Points.parse(points));
  }

  /** Falling: 8 at no case, 2 at 3 cases, nothing from 5 cases. */
  @ParameterizedTest
  @CsvSource({"0, 8", "1, 6", "2, 4", "3, 2", "4, 1", "5, 0", "6, 0", "1000000, 0"})
  void line_severalAnchorsFalling_levelsOutAtTheEnds(long count, String points) {
    Scale.Line line = line(FactKind.COUNT, "0:8", "3:2", "5:0");

    assertThat(line.award(Response.count(count))).isEqualTo(Points.parse(points));
  }

  /** Falling from 0.0001 to 0 over 2: half way lies half a unit, which rounds up. */
  @Test
  void line_fallingByOneUnit_roundsHalfUpToo() {
    Scale.Line line = line(FactKind.COUNT, "0:0.0001", "2:0");

    assertThat(line.award(Response.count(1))).isEqualTo(Points.SMALLEST);
  }

  @ParameterizedTest
  @CsvSource({"10, 4, 0", "10, 5, 0", "10, 10, 5", "10, 12.5, 7.5", "10, 15, 10", "10, 99, 10"})
  void line_signedChange_isReadFromNegativeAnchors(
      BigDecimal before, BigDecimal now, String points) {
    Scale.Line line = line(FactKind.CHANGE, "-5:0", "5:10");

    assertThat(line.award(Response.change(before, now))).isEqualTo(Points.parse(points));
  }

  @Test
  void line_anotherMeasureOrKind_isNotRead() {
    Scale.Line line = line(FactKind.COVERAGE, "0%:0", "100%:10");

    assertThat(line.reads(Response.count(1))).isFalse();
    assertThat(line.reads(share("1%"))).isTrue();
    assertThat(line.best()).contains(Points.of(10));
    assertThatThrownBy(() -> line.award(Response.count(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> line.award(Response.level("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void graded_readsAnyAwardAndNothingElse() {
    Scale named = new Scale.Graded(List.of(Points.ZERO, Points.of(1)), Origin.STATED);

    assertThat(Scale.graded().award(Response.graded(Points.parse("0.66")))).hasToString("0.66");
    assertThat(named.award(Response.graded(Points.parse("0.66")))).hasToString("0.66");
    assertThat(named.awards()).containsExactly(Points.ZERO, Points.of(1));
    assertThat(named.best()).isEmpty();
    assertThat(Scale.graded().awards()).isEmpty();
    assertThat(named.reads(Response.level("1"))).isFalse();
    assertThatThrownBy(() -> named.award(Response.count(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void best_beyondTheWhole_isOutOfReach() {
    Scale line =
        new Scale.Line(
            FactKind.COVERAGE,
            List.of(
                new Scale.Anchor(Ratio.of(0), Points.ZERO),
                new Scale.Anchor(Ratio.parse("150%"), Points.of(15))),
            Origin.STATED);

    // Two thirds of the way: 100 of 150 percent.
    assertThat(line.best()).contains(Points.of(10));
  }
}
