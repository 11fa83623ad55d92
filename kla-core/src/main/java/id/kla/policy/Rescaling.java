package id.kla.policy;

import com.google.common.collect.ImmutableList;
import id.kla.assessment.AppliedLadder;
import id.kla.assessment.Calendar;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Ladder;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.rollup.RegionResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an option makes of declared results, where that follows from what was published.
 *
 * <p>Bounds of tiers apply to the total. Where every question of a part, and the maximum of every
 * indicator in it, changes by one and the same factor, so do the part's points; the total follows
 * from the parts that change. Everything else hangs on answers, which were not published.
 */
final class Rescaling {

  private static final BigInteger TWO = BigInteger.TWO;

  private final Edition base;
  private final Edition option;
  private final boolean isSame;
  private final boolean asksMore;
  private final ImmutableList<Cluster> clusters;
  private final ImmutableList<Stretch> stretches;

  /**
   * By how much points change.
   *
   * @param factor the factor, if there is one for all that the part holds
   * @param otherwise what stands in the way where there is none
   * @param questions how many answers may have been rounded on the way
   */
  private record Stretch(Optional<Ratio> factor, Obstacle otherwise, int questions) {

    private static final Ratio ONE = Ratio.of(1);

    /** Returns what holds for two parts together. */
    Stretch and(Stretch other) {
      return new Stretch(
          factor.equals(other.factor) ? factor : Optional.empty(),
          Obstacle.UNEVEN,
          questions + other.questions);
    }

    boolean isNone() {
      return factor.filter(ONE::equals).isPresent();
    }
  }

  /**
   * What a total becomes, in ten-thousandths of a point, and by how many halves of one it is off.
   */
  private record Sum(BigInteger numerator, BigInteger denominator, long halves) {

    static Sum of(Points points) {
      return new Sum(BigInteger.valueOf(points.units()), BigInteger.ONE, 0);
    }

    /** Returns this with the points of a part stretched. */
    Sum with(Points part, Stretch stretch) {
      Ratio factor = stretch.factor().orElseThrow();
      BigInteger over = BigInteger.valueOf(factor.denominator());
      BigInteger more =
          BigInteger.valueOf(part.units())
              .multiply(BigInteger.valueOf(factor.numerator()).subtract(over));
      return new Sum(
          numerator.multiply(over).add(more.multiply(denominator)),
          denominator.multiply(over),
          halves + (factor.denominator() == 1 ? 0 : stretch.questions()));
    }

    /** Returns the total with so many halves of a ten-thousandth added. */
    Points points(long more, RoundingMode rounding) {
      BigDecimal twice =
          new BigDecimal(
              numerator.multiply(TWO).add(BigInteger.valueOf(more).multiply(denominator)));
      return Points.ofUnits(
          twice.divide(new BigDecimal(denominator.multiply(TWO)), 0, rounding).longValueExact());
    }
  }

  Rescaling(Edition base, Edition option) {
    this.base = base;
    this.option = option;
    this.isSame = option.equals(base);
    this.asksMore = asksMore(base) || asksMore(option);
    this.clusters = ImmutableList.copyOf(base.clusters());
    this.stretches =
        base.indicators().stream()
            .map(indicator -> stretch(indicator, option.findIndicator(indicator.code())))
            .collect(ImmutableList.toImmutableList());
  }

  private static boolean asksMore(Edition edition) {
    return edition.requirements().stream()
        .anyMatch(each -> each.state() == Requirement.State.ON && each.tier().isPresent());
  }

  private static Stretch stretch(Indicator before, Optional<Indicator> after) {
    Stretch changed = new Stretch(Optional.empty(), Obstacle.RULES, 0);
    if (after.isEmpty() || !codes(before).equals(codes(after.get()))) {
      return changed;
    }
    Optional<Ratio> factor = Optional.empty();
    Map<QuestionCode, Question> later =
        after.get().questions().stream().collect(Collectors.toMap(Question::code, each -> each));
    for (Question question : before.questions()) {
      Question other = Optional.ofNullable(later.get(question.code())).orElseThrow();
      boolean isGraded =
          question.scale() instanceof Scale.Graded && other.scale() instanceof Scale.Graded;
      boolean isSameRule =
          question.notApplicable() == other.notApplicable()
              && (isGraded
                  || (question.scale().equals(other.scale())
                      && question.maximum().equals(other.maximum())));
      if (!isSameRule) {
        return changed;
      }
      // What can earn nothing before can earn nothing after.
      if (!question.maximum().isZero()) {
        Ratio own = ratio(other.maximum(), question.maximum());
        if (factor.isPresent() && !factor.get().equals(own)) {
          return new Stretch(Optional.empty(), Obstacle.UNEVEN, 0);
        }
        factor = Optional.of(own);
      }
    }
    Ratio all = factor.orElse(Stretch.ONE);
    return new Stretch(
        isCutAlike(before, after.get(), all) ? Optional.of(all) : Optional.empty(),
        Obstacle.UNEVEN,
        before.questions().size());
  }

