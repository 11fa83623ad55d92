package id.kla.fault;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What kind of fault was found, with the names of the values that its text holds.
 *
 * <p>The texts stand in this package's catalogues, one for each language. Names of codes are
 * stable: programs may compare them.
 */
public enum FaultCode {
  // Files and tables
  /** A file or folder that is named does not exist or cannot be read. */
  UNREADABLE_FILE(Severity.ERROR, "reason"),
  /** A file is not text in UTF-8. */
  NOT_UTF8(Severity.ERROR),
  /** A file is larger than is read. */
  TOO_LARGE(Severity.ERROR, "found", "allowed"),
  /** A table that must be there is missing. */
  MISSING_TABLE(Severity.ERROR, "table"),
  /** A column that must be there is missing. */
  MISSING_COLUMN(Severity.ERROR, "column"),
  /** A column has a name that is not known; it is not read. */
  UNKNOWN_COLUMN(Severity.WARNING, "found", "nearest"),
  /** The same column stands twice in a header. */
  DUPLICATE_COLUMN(Severity.ERROR, "found"),
  /** A file in an edition's folder has a name that is not known; it is not read. */
  UNKNOWN_TABLE(Severity.WARNING, "found", "nearest"),
  /** A cell has more characters than are read. */
  CELL_TOO_LONG(Severity.ERROR, "allowed"),
  /** A row has more cells than the header. */
  ROW_TOO_LONG(Severity.ERROR, "found", "allowed"),
  /** A quoted cell is not closed, or goes on after its closing quote. */
  BROKEN_QUOTE(Severity.ERROR),
  /** A cell that must be filled is empty. */
  EMPTY_CELL(Severity.ERROR),
  /** A code has a form that is not allowed. */
  BAD_CODE(Severity.ERROR, "found"),
  /** The same code stands twice. */
  DUPLICATE_CODE(Severity.ERROR, "found"),
  /** Another name is blank or holds what divides names in a table. */
  BAD_ALIAS(Severity.ERROR, "found"),
  /** A code names nothing that is known. */
  UNKNOWN_CODE(Severity.ERROR, "found", "nearest"),
  /** A word is none of those allowed. */
  BAD_WORD(Severity.ERROR, "found", "allowed"),
  /** A number has a form that is not allowed. */
  BAD_NUMBER(Severity.ERROR, "found"),
  /** An amount of points is no number. */
  BAD_POINTS(Severity.ERROR, "found"),
  /** An amount of points has more than four decimals. */
  TOO_MANY_DECIMALS(Severity.ERROR, "found"),
  /** Two columns exclude each other, or one of them must be filled. */
  ONE_OF_TWO(Severity.ERROR, "first", "second"),

  /** A scale is used by no question. */
  UNUSED_SCALE(Severity.WARNING, "found"),

  /** A number can be read as a decimal or as thousands. */
  AMBIGUOUS_NUMBER(Severity.WARNING, "found", "read"),
  /** A table is divided by something else than tabs. */
  NO_TABS(Severity.ERROR),

  /** A file has no table that is known. */
  NO_TABLE(Severity.ERROR),
  /** A file has no table of the kind that is wanted. */
  NO_TABLE_OF(Severity.ERROR, "allowed"),
  /** A table does not say what it is for. */
  MISSING_HEAD(Severity.ERROR, "key"),
  /** A row has an answer and no code. */
  ROW_WITHOUT_CODE(Severity.WARNING),
  /** A spreadsheet made something else of a code. */
  DAMAGED_CODE(Severity.ERROR, "found", "likely"),
  /** A code may be what a spreadsheet left of a longer one. */
  AMBIGUOUS_CODE(Severity.WARNING, "found", "likely"),
  /** Two tables say different things of the same. */
  CONTRADICTION(Severity.ERROR, "what", "found", "other", "first"),
  /** A text is no measured fact. */
  BAD_FACT(Severity.ERROR, "found"),
  /** Published results stand among a sheet's tables. */
  DECLARED_IN_SHEET(Severity.ERROR),

