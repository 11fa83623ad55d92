package id.kla.rollup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.AppliedLadder;
import id.kla.assessment.Calendar;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Ladder;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where published results contradict the ladder, their own parts or each other.
 *
 * <p>A contradiction is no verdict on who is right: a figure of an earlier stage beside a final
 * predicate looks like one, too, and is told apart.
 *
 * <pre>{@code
 * DeclaredCheck.of(declared, Editions.kla2024()).rows().get(0).contradictions();
 * }</pre>
 *
 * @param rows one for each result, in their order
 */
@CheckReturnValue
public record DeclaredCheck(List<Row> rows) {

  /** Copies the list. */
  public DeclaredCheck {
    rows = List.copyOf(rows);
  }

  /**
   * One result.
   *
   * @param result what was declared
   * @param ladder the ladder that it was set against
   * @param contradictions what it contradicts
   */
  public record Row(RegionResult result, LadderUse ladder, List<Contradiction> contradictions) {

    /** Copies the list. */
    public Row {
      contradictions = List.copyOf(contradictions);
    }
  }

  /**
   * A ladder, and why it was taken.
   *
   * @param applied the ladder with the round that it is known for
   * @param choice why it was taken
   */
  public record LadderUse(AppliedLadder applied, Choice choice) {}

  /** Why a ladder is taken. */
  public enum Choice {
    /** It applied to the round. */
    OF_THE_ROUND,
    /** None is known for the round; that of the nearest round stands in. */
    STANDS_IN
  }

  /** At which stage the total of a result stood. */
  public enum When {
    /** At the last one, whose total decides. */
    LAST_STAGE,
    /** Before the last one. */
    BEFORE,
    /** The source does not say. */
    NOT_SAID
  }

  /** Something that does not fit together. */
  public sealed interface Contradiction {}

  /**
   * The total earns another tier than was declared.
   *
   * @param earned the tier that it earns, or none
   * @param declared the tier that was declared, or none
   * @param off how far the total lies above the declared tier; below it, if less than 0
   * @param when at which stage the total stood
   */
  public record OtherTier(Optional<Tier> earned, Optional<Tier> declared, Points off, When when)
      implements Contradiction {}

  /**
   * The total lies outside of the ladder.
   *
   * @param total the total
   * @param highest where the ladder ends
   */
  public record OutsideLadder(Points total, Points highest) implements Contradiction {}

  /**
   * No tier of the ladder is called so.
   *
   * @param found the declared tier
   */
  public record UnknownTier(String found) implements Contradiction {}

  /**
   * Parts do not add up to what they are parts of.
   *
   * @param cluster whose indicators they are; empty for the clusters of the whole
   * @param sum what they add up to
   * @param whole what was declared for them together
   */
  public record OtherSum(String cluster, Points sum, Points whole) implements Contradiction {}

  /**
   * A part is above its maximum.
   *
   * @param code the code of the cluster or indicator
   * @param points what was declared
   * @param maximum the most that the edition has for it
   */
  public record AboveMaximum(String code, Points points, Points maximum) implements Contradiction {}

  /**
   * The edition has no such part.
   *
   * @param code the code of the cluster or indicator
   */
  public record UnknownPart(String code) implements Contradiction {}

  /**
   * Another result says something else of the same region and round.
   *
   * @param other that result
   */
  public record OtherResult(RegionResult other) implements Contradiction {}

  /**
   * Checks results against the ladder, against their sums and against each other; the maxima of
   * their parts are not checked, since the instrument of a round may be another.
   *
   * @param edition whose stages are meant
   */
  public static DeclaredCheck of(List<RegionResult> declared, Edition edition) {
    return check(declared, edition, Optional.empty());
  }

  /** Does the same, and checks parts against those of the edition. */
  public static DeclaredCheck withParts(List<RegionResult> declared, Edition edition) {
    return check(declared, edition, Optional.of(edition));
  }

  private static DeclaredCheck check(
      List<RegionResult> declared, Edition stages, Optional<Edition> parts) {
    ImmutableListMultimap<RegionCode, RegionResult> byRegion =
        Multimaps.index(declared, RegionResult::region);
    List<Row> rows = new ArrayList<>();
    for (RegionResult result : declared) {
      LadderUse use = ladder(result.round());
      List<Contradiction> found = new ArrayList<>();
      against(result, use.applied().named().ladder(), when(result.stage(), stages), found);
      sums(result, parts, found);
      parts.ifPresent(edition -> maxima(result, edition, found));
      byRegion.get(result.region()).stream()
          .filter(other -> differ(result, other))
          .forEach(other -> found.add(new OtherResult(other)));
      rows.add(new Row(result, use, found));
    }
    return new DeclaredCheck(rows);
  }

  /** Returns the rows that contradict something. */
  public List<Row> contradicting() {
    return rows.stream().filter(row -> !row.contradictions().isEmpty()).toList();
  }

  // Ladder

  private static LadderUse ladder(Round round) {
    return Calendar.builtIn()
        .ladder(round, Place.unknown())
        .value()
        .map(applied -> new LadderUse(applied, Choice.OF_THE_ROUND))
        .orElseGet(() -> new LadderUse(nearest(round), Choice.STANDS_IN));
  }

  private static AppliedLadder nearest(Round round) {
    return Calendar.builtIn().ladders().stream()
        .min(
            Comparator.comparingInt(
                ladder -> Math.abs(ladder.round().firstYear() - round.firstYear())))
        .orElseThrow();
  }

