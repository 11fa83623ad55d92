package id.kla.benchmarks.plan;

import id.kla.edition.QuestionCode;
import id.kla.planning.Measure;
import id.kla.planning.Measures;
import id.kla.points.Points;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The cheapest plan as an integer program, the same for every general solver.
 *
 * <p>A binary variable for each measure; for each question and each better award a step that some
 * measure must cover; for each indicator its points, at most its cap and what its questions hold
 * and gain; the points of all together reach the target.
 *
 * @param costs by measure
 * @param needs pairs of a measure and one that it needs
 * @param exclusions pairs
 * @param indicators with their steps
 * @param least the total to reach, in ten-thousandths
 */
record Program(
    List<Long> costs, List<Pair> needs, List<Pair> exclusions, List<Part> indicators, long least) {

  /** There is no solution. */
  static final long NONE = -1;

  /** The time was up. */
  static final long UNKNOWN = -2;

  /** Two measures. */
  record Pair(int first, int second) {}

  /** An indicator. */
  record Part(long cap, long held, List<Step> steps) {}

  /** What a question gains over the award before, and the measures that bring as much. */
  record Step(long gain, List<Integer> covering) {}

  static Program of(Measures measures) {
    List<Measure> all = measures.measures();
    Map<String, Integer> positions = new HashMap<>();
    all.forEach(measure -> positions.put(measure.code(), positions.size()));
    List<Long> costs = new ArrayList<>();
    List<Pair> needs = new ArrayList<>();
    List<Pair> exclusions = new ArrayList<>();
    for (int m = 0; m < all.size(); m++) {
      costs.add(all.get(m).cost().longValueExact());
      for (String need : all.get(m).prerequisites()) {
        needs.add(new Pair(m, positions.getOrDefault(need, -1)));
      }
      for (String other : all.get(m).exclusions()) {
        exclusions.add(new Pair(m, positions.getOrDefault(other, -1)));
      }
    }
    List<Part> parts = new ArrayList<>();
    for (ScoredIndicator indicator : measures.scored().indicators()) {
      List<Step> steps = new ArrayList<>();
      for (ScoredQuestion question : indicator.questions()) {
        addSteps(question, all, steps);
      }
      parts.add(new Part(indicator.maximum().units(), indicator.sum().units(), steps));
    }
    return new Program(
        costs,
        needs,
        exclusions,
        parts,
        measures.scored().edition().ladder().tier("TARGET").least().units());
  }

  private static void addSteps(ScoredQuestion question, List<Measure> all, List<Step> steps) {
    QuestionCode code = question.question().code();
    TreeSet<Points> awards = new TreeSet<>();
    for (Measure measure : all) {
      awards.add(measure.awards().getOrDefault(code, Points.ZERO));
    }
    Points before = question.points();
    for (Points award : awards.tailSet(before, false)) {
      List<Integer> covering = new ArrayList<>();
      for (int m = 0; m < all.size(); m++) {
        if (all.get(m).awards().getOrDefault(code, Points.ZERO).compareTo(award) >= 0) {
          covering.add(m);
        }
      }
      steps.add(new Step(award.minus(before).units(), covering));
      before = award;
    }
  }
}
