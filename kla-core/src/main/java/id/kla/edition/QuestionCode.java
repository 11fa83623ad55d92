package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a question: that of its indicator and its own, written {@code 14.10}.
 *
 * <p>Both parts are text: {@code 14.1} and {@code 14.10} are two questions. A part has letters,
 * digits, hyphens and underscores, at most 64 of them.
 */
@CheckReturnValue
public final class QuestionCode {

  /** Marks belong to letters: to those of Java and Bali, and to an accent that stands apart. */
  private static final Pattern PART =
      Pattern.compile("[\\p{L}\\p{Nd}_-][\\p{L}\\p{M}\\p{Nd}_-]{0,63}");

  private final String indicator;
  private final String question;
  private final String text;

  private QuestionCode(String indicator, String question) {
    this.indicator = indicator;
    this.question = question;
    this.text = indicator + "." + question;
  }

  /**
   * Returns the code of question {@code question} of indicator {@code indicator}.
   *
   * @throws IllegalArgumentException if a part has a form that is not allowed
   */
  public static QuestionCode of(String indicator, String question) {
    checkPart(indicator);
    checkPart(question);
    return new QuestionCode(indicator, question);
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  public static QuestionCode parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "question code: found \"" + text + "\"; allowed: such as 14.10 or 19.2a"));
  }

  /** Returns the code that {@code text} writes, or nothing if it has another form. */
  public static Optional<QuestionCode> find(String text) {
    int point = text.indexOf('.');
    return point < 0 || !isPart(text.substring(0, point)) || !isPart(text.substring(point + 1))
        ? Optional.empty()
        : Optional.of(new QuestionCode(text.substring(0, point), text.substring(point + 1)));
  }

  /** Says whether {@code text} can be a code of an edition, or one part of a question's. */
  static boolean isPart(String text) {
    return PART.matcher(text).matches();
  }

  private static void checkPart(String text) {
    if (!isPart(text)) {
      throw new IllegalArgumentException(
          "code: found \""
              + text
              + "\"; allowed: letters, digits, \"-\" and \"_\", at most 64 of them");
    }
  }

  /** Returns the indicator's code. */
  public String indicator() {
    return indicator;
  }

  /** Returns the question's own code within its indicator. */
  public String question() {
    return question;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof QuestionCode code && code.text.equals(text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns both parts with a point between them, such as {@code 14.10}. */
  @Override
  public String toString() {
    return text;
  }
}
