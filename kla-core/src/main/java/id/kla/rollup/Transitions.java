package id.kla.rollup;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Round;
import id.kla.edition.Ladder;
import id.kla.edition.Ladders;
import id.kla.edition.NamedLadder;
import id.kla.edition.Tier;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where each region of a province went between two rounds: tiers in the earlier one by tiers in the
 * later one (<i>matriks perpindahan predikat</i>).
 *
 * <p>Every region stands in exactly one cell. One whose tier is not known in a round stands under
 * {@link #UNKNOWN}, which is no tier and not the absence of one.
 *
 * @param province the code of the province
 * @param from the earlier round
 * @param to the later round
 * @param stage the code of the stage
 * @param tiers what heads rows and columns: {@link RegionResult#NONE}, the tiers from the lowest to
 *     the highest, those that no ladder knows, and {@link #UNKNOWN}
 * @param cells the cells that hold a region, row by row
 */
@CheckReturnValue
public record Transitions(
    RegionCode province, Round from, Round to, String stage, List<String> tiers, List<Cell> cells) {

  /** What heads the row or column of regions whose tier is not known. */
  public static final String UNKNOWN = "unknown";

  /** Copies the lists. */
  public Transitions {
    tiers = List.copyOf(tiers);
    cells = List.copyOf(cells);
  }

  /**
   * One cell that holds a region.
   *
   * @param from the tier in the earlier round
   * @param to the tier in the later round
   * @param regions the regions, at least one
   */
  public record Cell(String from, String to, List<RegionCode> regions) {

    /** Copies the list. */
    public Cell {
      regions = List.copyOf(regions);
    }
  }

  /**
   * Returns where every region of a province went, also those of which nothing is known.
   *
   * @param histories what is known, at most one for each region; other regions are passed over
   * @param stage the code of the stage
   */
  public static Transitions of(
      RegionCode province, List<History> histories, String stage, Round from, Round to) {
    Map<RegionCode, History> known = new HashMap<>();
    histories.forEach(history -> known.put(history.region(), history));
    ListMultimap<List<String>, RegionCode> cells =
        MultimapBuilder.hashKeys().arrayListValues().build();
    Set<String> others = new TreeSet<>();
    List<String> codes = ladder().tiers().stream().map(Tier::code).toList();
    for (Region region : Regions.builtIn().regionsOf(province)) {
      Optional<History> history = Optional.ofNullable(known.get(region.code()));
      List<String> cell = List.of(tier(history, stage, from), tier(history, stage, to));
      cells.put(cell, region.code());
      others.addAll(cell);
    }
    others.removeAll(codes);
    others.removeAll(List.of(RegionResult.NONE, UNKNOWN));
    List<String> tiers =
        Stream.of(List.of(RegionResult.NONE), codes, others, List.of(UNKNOWN))
            .flatMap(each -> each.stream())
            .toList();
    return new Transitions(province, from, to, stage, tiers, inOrder(tiers, cells));
  }

  /** The order of tiers is that of the newest built-in ladder. */
  private static Ladder ladder() {
    List<String> ids = Ladders.ids();
    return Ladders.find(ids.get(0)).map(NamedLadder::ladder).orElseThrow();
  }

  private static String tier(Optional<History> history, String stage, Round round) {
    return history
        .flatMap(each -> each.line(stage))
        .flatMap(line -> line.turn(round))
        .flatMap(History.Turn::tier)
        .orElse(UNKNOWN);
  }

  private static List<Cell> inOrder(
      List<String> tiers, ListMultimap<List<String>, RegionCode> cells) {
    return tiers.stream()
        .flatMap(row -> tiers.stream().map(column -> List.of(row, column)))
        .filter(cells::containsKey)
        .map(key -> new Cell(key.get(0), key.get(1), cells.get(key)))
        .toList();
  }

  /** Returns how many regions went from one tier to another. */
  public int count(String before, String after) {
    return cells.stream()
        .filter(cell -> cell.from().equals(before) && cell.to().equals(after))
        .mapToInt(cell -> cell.regions().size())
        .sum();
  }

  /** Returns how many regions had a tier in the earlier round: the sum of its row. */
  public int before(String tier) {
    return tiers.stream().mapToInt(after -> count(tier, after)).sum();
  }

  /** Returns how many regions have a tier in the later round: the sum of its column. */
  public int after(String tier) {
    return tiers.stream().mapToInt(before -> count(before, tier)).sum();
  }

  /** Returns how many regions there are: the sum of all cells. */
  public int total() {
    return cells.stream().mapToInt(cell -> cell.regions().size()).sum();
  }

  /** Returns the regions that went in a direction, in the order of their codes. */
  public List<RegionCode> regions(History.Direction direction) {
    return cells.stream()
        .filter(cell -> direction(cell) == direction)
        .flatMap(cell -> cell.regions().stream())
        .sorted()
        .toList();
  }

  private static History.Direction direction(Cell cell) {
    if (cell.from().equals(UNKNOWN) || cell.to().equals(UNKNOWN)) {
      return History.Direction.NOT_KNOWN;
    }
    if (cell.from().equals(cell.to())) {
      return History.Direction.SAME;
    }
    return History.steps(ladder(), cell.from(), cell.to())
        .map(steps -> steps > 0 ? History.Direction.RISE : History.Direction.FALL)
        .orElse(History.Direction.NOT_KNOWN);
  }
}
