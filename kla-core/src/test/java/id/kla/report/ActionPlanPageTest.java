package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Agency;
import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.QuestionCode;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.planning.ActionPlan;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Measure;
import id.kla.planning.Measures;
import id.kla.planning.Monitoring;
import id.kla.planning.YearGoal;
import id.kla.planning.YearGoals;
import id.kla.points.Points;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The measures of {@link PlanPageTest}, each in a year that was agreed upon. */
class ActionPlanPageTest {

  private static final QuestionCode FORUM = QuestionCode.parse("6.3");

  private static YearGoal year(int year, String budget) {
    return YearGoal.of(year).withBudget(new BigDecimal(budget));
  }

  /** 771.81, then 783.81, 795.81 and 803.81. */
  private static ActionPlan plan() {
    Measure a =
        Measure.builder()
            .from(PlanPageTest.A)
            .addReferences(new Measure.Reference("RPJMD", "2.08", Optional.of(2026)))
            .build();
    return ActionPlan.of(
        Measures.of(
            PlanPageTest.oganIlir(), List.of(a, PlanPageTest.B, PlanPageTest.C, PlanPageTest.D)),
        YearGoals.of(
            OganIlir.selfAssessment().edition(),
            List.of(
                year(2026, "12500"),
                year(2027, "100").withTarget(new YearGoal.OfTotal(Points.of(800))),
                YearGoal.of(2028).withTarget(new YearGoal.OfTier("UTAMA")))),
        Map.of("A", 2026, "D", 2026, "B", 2027, "C", 2028));
  }

  private static Document page(
      BestActionPlan best, Optional<Monitoring> monitoring, Language language) {
    return Jsoup.parse(
        HtmlPage.write(ActionPlanPage.of(new ActionPlanReport(best, monitoring), language)));
  }

  private static Document page(Language language) {
    return page(new BestActionPlan.Proven(plan()), Optional.empty(), language);
  }

  private static List<String> answer(Document page) {
    return page.select("dl.answer dt, dl.answer dd").eachText();
  }

  @Test
  void of_plan_saysFirstWhatItReachesWhatItCostsAndWhichTargetsAreMet() {
    Document page = page(Language.ENGLISH);

    assertThat(page.title()).isEqualTo("Kabupaten Ogan Ilir · Action plan (RAD KLA) 2026–2028");
    assertThat(answer(page))
        .containsExactly(
            "At the end of 2028",
            "UTAMA",
            "803.81 points; now 771.81 (NINDYA)",
            "It costs",
            "12,575",
            "4 measures; no better plan can be made of what the agencies offer",
            "Targets met",
            "1 of 2",
            "800.00 by 2027: missed, 4.19 points too little; UTAMA by 2028: met");
    assertThat(page.select("p.note").text()).startsWith("Computed by kla, not declared");
  }

  @Test
  void of_planInIndonesian_isIndonesian() {
    Document page = page(Language.INDONESIAN);

    assertThat(answer(page))
        .contains(
            "Pada akhir 2028",
            "803,81 nilai; sekarang 771,81 (NINDYA)",
            "12.575",
            "800,00 pada 2027: tidak tercapai, kurang 4,19 nilai; UTAMA pada 2028: terpenuhi");
  }

  @Test
  void of_plan_saysWhoDoesWhat() {
    assertThat(Pages.rows(page(Language.ENGLISH), "Measures by who carries them out"))
        .containsExactly(
            "X||12,345",
            "D|2026|12,345",
            "nobody named yet||130",
            "B|2027|80",
            "C|2028|50",
            "Dinas PPPA||100",
            "A · One|2026|100",
            "All||12,575");
  }

  @Test
  void of_plan_drawsTotalsAndTargetsAgainstTheLadder() {
    Document page = page(Language.ENGLISH);

    assertThat(Pages.rows(page, "The total against the ladder of predicates"))
        .containsExactly(
            "now|771.81 NINDYA|not known",
            "2026|783.81 NINDYA|not known",
            "2027|795.81 NINDYA|800.00",
            "2028|803.81 UTAMA|UTAMA");
    assertThat(page.select("svg.drawing path.mark")).hasSize(4);
    // 216 units are 1000 points: from 800 up are 43.2, from just above 800 a little less.
    assertThat(page.select("svg.drawing rect.range").eachAttr("height"))
        .containsExactly("43.2", "43.2");
  }

