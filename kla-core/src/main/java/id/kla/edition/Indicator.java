package id.kla.edition;

import id.kla.fault.Label;
import id.kla.points.Points;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A scored row of a cluster (<i>indikator</i>), with a maximum that its questions cannot pass. */
@Value.Immutable
public abstract class Indicator {

  Indicator() {}

  /** Returns the code, such as {@code 19} or {@code 21A}. */
  public abstract String code();

  /** Returns the name. */
  public abstract Label label();

  /** Returns the stated maximum; without it the edition can be shown, but not scored. */
  public abstract Optional<Points> maximum();

  /** Returns where the maximum comes from. */
  @Value.Default
  public Origin origin() {
    return Origin.STATED;
  }

  /** Returns the questions in the edition's order. */
  public abstract List<Question> questions();

  /** Returns what the questions can earn together, before the maximum cuts it. */
  @Value.Lazy
  public Points sumOfQuestions() {
    return Points.sum(questions().stream().map(Question::maximum).toList());
  }

  /** Returns a builder; code and label must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an indicator. */
  public static final class Builder extends ImmutableIndicator.Builder {
    Builder() {}
  }
}
