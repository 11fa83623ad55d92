package id.kla.scoring;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.AnswerSteps;
import id.kla.assessment.Assessment;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Ladder;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores assessments by the rules of one edition.
 *
 * <p>An engine is made once for an edition and scores any number of sheets, on any number of
 * threads.
 *
 * <pre>{@code
 * ScoredAssessment scored = ScoringEngine.of(edition).score(assessment);
 * }</pre>
 */
@CheckReturnValue
public final class ScoringEngine {

  private final Edition edition;
  private final Points maximum;
  private final Resolved[] resolved;
  private final Indicator[] indicators;
  private final Points[] maxima;

  /** Where the questions of each indicator end among all of the edition. */
  private final int[] ends;

  private final Reading revisable;
  private final Reading firm;
  private final ImmutableSet<String> firmStages;
  private final ImmutableList<Requirement> tierRequirements;

  private ScoringEngine(Edition edition, Points maximum) {
    this.edition = edition;
    this.maximum = maximum;
    this.resolved = Resolved.of(edition);
    this.indicators = edition.indicators().toArray(Indicator[]::new);
    this.maxima =
        Arrays.stream(indicators).map(i -> i.maximum().orElseThrow()).toArray(Points[]::new);
    this.ends = Arrays.stream(indicators).mapToInt(i -> i.questions().size()).toArray();
    Arrays.parallelPrefix(ends, Integer::sum);
    this.revisable = new Reading(edition, Judgement.ofClaims(true));
    this.firm = new Reading(edition, Judgement.ofClaims(false));
    this.firmStages = firmStages(edition);
    this.tierRequirements =
        edition.requirements().stream()
            .filter(r -> r.state() == Requirement.State.ON && r.tier().isPresent())
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns an engine for {@code edition}.
   *
   * @throws IllegalArgumentException if it can be shown and compared, but not scored; the message
   *     is that of {@link #refusal}
   */
  public static ScoringEngine of(Edition edition) {
    refusal(edition, Place.edition(edition.id(), Label.of("", "")))
        .ifPresent(
            fault -> {
              throw new FaultException(List.of(fault));
            });
    return new ScoringEngine(edition, edition.maximum().orElseThrow());
  }

  /**
   * Returns why {@code edition} can be shown and compared, but not scored: a cluster whose
   * indicators are not all named, or an indicator without a stated maximum. Nothing where it can.
   */
  public static Optional<Fault> refusal(Edition edition, Place place) {
    return edition.maximum().isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.NOT_SCORABLE, place)
                .with(
                    "found",
                    edition.indicators().stream()
                        .filter(indicator -> indicator.maximum().isEmpty())
                        .map(Indicator::code)
                        .toList())
                .with(
                    "unnamed",
                    edition.clusters().stream()
                        .filter(cluster -> !cluster.isWhole())
                        .map(Cluster::code)
                        .toList()));
  }

  /** The last stage, if somebody else than the region judges there: nothing revises it any more. */
  private static ImmutableSet<String> firmStages(Edition edition) {
    Stage last = edition.stages().get(edition.stages().size() - 1);
    return last.judging() == Stage.Judging.OTHERS
        ? ImmutableSet.of(last.code())
        : ImmutableSet.of();
  }

  /** Returns the edition. */
  public Edition edition() {
    return edition;
  }

  /**
   * Returns what the assessment scores when every claim counts.
   *
   * @throws IllegalArgumentException if the assessment is of another edition
   */
  public ScoredAssessment score(Assessment assessment) {
    require(assessment);
    return new Pass(assessment, View.claimed(), null, !firmStages.contains(assessment.stage()))
        .score();
  }

  /**
   * Returns what counts of the assessment by one view.
   *
   * <p>An answer that does not count has lost its points where its claim was struck, its evidence
   * rejected or received too late, and is pending otherwise. A claim of nothing needs no evidence.
   *
   * @throws IllegalArgumentException if the assessment is of another edition, or the view names a
   *     stage that the edition does not have, or at which nobody else judges
   */
  public ScoredAssessment score(Assessment assessment, View view) {
    require(assessment);
    Optional<Stage> stage = view.stage().map(this::stage);
    View canonical = new View(view.basis(), view.asOf(), stage.map(Stage::code));
    return switch (view.basis()) {
      case CLAIMED -> score(assessment);
      case EVIDENCED ->
          new Pass(
                  assessment,
                  canonical,
                  new EvidenceJudge(assessment, view.asOf().orElseThrow(), stage),
                  !firmStages.contains(assessment.stage()))
              .score();
      case VERIFIED -> {
        Stage judging = stage.orElseThrow();
        if (judging.judging() != Stage.Judging.OTHERS) {
          throw new IllegalArgumentException(
              "view: found stage " + judging.code() + "; allowed: one at which others judge");
        }
        yield new Pass(
                assessment,
                canonical,
                new FindingJudge(assessment, judging),
                !firmStages.contains(judging.code()))
            .score();
      }
    };
  }

