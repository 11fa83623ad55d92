package id.kla.verification;

import id.kla.edition.QuestionCode;
import id.kla.fault.Fault;
import id.kla.points.Points;
import java.util.List;

/**
 * One thing about the evidence of a sheet that costs points or may.
 *
 * @param fault what it is, where, and what to do
 * @param questions the questions that it concerns, in the edition's order
 * @param atStake what hangs on it: the same points may hang on several, and they do not add up
 */
public record Weakness(Fault fault, List<QuestionCode> questions, Points atStake) {

  /** Copies the list. */
  public Weakness {
    questions = List.copyOf(questions);
  }
}
