package id.kla.report;

import id.kla.edition.Ladder;
import id.kla.fault.Language;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Totals of rounds one behind the other, against the ladder.
 *
 * <p>Where only a predicate is known, a bar covers all totals that earn it; where nothing is known,
 * there is nothing: a line joins only neighbours whose totals are known.
 *
 * @param title what it shows
 * @param description what there is to see, or empty
 * @param heading what the places on the axis are, such as "Round"
 * @param labels the places on the axis, from left to right
 * @param ladder the ladder that is drawn behind
 * @param maximum the most that a total can be
 * @param series a line each, at most four
 */
public record LineChart(
    String title,
    String description,
    String heading,
    List<String> labels,
    Ladder ladder,
    Points maximum,
    List<Series> series)
    implements Chart {

  /**
   * Copies the lists and checks that each series has a place for each label.
   *
   * @throws IllegalArgumentException if one has not
   */
  public LineChart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    for (Series each : series) {
      if (each.readings().size() != labels.size()) {
        throw new IllegalArgumentException(
            "readings: found " + each.readings().size() + "; allowed: " + labels.size());
      }
    }
  }

  /**
   * A line.
   *
   * @param name what it is
   * @param readings one for each label; empty where nothing is known
   */
  public record Series(String name, List<Optional<Reading>> readings) {

    /** Copies the list. */
    public Series {
      readings = List.copyOf(readings);
    }
  }

  /**
   * What is known at one place.
   *
   * @param low the least that the total can be
   * @param high the most that it can be: the same where the total is known
   * @param told how it is said, such as "600.36 MADYA"
   */
  public record Reading(Points low, Points high, String told) {

    /** Returns a total that is known. */
    public static Reading of(Points total, String told) {
      return new Reading(total, total, told);
    }

    /** Says whether the total is known, and not only where it lies. */
    public boolean isExact() {
      return low.equals(high);
    }
  }

  /** Returns what is known at each place, a column for each series. */
  @Override
  public PageTable table(Language language) {
    Phrases phrases = Phrases.page(language);
    List<PageTable.Column> columns = new ArrayList<>();
    columns.add(PageTable.Column.words(heading));
    series.forEach(each -> columns.add(PageTable.Column.number(each.name())));
    List<PageTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(labels.get(i));
      for (Series each : series) {
        cells.add(each.readings().get(i).map(Reading::told).orElse(phrases.text("unknown")));
      }
      rows.add(new PageTable.Row(PageTable.Level.PART, cells));
    }
    return new PageTable(title, columns, rows);
  }
}
