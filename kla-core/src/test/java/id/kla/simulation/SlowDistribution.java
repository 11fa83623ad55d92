package id.kla.simulation;

import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.Standing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The same by trying everything: each combination of awards goes through the scoring engine, its
 * chance is a fraction of any size.
 */
final class SlowDistribution {

  private final TreeMap<Points, Fraction> totals = new TreeMap<>();
  private final Map<Optional<Tier>, Fraction> tiers = new HashMap<>();

  /** A fraction of any size, not shortened. */
  record Fraction(BigInteger numerator, BigInteger denominator) {

    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    static Fraction of(Ratio ratio) {
      return new Fraction(
          BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
    }

    Fraction times(Fraction other) {
      return new Fraction(
          numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction plus(Fraction other) {
      return new Fraction(
          numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
          denominator.multiply(other.denominator));
    }

    /** Returns 30 digits, far more than is compared. */
    BigDecimal decimal() {
      return new BigDecimal(numerator).divide(new BigDecimal(denominator), new MathContext(30));
    }
  }

  private SlowDistribution() {}

  static SlowDistribution of(ScoredAssessment scored, Map<QuestionCode, AwardChances> uncertain) {
    SlowDistribution slow = new SlowDistribution();
    slow.tryAll(scored, List.copyOf(uncertain.entrySet()), new HashMap<>(), Fraction.ONE);
    return slow;
  }

  private void tryAll(
      ScoredAssessment scored,
      List<Map.Entry<QuestionCode, AwardChances>> open,
      Map<QuestionCode, Points> chosen,
      Fraction chance) {
    if (open.isEmpty()) {
      Standing standing = scored.standingWith(chosen);
      totals.merge(standing.total(), chance, Fraction::plus);
      tiers.merge(standing.tier(), chance, Fraction::plus);
      return;
    }
    Map.Entry<QuestionCode, AwardChances> next = open.get(0);
    next.getValue()
        .chances()
        .forEach(
            (award, one) -> {
              chosen.put(next.getKey(), award);
              tryAll(scored, open.subList(1, open.size()), chosen, chance.times(Fraction.of(one)));
            });
  }

  /** The totals with a chance above zero, the least first. */
  List<Points> totals() {
    return new ArrayList<>(totals.keySet());
  }

  BigDecimal chanceOf(Points total) {
    return totals.getOrDefault(total, Fraction.ZERO).decimal();
  }

  BigDecimal chanceAtLeast(Points total) {
    return totals.tailMap(total, true).values().stream()
        .reduce(Fraction.ZERO, Fraction::plus)
        .decimal();
  }

  BigDecimal chanceOf(Optional<Tier> tier) {
    return tiers.getOrDefault(tier, Fraction.ZERO).decimal();
  }

  BigDecimal mean() {
    Fraction mean = Fraction.ZERO;
    for (Map.Entry<Points, Fraction> each : totals.entrySet()) {
      Fraction total =
          new Fraction(BigInteger.valueOf(each.getKey().units()), BigInteger.valueOf(10_000));
      mean = mean.plus(total.times(each.getValue()));
    }
    return mean.decimal();
  }

  /** The smallest total whose cumulated chance is at least {@code wanted}, both exact. */
  Points quantile(Ratio wanted) {
    Fraction sum = Fraction.ZERO;
    for (Map.Entry<Points, Fraction> each : totals.entrySet()) {
      sum = sum.plus(each.getValue());
      Fraction goal = Fraction.of(wanted);
      if (sum.numerator()
              .multiply(goal.denominator())
              .compareTo(goal.numerator().multiply(sum.denominator()))
          >= 0) {
        return each.getKey();
      }
    }
    throw new IllegalStateException("chances add up to less than 1");
  }
}
