package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Laws of influences, on small editions of every shape and those where every cap cuts. */
class InfluencesProperties {

  private static final double CLOSE = 1e-9;

  @Provide
  Arbitrary<ScoreDistributionProperties.Case> cases() {
    return new ScoreDistributionProperties().cases();
  }

  /** Of the uncertain questions the first hangs on nothing, the others on two factors in turn. */
  private static TiedModel model(ScoreDistributionProperties.Case given) {
    List<Map<QuestionCode, AwardChances>> tied =
        List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
    Map<QuestionCode, AwardChances> free = new LinkedHashMap<>();
    given
        .uncertain()
        .forEach(
            (code, chances) -> {
              int all = free.size() + tied.get(0).size() + tied.get(1).size();
              (all == 0 ? free : tied.get(all % 2)).put(code, chances);
            });
    List<SharedFactor> factors = new ArrayList<>();
    for (Map<QuestionCode, AwardChances> each : tied) {
      if (!each.isEmpty()) {
        Map<QuestionCode, AwardChances> nothing = new LinkedHashMap<>();
        each.keySet().forEach(code -> nothing.put(code, AwardChances.certain(Points.ZERO)));
        factors.add(
            new SharedFactor(
                "factor " + factors.size(),
                List.of(
                    new SharedFactor.State(Ratio.of(2, 7), nothing),
                    new SharedFactor.State(Ratio.of(5, 7), each))));
      }
    }
    return TiedModel.of(AwardModel.from(given.scored()).with(free), factors);
  }

  /** Every other uncertain question, and one that may be certain. */
  private static Set<QuestionCode> group(ScoreDistributionProperties.Case given) {
    Set<QuestionCode> group = new HashSet<>();
    int place = 0;
    for (QuestionCode code : given.uncertain().keySet()) {
      if (place++ % 2 == 0) {
        group.add(code);
      }
    }
    List<Question> questions = given.scored().edition().questions();
    group.add(questions.get(questions.size() - 1).code());
    return group;
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void of_anyModelAndTier_isWhatTheDefinitionsSay(
      @ForAll("cases") ScoreDistributionProperties.Case given, @ForAll @IntRange(max = 9) int at) {
    List<Tier> tiers = given.scored().edition().ladder().tiers();
    TiedModel model = model(given);
    int place = tiers.isEmpty() ? -1 : at % tiers.size();
    Predicate<Standing> reached =
        standing -> standing.tier().filter(tier -> tiers.indexOf(tier) >= place).isPresent();
    Points middle = given.scored().now().total();
    Map<String, Set<QuestionCode>> groups = Map.of("some", group(given));

    Influences influences =
        place < 0
            ? Influences.of(model, middle, groups)
            : Influences.of(model, tiers.get(place), groups);

    SlowInfluences slow =
        new SlowInfluences(
            given.scored(),
            model,
            place < 0 ? standing -> standing.total().compareTo(middle) >= 0 : reached);
    requireAlike(influences, slow);
    requireAlike(influences.groups().get(0), slow, group(given));
    requireAdditive(influences);
    Statistics.label("requirements").collect(hasRequirements(given.scored().edition()));
    Statistics.label("questions do something only together")
        .collect(influences.betweenQuestions() > CLOSE);
    Statistics.label("factors do something only together")
        .collect(influences.betweenFactors() > CLOSE);
    Statistics.label("certain").collect(influences.deviation().signum() == 0);
  }

  private static boolean hasRequirements(Edition edition) {
    return edition.requirements().stream()
        .anyMatch(each -> each.state() == Requirement.State.ON && each.tier().isPresent());
  }

  private static void requireAlike(Influences influences, SlowInfluences slow) {
    Edition edition = influences.model().edition();
    assertThat(influences.deviation().doubleValue())
        .isCloseTo(Math.sqrt(slow.variance()), within(1e-6));
    assertThat(influences.chance()).isEqualTo(new Estimate(influences.chance().chance(), 0));
    assertThat(influences.chance().chance()).isCloseTo(slow.chance(), within(CLOSE));
    assertThat(influences.questions()).hasSameSizeAs(edition.questions());
    for (Influence each : influences.questions()) {
      requireAlike(each, slow, Set.of(QuestionCode.parse(each.code())));
    }
    assertThat(influences.indicators()).hasSameSizeAs(edition.indicators());
    for (Influence each : influences.indicators()) {
      Indicator indicator = edition.findIndicator(each.code()).orElseThrow();
      requireAlike(
          each,
          slow,
          indicator.questions().stream().map(Question::code).collect(Collectors.toSet()));
    }
    assertThat(influences.factors()).hasSameSizeAs(influences.model().factors());
    for (Influence each : influences.factors()) {
      int factor =
          influences.model().factors().stream()
              .map(SharedFactor::code)
              .toList()
              .indexOf(each.code());
      assertThat(each.firstOrder().value()).isCloseTo(slow.firstOrder(factor), within(CLOSE));
      assertThat(each.totalEffect().value()).isCloseTo(slow.totalEffect(factor), within(CLOSE));
      assertThat(each.chanceAtWorst().chance())
          .isCloseTo(Collections.min(slow.chances(factor)), within(CLOSE));
      assertThat(each.chanceAtBest().chance())
          .isCloseTo(Collections.max(slow.chances(factor)), within(CLOSE));
    }
  }

  private static void requireAlike(
      Influence influence, SlowInfluences slow, Set<QuestionCode> questions) {
    assertThat(influence.firstOrder().value())
        .as(influence.code())
        .isCloseTo(slow.firstOrder(questions), within(CLOSE));
    assertThat(influence.totalEffect().value())
        .as(influence.code())
        .isCloseTo(slow.totalEffect(questions), within(CLOSE));
    assertThat(influence.chanceAtWorst().chance())
        .as(influence.code())
        .isCloseTo(slow.chanceAt(questions, Addend.End.LEAST), within(CLOSE));
    assertThat(influence.chanceAtBest().chance())
        .as(influence.code())
        .isCloseTo(slow.chanceAt(questions, Addend.End.MOST), within(CLOSE));
  }

  private static void requireAdditive(Influences influences) {
    double indicators = sum(influences.indicators());
    double all = indicators + sum(influences.factors()) + influences.betweenFactors();
    assertThat(all).isCloseTo(influences.deviation().signum() == 0 ? 0 : 1, within(CLOSE));
    assertThat(sum(influences.questions()) + influences.betweenQuestions())
        .isCloseTo(indicators, within(CLOSE));
    for (List<Influence> list :
        List.of(
            influences.questions(),
            influences.indicators(),
            influences.groups(),
            influences.factors())) {
      for (int i = 0; i < list.size(); i++) {
        Influence each = list.get(i);
        assertThat(each.firstOrder().value()).isGreaterThanOrEqualTo(0);
        assertThat(each.totalEffect().value())
            .isBetween(each.firstOrder().value() - CLOSE, 1 + CLOSE);
        assertThat(each.swing()).isGreaterThanOrEqualTo(-CLOSE);
        if (i > 0) {
          assertThat(each.totalEffect().value())
              .isLessThanOrEqualTo(list.get(i - 1).totalEffect().value());
        }
      }
    }
  }

  private static double sum(List<Influence> influences) {
    return influences.stream().mapToDouble(each -> each.firstOrder().value()).sum();
  }
}