  private Stage stage(String name) {
    return edition
        .findStage(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "view: found stage \""
                        + name
                        + "\"; allowed: "
                        + edition.stages().stream().map(Stage::code).toList()));
  }

  private void require(Assessment assessment) {
    if (!assessment.edition().equals(edition)) {
      throw new IllegalArgumentException(
          "assessment of edition "
              + assessment.edition().id()
              + "; allowed: the engine's own edition "
              + edition.id());
    }
  }

  /** Returns the requirements of later stages that are not met now, in the edition's order. */
  List<Requirement> closedStages(ScoredAssessment scored) {
    List<String> later =
        edition.stagesAfter(scored.assessment().judgedAt()).stream().map(Stage::code).toList();
    return edition.requirements().stream()
        .filter(requirement -> requirement.state() == Requirement.State.ON)
        .filter(requirement -> requirement.stage().filter(later::contains).isPresent())
        .filter(
            requirement ->
                !isMet(requirement, scored.points(), scored.clusters(), ScoredNode::points))
        .toList();
  }

  /**
   * A cluster, and where its indicators stand among all of the edition.
   *
   * @param cluster the cluster
   * @param maximum what its indicators earn at most
   * @param first where they begin
   * @param end before which they end
   */
  private record Resolved(Cluster cluster, Points maximum, int first, int end) {

    static Resolved[] of(Edition edition) {
      List<Resolved> resolved = new ArrayList<>();
      int first = 0;
      for (Cluster cluster : edition.clusters()) {
        int end = first + cluster.indicators().size();
        Points maximum =
            Points.sum(cluster.indicators().stream().map(i -> i.maximum().orElseThrow()).toList());
        resolved.add(new Resolved(cluster, maximum, first, end));
        first = end;
      }
      return resolved.toArray(Resolved[]::new);
    }
  }

  /** One walk over one assessment. */
  private final class Pass {

    private final Assessment assessment;
    private final View view;
    private final @Nullable Judge judge;
    private final boolean isRevisable;

    Pass(Assessment assessment, View view, @Nullable Judge judge, boolean isRevisable) {
      this.assessment = assessment;
      this.view = view;
      this.judge = judge;
      this.isRevisable = isRevisable;
    }

    private ScoredQuestion judged(ScoredQuestion claimed, Judge judge) {
      State state = claimed.state().orElseThrow();
      if (state == State.NOT_APPLICABLE) {
        return claimed;
      }
      Points claim = claimed.claim();
      Question question = claimed.question();
      Judge.Verdict verdict = judge.judge(question, state == State.UNANSWERED ? null : claim);
      return verdict == null
          ? claimed
          : new ScoredQuestion(
              question,
              claimed.answer().orElse(null),
              verdict.state(),
              verdict.points(),
              verdict.judgement(claim, isRevisable));
    }

    ScoredAssessment score() {
      ScoredQuestion[] questions = new ScoredQuestion[edition.questions().size()];
      ScoredIndicator[] indicators = new ScoredIndicator[ends.length];
      ScoredCluster[] clusters = new ScoredCluster[resolved.length];
      indicators(questions, indicators);
      long atLeast = 0;
      long now = 0;
      long atMost = 0;
      for (int i = 0; i < clusters.length; i++) {
        ScoredCluster scored = score(resolved[i], indicators);
        clusters[i] = scored;
        atLeast = Math.addExact(atLeast, scored.atLeast().units());
        now = Math.addExact(now, scored.points().units());
        atMost = Math.addExact(atMost, scored.atMost().units());
      }
      Span<ScoredCluster> all = new Span<>(clusters, 0, clusters.length);
      return new ScoredAssessment(
          assessment,
          view,
          ScoringEngine.this,
          all,
          new Span<>(questions, 0, questions.length),
          maximum,
          standing(Points.ofUnits(atLeast), all, ScoredNode::atLeast),
          standing(Points.ofUnits(now), all, ScoredNode::points),
          standing(Points.ofUnits(atMost), all, ScoredNode::atMost));
    }

    /** Writes the nodes of all questions and indicators. */
    private void indicators(ScoredQuestion[] questions, ScoredIndicator[] scored) {
      AnswerSteps sheet = assessment.steps();
      Reading claims = isRevisable ? revisable : firm;
      int first = 0;
      for (int i = 0; i < scored.length; i++) {
        int end = ends[i];
        scored[i] = claims.score(sheet, indicators[i], maxima[i], questions, first, end);
        if (judge != null) {
          for (int position = first; position < end; position++) {
            questions[position] = judged(questions[position], judge);
          }
          scored[i] = ScoredIndicator.of(indicators[i], maxima[i], questions, first, end);
        }
        first = end;
      }
    }

    private ScoredCluster score(Resolved cluster, ScoredIndicator[] indicators) {
      long atLeast = 0;
      long now = 0;
      long atMost = 0;
      for (int i = cluster.first; i < cluster.end; i++) {
        ScoredIndicator scored = indicators[i];
        atLeast = Math.addExact(atLeast, scored.atLeast().units());
        now = Math.addExact(now, scored.points().units());
        atMost = Math.addExact(atMost, scored.atMost().units());
      }
      return new ScoredCluster(
          cluster.cluster,
          new Span<>(indicators, cluster.first, cluster.end),
          cluster.maximum,
          Points.ofUnits(now),
          Points.ofUnits(atLeast),
          Points.ofUnits(atMost));
    }
  }

  /** Returns the requirements of a tier and of those below it that are not met now. */
  List<Requirement> unmet(ScoredAssessment scored, Tier tier) {
    List<String> tiers = edition.ladder().tiers().stream().map(Tier::code).toList();
    int place = tiers.indexOf(tier.code());
    return tierRequirements.stream()
        .filter(requirement -> tiers.indexOf(requirement.tier().orElseThrow()) <= place)
        .filter(
            requirement ->
                !isMet(requirement, scored.points(), scored.clusters(), ScoredNode::points))
        .toList();
  }

  /** Returns the standing if those questions counted those points, whatever they count now. */
  Standing standing(ScoredAssessment scored, Map<QuestionCode, Points> points) {
    IdentityHashMap<ScoredNode, Points> changed = new IdentityHashMap<>();
    Map<String, Points> changes = new HashMap<>();
    points.forEach(
        (code, counted) -> {
          ScoredQuestion question = scored.question(code);
          if (counted.signum() < 0 || counted.compareTo(question.maximum()) > 0) {
            throw new IllegalArgumentException(
                "question "
                    + code
                    + ": found "
                    + counted
                    + " points; allowed: 0 to "
                    + question.maximum());
          }
          changed.put(question, counted);
          changes.merge(
              question.question().code().indicator(),
              counted.minus(question.points()),
              Points::plus);
        });
    Points total = scored.points();
    for (ScoredCluster cluster : scored.clusters()) {
      Points sum = cluster.points();
      for (ScoredIndicator indicator : cluster.indicators()) {
        Points change = changes.get(indicator.code());
        if (change != null) {
          Points held = indicator.sum().plus(change).min(indicator.maximum());
          changed.put(indicator, held);
          sum = sum.plus(held.minus(indicator.points()));
        }
      }
      changed.put(cluster, sum);
      total = total.plus(sum.minus(cluster.points()));
    }
    return standing(total, scored.clusters(), node -> changed.getOrDefault(node, node.points()));
  }

  private Standing standing(
      Points total, List<ScoredCluster> clusters, Function<ScoredNode, Points> reading) {
    Ladder ladder = edition.ladder();
    Optional<Tier> byPoints = ladder.tierOf(total);
    if (byPoints.isEmpty() || tierRequirements.isEmpty()) {
      return new Standing(total, byPoints, byPoints, List.of());
    }
    List<Requirement> unmet = new ArrayList<>();
    Optional<Tier> held = Optional.empty();
    for (Tier tier : ladder.tiers()) {
      for (Requirement requirement : tierRequirements) {
        if (tier.code().equals(requirement.tier().orElseThrow())
            && !isMet(requirement, total, clusters, reading)) {
          unmet.add(requirement);
        }
      }
      if (unmet.isEmpty()) {
        held = Optional.of(tier);
      }
      if (tier.equals(byPoints.get())) {
        break;
      }
    }
    unmet.sort(Comparator.comparingInt(tierRequirements::indexOf));
    return new Standing(total, byPoints, held, unmet);
  }

  private static boolean isMet(
      Requirement requirement,
      Points total,
      List<ScoredCluster> clusters,
      Function<ScoredNode, Points> reading) {
    Bound<Points> least = requirement.least();
    Requirement.Subject subject = requirement.subject();
    if (subject == Requirement.Total.TOTAL) {
      return least.admitsAbove(total);
    }
    return clusters.stream()
        .flatMap(ScoringEngine::withDescendants)
        .filter(node -> isSubject(subject, node))
        .allMatch(node -> least.admitsAbove(reading.apply(node)));
  }

  private static Stream<ScoredNode> withDescendants(ScoredNode node) {
    return Stream.concat(
        Stream.of(node), node.children().stream().flatMap(ScoringEngine::withDescendants));
  }

  private static boolean isSubject(Requirement.Subject subject, ScoredNode node) {
    if (subject instanceof Requirement.OfCluster cluster) {
      return node instanceof ScoredCluster && node.code().equals(cluster.code());
    }
    if (subject instanceof Requirement.OfIndicator indicator) {
      return node instanceof ScoredIndicator && node.code().equals(indicator.code());
    }
    return subject instanceof Requirement.OfQuestion question
        && node instanceof ScoredQuestion scored
        && scored.question().code().equals(question.code());
  }
}