  static When when(String stage, Edition edition) {
    if (stage.equals(DeclaredResult.UNSPECIFIED)) {
      return When.NOT_SAID;
    }
    Stage last = edition.stages().get(edition.stages().size() - 1);
    return last.code().equals(stage) ? When.LAST_STAGE : When.BEFORE;
  }

  private static void against(
      RegionResult result, Ladder ladder, When when, List<Contradiction> found) {
    Optional<String> said =
        result.tier().filter(tier -> result.tierOrigin() == RegionResult.TierOrigin.DECLARED);
    Optional<Tier> declared = said.flatMap(ladder::findTier);
    boolean isNone = said.filter(RegionResult.NONE::equals).isPresent();
    if (said.isPresent() && declared.isEmpty() && !isNone) {
      found.add(new UnknownTier(said.get()));
    }
    if (result.total().isEmpty()) {
      return;
    }
    Points total = result.total().get();
    if (!ladder.admits(total)) {
      found.add(new OutsideLadder(total, ladder.top().map(Bound::value).orElse(Points.ZERO)));
      return;
    }
    Optional<Tier> earned = ladder.tierOf(total);
    if ((declared.isPresent() || isNone) && !earned.equals(declared)) {
      found.add(new OtherTier(earned, declared, off(total, ladder, declared), when));
    }
  }

  private static Points off(Points total, Ladder ladder, Optional<Tier> declared) {
    if (declared.isEmpty()) {
      return total.minus(ladder.tiers().get(0).least()).plus(Points.SMALLEST);
    }
    Points least = declared.get().least();
    return total.compareTo(least) < 0
        ? total.minus(least)
        : total.minus(declared.get().range().upper().map(Bound::value).orElse(total));
  }

  // Parts

  /** Known parts alone never exceed their whole; where all are known, they add up to it. */
  private static void sums(
      RegionResult result, Optional<Edition> edition, List<Contradiction> found) {
    Points clusters = Points.sum(result.clusters().values());
    boolean isWhole =
        edition
            .filter(
                known ->
                    result
                        .clusters()
                        .keySet()
                        .containsAll(known.clusters().stream().map(Cluster::code).toList()))
            .isPresent();
    result
        .total()
        .filter(total -> !result.clusters().isEmpty() && isOff(clusters, total, isWhole))
        .ifPresent(total -> found.add(new OtherSum("", clusters, total)));
    if (edition.isEmpty()) {
      result
          .total()
          .filter(total -> Points.sum(result.indicators().values()).compareTo(total) > 0)
          .ifPresent(
              total ->
                  found.add(new OtherSum("", Points.sum(result.indicators().values()), total)));
      return;
    }
    for (Cluster cluster : edition.get().clusters()) {
      Points whole = result.clusters().get(cluster.code());
      List<String> codes = cluster.indicators().stream().map(Indicator::code).toList();
      List<Points> known =
          codes.stream()
              .filter(result.indicators()::containsKey)
              .map(result.indicators()::get)
              .collect(ImmutableList.toImmutableList());
      Points sum = Points.sum(known);
      if (whole != null && !known.isEmpty() && isOff(sum, whole, known.size() == codes.size())) {
        found.add(new OtherSum(cluster.code(), sum, whole));
      }
    }
  }

  private static boolean isOff(Points sum, Points whole, boolean isWhole) {
    int order = sum.compareTo(whole);
    return isWhole ? order != 0 : order > 0;
  }

  private static void maxima(RegionResult result, Edition edition, List<Contradiction> found) {
    result
        .clusters()
        .forEach(
            (code, points) ->
                part(
                    code,
                    points,
                    edition.findCluster(code).isPresent(),
                    edition.findCluster(code).flatMap(Cluster::maximum),
                    found));
    result
        .indicators()
        .forEach(
            (code, points) ->
                part(
                    code,
                    points,
                    edition.findIndicator(code).isPresent(),
                    edition.findIndicator(code).flatMap(Indicator::maximum),
                    found));
  }

  private static void part(
      String code,
      Points points,
      boolean isKnown,
      Optional<Points> maximum,
      List<Contradiction> found) {
    if (!isKnown) {
      found.add(new UnknownPart(code));
    }
    maximum
        .filter(most -> points.compareTo(most) > 0)
        .ifPresent(most -> found.add(new AboveMaximum(code, points, most)));
  }

  // Other results

  /**
   * Two results of one stage must say the same, if the stage is said at all; predicates follow from
   * the last stage alone, so that two of one round must be the same whatever stage they stand
   * beside.
   */
  private static boolean differ(RegionResult one, RegionResult other) {
    if (!one.round().equals(other.round())) {
      return false;
    }
    boolean isOneStage =
        one.stage().equals(other.stage()) && !one.stage().equals(DeclaredResult.UNSPECIFIED);
    return differ(declaredTier(one), declaredTier(other))
        || (isOneStage
            && (differ(one.total(), other.total())
                || differ(one.clusters(), other.clusters())
                || differ(one.indicators(), other.indicators())));
  }

  private static Optional<String> declaredTier(RegionResult result) {
    return result.tier().filter(t -> result.tierOrigin() == RegionResult.TierOrigin.DECLARED);
  }

  private static <T> boolean differ(Optional<T> one, Optional<T> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private static boolean differ(Map<String, Points> one, Map<String, Points> other) {
    return one.entrySet().stream()
        .anyMatch(
            part -> !other.getOrDefault(part.getKey(), part.getValue()).equals(part.getValue()));
  }
}
