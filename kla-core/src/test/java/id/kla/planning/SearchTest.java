package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The search against exhaustive search and against another solver. */
class SearchTest {

  private static final int INSTANCES = 50;

  /** The other solver takes minutes for 200; {@code -Dkla.measures=200} compares them. */
  private static final int MEASURES = Integer.getInteger("kla.measures", 30);

  @Test
  void search_smallTasks_findsWhatExhaustiveSearchPrefers() {
    int reached = 0;
    for (int seed = 0; seed < 3000; seed++) {
      Task task = Tasks.small(seed, 9);

      Search.Outcome outcome = Search.of(task, Tasks.free(task), Search.ANY_COST, Limit.none());

      Choice best = Tasks.best(task);
      assertThat(outcome.isProven()).isTrue();
      assertThat(outcome.best()).as("seed %s", seed).isEqualTo(Optional.ofNullable(best));
      reached += best == null ? 0 : 1;
    }

    assertThat(reached).isBetween(1000, 2500);
  }

  @Test
  void search_thatMayKeepFewStates_branchesAndFindsTheSame() {
    for (int seed = 5000; seed < 6000; seed++) {
      Task task = Tasks.small(seed, 9);

      Search.Outcome outcome = Search.of(task, Tasks.free(task), Search.ANY_COST, Limit.none(), 3);

      assertThat(outcome.best())
          .as("seed %s", seed)
          .isEqualTo(Optional.ofNullable(Tasks.best(task)));
    }
  }

  /** With so many measures in so few indicators blocks are loosened. */
  @Test
  void search_manySharedMeasures_findsWhatExhaustiveSearchPrefers() {
    for (int seed = 10_000; seed < 10_120; seed++) {
      Task task = Tasks.small(seed, 14);

      Search.Outcome outcome = Search.of(task, Tasks.free(task), Search.ANY_COST, Limit.none());

      assertThat(outcome.best())
          .as("seed %s", seed)
          .isEqualTo(Optional.ofNullable(Tasks.best(task)));
    }
  }

  @Test
  void search_underACost_findsNothingDearer() {
    for (int seed = 20_000; seed < 20_500; seed++) {
      Task task = Tasks.small(seed, 8);
      Choice best = Tasks.best(task);
      if (best == null || best.cost() == 0) {
        continue;
      }

      Search.Outcome equal = Search.of(task, Tasks.free(task), best.cost(), Limit.none());
      Search.Outcome less = Search.of(task, Tasks.free(task), best.cost() - 1, Limit.none());

      assertThat(equal.best()).as("seed %s", seed).contains(best);
      assertThat(less.best()).as("seed %s", seed).isEmpty();
    }
  }

  @Test
  void search_thatIsStopped_givesABoundBelowTheBestAndAPlanThatReaches() {
    int stopped = 0;
    for (int seed = 0; seed < 12; seed++) {
      Task task = Tasks.large(seed, 200);
      long cost =
          Search.of(task, Tasks.free(task), Search.ANY_COST, Limit.none())
              .best()
              .map(Choice::cost)
              .orElse(Search.ANY_COST);

      Search.Outcome outcome =
          Search.of(
              task, Tasks.free(task), Search.ANY_COST, new Limit(() -> true, (best, bound) -> {}));

      stopped += outcome.isProven() ? 0 : 1;
      assertThat(outcome.bound()).isLessThanOrEqualTo(cost);
      outcome.best().ifPresent(plan -> assertThat(task.isReached(plan.measures())).isTrue());
      outcome.best().ifPresent(plan -> assertThat(plan.cost()).isGreaterThanOrEqualTo(cost));
    }

    assertThat(stopped).isPositive();
  }

  @Test
  void search_largeTasks_findsTheCostThatAnotherSolverFinds() {
    int reached = 0;
    int missedByGreed = 0;
    for (int seed = 0; seed < INSTANCES; seed++) {
      Task task = Tasks.large(seed, MEASURES);

      Optional<Choice> found =
          Search.of(task, Tasks.free(task), Search.ANY_COST, Limit.none()).best();

      assertThat(found.map(Choice::cost)).as("seed %s", seed).isEqualTo(OtherSolver.cost(task));
      if (found.isPresent()) {
        reached++;
        BitSet greedy = Greedy.of(task, Tasks.free(task));
        missedByGreed += greedy == null || task.costOf(greedy) > found.get().cost() ? 1 : 0;
        assertThat(task.isConsistent(found.get().measures())).isTrue();
        assertThat(task.isReached(found.get().measures())).isTrue();
      }
    }

    assertThat(reached).isBetween(INSTANCES * 2 / 3, INSTANCES - 1);
    assertThat(missedByGreed).isPositive();
  }

  @Test
  void nextBest_smallTasks_areThoseOfExhaustiveSearchInOrder() {
    for (int seed = 30_000; seed < 30_400; seed++) {
      Task task = Tasks.small(seed, 7);
      List<Choice> all = Tasks.all(task);

      List<Choice> best = NextBest.of(task, Tasks.free(task), 7, Limit.none());

      assertThat(best).as("seed %s", seed).isEqualTo(all.subList(0, Math.min(7, all.size())));
    }
  }

  @Test
  void mostPoints_smallTasks_isWhatExhaustiveSearchPrefers() {
    for (int seed = 40_000; seed < 40_500; seed++) {
      Task task = Tasks.small(seed, 8).withoutRequirements(0);
      long budget = seed % 11;
      Choice expected =
          Tasks.all(task).stream()
              .filter(choice -> choice.cost() <= budget)
              .min(Comparator.comparing(Choice::points).reversed().thenComparing(choice -> choice))
              .orElseThrow();

      MostPoints most = MostPoints.of(task, Tasks.free(task), budget, Limit.none());

      assertThat(most.best()).as("seed %s", seed).isEqualTo(expected);
      assertThat(most.isProven()).isTrue();
    }
  }

  /** Only exclusions are in the way of a budget that pays everything. */
  @Test
  void mostPoints_ofABudgetThatPaysAll_isTheMostWithoutCosts() {
    for (int seed = 0; seed < 12; seed++) {
      Task task = Tasks.large(seed, 60).withoutRequirements(0);
      BitSet all = new BitSet();
      all.set(0, task.measures());

      MostPoints most = MostPoints.of(task, Tasks.free(task), task.costOf(all), Limit.none());

      BitSet utmost = Utmost.of(task, Tasks.free(task), Limit.none()).orElseThrow();
      assertThat(most.isProven()).isTrue();
      assertThat(most.best().points()).isEqualTo(task.points(utmost));
      assertThat(most.best().cost()).isLessThanOrEqualTo(task.costOf(utmost));
    }
  }

  @Test
  void cheapest_withoutOneOfItsMeasures_failsOrSavesNothing() {
    for (int seed = 0; seed < 8; seed++) {
      Task task = Tasks.large(seed, 200);
      Optional<Choice> best =
          Search.of(task, Tasks.free(task), Search.ANY_COST, Limit.none()).best();
      if (best.isEmpty()) {
        continue;
      }
      BitSet measures = best.get().measures();
      for (int m = measures.nextSetBit(0); m >= 0; m = measures.nextSetBit(m + 1)) {
        BitSet less = Greedy.without(task, m, measures);

        assertThat(task.isReached(less) && task.costOf(less) < best.get().cost())
            .as("seed %s without %s", seed, m)
            .isFalse();
      }
    }
  }
}
