package id.kla.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.DeclaredResult;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a score at one stage: every question, or only points of indicators, of clusters
 * or a total.
 *
 * @param stage the code of the stage
 * @param total the total
 * @param clusters the points of clusters by code, as far as they are known
 * @param indicators the points of indicators by code, as far as they are known
 * @param scored the whole result, if it is known
 */
@CheckReturnValue
public record StageResult(
    String stage,
    Points total,
    Map<String, Points> clusters,
    Map<String, Points> indicators,
    Optional<ScoredAssessment> scored) {

  /** Copies the maps. */
  public StageResult {
    clusters = Map.copyOf(clusters);
    indicators = Map.copyOf(indicators);
  }

  /** Returns a whole result. */
  public static StageResult of(String stage, ScoredAssessment scored) {
    Map<String, Points> clusters = new LinkedHashMap<>();
    Map<String, Points> indicators = new LinkedHashMap<>();
    for (ScoredCluster cluster : scored.clusters()) {
      clusters.put(cluster.code(), cluster.points());
      for (ScoredIndicator indicator : cluster.indicators()) {
        indicators.put(indicator.code(), indicator.points());
      }
    }
    return new StageResult(stage, scored.now().total(), clusters, indicators, Optional.of(scored));
  }

  /** Returns a published result; nothing where only its predicate was published. */
  public static Optional<StageResult> of(DeclaredResult result) {
    return result
        .total()
        .map(
            total ->
                new StageResult(
                    result.stage(),
                    total,
                    result.clusters(),
                    result.indicators(),
                    Optional.empty()));
  }

  /** Returns the same under the edition's own code of the stage. */
  StageResult at(String code) {
    return new StageResult(code, total, clusters, indicators, scored);
  }
}
