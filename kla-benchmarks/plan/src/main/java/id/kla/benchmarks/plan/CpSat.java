package id.kla.benchmarks.plan;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;

/** The program for OR-Tools CP-SAT, with its own choice of threads; points are ten-thousandths. */
final class CpSat {

  static {
    Loader.loadNativeLibraries();
  }

  private final CpModel model = new CpModel();
  private final double mostSeconds;

  CpSat(Program program, long mostMillis) {
    this.mostSeconds = mostMillis / 1000.0;
    List<BoolVar> measures = new ArrayList<>();
    LinearExprBuilder cost = LinearExpr.newBuilder();
    for (long each : program.costs()) {
      BoolVar measure = model.newBoolVar("m" + measures.size());
      measures.add(measure);
      cost.addTerm(measure, each);
    }
    for (Program.Pair pair : program.needs()) {
      model.addImplication(measures.get(pair.first()), measures.get(pair.second()));
    }
    for (Program.Pair pair : program.exclusions()) {
      model.addAtMostOne(List.<Literal>of(measures.get(pair.first()), measures.get(pair.second())));
    }
    LinearExprBuilder total = LinearExpr.newBuilder();
    for (int i = 0; i < program.indicators().size(); i++) {
      Program.Part part = program.indicators().get(i);
      IntVar earned = model.newIntVar(0, part.cap(), "i" + i);
      total.add(earned);
      LinearExprBuilder sum = LinearExpr.newBuilder().add(part.held());
      for (Program.Step step : part.steps()) {
        BoolVar reached = model.newBoolVar("t" + i);
        sum.addTerm(reached, step.gain());
        List<Literal> covering = new ArrayList<>();
        step.covering().forEach(m -> covering.add(measures.get(m)));
        model.addBoolOr(covering).onlyEnforceIf(reached);
      }
      model.addLessOrEqual(earned, sum);
    }
    model.addGreaterOrEqual(total, program.least());
    model.minimize(cost);
  }

  /** Returns the least cost, {@link Program#NONE} or {@link Program#UNKNOWN}. */
  long solve() {
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(mostSeconds);
    return switch (solver.solve(model)) {
      case OPTIMAL -> Math.round(solver.objectiveValue());
      case INFEASIBLE -> Program.NONE;
      default -> Program.UNKNOWN;
    };
  }
}
