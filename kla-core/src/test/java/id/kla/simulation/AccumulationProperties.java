package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Laws of sums that grow in place. Chances are eighths, so that doubles hold them exactly. */
class AccumulationProperties {

  private static final int MOST = 8_000;

  /** Numbers of steps and how many eighths of chance each has; they need not add up to one. */
  record Addition(TreeMap<Integer, Integer> eighths, boolean isOneByOne) {}

  @Provide
  Arbitrary<List<Addition>> additions() {
    Arbitrary<Integer> steps =
        Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.of(1, 5, 25, 150))
            .as((number, apart) -> number * apart);
    return Combinators.combine(
            Arbitraries.maps(steps, Arbitraries.integers().between(0, 8)).ofMinSize(1).ofMaxSize(7),
            Arbitraries.of(true, false))
        .as((eighths, isOneByOne) -> new Addition(new TreeMap<>(eighths), isOneByOne))
        .list()
        .ofMaxSize(6);
  }

  @Property(tries = 300)
  void add_anything_isWhatEveryPairGives(
      @ForAll("additions") List<Addition> additions, @ForAll @IntRange(max = MOST) int mostSteps) {
    Map<Integer, Double> slow = new TreeMap<>(Map.of(0, 1.0));

    Accumulation sum = new Accumulation(mostSteps);
    for (Addition each : additions) {
      slow = plus(slow, each, mostSteps);
      add(sum, each);
    }

    double[] expected = new double[mostSteps + 1];
    slow.forEach((steps, chance) -> expected[steps] = chance);
    assertThat(sum.chances()).isEqualTo(expected);
    Statistics.label("reaches the most steps").collect(expected[mostSteps] > 0);
  }

  private static void add(Accumulation sum, Addition addition) {
    if (addition.isOneByOne) {
      sum.add(
          addition.eighths.keySet().stream().mapToInt(step -> step).toArray(),
          addition.eighths.values().stream().mapToDouble(eighths -> eighths / 8.0).toArray());
      return;
    }
    double[] chances = new double[addition.eighths.lastKey() + 1];
    addition.eighths.forEach((step, eighths) -> chances[step] = eighths / 8.0);
    sum.add(chances);
  }

  private static Map<Integer, Double> plus(
      Map<Integer, Double> held, Addition addition, int mostSteps) {
    Map<Integer, Double> sum = new TreeMap<>();
    held.forEach(
        (before, chance) ->
            addition.eighths.forEach(
                (step, eighths) ->
                    sum.merge(
                        Math.min(before + step, mostSteps), chance * eighths / 8, Double::sum)));
    return sum;
  }
}
