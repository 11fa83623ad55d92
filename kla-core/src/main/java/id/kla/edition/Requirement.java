package id.kla.edition;

import id.kla.fault.Label;
import id.kla.points.Points;
import java.util.Optional;

/**
 * A condition beside the total that a tier or a stage names (<i>prasyarat</i>).
 *
 * <p>A requirement of a tier must hold for that tier and for each one above it. One that is
 * switched off is kept and shown, and changes no result.
 *
 * @param code what results call it
 * @param label what it asks, in words
 * @param tier the tier that it guards, by code
 * @param stage the stage that it opens, by code; exactly one of tier and stage is named
 * @param subject what it looks at
 * @param least what that must at least earn
 * @param state on or off
 * @param origin where it comes from
 */
public record Requirement(
    String code,
    Label label,
    Optional<String> tier,
    Optional<String> stage,
    Subject subject,
    Bound<Points> least,
    State state,
    Origin origin) {

  /** Lets the code stand for a label that is missing. */
  public Requirement {
    label = label.isEmpty() ? Label.of(code, code) : label;
  }

  /** Whether a requirement counts. */
  public enum State {
    /** It counts. */
    ON,
    /** It is only kept. */
    OFF
  }

  /** What a requirement looks at. */
  public sealed interface Subject {}

  /** The total. */
  public enum Total implements Subject {
    /** The only one. */
    TOTAL
  }

  /**
   * A cluster.
   *
   * @param code its code
   */
  public record OfCluster(String code) implements Subject {}

  /**
   * An indicator.
   *
   * @param code its code
   */
  public record OfIndicator(String code) implements Subject {}

  /**
   * A question.
   *
   * @param code its code
   */
  public record OfQuestion(QuestionCode code) implements Subject {}
}
