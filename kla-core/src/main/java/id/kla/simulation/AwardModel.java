package id.kla.simulation;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.ScoringEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every question of an edition may earn, each independently of the others.
 *
 * <p>No question is left to a default: a model speaks of all of them, of most by saying that they
 * are certain.
 *
 * <pre>{@code
 * AwardModel.from(scored)
 *     .with(Map.of(code, AwardChances.either(Points.of(12), Ratio.parse("80%"), Points.ZERO)));
 * }</pre>
 */
@CheckReturnValue
public final class AwardModel {

  private final Edition edition;
  private final ImmutableMap<QuestionCode, AwardChances> awards;

  private AwardModel(Edition edition, ImmutableMap<QuestionCode, AwardChances> awards) {
    this.edition = edition;
    this.awards = awards;
  }

  /**
   * Returns a model of what each question may earn.
   *
   * @throws IllegalArgumentException if a question of the edition is missing, a code is none of
   *     its, an award lies above its question's maximum, or the edition can't be scored
   */
  public static AwardModel of(Edition edition, Map<QuestionCode, AwardChances> awards) {
    ScoringEngine.refusal(edition, Place.edition(edition.id(), Label.of("", "")))
        .ifPresent(
            fault -> {
              throw new FaultException(List.of(fault));
            });
    requireAwards(edition, awards);
    ImmutableMap.Builder<QuestionCode, AwardChances> ordered = ImmutableMap.builder();
    List<QuestionCode> missing = new ArrayList<>();
    for (Question question : edition.questions()) {
      AwardChances chances = awards.get(question.code());
      if (chances == null) {
        missing.add(question.code());
      } else {
        ordered.put(question.code(), chances);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "model ("
              + edition.id()
              + "): found no chances for questions "
              + missing
              + "; allowed: chances for every question");
    }
    return new AwardModel(edition, ordered.buildOrThrow());
  }

  /** Refuses questions that are none of the edition's, and awards above their maximum. */
  static void requireAwards(Edition edition, Map<QuestionCode, AwardChances> awards) {
    awards.forEach((code, chances) -> require(edition.question(code), chances));
  }

  private static void require(Question question, AwardChances chances) {
    if (chances.most().compareTo(question.maximum()) > 0) {
      throw new IllegalArgumentException(
          "question "
              + question.code()
              + ": found an award of "
              + chances.most()
              + " points; allowed: 0 to "
              + question.maximum());
    }
  }

  /** Returns the model in which every question is certain to earn what it earns in a result. */
  public static AwardModel from(ScoredAssessment scored) {
    Map<QuestionCode, AwardChances> awards = new HashMap<>();
    for (ScoredQuestion question : scored.questions()) {
      Points points = question.points();
      awards.put(question.question().code(), AwardChances.certain(points));
    }
    return of(scored.edition(), awards);
  }

  /**
   * Returns the model in which those questions may earn something else.
   *
   * @throws IllegalArgumentException if a code is none of the edition's, or an award lies above its
   *     question's maximum
   */
  public AwardModel with(Map<QuestionCode, AwardChances> changes) {
    Map<QuestionCode, AwardChances> changed = new HashMap<>(awards);
    changed.putAll(changes);
    return of(edition, changed);
  }

  /** Returns the edition. */
  public Edition edition() {
    return edition;
  }

  /** Returns what each question may earn, in the edition's order. */
  public Map<QuestionCode, AwardChances> awards() {
    return awards;
  }

  /**
   * Returns what one question may earn.
   *
   * @throws IllegalArgumentException if there is no such question; the message names the nearest
   */
  public AwardChances award(QuestionCode code) {
    return Objects.requireNonNull(awards.get(edition.question(code).code()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AwardModel that
        && that.edition.equals(edition)
        && that.awards.equals(awards);
  }

  @Override
  public int hashCode() {
    return awards.hashCode();
  }

  /** Returns edition and number of questions whose award is not certain. */
  @Override
  public String toString() {
    long uncertain = awards.values().stream().filter(each -> each.chances().size() > 1).count();
    return "Model of " + edition.id() + " (" + uncertain + " questions not certain)";
  }
}
