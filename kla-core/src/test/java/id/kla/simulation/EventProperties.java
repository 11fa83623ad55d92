package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.kla.assessment.Assessment;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Tier;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
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
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of distributions in which events raise several questions at once. */
class EventProperties {

  private static final BigDecimal CLOSE = new BigDecimal("1e-12");

  /** A result, what two of its questions may earn, and events that raise any. */
  record Case(
      ScoredAssessment scored, Map<QuestionCode, AwardChances> uncertain, List<Event> events) {

    AwardModel model() {
      return AwardModel.from(scored).with(uncertain);
    }

    SlowDistribution slow() {
      return SlowDistribution.of(scored, uncertain, events);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return KlaArbitraries.of(Generators.answerSheets()).flatMap(EventProperties::cases);
  }

  private static Arbitrary<Case> cases(Assessment sheet) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    List<Question> questions = sheet.edition().questions();
    // Few questions, so that events meet on them.
    Arbitrary<List<Question>> some =
        Arbitraries.shuffle(questions).map(all -> all.subList(0, Math.min(5, all.size())));
    return some.flatMap(
        among ->
            Combinators.combine(uncertain(among), event(among).list().ofMinSize(2).ofMaxSize(6))
                .as((base, events) -> new Case(scored, base, coded(events))));
  }

  private static Arbitrary<Map<QuestionCode, AwardChances>> uncertain(List<Question> among) {
    return Combinators.combine(
            Arbitraries.of(among), award(among.get(0)), Arbitraries.integers().between(0, 7))
        .as(
            (question, award, sevenths) ->
                award.compareTo(question.maximum()) > 0
                    ? Map.of()
                    : Map.of(
                        question.code(),
                        AwardChances.either(award, Ratio.of(sevenths, 7), Points.ZERO)));
  }

  private static Arbitrary<Event> event(List<Question> among) {
    return Arbitraries.subsetOf(among)
        .ofMinSize(Math.min(among.size(), 2))
        .flatMap(
            questions ->
                Combinators.combine(
                        Combinators.combine(questions.stream().map(EventProperties::award).toList())
                            .as(awards -> awards),
                        Arbitraries.of("0", "1", "1/2", "1/3", "0.85", "6/7", "1/7", "2/3"))
                    .as(
                        (awards, chance) -> {
                          Map<QuestionCode, Points> raised = new LinkedHashMap<>();
                          int i = 0;
                          for (Question question : questions) {
                            raised.put(question.code(), awards.get(i++));
                          }
                          return new Event("", Ratio.parse(chance), raised);
                        }));
  }

  private static Arbitrary<Points> award(Question question) {
    long maximum = question.maximum().units();
    return Arbitraries.oneOf(
            Arbitraries.of(0L, maximum, maximum / 2), Arbitraries.longs().between(0, maximum))
        .map(Points::ofUnits);
  }

  private static List<Event> coded(List<Event> events) {
    List<Event> coded = new ArrayList<>();
    for (Event event : events) {
      coded.add(new Event("E" + coded.size(), event.chance(), event.awards()));
    }
    return coded;
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void of_anyEvents_isWhatTryingEveryCombinationGives(@ForAll("cases") Case given) {
    SlowDistribution slow = given.slow();

    ScoreDistribution scores = computed(given.model(), given.events);

    List<Points> totals = slow.totals();
    assertThat(scores.least()).isEqualTo(totals.get(0));
    assertThat(scores.most()).isEqualTo(totals.get(totals.size() - 1));
    double sum = 0;
    for (Points total : totals) {
      assertThat(decimal(scores.chanceOf(total))).isCloseTo(slow.chanceOf(total), within(CLOSE));
      assertThat(decimal(scores.chanceAtLeast(total)))
          .isCloseTo(slow.chanceAtLeast(total), within(CLOSE));
      sum += scores.chanceOf(total);
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(scores.mean()).isCloseTo(slow.mean(), within(new BigDecimal("0.000000500001")));
    assertThat(scores.deviation().doubleValue())
        .isCloseTo(Math.sqrt(slow.variance().doubleValue()), within(1e-6));
    for (Tier tier : given.scored.edition().ladder().tiers()) {
      assertThat(decimal(scores.chanceOf(tier)))
          .isCloseTo(slow.chanceOf(Optional.of(tier)), within(CLOSE));
    }
    assertThat(decimal(scores.chanceWithoutTier()))
        .isCloseTo(slow.chanceOf(Optional.empty()), within(CLOSE));
    Statistics.label("shared factors")
        .collect(Math.min(4, new Lattice(given.model(), given.events).factors()));
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
  void of_sameEventsInAnyOrder_isTheSame(@ForAll("cases") Case given, @ForAll long seed) {
    List<Event> shuffled = new ArrayList<>(given.events);
    Collections.shuffle(shuffled, new Random(seed));

    ScoreDistribution scores = computed(given.model(), shuffled);

    ScoreDistribution same = ScoreDistribution.of(given.model(), given.events);
    assertThat(scores).hasToString(same.toString());
    for (Points total : given.slow().totals()) {
      assertThat(scores.chanceOf(total)).isEqualTo(same.chanceOf(total));
    }
  }

  /** Leaves out what is refused because it would take too much memory, once in a thousand tries. */
  private static ScoreDistribution computed(AwardModel model, List<Event> events) {
    try {
      return ScoreDistribution.of(model, events);
    } catch (FaultException refused) {
      Assume.that(
          refused.faults().stream().noneMatch(fault -> fault.code() == FaultCode.TOO_MANY_STATES));
      throw refused;
    }
  }

  private static BigDecimal decimal(double chance) {
    return new BigDecimal(chance);
  }
}
