package id.kla.report;

import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.List;

/**
 * Totals from zero, and between them bars of what went and came, each from where the one before it
 * ends.
 *
 * @param title what it shows
 * @param description what there is to see, or empty
 * @param heading what the rows are, such as "Stage"
 * @param change what the changes are, such as "lost or won"
 * @param total what the totals are, such as "total"
 * @param maximum the most that a total can be: the whole width
 * @param steps totals and changes, from top to bottom
 */
public record WaterfallChart(
    String title,
    String description,
    String heading,
    String change,
    String total,
    Points maximum,
    List<Step> steps)
    implements Chart {

  /** Copies the list. */
  public WaterfallChart {
    steps = List.copyOf(steps);
  }

  /** A total or a change. */
  public sealed interface Step {
    /** Returns what it is. */
    String label();
  }

  /**
   * A total: a bar from zero.
   *
   * @param label what it is
   * @param points how much
   */
  public record Total(String label, Points points) implements Step {}

  /**
   * A change of what is above it.
   *
   * @param label what it is
   * @param change what came, or what went if it is below 0
   */
  public record Change(String label, Points change) implements Step {}

  /** Returns each total and change. */
  @Override
  public PageTable table(Language language) {
    Phrases phrases = Phrases.page(language);
    List<PageTable.Row> rows = new ArrayList<>();
    for (Step step : steps) {
      rows.add(
          step instanceof Total whole
              ? new PageTable.Row(
                  PageTable.Level.GROUP, List.of(step.label(), "", phrases.exact(whole.points())))
              : PageTable.Row.of(step.label(), phrases.signed(((Change) step).change()), ""));
    }
    return new PageTable(
        title,
        List.of(
            PageTable.Column.words(heading),
            PageTable.Column.number(change),
            PageTable.Column.number(total)),
        rows);
  }
}
