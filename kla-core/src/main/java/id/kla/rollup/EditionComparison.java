package id.kla.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Mapping;
import id.kla.edition.Mapping.Link;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two results of different editions, side by side as far as a mapping carries.
 *
 * <p>Points of different editions are no common measure; the part of its maximum that a part holds
 * is. What has no equivalent, what nothing is said of and what is worth nothing on one side is not
 * compared, and named.
 *
 * @param pairs what can be compared, in the mapping's order
 * @param alone what can't, in the order of the earlier edition and then of the later one
 */
@CheckReturnValue
public record EditionComparison(List<Pair> pairs, List<Alone> alone) {

  /** Copies the lists. */
  public EditionComparison {
    pairs = List.copyOf(pairs);
    alone = List.copyOf(alone);
  }

  /**
   * What parts held together, and what their equivalents hold.
   *
   * @param link which parts
   * @param before the points of the earlier parts together
   * @param beforeMaximum their maximum together, above 0
   * @param after the points of the later parts together
   * @param afterMaximum their maximum together, above 0
   */
  public record Pair(
      Link link, Points before, Points beforeMaximum, Points after, Points afterMaximum) {

    /** Returns the part of its maximum that the earlier parts held, from 0 to 1. */
    public Ratio shareBefore() {
      return share(before, beforeMaximum);
    }

    /** Returns the part of their maximum that the later parts hold, from 0 to 1. */
    public Ratio shareAfter() {
      return share(after, afterMaximum);
    }

    private static Ratio share(Points points, Points maximum) {
      return Ratio.of(points.units(), maximum.units());
    }
  }

  /**
   * A part that is not compared.
   *
   * @param edition the id of its edition
   * @param part what kind of part it is
   * @param code its code
   * @param maximum its maximum, if the edition has one
   * @param why why not
   */
  public record Alone(
      String edition, Mapping.Part part, String code, Optional<Points> maximum, Why why) {}

  /** Why something is not compared. */
  public enum Why {
    /** The mapping says that the other edition has nothing like it. */
    NO_EQUIVALENT,
    /** The mapping says nothing of it. */
    NOT_MAPPED,
    /** On one side nothing can be earned. */
    WORTH_NOTHING
  }

  /**
   * Compares two results.
   *
   * @throws IllegalArgumentException if a result is of another edition than the mapping says
   */
  public static EditionComparison of(
      ScoredAssessment before, ScoredAssessment after, Mapping mapping) {
    require(before.edition(), mapping.from());
    require(after.edition(), mapping.to());
    List<Pair> pairs = new ArrayList<>();
    List<Alone> alone = new ArrayList<>();
    for (Link link : mapping.links()) {
      List<ScoredNode> earlier = nodes(before, link.part(), link.from());
      List<ScoredNode> later = nodes(after, link.part(), link.to());
      Points old = sum(earlier, ScoredNode::maximum);
      Points now = sum(later, ScoredNode::maximum);
      if (link.to().isEmpty()) {
        alone.addAll(alone(before.edition(), link.part(), link.from(), Why.NO_EQUIVALENT));
      } else if (old.isZero() || now.isZero()) {
        alone.addAll(alone(before.edition(), link.part(), link.from(), Why.WORTH_NOTHING));
        alone.addAll(alone(after.edition(), link.part(), link.to(), Why.WORTH_NOTHING));
      } else {
        pairs.add(
            new Pair(
                link, sum(earlier, ScoredNode::points), old, sum(later, ScoredNode::points), now));
      }
    }
    alone.addAll(unsaid(before.edition(), mapping, Link::from));
    alone.addAll(unsaid(after.edition(), mapping, Link::to));
    return new EditionComparison(pairs, alone);
  }

  /**
   * Returns what a mapping leaves alone, whatever the results: the parts of {@code from} that it
   * says have no equivalent, and those of both editions that it says nothing of.
   */
  public static List<Alone> unmapped(Edition from, Edition to, Mapping mapping) {
    List<Alone> alone = new ArrayList<>();
    for (Link link : mapping.links()) {
      if (link.to().isEmpty()) {
        alone.addAll(alone(from, link.part(), link.from(), Why.NO_EQUIVALENT));
      }
    }
    alone.addAll(unsaid(from, mapping, Link::from));
    alone.addAll(unsaid(to, mapping, Link::to));
    return List.copyOf(alone);
  }

  private static void require(Edition edition, String id) {
    if (!edition.id().equals(id)) {
      throw new IllegalArgumentException(
          "result: found edition " + edition.id() + "; allowed: " + id + ", as the mapping says");
    }
  }

  private static Points sum(List<ScoredNode> nodes, Function<ScoredNode, Points> amount) {
    return Points.sum(nodes.stream().map(amount).toList());
  }

  private static List<ScoredNode> nodes(
      ScoredAssessment scored, Mapping.Part part, List<String> codes) {
    return codes.stream().map(code -> node(scored, part, code)).toList();
  }

  private static ScoredNode node(ScoredAssessment scored, Mapping.Part part, String code) {
    return switch (part) {
      case CLUSTER -> scored.cluster(code);
      case INDICATOR -> scored.indicator(code);
      case QUESTION -> scored.question(QuestionCode.parse(code));
    };
  }

  private static List<Alone> alone(
      Edition edition, Mapping.Part part, List<String> codes, Why why) {
    return codes.stream()
        .map(code -> new Alone(edition.id(), part, code, maximum(edition, part, code), why))
        .toList();
  }

  private static Optional<Points> maximum(Edition edition, Mapping.Part part, String code) {
    return switch (part) {
      case CLUSTER -> edition.findCluster(code).flatMap(Cluster::maximum);
      case INDICATOR -> edition.findIndicator(code).flatMap(Indicator::maximum);
      case QUESTION -> edition.findQuestion(QuestionCode.parse(code)).map(Question::maximum);
    };
  }

  /** Returns what no link names: whole indicators, or questions of those named in part. */
  private static List<Alone> unsaid(
      Edition edition, Mapping mapping, Function<Link, List<String>> side) {
    List<Alone> unsaid = new ArrayList<>();
    edition
        .clusters()
        .forEach(
            cluster -> {
              if (!isNamed(mapping, Mapping.Part.CLUSTER, cluster.code(), side)) {
                cluster.indicators().forEach(i -> unsaid.addAll(unsaid(edition, i, mapping, side)));
              }
            });
    return unsaid;
  }

  private static List<Alone> unsaid(
      Edition edition, Indicator indicator, Mapping mapping, Function<Link, List<String>> side) {
    if (isNamed(mapping, Mapping.Part.INDICATOR, indicator.code(), side)) {
      return List.of();
    }
    List<String> open =
        indicator.questions().stream()
            .map(question -> question.code().toString())
            .filter(code -> !isNamed(mapping, Mapping.Part.QUESTION, code, side))
            .toList();
    return open.size() == indicator.questions().size()
        ? alone(edition, Mapping.Part.INDICATOR, List.of(indicator.code()), Why.NOT_MAPPED)
        : alone(edition, Mapping.Part.QUESTION, open, Why.NOT_MAPPED);
  }

  private static boolean isNamed(
      Mapping mapping, Mapping.Part part, String code, Function<Link, List<String>> side) {
    return mapping.links().stream()
        .anyMatch(link -> link.part() == part && side.apply(link).contains(code));
  }
}
