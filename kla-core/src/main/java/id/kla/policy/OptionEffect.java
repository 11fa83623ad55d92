package id.kla.policy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Ladder;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.RegionResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one option does to the regions under one heading.
 *
 * @param option the option
 * @param before how many of the recomputed regions hold each tier under the base edition, the
 *     lowest first, beginning with {@link RegionResult#NONE}
 * @param after the same under the option
 * @param moves one for each region that could be recomputed, in the order of their codes
 * @param obstacles the regions that could not be recomputed, and why, in the order of their codes
 * @param leftOut how many answers of how many regions the option's scales can't read, by region
 */
@CheckReturnValue
public record OptionEffect(
    Edition option,
    Map<String, Integer> before,
    Map<String, Integer> after,
    List<RegionMove> moves,
    Map<RegionCode, Obstacle> obstacles,
    Map<RegionCode, Integer> leftOut) {

  /** Copies lists and maps; the maps keep their order. */
  public OptionEffect {
    before = ImmutableMap.copyOf(before);
    after = ImmutableMap.copyOf(after);
    moves = List.copyOf(moves);
    obstacles = ImmutableMap.copyOf(obstacles);
    leftOut = ImmutableMap.copyOf(leftOut);
  }

  static OptionEffect of(Policy policy, int option, List<RegionOutcome> outcomes) {
    Edition edition = policy.options().get(option);
    Map<RegionCode, Obstacle> obstacles = new TreeMap<>();
    Map<RegionCode, Integer> leftOut = new TreeMap<>();
    Map<RegionCode, Points> totalsBefore = new LinkedHashMap<>();
    Map<RegionCode, Points> totalsAfter = new LinkedHashMap<>();
    List<RegionOutcome> recomputed = new ArrayList<>();
    for (RegionOutcome each : outcomes) {
      RegionCode region = each.base().region();
      Outcome outcome = each.options().get(option);
      outcome.obstacle().ifPresent(why -> obstacles.put(region, why));
      if (outcome.obstacle().isEmpty()) {
        recomputed.add(each);
      }
      if (outcome.leftOut() > 0) {
        leftOut.put(region, outcome.leftOut());
      }
      if (outcome.obstacle().isEmpty()
          && outcome.total().isPresent()
          && each.base().total().isPresent()) {
        totalsBefore.put(region, each.base().total().get());
        totalsAfter.put(region, outcome.total().get());
      }
    }
    Map<RegionCode, RankRange> ranksBefore = RankRange.of(totalsBefore);
    Map<RegionCode, RankRange> ranksAfter = RankRange.of(totalsAfter);
    List<RegionMove> moves =
        recomputed.stream()
            .map(each -> move(policy, edition, each, option, ranksBefore, ranksAfter))
            .toList();
    return new OptionEffect(
        edition,
        counts(policy, moves, RegionMove::tierBefore),
        counts(policy, moves, RegionMove::tierAfter),
        moves,
        ImmutableSortedMap.copyOf(obstacles),
        ImmutableSortedMap.copyOf(leftOut));
  }

  private static RegionMove move(
      Policy policy,
      Edition edition,
      RegionOutcome each,
      int option,
      Map<RegionCode, RankRange> ranksBefore,
      Map<RegionCode, RankRange> ranksAfter) {
    RegionResult base = each.base();
    Outcome outcome = each.options().get(option);
    String before = base.tier().orElseThrow();
    String after = outcome.tier().orElseThrow();
    return new RegionMove(
        base.region(),
        base.total(),
        outcome.total(),
        before,
        after,
        steps(edition.ladder(), before, after)
            .or(() -> steps(policy.base().ladder(), before, after)),
        Optional.ofNullable(ranksBefore.get(base.region())),
        Optional.ofNullable(ranksAfter.get(base.region())));
  }

  private static Optional<Integer> steps(Ladder ladder, String from, String to) {
    List<String> codes =
        Stream.concat(Stream.of(RegionResult.NONE), ladder.tiers().stream().map(Tier::code))
            .toList();
    int before = codes.indexOf(from);
    int after = codes.indexOf(to);
    return before < 0 || after < 0 ? Optional.empty() : Optional.of(after - before);
  }

  private static Map<String, Integer> counts(
      Policy policy, List<RegionMove> moves, Function<RegionMove, String> tier) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    policy.tiers().forEach(code -> counts.put(code, 0));
    moves.forEach(move -> counts.merge(tier.apply(move), 1, Integer::sum));
    return counts;
  }

  /** Returns the regions whose tier changes, in the order of their codes. */
  public List<RegionMove> otherTiers() {
    return moves.stream().filter(RegionMove::isOtherTier).toList();
  }

  /** Returns how many regions go from one tier to another. */
  public long count(String from, String to) {
    return moves.stream()
        .filter(move -> move.tierBefore().equals(from) && move.tierAfter().equals(to))
        .count();
  }
}
