package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The search over years against exhaustive search and against another solver. */
class YearSearchTest {

  /** The other solver takes long for more; {@code -Dkla.measures=30} compares them. */
  private static final int MEASURES = Integer.getInteger("kla.measures", 12);

  private static Schedule best(YearTask years) {
    YearSearch.Outcome outcome = YearSearch.of(years, Limit.none());
    assertThat(outcome.isProven()).isTrue();
    return outcome.best();
  }

  @Test
  void search_smallTasks_findsWhatExhaustiveSearchPrefers() {
    int met = 0;
    int missed = 0;
    for (int seed = 0; seed < 4000; seed++) {
      YearTask years = YearTasks.small(seed, 6, 3);
      Schedule expected = YearTasks.best(years);

      Schedule best = best(years);

      assertThat(best.yearOf()).as("seed %s", seed).isEqualTo(expected.yearOf());
      met += expected.missed() == 0 && expected.cost() > 0 ? 1 : 0;
      missed += expected.missing() > 0 ? 1 : 0;
    }

    assertThat(met).isBetween(400, 3000);
    assertThat(missed).isBetween(400, 3000);
  }

  @Test
  void search_smallTasksOfManyYears_findsWhatExhaustiveSearchPrefers() {
    for (int seed = 10_000; seed < 11_000; seed++) {
      YearTask years = YearTasks.small(seed, 4, 6);

      assertThat(best(years).yearOf())
          .as("seed %s", seed)
          .isEqualTo(YearTasks.best(years).yearOf());
    }
  }

  @Test
  void search_thatIsStopped_givesBoundsThatHoldAndAScheduleThatIsAllowed() {
    int stopped = 0;
    for (int seed = 0; seed < 1500; seed++) {
      YearTask years = YearTasks.small(seed, 6, 3);
      AtomicInteger left = new AtomicInteger(seed % 12);
      Limit limit = new Limit(() -> left.getAndDecrement() <= 0, (best, bound) -> {});

      YearSearch.Outcome outcome = YearSearch.of(years, limit);

      Schedule best = YearTasks.best(years);
      stopped += outcome.isProven() ? 0 : 1;
      assertThat(years.isAllowed(outcome.best().yearOf())).isTrue();
      assertThat(outcome.best()).isGreaterThanOrEqualTo(best);
      assertThat(outcome.fewestMissed()).as("seed %s", seed).isLessThanOrEqualTo(best.missed());
      if (outcome.fewestMissed() == best.missed()) {
        assertThat(outcome.leastMissing()).as("seed %s", seed).isLessThanOrEqualTo(best.missing());
        if (outcome.leastMissing() == best.missing()) {
          assertThat(outcome.leastCost()).as("seed %s", seed).isLessThanOrEqualTo(best.cost());
        }
      }
      if (outcome.isProven()) {
        assertThat(outcome.best().yearOf()).isEqualTo(best.yearOf());
      }
    }

    assertThat(stopped).isBetween(500, 1499);
  }

  @Test
  void search_ofOneYearWithoutABudget_findsWhatTheSearchWithoutYearsFinds() {
    int reached = 0;
    for (int seed = 20_000; seed < 21_000; seed++) {
      Task task = Tasks.small(seed, 9);
      int[] allowed = new int[task.measures()];
      Arrays.fill(allowed, 1);
      YearTask years =
          new YearTask(
              task.withoutRequirements(0),
              Tasks.free(task),
              allowed,
              new long[] {Search.ANY_COST},
              new Task[] {task});
      Choice cheapest = Tasks.best(task);
      if (cheapest != null) {
        reached++;

        Schedule best = best(years);

        assertThat(best.missed()).isZero();
        assertThat(years.until(0, best.yearOf()))
            .as("seed %s", seed)
            .isEqualTo(cheapest.measures());
      }
    }

    assertThat(reached).isGreaterThan(300);
  }

  @Test
  void search_withALargerBudgetInOneYear_isNeverWorse() {
    int better = 0;
    for (int seed = 30_000; seed < 30_600; seed++) {
      YearTask years = YearTasks.small(seed, 8, 4);
      long[] budget = years.budget().clone();
      int year = seed % budget.length;
      budget[year] = Math.min(Search.ANY_COST, budget[year] + 1 + seed % 400);
      YearTask richer =
          new YearTask(years.task(), years.fixed(), years.allowed(), budget, years.asked());

      int order = best(richer).compareTo(best(years));

      assertThat(order).as("seed %s", seed).isNotPositive();
      better += order < 0 ? 1 : 0;
    }

    assertThat(better).isPositive();
  }

  @Test
  void search_withAMeasureThatMayRunInMoreYears_isNeverWorse() {
    int better = 0;
    for (int seed = 40_000; seed < 40_600; seed++) {
      YearTask years = YearTasks.small(seed, 8, 4);
      SplittableRandom random = new SplittableRandom(seed);
      int[] allowed = years.allowed().clone();
      allowed[random.nextInt(allowed.length)] |= 1 << random.nextInt(years.years());
      YearTask wider =
          new YearTask(years.task(), years.fixed(), allowed, years.budget(), years.asked());

      int order = best(wider).compareTo(best(years));

      assertThat(order).as("seed %s", seed).isNotPositive();
      better += order < 0 ? 1 : 0;
    }

    assertThat(better).isPositive();
  }

  @Test
  void search_largerTasks_missesLacksAndCostsWhatAnotherSolverFinds() {
    int met = 0;
    for (int seed = 0; seed < 16; seed++) {
      YearTask years = YearTasks.large(seed, MEASURES, 3, seed % 2 == 0);

      Schedule best = best(years);

      assertThat(List.of((long) best.missed(), best.missing(), best.cost()))
          .as("seed %s", seed)
          .isEqualTo(OtherYearSolver.best(years));
      assertThat(years.isAllowed(best.yearOf())).isTrue();
      met += best.missed() == 0 ? 1 : 0;
    }

    assertThat(met).isBetween(4, 14);
  }

  @Test
  void search_largeTasks_findsNothingThatIsBetterWithoutOneOfItsMeasures() {
    int dropped = 0;
    for (int seed = 0; seed < 6; seed++) {
      YearTask years = YearTasks.large(seed, 60, 4, false);
      Schedule best = best(years);
      for (int m = 0; m < years.measures(); m++) {
        int[] without = best.yearOf().clone();
        without[m] = years.never();
        if (best.yearOf()[m] < years.never() && years.isAllowed(without)) {
          dropped++;
          assertThat(Schedule.of(years, without)).isGreaterThan(best);
        }
      }
    }

    assertThat(dropped).isGreaterThan(30);
  }
}
