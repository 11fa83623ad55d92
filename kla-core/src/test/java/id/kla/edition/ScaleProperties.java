package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class ScaleProperties {

  private static final long WHOLE = 999_999_999_999_999L;

  /** Shares; many of them with a small whole, so that they meet bounds. */
  @Provide
  Arbitrary<Share> shares() {
    Arbitrary<Long> wholes =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 12), Arbitraries.longs().between(1, WHOLE));
    Arbitrary<Share> parts =
        wholes.flatMap(
            whole -> Arbitraries.longs().between(0, whole).map(part -> Share.of(part, whole)));
    Arbitrary<Share> percents =
        Arbitraries.longs()
            .between(0, 100_000_000)
            .map(units -> Share.ofPercent(BigDecimal.valueOf(units, 6)));
    return Arbitraries.oneOf(parts, percents);
  }

  /** Two to six anchors at different shares. */
  @Provide
  Arbitrary<Scale.Line> lines() {
    return anchors(Arbitraries.longs().between(0, 100_000_000)).map(ScaleProperties::line);
  }

  @Provide
  Arbitrary<Scale.Line> risingLines() {
    return anchors(Arbitraries.longs().between(0, 100_000_000))
        .map(anchors -> line(risingPoints(anchors)));
  }

  @Provide
  Arbitrary<Scale.Bands> risingBands() {
    return anchors(Arbitraries.longs().between(0, 100_000))
        .flatMap(
            anchors ->
                Arbitraries.of(Bound.Kind.class)
                    .list()
                    .ofSize(anchors.size())
                    .map(kinds -> bands(risingPoints(anchors), kinds)));
  }

  private static Arbitrary<List<Scale.Anchor>> anchors(Arbitrary<Long> units) {
    Arbitrary<Ratio> at =
        Combinators.combine(
                Arbitraries.longs().between(0, 1_000), Arbitraries.longs().between(1, 1_000))
            .as((a, b) -> Ratio.of(Math.min(a, b), b));
    return at.list()
        .ofMinSize(2)
        .ofMaxSize(6)
        .map(list -> new TreeSet<>(list))
        .filter(set -> set.size() > 1)
        .flatMap(
            set ->
                units
                    .list()
                    .ofSize(set.size())
                    .map(
                        points -> {
                          List<Scale.Anchor> anchors = new ArrayList<>();
                          for (Ratio ratio : set) {
                            anchors.add(
                                new Scale.Anchor(
                                    ratio, Points.ofUnits(points.get(anchors.size()))));
                          }
                          return anchors;
                        }));
  }

  private static List<Scale.Anchor> risingPoints(List<Scale.Anchor> anchors) {
    List<Points> points = anchors.stream().map(Scale.Anchor::points).sorted().toList();
    List<Scale.Anchor> rising = new ArrayList<>();
    for (Scale.Anchor anchor : anchors) {
      rising.add(new Scale.Anchor(anchor.at(), points.get(rising.size())));
    }
    return rising;
  }

  private static Scale.Line line(List<Scale.Anchor> anchors) {
    return new Scale.Line(FactKind.COVERAGE, anchors, Origin.STATED);
  }

  /** Each anchor but the first is a bound, open or closed as {@code kinds} say. */
  private static Scale.Bands bands(List<Scale.Anchor> anchors, List<Bound.Kind> kinds) {
    List<Scale.Band> bands = new ArrayList<>();
    Optional<Bound<Ratio>> lower = Optional.empty();
    for (int i = 1; i < anchors.size(); i++) {
      Ratio at = anchors.get(i).at();
      boolean below = kinds.get(i) == Bound.Kind.CLOSED;
      Bound<Ratio> upper = below ? Bound.closed(at) : Bound.open(at);
      bands.add(
          new Scale.Band(new Interval<>(lower, Optional.of(upper)), anchors.get(i - 1).points()));
      lower = Optional.of(below ? Bound.open(at) : Bound.closed(at));
    }
    bands.add(
        new Scale.Band(
            new Interval<>(lower, Optional.empty()), anchors.get(anchors.size() - 1).points()));
    return new Scale.Bands(FactKind.COVERAGE, bands, Origin.STATED);
  }

  /** A number as a fraction of two big integers, the denominator above zero. */
  private record Fraction(BigInteger over, BigInteger under) {

    static Fraction of(Ratio ratio) {
      return new Fraction(
          BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
    }

    static Fraction of(Points points) {
      return new Fraction(BigInteger.valueOf(points.units()), BigInteger.ONE);
    }

    Fraction plus(Fraction other) {
      return new Fraction(
          over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
      return plus(new Fraction(other.over.negate(), other.under));
    }

    Fraction times(Fraction other) {
      return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction inverse() {
      return over.signum() < 0
          ? new Fraction(under.negate(), over.negate())
          : new Fraction(under, over);
    }

    /** The whole number nearest to it, the larger of two. */
    long roundedHalfUp() {
      BigInteger twice = over.multiply(BigInteger.TWO).add(under);
      BigInteger[] parts = twice.divideAndRemainder(under.multiply(BigInteger.TWO));
      BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
      return floor.longValueExact();
    }
  }

  /** The line's value from the two-point form, as a fraction that is rounded at the very end. */
  private static long reference(Scale.Line line, Ratio at) {
    List<Scale.Anchor> anchors = line.anchors();
    int above = 0;
    while (above < anchors.size() && anchors.get(above).at().compareTo(at) < 0) {
      above++;
    }
    if (above == 0 || above == anchors.size()) {
      return anchors.get(Math.min(above, anchors.size() - 1)).points().units();
    }
    Scale.Anchor from = anchors.get(above - 1);
    Scale.Anchor to = anchors.get(above);
    Fraction way = Fraction.of(at).minus(Fraction.of(from.at()));
    Fraction whole = Fraction.of(to.at()).minus(Fraction.of(from.at()));
    Fraction rise = Fraction.of(to.points()).minus(Fraction.of(from.points()));
    return Fraction.of(from.points()).plus(rise.times(way).times(whole.inverse())).roundedHalfUp();
  }

  @Property(tries = 400)
  void line_isTheExactNumberRoundedHalfUpOnce(
      @ForAll("lines") Scale.Line line, @ForAll("shares") Share share) {
    Points award = line.award(Response.coverage(share));

    assertThat(award.units()).isEqualTo(reference(line, share.ratio()));
  }

  /** Between two anchors that lie whole units of points apart, each half is met exactly. */
  @Property(tries = 400)
  void line_exactHalves_areRoundedUp(
      @ForAll @LongRange(min = 0, max = 1_000_000) long below,
      @ForAll @LongRange(min = 0, max = 1_000_000) long above) {
    Scale.Line line =
        line(
            List.of(
                new Scale.Anchor(Ratio.of(0), Points.ofUnits(below)),
                new Scale.Anchor(Ratio.of(1), Points.ofUnits(above))));
    BigDecimal half =
        new BigDecimal(below)
            .add(new BigDecimal(above))
            .divide(BigDecimal.valueOf(2), MathContext.UNLIMITED)
            .setScale(0, RoundingMode.HALF_UP);

    assertThat(line.award(Response.coverage(Share.of(1, 2))).units())
        .isEqualTo(half.longValueExact());
  }

  @Property(tries = 400)
  void line_atItsAnchors_earnsTheirPoints(@ForAll("lines") Scale.Line line) {
    for (Scale.Anchor anchor : line.anchors()) {
      Share share = Share.of(anchor.at().numerator(), anchor.at().denominator());

      assertThat(line.award(Response.coverage(share))).isEqualTo(anchor.points());
    }
  }

  @Property(tries = 400)
  void line_thatRises_neverLowersABetterAnswer(
      @ForAll("risingLines") Scale.Line line,
      @ForAll("shares") Share a,
      @ForAll("shares") Share b) {
    checkMonotone(line, a, b);
  }

  @Property(tries = 400)
  void bands_thatRise_neverLowerABetterAnswer(
      @ForAll("risingBands") Scale.Bands bands,
      @ForAll("shares") Share a,
      @ForAll("shares") Share b) {
    checkMonotone(bands, a, b);
  }

  private static void checkMonotone(Scale scale, Share a, Share b) {
    boolean ordered = a.ratio().compareTo(b.ratio()) <= 0;
    Response worse = Response.coverage(ordered ? a : b);
    Response better = Response.coverage(ordered ? b : a);

    assertThat(scale.award(better)).isGreaterThanOrEqualTo(scale.award(worse));
  }

  @Property(tries = 400)
  void bands_withoutHole_readEveryShareInExactlyOneBand(
      @ForAll("risingBands") Scale.Bands bands, @ForAll("shares") Share share) {
    long containing =
        bands.bands().stream().filter(band -> band.range().contains(share.ratio())).count();

    assertThat(containing).isEqualTo(1);
    assertThat(bands.reads(Response.coverage(share))).isTrue();
    assertThat(bands.awards()).contains(bands.award(Response.coverage(share)));
  }
}
