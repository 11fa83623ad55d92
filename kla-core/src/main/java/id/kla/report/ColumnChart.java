package id.kla.report;

import id.kla.fault.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts or chances side by side in the order of what they are of, such as regions by predicate.
 *
 * @param title what it shows
 * @param description what there is to see, or empty
 * @param heading what the columns are, such as "Predicate"
 * @param count what is counted, such as "Regions"
 * @param columns from left to right
 */
public record ColumnChart(
    String title, String description, String heading, String count, List<Column> columns)
    implements Chart {

  /** Copies the list. */
  public ColumnChart {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param label what it is of
   * @param group what it shares with its neighbours, such as a predicate; empty where nothing is
   *     said of that
   * @param amount how high it is, from 0
   * @param told how that is said, such as "54.7%"
   */
  public record Column(String label, String group, BigDecimal amount, String told) {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if it is below 0
     */
    public Column {
      if (amount.signum() < 0) {
        throw new IllegalArgumentException("amount: found " + amount + "; allowed: from 0");
      }
    }

    /** Makes a column of so many. */
    public Column(String label, long count) {
      this(label, "", BigDecimal.valueOf(count), Long.toString(count));
    }
  }

  /** Returns each column as it is told, below what it shares with its neighbours. */
  @Override
  public PageTable table(Language language) {
    List<PageTable.Row> rows = new ArrayList<>();
    String group = "";
    for (Column column : columns) {
      if (!column.group().equals(group)) {
        group = column.group();
        rows.add(PageTable.Row.of(group, "").at(PageTable.Level.GROUP));
      }
      rows.add(PageTable.Row.of(column.label(), column.told()));
    }
    return new PageTable(
        title, List.of(PageTable.Column.words(heading), PageTable.Column.number(count)), rows);
  }
}
