package id.kla.rollup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.AppliedLadder;
import id.kla.assessment.Calendar;
import id.kla.assessment.Round;
import id.kla.edition.Origin;
import id.kla.edition.Tier;
import id.kla.fault.Place;
import id.kla.rollup.BuiltInTable.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many regencies and cities of an area were published to hold each tier in a round.
 *
 * <pre>{@code
 * DeclaredCounts.check(DeclaredCounts.builtIn()); // 2019: 247 by its parts, 249 by another page
 * }</pre>
 *
 * @param area the nation or a province
 * @param round the round
 * @param total how many hold any tier, if that was published
 * @param tiers how many hold each tier, as far as that was published, in the ladder's order
 * @param origin where the numbers come from
 */
@CheckReturnValue
public record DeclaredCounts(
    Area area, Round round, Optional<Integer> total, Map<String, Integer> tiers, Origin origin) {

  private static final ImmutableSet<String> OTHER_COLUMNS =
      ImmutableSet.of("area", "round", "total", "mark", "source", "note");

  private static final ImmutableList<DeclaredCounts> BUILT_IN =
      BuiltInTable.rows("declared-counts.tsv").stream()
          .map(DeclaredCounts::of)
          .collect(ImmutableList.toImmutableList());

  /** Copies the map, which keeps its order. */
  public DeclaredCounts {
    tiers = ImmutableMap.copyOf(tiers);
  }

  /** How the counts of tiers stand to the total beside them. */
  public enum Agreement {
    /** They add up to it. */
    ADDS_UP,
    /** They add up to less, and not every tier of the ladder is counted. */
    IN_PART,
    /** They add up to something else. */
    DIFFERS,
    /** There is nothing to compare. */
    NOTHING_TO_COMPARE
  }

  /**
   * What comes of checking counts.
   *
   * @param counts the counts
   * @param sum what the counts of tiers add up to, if there are any
   * @param agreement how that stands to the total
   * @param above how many more hold a tier than there are regencies and cities, from 0
   * @param others published counts of the same area and round that say something else
   */
  public record Check(
      DeclaredCounts counts,
      Optional<Integer> sum,
      Agreement agreement,
      int above,
      List<DeclaredCounts> others) {

    /** Copies the list. */
    public Check {
      others = List.copyOf(others);
    }
  }

  /** Returns the published counts that are built in; their table names the sources. */
  public static List<DeclaredCounts> builtIn() {
    return BUILT_IN;
  }

  private static DeclaredCounts of(Row row) {
    ImmutableMap.Builder<String, Integer> tiers = ImmutableMap.builder();
    for (String column : row.cells().keySet()) {
      if (!OTHER_COLUMNS.contains(column)) {
        number(row, column).ifPresent(count -> tiers.put(column, count));
      }
    }
    return new DeclaredCounts(
        Area.parse(row.text("area")),
        Round.parse(row.text("round")),
        number(row, "total"),
        tiers.buildOrThrow(),
        row.origin());
  }

  private static Optional<Integer> number(Row row, String column) {
    return Optional.of(row.text(column)).filter(text -> !text.isEmpty()).map(Integer::valueOf);
  }

  /** Checks counts by themselves and against each other, in their order. */
  public static List<Check> check(List<DeclaredCounts> published) {
    return published.stream().map(counts -> counts.checkAmong(published)).toList();
  }

  /** Returns the tiers of the round's ladder; where none is known, of the newest that is. */
  private Set<String> ladder() {
    Calendar calendar = Calendar.builtIn();
    return calendar
        .ladder(round, Place.unknown())
        .value()
        .or(() -> calendar.ladders().stream().max(Comparator.comparing(AppliedLadder::round)))
        .map(applied -> applied.named().ladder().tiers())
        .orElse(List.of())
        .stream()
        .map(Tier::code)
        .collect(ImmutableSet.toImmutableSet());
  }

  private Check checkAmong(List<DeclaredCounts> published) {
    Optional<Integer> sum =
        tiers.isEmpty()
            ? Optional.empty()
            : Optional.of(tiers.values().stream().mapToInt(Integer::intValue).sum());
    int most = Math.max(sum.orElse(0), total.orElse(0));
    return new Check(
        this,
        sum,
        agreement(sum, tiers.keySet().containsAll(ladder())),
        Math.max(0, most - area.regions().size()),
        published.stream().filter(this::contradicts).toList());
  }

  private Agreement agreement(Optional<Integer> sum, boolean isWhole) {
    if (sum.isEmpty() || total.isEmpty()) {
      return Agreement.NOTHING_TO_COMPARE;
    }
    int over = sum.get() - total.get();
    return over == 0
        ? Agreement.ADDS_UP
        : over < 0 && !isWhole ? Agreement.IN_PART : Agreement.DIFFERS;
  }

  /** Says whether both speak of the same and one of them of another number. */
  private boolean contradicts(DeclaredCounts other) {
    return area.equals(other.area)
        && round.equals(other.round)
        && ((total.isPresent() && other.total.isPresent() && !total.equals(other.total))
            || tiers.entrySet().stream()
                .anyMatch(
                    tier ->
                        !other
                            .tiers
                            .getOrDefault(tier.getKey(), tier.getValue())
                            .equals(tier.getValue())));
  }

  /**
   * Returns by how much the counts of a roll-up differ from these, by tier, where they do; only
   * tiers that were published are compared. Nothing where the tier of a region is not known, so
   * that they can't be compared: no result, results that differ, or none that tells it.
   */
  public Optional<Map<String, Integer>> differences(Summary summary) {
    if (withoutTier(summary) > 0) {
      return Optional.empty();
    }
    ImmutableMap.Builder<String, Integer> differences = ImmutableMap.builder();
    tiers.forEach(
        (tier, count) -> {
          int difference = summary.tiers().getOrDefault(tier, 0) - count;
          if (difference != 0) {
            differences.put(tier, difference);
          }
        });
    return Optional.of(differences.buildOrThrow());
  }

  /** Returns of how many regions it is not known which tier they hold, so that none is compared. */
  public static int withoutTier(Summary summary) {
    return summary.missing().size() + summary.differing().size() + summary.unknown();
  }
}
