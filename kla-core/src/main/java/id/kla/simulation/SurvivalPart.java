package id.kla.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of which questions somebody says how their claims survive.
 *
 * @param kind what it names
 * @param code its code; {@code *} for everything
 */
@CheckReturnValue
public record SurvivalPart(Kind kind, String code) {

  /** Every question of the edition. */
  public static final SurvivalPart EVERYTHING = new SurvivalPart(Kind.EVERYTHING, "*");

  /** What a part names, the narrowest first: of several parts that hold a question it counts. */
  public enum Kind {
    /** One question. */
    QUESTION,
    /** The questions of an indicator. */
    INDICATOR,
    /** The questions that a role leads. */
    ROLE,
    /** The questions that the roles of an agency lead; which these are the sheet says. */
    AGENCY,
    /** The questions of a cluster. */
    CLUSTER,
    /** Every question. */
    EVERYTHING;

    /** Returns the word that may stand before a code. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Returns the part that a text means: {@code *}, or the code of a question, indicator, role or
   * cluster of the edition, in this order; every other text is the code of an agency. Where a word
   * stands before the code, it says what is meant: {@code agency health}.
   */
  public static SurvivalPart of(Edition edition, String text) {
    for (Kind kind : Kind.values()) {
      String word = kind.word() + " ";
      if (kind != Kind.EVERYTHING && text.startsWith(word)) {
        return new SurvivalPart(kind, text.substring(word.length()).strip());
      }
    }
    return bare(edition, text);
  }

  private static SurvivalPart bare(Edition edition, String text) {
    if (text.equals(EVERYTHING.code)) {
      return EVERYTHING;
    }
    Kind kind =
        Stream.of(Kind.QUESTION, Kind.INDICATOR, Kind.ROLE, Kind.CLUSTER)
            .filter(each -> new SurvivalPart(each, text).isOf(edition))
            .findFirst()
            .orElse(Kind.AGENCY);
    return new SurvivalPart(kind, text);
  }

  /** Returns the shortest text that means this part: {@link #of(Edition, String)} reads it. */
  public String text(Edition edition) {
    return bare(edition, code).equals(this) ? code : kind.word() + " " + code;
  }

  /** Says whether the edition has it; of an agency only a sheet can say that. */
  boolean isOf(Edition edition) {
    return switch (kind) {
      case QUESTION -> QuestionCode.find(code).flatMap(edition::findQuestion).isPresent();
      case INDICATOR -> edition.findIndicator(code).isPresent();
      case ROLE -> edition.roles().stream().map(Role::code).anyMatch(code::equals);
      case CLUSTER -> edition.findCluster(code).isPresent();
      case AGENCY, EVERYTHING -> true;
    };
  }

  /** Says whether the sheet's region has it. */
  boolean isOf(Assessment sheet) {
    return kind == Kind.AGENCY ? agency(sheet).isPresent() : isOf(sheet.edition());
  }

  private Optional<Agency> agency(Assessment sheet) {
    return sheet.agencies().stream().filter(each -> each.code().equals(code)).findFirst();
  }

  /** Says whether a question belongs to it. */
  boolean covers(Assessment sheet, Question question) {
    return switch (kind) {
      case EVERYTHING -> true;
      case QUESTION -> question.code().toString().equals(code);
      case INDICATOR ->
          sheet.edition().findIndicator(code).orElseThrow().questions().contains(question);
      case CLUSTER ->
          sheet.edition().findCluster(code).orElseThrow().indicators().stream()
              .anyMatch(indicator -> indicator.questions().contains(question));
      case ROLE -> question.lead().filter(code::equals).isPresent();
      case AGENCY ->
          question.lead().isPresent()
              && agency(sheet)
                  .filter(each -> each.roles().contains(question.lead().get()))
                  .isPresent();
    };
  }

  /** Returns kind and code, such as {@code agency DINKES}. */
  @Override
  public String toString() {
    return kind == Kind.EVERYTHING ? code : kind.word() + " " + code;
  }
}
