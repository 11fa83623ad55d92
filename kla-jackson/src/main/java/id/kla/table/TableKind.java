package id.kla.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a table holds, known by its columns. */
enum TableKind {
  /** What a judging stage found. */
  FINDINGS,
  /** Documents. */
  EVIDENCE,
  /** Files, and which questions they are for. */
  FILES,
  /** Planned activities. */
  MEASURES,
  /** What each year of an action plan may cost and must reach. */
  GOALS,
  /** How claims of parts of an edition survive. */
  SURVIVAL,
  /** Totals of self-assessments, and what a later stage left of them. */
  PAIRS,
  /** Agencies and their roles. */
  AGENCIES,
  /** Published results. */
  DECLARED,
  /**
   * Sub-districts or villages, and what each says to questions; read only where it is asked for.
   */
  UNITS,
  /** Totals that the sheet states of itself. */
  STATED,
  /** Answers. */
  ANSWERS;

  private static final List<Column> ANSWERING =
      List.of(Column.ANSWER, Column.MEASURED, Column.NOT_APPLICABLE, Column.EVIDENCE, Column.NOTE);

  /**
   * Returns what begins with a header of these columns, and maybe one for a stage. A table that
   * asks for answers is one of answers, whatever else it holds.
   */
  static Optional<TableKind> of(Set<Column> columns, boolean hasStage) {
    boolean asks =
        hasStage
            || Stream.of(Column.ANSWER, Column.MEASURED, Column.NOT_APPLICABLE)
                .anyMatch(columns::contains);
    if (asks && !FINDINGS.begins(columns, hasStage) && ANSWERS.begins(columns, hasStage)) {
      return Optional.of(ANSWERS);
    }
    return Stream.of(values()).filter(kind -> kind.begins(columns, hasStage)).findFirst();
  }

  private boolean begins(Set<Column> columns, boolean hasStage) {
    boolean hasCode =
        columns.contains(Column.CODE)
            || (columns.contains(Column.INDICATOR) && columns.contains(Column.QUESTION));
    return switch (this) {
      case FINDINGS -> hasCode && columns.contains(Column.STAGE) && columns.contains(Column.RULING);
      case EVIDENCE ->
          columns.contains(Column.ID)
              && (columns.contains(Column.QUESTIONS) || columns.contains(Column.QUESTION));
      case FILES ->
          !ANSWERS.begins(columns, hasStage)
              && (columns.contains(Column.QUESTIONS)
                  ? columns.contains(Column.FILE) || columns.contains(Column.LOCATION)
                  : columns.contains(Column.FILE)
                      && (hasCode || columns.contains(Column.QUESTION)));
      case MEASURES ->
          columns.contains(Column.MEASURE)
              && (columns.contains(Column.COST) || columns.contains(Column.AWARDS));
      case GOALS ->
          columns.contains(Column.ROUND)
              && !columns.contains(Column.MEASURE)
              && Stream.of(Column.BUDGET, Column.COST, Column.TARGET).anyMatch(columns::contains);
      case SURVIVAL ->
          columns.contains(Column.SURVIVAL_PART)
              && (columns.contains(Column.OUTCOME) || columns.contains(Column.CHANCE));
      case PAIRS -> columns.contains(Column.SELF) && columns.contains(Column.LATER);
      case AGENCIES ->
          columns.contains(Column.AGENCY)
              && Stream.of(Column.NAME, Column.KIND, Column.ALIASES, Column.ROLES)
                  .anyMatch(columns::contains);
      case DECLARED ->
          columns.contains(Column.REGION)
              && columns.contains(Column.ROUND)
              && columns.contains(Column.SOURCE);
      case UNITS -> false;
      case STATED -> columns.contains(Column.PART) && columns.contains(Column.POINTS);
      case ANSWERS -> hasCode && (hasStage || ANSWERING.stream().anyMatch(columns::contains));
    };
  }
}
