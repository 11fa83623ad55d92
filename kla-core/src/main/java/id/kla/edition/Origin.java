package id.kla.edition;

import id.kla.fault.Printable;
import java.util.List;

/**
 * Where a fact of an edition comes from.
 *
 * @param mark how sure it is
 * @param sources codes of the edition's sources, most direct first; may be empty
 * @param note what else is to be said of it, or empty
 */
public record Origin(Mark mark, List<String> sources, String note) {

  /** Stated by the edition itself, which is what a table without such columns means. */
  public static final Origin STATED = new Origin(Mark.STATED, List.of(), "");

  /** Copies the list and drops blanks around the note. */
  public Origin {
    sources = List.copyOf(sources);
    note = Printable.trimmed(note);
  }
}
