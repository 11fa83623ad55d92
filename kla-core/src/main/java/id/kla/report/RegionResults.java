package id.kla.report;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.planning.Gap;
import id.kla.planning.PlanReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import id.kla.verification.Difference;
import id.kla.verification.EvidenceCheck;
import id.kla.verification.EvidenceReport;
import id.kla.verification.Waterfall;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one region in one round: the results that its page is made of.
 *
 * @param scored the score that the page is about
 * @param difference from what is claimed to that score
 * @param stages what was lost and won from stage to stage
 * @param gap what the score lacks to the next tier; nothing where none is above
 * @param leads where most can be won, by who leads
 * @param plan the cheapest way there, if it was looked for
 * @param evidence what of the claim has evidence, if the score counts that
 */
@CheckReturnValue
public record RegionResults(
    ScoredAssessment scored,
    Difference difference,
    Waterfall stages,
    Optional<Gap> gap,
    List<Gap.Room> leads,
    Optional<PlanReport.ToTier> plan,
    Optional<EvidenceReport> evidence) {

  /** Copies the list. */
  public RegionResults {
    leads = List.copyOf(leads);
  }

  /** Returns what follows from a score, but for a plan, which has to be searched for. */
  public static RegionResults of(ScoredAssessment scored) {
    Optional<EvidenceReport> evidence = evidence(scored);
    return new RegionResults(
        scored,
        evidence.map(EvidenceReport::difference).orElseGet(() -> fromClaim(scored)),
        Waterfall.of(scored.assessment()),
        Gap.toNext(scored),
        Gap.leads(scored),
        Optional.empty(),
        evidence);
  }

  private static Difference fromClaim(ScoredAssessment scored) {
    return Difference.of(ScoringEngine.of(scored.edition()).score(scored.assessment()), scored);
  }

  private static Optional<EvidenceReport> evidence(ScoredAssessment scored) {
    View view = scored.view();
    return view.asOf()
        .map(
            day ->
                EvidenceReport.of(
                    scored.assessment(),
                    EvidenceCheck.builder().asOf(day).known(view.stage()).build()));
  }

  /** Returns the same with the cheapest way to the next tier. */
  public RegionResults withPlan(PlanReport.ToTier found) {
    return new RegionResults(scored, difference, stages, gap, leads, Optional.of(found), evidence);
  }
}
