package id.kla.edition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table that an edition is written in, with its columns; {@link EditionTables} says what they
 * hold.
 */
public enum EditionTable {
  /** The edition as a whole: a key and a value a row. */
  EDITION(2, "key", "value"),
  /** Clusters. */
  CLUSTERS(1, "cluster", "label_id", "label_en", "maximum", "count", "mark", "source", "note"),
  /** Indicators. */
  INDICATORS(
      2, "indicator", "cluster", "label_id", "label_en", "maximum", "mark", "source", "note"),
  /** Questions. */
  QUESTIONS(
      3,
      "indicator",
      "question",
      "maximum",
      "label_id",
      "label_en",
      "scale",
      "asks",
      "better",
      "collected_from",
      "lead",
      "supporting",
      "lead_mark",
      "topics",
      "evidence",
      "evidence_need",
      "without_evidence",
      "not_applicable",
      "not_applicable_mark",
      "not_applicable_source",
      "not_applicable_note",
      "mark",
      "source",
      "note"),
  /** Scales, a row a step. */
  SCALES(
      3,
      "scale",
      "kind",
      "points",
      "measure",
      "level",
      "label_id",
      "label_en",
      "from",
      "above",
      "to",
      "below",
      "at",
      "mark",
      "source",
      "note"),
  /** Kinds of evidence. */
  EVIDENCE(
      1,
      "kind",
      "label_id",
      "label_en",
      "months",
      "months_mark",
      "months_source",
      "months_note",
      "mark",
      "source",
      "note"),
  /** Conditions beside the total. */
  REQUIREMENTS(
      1,
      "requirement",
      "label_id",
      "label_en",
      "tier",
      "stage",
      "cluster",
      "indicator",
      "question",
      "from",
      "above",
      "state",
      "mark",
      "source",
      "note"),
  /** Roles. */
  ROLES(1, "role", "label_id", "label_en", "aliases", "mark", "source", "note"),
  /** Topics. */
  TOPICS(1, "topic", "label_id", "label_en", "mark", "source", "note"),
  /** Tiers, the lowest first. */
  LADDER(
      1,
      "tier",
      "label_id",
      "label_en",
      "from",
      "above",
      "to",
      "below",
      "printed",
      "mark",
      "source",
      "note"),
  /** Stages in their order. */
  STAGES(
      1,
      "stage",
      "label_id",
      "label_en",
      "meaning_id",
      "meaning_en",
      "aliases",
      "judging",
      "mark",
      "source",
      "note"),
  /** Sources. */
  SOURCES(2, "source", "text", "date"),
  /** Accepted warnings. */
  ACCEPTED(2, "warning", "reason", "cluster", "indicator", "question", "part"),
  /** What an edition changes in another one. */
  CHANGES(3, "change", "table", "part", "what", "from", "to");

  /** The keys of the first table, the required one first. */
  static final ImmutableList<String> KEYS =
      ImmutableList.of(
          "id",
          "label_id",
          "label_en",
          "maximum",
          "not_applicable",
          "not_applicable_mark",
          "not_applicable_source",
          "not_applicable_note",
          "without_kinds",
          "without_kinds_mark",
          "without_kinds_source",
          "without_kinds_note",
          "mark",
          "source",
          "note",
          "base",
          "base_digest",
          "changed_from",
          "changed_from_digest");

  private static final ImmutableSet<String> LISTS =
      ImmutableSet.of(
          "aliases",
          "supporting",
          "topics",
          "evidence",
          "source",
          "not_applicable_source",
          "without_kinds_source",
          "months_source");

  private static final ImmutableSet<String> NUMBERS =
      ImmutableSet.of("maximum", "count", "points", "from", "above", "to", "below", "at", "months");

  private final int required;
  private final ImmutableList<String> columns;

  EditionTable(int required, String... columns) {
    this.required = required;
    this.columns = ImmutableList.copyOf(columns);
  }

  /** What a column holds. */
  public enum Kind {
    /** A text, a code or a word. */
    TEXT,
    /** A number; a bound may be a percentage or a fraction, too. */
    NUMBER,
    /** Codes or names; in a cell divided by semicolons. */
    LIST
  }

  /** Returns the tables that must be there. */
  public static Set<EditionTable> neededTables() {
    return ImmutableSet.of(EDITION, CLUSTERS, INDICATORS, QUESTIONS);
  }

  /** Returns the name of the table. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the names of its columns, those that must be there first. */
  public List<String> columns() {
    return columns;
  }

  /** Returns the columns that must be there. */
  public List<String> neededColumns() {
    return columns.subList(0, required);
  }

  /** Returns the columns that must be there where a row only changes another one. */
  List<String> neededColumnsOfAnOverlay() {
    return switch (this) {
      case EDITION, SCALES, SOURCES, ACCEPTED, CHANGES -> neededColumns();
      default -> keyColumns();
    };
  }

  /** Returns the columns that tell a row, or the rows of one scale, from others. */
  List<String> keyColumns() {
    return columns.subList(0, this == QUESTIONS ? 2 : 1);
  }

  /** Returns the keys of the first table, of which {@code id} must be there. */
  public static List<String> keys() {
    return KEYS;
  }

  /** Returns what a column, or a value of the first table, holds. */
  public Kind kind(String column) {
    // A source's own code is one code; elsewhere the column lists them.
    boolean isCode = this == SOURCES || this == CHANGES;
    return LISTS.contains(column) && !isCode
        ? Kind.LIST
        : NUMBERS.contains(column) && this != CHANGES ? Kind.NUMBER : Kind.TEXT;
  }

  String file() {
    return code() + ".tsv";
  }

  static List<String> files() {
    return Stream.of(values()).map(EditionTable::file).toList();
  }
}
