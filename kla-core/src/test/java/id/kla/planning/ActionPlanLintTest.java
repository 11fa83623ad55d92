package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.edition.QuestionCode;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What action plans lack beside points. */
class ActionPlanLintTest {

  private static final ScoredAssessment OGAN_ILIR = scored();

  private static ScoredAssessment scored(Agency... agencies) {
    Assessment sheet =
        Assessment.builder().from(OganIlir.selfAssessment()).agencies(List.of(agencies)).build();
    return ScoringEngine.of(sheet.edition()).score(sheet);
  }

  private static Measure.Builder forum() {
    return Measure.builder()
        .code("forum")
        .cost(BigDecimal.ONE)
        .putAwards(QuestionCode.parse("6.3"), Points.of(21))
        .agency("DP3A")
        .addReferences(new Measure.Reference("RPJMD", "2.08.02", Optional.empty()));
  }

  private static List<Fault> lint(ScoredAssessment scored, Measure measure) {
    YearGoals goals = YearGoals.of(scored.edition(), List.of(YearGoal.of(2025), YearGoal.of(2026)));
    return ActionPlan.of(Measures.of(scored, List.of(measure)), goals, Map.of(measure.code(), 2026))
        .lint();
  }

  private static List<FaultCode> ofMeasure(Measure measure) {
    return lint(OGAN_ILIR, measure).stream()
        .map(Fault::code)
        .filter(code -> code != FaultCode.CLUSTER_WITHOUT_MEASURE)
        .toList();
  }

  @Test
  void lint_aMeasureWithAllThatIsAsked_saysNothingOfIt() {
    assertThat(ofMeasure(forum().build())).isEmpty();
  }

  @Test
  void lint_aMeasureThatLacksAll_saysSo() {
    Measure bare =
        Measure.builder()
            .code("bare")
            .cost(BigDecimal.ZERO)
            .putAwards(QuestionCode.parse("6.3"), Points.of(21))
            .build();

    assertThat(ofMeasure(bare))
        .containsExactly(
            FaultCode.MEASURE_WITHOUT_REFERENCE,
            FaultCode.MEASURE_WITHOUT_COST,
            FaultCode.MEASURE_WITHOUT_AGENCY);
  }

  @Test
  void lint_aSupportingMeasureOfNoCost_isAsItMayBe() {
    Measure supporting =
        Measure.builder()
            .code("meeting")
            .cost(BigDecimal.ZERO)
            .agency("DP3A")
            .addReferences(new Measure.Reference("DPA", "", Optional.empty()))
            .build();

    assertThat(ofMeasure(supporting)).isEmpty();
  }

  @Test
  void lint_referencesOfOtherYearsOnly_namesThem() {
    Measure.Reference rkpd2025 = new Measure.Reference("RKPD", "1", Optional.of(2025));
    Measure.Reference rkpd2026 = new Measure.Reference("RKPD", "1", Optional.of(2026));

    Fault fault = lint(OGAN_ILIR, forum().addReferences(rkpd2025).build()).get(0);

    assertThat(fault.message(Language.ENGLISH))
        .isEqualTo(
            "kla-2024, measure forum: it is carried out in 2026, and its references are of 2025."
                + " Have it taken into the budget of 2026, or name the reference of that year.");
    assertThat(ofMeasure(forum().addReferences(rkpd2025, rkpd2026).build())).isEmpty();
  }

  @Test
  void lint_aMeasureOfOtherYears_isNoted() {
    YearGoals goals = YearGoals.of(OGAN_ILIR.edition(), List.of(YearGoal.of(2025)));
    Measures late = Measures.of(OGAN_ILIR, List.of(forum().addYears(2031).build()));

    List<Fault> faults = ActionPlan.of(late, goals, Map.of()).lint();

    assertThat(faults.get(0).text(Language.INDONESIAN))
        .isEqualTo(
            "hanya dapat berjalan pada 2031, sedangkan rencana ini untuk 2025. Izinkan berjalan"
                + " pada salah satunya, atau batalkan.");
  }

  /** 6.3 is of cluster I; the edition has seven. */
  @Test
  void lint_clustersWithoutAMeasure_areNamed() {
    assertThat(
            lint(OGAN_ILIR, forum().build()).stream()
                .map(fault -> fault.place().in(Language.ENGLISH)))
        .hasSize(OGAN_ILIR.clusters().size() - 1)
        .doesNotContain("kla-2024, cluster " + OGAN_ILIR.clusters().get(1).code())
        .contains("kla-2024, cluster " + OGAN_ILIR.clusters().get(0).code());
  }

  @Test
  void lint_anAgencyThatLeadsHeadroomWithoutAMeasure_isAskedForOne() {
    String role = OGAN_ILIR.question("6.3").question().lead().orElseThrow();
    String other =
        OGAN_ILIR.questions().stream()
            .filter(question -> question.headroom().signum() > 0)
            .flatMap(question -> question.question().lead().stream())
            .filter(lead -> !lead.equals(role))
            .findFirst()
            .orElseThrow();
    Agency first = Agency.builder().code("PPA").addAliases("dp3a").addRoles(role).build();
    Agency second = Agency.builder().code("OTHER").addRoles(other).build();
    Agency third = Agency.builder().code("NOBODY").build();

    List<Fault> faults =
        lint(scored(first, second, third), forum().build()).stream()
            .filter(fault -> fault.code() == FaultCode.AGENCY_WITHOUT_MEASURE)
            .toList();

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).message(Language.ENGLISH))
        .startsWith("kla-2024, agency OTHER: it leads questions with headroom (");
  }
}