  // Editions
  /** An edition has nothing to answer. */
  NO_QUESTIONS(Severity.ERROR),
  /** A cluster has no indicator, or an indicator no question. */
  NOTHING_BELOW(Severity.ERROR, "part"),
  /** A cluster names more or fewer indicators than its source counts. */
  OTHER_COUNT(Severity.WARNING, "part", "found", "stated"),
  /** The parts can earn more than the stated maximum. */
  SUM_ABOVE_MAXIMUM(Severity.WARNING, "part", "found", "stated"),
  /** The parts cannot reach the stated maximum. */
  SUM_BELOW_MAXIMUM(Severity.WARNING, "part", "found", "stated"),
  /** A question can earn nothing. */
  ZERO_MAXIMUM(Severity.WARNING, "part"),
  /** No agency is named for a question. */
  NO_AGENCY(Severity.WARNING, "part"),
  /** No kind of evidence is asked for a question. */
  NO_EVIDENCE_KIND(Severity.WARNING, "part"),
  /** Two parts beside each other bear the same label in a language. */
  SAME_LABEL(Severity.WARNING, "part", "other"),
  /** A part has no label in either language. */
  MISSING_LABEL(Severity.WARNING, "part", "first", "others"),
  /** A label is there in one language and not in the other. */
  MISSING_TRANSLATION(Severity.WARNING, "part", "language", "first", "others", "column"),
  /** A question's best answer earns less than the question's maximum. */
  BEST_BELOW_MAXIMUM(Severity.WARNING, "part", "found", "stated"),
  /** An answer can earn more than the question's maximum, or less than nothing. */
  AWARD_OUT_OF_RANGE(Severity.ERROR, "part", "found", "stated"),
  /** Bands or tiers leave something out between them. */
  HOLE(Severity.ERROR, "part", "after", "before"),
  /** Bands or tiers overlap or are out of order. */
  OVERLAP(Severity.ERROR, "part", "first", "second"),
  /** The levels of a scale earn now more and now less. */
  LEVELS_OUT_OF_ORDER(Severity.WARNING, "part", "first", "more", "second", "less"),
  /** A worse fact earns more than a better one. */
  WORSE_EARNS_MORE(Severity.WARNING, "part", "worse", "more", "better", "less"),
  /** A tier or requirement asks for more than the best answers earn. */
  OUT_OF_REACH(Severity.WARNING, "part", "found", "stated"),
  /** A scale has too few steps. */
  BROKEN_SCALE(Severity.ERROR, "part", "reason"),
  /** A requirement names neither or both of a tier and a stage. */
  BROKEN_REQUIREMENT(Severity.ERROR, "part"),
  /** An accepted warning does not occur. */
  NOTHING_ACCEPTED(Severity.NOTE, "found", "part"),

  /** An age in months has a form that is not allowed. */
  BAD_MONTHS(Severity.ERROR, "found"),
  /** An edition says what it changes and not in what, or the other way round. */
  BROKEN_CHANGES(Severity.ERROR),
  /** An overlay changes its base and bears its id. */
  SAME_ID(Severity.ERROR, "found"),
  /** An overlay was written for another content of its base. */
  OTHER_BASE(Severity.ERROR, "edition", "found", "computed"),
  /** A folder that tables are to be written to holds some already. */
  FOLDER_IN_USE(Severity.ERROR, "found"),

  /** A mapping names no part of the edition by that code. */
  UNKNOWN_PART(Severity.ERROR, "found", "edition", "nearest"),
  /** A part of the earlier edition stands in a mapping and, in another row, in its own part. */
  MAPPED_TWICE(Severity.ERROR, "found", "other"),

