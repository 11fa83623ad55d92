package id.kla.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Expectation and variance of a total whose questions share nothing, and the parts of questions,
 * indicators and groups of questions in that variance, in steps of its lattice.
 *
 * <p>Indicators are independent of each other and add up, so that each is looked at alone.
 */
final class Variances {

  /**
   * A part in a variance.
   *
   * @param alone the variance of what is expected of the total once that part is known
   * @param withOthers the variance that is expected to be left once all but that part is known
   */
  record Part(double alone, double withOthers) {

    static final Part NONE = new Part(0, 0);

    Part plus(Part other) {
      return new Part(alone + other.alone, withOthers + other.withOthers);
    }
  }

  private final Part[] ofQuestions;
  private final double[] ofIndicators;
  private final Part[] ofGroups;
  private double mean;
  private double variance;

  /**
   * Takes the variances.
   *
   * @param groups questions by their positions
   */
  Variances(Lattice lattice, List<Set<Integer>> groups) {
    List<Addend> indicators = lattice.tree(Map.of()).parts();
    ofQuestions = new Part[lattice.questions()];
    ofIndicators = new double[indicators.size()];
    ofGroups = new Part[groups.size()];
    Arrays.fill(ofGroups, Part.NONE);
    for (Addend indicator : indicators) {
      int i = indicator.position();
      double[] chances = indicator.chances();
      double[] steps = new double[chances.length];
      Arrays.setAll(steps, s -> s);
      mean += mean(chances, steps);
      ofIndicators[i] = variance(chances, steps);
      variance += ofIndicators[i];
      for (Addend question : indicator.parts()) {
        ofQuestions[question.position()] = part(indicator, Set.of(question.position()));
      }
      for (int g = 0; g < ofGroups.length; g++) {
        if (indicator.holds(groups.get(g))) {
          ofGroups[g] = ofGroups[g].plus(part(indicator, groups.get(g)));
        }
      }
    }
  }

  /** Returns the part that questions of an indicator have in its variance. */
  private static Part part(Addend indicator, Set<Integer> questions) {
    int most = indicator.most();
    double[] own = sum(indicator, each -> questions.contains(each.position()));
    double[] others =
        sum(indicator, each -> indicator.isCut() && !questions.contains(each.position()));
    // Without a cut what the others add moves the sum and changes no variance.
    int[] added = attainable(own);
    double[] chances = new double[added.length];
    Arrays.setAll(chances, a -> own[added[a]]);
    double[] known = new double[added.length];
    double[] sums = new double[added.length];
    double left = 0;
    for (int b = 0; b < others.length; b++) {
      if (others[b] > 0) {
        for (int a = 0; a < added.length; a++) {
          sums[a] = Math.min(most, added[a] + b);
          known[a] += others[b] * sums[a];
        }
        left += others[b] * variance(chances, sums);
      }
    }
    return new Part(variance(chances, known), left);
  }

  private static double[] sum(Addend indicator, Predicate<Addend> isAdded) {
    double[] sum = {1};
    for (Addend question : indicator.parts()) {
      sum = isAdded.test(question) ? question.plus(sum, indicator.most()) : sum;
    }
    return sum;
  }

  private static int[] attainable(double[] chances) {
    return IntStream.range(0, chances.length).filter(steps -> chances[steps] > 0).toArray();
  }

  private static double mean(double[] chances, double[] values) {
    double mean = 0;
    for (int i = 0; i < chances.length; i++) {
      mean += chances[i] * values[i];
    }
    return mean;
  }

  private static double variance(double[] chances, double[] values) {
    double mean = mean(chances, values);
    double squares = 0;
    for (int i = 0; i < chances.length; i++) {
      squares += chances[i] * (values[i] - mean) * (values[i] - mean);
    }
    return squares;
  }

  /** Returns the expected total, in steps above the least one. */
  double mean() {
    return mean;
  }

  /** Returns the variance of the total. */
  double variance() {
    return variance;
  }

  Part ofQuestion(int question) {
    return ofQuestions[question];
  }

  /** Returns the variance of an indicator, which is its part alone and with others. */
  double ofIndicator(int indicator) {
    return ofIndicators[indicator];
  }

  Part ofGroup(int group) {
    return ofGroups[group];
  }
}
