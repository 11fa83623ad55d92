package id.kla.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.simulation.Estimate;
import id.kla.simulation.Influence;
import id.kla.simulation.Influences;
import id.kla.simulation.JudgedPair;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalOutcome;
import id.kla.simulation.SurvivalRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Writes how claims survive, and how sure a score is. */
final class SimulationWriter {

  /** Later builds may add chances up in another order, which changes digits behind these. */
  private static final int CHANCE_DECIMALS = 9;

  /** What is no more than this is rounding. */
  private static final double NOTHING = 1e-9;

  private final JsonGenerator json;
  private final DocumentWriter documents;

  SimulationWriter(JsonGenerator json, DocumentWriter documents) {
    this.json = json;
    this.documents = documents;
  }

  // How claims survive

  void survival(Survival survival) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.SURVIVAL.toString());
    json.writeStringField("edition", survival.edition().id());
    if (!survival.rows().isEmpty()) {
      json.writeArrayFieldStart("rows");
      for (SurvivalRow row : survival.rows()) {
        row(row, survival);
      }
      json.writeEndArray();
    }
    if (survival.pairs().isPresent()) {
      json.writeArrayFieldStart("pairs");
      for (JudgedPair pair : survival.pairs().get().pairs()) {
        pair(pair);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void row(SurvivalRow row, Survival survival) throws IOException {
    json.writeStartObject();
    json.writeStringField("part", row.part().text(survival.edition()));
    json.writeFieldName("outcome");
    outcome(row.outcome());
    json.writeFieldName("chance");
    documents.shareObject(row.chance());
    if (row.tie() != SurvivalRow.Tie.NONE) {
      json.writeStringField("tied", PartsReader.code(row.tie()));
    }
    json.writeEndObject();
  }

  private void outcome(SurvivalOutcome outcome) throws IOException {
    for (Map.Entry<String, SurvivalOutcome> word : SurvivalReader.WORDS.entrySet()) {
      if (word.getValue().equals(outcome)) {
        json.writeString(word.getKey());
        return;
      }
    }
    json.writeStartObject();
    if (outcome instanceof SurvivalOutcome.PartOfClaim part) {
      json.writeFieldName("ofClaim");
      documents.shareObject(part.share());
    } else if (outcome instanceof SurvivalOutcome.Answered answered) {
      json.writeFieldName("answer");
      documents.response(answered.response());
    }
    json.writeEndObject();
  }

  private void pair(JudgedPair pair) throws IOException {
    json.writeStartObject();
    json.writeStringField("region", pair.region().toString());
    json.writeStringField("round", pair.round().toString());
    json.writeStringField("stage", pair.stage());
    documents.points("self", pair.self());
    documents.points("later", pair.later());
    documents.points("maximum", pair.maximum());
    json.writeStringField("source", pair.source());
    json.writeEndObject();
  }

  // How sure a score is

  void report(SimulationReport report) throws IOException {
    PlanningWriter planning = documents.planning();
    planning.begin(KlaFormat.SIMULATION, report.scored());
    if (report.method() instanceof SimulationReport.Sampled sampled) {
      json.writeStringField("method", "sampled");
      json.writeNumberField("seed", sampled.seed());
      json.writeNumberField("draws", sampled.draws());
    } else {
      json.writeStringField("method", "exact");
    }
    documents.tier("target", report.targetTier());
    words(report.survival());
    json.writeNumberField("mean", report.figures().mean());
    if (report.method() instanceof SimulationReport.Sampled) {
      json.writeNumberField("standardError", report.figures().meanError());
    }
    json.writeArrayFieldStart("tiers");
    for (SimulationReport.TierChance tier : report.figures().tiers()) {
      tier(tier, report);
    }
    json.writeEndArray();
    quantiles(report);
    json.writeArrayFieldStart("histogram");
    for (SimulationReport.Bin bin : report.figures().bins()) {
      json.writeStartObject();
      documents.points("from", bin.from());
      documents.points("through", bin.through());
      estimate(bin.chance(), report);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (report.influences().isPresent()) {
      influences(report.influences().get());
    }
    json.writeFieldName("survival");
    survival(report.survival());
    planning.end(report.scored());
  }

  private void influences(Influences influences) throws IOException {
    boolean isEstimated = influences.chance().standardError() > 0;
    json.writeObjectFieldStart("influences");
    if (isEstimated) {
      json.writeNumberField("draws", SimulationReport.INFLUENCE_DRAWS);
    }
    json.writeNumberField("deviation", influences.deviation());
    chance("betweenQuestions", influences.betweenQuestions());
    chance("betweenFactors", influences.betweenFactors());
    influences("factors", influences.factors(), isEstimated);
    influences("questions", influences.questions(), isEstimated);
    influences("indicators", influences.indicators(), isEstimated);
    influences("leads", influences.groups(), isEstimated);
    json.writeEndObject();
  }

  /** Of what can't change anything there is nothing to say. */
  private void influences(String name, List<Influence> influences, boolean isEstimated)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Influence each : influences) {
      if (each.totalEffect().value() > NOTHING || each.swing() > NOTHING) {
        json.writeStartObject();
        json.writeStringField("code", each.code());
        chance("firstOrder", each.firstOrder().value());
        chance("totalEffect", each.totalEffect().value());
        chance("chanceAtWorst", each.chanceAtWorst().chance());
        chance("chanceAtBest", each.chanceAtBest().chance());
        if (isEstimated) {
          chance("standardErrorOfFirstOrder", each.firstOrder().standardError());
          chance("standardErrorOfTotalEffect", each.totalEffect().standardError());
          chance("standardErrorAtWorst", each.chanceAtWorst().standardError());
          chance("standardErrorAtBest", each.chanceAtBest().standardError());
        }
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void words(Survival survival) throws IOException {
    List<String> indonesian = survival.words(Language.INDONESIAN);
    List<String> english = survival.words(Language.ENGLISH);
    json.writeArrayFieldStart("words");
    for (int i = 0; i < english.size(); i++) {
      documents.label(Label.of(indonesian.get(i), english.get(i)));
    }
    json.writeEndArray();
  }

  private void tier(SimulationReport.TierChance chance, SimulationReport report)
      throws IOException {
    json.writeStartObject();
    documents.tier("tier", chance.tier());
    estimate(chance.exactly(), report);
    if (chance.tier().isPresent()) {
      chance("orHigher", chance.orHigher().chance());
      if (report.method() instanceof SimulationReport.Sampled) {
        chance("standardErrorOrHigher", chance.orHigher().standardError());
      }
    }
    json.writeEndObject();
  }

  private void quantiles(SimulationReport report) throws IOException {
    json.writeArrayFieldStart("quantiles");
    for (Map.Entry<Ratio, Points> quantile : report.figures().quantiles().entrySet()) {
      json.writeStartObject();
      json.writeNumberField("chance", decimal(quantile.getKey()));
      documents.points("total", quantile.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static BigDecimal decimal(Ratio rank) {
    return BigDecimal.valueOf(rank.numerator()).divide(BigDecimal.valueOf(rank.denominator()));
  }

  private void estimate(Estimate estimate, SimulationReport report) throws IOException {
    chance("chance", estimate.chance());
    if (report.method() instanceof SimulationReport.Sampled) {
      chance("standardError", estimate.standardError());
      json.writeNumberField("count", report.count(estimate));
    }
  }

  private void chance(String name, double chance) throws IOException {
    json.writeNumberField(
        name,
        new BigDecimal(
            new BigDecimal(chance)
                .setScale(CHANCE_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()));
  }
}