  // Assessments
  /** An edition is not known. */
  UNKNOWN_EDITION(Severity.ERROR, "found", "allowed"),
  /** The sheet was written for another edition. */
  OTHER_EDITION(Severity.ERROR, "found", "allowed"),
  /** A question is said not to be applicable, and not why. */
  NOT_APPLICABLE_WITHOUT_REASON(Severity.ERROR, "question", "edition"),
  /** A region is not known. */
  UNKNOWN_REGION(Severity.ERROR, "found", "nearest"),
  /** A text is no code of a region. */
  BAD_REGION_CODE(Severity.ERROR, "found"),
  /** Several regions bear a name. */
  AMBIGUOUS_REGION(Severity.ERROR, "found", "allowed"),
  /** A stage is not one of the edition's. */
  UNKNOWN_STAGE(Severity.ERROR, "found", "allowed"),
  /** A round has a form that is not allowed. */
  BAD_ROUND(Severity.ERROR, "found"),
  /** No evaluation was held in a year. */
  ROUND_NOT_HELD(Severity.WARNING, "found", "allowed"),
  /** A tier is none of the edition's. */
  UNKNOWN_TIER(Severity.ERROR, "found", "allowed"),
  /** A ladder is not known. */
  UNKNOWN_LADDER(Severity.ERROR, "found", "allowed"),
  /** No ladder is known for a round or a day. */
  ROUND_WITHOUT_LADDER(Severity.ERROR, "found", "allowed"),
  /**
   * An edition names not every indicator, or states no maximum for some, so that it can be shown,
   * but not scored.
   */
  NOT_SCORABLE(Severity.ERROR, "found", "unnamed"),
  /** A distribution has more totals than fit into the memory that it may take. */
  TOO_MANY_TOTALS(Severity.ERROR, "totals", "step", "found", "allowed"),
  /** A distribution has more states of what ties questions together than can be gone through. */
  TOO_MANY_STATES(Severity.ERROR, "events", "additions", "bytes", "mostAdditions", "mostBytes"),
  /** Two codes have one hash, so that both would draw the same numbers. */
  CODES_COLLIDE(Severity.ERROR, "first", "second", "found"),
  /** The bytes of a sample are not those that were written. */
  DAMAGED_SAMPLE(Severity.ERROR, "bytes", "computed", "position"),
  /** The bytes of a sample hold draws of another model, seed or region. */
  OTHER_SIMULATION(Severity.ERROR, "found", "allowed"),
  /** A total lies outside its ladder, or is none that any sheet could state. */
  TOTAL_OUT_OF_RANGE(Severity.ERROR, "found", "allowed"),
  /** A question is not one of the edition's. */
  UNKNOWN_QUESTION(Severity.ERROR, "found", "edition", "nearest"),
  /** An indicator is not one of the edition's. */
  UNKNOWN_INDICATOR(Severity.ERROR, "found", "edition", "nearest"),
  /** A cluster is not one of the edition's. */
  UNKNOWN_CLUSTER(Severity.ERROR, "found", "edition", "allowed"),
  /** A question is answered twice. */
  ANSWERED_TWICE(Severity.ERROR, "question", "first"),
  /** Points are above the question's maximum. */
  POINTS_ABOVE_MAXIMUM(Severity.ERROR, "question", "edition", "found", "allowed"),
  /** Points are below zero. */
  POINTS_BELOW_ZERO(Severity.ERROR, "question", "edition", "found", "allowed"),
  /** A response is of another kind than the question's scale reads. */
  WRONG_RESPONSE(Severity.ERROR, "question", "edition", "found", "allowed"),
  /** A level is not offered. */
  UNKNOWN_LEVEL(Severity.ERROR, "question", "edition", "found", "allowed"),
  /** An award is none of those that the edition names for a graded question. */
  GRADE_NOT_NAMED(Severity.WARNING, "question", "edition", "found", "allowed"),
  /** A question does not allow "not applicable". */
  NOT_APPLICABLE_REFUSED(Severity.ERROR, "question", "edition"),
  /** An answer can't be read under the edition that changes the sheet's own. */
  ANSWER_LEFT_OUT(Severity.WARNING, "question", "edition"),
  /** A share is not between nothing and the whole. */
  BAD_SHARE(Severity.ERROR, "found"),
  /** A count is no whole number from zero. */
  BAD_COUNT(Severity.ERROR, "found"),

  /** Figures of two years have too many digits. */
  BAD_CHANGE(Severity.ERROR, "found"),
  /** A province is named where a regency or city must be. */
  PROVINCE_AS_REGION(Severity.ERROR, "found", "name"),

