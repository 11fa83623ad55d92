package id.kla.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.util.List;

/**
 * What of a claim has evidence that holds on a day, whose the rest is, and what is weak about it.
 *
 * <pre>{@code
 * EvidenceReport report = EvidenceReport.of(sheet, EvidenceCheck.on(day));
 * report.agencies().shares().get(0);   // the agency with most points at risk
 * report.weaknesses().get(0).atStake();
 * }</pre>
 *
 * @param check what the evidence must withstand
 * @param difference from what is claimed to what has evidence
 * @param agencies the points at risk by the agency that leads
 * @param topics the points at risk by topic
 * @param weaknesses what is weak about the evidence, most points first
 */
@CheckReturnValue
public record EvidenceReport(
    EvidenceCheck check,
    Difference difference,
    AgencyRisk agencies,
    TopicRisk topics,
    List<Weakness> weaknesses) {

  /** Copies the list. */
  public EvidenceReport {
    weaknesses = List.copyOf(weaknesses);
  }

  /**
   * Looks at the evidence of a sheet.
   *
   * @throws IllegalArgumentException if the sheet's edition can't be scored, or a stage of the
   *     check is not one of its stages
   */
  public static EvidenceReport of(Assessment assessment, EvidenceCheck check) {
    ScoringEngine engine = ScoringEngine.of(assessment.edition());
    ScoredAssessment evidenced = engine.score(assessment, check.view());
    Difference difference = Difference.of(engine.score(assessment), evidenced);
    return new EvidenceReport(
        check,
        difference,
        AgencyRisk.of(difference),
        TopicRisk.of(difference),
        new EvidenceLint(engine, evidenced, check).weaknesses());
  }

  /** Returns what counts if every claim does. */
  public ScoredAssessment claimed() {
    return difference.before();
  }

  /** Returns what has evidence that holds. */
  public ScoredAssessment evidenced() {
    return difference.after();
  }
}
