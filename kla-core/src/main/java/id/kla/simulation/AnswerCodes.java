package id.kla.simulation;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The small numbers that stand for the answers to each question of an edition in a batch.
 *
 * <p>Code 0 is unanswered. Codes from 1 on are what the question's scale lists, in its order:
 * levels, bands, the points of a line's anchors, named grades. The last code is "not applicable",
 * unless the edition refuses that. A share or a count has the code of its band. Of graded points
 * and of lines, which can award anything, {@link #with} or {@link #of(Edition, List)} says which
 * awards there are.
 *
 * <pre>{@code
 * AnswerCodes codes = AnswerCodes.of(edition, sheets);
 * short[][] columns = codes.columns(sheets);
 * }</pre>
 */
@CheckReturnValue
public final class AnswerCodes {

  /** The most codes that a question can have. */
  public static final int MOST = 4096;

  /** The code of a question that is not answered. */
  public static final int UNANSWERED = 0;

  private final Edition edition;
  private final ImmutableList<ImmutableList<Points>> listed;

  private AnswerCodes(Edition edition, List<ImmutableList<Points>> listed) {
    this.edition = edition;
    this.listed = ImmutableList.copyOf(listed);
    for (int position = 0; position < listed.size(); position++) {
      if (size(position) > MOST) {
        throw new IllegalArgumentException(
            "question "
                + edition.questions().get(position).code()
                + " ("
                + edition.id()
                + "): found "
                + size(position)
                + " codes; allowed: at most "
                + MOST
                + "; score points in their place");
      }
    }
  }

  /**
   * Returns codes for what the scales of an edition list.
   *
   * @throws IllegalArgumentException if a scale lists more than a question can have codes
   */
  public static AnswerCodes of(Edition edition) {
    return new AnswerCodes(
        edition,
        edition.questions().stream()
            .map(question -> ImmutableList.copyOf(question.scale().awards()))
            .toList());
  }

  /**
   * Returns codes for what the scales of an edition list, and then for every other award of the
   * sheets, in their order.
   *
   * @throws IllegalArgumentException if a sheet is of another edition, or a question gets more
   *     codes than it can have
   */
  public static AnswerCodes of(Edition edition, List<Assessment> sheets) {
    sheets.forEach(sheet -> require(edition, sheet));
    List<ImmutableList<Points>> listed = new ArrayList<>();
    for (int position = 0; position < edition.questions().size(); position++) {
      Scale scale = edition.questions().get(position).scale();
      Set<Points> known = new LinkedHashSet<>(scale.awards());
      List<Points> all = new ArrayList<>(scale.awards());
      for (Assessment sheet : sheets) {
        sheet
            .answerAt(position)
            .flatMap(answer -> answer.readBy(scale))
            .map(scale::award)
            .filter(known::add)
            .ifPresent(all::add);
      }
      listed.add(ImmutableList.copyOf(all));
    }
    return new AnswerCodes(edition, listed);
  }

  /**
   * Returns the same codes, but for a question that takes graded points, or whose scale is a line:
   * codes from 1 on are those awards.
   *
   * @throws IllegalArgumentException if there is no such question, its scale lists levels or bands,
   *     an award is not from 0 to its maximum, or there are more awards than codes
   */
  public AnswerCodes with(QuestionCode code, List<Points> awards) {
    Question question = edition.question(code);
    if (question.scale() instanceof Scale.Levels || question.scale() instanceof Scale.Bands) {
      throw new IllegalArgumentException(
          where(question) + "found awards for a scale that lists its own; allowed: none");
    }
    for (Points award : awards) {
      if (award.signum() < 0 || award.compareTo(question.maximum()) > 0) {
        throw new IllegalArgumentException(
            where(question)
                + "found an award of "
                + award
                + " points; allowed: 0 to "
                + question.maximum());
      }
    }
    List<ImmutableList<Points>> changed = new ArrayList<>(listed);
    changed.set(edition.position(code.toString()), ImmutableList.copyOf(awards));
    return new AnswerCodes(edition, changed);
  }

  static void require(Edition edition, Assessment sheet) {
    if (!sheet.edition().equals(edition)) {
      throw new IllegalArgumentException(
          "assessment of edition " + sheet.edition().id() + "; allowed: " + edition.id());
    }
  }

  private String where(Question question) {
    return "question " + question.code() + " (" + edition.id() + "): ";
  }

  /** Returns the edition. */
  public Edition edition() {
    return edition;
  }

  /** Returns how many codes, from 0 on, the question at a position of the edition has. */
  public int size(int position) {
    return 1 + listed.get(position).size() + (notApplicable(position).isPresent() ? 1 : 0);
  }

  /** Returns the code of "not applicable", unless the edition refuses that for the question. */
  public OptionalInt notApplicable(int position) {
    return edition.questions().get(position).notApplicable() == NotApplicable.REFUSED
        ? OptionalInt.empty()
        : OptionalInt.of(1 + listed.get(position).size());
  }

  /**
   * Returns what a code earns.
   *
   * @throws IndexOutOfBoundsException unless the code is from 0 to below {@link #size}
   */
  public Points award(int position, int code) {
    if (code == UNANSWERED) {
      return Points.ZERO;
    }
    return notApplicable(position).equals(OptionalInt.of(code))
        ? ofNoCase(edition.questions().get(position))
        : listed.get(position).get(code - 1);
  }

  private static Points ofNoCase(Question question) {
    return question.notApplicable() == NotApplicable.FULL ? question.maximum() : Points.ZERO;
  }

  /** Returns what an answer earns when every claim counts. */
  static Points award(Question question, Answer answer) {
    return answer instanceof Answer.NotApplicable
        ? ofNoCase(question)
        : answer.readBy(question.scale()).map(question.scale()::award).orElse(Points.ZERO);
  }

  /**
   * Returns the code of an answer to the question at a position of the edition; that of a fact
   * which the scale can't read is {@link #UNANSWERED}.
   *
   * @throws IllegalArgumentException if the answer does not fit the question, or is an award that
   *     no code stands for
   */
  public int code(int position, Answer answer) {
    Question question = edition.questions().get(position);
    if (answer instanceof Answer.NotApplicable) {
      return notApplicable(position)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      where(question) + "found \"not applicable\"; allowed: an answer"));
    }
    Optional<Response> read = answer.readBy(question.scale());
    if (read.isEmpty()) {
      if (answer instanceof Answer.Given given) {
        throw new IllegalArgumentException(
            where(question) + "found " + given.response() + "; allowed: what its scale can read");
      }
      return UNANSWERED;
    }
    int index = index(question.scale(), read.get(), listed.get(position));
    if (index < 0) {
      throw new IllegalArgumentException(
          where(question)
              + "found an award of "
              + question.scale().award(read.get())
              + " points, for which there is no code; allowed: "
              + listed.get(position));
    }
    return 1 + index;
  }

  /** Levels and bands keep their place, even where two of them earn the same. */
  private static int index(Scale scale, Response response, List<Points> awards) {
    int step = scale.step(response);
    return step < 0 ? awards.indexOf(scale.award(response)) : step;
  }

  /**
   * Returns the codes of sheets: for each question of the edition a column, with a code for each
   * sheet.
   *
   * @throws IllegalArgumentException if a sheet is of another edition, or no code stands for an
   *     award
   */
  public short[][] columns(List<Assessment> sheets) {
    sheets.forEach(sheet -> require(edition, sheet));
    short[][] columns = new short[edition.questions().size()][sheets.size()];
    for (int position = 0; position < columns.length; position++) {
      int at = position;
      for (int sheet = 0; sheet < sheets.size(); sheet++) {
        int code =
            sheets.get(sheet).answerAt(at).map(answer -> code(at, answer)).orElse(UNANSWERED);
        columns[at][sheet] = (short) code;
      }
    }
    return columns;
  }

  /** Returns edition and number of questions. */
  @Override
  public String toString() {
    return "Codes of " + edition.id() + " (" + listed.size() + " questions)";
  }
}
