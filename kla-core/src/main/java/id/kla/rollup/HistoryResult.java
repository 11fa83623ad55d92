package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.Edition;
import id.kla.edition.Stage;
import id.kla.fault.Place;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a region in a round at one stage, with every question where kla scored it.
 *
 * @param result the figures
 * @param scored the score that they are of; none of what was declared
 */
@CheckReturnValue
public record HistoryResult(RegionResult result, Optional<ScoredAssessment> scored) {

  /** Returns what was declared; {@code edition} is the one whose stages its stage names. */
  public static HistoryResult of(DeclaredResult declared, Edition edition) {
    return new HistoryResult(RegionResult.of(declared, edition, Place.unknown()), Optional.empty());
  }

  /**
   * Returns what a sheet scores: at its own stage every claim, and at each later stage that has
   * findings what those left.
   *
   * @throws IllegalArgumentException if its edition can't be scored
   */
  public static List<HistoryResult> of(Assessment sheet) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<HistoryResult> results = new ArrayList<>();
    results.add(of(engine.score(sheet)));
    for (Stage stage : sheet.edition().stagesAfter(sheet.judgedAt())) {
      if (sheet.findings().stream().anyMatch(found -> found.stage().equals(stage.code()))) {
        results.add(of(engine.score(sheet, View.verified(stage.code()))));
      }
    }
    return results;
  }

  private static HistoryResult of(ScoredAssessment scored) {
    return new HistoryResult(RegionResult.of(scored, Place.unknown()), Optional.of(scored));
  }
}
