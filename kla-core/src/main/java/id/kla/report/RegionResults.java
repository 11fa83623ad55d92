package id.kla.report;

import id.kla.planning.Gap;
import id.kla.planning.PlanReport;
import id.kla.scoring.ScoredAssessment;
import id.kla.verification.Difference;
import id.kla.verification.EvidenceReport;
import id.kla.verification.Waterfall;
import java.util.Optional;

/**
 * What is known of one region in one round: the results that its page is made of.
 *
 * @param scored the score that the page is about
 * @param difference from what is claimed to that score
 * @param stages what was lost and won from stage to stage
 * @param gap what the score lacks to the next tier; nothing where none is above
 * @param plan the cheapest way there, if it was looked for
 * @param evidence what of the claim has evidence, if the score counts that
 */
public record RegionResults(
    ScoredAssessment scored,
    Difference difference,
    Waterfall stages,
    Optional<Gap> gap,
    Optional<PlanReport.ToTier> plan,
    Optional<EvidenceReport> evidence) {}
