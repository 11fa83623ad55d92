package id.kla.edition;

import id.kla.fault.Label;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What is asked and answered (<i>pertanyaan</i>): the smallest part of an edition. */
@Value.Immutable
public abstract class Question {

  Question() {}

  /** Returns the code of the indicator and of the question within it. */
  public abstract QuestionCode code();

  /** Returns what is asked, in short. */
  public abstract Label label();

  /** Returns the most points that an answer earns, from 0. */
  public abstract Points maximum();

  /** Returns where the maximum comes from. */
  @Value.Default
  public Origin origin() {
    return Origin.STATED;
  }

  /** Returns how a response turns into points; graded unless said otherwise. */
  @Value.Default
  public Scale scale() {
    return Scale.graded();
  }

  /** Returns what kind of fact the question asks to measure, if any. */
  public abstract Optional<FactKind> asks();

  /** Returns which way is better; more, unless said otherwise. */
  @Value.Default
  public Direction better() {
    return Direction.MORE;
  }

  /**
   * Returns which level of government the answer is collected from; the region itself by default.
   */
  @Value.Default
  public CollectedFrom collectedFrom() {
    return CollectedFrom.REGION;
  }

  /** Returns the role that answers first, by code; none where no source names one. */
  public abstract Optional<String> lead();

  /** Returns the roles that support it, by code, in the edition's order. */
  public abstract List<String> supporting();

  /** Returns how sure it is who leads and who supports. */
  @Value.Default
  public Mark leadMark() {
    return Mark.STATED;
  }

  /** Returns the topics that it belongs to, by code. */
  public abstract List<String> topics();

  /** Returns the kinds of evidence that are asked, by code. */
  public abstract List<String> evidenceKinds();

  /** Returns whether any of those kinds is enough, or all are asked; any unless said otherwise. */
  @Value.Default
  public Need evidenceNeed() {
    return Need.ANY;
  }

  /**
   * Returns what a claim without evidence is worth; what the edition says of questions without
   * kinds where nothing is said and no kind is asked, and nothing where some are.
   */
  public abstract Optional<WithoutEvidence> withoutEvidence();

  /** Returns what "not applicable" is worth; nothing unless said otherwise. */
  @Value.Default
  public NotApplicable notApplicable() {
    return NotApplicable.NOTHING;
  }

  /** Returns where that comes from. */
  @Value.Default
  public Origin notApplicableOrigin() {
    return Origin.STATED;
  }

  /** Returns a builder; code, label and maximum must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a question. */
  public static final class Builder extends ImmutableQuestion.Builder {
    Builder() {}
  }
}