  private static Set<QuestionCode> codes(Indicator indicator) {
    return indicator.questions().stream().map(Question::code).collect(Collectors.toSet());
  }

  /** Says whether the maximum cuts neither before nor after, or changes by the same factor. */
  private static boolean isCutAlike(Indicator before, Indicator after, Ratio factor) {
    Points cap = before.maximum().orElseThrow();
    Points later = after.maximum().orElseThrow();
    boolean neverCuts = sum(before).compareTo(cap) <= 0 && sum(after).compareTo(later) <= 0;
    return neverCuts || (!cap.isZero() && ratio(later, cap).equals(factor));
  }

  private static Points sum(Indicator indicator) {
    return Points.sum(indicator.questions().stream().map(Question::maximum).toList());
  }

  private static Ratio ratio(Points now, Points before) {
    return Ratio.of(now.units(), before.units());
  }

  /**
   * Returns what a declared result becomes.
   *
   * @param declared the result as it was published
   * @param standing the tier that it has under the base edition, or why nobody can tell
   */
  Outcome of(RegionResult declared, Outcome standing) {
    if (isSame || standing.obstacle().isPresent()) {
      return standing;
    }
    if (asksMore) {
      return Outcome.unknown(Optional.empty(), Obstacle.REQUIREMENTS);
    }
    if (standing.total().isEmpty()) {
      return byTier(declared, standing.tier().orElseThrow());
    }
    if (option.indicators().size() != base.indicators().size()) {
      return Outcome.unknown(Optional.empty(), Obstacle.RULES);
    }
    Points total = standing.total().get();
    boolean isWeighed = stretches.stream().anyMatch(each -> !each.isNone());
    return isWeighed && !partsFit(declared, total, base)
        ? Outcome.unknown(Optional.empty(), Obstacle.PARTS_DIFFER)
        : stretched(declared, total);
  }

  /** Every total that earns the tier may earn one and the same under the option. */
  private Outcome byTier(RegionResult declared, String tier) {
    Outcome unknown = Outcome.unknown(Optional.empty(), Obstacle.NO_TOTAL);
    boolean isWeighed = stretches.stream().anyMatch(each -> !each.isNone());
    Optional<Ladder> ofRound =
        Calendar.builtIn()
            .ladder(declared.round(), Place.unknown())
            .value()
            .map(AppliedLadder::named)
            .map(each -> each.ladder());
    Optional<Interval> known = ofRound.flatMap(ladder -> Interval.of(ladder, tier));
    if (isWeighed
        || known.isEmpty()
        || !known.equals(Interval.of(base.ladder(), tier))
        || option.indicators().size() != base.indicators().size()) {
      return unknown;
    }
    List<Tier> tiers = option.ladder().tiers();
    Points least = known.get().least();
    Points greatest = known.get().greatest();
    if (tiers.isEmpty() || greatest.compareTo(tiers.get(0).least()) < 0) {
      return Outcome.of(Optional.empty(), RegionResult.NONE);
    }
    return tiers.stream()
        .filter(each -> each.range().contains(least) && each.range().contains(greatest))
        .findFirst()
        .map(each -> Outcome.of(Optional.empty(), each.code()))
        .orElse(unknown);
  }

  /** The totals that earn a tier, both ends included. */
  private record Interval(Points least, Points greatest) {

    static Optional<Interval> of(Ladder ladder, String tier) {
      List<Tier> tiers = ladder.tiers();
      if (tier.equals(RegionResult.NONE)) {
        return tiers.stream()
            .findFirst()
            .filter(lowest -> !lowest.least().isZero())
            .map(lowest -> new Interval(Points.ZERO, lowest.least().minus(Points.SMALLEST)));
      }
      return ladder
          .findTier(tier)
          .flatMap(
              found -> found.range().upper().map(top -> new Interval(found.least(), last(top))));
    }

    private static Points last(Bound<Points> top) {
      return top.kind() == Bound.Kind.CLOSED ? top.value() : top.value().minus(Points.SMALLEST);
    }
  }

