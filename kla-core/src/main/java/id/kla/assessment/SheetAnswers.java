package id.kla.assessment;

import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one sheet, each at the position of its question: in the edition's order, under the
 * edition's own codes, and found through the edition's index instead of one for each sheet.
 */
final class SheetAnswers extends AbstractMap<QuestionCode, Answer> {

  /** No answers of no edition. */
  static final SheetAnswers NONE = new SheetAnswers(null, new Answer[0]);

  /** Null where there are no answers. */
  private final @Nullable Edition edition;

  private final AnswerSteps answers;

  /** Takes the array over. */
  SheetAnswers(@Nullable Edition edition, @Nullable Answer[] answers) {
    this.edition = edition;
    this.answers = new AnswerSteps(edition == null ? List.of() : edition.questions(), answers);
  }

  /** Returns those of {@code answers} whose questions are the edition's. */
  static SheetAnswers of(Edition edition, Map<QuestionCode, Answer> answers) {
    @Nullable Answer[] placed = new Answer[edition.questions().size()];
    answers.forEach(
        (code, answer) -> {
          int position = edition.position(code.toString());
          if (position >= 0) {
            placed[position] = answer;
          }
        });
    return new SheetAnswers(edition, placed);
  }

  AnswerSteps steps() {
    return answers;
  }

  @Nullable Answer at(int position) {
    return answers.at(position);
  }

  void giveAll(ObjIntConsumer<Answer> taker) {
    for (int position = 0; position < length(); position++) {
      Answer answer = answers.at(position);
      if (answer != null) {
        taker.accept(answer, position);
      }
    }
  }

  private int length() {
    return edition == null ? 0 : edition.questions().size();
  }

  @Override
  public @Nullable Answer get(@Nullable Object code) {
    if (edition == null || !(code instanceof QuestionCode known)) {
      return null;
    }
    int position = edition.position(known.toString());
    return position < 0 ? null : answers.at(position);
  }

  @Override
  public boolean containsKey(@Nullable Object code) {
    return get(code) != null;
  }

  @Override
  public int size() {
    return answers.answered();
  }

  @Override
  public Set<Map.Entry<QuestionCode, Answer>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<QuestionCode, Answer>> iterator() {
        return new InOrder();
      }

      @Override
      public int size() {
        return answers.answered();
      }
    };
  }

  private final class InOrder implements Iterator<Map.Entry<QuestionCode, Answer>> {

    private final List<Question> questions = edition == null ? List.of() : edition.questions();
    private int next;

    @Override
    public boolean hasNext() {
      while (next < questions.size() && answers.at(next) == null) {
        next++;
      }
      return next < questions.size();
    }

    @Override
    public Map.Entry<QuestionCode, Answer> next() {
      Answer answer = hasNext() ? answers.at(next) : null;
      if (answer == null) {
        throw new NoSuchElementException();
      }
      return Map.entry(questions.get(next++).code(), answer);
    }
  }
}
