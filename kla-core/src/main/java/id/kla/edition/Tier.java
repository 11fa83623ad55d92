package id.kla.edition;

import id.kla.fault.Label;
import id.kla.fault.Printable;
import id.kla.points.Points;

/**
 * A named step of a ladder: what users call a predicate (<i>predikat, peringkat</i>).
 *
 * @param code what kla writes
 * @param label its name
 * @param range the totals that earn it
 * @param printed the range as its source prints it, or empty
 * @param origin where its bounds come from
 */
public record Tier(
    String code, Label label, Interval<Points> range, String printed, Origin origin) {

  /** Drops blanks around what is printed. */
  public Tier {
    printed = Printable.trimmed(printed);
  }

  /** Returns the smallest total, in ten-thousandths of a point, that earns this tier. */
  public Points least() {
    return range
        .lower()
        .map(
            bound ->
                bound.kind() == Bound.Kind.CLOSED
                    ? bound.value()
                    : bound.value().plus(Points.SMALLEST))
        .orElse(Points.ZERO);
  }
}
