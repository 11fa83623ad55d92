package id.kla.scoring;

import id.kla.assessment.Answer;
import id.kla.edition.Bound;
import id.kla.edition.FactKind;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A question with the look-ups of its scale done once: what an answer to it earns when every claim
 * counts.
 *
 * <p>Answers that name the same level have everything in common, so that their nodes are made once,
 * too, as is the one without an answer. Which band a share falls in is counted without a branch,
 * since no processor foresees it. What is not found so is left to the scale, which says the same of
 * all answers.
 */
final class Reading {

  private final Question question;
  private final Scale scale;
  private final Judgement judgement;
  private final boolean isGraded;
  private final boolean isCoverage;
  private final ScoredQuestion unanswered;

  /** By the levels' codes; none of another scale. */
  private final Map<String, ScoredQuestion> levels = new HashMap<>();

  private final Ends ends;
  private final Points[] awards;

  Reading(Question question, Judgement judgement) {
    this.question = question;
    this.scale = question.scale();
    this.judgement = judgement;
    this.isGraded = scale instanceof Scale.Graded;
    this.unanswered = new ScoredQuestion(question, null, State.UNANSWERED, Points.ZERO, judgement);
    if (scale instanceof Scale.Levels named) {
      for (Scale.Level level : named.levels()) {
        Answer answer = Answer.of(Response.level(level.code()));
        levels.put(level.code(), settled(answer, level.points()));
      }
    }
    this.ends = scale instanceof Scale.Bands bands ? Ends.of(bands) : Ends.NONE;
    this.isCoverage =
        scale instanceof Scale.Bands bands
            && bands.measure() == FactKind.COVERAGE
            && ends != Ends.NONE;
    this.awards = scale.awards().toArray(Points[]::new);
  }

  /** Returns the node of the question without an answer. */
  ScoredQuestion unanswered() {
    return unanswered;
  }

  /** Returns the node of the question with an answer. */
  ScoredQuestion score(Answer answer) {
    if (answer instanceof Answer.Given given) {
      Response response = given.response();
      if (response instanceof Response.Level level) {
        ScoredQuestion known = levels.get(level.code());
        if (known != null && given.measured().isEmpty()) {
          return known;
        }
      } else if (response instanceof Response.Coverage coverage) {
        Ratio share = coverage.share().ratio();
        if (isCoverage && Ends.isInRange(share)) {
          return settled(answer, awards[ends.below(share.numerator(), share.denominator())]);
        }
      } else if (response instanceof Response.Graded graded && isGraded) {
        return settled(answer, graded.points());
      }
    }
    return other(answer);
  }

  private ScoredQuestion other(Answer answer) {
    Points award = answer.readBy(scale).map(scale::award).orElse(null);
    if (award != null) {
      return settled(answer, award);
    }
    if (answer instanceof Answer.NotApplicable) {
      award = question.notApplicable() == NotApplicable.FULL ? question.maximum() : Points.ZERO;
      return new ScoredQuestion(question, answer, State.NOT_APPLICABLE, award, judgement);
    }
    return new ScoredQuestion(question, answer, State.UNANSWERED, Points.ZERO, judgement);
  }

  private ScoredQuestion settled(Answer answer, Points award) {
    return new ScoredQuestion(question, answer, State.SETTLED, award, judgement);
  }

  /**
   * Where the bands of a scale end, but for the highest; as those of an edition leave no hole, the
   * number of those that end below a share is the number of its band.
   */
  private static final class Ends {

    /** Of a scale without bands, or with a bound out of range. */
    static final Ends NONE = new Ends(List.of());

    private static final int AT_ONCE = 4;

    /** Filled up to a multiple of {@link #AT_ONCE} with bounds that nothing reaches. */
    private final long[] numerators;

    private final long[] denominators;

    /** 1 where the bound belongs to the band above, 0 where to the one below. */
    private final int[] opens;

    private Ends(List<Bound<Ratio>> ends) {
      int length = (ends.size() + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
      numerators = new long[length];
      denominators = new long[length];
      opens = new int[length];
      for (int i = 0; i < length; i++) {
        boolean isEnd = i < ends.size();
        numerators[i] = isEnd ? ends.get(i).value().numerator() : Integer.MAX_VALUE;
        denominators[i] = isEnd ? ends.get(i).value().denominator() : 1;
        opens[i] = isEnd && ends.get(i).kind() == Bound.Kind.OPEN ? 1 : 0;
      }
    }

    static Ends of(Scale.Bands scale) {
      List<Bound<Ratio>> ends =
          scale.bands().stream()
              .limit(scale.bands().size() - 1L)
              .map(band -> band.range().upper().orElseThrow())
              .toList();
      return ends.stream().allMatch(end -> isInRange(end.value())) ? new Ends(ends) : NONE;
    }

    /** Says whether products with another such number, and their differences, fit in a long. */
    static boolean isInRange(Ratio ratio) {
      return (int) ratio.numerator() == ratio.numerator()
          && (int) ratio.denominator() == ratio.denominator();
    }

    int below(long numerator, long denominator) {
      long count = 0;
      for (int i = 0; i < numerators.length; i += AT_ONCE) {
        count +=
            isBelow(i, numerator, denominator)
                + isBelow(i + 1, numerator, denominator)
                + isBelow(i + 2, numerator, denominator)
                + isBelow(i + 3, numerator, denominator);
      }
      return (int) count;
    }

    /** Returns 1 or 0: the sign of what is left to the bound. */
    private long isBelow(int end, long numerator, long denominator) {
      return (numerators[end] * denominator - numerator * denominators[end] - opens[end]) >>> 63;
    }
  }
}
