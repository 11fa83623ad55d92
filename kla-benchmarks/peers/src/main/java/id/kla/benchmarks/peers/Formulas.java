package id.kla.benchmarks.peers;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import id.kla.benchmarks.load.Group;
import id.kla.benchmarks.load.Load;
import id.kla.benchmarks.load.Rule;
import id.kla.benchmarks.load.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A formula of EvalEx per indicator: {@code MIN(36, IF(q7_1=="level-2",12,...)+IF(q7_2>=80,...))}.
 *
 * <p>Formulas are parsed once. What is not answered is an empty text or a share of nothing, which
 * earn nothing in the shared load.
 */
final class Formulas {

  private final List<Expression> indicators;

  Formulas(Load load) {
    this.indicators = load.groups().stream().map(Formulas::formula).map(Formulas::parsed).toList();
  }

  private static Expression parsed(String formula) {
    try {
      Expression expression = new Expression(formula);
      expression.validate();
      return expression;
    } catch (ParseException e) {
      throw new IllegalArgumentException(formula, e);
    }
  }

  private static String formula(Group group) {
    return "MIN("
        + points(group.cap())
        + ", "
        + group.rules().stream().map(Formulas::term).collect(Collectors.joining(" + "))
        + ")";
  }

  private static String term(Rule rule) {
    StringBuilder term = new StringBuilder();
    for (int step = rule.size() - 1; step > 0; step--) {
      term.append("IF(").append(variable(rule));
      if (rule.kind() == Rule.Kind.LEVELS) {
        term.append(" == \"").append(rule.levels().get(step)).append('"');
      } else {
        term.append(" >= ").append(BigDecimal.valueOf(rule.lower().get(step), 2));
      }
      term.append(", ").append(points(rule.units().get(step))).append(", ");
    }
    return term.append('0').append(")".repeat(rule.size() - 1)).toString();
  }

  private static String points(int units) {
    return BigDecimal.valueOf(units, 4).stripTrailingZeros().toPlainString();
  }

  private static String variable(Rule rule) {
    return "q" + rule.code().replace('.', '_');
  }

  /** Returns a sheet in this form: the values of each formula. */
  static List<Map<String, Object>> values(Load load, Sheet sheet) {
    List<Map<String, Object>> all = new ArrayList<>();
    int question = 0;
    for (Group group : load.groups()) {
      Map<String, Object> values = new HashMap<>();
      for (Rule rule : group.rules()) {
        boolean isAnswered = sheet.isAnswered(question);
        if (rule.kind() == Rule.Kind.LEVELS) {
          values.put(variable(rule), isAnswered ? rule.levels().get(sheet.step(question)) : "");
        } else {
          int share = isAnswered ? sheet.share(question) : 0;
          values.put(variable(rule), BigDecimal.valueOf(share, 2));
        }
        question++;
      }
      all.add(values);
    }
    return all;
  }

  BigDecimal score(List<Map<String, Object>> values) {
    try {
      BigDecimal total = BigDecimal.ZERO;
      for (int i = 0; i < indicators.size(); i++) {
        total = total.add(indicators.get(i).withValues(values.get(i)).evaluate().getNumberValue());
      }
      return total;
    } catch (EvaluationException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
