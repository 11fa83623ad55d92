package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.planning.ActionPlan;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Cheapest;
import id.kla.planning.Measure;
import id.kla.planning.Measures;
import id.kla.planning.Monitoring;
import id.kla.planning.Plan;
import id.kla.planning.PlanReport;
import id.kla.planning.Planner;
import id.kla.planning.YearGoal;
import id.kla.planning.YearGoals;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Laws of the pages of plans: their figures, read back, are those of the results. */
class PlanPagesProperties {

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.assessments());
  }

  /** Up to eight measures that fill a question each, with costs, agencies and chances. */
  private static Measures measures(ScoredAssessment scored, Random random) {
    List<Measure> measures = new ArrayList<>();
    for (Measure fill : Measures.ofHeadroom(scored, Set.of()).measures()) {
      if (measures.size() < 8 && random.nextInt(3) > 0) {
        Measure.Builder measure =
            Measure.builder().from(fill).cost(BigDecimal.valueOf(random.nextInt(30_000), 1));
        if (random.nextBoolean()) {
          measure.agency("OPD <" + random.nextInt(3) + ">");
        }
        if (random.nextInt(3) == 0) {
          measure.chance(Share.of(1 + random.nextInt(4), 4));
        }
        measures.add(measure.build());
      }
    }
    return Measures.of(scored, measures);
  }

  private static Points points(String text) {
    return text.isEmpty() ? Points.ZERO : Points.parse(text.replace("+", ""));
  }

  private static BigDecimal cost(String text) {
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.replace(",", ""));
  }

  private static List<String> cells(Element row) {
    return row.select("th, td").stream().map(Element::text).toList();
  }

  /** Below who carries it out stand measures that add up to what stands beside the name. */
  private static void addUp(Element table, BigDecimal whole) {
    int last = table.select("thead th").size() - 1;
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal group = BigDecimal.ZERO;
    for (Element row : table.select("tbody tr")) {
      BigDecimal cost = cost(cells(row).get(last));
      if (row.hasClass("total")) {
        assertThat(cost).isEqualByComparingTo(whole);
      } else if (row.hasClass("group")) {
        assertThat(group).isEqualByComparingTo(BigDecimal.ZERO);
        group = cost;
        all = all.add(cost);
      } else {
        group = group.subtract(cost);
      }
    }
    assertThat(group).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(all).isEqualByComparingTo(whole);
  }

  @Property(tries = 30)
  void figures_ofAPlanReadBack_areThoseOfThePlan(
      @ForAll("sheets") Assessment sheet, @ForAll long seed) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    Measures measures = measures(scored, new Random(seed));
    for (Tier tier : scored.edition().ladder().tiers()) {
      Cheapest cheapest = Planner.of(measures).cheapest(tier.code());

      Document page =
          Jsoup.parse(
              HtmlPage.write(
                  PlanPage.of(
                      new PlanReport.ToTier(measures, tier, cheapest, List.of(), Optional.empty()),
                      Language.ENGLISH)));

      List<String> answer = page.select("dl.answer dd").eachText();
      if (cheapest instanceof Cheapest.NotReachable none) {
        assertThat(points(answer.get(2))).isEqualTo(none.mostTotal());
        continue;
      }
      Plan plan = cheapest.found().orElseThrow();
      assertThat(answer.get(0)).isEqualTo(plan.tier().map(Tier::code).orElseThrow());
      assertThat(points(answer.get(1).split(" ", 2)[0])).isEqualTo(plan.total());
      assertThat(cost(answer.get(2))).isEqualByComparingTo(plan.cost());
      if (!plan.measures().isEmpty()) {
        Element table = Pages.table(page, "The way to " + tier.code());
        addUp(table, plan.cost());
        for (Element row : table.select("tbody tr:not(.group, .total)")) {
          String code = cells(row).get(1).split(" ", 2)[0];
          assertThat(points(cells(row).get(2))).isEqualTo(scored.question(code).points());
          assertThat(points(cells(row).get(3)))
              .isEqualTo(plan.awards().get(scored.question(code).question().code()));
        }
      }
    }
  }

  private static ActionPlan plan(Measures measures, Random random) {
    ScoredAssessment scored = measures.scored();
    List<YearGoal> goals = new ArrayList<>();
    for (int year = 2026; year < 2029; year++) {
      YearGoal goal = YearGoal.of(year);
      if (random.nextBoolean()) {
        goal = goal.withBudget(BigDecimal.valueOf(random.nextInt(90_000)));
      }
      if (random.nextBoolean()) {
        goal =
            goal.withTarget(
                new YearGoal.OfTotal(
                    Points.ofUnits(random.nextLong(scored.maximum().units() + 1))));
      }
      goals.add(goal);
    }
    Map<String, Integer> years = new HashMap<>();
    measures.measures().forEach(each -> years.put(each.code(), 2026 + random.nextInt(3)));
    return ActionPlan.of(measures, YearGoals.of(scored.edition(), goals), years);
  }

  @Property(tries = 30)
  void figures_ofAnActionPlanReadBack_areThoseOfItsYears(
      @ForAll("sheets") Assessment sheet, @ForAll long seed) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    Random random = new Random(seed);
    ActionPlan plan = plan(measures(scored, random), random);
    Monitoring monitoring = Monitoring.of(plan, 2027, scored, List.of());

    Document page =
        Jsoup.parse(
            HtmlPage.write(
                ActionPlanPage.of(
                    new ActionPlanReport(new BestActionPlan.Proven(plan), Optional.of(monitoring)),
                    Language.ENGLISH)));

    List<String> answer = page.select("dl.answer dd").eachText();
    assertThat(points(answer.get(1).split(" ", 2)[0])).isEqualTo(scored.points());
    assertThat(points(answer.get(3).split(" ", 2)[0]))
        .isEqualTo(plan.years().get(2).standing().total());
    assertThat(cost(answer.get(4))).isEqualByComparingTo(plan.cost());
    List<Element> years =
        Pages.table(page, "What each year costs and reaches").select("tbody tr:not(.total)");
    List<Element> reached =
        Pages.table(page, "Totals that were expected, beside the total that was reached")
            .select("tbody tr");
    for (int i = 0; i < plan.years().size(); i++) {
      ActionPlan.Year year = plan.years().get(i);
      List<String> cells = cells(years.get(i));
      assertThat(points(cells.get(1))).isEqualTo(year.standing().total());
      assertThat(cost(cells.get(3))).isEqualByComparingTo(year.spent());
      assertThat(cost(cells.get(4)))
          .isEqualByComparingTo(year.goal().budget().orElse(BigDecimal.ZERO));
      assertThat(cells.get(5).contains("missed")).isEqualTo(!year.isMet());
      List<String> beside = cells(reached.get(i));
      assertThat(points(beside.get(1))).isEqualTo(year.standing().total());
      assertThat(points(beside.get(2))).isEqualTo(scored.points());
    }
    if (!plan.rows().isEmpty()) {
      addUp(Pages.table(page, "Measures by who carries them out"), plan.cost());
      gains(plan, page);
    }
  }

  /** What the measures of a year gain, less what caps take, is what the year gains. */
  private static void gains(ActionPlan plan, Document page) {
    Points left = Points.ZERO;
    int year = 0;
    for (Element row :
        Pages.table(page, "What is done, what it raises, and where it stands in plans and budgets")
            .select("tbody tr")) {
      Points gain = points(cells(row).get(4));
      if (row.hasClass("group")) {
        assertThat(left).isEqualTo(Points.ZERO);
        assertThat(gain).isEqualTo(plan.years().get(year).gain());
        left = gain;
        year++;
      } else {
        left = left.minus(gain);
      }
    }
    assertThat(left).isEqualTo(Points.ZERO);
    assertThat(year).isEqualTo(plan.years().size());
  }
}
