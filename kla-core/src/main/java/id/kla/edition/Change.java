package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Printable;
import java.util.Locale;
import java.util.Set;

/**
 * One thing in which an edition differs from another.
 *
 * @param kind what kind of difference it is
 * @param table the table in which it stands
 * @param part the code of the part that differs, as the earlier edition has it, if it has it
 * @param what the column, or the key of the edition as a whole; empty where the whole part differs
 * @param from what the earlier edition says, or empty
 * @param to what the later edition says, or empty
 */
@CheckReturnValue
public record Change(
    Kind kind, EditionTable table, String part, String what, String from, String to) {

  /** Columns and keys of the rules by which a claim, or a claim without evidence, counts. */
  private static final Set<String> RULES =
      Set.of(
          "not_applicable",
          "evidence",
          "evidence_need",
          "without_evidence",
          "without_kinds",
          "months");

  /** Drops blanks around each text. */
  public Change {
    part = Printable.trimmed(part);
    what = Printable.trimmed(what);
    from = Printable.trimmed(from);
    to = Printable.trimmed(to);
  }

  /** Kinds of differences. */
  public enum Kind {
    /** A part is new. */
    ADDED,
    /** A part is gone. */
    REMOVED,
    /** A part has another code. */
    RENUMBERED,
    /** A part stands elsewhere. */
    MOVED,
    /** A maximum is another one. */
    REWEIGHTED,
    /** A scale is another one. */
    RESCALED,
    /** A bound of a tier or of a requirement is another one. */
    REBOUNDED,
    /** A text is another one. */
    REWORDED,
    /** A mark, source or note is another one. */
    RESOURCED,
    /** Another rule: who answers, which evidence, what is not applicable, who judges. */
    OTHER
  }

  /** Returns whether a score, of claims or of what has evidence, can differ because of it. */
  public boolean canChangeScores() {
    return switch (kind) {
      case REWORDED, RESOURCED -> false;
      case ADDED, REMOVED ->
          switch (table) {
            case CLUSTERS, INDICATORS, QUESTIONS, LADDER, STAGES, REQUIREMENTS -> true;
            // What an edition leaves unsaid has a default.
            case EDITION -> RULES.contains(part);
            default -> false;
          };
      case MOVED -> table == EditionTable.STAGES || what.equals("cluster");
      case RENUMBERED -> true;
      case REWEIGHTED -> table == EditionTable.QUESTIONS || table == EditionTable.INDICATORS;
      case RESCALED, REBOUNDED -> true;
      case OTHER ->
          table == EditionTable.STAGES
              || table == EditionTable.REQUIREMENTS
              || RULES.contains(table == EditionTable.EDITION ? part : what);
    };
  }

  /** Returns the change in one line. */
  @Override
  public String toString() {
    return table.code()
        + " "
        + part
        + (what.isEmpty() ? "" : " " + what)
        + ": "
        + kind.name().toLowerCase(Locale.ROOT)
        + (from.isEmpty() ? "" : " from \"" + from + "\"")
        + (to.isEmpty() ? "" : " to \"" + to + "\"");
  }
}
