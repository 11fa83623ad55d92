package id.kla.assessment;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.Scale;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a sheet by the positions of their questions in {@link Edition#questions()}, and
 * which level or band of its scale each falls in: found once, since every answer is held against
 * its scale before there is a sheet, and sheets are scored more than once.
 */
@CheckReturnValue
public final class AnswerSteps {

  /** The step of a question without an answer. */
  public static final int UNANSWERED = 0;

  /** The step of an answer that has to be read itself. */
  public static final int OTHER = -1;

  /** Null where a question is unanswered. Never written to again. */
  private final @Nullable Answer[] answers;

  private final byte[] steps;
  private final int answered;

  /** Takes the array over. */
  AnswerSteps(List<Question> questions, @Nullable Answer[] answers) {
    this.answers = answers;
    this.steps = new byte[answers.length];
    int count = 0;
    for (int position = 0; position < answers.length; position++) {
      Answer answer = answers[position];
      if (answer != null) {
        steps[position] = step(questions.get(position).scale(), answer);
        count++;
      }
    }
    this.answered = count;
  }

  private static byte step(Scale scale, Answer answer) {
    if (answer instanceof Answer.Given given && given.measured().isEmpty()) {
      int step = scale.step(given.response());
      return 0 <= step && step < Byte.MAX_VALUE ? (byte) (step + 1) : OTHER;
    }
    return OTHER;
  }

  /** Returns how many questions are answered. */
  int answered() {
    return answered;
  }

  /** Returns the answer to the question at a position, null without one. */
  @Nullable Answer at(int position) {
    return answers[position];
  }

  /**
   * Returns the answer to the question at a position.
   *
   * @throws NoSuchElementException if it is unanswered
   */
  public Answer answerAt(int position) {
    Answer answer = answers[position];
    if (answer == null) {
      throw new NoSuchElementException("position " + position + ": unanswered");
    }
    return answer;
  }

  /**
   * Returns which level or band of its scale the answer to the question at a position is, from 1 on
   * in the order of {@link Scale#step}; {@link #UNANSWERED} without an answer, and {@link #OTHER}
   * where that does not say all of it: a scale has neither levels nor bands, there is no such case,
   * or the answer holds a measured fact.
   */
  public int stepAt(int position) {
    return steps[position];
  }
}