  // Agencies, evidence and findings
  /** A declared result declares nothing. */
  NOTHING_DECLARED(Severity.ERROR),
  /** A result that is read back says something else than is computed. */
  OTHER_RESULT(Severity.ERROR, "node", "found", "computed"),
  /** A result that is read back was computed from something else than it is checked against. */
  OTHER_DIGEST(Severity.WARNING, "found", "computed"),
  /** A text is no code of a question. */
  BAD_QUESTION_CODE(Severity.ERROR, "found"),
  /** A text that must say something is blank. */
  BLANK_TEXT(Severity.ERROR, "member"),
  /** There are more of something than are read. */
  TOO_MANY(Severity.ERROR, "allowed"),
  /** A document has more faults than are told. */
  TOO_MANY_FAULTS(Severity.ERROR, "allowed"),
  /** A text is no day. */
  BAD_DATE(Severity.ERROR, "found"),
  /** A text is no digest. */
  BAD_DIGEST(Severity.ERROR, "found"),
  /** Two days stand in the wrong order. */
  DATES_OUT_OF_ORDER(Severity.ERROR, "first", "second"),
  /** A finding is of a stage at which nobody else judges. */
  NO_JUDGING_STAGE(Severity.ERROR, "found"),
  /** A stage has two findings of one question. */
  FOUND_TWICE(Severity.ERROR, "question", "stage", "first"),
  /** A finding has points and is no revision, or is one and has none. */
  POINTS_WITHOUT_REVISION(Severity.ERROR, "question", "found"),

  // What is weak about evidence
  /** No agency, role or topic that leads anything bears a name. */
  UNKNOWN_SHARE(Severity.ERROR, "found", "nearest", "allowed"),
  /** A claim has no evidence at all. */
  CLAIM_WITHOUT_EVIDENCE(Severity.WARNING, "found", "kinds"),
  /** One file stands under several questions as documents of their own. */
  SAME_DOCUMENT(Severity.WARNING, "found", "questions", "points"),
  /** Many points hang on one document. */
  HEAVY_DOCUMENT(Severity.WARNING, "questions", "points", "allowed"),
  /** A document supports nothing that is claimed. */
  ORPHAN_EVIDENCE(Severity.WARNING, "questions"),
  /** A document is of a kind that none of its questions asks for. */
  KIND_NOT_ASKED(Severity.WARNING, "found", "questions", "allowed"),
  /** A document is older than its kind may be. */
  EVIDENCE_TOO_OLD(Severity.WARNING, "found", "months", "day", "questions"),
  /** A document holds now, and no longer at a stage to come. */
  ENDS_BEFORE_STAGE(Severity.WARNING, "stage", "day", "questions", "points"),
  /** One agency leads nearly all that is claimed in a cluster. */
  HEAVY_LEAD(Severity.WARNING, "found", "points", "whole"),

  // Folders of evidence
  /** Nothing tells for sure which question a file is for. */
  FILE_WITHOUT_QUESTION(Severity.WARNING, "found", "allowed"),
  /** A file or folder among the evidence is not read. */
  FILE_LEFT_OUT(Severity.WARNING, "reason"),
  /** Files that no person keeps as evidence are not read. */
  FILES_PASSED_OVER(Severity.NOTE, "found", "first"),
  /** The names of a folder's files are longer than is read. */
  NAMES_TOO_LONG(Severity.ERROR, "allowed"),
  /** A code in a name may be what a spreadsheet left of a longer one. */
  SHORTENED_CODE(Severity.WARNING, "found", "likely"),
  /** A file has another digest than is listed. */
  DIGEST_CHANGED(Severity.WARNING, "found", "computed"),

  // Measures
  /** A cost is below zero, too large or too fine. */
  BAD_COST(Severity.ERROR, "found"),
  /** Costs together are more than a search can count in their common unit. */
  COSTS_TOO_FINE(Severity.ERROR),
  /** Measures need each other in a circle. */
  PREREQUISITE_CYCLE(Severity.ERROR, "found"),
  /** A measure excludes itself or one that it needs. */
  EXCLUDES_OWN_PREREQUISITE(Severity.ERROR, "measure", "found"),
  /** No answer to a question earns an award. */
  AWARD_NOT_OFFERED(Severity.ERROR, "question", "edition", "found", "allowed"),
  /** A measure brings an award to a question that is not applicable. */
  NOTHING_TO_WIN(Severity.WARNING, "question", "edition"),
  /** A measure of that code stands elsewhere, too. */
  MEASURE_TWICE(Severity.ERROR, "measure", "first"),
  /** Two agencies have a measure of the same name and awards. */
  SAME_MEASURE(Severity.WARNING, "measure", "other", "first"),
  /** A year is none of a plan. */
  BAD_YEAR(Severity.ERROR, "found"),
  /** A cell holds no question with its points. */
  BAD_AWARD(Severity.ERROR, "found"),
  /** A table of measures stands in a sheet of answers. */
  MEASURES_IN_SHEET(Severity.ERROR),
  /** A table of budgets and targets of years stands in a sheet of answers. */
  GOALS_IN_SHEET(Severity.ERROR),

