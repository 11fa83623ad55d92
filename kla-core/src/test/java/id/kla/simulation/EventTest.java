package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Events by hand, and many at once against a count of every state. */
class EventTest {

  private static final Ratio HALF = Ratio.of(1, 2);

  private static AwardModel nothing(Edition edition) {
    Map<QuestionCode, AwardChances> awards = new HashMap<>();
    edition
        .questions()
        .forEach(question -> awards.put(question.code(), AwardChances.certain(Points.ZERO)));
    return AwardModel.of(edition, awards);
  }

  private static Event event(String code, Ratio chance, String... questionsAndAwards) {
    Map<QuestionCode, Points> awards = new LinkedHashMap<>();
    for (int i = 0; i < questionsAndAwards.length; i += 2) {
      awards.put(
          QuestionCode.parse(questionsAndAwards[i]), Points.parse(questionsAndAwards[i + 1]));
    }
    return new Event(code, chance, awards);
  }

  private static ScoreDistribution tiny(Event... events) {
    return ScoreDistribution.of(nothing(TinyEdition.EDITION), List.of(events));
  }

  private static double at(ScoreDistribution scores, String total) {
    return scores.chanceOf(Points.parse(total));
  }

  /** 4 + 3 in indicator 1 and 2 in indicator 2: all or none. */
  @Test
  void of_oneEventOnThreeQuestions_raisesAllOrNone() {
    ScoreDistribution scores = tiny(event("a", HALF, "1.1", "4", "1.2", "3", "2.4", "2"));

    assertThat(at(scores, "0")).isEqualTo(0.5);
    assertThat(at(scores, "9")).isEqualTo(0.5);
    assertThat(scores.mean()).isEqualTo(new BigDecimal("4.500000"));
    assertThat(scores.deviation()).isEqualTo(new BigDecimal("4.500000"));
    assertThat(scores.events()).hasSize(1);
  }

  /** a: 4 and 2; b: 3 on the first and 5 on a third. Both: 4 + 2 + 5; the cap of 10 is not met. */
  @Test
  void of_twoEventsThatMeetOnAQuestion_countTheBetterThere() {
    ScoreDistribution scores =
        tiny(event("a", HALF, "1.1", "4", "2.4", "2"), event("b", HALF, "1.1", "3", "1.3", "5"));

    assertThat(at(scores, "0")).isEqualTo(0.25);
    assertThat(at(scores, "6")).isEqualTo(0.25);
    assertThat(at(scores, "8")).isEqualTo(0.25);
    assertThat(at(scores, "11")).isEqualTo(0.25);
  }

  /** Together 4 + 3 + 5 pass the cap of 10 by 2, alone none does. */
  @Test
  void of_eventsThatPassACapTogether_areCutThere() {
    ScoreDistribution scores =
        tiny(event("a", HALF, "1.1", "4", "1.2", "3"), event("b", HALF, "1.3", "5", "2.1", "1"));

    assertThat(at(scores, "0")).isEqualTo(0.25);
    assertThat(at(scores, "6")).isEqualTo(0.25);
    assertThat(at(scores, "7")).isEqualTo(0.25);
    assertThat(at(scores, "11")).isEqualTo(0.25);
  }

  /** The question by itself earns 3 or 5; an event that brings 4 counts beside 3 only. */
  @Test
  void of_anEventOnAQuestionThatIsUncertainItself_countsTheBetterOfBoth() {
    AwardModel model =
        nothing(TinyEdition.EDITION)
            .with(
                Map.of(
                    QuestionCode.parse("1.3"),
                    AwardChances.either(Points.of(5), Ratio.of(1, 4), Points.of(3))));

    ScoreDistribution scores =
        ScoreDistribution.of(model, List.of(event("a", HALF, "1.3", "4", "2.4", "2")));

    assertThat(at(scores, "3")).isEqualTo(0.375);
    assertThat(at(scores, "5")).isEqualTo(0.125);
    assertThat(at(scores, "6")).isEqualTo(0.375);
    assertThat(at(scores, "7")).isEqualTo(0.125);
  }

