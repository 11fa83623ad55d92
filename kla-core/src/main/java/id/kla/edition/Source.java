package id.kla.edition;

import id.kla.fault.Printable;

/**
 * A source that an edition's facts come from.
 *
 * @param code what origins call it
 * @param text what it is and where it was published
 * @param date when it was published, as far as known (a year, a month or a day), or empty
 */
public record Source(String code, String text, String date) {

  /** Drops blanks around text and date. */
  public Source {
    text = Printable.trimmed(text);
    date = Printable.trimmed(date);
  }
}
