package id.kla.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that comes true by chance, and then raises what one question or several earn.
 *
 * <p>Each question earns the best of what it earns without events and of what the events that come
 * true bring it, never their sum. Events are independent of each other and of everything else; the
 * questions of one event are not: all of them are raised, or none.
 *
 * <pre>{@code
 * new Event("posyandu", Ratio.parse("80%"), Map.of(code, Points.of(4), other, Points.of(3)));
 * }</pre>
 *
 * @param code what it is called, unique among the events of a distribution
 * @param chance how likely it comes true, from 0 to 1
 * @param awards what each of its questions then earns at least
 */
@CheckReturnValue
public record Event(String code, Ratio chance, Map<QuestionCode, Points> awards) {

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if an award is below 0, or the chance is not from 0 to 1
   */
  public Event {
    AwardChances.requireChance(chance);
    awards.forEach(
        (question, award) -> {
          if (award.signum() < 0) {
            throw new IllegalArgumentException(
                "event "
                    + code
                    + ", question "
                    + question
                    + ": found an award of "
                    + award
                    + " points; allowed: 0 or more");
          }
        });
    awards = Collections.unmodifiableMap(new LinkedHashMap<>(awards));
  }

  boolean isCertain() {
    return chance.equals(AwardChances.ALWAYS);
  }

  boolean isPossible() {
    return !chance.equals(AwardChances.NEVER);
  }
}
