package id.kla.policy;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Edition;
import id.kla.edition.NamedLadder;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.rollup.RegionResult;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other rules to be tried: a base edition, and options that change it (<i>simulasi kebijakan</i>).
 *
 * <p>A sheet is taken over to each option and scored again. Of what was declared only that is
 * recomputed which follows from what was published; the rest has an {@link Obstacle}. Nothing that
 * comes of it is a result of the unchanged edition.
 *
 * <pre>{@code
 * Policy policy = Policy.of(Editions.kla2024(), List.of(option));
 * policy.outcome(scored, Place.unknown()).options().get(0).tier();
 * }</pre>
 */
@CheckReturnValue
public final class Policy {

  private final Edition base;
  private final ImmutableList<Edition> options;
  private final Optional<Uncertainty> uncertainty;
  private final ImmutableList<ScoringEngine> engines;
  private final ImmutableList<Rescaling> rescalings;

  private Policy(Edition base, List<Edition> options, Optional<Uncertainty> uncertainty) {
    this.base = base;
    this.options = ImmutableList.copyOf(options);
    this.uncertainty = uncertainty;
    this.engines = options.stream().map(ScoringEngine::of).collect(ImmutableList.toImmutableList());
    this.rescalings =
        options.stream()
            .map(option -> new Rescaling(base, option))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the policy.
   *
   * @throws IllegalArgumentException if there is no option, or {@link #check} finds a fault
   */
  public static Policy of(Edition base, List<Edition> options) {
    Checked<Policy> checked = check(base, options);
    if (checked.value().isEmpty()) {
      throw new FaultException(checked.faults());
    }
    return checked.orThrow();
  }

  /**
   * Returns the policy, or what is wrong with it: an option that changes another edition than the
   * base, or an edition that can't be scored. An option without changes is the base itself.
   *
   * @throws IllegalArgumentException if there is no option
   */
  public static Checked<Policy> check(Edition base, List<Edition> options) {
    if (options.isEmpty()) {
      throw new IllegalArgumentException("options: found none; allowed: one or more");
    }
    List<Fault> faults = new ArrayList<>(refusal(base).stream().toList());
    for (Edition option : options) {
      boolean isOfBase =
          option.equals(base)
              || option
                  .changedFrom()
                  .map(ChangedFrom::digest)
                  .filter(base.digest()::equals)
                  .isPresent();
      if (!isOfBase) {
        faults.add(
            Fault.of(FaultCode.OPTION_OF_OTHER_EDITION, place(option))
                .with("found", option.changedFrom().map(ChangedFrom::edition).orElse(""))
                .with("allowed", base.id()));
      } else if (!option.equals(base)) {
        refusal(option).ifPresent(faults::add);
      }
    }
    return faults.isEmpty()
        ? Checked.of(new Policy(base, options, Optional.empty()), List.of())
        : Checked.failed(faults);
  }

  private static Optional<Fault> refusal(Edition edition) {
    return ScoringEngine.refusal(edition, place(edition));
  }

  private static Place place(Edition edition) {
    return Place.edition(edition.id(), Label.of("", ""));
  }

  /** Returns the same policy, which also compares its options on draws. */
  public Policy drawing(Uncertainty drawn) {
    return new Policy(base, options, Optional.of(drawn));
  }

  /** Returns the base edition. */
  public Edition base() {
    return base;
  }

  /** Returns the options. */
  public List<Edition> options() {
    return options;
  }

  /** Returns the base edition and then the options: the rules by their places. */
  public List<Edition> rules() {
    return ImmutableList.<Edition>builder().add(base).addAll(options).build();
  }

  /** Returns on which draws options are compared, if on any. */
  public Optional<Uncertainty> uncertainty() {
    return uncertainty;
  }

  /** Returns the tiers that any of the rules know, the lowest first; none is the first. */
  public List<String> tiers() {
    return DrawnOutcomes.tiers(rules());
  }

  /**
   * Returns what a sheet stands at under the base edition and each option, by the same view. Where
   * options are compared on draws, it is drawn, too, unless it is of the last stage, after which
   * nobody judges, or does not fit an option.
   *
   * @param scored the score of a sheet of the base edition
   * @param place where the sheet was read
   * @throws IllegalArgumentException if it is of another edition
   */
  public RegionOutcome outcome(ScoredAssessment scored, Place place) {
    if (!scored.edition().equals(base)) {
      throw new IllegalArgumentException(
          "sheet: found edition " + scored.edition().id() + "; allowed: " + base.id());
    }
    List<Outcome> outcomes = new ArrayList<>();
    List<ScoredAssessment> fitting = new ArrayList<>(List.of(scored));
    for (int i = 0; i < options.size(); i++) {
      Checked<Assessment> moved = scored.assessment().under(options.get(i));
      if (moved.value().isEmpty()) {
        outcomes.add(Outcome.unknown(Optional.empty(), Obstacle.ANSWERS));
      } else {
        ScoredAssessment under = engines.get(i).score(moved.orThrow(), scored.view());
        fitting.add(under);
        outcomes.add(
            new Outcome(
                Optional.of(under.now().total()),
                Optional.of(under.now().tier().map(Tier::code).orElse(RegionResult.NONE)),
                Optional.empty(),
                leftOut(moved.faults())));
      }
    }
    return new RegionOutcome(
        RegionResult.builder()
            .from(RegionResult.of(scored, place))
            .clusters(Map.of())
            .indicators(Map.of())
            .build(),
        outcomes,
        fitting.size() == rules().size() ? drawn(fitting) : Optional.empty());
  }

  private static int leftOut(List<Fault> warnings) {
    return (int) warnings.stream().filter(each -> each.code() == FaultCode.ANSWER_LEFT_OUT).count();
  }

  private Optional<DrawnOutcomes> drawn(List<ScoredAssessment> scored) {
    Assessment sheet = scored.get(0).assessment();
    boolean isJudgedLater = !base.stagesAfter(sheet.judgedAt()).isEmpty();
    return uncertainty
        .filter(drawn -> isJudgedLater)
        .map(
            drawn ->
                DrawnOutcomes.of(
                    scored.stream().map(drawn.survival()::of).toList(),
                    sheet.region(),
                    drawn.seed(),
                    drawn.draws()));
  }

  /**
   * Returns what a declared result stands at under the base edition and each option, as far as that
   * follows from what was published. Its tier under the base edition is that of its total, which
   * the published one must not contradict. What was published is taken to be measured by the base
   * edition: leave out results of another instrument, whose points are another measure.
   *
   * @param place where it was read
   */
  public RegionOutcome outcome(DeclaredResult declared, Place place) {
    RegionResult result = RegionResult.of(declared, base, place);
    Outcome standing = Rescaling.standing(result, base);
    Optional<String> said =
        result.tier().filter(tier -> result.tierOrigin() == RegionResult.TierOrigin.DECLARED);
    return new RegionOutcome(
        RegionResult.builder()
            .from(result)
            .ladder(new NamedLadder(base.id(), base.ladder(), base.sources()))
            .total(standing.total())
            .tier(standing.tier().or(() -> said))
            .tierOrigin(
                said.isPresent()
                    ? RegionResult.TierOrigin.DECLARED
                    : standing.tier().isPresent()
                        ? RegionResult.TierOrigin.COMPUTED
                        : RegionResult.TierOrigin.UNKNOWN)
            .clusters(Map.of())
            .indicators(Map.of())
            .build(),
        rescalings.stream().map(each -> each.of(result, standing)).toList(),
        Optional.empty());
  }

  /** Says whether both try the same rules on the same draws. */
  boolean isSame(Policy other) {
    return other == this
        || (other.rules().equals(rules()) && other.uncertainty.equals(uncertainty));
  }

  /** Returns the base edition and the number of options. */
  @Override
  public String toString() {
    return base.id() + " and " + options.size() + " options";
  }
}
