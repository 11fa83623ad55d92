package id.kla.rollup;

import static java.util.stream.Collectors.toMap;

import id.kla.assessment.AppliedLadder;
import id.kla.assessment.Calendar;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Edition;
import id.kla.edition.Ladder;
import id.kla.edition.Ladders;
import id.kla.edition.NamedLadder;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredNode;
import id.kla.scoring.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What is known of one region in one round at one stage, whether kla scored it or somebody declared
 * it: figures without the tree that they come from.
 *
 * <pre>{@code
 * RegionResult.of(scored, Place.file("ogan-ilir-2024.json")).total();
 * RegionResult.of(declared, Editions.kla2024(), Place.unknown()).tier(); // MADYA
 * }</pre>
 */
@Value.Immutable
public abstract class RegionResult {

  /** What {@link #tier()} says of a region that is known to hold no tier. */
  public static final String NONE = DeclaredResult.NONE;

  RegionResult() {}

  /** Who says so. */
  public enum Kind {
    /** Computed by kla from a sheet, not declared. */
    SCORED,
    /** Published by somebody, not computed. */
    DECLARED
  }

  /** Where a tier comes from. */
  public enum TierOrigin {
    /** It was published. */
    DECLARED,
    /** It is what the ladder gives the total. */
    COMPUTED,
    /** It is not known. */
    UNKNOWN
  }

  /** Returns the region. */
  public abstract RegionCode region();

  /** Returns the round. */
  public abstract Round round();

  /** Returns who says so. */
  public abstract Kind kind();

  /**
   * Returns the code of the stage at which the points stood: of a score by what a stage found, that
   * stage; of any other score, the sheet's own. A declared result may have {@link
   * DeclaredResult#UNSPECIFIED}.
   */
  public abstract String stage();

  /** Returns the edition by whose rules it was scored; none of what was declared. */
  public abstract Optional<Edition> edition();

  /** Returns by which eyes it was scored; none of what was declared. */
  public abstract Optional<View> view();

  /**
   * Returns the ladder that applies: of a score the edition's own, of what was declared that of the
   * round, if one is known.
   */
  public abstract Optional<NamedLadder> ladder();

  /** Returns the total, if it is known. */
  public abstract Optional<Points> total();

  /**
   * Returns what the total can still become: of a score the least that nobody can take any more,
   * and the most if all that is open were won. Nothing where only a total was declared.
   */
  public abstract Optional<Ranking.Bounds> bounds();

  /** Returns the code of the tier, or {@link #NONE}; nothing where it is not known. */
  public abstract Optional<String> tier();

  /** Returns where the tier comes from. */
  @Value.Default
  public TierOrigin tierOrigin() {
    return TierOrigin.UNKNOWN;
  }

  /** Returns the points of clusters by code, as far as they are known. */
  public abstract Map<String, Points> clusters();

  /** Returns the points of indicators by code, as far as they are known. */
  public abstract Map<String, Points> indicators();

  /** Returns where it was read. */
  @Value.Default
  public Place place() {
    return Place.unknown();
  }

  /** Returns who published it, or what the sheet says of its own origin. */
  public abstract Optional<String> source();

  /** Known points are 0 or more, and a total lies within its bounds. */
  @Value.Check
  void checked() {
    Stream.of(total().stream(), clusters().values().stream(), indicators().values().stream())
        .flatMap(points -> points)
        .filter(points -> points.signum() < 0)
        .findFirst()
        .ifPresent(
            points -> {
              throw new IllegalArgumentException(
                  "result of " + region() + ": found " + points + " points; allowed: from 0");
            });
    bounds()
        .filter(bounds -> total().filter(bounds::hold).isEmpty() || bounds.least().signum() < 0)
        .ifPresent(
            bounds -> {
              throw new IllegalArgumentException(
                  "result of "
                      + region()
                      + ": found a total of "
                      + total().map(Points::toString).orElse("nothing")
                      + " with bounds from "
                      + bounds.least()
                      + " to "
                      + bounds.greatest()
                      + "; allowed: bounds from 0 on, around a total");
            });
  }

  /** Returns what a score says; {@code place} is where its sheet was read. */
  public static RegionResult of(ScoredAssessment scored, Place place) {
    Edition edition = scored.edition();
    View view = scored.view();
    String own = scored.assessment().stage();
    return builder()
        .region(scored.assessment().region())
        .round(scored.assessment().round())
        .kind(Kind.SCORED)
        .stage(
            view.basis() == Basis.VERIFIED
                ? view.stage().map(name -> code(edition, name)).orElse(own)
                : own)
        .edition(edition)
        .view(view)
        .ladder(new NamedLadder(edition.id(), edition.ladder(), edition.sources()))
        .total(scored.now().total())
        .bounds(new Ranking.Bounds(scored.atLeast(), scored.atMost()))
        .tier(scored.now().tier().map(Tier::code).orElse(NONE))
        .tierOrigin(TierOrigin.COMPUTED)
        .clusters(points(scored.clusters()))
        .indicators(points(scored.indicators()))
        .place(place)
        .source(scored.assessment().source())
        .build();
  }

  private static Map<String, Points> points(List<? extends ScoredNode> nodes) {
    return nodes.stream().collect(toMap(ScoredNode::code, ScoredNode::points));
  }

  /**
   * Returns what was declared; where no tier was, that which the ladder of the round gives the
   * total, if one is known.
   *
   * @param edition whose stages are meant by the names of stages
   * @param place where it was read
   */
  public static RegionResult of(DeclaredResult declared, Edition edition, Place place) {
    Optional<NamedLadder> ladder =
        Calendar.builtIn()
            .ladder(declared.round(), Place.unknown())
            .value()
            .map(AppliedLadder::named);
    Optional<String> said = declared.tier().map(text -> named(text, ladder));
    Optional<String> tier =
        said.or(
            () ->
                declared
                    .total()
                    .flatMap(total -> ladder.flatMap(each -> byPoints(each.ladder(), total))));
    return builder()
        .region(declared.region())
        .round(declared.round())
        .kind(Kind.DECLARED)
        .stage(code(edition, declared.stage()))
        .ladder(ladder)
        .total(declared.total())
        .tier(tier)
        .tierOrigin(
            said.isPresent()
                ? TierOrigin.DECLARED
                : tier.isPresent() ? TierOrigin.COMPUTED : TierOrigin.UNKNOWN)
        .clusters(declared.clusters())
        .indicators(declared.indicators())
        .place(place)
        .source(declared.source())
        .build();
  }

  private static String code(Edition edition, String stage) {
    return edition.findStage(stage).map(Stage::code).orElse(stage);
  }

  /** A tier is told by code or name; where no ladder is known, by what any ladder calls it. */
  private static String named(String text, Optional<NamedLadder> ladder) {
    if (text.equals(NONE)) {
      return NONE;
    }
    return ladder
        .flatMap(each -> each.ladder().findNamed(text))
        .or(() -> Ladders.findTierNamed(text))
        .map(Tier::code)
        .orElse(text);
  }

  private static Optional<String> byPoints(Ladder ladder, Points total) {
    return ladder.admits(total)
        ? Optional.of(ladder.tierOf(total).map(Tier::code).orElse(NONE))
        : Optional.empty();
  }

  /** Returns a builder; region, round, kind and stage must be given. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a result. */
  public static final class Builder extends ImmutableRegionResult.Builder {
    Builder() {}
  }
}
