package id.kla.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Stage;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.Cause;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was lost and won from stage to stage, as deep as is known.
 *
 * <p>Where both stages are known question by question, a step has a bar for each question and cap;
 * else one for each indicator, or cluster, that both know; what is left is one bar of its own. The
 * bars of a step add up to the difference of its totals.
 *
 * <pre>{@code
 * Waterfall.of(sheet).steps().get(0).bars();   // by the sheet's own findings
 * Waterfall.ofDeclared(edition, published);    // one for each region and round
 * }</pre>
 *
 * @param edition whose stages and parts the results are of
 * @param region the region
 * @param round the round
 * @param results what is known, in the order of the stages
 * @param steps one from each stage to the next that is known
 */
@CheckReturnValue
public record Waterfall(
    Edition edition, RegionCode region, Round round, List<StageResult> results, List<Step> steps) {

  /** Copies the lists. */
  public Waterfall {
    results = List.copyOf(results);
    steps = List.copyOf(steps);
  }

  /** What a bar is about. */
  public enum Level {
    /** A question. */
    QUESTION,
    /** The cap of an indicator. */
    CAP,
    /** An indicator as a whole. */
    INDICATOR,
    /** A cluster as a whole, or what its known indicators leave of it. */
    CLUSTER,
    /** What is known of the total alone. */
    NOT_ATTRIBUTED
  }

  /**
   * One bar.
   *
   * @param level what it is about
   * @param code the code of the question, indicator or cluster; empty where nothing is attributed
   * @param change what came, or what went if it is below 0
   * @param kind why, where it is known
   * @param cause the cause that is charged, where there is one
   */
  public record Bar(
      Level level,
      String code,
      Points change,
      Optional<Difference.Kind> kind,
      Optional<Cause> cause) {}

  /**
   * The way from one stage to the next that is known.
   *
   * @param from the earlier stage
   * @param to the later stage
   * @param bars what changed, in the edition's order
   */
  public record Step(StageResult from, StageResult to, List<Bar> bars) {

    /** Copies the list. */
    public Step {
      bars = List.copyOf(bars);
    }

    /** Returns the difference of the totals: what all bars add up to. */
    public Points change() {
      return to.total().minus(from.total());
    }
  }

  /**
   * Returns the steps of a sheet: from its own stage to each later one that has findings.
   *
   * @throws IllegalArgumentException if its edition can't be scored
   */
  public static Waterfall of(Assessment assessment) {
    Edition edition = assessment.edition();
    ScoringEngine engine = ScoringEngine.of(edition);
    List<StageResult> results = new ArrayList<>();
    results.add(StageResult.of(assessment.stage(), engine.score(assessment)));
    for (Stage stage : edition.stagesAfter(assessment.judgedAt())) {
      if (assessment.findings().stream().anyMatch(found -> found.stage().equals(stage.code()))) {
        results.add(
            StageResult.of(stage.code(), engine.score(assessment, View.verified(stage.code()))));
      }
    }
    return of(edition, assessment.region(), assessment.round(), results);
  }

  /**
   * Returns the steps between published totals: a waterfall for each region and round, in the order
   * in which they come first, or everything that stands in the way: a stage that is not the
   * edition's, or two totals of one stage. Results without a total are passed over.
   */
  public static Checked<List<Waterfall>> ofDeclared(
      Edition edition, List<DeclaredResult> declared) {
    record Key(RegionCode region, Round round) {}
    List<String> stages = edition.stages().stream().map(Stage::code).toList();
    List<Fault> faults = new ArrayList<>();
    Map<Key, Map<String, StageResult>> groups = new LinkedHashMap<>();
    for (DeclaredResult result : declared) {
      Optional<StageResult> known = StageResult.of(result);
      Optional<String> stage = edition.findStage(result.stage()).map(Stage::code);
      if (known.isEmpty()) {
        continue;
      }
      Place place =
          Place.edition(
              edition.id(),
              Label.of(
                  result.region() + ", putaran " + result.round(),
                  result.region() + ", round " + result.round()));
      if (stage.isEmpty()) {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_STAGE, place)
                .with("found", result.stage())
                .with("allowed", stages));
        continue;
      }
      Map<String, StageResult> group =
          groups.computeIfAbsent(
              new Key(result.region(), result.round()),
              key -> new TreeMap<>(Comparator.comparing(stages::indexOf)));
      if (group.putIfAbsent(stage.get(), known.get().at(stage.get())) != null) {
        faults.add(Fault.of(FaultCode.DUPLICATE_CODE, place).with("found", stage.get()));
      }
    }
    return faults.isEmpty()
        ? Checked.of(
            groups.entrySet().stream()
                .map(
                    group ->
                        of(
                            edition,
                            group.getKey().region(),
                            group.getKey().round(),
                            List.copyOf(group.getValue().values())))
                .toList(),
            List.of())
        : Checked.failed(faults);
  }

  /**
   * Returns the steps between results.
   *
   * @param edition whose stages and parts the results are of
   * @param region the region
   * @param round the round
   * @param results in the order of the stages; those that are known whole are of one sheet
   * @throws IllegalArgumentException if a stage is not the edition's, they are out of order, or
   *     whole ones are of several sheets
   */
  public static Waterfall of(
      Edition edition, RegionCode region, Round round, List<StageResult> results) {
    long sheets =
        results.stream()
            .flatMap(result -> result.scored().stream())
            .map(ScoredAssessment::assessment)
            .distinct()
            .count();
    if (sheets > 1) {
      throw new IllegalArgumentException(
          "results: found whole ones of " + sheets + " sheets; allowed: of one");
    }
    List<String> stages = edition.stages().stream().map(Stage::code).toList();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      int place = stages.indexOf(results.get(i).stage());
      int before = i == 0 ? -1 : stages.indexOf(results.get(i - 1).stage());
      if (place <= before) {
        throw new IllegalArgumentException(
            "stage: found " + results.get(i).stage() + "; allowed, in this order: " + stages);
      }
      if (i > 0) {
        StageResult from = results.get(i - 1);
        StageResult to = results.get(i);
        steps.add(new Step(from, to, bars(edition, from, to)));
      }
    }
    return new Waterfall(edition, region, round, results, steps);
  }

  private static List<Bar> bars(Edition edition, StageResult from, StageResult to) {
    boolean isWhole =
        from.scored().isPresent()
            && to.scored().isPresent()
            && from.scored().get().edition().equals(to.scored().get().edition());
    return isWhole
        ? Difference.of(from.scored().orElseThrow(), to.scored().orElseThrow()).rows().stream()
            .map(Waterfall::bar)
            .toList()
        : parts(edition, from, to);
  }

  private static Bar bar(Difference.Row row) {
    return row.question().isPresent()
        ? new Bar(
            Level.QUESTION,
            row.question().get().toString(),
            row.change(),
            Optional.of(row.kind()),
            row.cause())
        : new Bar(
            Level.CAP, row.indicator(), row.change(), Optional.of(row.kind()), Optional.empty());
  }

  private static List<Bar> parts(Edition edition, StageResult from, StageResult to) {
    List<Bar> bars = new ArrayList<>();
    Points rest = to.total().minus(from.total());
    for (Cluster cluster : edition.clusters()) {
      Points known = Points.ZERO;
      for (Indicator indicator : cluster.indicators()) {
        Points change = change(indicator.code(), from.indicators(), to.indicators());
        add(bars, Level.INDICATOR, indicator.code(), change);
        known = known.plus(change);
      }
      boolean isKnown =
          from.clusters().containsKey(cluster.code()) && to.clusters().containsKey(cluster.code());
      if (isKnown) {
        Points change = change(cluster.code(), from.clusters(), to.clusters());
        add(bars, Level.CLUSTER, cluster.code(), change.minus(known));
        known = change;
      }
      rest = rest.minus(known);
    }
    add(bars, Level.NOT_ATTRIBUTED, "", rest);
    return bars;
  }

  /** Returns the change of a part that both know; nothing of any other. */
  private static Points change(String code, Map<String, Points> from, Map<String, Points> to) {
    Points before = from.get(code);
    Points after = to.get(code);
    return before == null || after == null ? Points.ZERO : after.minus(before);
  }

  private static void add(List<Bar> bars, Level level, String code, Points change) {
    if (!change.isZero()) {
      bars.add(new Bar(level, code, change, Optional.empty(), Optional.empty()));
    }
  }
}
