package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How firmly the cheapest plan to a tier stands.
 *
 * @param plan the plan
 * @param measures one row for each of its measures, in its order
 * @param savedByPoint what the cheapest plan would cost less if a question held one more point than
 *     it does, up to its maximum; only questions where that saves something, in the edition's order
 * @param savedByLess what the cheapest plan would cost less if the tier began one point lower
 * @param addedByMore what it would cost more if the tier began one point higher; nothing where that
 *     can't be reached
 */
@CheckReturnValue
public record Sensitivity(
    Plan plan,
    List<Row> measures,
    Map<QuestionCode, BigDecimal> savedByPoint,
    BigDecimal savedByLess,
    Optional<BigDecimal> addedByMore) {

  /** Copies lists and maps. */
  public Sensitivity {
    measures = List.copyOf(measures);
    savedByPoint = Collections.unmodifiableMap(new LinkedHashMap<>(savedByPoint));
  }

  /** How much a plan depends on a measure. */
  public enum Weight {
    /** Without it the tier is out of reach. */
    NEEDED,
    /** Without it the tier costs more. */
    DECISIVE,
    /** Another plan without it costs as much. */
    REPLACEABLE
  }

  /**
   * How much the plan depends on one of its measures.
   *
   * @param measure the measure
   * @param weight how much
   * @param mayRise how much its cost may rise before it leaves the plan: up to this amount no plan
   *     without it is cheaper; nothing where the tier is out of reach without it
   * @param savedByPoint what the cheapest plan would cost less if the measure brought one point
   *     more, up to the maximum, on that one of its questions where this saves most
   */
  public record Row(
      Measure measure, Weight weight, Optional<BigDecimal> mayRise, BigDecimal savedByPoint) {}
}
