package id.kla.report;

import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.List;

/**
 * A bar for each amount; one below zero goes to the left, and what all add up to has none.
 *
 * @param title what it shows
 * @param description what there is to see, or empty
 * @param heading what the rows are, such as "Agency"
 * @param amount what the amounts are, such as "Points at risk"
 * @param remark what the remarks are; empty if there are none
 * @param rows a bar each, from top to bottom
 */
public record BarChart(
    String title, String description, String heading, String amount, String remark, List<Row> rows)
    implements Chart {

  /** Copies the list. */
  public BarChart {
    rows = List.copyOf(rows);
  }

  /**
   * A bar.
   *
   * @param label what it is of
   * @param level what it is among the others
   * @param amount how long it is
   * @param remark what else is to be said of it, or empty
   */
  public record Row(String label, PageTable.Level level, Points amount, String remark) {

    /** Returns a bar like others. */
    public static Row of(String label, Points amount, String remark) {
      return new Row(label, PageTable.Level.PART, amount, remark);
    }
  }

  /** Returns each amount with its remark. */
  @Override
  public PageTable table(Language language) {
    Phrases phrases = Phrases.page(language);
    boolean isRemarked = !remark.isEmpty();
    List<PageTable.Column> columns =
        isRemarked
            ? List.of(
                PageTable.Column.words(heading),
                PageTable.Column.number(amount),
                PageTable.Column.words(remark))
            : List.of(PageTable.Column.words(heading), PageTable.Column.number(amount));
    return new PageTable(
        title,
        columns,
        rows.stream()
            .map(
                row ->
                    new PageTable.Row(
                        row.level(),
                        isRemarked
                            ? List.of(row.label(), phrases.exact(row.amount()), row.remark())
                            : List.of(row.label(), phrases.exact(row.amount()))))
            .toList());
  }
}