  @Test
  void of_eventsThatCantBe_isRefusedWithTheirCode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(event("a", Ratio.of(2), "1.1", "4")).isNull())
        .withMessage("chance: found 2; allowed: 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                assertThat(
                        new Event("a", HALF, Map.of(QuestionCode.parse("1.1"), Points.ofUnits(-1))))
                    .isNull())
        .withMessage("event a, question 1.1: found an award of -0.0001 points; allowed: 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(tiny(event("a", HALF, "1.1", "4.5"))).isNull())
        .withMessage("event a, question 1.1: found an award of 4.5 points; allowed: 0 to 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(tiny(event("a", HALF), event("a", HALF))).isNull())
        .withMessage("events: found a twice; allowed: each code once");
  }

  // Every state

  /** Six indicators in two clusters, four questions each, and events that tie them together. */
  private static final class Seeded {

    private static final int INDICATORS = 6;
    private static final int QUESTIONS = 4;

    final SplittableRandom random;
    final long[] maximum = new long[INDICATORS * QUESTIONS];
    final long[] cap = new long[INDICATORS];
    final List<long[]> raises = new ArrayList<>();
    final List<Integer> sixteenths = new ArrayList<>();
    final long least;

    /** How many of 16^events states have a total. */
    final TreeMap<Long, Long> totals = new TreeMap<>();

    /** How many of them have a total above the first bound, and no less than asked of a cluster. */
    long held;

    Seeded(long seed) {
      random = new SplittableRandom(seed);
      for (int q = 0; q < maximum.length; q++) {
        maximum[q] = 1 + random.nextLong(6);
        cap[q / QUESTIONS] += maximum[q];
      }
      for (int i = 0; i < INDICATORS; i++) {
        cap[i] = random.nextBoolean() ? cap[i] : 1 + cap[i] * (1 + random.nextLong(3)) / 4;
      }
      int reach = 1 + random.nextInt(4);
      int events = seed % 8 == 0 ? 13 : 4 + random.nextInt(6);
      for (int e = 0; e < events; e++) {
        long[] raised = new long[maximum.length];
        int home = random.nextInt(INDICATORS);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
          int q = (home + random.nextInt(reach)) % INDICATORS * QUESTIONS + random.nextInt(4);
          raised[q] = random.nextLong(maximum[q] + 1);
        }
        raises.add(raised);
        sixteenths.add(random.nextInt(17));
      }
      least = 1 + random.nextLong(4);
      count();
    }

    private void count() {
      for (int state = 0; state < 1 << raises.size(); state++) {
        long ways = 1;
        long[] earned = new long[maximum.length];
        for (int e = 0; e < raises.size(); e++) {
          boolean isTrue = (state >>> e & 1) != 0;
          ways *= isTrue ? sixteenths.get(e) : 16 - sixteenths.get(e);
          for (int q = 0; isTrue && q < earned.length; q++) {
            earned[q] = Math.max(earned[q], raises.get(e)[q]);
          }
        }
        long total = 0;
        long second = 0;
        for (int i = 0; i < INDICATORS; i++) {
          long sum = 0;
          for (int q = i * QUESTIONS; q < (i + 1) * QUESTIONS; q++) {
            sum += earned[q];
          }
          total += Math.min(sum, cap[i]);
          second += i < INDICATORS / 2 ? 0 : Math.min(sum, cap[i]);
        }
        totals.merge(total, ways, Long::sum);
        held += total >= 4 && second >= least ? ways : 0;
      }
    }

    double chance(long ways) {
      return (double) ways / (1L << (4 * raises.size()));
    }

    Edition edition() {
      List<Cluster> clusters = new ArrayList<>();
      for (int c = 0; c < 2; c++) {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = c * INDICATORS / 2; i < (c + 1) * INDICATORS / 2; i++) {
          List<Question> questions = new ArrayList<>();
          for (int q = 0; q < QUESTIONS; q++) {
            questions.add(
                Question.builder()
                    .code(code(i * QUESTIONS + q))
                    .label(Label.of("pertanyaan", "question"))
                    .maximum(Points.of(maximum[i * QUESTIONS + q]))
                    .build());
          }
          indicators.add(
              Indicator.builder()
                  .code("" + (i + 1))
                  .label(Label.of("indikator", "indicator"))
                  .maximum(Points.of(cap[i]))
                  .questions(questions)
                  .build());
        }
        clusters.add(
            Cluster.builder()
                .code("C" + c)
                .label(Label.of("klaster", "cluster"))
                .indicators(indicators)
                .build());
      }
      return Edition.builder()
          .id("seeded")
          .label(Label.of("Edisi", "Edition"))
          .clusters(clusters)
          .addStages(
              new Stage(
                  "only",
                  Label.of("tahap", "stage"),
                  Label.of("", ""),
                  List.of(),
                  Stage.Judging.SELF,
                  Origin.STATED))
          .ladder(
              new Ladder(
                  List.of(
                      new Tier(
                          "HELD",
                          Label.of("HELD", "HELD"),
                          new Interval<>(Optional.of(Bound.closed(Points.of(4))), Optional.empty()),
                          "",
                          Origin.STATED))))
          .addRequirements(
              new Requirement(
                  "second",
                  Label.of("klaster", "cluster"),
                  Optional.of("HELD"),
                  Optional.empty(),
                  new Requirement.OfCluster("C1"),
                  Bound.closed(Points.of(least)),
                  Requirement.State.ON,
                  Origin.STATED))
          .build();
    }

    private static QuestionCode code(int question) {
      return QuestionCode.of("" + (question / QUESTIONS + 1), "" + (question % QUESTIONS + 1));
    }

    List<Event> events() {
      List<Event> events = new ArrayList<>();
      for (long[] raised : raises) {
        Map<QuestionCode, Points> awards = new LinkedHashMap<>();
        for (int q = 0; q < raised.length; q++) {
          if (raised[q] > 0) {
            awards.put(code(q), Points.of(raised[q]));
          }
        }
        Ratio chance = Ratio.of(sixteenths.get(events.size()), 16);
        events.add(new Event("E" + events.size(), chance, awards));
      }
      return events;
    }
  }

  /** The count is of whole numbers below 16^13; only its last division rounds. */
  @Test
  void of_manyEventsAcrossIndicators_isWhatCountingEveryStateGives() {
    int tied = 0;
    for (int seed = 0; seed < 1200; seed++) {
      Seeded seeded = new Seeded(seed);
      Edition edition = seeded.edition();
      AwardModel model = nothing(edition);

      ScoreDistribution scores = ScoreDistribution.of(model, seeded.events());

      double sum = 0;
      for (Map.Entry<Long, Long> total : seeded.totals.entrySet()) {
        double chance = scores.chanceOf(Points.of(total.getKey()));
        assertThat(chance)
            .as("seed %s, total %s", seed, total.getKey())
            .isCloseTo(seeded.chance(total.getValue()), within(1e-12));
        sum += chance;
      }
      assertThat(sum).as("seed %s", seed).isCloseTo(1, within(1e-12));
      assertThat(scores.chanceAtLeast(edition.ladder().tier("HELD")))
          .as("seed %s", seed)
          .isCloseTo(seeded.chance(seeded.held), within(1e-12));
      tied += new Lattice(model, seeded.events()).factors() > 3 ? 1 : 0;
    }

    assertThat(tied).isGreaterThan(300);
  }
}
