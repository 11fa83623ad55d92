package id.kla.report;

import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.PointParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars of what the maxima of parts consist of: held, pending, lost, not applicable, never claimed;
 * and beyond each, where caps cut something, what they cut.
 *
 * <p>A kind that no bar has is left out of the columns. Rows that others are parts of, or add up
 * to, have figures and no bar: it would leave no room for the others.
 *
 * @param title what it shows
 * @param description what there is to see, or empty
 * @param heading what the rows are, such as "Cluster"
 * @param rows from top to bottom
 */
public record StackedBars(String title, String description, String heading, List<Row> rows)
    implements Chart {

  /** Copies the list. */
  public StackedBars {
    rows = List.copyOf(rows);
  }

  /**
   * A bar.
   *
   * @param label what it is of
   * @param level what it is among the others
   * @param parts what it consists of
   */
  public record Row(String label, PageTable.Level level, PointParts parts) {}

  /** What a piece of a bar is. */
  enum Piece {
    HELD,
    PENDING,
    LOST,
    INAPPLICABLE,
    UNCLAIMED,
    /** Beyond the maximum. */
    CUT;

    Points of(PointParts parts) {
      return switch (this) {
        case HELD -> parts.held();
        case PENDING -> parts.pending();
        case LOST -> parts.lost();
        case INAPPLICABLE -> parts.inapplicable();
        case UNCLAIMED -> parts.unclaimed();
        case CUT -> parts.cut();
      };
    }

    String key() {
      return "piece." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Returns the kinds that are shown: held and never claimed always, others where there are any.
   */
  List<Piece> pieces() {
    List<Piece> shown = new ArrayList<>();
    for (Piece piece : Piece.values()) {
      boolean isAlways = piece == Piece.HELD || piece == Piece.UNCLAIMED;
      if (isAlways || rows.stream().anyMatch(row -> !piece.of(row.parts()).isZero())) {
        shown.add(piece);
      }
    }
    return shown;
  }

  /** Returns how long the longest bar is. */
  Points scale() {
    Points longest = Points.ZERO;
    for (Row row : rows) {
      if (row.level() == PageTable.Level.PART) {
        longest = longest.max(row.parts().maximum().plus(row.parts().cut()));
      }
    }
    return longest;
  }

  /** Nothing is said of what there is not, but of what is held. */
  private static String told(Piece piece, PointParts parts, Phrases phrases) {
    Points points = piece.of(parts);
    return points.isZero() && piece != Piece.HELD ? "" : phrases.exact(points);
  }

  /** Returns each bar's pieces, what the caps cut last but one, and its maximum last. */
  @Override
  public PageTable table(Language language) {
    Phrases phrases = Phrases.page(language);
    List<Piece> pieces = pieces();
    List<PageTable.Column> columns = new ArrayList<>();
    columns.add(PageTable.Column.words(heading));
    pieces.forEach(piece -> columns.add(PageTable.Column.number(phrases.text(piece.key()))));
    columns.add(PageTable.Column.number(phrases.text("maximum")));
    List<PageTable.Row> told = new ArrayList<>();
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.label());
      pieces.forEach(piece -> cells.add(told(piece, row.parts(), phrases)));
      cells.add(phrases.exact(row.parts().maximum()));
      told.add(new PageTable.Row(row.level(), cells));
    }
    return new PageTable(title, columns, told);
  }
}
