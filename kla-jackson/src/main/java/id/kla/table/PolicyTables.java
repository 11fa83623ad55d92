package id.kla.table;

import id.kla.edition.Edition;
import id.kla.points.Points;
import id.kla.policy.DrawnOutcomes;
import id.kla.policy.OptionEffect;
import id.kla.policy.Outcome;
import id.kla.policy.PolicyReport;
import id.kla.policy.RankRange;
import id.kla.policy.RegionMove;
import id.kla.policy.RegionOutcome;
import id.kla.policy.SampledMean;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.rollup.Heading;
import id.kla.rollup.RegionResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays options over many regions out as tidy tables: a row for each fact, columns that are always
 * called the same, and decimal points, whatever the language.
 */
final class PolicyTables {

  private final PolicyReport report;
  private final List<Edition> rules;

  PolicyTables(PolicyReport report) {
    this.report = report;
    this.rules = report.policy().rules();
  }

  private static List<String> columns(String... own) {
    List<String> columns = new ArrayList<>(List.of("round", "kind", "stage", "basis"));
    columns.addAll(List.of(own));
    return columns;
  }

  private static List<Cell> row(Heading heading, List<Cell> own) {
    List<Cell> row =
        new ArrayList<>(
            List.of(
                Cell.text(heading.round().toString()),
                Cell.text(TableRow.code(heading.kind())),
                Cell.text(heading.stage()),
                Cell.text(heading.view().map(view -> TableRow.code(view.basis())))));
    row.addAll(own);
    return row;
  }

  private static Cell number(long number) {
    return Cell.number(BigDecimal.valueOf(number));
  }

  private static Cell points(Optional<Points> points) {
    return points.map(Cell::points).orElse(Cell.EMPTY);
  }

  // Outcomes

  /** A row for each region and option. */
  Table outcomes() {
    List<List<Cell>> rows = new ArrayList<>();
    for (PolicyReport.Part part : report.parts()) {
      for (int option = 0; option < part.effects().size(); option++) {
        OptionEffect effect = part.effects().get(option);
        Map<RegionCode, RegionMove> moves = new HashMap<>();
        effect.moves().forEach(move -> moves.put(move.region(), move));
        for (RegionOutcome each : part.outcomes()) {
          Optional<RegionMove> move = Optional.ofNullable(moves.get(each.base().region()));
          rows.add(row(part.heading(), outcome(each, option, move)));
        }
      }
    }
    return new Table(
        "outcomes",
        List.of(),
        columns(
            "region",
            "region_name",
            "option",
            "edition",
            "base",
            "total_base",
            "total",
            "total_change",
            "tier_base",
            "tier",
            "tier_steps",
            "rank_base_best",
            "rank_base_worst",
            "rank_best",
            "rank_worst",
            "not_recomputed",
            "answers_left_out",
            "source"),
        rows);
  }

  private List<Cell> outcome(RegionOutcome each, int option, Optional<RegionMove> move) {
    RegionResult base = each.base();
    Outcome outcome = each.options().get(option);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(base.region().toString()));
    cells.add(Cell.text(Regions.builtIn().describe(base.region())));
    cells.add(number(option + 1));
    cells.add(Cell.text(rules.get(option + 1).id()));
    cells.add(Cell.text(rules.get(0).id()));
    cells.add(points(base.total()));
    cells.add(points(outcome.total()));
    cells.add(points(move.flatMap(RegionMove::change)));
    cells.add(Cell.text(base.tier()));
    cells.add(Cell.text(outcome.tier()));
    cells.add(move.flatMap(RegionMove::steps).map(PolicyTables::number).orElse(Cell.EMPTY));
    ranks(cells, move.flatMap(RegionMove::rankBefore));
    ranks(cells, move.flatMap(RegionMove::rankAfter));
    cells.add(Cell.text(outcome.obstacle().map(TableRow::code)));
    cells.add(number(outcome.leftOut()));
    cells.add(Cell.text(base.source()));
    return cells;
  }

  private static void ranks(List<Cell> cells, Optional<RankRange> ranks) {
    cells.add(ranks.map(each -> number(each.best())).orElse(Cell.EMPTY));
    cells.add(ranks.map(each -> number(each.worst())).orElse(Cell.EMPTY));
  }

  // Pairs

  /**
   * A row for each region, pair of rules and quantity: the mean total and the chance of each tier.
   * Rows without a region are of all regions together: their mean total, and how many of them are
   * expected to hold each tier.
   */
  Table pairs() {
    List<List<Cell>> rows = new ArrayList<>();
    for (PolicyReport.Part part : report.parts()) {
      part.drawn().ifPresent(all -> pairs(rows, part.heading(), Optional.empty(), all));
      for (RegionOutcome each : part.outcomes()) {
        each.drawn()
            .ifPresent(
                drawn -> pairs(rows, part.heading(), Optional.of(each.base().region()), drawn));
      }
    }
    return new Table(
        "pairs",
        List.of(),
        columns(
            "region",
            "regions",
            "draws",
            "seed",
            "before",
            "before_edition",
            "after",
            "after_edition",
            "quantity",
            "tier",
            "before_mean",
            "before_error",
            "after_mean",
            "after_error",
            "difference",
            "difference_error"),
        rows);
  }

  private void pairs(
      List<List<Cell>> rows, Heading heading, Optional<RegionCode> region, DrawnOutcomes drawn) {
    for (int before = 0; before < rules.size(); before++) {
      for (int after = before + 1; after < rules.size(); after++) {
        rows.add(
            pair(
                heading,
                region,
                drawn,
                before,
                after,
                Optional.empty(),
                List.of(
                    drawn.meanTotal(before),
                    drawn.meanTotal(after),
                    drawn.totalDifference(before, after))));
        for (String tier : drawn.tiers()) {
          rows.add(
              pair(
                  heading,
                  region,
                  drawn,
                  before,
                  after,
                  Optional.of(tier),
                  List.of(
                      drawn.inTier(before, tier),
                      drawn.inTier(after, tier),
                      drawn.tierDifference(before, after, tier))));
        }
      }
    }
  }

  private List<Cell> pair(
      Heading heading,
      Optional<RegionCode> region,
      DrawnOutcomes drawn,
      int before,
      int after,
      Optional<String> tier,
      List<SampledMean> means) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(region));
    cells.add(number(drawn.regions()));
    cells.add(number(drawn.draws()));
    cells.add(number(report.policy().uncertainty().orElseThrow().seed()));
    cells.add(number(before));
    cells.add(Cell.text(rules.get(before).id()));
    cells.add(number(after));
    cells.add(Cell.text(rules.get(after).id()));
    cells.add(Cell.text(tier.isEmpty() ? "total" : region.isPresent() ? "chance" : "regions"));
    cells.add(Cell.text(tier));
    for (SampledMean mean : means) {
      cells.add(Cell.number(mean.value()));
      cells.add(Cell.number(mean.standardError()));
    }
    return row(heading, cells);
  }
}