  @Test
  void of_plan_tellsCostsBudgetsAndTargetsOfEachYear() {
    assertThat(Pages.rows(page(Language.ENGLISH), "What each year costs and reaches"))
        .containsExactly(
            "2026|783.81|NINDYA|12,445|12,500|",
            "2027|795.81|NINDYA|80|100|800.00: missed, 4.19 too little",
            "2028|803.81|UTAMA|50||UTAMA: met",
            "All|||12,575||");
  }

  @Test
  void of_plan_tellsEachMeasureInItsYear() {
    assertThat(
            Pages.rows(
                page(Language.ENGLISH),
                "What is done, what it raises, and where it stands in plans and budgets"))
        .containsExactly(
            "2026: 783.81 NINDYA||||+12.00|12,445",
            "A · One|Dinas PPPA|7.2 +12.00|RPJMD 2.08 (2026)|+12.00|100",
            "D|X|supporting|||12,345",
            "2027: 795.81 NINDYA||||+12.00|80",
            "B|nobody named yet|6.3 +12.00||+12.00|80",
            "2028: 803.81 UTAMA||||+8.00|50",
            "C|nobody named yet|8.3 +8.00||+8.00|50");
  }

  /** B holds in four of five cases: 12 times 0.8 are 9.6 of 12. */
  @Test
  void of_planWhoseEvidenceMayFail_saysHowSureItIs() {
    Document page = page(Language.ENGLISH);

    assertThat(Pages.rows(page, "By the chances of the measures"))
        .containsExactly("2027|793.41|800.00 or more|0.0%", "2028|801.41|UTAMA or more|80.0%");
    assertThat(page.select("main > ul li").eachText())
        .contains("B: its evidence holds with a chance of 80%");
  }

  /** 7.2 and 8.3 are of cluster II, 6.3 of cluster I. */
  @Test
  void of_plan_saysWhatItLacksOncePerKind() {
    assertThat(page(Language.ENGLISH).select("main > ul li").eachText())
        .contains(
            "In no plan or budget yet; name where they stand, such as RPJMD, RKPD, Renja or DPA:"
                + " measure D; measure B; measure C.",
            "Carried out by nobody yet; name the agency: measure B; measure C.",
            "Without any measure; plan one if the plan must speak of every cluster: cluster K;"
                + " cluster III; cluster IV; cluster V; cluster L.");
  }

  /** The tiny sheet holds 11.5 at indicator 1, of which 10 count: half a point more is cut. */
  @Test
  void of_gainThatACapTakes_saysSo() {
    ScoredAssessment tiny = ScoringEngine.of(TinyEdition.EDITION).score(TinyEdition.sheet("first"));
    ActionPlan plan =
        ActionPlan.of(
            Measures.of(tiny, List.of(PlanPageTest.measure("homes", "1", "1.3", "5").build())),
            YearGoals.of(TinyEdition.EDITION, List.of(YearGoal.of(2026))),
            Map.of("homes", 2026));

    Document page = page(new BestActionPlan.Proven(plan), Optional.empty(), Language.ENGLISH);

    assertThat(page.title()).isEqualTo("Kabupaten Ogan Ilir · Action plan (RAD KLA) 2026");
    assertThat(
            Pages.rows(
                page, "What is done, what it raises, and where it stands in plans and budgets"))
        .containsExactly(
            "2026: 15.3333 SILVER||||0.00|1",
            "homes|nobody named yet|1.3 +0.50||+0.50|1",
            "more than the stated maximum of indicator 1: does not count||||-0.50|");
    assertThat(answer(page)).doesNotContain("Targets met");
    assertThat(page.select("main > p").eachText())
        .contains("All evidence is taken to hold: no measure here names a chance below 100%.");
  }

  @Test
  void of_searchThatWasStopped_saysWhatIsCertain() {
    Document page =
        page(
            new BestActionPlan.Stopped(plan(), 0, Points.parse("1.5"), new BigDecimal("12000")),
            Optional.empty(),
            Language.ENGLISH);

    assertThat(answer(page))
        .contains("4 measures; the time of the search was up, so that a better plan may exist");
    assertThat(page.select("main > p").eachText())
        .contains(
            "Known for certain: no plan misses fewer targets than 0; of those, none lacks fewer"
                + " points than 1.50; and of those, none costs less than 12,000.");
  }

