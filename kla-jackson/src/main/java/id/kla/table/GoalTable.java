package id.kla.table;

import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.planning.YearGoal;
import id.kla.planning.YearGoals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each year of an action plan may cost and must reach, as a table: a row a year.
 *
 * <p>A target is the code of a tier, or a number of points.
 */
final class GoalTable {

  private static final List<Column> COLUMNS = List.of(Column.ROUND, Column.BUDGET, Column.TARGET);

  private final List<Fault> faults = new ArrayList<>();
  private final Map<Place, Map<FaultCode, Place>> cells = new HashMap<>();

  private GoalTable() {}

  static Checked<YearGoals> read(List<Grid> grids, Edition edition) {
    GoalTable table = new GoalTable();
    List<Written<YearGoal>> goals = new ArrayList<>();
    for (Grid grid : grids) {
      for (Section section :
          Section.of(
              grid, TableKind.GOALS, name -> edition.findStage(name).isPresent(), table.faults)) {
        section.rows().forEach(row -> table.goal(row, section).ifPresent(goals::add));
      }
    }
    return table.checked(edition, goals);
  }

  private Checked<YearGoals> checked(Edition edition, List<Written<YearGoal>> goals) {
    if (!isFaulty() || !goals.isEmpty()) {
      Checked<YearGoals> checked = YearGoals.check(edition, goals);
      checked.faults().forEach(fault -> faults.add(fault.at(cell(fault))));
      if (!isFaulty()) {
        return Checked.of(checked.orThrow(), SheetReader.ordered(faults));
      }
    }
    faults.replaceAll(GoalTable::asked);
    return Checked.failed(SheetReader.ordered(faults));
  }

  /** Returns the cell that a fault of a row is about. */
  private Place cell(Fault fault) {
    return cells.getOrDefault(fault.place(), Map.of()).getOrDefault(fault.code(), fault.place());
  }

  /** A file without such a table should know which columns it needs. */
  private static Fault asked(Fault fault) {
    return fault.code() == FaultCode.NO_TABLE
        ? Fault.of(FaultCode.NO_TABLE_OF, fault.place())
            .with("allowed", COLUMNS.stream().map(GoalTable::name).toList())
        : fault;
  }

  private static String name(Column column) {
    return column == Column.ROUND ? "year" : column.in(Language.ENGLISH);
  }

  private boolean isFaulty() {
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
  }

  private Optional<Written<YearGoal>> goal(TableRow row, Section section) {
    if (row.isSum()) {
      return Optional.empty();
    }
    Column budgets = section.has(Column.BUDGET) ? Column.BUDGET : Column.COST;
    Column targets = section.has(Column.TARGET) ? Column.TARGET : Column.TIER;
    Place place = row.place(Column.ROUND);
    cells.put(
        place,
        Map.of(
            FaultCode.BAD_COST, row.place(budgets),
            FaultCode.UNKNOWN_TIER, row.place(targets),
            FaultCode.BAD_TARGET, row.place(targets)));
    Optional<Integer> year = year(row);
    Optional<BigDecimal> budget = row.cost(budgets, faults);
    Optional<YearGoal.Target> target = target(row, targets);
    return year.map(number -> new Written<>(new YearGoal(number, budget, target), place));
  }

  private Optional<Integer> year(TableRow row) {
    Place place = row.place(Column.ROUND);
    Optional<String> text = row.text(Column.ROUND);
    if (text.isEmpty()) {
      faults.add(Fault.of(FaultCode.EMPTY_CELL, place));
      return Optional.empty();
    }
    Optional<Integer> year =
        text.filter(digits -> digits.matches("[0-9]{1,9}")).map(Integer::valueOf);
    if (year.isEmpty()) {
      faults.add(Fault.of(FaultCode.BAD_YEAR, place).with("found", text.get()));
    }
    return year;
  }

  private Optional<YearGoal.Target> target(TableRow row, Column column) {
    Optional<String> text = row.text(column);
    return text.flatMap(TableRow::number).isPresent()
        ? row.points(column, faults).map(YearGoal.OfTotal::new)
        : text.map(YearGoal.OfTier::new);
  }
}
