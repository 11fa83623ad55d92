package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.assessment.Assessment;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.QuestionCode;
import id.kla.fault.Checked;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.ScoringEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a change of the total between two rounds is made of, exactly, and as deep as is known.
 *
 * <p>All parts add up to the change. Where both rounds were scored by one edition, everything is
 * real change, question by question and cap by cap. Where the later edition was laid over the
 * earlier one, the earlier answers are scored by the later edition, too: what that gives above or
 * below the earlier score is change of the rules, and what the later answers give above or below
 * that is real change. Between any other editions, and where a round was only declared, it is not
 * known which is which: two instruments may use one code for two questions.
 *
 * @param rules whether the rules are known, and the same
 * @param rule what the rules changed; none unless they are known to be others
 * @param real what the answers changed; none unless the rules are known
 * @param open what may be either, as deep as is known; none if the rules are known
 * @param leftOut the earlier answers that the later rules can't read: the rules took their points
 */
@CheckReturnValue
public record Split(
    Rules rules, List<Part> rule, List<Part> real, List<Part> open, List<QuestionCode> leftOut) {

  /** Copies the lists. */
  public Split {
    rule = List.copyOf(rule);
    real = List.copyOf(real);
    open = List.copyOf(open);
    leftOut = List.copyOf(leftOut);
  }

  /** Whether the rules of two rounds are the same. */
  public enum Rules {
    /** One edition scored both rounds. */
    SAME,
    /** The later edition was laid over the earlier one. */
    OTHER,
    /** Nobody can tell: a round was only declared, or neither edition was laid over the other. */
    NOT_KNOWN
  }

  /** What a part is about. */
  public enum Level {
    /** A question. */
    QUESTION,
    /** What the cap of an indicator takes less or more. */
    CAP,
    /** An indicator as a whole. */
    INDICATOR,
    /** A cluster as a whole, or what its known indicators leave of it. */
    CLUSTER,
    /** What is known of the total alone. */
    NOT_ATTRIBUTED
  }

  /**
   * One part of a change.
   *
   * @param level what it is about
   * @param cluster the code of the cluster, or an empty text where it is not known
   * @param code the code of the question, indicator or cluster; empty where nothing is attributed
   * @param change what came, or what went if it is below 0; never 0
   */
  public record Part(Level level, String cluster, String code, Points change) {

    /** Returns the code of the indicator; empty where it is not known. */
    public String indicator() {
      return switch (level) {
        case QUESTION -> QuestionCode.parse(code).indicator();
        case CAP, INDICATOR -> code;
        case CLUSTER, NOT_ATTRIBUTED -> "";
      };
    }
  }

  /**
   * Returns the split between two results of one stage; nothing where a total is not known.
   *
   * @param edition the one whose clusters and indicators are meant by codes of declared results
   */
  public static Optional<Split> of(HistoryResult before, HistoryResult after, Edition edition) {
    if (before.result().total().isEmpty() || after.result().total().isEmpty()) {
      return Optional.empty();
    }
    Optional<Split> whole =
        before.scored().flatMap(old -> after.scored().flatMap(now -> of(old, now)));
    return Optional.of(whole.orElseGet(() -> byParts(before.result(), after.result(), edition)));
  }

  private static Optional<Split> of(ScoredAssessment before, ScoredAssessment after) {
    if (before.edition().digest().equals(after.edition().digest())) {
      return Optional.of(
          new Split(Rules.SAME, List.of(), parts(before, after), List.of(), List.of()));
    }
    Checked<Assessment> moved = before.assessment().under(after.edition());
    boolean knowsStage =
        before.view().stage().map(name -> after.edition().findStage(name).isPresent()).orElse(true);
    if (moved.value().isEmpty() || !knowsStage) {
      return Optional.empty();
    }
    ScoredAssessment rescored =
        ScoringEngine.of(after.edition()).score(moved.orThrow(), before.view());
    List<QuestionCode> leftOut =
        moved.faults().stream()
            .filter(fault -> fault.code() == FaultCode.ANSWER_LEFT_OUT)
            .flatMap(fault -> Stream.ofNullable(fault.arguments().get("question")))
            .map(question -> QuestionCode.parse(question.in(Language.ENGLISH)))
            .toList();
    return Optional.of(
        new Split(
            Rules.OTHER, parts(before, rescored), parts(rescored, after), List.of(), leftOut));
  }

  // Question by question

  /** Returns what changed by code: what is on one side alone changed from or to nothing. */
  private static List<Part> parts(ScoredAssessment before, ScoredAssessment after) {
    Map<String, Part> parts = new LinkedHashMap<>();
    leaves(after, parts, points -> points);
    leaves(before, parts, points -> Points.ZERO.minus(points));
    return parts.values().stream().filter(part -> !part.change().isZero()).toList();
  }

  private static void leaves(
      ScoredAssessment scored, Map<String, Part> parts, Function<Points, Points> sign) {
    for (ScoredCluster cluster : scored.clusters()) {
      for (ScoredIndicator indicator : cluster.indicators()) {
        for (ScoredQuestion question : indicator.questions()) {
          add(
              parts,
              new Part(
                  Level.QUESTION, cluster.code(), question.code(), sign.apply(question.points())));
        }
        Points cap = sign.apply(Points.ZERO.minus(indicator.cap()));
        add(parts, new Part(Level.CAP, cluster.code(), indicator.code(), cap));
      }
    }
  }

  private static void add(Map<String, Part> parts, Part part) {
    parts.merge(
        part.level() + " " + part.code(),
        part,
        (one, other) ->
            new Part(one.level(), one.cluster(), one.code(), one.change().plus(other.change())));
  }

  // By what was published

  /** Follows the parts of an edition; of indicators of two instruments nothing is compared. */
  private static Split byParts(RegionResult before, RegionResult after, Edition edition) {
    boolean areOthers = before.edition().isPresent() && after.edition().isPresent();
    List<Part> open = new ArrayList<>();
    Points rest = after.total().orElseThrow().minus(before.total().orElseThrow());
    for (Cluster cluster : after.edition().orElse(edition).clusters()) {
      Points known = Points.ZERO;
      for (Indicator indicator : cluster.indicators()) {
        Optional<Points> change =
            areOthers
                ? Optional.empty()
                : change(before.indicators(), after.indicators(), indicator.code());
        if (change.isPresent()) {
          known = known.plus(change.get());
          put(open, new Part(Level.INDICATOR, cluster.code(), indicator.code(), change.get()));
        }
      }
      Optional<Points> whole = change(before.clusters(), after.clusters(), cluster.code());
      if (whole.isPresent()) {
        Points left = whole.get().minus(known);
        put(open, new Part(Level.CLUSTER, cluster.code(), cluster.code(), left));
        known = whole.get();
      }
      rest = rest.minus(known);
    }
    put(open, new Part(Level.NOT_ATTRIBUTED, "", "", rest));
    return new Split(Rules.NOT_KNOWN, List.of(), List.of(), open, List.of());
  }

  private static Optional<Points> change(
      Map<String, Points> before, Map<String, Points> after, String code) {
    Points old = before.get(code);
    Points now = after.get(code);
    return old == null || now == null ? Optional.empty() : Optional.of(now.minus(old));
  }

  private static void put(List<Part> parts, Part part) {
    if (!part.change().isZero()) {
      parts.add(part);
    }
  }

  /** Returns every part: those of the rules, the real ones, and those that may be either. */
  public List<Part> parts() {
    return Stream.of(rule, real, open).flatMap(List::stream).toList();
  }

  /** Returns what all parts add up to: the difference of the totals. */
  public Points change() {
    return sum(parts());
  }

  /** Returns what the rules changed; nothing where that is not known. */
  public Optional<Points> ruleChange() {
    return rules == Rules.NOT_KNOWN ? Optional.empty() : Optional.of(sum(rule));
  }

  /** Returns what the answers changed; nothing where that is not known. */
  public Optional<Points> realChange() {
    return rules == Rules.NOT_KNOWN ? Optional.empty() : Optional.of(sum(real));
  }

  private static Points sum(List<Part> parts) {
    return Points.sum(parts.stream().map(Part::change).toList());
  }

  /** Returns the sums of parts by any key, in the order in which the keys come. */
  public static Map<String, Points> by(List<Part> parts, Function<Part, String> key) {
    Map<String, Points> sums = new LinkedHashMap<>();
    for (Part part : parts) {
      sums.merge(key.apply(part), part.change(), Points::plus);
    }
    return sums;
  }
}
