package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The search over years against exhaustive search and against another solver. */
class YearSearchTest {

  @Test
  void search_smallTasks_findsWhatExhaustiveSearchPrefers() {
    int met = 0;
    int missed = 0;
    for (int seed = 0; seed < 4000; seed++) {
      YearTask years = YearTasks.small(seed, 6, 3);

      YearSearch.Outcome outcome = YearSearch.of(years, Limit.none());

      Schedule best = YearTasks.best(years);
      assertThat(outcome.isProven()).isTrue();
      assertThat(outcome.best().yearOf()).as("seed %s", seed).isEqualTo(best.yearOf());
      met += best.missed() == 0 && best.cost() > 0 ? 1 : 0;
      missed += best.missing() > 0 ? 1 : 0;
    }

    assertThat(met).isBetween(400, 3000);
    assertThat(missed).isBetween(400, 3000);
  }
}