  // How claims survive
  /** Nothing is said of how claims survive. */
  NOTHING_SURVIVES(Severity.ERROR),
  /** Pairs speak of every claim that no row speaks of, and a row does so, too. */
  PAIRS_AND_EVERYTHING(Severity.ERROR),
  /** Rows of survival, where rules of several editions are compared. */
  ROWS_OF_ONE_EDITION(Severity.ERROR),
  /** An outcome stands twice among those of one part. */
  OUTCOME_TWICE(Severity.ERROR, "part", "first"),
  /** The outcomes of one part are tied in two ways. */
  TIED_TWICE(Severity.ERROR, "part", "first"),
  /** The chances of a part's outcomes do not add up to 100%. */
  CHANCES_NOT_WHOLE(Severity.ERROR, "part", "found"),
  /** Chances of one part, or that hang on one state, are divided too finely. */
  CHANCES_TOO_FINE(Severity.ERROR, "allowed"),
  /** A part is none of the edition's, and no agency of the sheet. */
  UNKNOWN_SURVIVAL_PART(Severity.ERROR, "found", "edition", "nearest"),
  /** A part holds no claim that counts, or only such as narrower parts hold, too. */
  NO_CLAIM_OF_PART(Severity.WARNING, "found"),
  /** Nothing says how some claims survive. */
  CLAIMS_WITHOUT_CHANCE(Severity.ERROR, "count", "questions"),
  /** An outcome is no answer that a question's scale reads. */
  OUTCOME_NOT_READ(Severity.ERROR, "question", "edition", "allowed"),
  /** A text is no outcome. */
  BAD_OUTCOME(Severity.ERROR, "found"),
  /** A number may be points or a part of the claim. */
  OUTCOME_WITHOUT_UNIT(Severity.ERROR, "found"),
  /** A text is no chance. */
  BAD_CHANCE(Severity.ERROR, "found"),
  /** Totals of a pair can't be. */
  BAD_PAIR(Severity.ERROR, "self", "later", "allowed"),
  /** A table of how claims survive stands in a sheet of answers. */
  SURVIVAL_IN_SHEET(Severity.ERROR),

  // Action plans
  /** An action plan has no year, or more than are planned. */
  YEARS_OF_PLAN(Severity.ERROR, "found", "allowed"),
  /** A year stands twice in an action plan. */
  YEAR_TWICE(Severity.ERROR, "year", "first"),
  /** Something was reached in a year that is none of the plan's. */
  YEAR_NOT_PLANNED(Severity.ERROR, "found", "allowed"),
  /** What was reached is of another region than the plan. */
  REACHED_OF_OTHER_REGION(Severity.ERROR, "found", "allowed"),
  /** A year's target is a total that nobody can reach. */
  BAD_TARGET(Severity.ERROR, "found", "allowed"),
  /** A measure of an action plan stands in no plan or budget. */
  MEASURE_WITHOUT_REFERENCE(Severity.WARNING),
  /** A measure of an action plan brings points and costs nothing. */
  MEASURE_WITHOUT_COST(Severity.WARNING),
  /** Nobody carries out a measure of an action plan. */
  MEASURE_WITHOUT_AGENCY(Severity.WARNING),
  /** A measure of an action plan is referenced for other years only. */
  OTHER_YEAR_REFERENCED(Severity.WARNING, "found", "year"),
  /** A measure can run in none of the years of an action plan. */
  MEASURE_OUTSIDE_YEARS(Severity.NOTE, "found", "allowed"),
  /** An action plan has no measure in a cluster. */
  CLUSTER_WITHOUT_MEASURE(Severity.WARNING),
  /** An agency leads questions with headroom and has no measure in an action plan. */
  AGENCY_WITHOUT_MEASURE(Severity.NOTE, "questions", "points"),

