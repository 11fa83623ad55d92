package id.kla.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The most points without costs, against exhaustive search. */
class UtmostTest {

  private static Optional<BitSet> utmost(Task task) {
    return Utmost.of(task, Tasks.free(task), Limit.none());
  }

  /** The same task with many more exclusions, none of which contradicts what a measure needs. */
  private static Task withExclusions(Task task, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet[] excludes = new BitSet[task.measures()];
    for (int m = 0; m < excludes.length; m++) {
      excludes[m] = new BitSet();
    }
    for (int left = random.nextInt(2 * task.measures() + 1); left > 0; left--) {
      int one = random.nextInt(task.measures());
      int other = random.nextInt(task.measures());
      BitSet all = new BitSet();
      all.set(0, task.measures());
      if (one != other
          && Greedy.without(task, one, all).get(other)
          && Greedy.without(task, other, all).get(one)) {
        excludes[one].set(other);
        excludes[other].set(one);
      }
    }
    int[][] arrays = new int[task.measures()][];
    for (int m = 0; m < arrays.length; m++) {
      arrays[m] = excludes[m].stream().toArray();
    }
    return new Task(
        task.cost(),
        task.touched(),
        task.awards(),
        task.needs(),
        arrays,
        task.held(),
        task.leastOfQuestion(),
        task.indicator(),
        task.cap(),
        task.leastOfIndicator(),
        task.cluster(),
        task.leastOfCluster(),
        task.least());
  }

  private static void assertBest(Task task, String seed) {
    List<Choice> all = Tasks.all(task);

    Optional<BitSet> found = utmost(task);

    OptionalLong most = all.stream().mapToLong(Choice::points).max();
    assertThat(found.isPresent()).as(seed).isEqualTo(most.isPresent());
    if (found.isPresent()) {
      assertThat(task.points(found.get())).as(seed).isEqualTo(most.getAsLong());
      assertThat(task.isConsistent(found.get())).as(seed).isTrue();
      assertThat(task.isReached(found.get())).as(seed).isTrue();
    }
  }

  @Test
  void of_smallTasks_earnsWhatExhaustiveSearchEarns() {
    for (int seed = 50_000; seed < 52_000; seed++) {
      assertBest(Tasks.small(seed, 9), "seed " + seed);
    }
  }

  @Test
  void of_manyExclusions_earnsWhatExhaustiveSearchEarns() {
    int lost = 0;
    for (int seed = 60_000; seed < 61_000; seed++) {
      Task task = withExclusions(Tasks.small(seed, 10).withoutRequirements(0), seed);
      assertBest(task, "seed " + seed);
      assertBest(
          withExclusions(Tasks.small(seed, 10), seed), "seed " + seed + " with requirements");
      BitSet all = new BitSet();
      all.set(0, task.measures());
      lost += task.points(utmost(task).orElseThrow()) < task.points(all) ? 1 : 0;
    }

    assertThat(lost).isGreaterThan(150);
  }

  /** What is fixed stays so: the solutions are those that hold it. */
  @Test
  void of_measuresThatAreFixed_keepsThem() {
    for (int seed = 70_000; seed < 71_000; seed++) {
      Task task = Tasks.small(seed, 8).withoutRequirements(0);
      SplittableRandom random = new SplittableRandom(seed);
      Task.Fixed[] fixed = Tasks.free(task);
      for (int m = 0; m < fixed.length; m++) {
        fixed[m] =
            switch (random.nextInt(6)) {
              case 0 -> Task.Fixed.IN;
              case 1 -> Task.Fixed.OUT;
              default -> Task.Fixed.FREE;
            };
      }
      OptionalLong most =
          Tasks.all(task).stream()
              .filter(choice -> isFixedSo(choice.measures(), fixed))
              .mapToLong(Choice::points)
              .max();

      Optional<BitSet> found = Utmost.of(task, fixed, Limit.none());

      assertThat(found.map(task::points).map(OptionalLong::of).orElse(OptionalLong.empty()))
          .as("seed %s", seed)
          .isEqualTo(most);
      assertThat(found.map(measures -> isFixedSo(measures, fixed)).orElse(true)).isTrue();
    }
  }

  private static boolean isFixedSo(BitSet measures, Task.Fixed[] fixed) {
    for (int m = 0; m < fixed.length; m++) {
      if (fixed[m] == (measures.get(m) ? Task.Fixed.OUT : Task.Fixed.IN)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void of_aSearchThatIsStopped_saysSo() {
    Task task = Tasks.small(1, 5);

    assertThatThrownBy(
            () ->
                assertThat(
                        Utmost.of(
                            task, Tasks.free(task), new Limit(() -> true, (best, bound) -> {})))
                    .isEmpty())
        .isInstanceOf(Limit.Struck.class);
  }
}
