package id.kla.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What matters: how much each question, indicator and group of questions, and each factor that
 * questions share, contributes to the variance of the total and to the chance of a target.
 *
 * <pre>{@code
 * Influences influences = Influences.of(model, edition.ladder().tier("NINDYA"));
 * influences.questions().get(0); // the one that contributes most to the variance
 * }</pre>
 *
 * <p>Factors come first: a factor's indices are those in what is expected of the total once the
 * states of all factors are known. Questions, indicators and groups come second: their indices are
 * taken given the states of all factors, and averaged over these. So what a question shares with
 * others is in the factor's part, and only what is its own in the question's. Without factors these
 * are the plain indices.
 *
 * <p>What adds up to 1: the first-order indices of all indicators, those of all factors, and what
 * factors do only together ({@link #betweenFactors}). The first-order indices of all questions fall
 * short of those of all indicators by what questions do only together ({@link #betweenQuestions}):
 * nothing, where no indicator's maximum can cut. What does not add up: total effects, since what
 * several do together is in that of each; groups, which may leave questions out or share some; and
 * chances. Where nothing is uncertain, all indices are 0. Of a sample the sums hold as far as its
 * errors let them, and an index may lie a little outside of 0 to 1.
 */
@CheckReturnValue
public final class Influences {

  /** The memory that one distribution with the way to each of its sums may take, in bytes. */
  public static final long MOST_BYTES = 512L << 20;

  private static final int DECIMALS = 6;

  private static final Comparator<Influence> BY_EFFECT =
      Comparator.comparingDouble((Influence each) -> each.totalEffect().value()).reversed();

  private final TiedModel model;
  private final Estimate chance;
  private final double variance;
  private final double betweenFactors;
  private final double betweenQuestions;
  private final ImmutableList<Influence> questions;
  private final ImmutableList<Influence> indicators;
  private final ImmutableList<Influence> groups;
  private final ImmutableList<Influence> factors;

  /**
   * Puts them in order.
   *
   * @param variance of the total, in points squared
   */
  Influences(
      TiedModel model,
      Estimate chance,
      double variance,
      List<Influence> questions,
      List<Influence> indicators,
      List<Influence> groups,
      List<Influence> factors) {
    this.model = model;
    this.chance = chance;
    this.variance = variance;
    this.questions = ordered(questions);
    this.indicators = ordered(indicators);
    this.groups = ordered(groups);
    this.factors = ordered(factors);
    double ofIndicators = firstOrder(indicators);
    this.betweenQuestions = Math.max(0, ofIndicators - firstOrder(questions));
    this.betweenFactors = variance > 0 ? Math.max(0, 1 - ofIndicators - firstOrder(factors)) : 0;
  }

  private static ImmutableList<Influence> ordered(List<Influence> influences) {
    return ImmutableList.sortedCopyOf(BY_EFFECT, influences);
  }

  private static double firstOrder(List<Influence> influences) {
    RunningSum sum = new RunningSum();
    influences.forEach(each -> sum.add(each.firstOrder().value()));
    return sum.value();
  }

  /**
   * Computes what matters for reaching a tier or a higher one, after requirements; the groups are
   * the questions of each role that leads some, as {@link #leads} says.
   *
   * @throws IllegalArgumentException if it is not a tier of the edition's ladder, the factors have
   *     more than {@value MixedDistribution#MOST_STATES} states together, or it would take more
   *     than {@link #MOST_BYTES}
   */
  public static Influences of(TiedModel model, Tier target) {
    return of(model, target, leads(model.edition()));
  }

  /**
   * Computes what matters for reaching a tier or a higher one, after requirements.
   *
   * @param groups questions of each group, by its name
   * @throws IllegalArgumentException as {@link #of(TiedModel, Tier)}, or if a question is none of
   *     the edition's
   */
  public static Influences of(TiedModel model, Tier target, Map<String, Set<QuestionCode>> groups) {
    return ExactInfluences.of(
        model, target.least(), ScoreDistribution.floors(model.edition(), target), groups);
  }

  /**
   * Computes what matters for reaching a total or a larger one.
   *
   * @param groups questions of each group, by its name
   * @throws IllegalArgumentException as {@link #of(TiedModel, Tier, Map)}
   */
  public static Influences of(
      TiedModel model, Points target, Map<String, Set<QuestionCode>> groups) {
    return ExactInfluences.of(model, target, Map.of(), groups);
  }

  /**
   * Estimates what matters for reaching a tier or a higher one, after requirements, from draws: for
   * models that have too many states or totals to be computed. All figures then have standard
   * errors.
   *
   * @param draws random numbers of that region, in dimensions 0 and 1
   * @param count how many draws to take, from draw 0 on
   * @param groups questions of each group, by its name
   * @throws IllegalArgumentException if it is not a tier of the edition's ladder, a question is
   *     none of the edition's, the draws are not of that region or lack a factor, or there are
   *     fewer than two
   */
  public static Influences sampled(
      TiedModel model,
      Draws draws,
      RegionCode region,
      int count,
      Tier target,
      Map<String, Set<QuestionCode>> groups) {
    return sampled(
        model,
        draws,
        region,
        count,
        new SheetRules(
            model.edition(), target.least(), ScoreDistribution.floors(model.edition(), target)),
        groups);
  }

  /**
   * Estimates what matters for reaching a total or a larger one, from draws.
   *
   * @throws IllegalArgumentException as {@link #sampled(TiedModel, Draws, RegionCode, int, Tier,
   *     Map)}
   */
  public static Influences sampled(
      TiedModel model,
      Draws draws,
      RegionCode region,
      int count,
      Points target,
      Map<String, Set<QuestionCode>> groups) {
    return sampled(
        model, draws, region, count, new SheetRules(model.edition(), target, Map.of()), groups);
  }

  private static Influences sampled(
      TiedModel model,
      Draws draws,
      RegionCode region,
      int count,
      SheetRules rules,
      Map<String, Set<QuestionCode>> groups) {
    if (count < 2) {
      throw new IllegalArgumentException("draws: found " + count + "; allowed: 2 or more");
    }
    return new SampledInfluences(model, draws, region, count, rules, groups).estimate();
  }

  /**
   * Returns the questions that each role leads, by its code, in the edition's order. Questions
   * without a lead are in none.
   */
  public static Map<String, Set<QuestionCode>> leads(Edition edition) {
    Map<String, Set<QuestionCode>> leads = new LinkedHashMap<>();
    for (Question question : edition.questions()) {
      question
          .lead()
          .ifPresent(
              lead ->
                  leads.computeIfAbsent(lead, none -> new LinkedHashSet<>()).add(question.code()));
    }
    ImmutableMap.Builder<String, Set<QuestionCode>> copy = ImmutableMap.builder();
    leads.forEach((lead, codes) -> copy.put(lead, ImmutableSet.copyOf(codes)));
    return copy.buildOrThrow();
  }

  /** Returns the model. */
  public TiedModel model() {
    return model;
  }

  /** Returns the chance of the target. */
  public Estimate chance() {
    return chance;
  }

  /** Returns the standard deviation of the total, in points, rounded half up to six decimals. */
  public BigDecimal deviation() {
    return new BigDecimal(Math.sqrt(variance)).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** Returns all questions, the largest total effect first; equal ones in the edition's order. */
  public List<Influence> questions() {
    return questions;
  }

  /** Returns all indicators, the largest total effect first. */
  public List<Influence> indicators() {
    return indicators;
  }

  /** Returns the groups, the largest total effect first. */
  public List<Influence> groups() {
    return groups;
  }

  /** Returns what questions share, the largest total effect first. */
  public List<Influence> factors() {
    return factors;
  }

  /** Returns the part of the variance that questions of one indicator have only together. */
  public double betweenQuestions() {
    return betweenQuestions;
  }

  /** Returns the part of the variance that factors have only together. */
  public double betweenFactors() {
    return betweenFactors;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Influences that
        && that.model.equals(model)
        && that.chance.equals(chance)
        && Double.compare(that.variance, variance) == 0
        && that.questions.equals(questions)
        && that.indicators.equals(indicators)
        && that.groups.equals(groups)
        && that.factors.equals(factors);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, chance, questions, groups, factors);
  }

  /** Returns edition, chance and the question that contributes most. */
  @Override
  public String toString() {
    return model.edition().id() + ", chance " + chance.chance() + ", most " + questions.get(0);
  }
}