  // Many regions
  /** A province is not known. */
  UNKNOWN_PROVINCE(Severity.ERROR, "found", "nearest"),
  /** A result of a sub-district or village stands among those of regencies and cities. */
  BELOW_A_REGION(Severity.ERROR, "found", "region"),
  /** A region has two results under one heading, which agree in what both know. */
  RESULT_TWICE(Severity.WARNING, "region", "round", "stage", "first", "source", "firstSource"),
  /** A region has two results under one heading, which say different things. */
  RESULTS_DIFFER(Severity.ERROR, "region", "round", "stage", "first", "source", "firstSource"),
  /** Two rounds stand in the wrong order. */
  ROUNDS_OUT_OF_ORDER(Severity.ERROR, "first", "second"),

  // Units
  /** A table lists no sub-district or village, or asks none of them anything. */
  NO_UNITS(Severity.ERROR),
  /** A sub-district or village is listed twice. */
  UNIT_TWICE(Severity.ERROR, "found", "first"),
  /** A unit answers a question twice. */
  UNIT_ANSWERS_TWICE(Severity.ERROR, "found", "question"),
  /**
   * The edition collects a question from villages that sub-districts were asked, or the reverse.
   */
  QUESTION_OF_OTHER_UNITS(Severity.ERROR, "question", "edition", "found", "allowed"),
  /** The edition does not say that a question is collected from units. */
  QUESTION_NOT_OF_UNITS(Severity.WARNING, "question", "edition"),
  /** Units of one region are counted for the sheet of another. */
  UNITS_OF_OTHER_REGION(Severity.ERROR, "found", "allowed"),
  /** A sheet holds another measured fact than units give. */
  MEASURED_OTHERWISE(Severity.ERROR, "question", "edition", "found", "other"),

  // What-ifs
  /** A what-if was written for another edition than the sheet's. */
  WHAT_IF_OF_OTHER_EDITION(Severity.ERROR, "found", "allowed"),
  /** A patch removes what is not there. */
  NOTHING_TO_REMOVE(Severity.WARNING, "found"),

  // Policies
  /** An option does not change the base edition. */
  OPTION_OF_OTHER_EDITION(Severity.ERROR, "found", "allowed"),

  // JSON
  /** The text is no JSON. */
  BROKEN_JSON(Severity.ERROR, "reason"),
  /** Something follows after the end of the document. */
  TRAILING_CONTENT(Severity.ERROR),
  /** A member is not known. */
  UNKNOWN_MEMBER(Severity.ERROR, "found", "allowed", "nearest"),
  /** A member stands twice in one object. */
  DUPLICATE_MEMBER(Severity.ERROR, "found"),
  /** A member that must be there is missing. */
  MISSING_MEMBER(Severity.ERROR, "member"),
  /** A value has another type than is read. */
  WRONG_TYPE(Severity.ERROR, "found", "allowed"),
  /** A number stands in quotation marks. */
  TEXT_AS_NUMBER(Severity.ERROR, "found"),
  /** An empty array stands where an object must. */
  EMPTY_ARRAY(Severity.ERROR),
  /** Null stands for an answer. */
  NULL_ANSWER(Severity.ERROR, "question"),
  /** A number was written with all digits of a binary fraction. */
  BINARY_FRACTION(Severity.ERROR, "found", "likely"),
  /** A document is of another format or version. */
  WRONG_FORMAT(Severity.ERROR, "found", "allowed");

  private final Severity severity;
  private final ImmutableList<String> arguments;

  FaultCode(Severity severity, String... arguments) {
    this.severity = severity;
    this.arguments = ImmutableList.copyOf(arguments);
  }

  /** Returns how bad a fault of this kind is. */
  public Severity severity() {
    return severity;
  }

  /** Returns the names of the values that a fault of this kind holds. */
  public List<String> arguments() {
    return arguments;
  }
}