  private Outcome stretched(RegionResult declared, Points total) {
    Sum sum = Sum.of(total);
    int at = 0;
    for (Cluster cluster : clusters) {
      List<Indicator> indicators = cluster.indicators();
      List<Stretch> own = stretches.subList(at, at + indicators.size());
      at += indicators.size();
      Optional<Stretch> all = own.stream().reduce(Stretch::and);
      if (all.isEmpty() || all.get().isNone()) {
        continue;
      }
      Points points = declared.clusters().get(cluster.code());
      if (points != null && all.get().factor().isPresent()) {
        sum = sum.with(points, all.get());
        continue;
      }
      for (int i = 0; i < own.size(); i++) {
        if (own.get(i).isNone()) {
          continue;
        }
        Points part = declared.indicators().get(indicators.get(i).code());
        if (own.get(i).factor().isEmpty()) {
          return Outcome.unknown(Optional.empty(), own.get(i).otherwise());
        }
        if (part == null) {
          return Outcome.unknown(
              Optional.empty(), points == null ? Obstacle.NO_PARTS : Obstacle.UNEVEN);
        }
        sum = sum.with(part, own.get(i));
      }
    }
    return byPoints(sum);
  }

  private Outcome byPoints(Sum sum) {
    Points total = sum.points(0, RoundingMode.HALF_UP);
    Points least = sum.points(-sum.halves(), RoundingMode.FLOOR).max(Points.ZERO);
    Points greatest = sum.points(sum.halves(), RoundingMode.CEILING);
    if (sum.halves() == 0) {
      least = total;
      greatest = total;
    }
    Ladder ladder = option.ladder();
    if (!ladder.admits(greatest)) {
      return Outcome.unknown(
          Optional.of(total), ladder.admits(total) ? Obstacle.ROUNDING : Obstacle.ABOVE_LADDER);
    }
    return ladder.tierOf(least).equals(ladder.tierOf(greatest))
        ? Outcome.of(Optional.of(total), code(ladder, total))
        : Outcome.unknown(Optional.of(total), Obstacle.ROUNDING);
  }

  /**
   * Returns what a declared result stands at under the base edition: a total by its ladder, where
   * the published tier does not contradict that.
   */
  static Outcome standing(RegionResult declared, Edition base) {
    Optional<Points> total = declared.total().or(() -> sumOfClusters(declared, base));
    Optional<String> said =
        declared.tierOrigin() == RegionResult.TierOrigin.DECLARED
            ? declared.tier()
            : Optional.empty();
    if (asksMore(base)) {
      return Outcome.unknown(total, Obstacle.REQUIREMENTS);
    }
    if (total.isEmpty()) {
      boolean isKnown =
          said.filter(
                  tier ->
                      tier.equals(RegionResult.NONE) || base.ladder().findTier(tier).isPresent())
              .isPresent();
      return isKnown
          ? Outcome.of(total, said.orElseThrow())
          : Outcome.unknown(total, Obstacle.TIER_DIFFERS);
    }
    if (!base.ladder().admits(total.get())) {
      return Outcome.unknown(total, Obstacle.ABOVE_LADDER);
    }
    String computed = code(base.ladder(), total.get());
    return said.isPresent() && !said.get().equals(computed)
        ? Outcome.unknown(total, Obstacle.TIER_DIFFERS)
        : Outcome.of(total, computed);
  }

  private static Optional<Points> sumOfClusters(RegionResult declared, Edition base) {
    List<Points> known = known(declared.clusters(), base.clusters().stream().map(Cluster::code));
    return known.size() == base.clusters().size()
        ? Optional.of(Points.sum(known))
        : Optional.empty();
  }

  private static List<Points> known(Map<String, Points> parts, Stream<String> codes) {
    return codes.flatMap(code -> Optional.ofNullable(parts.get(code)).stream()).toList();
  }

  private static boolean partsFit(RegionResult declared, Points total, Edition base) {
    List<Points> clusters = known(declared.clusters(), base.clusters().stream().map(Cluster::code));
    if (!fit(clusters, base.clusters().size(), total)) {
      return false;
    }
    List<Points> all = new ArrayList<>();
    for (Cluster cluster : base.clusters()) {
      List<Points> parts =
          known(declared.indicators(), cluster.indicators().stream().map(Indicator::code));
      Points own = declared.clusters().get(cluster.code());
      all.addAll(parts);
      if (own != null
          && (!fit(parts, cluster.indicators().size(), own)
              || cluster.maximum().filter(most -> own.compareTo(most) > 0).isPresent())) {
        return false;
      }
      for (Indicator indicator : cluster.indicators()) {
        Points part = declared.indicators().get(indicator.code());
        if (part != null
            && indicator.maximum().filter(most -> part.compareTo(most) > 0).isPresent()) {
          return false;
        }
      }
    }
    return fit(all, base.indicators().size(), total);
  }

  /** Says whether parts, all of them or fewer, can make a whole. */
  private static boolean fit(List<Points> parts, int all, Points whole) {
    Points sum = Points.sum(parts);
    return parts.size() == all ? sum.equals(whole) : sum.compareTo(whole) <= 0;
  }

  static String code(Ladder ladder, Points total) {
    return ladder.tierOf(total).map(Tier::code).orElse(RegionResult.NONE);
  }
}