  /** A is done, of B's 12 points 6 came, and C has not begun: 771.81 + 12 + 6. */
  @Test
  void of_planWithWhatWasReached_setsExpectedBesideReached() {
    ActionPlan plan = plan();
    Assessment later =
        Assessment.builder()
            .from(PlanPageTest.oganIlir().assessment())
            .putAnswers(QuestionCode.parse("7.2"), Answer.of(Points.of(22)))
            .putAnswers(FORUM, Answer.of(Points.of(15)))
            .build();
    Measure done =
        Measure.builder()
            .from(PlanPageTest.A)
            .state(Measure.State.DONE)
            .realisedCost(new BigDecimal("90"))
            .build();
    Monitoring monitoring =
        Monitoring.of(plan, 2027, ScoringEngine.of(later.edition()).score(later), List.of(done));

    Document page =
        page(new BestActionPlan.Proven(plan), Optional.of(monitoring), Language.ENGLISH);

    assertThat(answer(page).subList(0, 3))
        .containsExactly(
            "Reached by the end of 2027",
            "NINDYA",
            "789.81 points; the plan expected 795.81: 6.00 points too little");
    assertThat(page.select("main > ul li").eachText())
        .contains("Late: D (X)", "Late: B (nobody named yet): 6.00 points are missing");
    assertThat(Pages.rows(page, "Totals that were expected, beside the total that was reached"))
        .containsExactly(
            "2026|783.81|789.81|", "2027|795.81|789.81|6.00", "2028|803.81|789.81|14.00");
    assertThat(Pages.rows(page, "Every measure, and the questions that it was to raise"))
        .containsExactly(
            "Due by 2026||||||",
            "A · One|done|100|90|7.2|22.00|22.00",
            "D|planned|12,345||supporting||",
            "Due by 2027||||||",
            "B|planned|80||6.3|21.00|15.00",
            "Planned for 2028||||||",
            "C|planned|50||8.3|10.00|2.00");
    assertThat(Pages.rows(page, "The total against the ladder of predicates").get(2))
        .isEqualTo("2027|795.81 NINDYA|789.81 NINDYA|800.00");
  }

  /** Every kind of lack that an action plan is looked through for. */
  @Test
  void of_everyKindOfLack_hasItsWords() {
    Measure free =
        PlanPageTest.measure("free", "0", "6.3", "21")
            .addReferences(new Measure.Reference("RKPD", "", Optional.of(2026)))
            .build();
    Measure bare = PlanPageTest.measure("bare", "5", "7.2", "22").agency("X").build();
    Measure late = PlanPageTest.measure("late", "5", "8.3", "10").addYears(2031).build();
    Assessment sheet =
        Assessment.builder()
            .from(OganIlir.selfAssessment())
            .agencies(List.of(Agency.builder().code("DINKES").addRoles("health").build()))
            .build();
    ActionPlan plan =
        ActionPlan.of(
            Measures.of(ScoringEngine.of(sheet.edition()).score(sheet), List.of(free, bare, late)),
            YearGoals.of(sheet.edition(), List.of(YearGoal.of(2027))),
            Map.of("free", 2027, "bare", 2027));
    List<Fault> lint = plan.lint();
    List<FaultCode> codes = new ArrayList<>(lint.stream().map(Fault::code).distinct().toList());
    assertThat(codes).hasSize(7);

    for (Language language : Language.values()) {
      Document page = page(new BestActionPlan.Proven(plan), Optional.empty(), language);

      List<String> items = page.select("main > ul li").eachText();
      assertThat(items).hasSize(codes.size());
      for (Fault fault : lint) {
        String where = fault.place().in(language).substring("kla-2024, ".length());
        assertThat(items.get(codes.indexOf(fault.code()))).contains(": ").contains(where);
      }
    }
    assertThat(
            page(new BestActionPlan.Proven(plan), Optional.empty(), Language.INDONESIAN)
                .select("main > ul li")
                .eachText())
        .anyMatch(
            text -> text.endsWith("kegiatan free (dilaksanakan 2027, dianggarkan untuk 2026)."))
        .anyMatch(text -> text.endsWith("kegiatan late (hanya pada 2031)."))
        .anyMatch(text -> text.contains("perangkat daerah DINKES (") && text.endsWith(" nilai)."));
  }
}
