package id.kla.policy;

import static id.kla.policy.Options.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.ChangedFrom;
import id.kla.edition.Edition;
import id.kla.edition.EditionDiff;
import id.kla.edition.Ladder;
import id.kla.edition.Tier;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import id.kla.rollup.Area;
import id.kla.rollup.RegionResult;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.simulation.SurvivalModel;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of policies over arbitrary sheets, published results and options. */
class PolicyProperties {

  private static final Edition STRICT = Options.ladder("strict", "510", "620", "750", "800", "900");
  private static final Edition FORUM = Options.question("forum", "6.3", "42");
  private static final Edition WEIGHTS =
      Options.clusters("weights", Map.of("K", Ratio.of(3, 2), "IV", Ratio.of(1, 3)));
  private static final Policy POLICY = Policy.of(BASE, List.of(STRICT, FORUM, WEIGHTS));

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.answerSheets());
  }

  @Provide
  Arbitrary<List<String>> ladders() {
    return Arbitraries.integers()
        .between(1, 9_999_999)
        .set()
        .ofSize(5)
        .map(set -> set.stream().sorted().map(units -> Points.ofUnits(units).toString()).toList());
  }

  /** Results of a few regions, some twice, one that is not known, under two rounds. */
  @Provide
  Arbitrary<List<DeclaredResult>> results() {
    Arbitrary<String> regions =
        Arbitraries.of("34.01", "34.02", "34.03", "34.04", "34.71", "34.99", "35.71");
    Arbitrary<String> totals = Arbitraries.of("467", "600", "600.0001", "702.5", "750", "");
    Arbitrary<String> tiers = Arbitraries.of("Madya", "Nindya", "none", "");
    Arbitrary<String> institution = Arbitraries.of("", "50", "120.75");
    return Combinators.combine(regions, Arbitraries.of("2019", "2023"), totals, tiers, institution)
        .as(
            (region, round, total, tier, points) ->
                Options.declared(
                    region,
                    round,
                    total,
                    total.isEmpty() && tier.isEmpty() ? "Madya" : tier,
                    points.isEmpty() ? Map.of() : Map.of("K", points)))
        .list()
        .ofMaxSize(14);
  }

  private static PolicyRun run(Policy policy, List<DeclaredResult> results) {
    PolicyRun.Builder run = PolicyRun.builder(policy);
    results.forEach(result -> run.add(policy.outcome(result, Place.unknown())));
    return run.build();
  }

  @Property(tries = 100)
  void outcome_optionWithoutChanges_changesNothing(@ForAll("sheets") Assessment sheet) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);

    RegionOutcome outcome =
        Policy.of(sheet.edition(), List.of(sheet.edition())).outcome(scored, Place.unknown());

    assertThat(outcome.options())
        .containsExactly(Outcome.of(outcome.base().total(), outcome.base().tier().orElseThrow()));
  }

  @Property(tries = 100)
  void outcome_otherLadderAlone_changesNoTotal(@ForAll("sheets") Assessment sheet) {
    Edition base = Edition.builder().from(sheet.edition()).requirements(List.of()).build();
    Assessment plain =
        Assessment.builder().from(sheet).edition(base).answers(sheet.answers()).build();
    Edition changed =
        Edition.builder().from(base).id("without-ladder").ladder(new Ladder(List.of())).build();
    Edition option =
        Edition.builder()
            .from(changed)
            .changedFrom(
                base.ladder().tiers().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new ChangedFrom(base.id(), base.digest(), EditionDiff.of(base, changed))))
            .build();
    if (option.changedFrom().isEmpty()) {
      return;
    }
    ScoredAssessment scored = ScoringEngine.of(base).score(plain);

    Outcome outcome =
        Policy.of(base, List.of(option)).outcome(scored, Place.unknown()).options().get(0);

    assertThat(outcome).isEqualTo(Outcome.of(Optional.of(scored.now().total()), "none"));
  }

  @Property(tries = 60)
  void outcome_declaredTotalUnderAnotherLadder_isWhatTheLadderSays(
      @ForAll("ladders") List<String> bounds, @ForAll @IntRange(max = 10_000_000) int units) {
    Points total = Points.ofUnits(units);
    Edition option =
        Options.ladder("other", bounds.get(0), bounds.subList(1, 5).toArray(String[]::new));
    DeclaredResult declared =
        DeclaredResult.builder()
            .region(RegionCode.parse("35.71"))
            .round(Round.parse("2023"))
            .total(total)
            .source("a page")
            .build();

    Outcome outcome =
        Policy.of(BASE, List.of(option)).outcome(declared, Place.unknown()).options().get(0);

    String tier = RegionResult.NONE;
    if (units >= Points.parse(bounds.get(0)).units()) {
      tier = "PRATAMA";
    }
    List<String> above = List.of("MADYA", "NINDYA", "UTAMA", "KLA");
    for (int i = 0; i < above.size(); i++) {
      if (units > Points.parse(bounds.get(i + 1)).units()) {
        tier = above.get(i);
      }
    }
    assertThat(outcome).isEqualTo(Outcome.of(Optional.of(total), tier));
  }

  @Property(tries = 40)
  void outcome_publishedScoreUnderOtherClusterWeights_isThatOfItsSheet(
      @ForAll @IntRange(min = 1, max = 60) int numerator, @ForAll long seed) {
    Random random = new Random(seed);
    Assessment.Builder sheet =
        Assessment.builder()
            .edition(BASE)
            .region(RegionCode.parse("35.71"))
            .round(Round.parse("2023"))
            .stage("final");
    for (var question : BASE.questions()) {
      if (random.nextInt(10) > 0) {
        long most = question.maximum().units();
        sheet.putAnswers(
            question.code(), Answer.of(Points.ofUnits(random.nextLong(most / 100 + 1) * 100)));
      }
    }
    ScoredAssessment scored = ScoringEngine.of(BASE).score(sheet.build());
    Edition option =
        Options.clusters(
            "weights",
            Map.of("K", Ratio.of(numerator, 20), "II", Ratio.of(3), "V", Ratio.of(1, 2)));
    Policy policy = Policy.of(BASE, List.of(option));

    Outcome ofSheet = policy.outcome(scored, Place.unknown()).options().get(0);
    Outcome ofResult = policy.outcome(Options.published(scored), Place.unknown()).options().get(0);

    long between =
        Math.abs(ofSheet.total().orElseThrow().units() - ofResult.total().orElseThrow().units());
    int questions =
        BASE.findCluster("K").orElseThrow().indicators().stream()
                .mapToInt(i -> i.questions().size())
                .sum()
            + BASE.findCluster("V").orElseThrow().indicators().stream()
                .mapToInt(i -> i.questions().size())
                .sum();
    assertThat(between).isLessThanOrEqualTo(questions / 2 + 1);
    ofResult.tier().ifPresent(tier -> assertThat(ofSheet.tier()).contains(tier));
  }

  @Property(tries = 60)
  void run_partsInAnyGroupingAndOrder_areTheWhole(
      @ForAll("results") List<DeclaredResult> results, @ForAll long seed) {
    Random random = new Random(seed);
    List<DeclaredResult> shuffled = new ArrayList<>(results);
    Collections.shuffle(shuffled, random);
    int cut = random.nextInt(shuffled.size() + 1);
    int other = random.nextInt(cut + 1);

    PolicyRun whole = run(POLICY, results);
    PolicyRun first = run(POLICY, shuffled.subList(0, other));
    PolicyRun second = run(POLICY, shuffled.subList(other, cut));
    PolicyRun third = run(POLICY, shuffled.subList(cut, shuffled.size()));

    assertThat(first.merge(second).merge(third)).isEqualTo(whole);
    assertThat(third.merge(first.merge(second))).isEqualTo(whole);
    assertThat(third.merge(second).merge(first).report(Area.nation()).parts())
        .isEqualTo(whole.report(Area.nation()).parts());
  }

  @Property(tries = 60)
  void report_everyRegionOfTheArea_standsInOnePlaceAndCountsAddUp(
      @ForAll("results") List<DeclaredResult> results) {
    PolicyReport report = run(POLICY, results).report(Area.province(RegionCode.parse("34")));

    for (PolicyReport.Part part : report.parts()) {
      assertThat(part.outcomes().size() + part.differing().size() + part.missing().size())
          .isEqualTo(5);
      for (OptionEffect effect : part.effects()) {
        assertThat(effect.moves().size() + effect.obstacles().size())
            .isEqualTo(part.outcomes().size());
        assertThat(sum(effect.before())).isEqualTo(effect.moves().size());
        assertThat(sum(effect.after())).isEqualTo(effect.moves().size());
      }
    }
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Property(tries = 40)
  void report_ranks_areThoseOfCounting(@ForAll("results") List<DeclaredResult> results) {
    for (PolicyReport.Part part : run(POLICY, results).report(Area.nation()).parts()) {
      for (OptionEffect effect : part.effects()) {
        List<Points> totals =
            effect.moves().stream()
                .filter(move -> move.change().isPresent())
                .flatMap(move -> move.totalAfter().stream())
                .toList();
        for (RegionMove move : effect.moves()) {
          if (move.change().isPresent()) {
            Points own = move.totalAfter().orElseThrow();
            long above = totals.stream().filter(each -> each.compareTo(own) > 0).count();
            long below = totals.stream().filter(each -> each.compareTo(own) < 0).count();
            assertThat(move.rankAfter())
                .contains(new RankRange((int) above + 1, totals.size() - (int) below));
          } else {
            assertThat(move.rankAfter()).isEmpty();
          }
        }
      }
    }
  }

  @Property(tries = 12)
  void drawn_optionsInAnotherOrder_haveTheSameDifferenceTheOtherWayRound(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 100) int percent) {
    Uncertainty drawing = new Uncertainty(SurvivalModel.published(), seed, 200);
    ScoredAssessment sheet = Options.sheet("35.71", Ratio.of(percent, 100));
    Policy policy = Policy.of(BASE, List.of(STRICT, FORUM, FORUM)).drawing(drawing);
    Policy other = Policy.of(BASE, List.of(FORUM, STRICT)).drawing(drawing);

    DrawnOutcomes drawn = policy.outcome(sheet, Place.unknown()).drawn().orElseThrow();
    DrawnOutcomes swapped = other.outcome(sheet, Place.unknown()).drawn().orElseThrow();

    assertThat(swapped.totalDifference(1, 2)).isEqualTo(negated(drawn.totalDifference(1, 2)));
    assertThat(drawn.totalDifference(2, 1)).isEqualTo(negated(drawn.totalDifference(1, 2)));
    SampledMean nothing = drawn.totalDifference(2, 3);
    assertThat(nothing.value().signum()).isZero();
    assertThat(nothing.standardError().signum()).isZero();
    // The strict option only moves bounds.
    assertThat(drawn.totalDifference(0, 1)).isEqualTo(nothing);
    for (Tier tier : BASE.ladder().tiers()) {
      assertThat(swapped.tierDifference(1, 2, tier.code()))
          .isEqualTo(negated(drawn.tierDifference(1, 2, tier.code())));
      assertThat(drawn.tierDifference(2, 3, tier.code())).isEqualTo(nothing);
    }
  }

  private static SampledMean negated(SampledMean mean) {
    return new SampledMean(mean.value().negate(), mean.standardError());
  }
}
