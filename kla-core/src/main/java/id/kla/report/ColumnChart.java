package id.kla.report;

import id.kla.fault.Language;
import java.util.List;

/**
 * Counts side by side in the order of what they count, such as regions by predicate.
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
   * @param label what is counted
   * @param count how many, from 0
   */
  public record Column(String label, long count) {}

  /** Returns each count. */
  @Override
  public PageTable table(Language language) {
    return new PageTable(
        title,
        List.of(PageTable.Column.words(heading), PageTable.Column.number(count)),
        columns.stream()
            .map(column -> PageTable.Row.of(column.label(), Long.toString(column.count())))
            .toList());
  }
}
