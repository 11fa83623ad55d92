package id.kla.planning;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Severity;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import id.kla.verification.Difference;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sheet scores before and after what-ifs, each applied upon those before it.
 *
 * <p>Every node of both results is there to be looked at; the rows of a difference add up to the
 * change of the total, and those of all steps to that of the whole.
 *
 * @param base the score of the sheet as it is
 * @param steps one for each what-if, in their order
 */
@CheckReturnValue
public record WhatIfReport(ScoredAssessment base, List<Step> steps) {

  /** Copies the list. */
  public WhatIfReport {
    steps = List.copyOf(steps);
  }

  /**
   * One what-if and what it changes.
   *
   * @param whatIf the what-if
   * @param difference from the score before it to the score after it
   */
  public record Step(WhatIf whatIf, Difference difference) {}

  /**
   * Applies what-ifs one upon the other and scores each time by the same view; or returns every
   * fault that stands in the way of any of them.
   *
   * @throws IllegalArgumentException if the edition can't be scored, or the view names a stage that
   *     it does not have, or at which nobody else judges
   */
  public static Checked<WhatIfReport> of(Assessment sheet, View view, List<WhatIf> whatIfs) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    ScoredAssessment base = engine.score(sheet, view);
    List<Fault> faults = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    ScoredAssessment last = base;
    for (WhatIf whatIf : whatIfs) {
      Checked<Assessment> patched = whatIf.applyTo(last.assessment());
      faults.addAll(patched.faults());
      if (patched.value().isPresent()) {
        ScoredAssessment next = engine.score(patched.orThrow(), view);
        steps.add(new Step(whatIf, Difference.of(last, next)));
        last = next;
      }
    }
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults)
        : Checked.of(new WhatIfReport(base, steps), faults);
  }

  /** Returns the score after the last what-if. */
  public ScoredAssessment patched() {
    return steps.isEmpty() ? base : steps.get(steps.size() - 1).difference().after();
  }

  /** Returns what all of them change together. */
  public Difference difference() {
    return Difference.of(base, patched());
  }
}
