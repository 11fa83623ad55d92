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
 * The same by trying everything: each combination of awards and events goes through the scoring
 * engine, its chance is a fraction of any size.
 */
public final class SlowDistribution {

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

    Fraction rest() {
      return new Fraction(denominator.subtract(numerator), denominator);
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
    return of(scored, uncertain, List.of());
  }

  /** Tries every combination of what questions earn without events, and of events. */
  public static SlowDistribution of(
      ScoredAssessment scored, Map<QuestionCode, AwardChances> uncertain, List<Event> events) {
    SlowDistribution slow = new SlowDistribution();
    slow.tryAll(scored, List.copyOf(uncertain.entrySet()), events, new HashMap<>(), Fraction.ONE);
    return slow;
  }

  /** Tries every combination of states of factors and of what questions earn in these. */
  static SlowDistribution of(ScoredAssessment scored, TiedModel model) {
    SlowDistribution slow = new SlowDistribution();
    slow.tryStates(scored, model.factors(), new HashMap<>(model.alone().awards()), Fraction.ONE);
    return slow;
  }

  private void tryStates(
      ScoredAssessment scored,
      List<SharedFactor> factors,
      Map<QuestionCode, AwardChances> awards,
      Fraction chance) {
    if (factors.isEmpty()) {
      tryAll(scored, List.copyOf(awards.entrySet()), List.of(), new HashMap<>(), chance);
      return;
    }
    for (SharedFactor.State state : factors.get(0).states()) {
      awards.putAll(state.awards());
      Fraction both = chance.times(Fraction.of(state.chance()));
      tryStates(scored, factors.subList(1, factors.size()), awards, both);
    }
  }

  private void tryAll(
      ScoredAssessment scored,
      List<Map.Entry<QuestionCode, AwardChances>> open,
      List<Event> events,
      Map<QuestionCode, Points> chosen,
      Fraction chance) {
    if (open.isEmpty()) {
      tryAll(scored, events, chosen, chance);
      return;
    }
    Map.Entry<QuestionCode, AwardChances> next = open.get(0);
    next.getValue()
        .chances()
        .forEach(
            (award, one) -> {
              chosen.put(next.getKey(), award);
              tryAll(
                  scored,
                  open.subList(1, open.size()),
                  events,
                  chosen,
                  chance.times(Fraction.of(one)));
            });
  }

  private void tryAll(
      ScoredAssessment scored,
      List<Event> events,
      Map<QuestionCode, Points> chosen,
      Fraction chance) {
    if (chance.numerator().signum() == 0) {
      return;
    }
    if (events.isEmpty()) {
      Standing standing = scored.standingWith(chosen);
      totals.merge(standing.total(), chance, Fraction::plus);
      tiers.merge(standing.tier(), chance, Fraction::plus);
      return;
    }
    Event next = events.get(0);
    List<Event> further = events.subList(1, events.size());
    Fraction comesTrue = Fraction.of(next.chance());
    Map<QuestionCode, Points> raised = new HashMap<>(chosen);
    next.awards()
        .forEach(
            (code, award) ->
                raised.put(
                    code, award.max(chosen.getOrDefault(code, scored.question(code).points()))));
    tryAll(scored, further, raised, chance.times(comesTrue));
    tryAll(scored, further, chosen, chance.times(comesTrue.rest()));
  }

  /** The totals with a chance above zero, the least first. */
  public List<Points> totals() {
    return new ArrayList<>(totals.keySet());
  }

  public BigDecimal chanceOf(Points total) {
    return totals.getOrDefault(total, Fraction.ZERO).decimal();
  }

  public BigDecimal chanceAtLeast(Points total) {
    return totals.tailMap(total, true).values().stream()
        .reduce(Fraction.ZERO, Fraction::plus)
        .decimal();
  }

  public BigDecimal chanceOf(Optional<Tier> tier) {
    return tiers.getOrDefault(tier, Fraction.ZERO).decimal();
  }

  public BigDecimal mean() {
    Fraction mean = Fraction.ZERO;
    for (Map.Entry<Points, Fraction> each : totals.entrySet()) {
      Fraction total =
          new Fraction(BigInteger.valueOf(each.getKey().units()), BigInteger.valueOf(10_000));
      mean = mean.plus(total.times(each.getValue()));
    }
    return mean.decimal();
  }

  /** The square of the standard deviation. */
  public BigDecimal variance() {
    BigDecimal mean = mean();
    BigDecimal variance = BigDecimal.ZERO;
    for (Map.Entry<Points, Fraction> each : totals.entrySet()) {
      BigDecimal off = each.getKey().toBigDecimal().subtract(mean);
      variance = variance.add(off.multiply(off).multiply(each.getValue().decimal()));
    }
    return variance;
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
