package id.kla.assessment;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.fault.Printable;
import id.kla.points.Points;
import java.util.Optional;

/** What a region answered to one question (<i>jawaban</i>). */
@CheckReturnValue
public sealed interface Answer {

  /** Returns an answer of points that were awarded. */
  static Answer of(Points points) {
    return of(Response.graded(points));
  }

  /** Returns an answer of a response alone. */
  static Answer of(Response response) {
    return new Given(response, Optional.empty());
  }

  /** Returns an answer of a response and the measured fact that it rests on. */
  static Answer of(Response response, Response.Fact measured) {
    return new Given(response, Optional.of(measured));
  }

  /** Returns a measured fact without points. */
  static Answer measured(Response.Fact fact) {
    return new Measured(fact);
  }

  /** Returns the answer that there is no such case, and why. */
  static Answer notApplicable(String reason) {
    return new NotApplicable(reason);
  }

  /**
   * Returns what {@code scale} reads of this answer: the response, or else the measured fact;
   * nothing where it can read neither.
   */
  Optional<Response> readBy(Scale scale);

  /**
   * A response, maybe with the fact that it rests on.
   *
   * @param response the response
   * @param measured the fact; it is scored where the scale reads it and not the response
   */
  record Given(Response response, Optional<Response.Fact> measured) implements Answer {
    @Override
    public Optional<Response> readBy(Scale scale) {
      return scale.reads(response)
          ? Optional.of(response)
          : measured.filter(scale::reads).map(fact -> fact);
    }
  }

  /**
   * A measured fact without points: unanswered for the score, unless the scale reads it.
   *
   * @param fact the fact
   */
  record Measured(Response.Fact fact) implements Answer {
    @Override
    public Optional<Response> readBy(Scale scale) {
      return scale.reads(fact) ? Optional.of(fact) : Optional.empty();
    }
  }

  /**
   * There is no such case in the region.
   *
   * @param reason why, as the region says
   */
  record NotApplicable(String reason) implements Answer {
    /** Drops blanks around the reason. */
    public NotApplicable {
      reason = Printable.trimmed(reason);
    }

    @Override
    public Optional<Response> readBy(Scale scale) {
      return Optional.empty();
    }
  }
}
