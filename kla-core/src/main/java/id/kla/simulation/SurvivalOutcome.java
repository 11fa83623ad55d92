package id.kla.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a judge may make of a claim. */
@CheckReturnValue
public sealed interface SurvivalOutcome {

  /** Says whether the question can earn it. */
  default boolean fits(Question question) {
    return true;
  }

  /**
   * Returns the award that is left of a claim.
   *
   * @throws IllegalArgumentException if it does not fit the question
   */
  Points award(Question question, Points claim);

  /** The claim holds as it is. */
  record Holds() implements SurvivalOutcome {
    @Override
    public Points award(Question question, Points claim) {
      return claim;
    }
  }

  /** Nothing of the claim is left. */
  record Struck() implements SurvivalOutcome {
    @Override
    public Points award(Question question, Points claim) {
      return Points.ZERO;
    }
  }

  /** The claim rises to the question's maximum. */
  record Full() implements SurvivalOutcome {
    @Override
    public Points award(Question question, Points claim) {
      return question.maximum();
    }
  }

  /**
   * A part of the claim is left; it is rounded once, half up, to a ten-thousandth of a point.
   *
   * @param share the part
   */
  record PartOfClaim(Share share) implements SurvivalOutcome {
    @Override
    public Points award(Question question, Points claim) {
      Ratio part = share.ratio();
      return Points.of(
          claim
              .toBigDecimal()
              .multiply(BigDecimal.valueOf(part.numerator()))
              .divide(BigDecimal.valueOf(part.denominator()), Points.SCALE, RoundingMode.HALF_UP));
    }
  }

  /**
   * The question is answered otherwise than claimed: by points, a level, a share, a count or a
   * change, whichever its scale reads.
   *
   * @param response the answer that is left
   */
  record Answered(Response response) implements SurvivalOutcome {
    @Override
    public boolean fits(Question question) {
      return question.scale().reads(response)
          && !(response instanceof Response.Graded graded
              && (graded.points().signum() < 0
                  || graded.points().compareTo(question.maximum()) > 0));
    }

    @Override
    public Points award(Question question, Points claim) {
      return question.scale().award(response);
    }
  }
}
