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

  /** By position; null where a question is unanswered. Never written to again. */
  private final @Nullable Answer[] answers;

  private final int size;

  /** Takes the array over. */
  SheetAnswers(@Nullable Edition edition, @Nullable Answer[] answers) {
    this.edition = edition;
    this.answers = answers;
    int count = 0;
    for (Answer answer : answers) {
      count += answer == null ? 0 : 1;
    }
    this.size = count;
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

  @Nullable Answer at(int position) {
    return answers[position];
  }

  void giveAll(ObjIntConsumer<Answer> taker) {
    for (int position = 0; position < answers.length; position++) {
      Answer answer = answers[position];
      if (answer != null) {
        taker.accept(answer, position);
      }
    }
  }

  @Override
  public @Nullable Answer get(@Nullable Object code) {
    if (edition == null || !(code instanceof QuestionCode known)) {
      return null;
    }
    int position = edition.position(known.toString());
    return position < 0 ? null : answers[position];
  }

  @Override
  public boolean containsKey(@Nullable Object code) {
    return get(code) != null;
  }

  @Override
  public int size() {
    return size;
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
        return size;
      }
    };
  }

  private final class InOrder implements Iterator<Map.Entry<QuestionCode, Answer>> {

    private final List<Question> questions = edition == null ? List.of() : edition.questions();
    private int next;

    @Override
    public boolean hasNext() {
      while (next < answers.length && answers[next] == null) {
        next++;
      }
      return next < answers.length;
    }

    @Override
    public Map.Entry<QuestionCode, Answer> next() {
      Answer answer = hasNext() ? answers[next] : null;
      if (answer == null) {
        throw new NoSuchElementException();
      }
      return Map.entry(questions.get(next++).code(), answer);
    }
  }
}
