package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.QuestionCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.report.TextReport;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was expected beside what was reached, worked out by hand. */
class MonitoringTest {

  private static final QuestionCode FORUM = QuestionCode.parse("6.3");
  private static final QuestionCode MARRIAGE = QuestionCode.parse("7.2");

  private static ScoredAssessment scored(Assessment sheet) {
    return ScoringEngine.of(sheet.edition()).score(sheet);
  }

  private static Measure measure(String code, String cost, QuestionCode question, long award) {
    return Measure.builder()
        .code(code)
        .cost(new BigDecimal(cost))
        .putAwards(question, Points.of(award))
        .build();
  }

  private static final Measure F = measure("forum", "100", FORUM, 21);
  private static final Measure M = measure("marriage", "80.5", MARRIAGE, 22);
  private static final Measure T = Measure.builder().code("training").cost(BigDecimal.ONE).build();

  private static final ActionPlan PLAN =
      ActionPlan.of(
          Measures.of(scored(OganIlir.selfAssessment()), List.of(F, M, T)),
          YearGoals.of(
              OganIlir.selfAssessment().edition(), List.of(YearGoal.of(2025), YearGoal.of(2026))),
          Map.of("forum", 2025, "training", 2025, "marriage", 2026));

  /** 6.3 has 9 now, was to have 21 by 2025 and has 15 then: 6 are missing. 7.2 still has 10. */
  private static Monitoring monitoring() {
    Assessment later = OganIlir.selfAssessment().withAnswer(FORUM, Answer.of(Points.of(15)));
    Measure running =
        Measure.builder()
            .from(F)
            .state(Measure.State.RUNNING)
            .realisedCost(new BigDecimal("70"))
            .build();
    Measure done = Measure.builder().from(T).state(Measure.State.DONE).build();
    return Monitoring.of(PLAN, 2025, scored(later), List.of(running, done));
  }

  @Test
  void of_aScoreOfALaterYear_setsItBesideWhatWasExpected() {
    Monitoring monitoring = monitoring();

    assertThat(monitoring.years())
        .containsExactly(
            new Monitoring.Year(2025, Points.parse("783.81"), Points.parse("777.81")),
            new Monitoring.Year(2026, Points.parse("795.81"), Points.parse("777.81")));
    assertThat(monitoring.years().get(0).missing()).isEqualTo(Points.of(6));
    Monitoring.Row forum = monitoring.rows().get(0);
    assertThat(forum.awards())
        .containsExactly(new Monitoring.Award(FORUM, Points.of(21), Points.of(15)));
    assertThat(forum.missing()).isEqualTo(Points.of(6));
    assertThat(forum.plannedCost()).isEqualTo(new BigDecimal("100"));
    assertThat(forum.realisedCost()).contains(new BigDecimal("70"));
    assertThat(forum.isComplete()).isFalse();
    Monitoring.Row training = monitoring.rows().get(1);
    assertThat(training.isComplete()).isTrue();
    Monitoring.Row marriage = monitoring.rows().get(2);
    assertThat(marriage.now()).isEqualTo(M);
    assertThat(marriage.realisedCost()).isEqualTo(Optional.empty());
    assertThat(monitoring.late()).containsExactly(forum);
  }

  @Test
  void of_theScoreThatThePlanStartsFrom_missesAllThatThePlanGains() {
    Monitoring monitoring = Monitoring.of(PLAN, 2026, scored(OganIlir.selfAssessment()), List.of());

    assertThat(monitoring.late()).hasSize(3);
    assertThat(Points.sum(monitoring.rows().stream().map(Monitoring.Row::missing).toList()))
        .isEqualTo(Points.of(24));
  }

  @Test
  void of_aYearOrAnEditionThatIsNotThePlans_isACallersMistake() {
    ScoredAssessment scored = scored(OganIlir.selfAssessment());

    assertThatThrownBy(() -> Monitoring.of(PLAN, 2027, scored, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("year: found 2027; allowed: [2025, 2026]");
    assertThatThrownBy(
            () -> Monitoring.of(PLAN, 2025, scored(TinyEdition.sheet("first")), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edition of the score: found tiny; allowed: kla-2024");
    Assessment elsewhere =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .region(RegionCode.parse("35.71"))
            .build();
    assertThatThrownBy(() -> Monitoring.of(PLAN, 2025, scored(elsewhere), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("region of the score: found 35.71; allowed: that of the plan, 16.10");
  }

  @Test
  void text_inBothLanguages_saysWhatIsMissing() {
    assertThat(TextReport.monitoring(monitoring(), Language.ENGLISH))
        .contains("Reached by the end of 2025: 777.81 (NINDYA)\n")
        .contains("  by the end of 2025 783.81 was expected: 6.00 missing now\n")
        .contains("Due by 2025:\n  forum: running, incomplete, 6.00 points missing\n")
        .contains("    100 planned, 70 spent\n")
        .contains("    6.3: 21.00 expected, 15.00 reached, 6.00 missing\n")
        .contains("  training: done, complete\n")
        .contains("Planned for 2026:\n  marriage: planned, incomplete, 12.00 points missing\n")
        .contains("Computed by kla");
    assertThat(TextReport.monitoring(monitoring(), Language.INDONESIAN))
        .contains("Tercapai sampai akhir 2025: 777,81 (NINDYA)\n")
        .contains("    rencana 80,5\n");
  }
}
