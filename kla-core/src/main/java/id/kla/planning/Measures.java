package id.kla.planning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Place;
import id.kla.fault.Severity;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The measures that a region can choose among, checked against its score.
 *
 * <p>They stand in the edition's order: by the first question that they bring an award to, then by
 * code; supporting ones at the end.
 */
@CheckReturnValue
public final class Measures {

  /** Years from here to there are years of a plan. */
  static final Range<Integer> YEARS = Range.closed(1900, 2199);

  private final ScoredAssessment scored;
  private final ImmutableList<Measure> measures;

  private Measures(ScoredAssessment scored, List<Measure> measures) {
    this.scored = scored;
    this.measures =
        measures.stream()
            .sorted(
                Comparator.comparingInt((Measure measure) -> position(scored, measure))
                    .thenComparing(Measure::code))
            .collect(ImmutableList.toImmutableList());
  }

  /** Returns the measures, or every fault that stands in their way. */
  public static Checked<Measures> check(ScoredAssessment scored, List<Written<Measure>> written) {
    List<Fault> faults = new ArrayList<>();
    MeasuresCheck check = new MeasuresCheck(scored.edition(), faults);
    List<Measure> measures = check.each(written).stream().map(Written::value).toList();
    check.together(scored);
    return checked(scored, measures, faults);
  }

  /**
   * Returns the measures of a list, or every fault that stands in their way. What its own check has
   * told already is not told again.
   */
  public static Checked<Measures> check(ScoredAssessment scored, MeasureList list) {
    if (!list.edition().id().equals(scored.edition().id())) {
      return Checked.failed(
          List.of(
              Fault.of(FaultCode.OTHER_EDITION, list.place())
                  .with("found", list.edition().id())
                  .with("allowed", scored.edition().id())));
    }
    List<Fault> faults = new ArrayList<>();
    MeasuresCheck check = new MeasuresCheck(scored.edition(), faults);
    check.each(list.written());
    if (list.edition().equals(scored.edition())) {
      faults.clear();
    }
    check.together(scored);
    return checked(scored, list.measures(), faults);
  }

  private static Checked<Measures> checked(
      ScoredAssessment scored, List<Measure> measures, List<Fault> faults) {
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(new Measures(scored, measures), faults);
  }

  /**
   * Returns the measures.
   *
   * @throws FaultException with every fault that stands in their way
   */
  public static Measures of(ScoredAssessment scored, List<Measure> measures) {
    return check(
            scored,
            measures.stream().map(measure -> new Written<>(measure, Place.unknown())).toList())
        .orThrow();
  }

  /**
   * Returns one measure of cost 1 for every question with headroom, which fills it as far as its
   * scale can, called like the question; for a region that knows no costs yet.
   *
   * @param locked questions that are left out
   * @throws IllegalArgumentException if one of those is not the edition's
   */
  public static Measures ofHeadroom(ScoredAssessment scored, Set<QuestionCode> locked) {
    locked.forEach(scored.edition()::question);
    List<Measure> measures = new ArrayList<>();
    for (ScoredIndicator indicator : scored.indicators()) {
      for (ScoredQuestion question : indicator.questions()) {
        QuestionCode code = question.question().code();
        Points best = question.question().scale().best().orElse(question.maximum());
        if (best.compareTo(question.points()) > 0
            && question.headroom().signum() > 0
            && indicator.headroom().signum() > 0
            && !locked.contains(code)) {
          measures.add(
              Measure.builder()
                  .code(code.toString())
                  .label(question.label())
                  .putAwards(code, best)
                  .cost(BigDecimal.ONE)
                  .build());
        }
      }
    }
    return of(scored, measures);
  }

  private static int position(ScoredAssessment scored, Measure measure) {
    return measure.awards().keySet().stream()
        .mapToInt(code -> scored.edition().position(code.toString()))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Returns the score that they start from. */
  public ScoredAssessment scored() {
    return scored;
  }

  /** Returns them in the edition's order. */
  public List<Measure> measures() {
    return measures;
  }

  /** Returns the codes. */
  @Override
  public String toString() {
    return measures.stream().map(Measure::code).toList().toString();
  }
}
