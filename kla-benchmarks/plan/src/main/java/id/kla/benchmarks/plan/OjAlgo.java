package id.kla.benchmarks.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The program for ojAlgo; points are in points, so that numbers stay near 1. */
final class OjAlgo {

  private final ExpressionsBasedModel model = new ExpressionsBasedModel();

  OjAlgo(Program program, long mostMillis) {
    model.options.time_abort = mostMillis;
    model.options.time_suffice = mostMillis;
    List<Variable> measures = new ArrayList<>();
    for (long cost : program.costs()) {
      measures.add(model.newVariable("m" + measures.size()).binary().weight(cost));
    }
    for (Program.Pair pair : program.needs()) {
      expression("n", pair)
          .set(measures.get(pair.first()), 1)
          .set(measures.get(pair.second()), -1)
          .upper(0);
    }
    for (Program.Pair pair : program.exclusions()) {
      expression("x", pair)
          .set(measures.get(pair.first()), 1)
          .set(measures.get(pair.second()), 1)
          .upper(1);
    }
    Expression total = model.newExpression("total").lower(points(program.least()));
    for (int i = 0; i < program.indicators().size(); i++) {
      Program.Part part = program.indicators().get(i);
      Variable earned = model.newVariable("i" + i).lower(0).upper(points(part.cap()));
      total.set(earned, 1);
      Expression sum = model.newExpression("s" + i).set(earned, 1).upper(points(part.held()));
      for (int s = 0; s < part.steps().size(); s++) {
        Variable step = model.newVariable("t" + i + "-" + s).lower(0).upper(1);
        sum.set(step, points(-part.steps().get(s).gain()));
        Expression covered = model.newExpression("c" + i + "-" + s).set(step, 1).upper(0);
        part.steps().get(s).covering().forEach(m -> covered.set(measures.get(m), -1));
      }
    }
  }

  private Expression expression(String kind, Program.Pair pair) {
    return model.newExpression(kind + pair.first() + "-" + pair.second());
  }

  private static BigDecimal points(long units) {
    return BigDecimal.valueOf(units, 4);
  }

  /** Returns the least cost, {@link Program#NONE} or {@link Program#UNKNOWN}. */
  long solve() {
    Optimisation.Result result = model.minimise();
    return switch (result.getState()) {
      case OPTIMAL, DISTINCT -> Math.round(result.getValue());
      case INFEASIBLE -> Program.NONE;
      default -> Program.UNKNOWN;
    };
  }
}
