package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.report.TextReport;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Action plans worked out by hand, and the real sheet. */
class ActionPlannerTest {

  private static final ScoredAssessment OGAN_ILIR =
      ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());

  private static Measure.Builder measure(String code, String cost) {
    Measure.Builder measure = Measure.builder();
    measure.code(code).cost(new BigDecimal(cost));
    return measure;
  }

  private static Measure.Builder measure(String code, String cost, String question, String award) {
    Measure.Builder measure = measure(code, cost);
    measure.putAwards(QuestionCode.parse(question), Points.parse(award));
    return measure;
  }

  // Three years by hand: 771.81 now; 6.3 lacks 12, 7.2 lacks 12, 8.3 lacks 8.

  private static final Measure TRAINING = measure("training", "45").build();
  private static final Measure FORUM =
      measure("forum", "150", "6.3", "21").addPrerequisites("training").build();
  private static final Measure MARRIAGE = measure("marriage", "190", "7.2", "22").build();
  private static final Measure FAMILY = measure("family", "60", "8.3", "10").addYears(2027).build();

  private static final Measures FOUR =
      Measures.of(OGAN_ILIR, List.of(TRAINING, FORUM, MARRIAGE, FAMILY));

  private static YearGoal year(int year, String budget) {
    return YearGoal.of(year).withBudget(new BigDecimal(budget));
  }

  private static YearGoals goals(YearGoal... goals) {
    return YearGoals.of(OGAN_ILIR.edition(), List.of(goals));
  }

  private static ActionPlan proven(Measures measures, YearGoals goals) {
    BestActionPlan best = ActionPlanner.of(measures, goals).best();
    assertThat(best).isInstanceOf(BestActionPlan.Proven.class);
    return best.plan();
  }

  private static List<String> rows(ActionPlan plan) {
    return plan.rows().stream()
        .map(row -> row.year() + " " + row.measure().code() + " +" + row.gain())
        .toList();
  }

  /**
   * All three questions are needed for Utama, so all measures. Without the family centre, which
   * runs in 2027 only, both others must be there by 2026 for 790. The forum with its training is
   * 195 of 200, marriage 190: a year each. That the forum comes first is the order of measures.
   */
  @Test
  void best_ofThreeYears_paysEachYearOutOfItsBudget() {
    ActionPlan plan =
        proven(
            FOUR,
            goals(
                year(2025, "200"),
                year(2026, "200").withTarget(new YearGoal.OfTotal(Points.of(790))),
                year(2027, "200").withTarget(new YearGoal.OfTier("UTAMA"))));

    assertThat(rows(plan))
        .containsExactly(
            "2025 forum +12", "2025 training +0", "2026 marriage +12", "2027 family +8");
    assertThat(plan.years().stream().map(year -> year.standing().total().toString()))
        .containsExactly("783.81", "795.81", "803.81");
    assertThat(plan.years().stream().map(year -> year.spent().toString()))
        .containsExactly("195", "190", "60");
    assertThat(plan.cost()).isEqualTo(new BigDecimal("445"));
    assertThat(plan.missed()).isEmpty();
    assertThat(plan.years().get(2).standing().tier().map(Tier::code)).contains("UTAMA");
    assertThat(plan.yearOf("marriage")).contains(2026);
  }

  /** With 194 in 2025 the forum can't be paid beside its training, but the training alone can. */
  @Test
  void best_whereAPrerequisiteOnlyFitsBefore_carriesItOutBefore() {
    ActionPlan plan =
        proven(
            FOUR,
            goals(
                year(2025, "194"),
                year(2026, "150").withTarget(new YearGoal.OfTotal(Points.parse("783.81")))));

    assertThat(rows(plan)).containsExactly("2025 marriage +12");
    ActionPlan more =
        proven(
            Measures.of(OGAN_ILIR, List.of(TRAINING, FORUM)),
            goals(
                year(2025, "194"),
                year(2026, "150").withTarget(new YearGoal.OfTotal(Points.parse("783.81")))));
    assertThat(rows(more)).containsExactly("2025 training +0", "2026 forum +12");
  }

  /**
   * 800 is 28.1901 away for Utama; 60 a year pay for the family centre only: 20.1901 are missing.
   */
  @Test
  void best_whereNotAllTargetsCanBeMet_lacksLeast() {
    ActionPlan plan =
        proven(
            FOUR,
            goals(
                year(2026, "60").withTarget(new YearGoal.OfTotal(Points.parse("771.81"))),
                year(2027, "60").withTarget(new YearGoal.OfTier("UTAMA"))));

    assertThat(rows(plan)).containsExactly("2027 family +8");
    assertThat(plan.missed().stream().map(ActionPlan.Year::year)).containsExactly(2027);
    assertThat(plan.missing()).isEqualTo(Points.parse("20.1901"));
  }

  @Test
  void best_withoutATarget_carriesOutNothing() {
    ActionPlan plan = proven(FOUR, goals(YearGoal.of(2025), YearGoal.of(2030)));

    assertThat(plan.rows()).isEmpty();
    assertThat(plan.cost()).isEqualTo(BigDecimal.ZERO);
    assertThat(plan.years().get(1).standing().total()).isEqualTo(Points.parse("771.81"));
  }

  @Test
  void best_ofOneYearWithoutABudget_isTheCheapestPlan() {
    Measures fills = Measures.ofHeadroom(OGAN_ILIR, Set.of());
    for (String tier : List.of("NINDYA", "UTAMA", "KLA")) {
      ActionPlan plan =
          proven(fills, goals(YearGoal.of(2025).withTarget(new YearGoal.OfTier(tier))));

      Plan cheapest = Planner.of(fills).cheapest(tier).found().orElseThrow();
      assertThat(plan.rows().stream().map(row -> row.measure().code())).isEqualTo(cheapest.codes());
      assertThat(plan.years().get(0).standing().total()).isEqualTo(cheapest.total());
    }
  }

  @Test
  void best_thatIsStopped_stillIsAPlanWithinTheBudgets() {
    YearGoals goals =
        goals(
            year(2025, "2").withTarget(new YearGoal.OfTotal(Points.of(790))),
            year(2026, "9").withTarget(new YearGoal.OfTier("KLA")));

    BestActionPlan best =
        ActionPlanner.of(Measures.ofHeadroom(OGAN_ILIR, Set.of()), goals)
            .within(Duration.ZERO)
            .best();

    assertThat(best).isInstanceOf(BestActionPlan.Stopped.class);
    assertThat(best.plan().years().get(0).spent()).isLessThanOrEqualTo(new BigDecimal("2"));
    assertThat(best.plan().years().get(1).spent()).isLessThanOrEqualTo(new BigDecimal("9"));
    BestActionPlan until =
        ActionPlanner.of(FOUR, goals(year(2025, "1").withTarget(new YearGoal.OfTier("UTAMA"))))
            .until(() -> true)
            .best();
    assertThat(until).isInstanceOf(BestActionPlan.Stopped.class);
  }

  @Test
  void text_inBothLanguages_tellsEveryYearAndHowSureItIs() {
    BestActionPlan best =
        ActionPlanner.of(
                FOUR,
                goals(
                    year(2025, "200"),
                    year(2026, "200").withTarget(new YearGoal.OfTotal(Points.of(790))),
                    year(2027, "200").withTarget(new YearGoal.OfTier("UTAMA"))))
            .best();

    assertThat(TextReport.actionPlan(best, Language.ENGLISH))
        .contains("The best action plan meets 2 of 2 targets and costs 445; none is better:\n")
        .contains("2025: 195 spent of a budget of 200\n")
        .contains(" 150  forum: 6.3 +12.00\n")
        .contains(" 45  training: supporting\n")
        .contains("  at the end 803.81 (UTAMA), +8.00, once the evidence holds\n")
        .contains("  target UTAMA: met\n")
        .containsOnlyOnce("All evidence is taken to hold")
        .contains("What the plan lacks:\n")
        .contains("Computed by kla");
    assertThat(TextReport.actionPlan(best, Language.INDONESIAN))
        .contains("Rencana aksi terbaik memenuhi 2 dari 2 target dengan biaya 445;")
        .contains("2025: terpakai 195 dari anggaran 200\n");
  }

  // The tiny sheet holds 10 of 10 at indicator 1 (11.5 before the cap) and 5.3333 of 12 at 2:
  // 1.3 has 4.5 of 5, 2.1 has 1.3333 of 2, 2.4 has nothing of 2.

  private static final Measure LINE = measure("line", "5", "2.1", "2").build();
  private static final Measure FACT = measure("fact", "3.5", "2.4", "1").build();
  private static final Measure WHOLE = measure("whole", "6", "2.4", "2").build();
  private static final Measure HOMES = measure("homes", "1", "1.3", "5").build();

  private static Measures tiny(Edition edition, Measure... measures) {
    ScoredAssessment scored = ScoringEngine.of(edition).score(TinyEdition.sheet(edition, "first"));
    return Measures.of(scored, List.of(measures));
  }

  private static YearGoals tinyGoals(YearGoal... goals) {
    return YearGoals.of(TinyEdition.EDITION, List.of(goals));
  }

  @Test
  void of_measuresOfOneQuestionInOneYear_countsTheGainForTheBetterAward() {
    ActionPlan plan =
        ActionPlan.of(
            tiny(TinyEdition.EDITION, LINE, FACT, WHOLE, HOMES),
            tinyGoals(YearGoal.of(2025), YearGoal.of(2026)),
            Map.of("fact", 2025, "whole", 2025, "line", 2026, "homes", 2026));

    assertThat(rows(plan))
        .containsExactly("2025 fact +0", "2025 whole +2", "2026 homes +0.5", "2026 line +0.6667");
    assertThat(plan.years().get(0).cuts()).isEmpty();
    assertThat(plan.years().get(1).cuts())
        .containsExactly(
            new ActionPlan.Cut(TinyEdition.EDITION.indicators().get(0), Points.parse("0.5")));
    assertThat(plan.years().get(1).gain()).isEqualTo(Points.parse("0.6667"));
    assertThat(plan.years().get(0).standing().total()).isEqualTo(Points.parse("17.3333"));
  }

  @Test
  void of_theSameQuestionInTwoYears_countsWhatTheLaterOneAdds() {
    ActionPlan plan =
        ActionPlan.of(
            tiny(TinyEdition.EDITION, FACT, WHOLE),
            tinyGoals(YearGoal.of(2025), YearGoal.of(2026)),
            Map.of("fact", 2025, "whole", 2026));

    assertThat(rows(plan)).containsExactly("2025 fact +1", "2026 whole +1");
  }

  @Test
  void best_ofWhatIsDoneRunningOrDropped_paysWhatIsLeft() {
    Measure done = Measure.builder().from(FACT).state(Measure.State.DONE).build();
    Measure dropped = Measure.builder().from(LINE).state(Measure.State.DROPPED).build();
    Measure running =
        Measure.builder()
            .from(WHOLE)
            .state(Measure.State.RUNNING)
            .realisedCost(new BigDecimal("4.75"))
            .build();

    ActionPlan plan =
        proven(
            tiny(TinyEdition.EDITION, done, dropped, running),
            tinyGoals(
                year(2025, "1.25").withTarget(new YearGoal.OfTotal(Points.parse("17.3333")))));

    assertThat(plan.start().total()).isEqualTo(Points.parse("16.3333"));
    assertThat(rows(plan)).containsExactly("2025 whole +1");
    assertThat(plan.cost()).isEqualTo(new BigDecimal("1.25"));
    assertThat(plan.missed()).isEmpty();
  }

  /** SILVER is held by points from the start; what it requires is there in the second year only. */
  @Test
  void best_whereOnlyARequirementIsMissed_lacksNoPoints() {
    Requirement requirement =
        TinyEdition.forSilver(new Requirement.OfQuestion(QuestionCode.parse("2.4")), "1");
    Edition edition = TinyEdition.with(requirement);

    ActionPlan plan =
        proven(
            tiny(edition, Measure.builder().from(FACT).addYears(2026).build()),
            YearGoals.of(
                edition,
                List.of(
                    YearGoal.of(2025).withTarget(new YearGoal.OfTier("SILVER")),
                    YearGoal.of(2026).withTarget(new YearGoal.OfTier("SILVER")))));

    assertThat(rows(plan)).containsExactly("2026 fact +1");
    assertThat(plan.missed().stream().map(ActionPlan.Year::year)).containsExactly(2025);
    assertThat(plan.missing()).isEqualTo(Points.ZERO);
    assertThat(plan.years().get(0).unmet()).containsExactly(requirement);
    assertThat(plan.years().get(1).unmet()).isEmpty();
  }

  /** SILVER starts above 10, yet 17 are required for it: 15.3333 and the fact's 1 lack 0.6667. */
  @Test
  void best_whereMoreIsRequiredOfTheTotal_lacksWhatIsRequired() {
    Requirement requirement = TinyEdition.forSilver(Requirement.Total.TOTAL, "17");
    Edition edition = TinyEdition.with(requirement);

    ActionPlan plan =
        proven(
            tiny(edition, FACT),
            YearGoals.of(
                edition, List.of(YearGoal.of(2025).withTarget(new YearGoal.OfTier("SILVER")))));

    assertThat(rows(plan)).containsExactly("2025 fact +1");
    assertThat(plan.missing()).isEqualTo(Points.parse("0.6667"));
    assertThat(plan.years().get(0).unmet()).containsExactly(requirement);
  }

  // Laws

  @Test
  void of_anyYears_sumsRowsLessCutsToTheGainThatTheEngineSees() {
    Measures fills = Measures.ofHeadroom(OGAN_ILIR, Set.of());
    for (int seed = 0; seed < 12; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, Integer> years = new LinkedHashMap<>();
      for (Measure measure : fills.measures()) {
        if (random.nextBoolean()) {
          years.put(measure.code(), 2025 + random.nextInt(3));
        }
      }

      ActionPlan plan =
          ActionPlan.of(
              fills, goals(YearGoal.of(2025), YearGoal.of(2026), YearGoal.of(2027)), years);

      Assessment sheet = OganIlir.selfAssessment();
      Points before = plan.start().total();
      for (ActionPlan.Year year : plan.years()) {
        Points gains = Points.sum(year.rows().stream().map(ActionPlan.Row::gain).toList());
        Points cuts = Points.sum(year.cuts().stream().map(ActionPlan.Cut::points).toList());
        assertThat(gains.minus(cuts)).isEqualTo(year.gain());
        for (ActionPlan.Row row : year.rows()) {
          for (Map.Entry<QuestionCode, Points> award : row.measure().awards().entrySet()) {
            sheet = sheet.withAnswer(award.getKey(), Answer.of(award.getValue()));
          }
        }
        ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
        assertThat(year.standing().total()).isEqualTo(scored.now().total());
        assertThat(year.standing().tier()).isEqualTo(scored.now().tier());
        assertThat(before.plus(year.gain())).isEqualTo(year.standing().total());
        before = year.standing().total();
      }
    }
  }

  // Callers' mistakes and faults

  @Test
  void of_whatIsNotAmongTheMeasuresOrYears_isACallersMistake() {
    YearGoals goals = goals(YearGoal.of(2025));

    assertThatThrownBy(() -> ActionPlan.of(FOUR, goals, Map.of("forum", 2031)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "years of measures: found forum in 2031; allowed: [forum, marriage, family, training]"
                + " in [2025]");
    assertThatThrownBy(() -> ActionPlan.of(FOUR, goals, Map.of("x", 2025)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ActionPlanner.of(FOUR, tinyGoals(YearGoal.of(2025))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edition of the years: found tiny; allowed: kla-2024");
  }

  private static Written<YearGoal> written(YearGoal goal, int row) {
    return new Written<>(goal, Place.table("goals.csv", row, "year"));
  }

  @Test
  void check_goalsWithFaults_tellsAllOfThemWithTheirPlaces() {
    List<Fault> faults =
        YearGoals.check(
                OGAN_ILIR.edition(),
                List.of(
                    written(YearGoal.of(2026), 2),
                    written(YearGoal.of(2026).withBudget(new BigDecimal("-1")), 3),
                    written(YearGoal.of(26), 4),
                    written(YearGoal.of(2027).withTarget(new YearGoal.OfTier("GOLD")), 5),
                    written(
                        YearGoal.of(2028).withTarget(new YearGoal.OfTotal(Points.of(1001))), 6)))
            .faults();

    assertThat(faults.stream().map(Fault::code))
        .containsExactly(
            FaultCode.YEAR_TWICE,
            FaultCode.BAD_COST,
            FaultCode.BAD_YEAR,
            FaultCode.UNKNOWN_TIER,
            FaultCode.BAD_TARGET);
    assertThat(faults.get(0).message(Language.ENGLISH))
        .contains("row 3")
        .contains("year 2026 stands here a second time, the first at")
        .contains("row 2");
    assertThat(faults.get(4).message(Language.INDONESIAN))
        .contains("target 1001; yang boleh: 0 sampai 1000");
  }

  @Test
  void check_noYearsOrTooMany_isAFault() {
    List<Written<YearGoal>> many = new ArrayList<>();
    for (int year = 2000; year < 2031; year++) {
      many.add(written(YearGoal.of(year), year));
    }

    assertThat(
            YearGoals.check(OGAN_ILIR.edition(), List.of()).faults().get(0).text(Language.ENGLISH))
        .isEqualTo("0 years are planned; allowed: 1 to 30. Name the years of the plan.");
    assertThat(YearGoals.check(OGAN_ILIR.edition(), many).faults().get(0).code())
        .isEqualTo(FaultCode.YEARS_OF_PLAN);
    assertThat(YearGoals.check(OGAN_ILIR.edition(), many.subList(0, 30)).faults()).isEmpty();
  }

  @Test
  void check_yearsInAnyOrder_areInOrder() {
    YearGoals goals = goals(YearGoal.of(2027), YearGoal.of(2025));

    assertThat(goals).hasToString("[2025, 2027]");
    assertThat(goals).isEqualTo(goals(YearGoal.of(2025), YearGoal.of(2027)));
  }
}
