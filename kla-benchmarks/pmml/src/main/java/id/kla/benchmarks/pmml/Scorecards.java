package id.kla.benchmarks.pmml;

import id.kla.benchmarks.load.Load;
import id.kla.benchmarks.load.Rule;
import id.kla.benchmarks.load.Sheet;
import java.util.HashMap;
import java.util.Map;
import org.dmg.pmml.DataDictionary;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Header;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMML;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.True;
import org.dmg.pmml.Version;
import org.dmg.pmml.scorecard.Attribute;
import org.dmg.pmml.scorecard.Characteristic;
import org.dmg.pmml.scorecard.Characteristics;
import org.dmg.pmml.scorecard.Scorecard;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.ModelEvaluatorBuilder;
import org.jpmml.evaluator.scorecard.ScorecardScore;

/**
 * The shared load as a scorecard of PMML: a characteristic per question, an attribute per level or
 * band from the best to the worst, and as its reason code the question, by the points that are
 * lacking. A scorecard knows no caps.
 */
final class Scorecards {

  /** Whether a score tells its reasons. */
  enum Reasons {
    NONE,
    CODES
  }

  private static final double UNITS = 10_000;
  private static final double PERCENT = 100;

  private final Evaluator evaluator;

  Scorecards(Load load, Reasons reasons) {
    DataDictionary dictionary = new DataDictionary();
    MiningSchema schema = new MiningSchema();
    Characteristics characteristics = new Characteristics();
    for (Rule rule : load.rules()) {
      dictionary.addDataFields(
          rule.kind() == Rule.Kind.LEVELS
              ? new DataField(rule.code(), OpType.CATEGORICAL, DataType.STRING)
              : new DataField(rule.code(), OpType.CONTINUOUS, DataType.DOUBLE));
      schema.addMiningFields(new MiningField(rule.code()));
      characteristics.addCharacteristics(characteristic(rule));
    }
    Scorecard scorecard =
        new Scorecard(MiningFunction.REGRESSION, schema, characteristics)
            .setInitialScore(0)
            .setUseReasonCodes(reasons == Reasons.CODES)
            .setReasonCodeAlgorithm(Scorecard.ReasonCodeAlgorithm.POINTS_BELOW);
    PMML pmml =
        new PMML(Version.PMML_4_4.getVersion(), new Header(), dictionary).addModels(scorecard);
    this.evaluator = new ModelEvaluatorBuilder(pmml).build();
    evaluator.verify();
  }

  private static Characteristic characteristic(Rule rule) {
    Characteristic characteristic =
        new Characteristic()
            .setName(rule.code())
            .setReasonCode(rule.code())
            .setBaselineScore(rule.maximum() / UNITS);
    for (int step = rule.size() - 1; step > 0; step--) {
      SimplePredicate predicate =
          rule.kind() == Rule.Kind.LEVELS
              ? new SimplePredicate(
                  rule.code(), SimplePredicate.Operator.EQUAL, rule.levels().get(step))
              : new SimplePredicate(
                  rule.code(),
                  SimplePredicate.Operator.GREATER_OR_EQUAL,
                  rule.lower().get(step) / PERCENT);
      characteristic.addAttributes(
          new Attribute(predicate).setPartialScore(rule.units().get(step) / UNITS));
    }
    return characteristic.addAttributes(new Attribute(new True()).setPartialScore(0));
  }

  /** Returns a sheet in this form: levels as texts, shares as percentages. */
  static Map<String, Object> arguments(Load load, Sheet sheet) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < load.rules().size(); i++) {
      Rule rule = load.rules().get(i);
      if (sheet.isAnswered(i)) {
        arguments.put(
            rule.code(),
            rule.kind() == Rule.Kind.LEVELS
                ? rule.levels().get(sheet.step(i))
                : sheet.share(i) / PERCENT);
      }
    }
    return arguments;
  }

  ScorecardScore<?> score(Map<String, Object> arguments) {
    return (ScorecardScore<?>) evaluator.evaluate(arguments).values().iterator().next();
  }

  /** Returns a total in ten-thousandths of a point; PMML counts in binary fractions. */
  static long units(ScorecardScore<?> score) {
    return Math.round(((Number) score.getResult()).doubleValue() * UNITS);
  }
}
