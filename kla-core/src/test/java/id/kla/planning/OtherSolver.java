package id.kla.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The same tasks as a mixed integer program, for ojAlgo.
 *
 * <p>A binary variable for each measure; for each question and each better award a variable up to 1
 * that says how much of the step is reached, no more than the measures which bring it; for each
 * indicator its points, no more than its cap and the sum of its questions. Points are in points.
 */
final class OtherSolver {

  private OtherSolver() {}

  /** The least cost, or nothing where the total is out of reach. */
  static Optional<Long> cost(Task task) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> measures = new ArrayList<>();
    for (int m = 0; m < task.measures(); m++) {
      measures.add(model.newVariable("m" + m).binary().weight(task.cost()[m]));
    }
    for (int m = 0; m < task.measures(); m++) {
      for (int need : task.needs()[m]) {
        model
            .newExpression("n" + m + "-" + need)
            .set(measures.get(m), 1)
            .set(measures.get(need), -1)
            .upper(0);
      }
      for (int other : task.excludes()[m]) {
        if (m < other) {
          model
              .newExpression("x" + m + "-" + other)
              .set(measures.get(m), 1)
              .set(measures.get(other), 1)
              .upper(1);
        }
      }
    }
    Expression total = model.newExpression("total").lower(points(task.least()));
    for (int i = 0; i < task.cap().length; i++) {
      Variable earned = model.newVariable("i" + i).lower(0).upper(points(task.cap()[i]));
      total.set(earned, 1);
      Expression sum = model.newExpression("s" + i).set(earned, 1);
      long held = 0;
      for (int q = 0; q < task.held().length; q++) {
        if (task.indicator()[q] == i) {
          held += task.held()[q];
          addSteps(task, q, model, measures, sum);
        }
      }
      sum.upper(points(held));
    }
    Optimisation.Result result = model.minimise();
    return result.getState().isFeasible()
        ? Optional.of(Math.round(result.getValue()))
        : Optional.empty();
  }

  private static void addSteps(
      Task task, int q, ExpressionsBasedModel model, List<Variable> measures, Expression sum) {
    TreeSet<Long> awards = new TreeSet<>();
    for (int m = 0; m < task.measures(); m++) {
      for (int j = 0; j < task.touched()[m].length; j++) {
        if (task.touched()[m][j] == q && task.awards()[m][j] > task.held()[q]) {
          awards.add(task.awards()[m][j]);
        }
      }
    }
    long before = task.held()[q];
    for (long award : awards) {
      Variable step = model.newVariable("q" + q + "-" + award).lower(0).upper(1);
      Expression covered = model.newExpression("c" + q + "-" + award).set(step, 1).upper(0);
      for (int m = 0; m < task.measures(); m++) {
        for (int j = 0; j < task.touched()[m].length; j++) {
          if (task.touched()[m][j] == q && task.awards()[m][j] >= award) {
            covered.set(measures.get(m), -1);
          }
        }
      }
      sum.set(step, points(before - award));
      before = award;
    }
  }

  private static BigDecimal points(long units) {
    return BigDecimal.valueOf(units, 4);
  }
}
