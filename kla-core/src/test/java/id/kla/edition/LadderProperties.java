package id.kla.edition;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.points.Points;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LadderProperties {

  private static final Ladder LADDER = Editions.kla2024().ladder();
  private static final List<Tier> TIERS = LADDER.tiers();

  /** Any total of the edition; one in three lies on a bound or a unit beside it. */
  @Provide
  Arbitrary<Points> totals() {
    Arbitrary<Long> bounds =
        Arbitraries.of(5_000_000L, 6_000_000L, 7_000_000L, 8_000_000L, 9_000_000L);
    return Arbitraries.oneOf(
            Arbitraries.longs().between(0, 10_000_000),
            Arbitraries.longs().between(4_900_000, 9_100_000),
            bounds.flatMap(bound -> Arbitraries.longs().between(bound - 1, bound + 1)))
        .map(Points::ofUnits);
  }

  /** The place of a total's tier, from 0 for none. */
  private static int step(Points total) {
    return LADDER.tierOf(total).map(tier -> TIERS.indexOf(tier) + 1).orElse(0);
  }

  @Property
  void tierOf_isAStepOfTheTotal(@ForAll("totals") Points a, @ForAll("totals") Points b) {
    int order = Integer.signum(a.compareTo(b)) * Integer.compare(step(a), step(b));

    assertThat(order).isNotNegative();
  }

  @Property
  void tierOf_changesOnlyAtALeastTotal(@ForAll("totals") Points total) {
    long reached = TIERS.stream().filter(tier -> tier.least().compareTo(total) <= 0).count();

    assertThat(step(total)).isEqualTo((int) reached);
  }

  @Property
  void missing_isNothingIfAndOnlyIfTheTierOrAHigherOneIsReached(@ForAll("totals") Points total) {
    for (Tier tier : TIERS) {
      assertThat(LADDER.missing(total, tier).isZero())
          .isEqualTo(step(total) >= TIERS.indexOf(tier) + 1);
    }
  }

  @Property
  void missing_addedToTheTotal_earnsTheTierAndAUnitLessDoesNot(@ForAll("totals") Points total) {
    for (Tier tier : TIERS) {
      Points missing = LADDER.missing(total, tier);
      if (!missing.isZero()) {
        assertThat(LADDER.tierOf(total.plus(missing))).contains(tier);
        assertThat(step(total.plus(missing).minus(Points.SMALLEST))).isEqualTo(TIERS.indexOf(tier));
      }
    }
  }

  @Property
  void spare_takenFromTheTotal_keepsTheTierAndAUnitMoreDoesNot(@ForAll("totals") Points total) {
    Points least = total.minus(LADDER.spare(total));

    assertThat(step(least)).isEqualTo(step(total));
    if (step(total) > 0) {
      assertThat(step(least.minus(Points.SMALLEST))).isEqualTo(step(total) - 1);
    }
  }

  @Property
  void tierAbove_isTheNextStep(@ForAll("totals") Points total) {
    int step = step(total);

    assertThat(LADDER.tierAbove(total).map(TIERS::indexOf).orElse(TIERS.size())).isEqualTo(step);
  }
}
