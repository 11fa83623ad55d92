package id.kla.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Editions;
import id.kla.edition.QuestionCode;
import id.kla.planning.ActionPlan;
import id.kla.planning.ActionPlanner;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.planning.Measures;
import id.kla.planning.YearGoals;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.table.KlaTables;
import id.kla.table.SheetFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The worked example of a RAD: what it holds, and that its best plan is the best. */
class OganIlirRadTest {

  private static final Path EXAMPLES = Path.of("examples");

  private static final ScoredAssessment SCORED = scored();

  private static final MeasureList LIST =
      KlaJson.strict()
          .read(KlaFormat.MEASURES, EXAMPLES.resolve("ogan-ilir-rad-measures.json"))
          .orThrow();

  private static final YearGoals GOALS =
      KlaTables.of()
          .readGoals(
              SheetFile.read(EXAMPLES.resolve("ogan-ilir-rad-goals.csv")).orThrow(),
              SCORED.edition())
          .orThrow();

  private static final BestActionPlan BEST =
      ActionPlanner.of(Measures.check(SCORED, LIST).orThrow(), GOALS).best();

  private static ScoredAssessment scored() {
    return ScoringEngine.of(Editions.kla2024())
        .score(
            KlaJson.strict()
                .read(KlaFormat.ASSESSMENT, EXAMPLES.resolve("ogan-ilir-2024.json"))
                .orThrow());
  }

  @Test
  void example_everyAward_isMoreThanTheSheetHasAlready() {
    assertThat(Measures.check(SCORED, LIST).faults()).isEmpty();
    for (Measure measure : LIST.measures()) {
      measure
          .awards()
          .forEach(
              (question, award) ->
                  assertThat(award)
                      .as(measure.code() + " " + question)
                      .isGreaterThan(SCORED.question(question).points()));
    }
  }

  @Test
  void best_plan_keepsBudgetsYearsAndPrerequisites() {
    ActionPlan plan = BEST.plan();

    assertThat(BEST).isInstanceOf(BestActionPlan.Proven.class);
    assertThat(plan.missed()).isEmpty();
    assertThat(plan.years().get(2).standing().total()).isGreaterThan(Points.of(800));
    assertThat(plan.years().get(4).standing().total()).isEqualTo(Points.parse("830.51"));
    for (ActionPlan.Year year : plan.years()) {
      assertThat(year.spent()).isLessThanOrEqualTo(year.goal().budget().orElseThrow());
      for (ActionPlan.Row row : year.rows()) {
        Measure measure = row.measure();
        assertThat(measure.years().isEmpty() || measure.years().contains(year.year())).isTrue();
        measure
            .prerequisites()
            .forEach(
                need ->
                    assertThat(plan.yearOf(need).orElseThrow()).isLessThanOrEqualTo(year.year()));
      }
    }
  }

  /**
   * Of all 262,144 sets of measures, years and caps left aside, only this one reaches 830 points
   * for 700 million or less: so nothing is cheaper.
   */
  @Test
  void best_plan_isOfTheOnlySetThatIsAsCheap() {
    Set<Set<String>> found = sets(new BigDecimal(700_000_000), Points.of(830));

    assertThat(found)
        .containsExactly(
            new TreeSet<>(BEST.plan().rows().stream().map(row -> row.measure().code()).toList()));
    assertThat(BEST.plan().cost()).isEqualByComparingTo("700000000");
  }

  private static Set<Set<String>> sets(BigDecimal mostCost, Points least) {
    List<Measure> all = LIST.measures();
    Set<Set<String>> found = new HashSet<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      long cost = 0;
      for (int i = 0; i < all.size(); i++) {
        cost += (bits >> i & 1) == 0 ? 0 : all.get(i).cost().longValueExact();
      }
      if (cost <= mostCost.longValueExact()) {
        Set<String> codes = new TreeSet<>();
        Map<QuestionCode, Points> gains = new HashMap<>();
        boolean isWhole = true;
        for (int i = 0; i < all.size(); i++) {
          if ((bits >> i & 1) == 1) {
            Measure measure = all.get(i);
            codes.add(measure.code());
            measure
                .awards()
                .forEach(
                    (question, award) ->
                        gains.merge(
                            question,
                            award.minus(SCORED.question(question).points()),
                            Points::max));
          }
        }
        for (Measure measure : all) {
          isWhole &= !codes.contains(measure.code()) || codes.containsAll(measure.prerequisites());
        }
        if (isWhole && SCORED.points().plus(Points.sum(gains.values())).compareTo(least) >= 0) {
          found.add(codes);
        }
      }
    }
    return found;
  }
}
