package id.kla.assessment;

import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import java.util.Optional;
import org.immutables.value.Value;

/** What a judging stage found of one answer (<i>hasil verifikasi</i>). */
@Value.Immutable
public abstract class Finding {

  Finding() {}

  /** What a judging stage can find. */
  public enum Ruling {
    /** The claim stands as it was. */
    UPHELD,
    /** Other points count, fewer or more. */
    REVISED,
    /** Nothing is left of the claim. */
    STRUCK
  }

  /** Returns the question. */
  public abstract QuestionCode question();

  /** Returns the code of the stage. */
  public abstract String stage();

  /** Returns what was found. */
  public abstract Ruling ruling();

  /** Returns the points that count instead; there if and only if the claim was revised. */
  public abstract Optional<Points> points();

  /** Returns why, as a code of whoever judged. */
  public abstract Optional<String> reason();

  /** Returns why, in words. */
  public abstract Optional<String> note();

  /** Points belong to a revision, and to nothing else. */
  @Value.Check
  void check() {
    if (points().isPresent() != (ruling() == Ruling.REVISED)) {
      throw new IllegalArgumentException(
          "finding of question "
              + question()
              + ": found "
              + ruling()
              + (points().isPresent() ? " with points" : " without points")
              + "; allowed: points if and only if revised");
    }
  }

  /** Returns a builder; question, stage and ruling must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a finding. */
  public static final class Builder extends ImmutableFinding.Builder {
    Builder() {}
  }
}
