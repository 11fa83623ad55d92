package id.kla.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The same tasks over years as mixed integer programs, for ojAlgo: the fewest years that miss, then
 * the least that these lack, then the least cost.
 *
 * <p>A binary variable for each measure and year; for each year one that says whether it misses and
 * one for what it lacks; the rest as in {@link OtherSolver}, for each year. Points are in points.
 */
final class OtherYearSolver {

  private final YearTask years;
  private final Task task;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final List<List<Variable>> runs = new ArrayList<>();
  private final List<Variable> misses = new ArrayList<>();
  private final List<Variable> lacks = new ArrayList<>();

  private OtherYearSolver(YearTask years) {
    this.years = years;
    this.task = years.task();
    addMeasures();
    for (int y = 0; y < years.years(); y++) {
      addYear(y);
    }
  }

  /** What the best schedule misses, lacks in ten-thousandths, and costs. */
  static List<Long> best(YearTask years) {
    long missed = new OtherYearSolver(years).least(Aim.MISSED, -1, -1);
    long missing = new OtherYearSolver(years).least(Aim.MISSING, missed, -1);
    long cost = new OtherYearSolver(years).least(Aim.COST, missed, missing);
    return List.of(missed, missing, cost);
  }

  private enum Aim {
    MISSED,
    MISSING,
    COST
  }

  private long least(Aim aim, long missed, long missing) {
    if (aim == Aim.COST) {
      for (int m = 0; m < task.measures(); m++) {
        for (Variable run : runs.get(m)) {
          run.weight(task.cost()[m]);
        }
      }
    }
    Expression allMissed = model.newExpression("missed");
    misses.forEach(each -> allMissed.set(each, 1));
    Expression allMissing = model.newExpression("missing");
    lacks.forEach(each -> allMissing.set(each, 1));
    if (aim == Aim.MISSED) {
      allMissed.weight(1);
    } else {
      allMissed.upper(missed);
    }
    if (aim == Aim.MISSING) {
      allMissing.weight(1);
    } else if (aim == Aim.COST) {
      allMissing.upper(points(missing));
    }
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException("carrying out nothing is always allowed");
    }
    return Math.round(result.getValue() * (aim == Aim.MISSING ? 10_000 : 1));
  }

  private void addMeasures() {
    for (int m = 0; m < task.measures(); m++) {
      List<Variable> mine = new ArrayList<>();
      Expression once = model.newExpression("once" + m).upper(1);
      for (int y = 0; y < years.years(); y++) {
        boolean isAllowed = (years.allowed()[m] >>> y & 1) != 0;
        Variable run = model.newVariable("m" + m + "y" + y).binary();
        if (!isAllowed) {
          run.upper(0);
        }
        once.set(run, 1);
        mine.add(run);
      }
      runs.add(mine);
    }
    for (int m = 0; m < task.measures(); m++) {
      for (int need : task.needs()[m]) {
        for (int y = 0; y < years.years(); y++) {
          Expression rule = model.newExpression("n" + m + "-" + need + "-" + y).upper(0);
          for (int before = 0; before <= y; before++) {
            rule.set(runs.get(m).get(before), 1);
            rule.set(runs.get(need).get(before), -1);
          }
        }
      }
      for (int other : task.excludes()[m]) {
        if (m < other) {
          Expression rule = model.newExpression("x" + m + "-" + other).upper(1);
          runs.get(m).forEach(run -> rule.set(run, 1));
          runs.get(other).forEach(run -> rule.set(run, 1));
        }
      }
    }
  }

  private void addYear(int y) {
    if (years.budget()[y] < Search.ANY_COST) {
      Expression spent = model.newExpression("b" + y).upper(years.budget()[y]);
      for (int m = 0; m < task.measures(); m++) {
        spent.set(runs.get(m).get(y), task.cost()[m]);
      }
    }
    Task asked = years.asked()[y];
    if (asked == null) {
      return;
    }
    BigDecimal least = points(asked.least());
    Variable miss = model.newVariable("z" + y).binary();
    Variable lack = model.newVariable("l" + y).lower(0).upper(least);
    misses.add(miss);
    lacks.add(lack);
    model.newExpression("only" + y).set(lack, 1).set(miss, least.negate()).upper(0);
    Expression total = model.newExpression("t" + y).lower(least).set(lack, 1);
    for (int i = 0; i < task.cap().length; i++) {
      Variable earned = model.newVariable("i" + i + "y" + y).lower(0).upper(points(task.cap()[i]));
      total.set(earned, 1);
      Expression sum = model.newExpression("s" + i + "y" + y).set(earned, 1);
      long held = 0;
      for (int q = 0; q < task.held().length; q++) {
        if (task.indicator()[q] == i) {
          held += task.held()[q];
          addSteps(q, y, sum);
        }
      }
      sum.upper(points(held));
    }
  }

  private void addSteps(int q, int y, Expression sum) {
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
      Variable step = model.newVariable("q" + q + "y" + y + "-" + award).lower(0).upper(1);
      Expression covered =
          model.newExpression("c" + q + "y" + y + "-" + award).set(step, 1).upper(0);
      for (int m = 0; m < task.measures(); m++) {
        for (int j = 0; j < task.touched()[m].length; j++) {
          if (task.touched()[m][j] == q && task.awards()[m][j] >= award) {
            for (int run = 0; run <= y; run++) {
              covered.set(runs.get(m).get(run), -1);
            }
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
