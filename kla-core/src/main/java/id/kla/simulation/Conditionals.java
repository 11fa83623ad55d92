package id.kla.simulation;

import id.kla.edition.Requirement;
import id.kla.points.Points;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chance of reaching a target, given that one question or indicator, or several questions, are
 * at one end of what they may earn.
 *
 * <p>One walk over all questions gives the chances of each sum so far, one back what the target's
 * chance is from each sum on; a question stands between the two.
 */
final class Conditionals {

  private final Addend root;
  private final Walk walk;
  private final double[][] ofQuestions;
  private final double[][] ofIndicators;

  /**
   * Finds all of them.
   *
   * @param least the least total that reaches the target
   * @param floors what it requires beside that
   */
  Conditionals(Lattice lattice, Points least, Map<Requirement.Subject, Points> floors) {
    root = lattice.tree(floors);
    Points total = least.max(floors.getOrDefault(Requirement.Total.TOTAL, Points.ZERO));
    double[] reached = new double[(int) lattice.size()];
    Arrays.fill(reached, lattice.from(total), reached.length, 1);
    if (lattice.from(total) == reached.length) {
      // Beyond the largest total, of which the last element speaks, too, there is none.
      reached = new double[] {0};
    }
    ofQuestions = new double[lattice.questions()][];
    ofIndicators = new double[lattice.indicators()][];
    walk = new Walk(root.parts(), new double[] {1}, reached, Integer.MAX_VALUE);
    walk.visit();
  }

  /** Returns how much memory it may take for each total, at most. */
  static long bytesPerTotal(Lattice lattice) {
    return 2L * Double.BYTES * (lattice.indicators() + lattice.mostQuestions() + 2);
  }

  /** Parts that are added one after the other. */
  private final class Walk {

    private final List<Addend> parts;

    /** The chances of the sum before each part. */
    private final double[][] before;

    /** The chance of the target by the sum before each part, and after the last. */
    private final double[][] from;

    Walk(List<Addend> parts, double[] held, double[] reached, int mostSteps) {
      this.parts = parts;
      before = new double[parts.size() + 1][];
      from = new double[parts.size() + 1][];
      before[0] = held;
      for (int k = 0; k < parts.size(); k++) {
        before[k + 1] = parts.get(k).plus(before[k], mostSteps);
      }
      from[parts.size()] = reached;
      for (int k = parts.size() - 1; k >= 0; k--) {
        int length = Math.min(before[k].length, from[k + 1].length);
        from[k] = parts.get(k).expected(from[k + 1], length);
      }
    }

    void visit() {
      for (int k = 0; k < parts.size(); k++) {
        Addend part = parts.get(k);
        double[] ends = {at(k, Addend.End.LEAST), at(k, Addend.End.MOST)};
        if (part.isQuestion()) {
          ofQuestions[part.position()] = ends;
        } else {
          if (part.position() >= 0) {
            ofIndicators[part.position()] = ends;
          }
          inside(k).visit();
        }
      }
    }

    private double at(int k, Addend.End end) {
      int steps = parts.get(k).at(end);
      return steps < 0 ? 0 : Expectation.at(before[k], from[k + 1], steps);
    }

    private Walk inside(int k) {
      Addend part = parts.get(k);
      if (part.isPlain()) {
        return new Walk(part.parts(), before[k], from[k + 1], Integer.MAX_VALUE);
      }
      double[] reached = Addend.expected(before[k], from[k + 1], part.most() + 1);
      return new Walk(part.parts(), new double[] {1}, part.counted(reached), part.most());
    }

    double given(Set<Integer> questions, Addend.End end) {
      int first = 0;
      while (first < parts.size() && !parts.get(first).holds(questions)) {
        first++;
      }
      int last = parts.size();
      while (last > first && !parts.get(last - 1).holds(questions)) {
        last--;
      }
      double[] held = before[first];
      for (int k = first; k < last; k++) {
        held = parts.get(k).with(questions, end).plus(held, Integer.MAX_VALUE);
      }
      return Expectation.at(held, from[last], 0);
    }
  }

  /** Returns the chance of the target. */
  double chance() {
    return walk.from[0][0];
  }

  /** Returns its chance given that a question earns its least, and its most. */
  double[] givenQuestion(int question) {
    return ofQuestions[question];
  }

  /**
   * Returns its chance given that all questions of an indicator earn their least, or their most.
   */
  double[] givenIndicator(int indicator) {
    return ofIndicators[indicator];
  }

  /** Returns its chance given that all those questions earn their least, or their most. */
  double[] given(Set<Integer> questions) {
    return new double[] {
      walk.given(questions, Addend.End.LEAST), walk.given(questions, Addend.End.MOST)
    };
  }
}
