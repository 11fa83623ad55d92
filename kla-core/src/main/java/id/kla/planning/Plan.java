package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures to carry out, with what they cost and earn (<i>rencana</i>).
 *
 * <p>What is done already is not among them and costs nothing more, but counts in the total.
 *
 * @param measures in the edition's order
 * @param cost what they still cost together
 * @param total the points once their evidence holds
 * @param tier the tier then, after requirements, if any
 * @param awards what the questions that they raise earn then, in the edition's order
 */
@CheckReturnValue
public record Plan(
    List<Measure> measures,
    BigDecimal cost,
    Points total,
    Optional<Tier> tier,
    Map<QuestionCode, Points> awards) {

  /** Copies lists and maps. */
  public Plan {
    measures = List.copyOf(measures);
    awards = Collections.unmodifiableMap(new LinkedHashMap<>(awards));
  }

  /** Returns the codes of the measures, in order. */
  public List<String> codes() {
    return measures.stream().map(Measure::code).toList();
  }
}
