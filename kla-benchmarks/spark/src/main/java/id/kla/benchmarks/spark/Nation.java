package id.kla.benchmarks.spark;

import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.Region;
import id.kla.region.RegionCode;
import id.kla.region.Regions;
import id.kla.simulation.AwardChances;
import id.kla.simulation.AwardModel;
import id.kla.simulation.Draws;
import id.kla.simulation.Sampler;
import id.kla.simulation.SharedFactor;
import id.kla.simulation.TiedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A made-up nation: a claim for every question of every region, by a seed, and what judging may
 * leave of it.
 *
 * <p>A claim is so many twentieths of its question's maximum as the region's strength and the
 * question's own luck give. Judging leaves all of it, three quarters, half, a quarter or nothing,
 * and is lenient, usual or strict with a whole region.
 */
final class Nation {

  private static final String JUDGING = "judging";
  private static final String STRENGTH = "strength";

  /** Random numbers of dimension 0 belong to the sampler. */
  private static final int OF_CLAIMS = 1;

  private static final int PARTS = 20;
  private static final int HUNDREDTH = 100;

  private final Edition edition;
  private final List<RegionCode> regions;
  private final Draws draws;

  private final List<Strictness> judging =
      List.of(
          new Strictness(Ratio.of(1, 4), 1, 1, 2, 4, 12),
          new Strictness(Ratio.of(1, 2), 2, 2, 3, 5, 8),
          new Strictness(Ratio.of(1, 4), 5, 4, 4, 4, 3));

  /** How a region may be judged. */
  private static final class Strictness {

    private final Ratio chance;

    /** How many twentieths of chance leave nothing of a claim, a quarter, half, and so on. */
    private final int[] twentieths;

    /** Regions are many, different claims few. */
    private final Map<Integer, AwardChances> known = new HashMap<>();

    Strictness(Ratio chance, int... twentieths) {
      this.chance = chance;
      this.twentieths = twentieths;
    }

    SharedFactor.State state(Map<QuestionCode, Integer> claims) {
      Map<QuestionCode, AwardChances> awards = new HashMap<>();
      claims.forEach((code, claim) -> awards.put(code, known.computeIfAbsent(claim, this::leaves)));
      return new SharedFactor.State(chance, awards);
    }

    private AwardChances leaves(int claim) {
      Map<Points, Integer> chances = new HashMap<>();
      int last = twentieths.length - 1;
      for (int quarter = 0; quarter <= last; quarter++) {
        Points left = Points.ofUnits(hundredths((long) claim * quarter / last));
        chances.merge(left, twentieths[quarter], Integer::sum);
      }
      Map<Points, Ratio> exact = new HashMap<>();
      chances.forEach((award, parts) -> exact.put(award, Ratio.of(parts, PARTS)));
      return AwardChances.of(exact);
    }
  }

  private Nation(Edition edition, List<RegionCode> regions, Draws draws) {
    this.edition = edition;
    this.regions = regions;
    this.draws = draws;
  }

  static Nation of(Edition edition, long seed) {
    List<RegionCode> regions = Regions.builtIn().regions().stream().map(Region::code).toList();
    return new Nation(
        edition, regions, Draws.of(seed, edition, Set.of(JUDGING, STRENGTH), regions));
  }

  Edition edition() {
    return edition;
  }

  List<RegionCode> regions() {
    return regions;
  }

  /** Returns what a region claims for each question, in ten-thousandths of a point. */
  int[] claims(RegionCode region) {
    double strength = 0.3 + 0.7 * draws.factor(region, STRENGTH, OF_CLAIMS).uniform(0);
    return edition.questions().stream()
        .mapToInt(question -> claim(region, question, strength))
        .toArray();
  }

  private int claim(RegionCode region, Question question, double strength) {
    double luck = draws.question(region, question.code(), OF_CLAIMS).uniform(0) - 0.5;
    long steps = Math.round(PARTS * Math.min(1, Math.max(0, strength + luck)));
    return (int) hundredths(question.maximum().units() * steps / PARTS);
  }

  private static long hundredths(long units) {
    return units / HUNDREDTH * HUNDREDTH;
  }

  /** Returns the sampler of a region with those claims. */
  Sampler sampler(RegionCode region, int[] claims) {
    Map<QuestionCode, Integer> byCode = new HashMap<>();
    Map<QuestionCode, AwardChances> certain = new HashMap<>();
    for (int i = 0; i < claims.length; i++) {
      QuestionCode code = edition.questions().get(i).code();
      byCode.put(code, claims[i]);
      certain.put(code, AwardChances.certain(Points.ofUnits(claims[i])));
    }
    List<SharedFactor.State> states = judging.stream().map(each -> each.state(byCode)).toList();
    TiedModel model =
        TiedModel.of(AwardModel.of(edition, certain), List.of(new SharedFactor(JUDGING, states)));
    return Sampler.of(model, draws, region);
  }
}
