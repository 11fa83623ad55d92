package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kla.assessment.Assessment;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Scale;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.points.Share;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.State;
import id.kla.simulation.Event;
import id.kla.simulation.ScoreDistribution;
import id.kla.simulation.SlowDistribution;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Laws of what measures may come to, on small editions of every shape. */
class OutlookProperties {

  private static final BigDecimal CLOSE = new BigDecimal("1e-12");

  /** Two means that are equal may differ there, where they are rounded. */
  private static final BigDecimal LAST_DIGIT = new BigDecimal("0.000001");

  private static Arbitrary<ScoredAssessment> scores() {
    return KlaArbitraries.of(Generators.answerSheets())
        .map((Assessment sheet) -> ScoringEngine.of(sheet.edition()).score(sheet));
  }

  @Provide
  Arbitrary<Measures> measures() {
    return scores().flatMap(OutlookProperties::measures);
  }

  private static Arbitrary<Measures> measures(ScoredAssessment scored) {
    List<Question> open =
        scored.questions().stream()
            .filter(question -> question.state().orElseThrow() != State.NOT_APPLICABLE)
            .map(ScoredQuestion::question)
            .toList();
    // Few questions, so that measures meet on them.
    return Arbitraries.shuffle(open)
        .map(all -> all.subList(0, Math.min(5, all.size())))
        .flatMap(among -> measure(among).list().ofMinSize(1).ofMaxSize(6))
        .map(all -> Measures.of(scored, coded(all)));
  }

  private static Arbitrary<Measure> measure(List<Question> among) {
    return Arbitraries.subsetOf(among)
        .flatMap(
            questions ->
                Combinators.combine(
                        Combinators.combine(
                                questions.stream().map(OutlookProperties::award).toList())
                            .as(awards -> awards),
                        Arbitraries.of("0%", "100%", "50%", "1 of 3", "85%", "6 of 7", "90%"),
                        Arbitraries.frequency(
                            Tuple.of(6, Measure.State.PLANNED), Tuple.of(1, Measure.State.DONE)))
                    .as(
                        (awards, chance, state) -> {
                          Map<QuestionCode, Points> raised = new LinkedHashMap<>();
                          int i = 0;
                          for (Question question : questions) {
                            raised.put(question.code(), awards.get(i++));
                          }
                          return Measure.builder()
                              .code("M")
                              .cost(BigDecimal.ONE)
                              .awards(raised)
                              .chance(Share.parse(chance))
                              .state(state)
                              .build();
                        }));
  }

  private static Arbitrary<Points> award(Question question) {
    Scale scale = question.scale();
    List<Points> offered =
        scale instanceof Scale.Levels levels
            ? levels.levels().stream().map(Scale.Level::points).toList()
            : scale instanceof Scale.Bands bands
                ? bands.bands().stream().map(Scale.Band::points).toList()
                : List.of();
    long maximum = question.maximum().units();
    return offered.isEmpty()
        ? Arbitraries.oneOf(
                Arbitraries.of(0L, maximum, maximum / 2), Arbitraries.longs().between(0, maximum))
            .map(Points::ofUnits)
        : Arbitraries.of(offered);
  }

  private static List<Measure> coded(List<Measure> measures) {
    List<Measure> coded = new ArrayList<>();
    for (Measure measure : measures) {
      coded.add(
          Measure.builder()
              .from(measure)
              .code("M" + coded.size())
              .label(Label.of("kegiatan " + coded.size(), "measure " + coded.size()))
              .build());
    }
    return coded;
  }

  private static List<Tier> tiers(Measures measures) {
    return measures.scored().edition().ladder().tiers();
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void of_anyMeasures_isWhatTryingEveryCombinationGives(@ForAll("measures") Measures all) {
    List<Event> events =
        all.measures().stream()
            .map(
                measure ->
                    new Event(
                        measure.code(),
                        measure.state() == Measure.State.DONE
                            ? Ratio.of(1)
                            : measure.chance().ratio(),
                        measure.awards()))
            .toList();
    SlowDistribution slow = SlowDistribution.of(all.scored(), Map.of(), events);

    ScoreDistribution scores = Outlook.of(all, all.measures()).scores();

    double sum = 0;
    for (Points total : slow.totals()) {
      assertThat(new BigDecimal(scores.chanceOf(total)))
          .isCloseTo(slow.chanceOf(total), within(CLOSE));
      sum += scores.chanceOf(total);
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(scores.mean()).isCloseTo(slow.mean(), within(new BigDecimal("0.000000500001")));
    for (Tier tier : tiers(all)) {
      assertThat(new BigDecimal(scores.chanceOf(tier)))
          .isCloseTo(slow.chanceOf(Optional.of(tier)), within(CLOSE));
    }
    assertThat(new BigDecimal(scores.chanceWithoutTier()))
        .isCloseTo(slow.chanceOf(Optional.empty()), within(CLOSE));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void of_moreChance_neverExpectsLessNorReachesATierLessLikely(
      @ForAll("measures") Measures all, @ForAll long seed) {
    Random random = new Random(seed);
    int which = random.nextInt(all.measures().size());
    List<Measure> more = new ArrayList<>(all.measures());
    Measure raised = more.get(which);
    Share higher = Share.ofPercent(new BigDecimal(random.nextInt(101)));
    if (higher.ratio().compareTo(raised.chance().ratio()) < 0) {
      higher = raised.chance();
    }
    more.set(which, Measure.builder().from(raised).chance(higher).build());
    Measures likelier = Measures.of(all.scored(), more);

    ScoreDistribution before = Outlook.of(all, all.measures()).scores();
    ScoreDistribution after = Outlook.of(likelier, likelier.measures()).scores();

    assertThat(after.mean()).isGreaterThanOrEqualTo(before.mean().subtract(LAST_DIGIT));
    for (Tier tier : tiers(all)) {
      assertThat(after.chanceAtLeast(tier))
          .isGreaterThanOrEqualTo(before.chanceAtLeast(tier) - 1e-12);
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void of_everythingCertain_isThePlansTotalAndTier(@ForAll("measures") Measures given) {
    Measures all =
        Measures.of(
            given.scored(),
            given.measures().stream()
                .map(measure -> Measure.builder().from(measure).chance(Share.of(1, 1)).build())
                .toList());
    Plan plan = Planner.of(all).mostPoints(new BigDecimal(all.measures().size())).plan();

    Outlook outlook = Outlook.of(all, plan.measures());

    assertThat(outlook.uncertain()).isEmpty();
    assertThat(outlook.scores().chanceOf(plan.total())).isEqualTo(1);
    for (Tier tier : tiers(all)) {
      assertThat(outlook.scores().chanceOf(tier))
          .isEqualTo(plan.tier().equals(Optional.of(tier)) ? 1 : 0);
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void of_sameMeasuresInAnyOrder_isTheSame(@ForAll("measures") Measures all, @ForAll long seed) {
    List<Measure> shuffled = new ArrayList<>(all.measures());
    Collections.shuffle(shuffled, new Random(seed));

    Outlook outlook = Outlook.of(Measures.of(all.scored(), shuffled), shuffled);

    Outlook same = Outlook.of(all, all.measures());
    assertThat(outlook.measures()).isEqualTo(same.measures());
    assertThat(outlook).hasToString(same.toString());
    for (Tier tier : tiers(all)) {
      assertThat(outlook.scores().chanceOf(tier)).isEqualTo(same.scores().chanceOf(tier));
    }
  }
}
