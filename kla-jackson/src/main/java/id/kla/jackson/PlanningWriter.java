package id.kla.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import id.kla.assessment.Agency;
import id.kla.edition.Indicator;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.fault.Fault;
import id.kla.fault.Label;
import id.kla.planning.ActionPlan;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Cheapest;
import id.kla.planning.Gap;
import id.kla.planning.GapReport;
import id.kla.planning.Measure;
import id.kla.planning.MeasureList;
import id.kla.planning.Measures;
import id.kla.planning.Monitoring;
import id.kla.planning.Patch;
import id.kla.planning.Plan;
import id.kla.planning.PlanReport;
import id.kla.planning.Sensitivity;
import id.kla.planning.WhatIf;
import id.kla.planning.YearGoal;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.scoring.Basis;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes what is planned: what-ifs, measures, gaps, plans and action plans. */
final class PlanningWriter {

  private final JsonGenerator json;
  private final DocumentWriter documents;

  PlanningWriter(JsonGenerator json, DocumentWriter documents) {
    this.json = json;
    this.documents = documents;
  }

  // What-ifs

  void whatIf(WhatIf whatIf) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.WHAT_IF.toString());
    json.writeStringField("edition", whatIf.edition());
    json.writeStringField("id", whatIf.id());
    if (!whatIf.name().isEmpty()) {
      json.writeFieldName("name");
      documents.label(whatIf.name());
    }
    json.writeArrayFieldStart("patches");
    for (Patch patch : whatIf.patches()) {
      json.writeStartObject();
      patch(patch);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void patch(Patch patch) throws IOException {
    if (patch instanceof Patch.SetAnswer set) {
      json.writeObjectFieldStart("setAnswer");
      question(set.question());
      json.writeFieldName("answer");
      documents.answer(set.answer());
      json.writeEndObject();
    } else if (patch instanceof Patch.RemoveAnswer remove) {
      json.writeStringField("removeAnswer", remove.question().toString());
    } else if (patch instanceof Patch.SetEvidence set) {
      json.writeFieldName("setEvidence");
      documents.evidence(set.evidence());
    } else if (patch instanceof Patch.RemoveEvidence remove) {
      json.writeStringField("removeEvidence", remove.id());
    } else if (patch instanceof Patch.SetFinding set) {
      json.writeFieldName("setFinding");
      documents.finding(set.finding());
    } else if (patch instanceof Patch.RemoveFinding remove) {
      json.writeObjectFieldStart("removeFinding");
      question(remove.question());
      json.writeStringField("stage", remove.stage());
      json.writeEndObject();
    }
  }

  private void question(QuestionCode question) throws IOException {
    json.writeStringField("question", question.toString());
  }

  // Measures

  void measures(MeasureList list) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", KlaFormat.MEASURES.toString());
    json.writeStringField("edition", list.edition().id());
    json.writeArrayFieldStart("measures");
    for (Measure measure : list.measures()) {
      measure(measure);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void measure(Measure measure) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", measure.code());
    name(measure);
    awards(measure);
    json.writeNumberField("cost", measure.cost());
    if (!measure.years().isEmpty()) {
      json.writeArrayFieldStart("years");
      for (int year : measure.years()) {
        json.writeNumber(year);
      }
      json.writeEndArray();
    }
    documents.texts("needs", measure.prerequisites());
    documents.texts("excludes", measure.exclusions());
    documents.optional("agency", measure.agency());
    references(measure);
    if (measure.state() != Measure.State.PLANNED) {
      json.writeStringField("state", PartsReader.code(measure.state()));
    }
    if (measure.realisedCost().isPresent()) {
      json.writeNumberField("realisedCost", measure.realisedCost().get());
    }
    if (!measure.chance().equals(Share.of(1, 1))) {
      json.writeFieldName("chance");
      documents.shareObject(measure.chance());
    }
    json.writeEndObject();
  }

  /** Names in one language are written as one text, if that is Indonesian. */
  private void name(Measure measure) throws IOException {
    Label label = measure.label();
    if (label.english().isEmpty()) {
      json.writeStringField("name", label.indonesian());
    } else if (!label.equals(Label.of(measure.code(), measure.code()))) {
      documents.label("name", label);
    }
  }

  private void awards(Measure measure) throws IOException {
    if (!measure.awards().isEmpty()) {
      json.writeObjectFieldStart("awards");
      for (Map.Entry<QuestionCode, Points> award : measure.awards().entrySet()) {
        documents.points(award.getKey().toString(), award.getValue());
      }
      json.writeEndObject();
    }
  }

  private void references(Measure measure) throws IOException {
    if (!measure.references().isEmpty()) {
      json.writeArrayFieldStart("references");
      for (Measure.Reference reference : measure.references()) {
        reference(reference);
      }
      json.writeEndArray();
    }
  }

  private void reference(Measure.Reference reference) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", reference.kind());
    if (!reference.code().isEmpty()) {
      json.writeStringField("code", reference.code());
    }
    if (reference.year().isPresent()) {
      json.writeNumberField("year", reference.year().get());
    }
    json.writeEndObject();
  }

  // Gaps

  void gap(GapReport report) throws IOException {
    begin(KlaFormat.GAP, report.scored());
    json.writeArrayFieldStart("gaps");
    for (Gap gap : report.gaps()) {
      gap(gap);
    }
    json.writeEndArray();
    rooms("questions", report.questions());
    rooms("leads", report.leads());
    rooms("topics", report.topics());
    end(report.scored());
  }

  private void gap(Gap gap) throws IOException {
    json.writeStartObject();
    json.writeStringField("tier", gap.tier().code());
    documents.points("missing", gap.missing());
    documents.points("onlyEvidence", gap.onlyEvidence());
    documents.points("toWin", gap.toWin());
    if (gap.smallestAttainable().isPresent()) {
      documents.points("smallestAttainable", gap.smallestAttainable().get());
    }
    requirements(gap.unmet());
    json.writeBooleanField("reachable", gap.isReachable());
    documents.standing("most", gap.most());
    json.writeEndObject();
  }

  private void requirements(List<Requirement> unmet) throws IOException {
    documents.texts("unmet", unmet.stream().map(Requirement::code).toList());
  }

  private void rooms(String name, List<Gap.Room> rooms) throws IOException {
    json.writeArrayFieldStart(name);
    for (Gap.Room room : rooms) {
      json.writeStartObject();
      if (!room.code().isEmpty()) {
        json.writeStringField("code", room.code());
      }
      documents.texts("agencies", room.agencies().stream().map(Agency::code).toList());
      documents.points("headroom", room.headroom());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void begin(KlaFormat<?> format, ScoredAssessment scored) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", format.toString());
    json.writeStringField("computed", DocumentWriter.COMPUTED);
    documents.head(scored.assessment());
    view(scored);
    documents.standing("now", scored.now());
  }

  private void view(ScoredAssessment scored) throws IOException {
    if (scored.view().basis() != Basis.CLAIMED) {
      json.writeFieldName("view");
      documents.view(scored.view());
    }
  }

  void end(ScoredAssessment scored) throws IOException {
    json.writeFieldName("assessment");
    documents.assessment(scored.assessment());
    json.writeEndObject();
  }

  // Plans

  void plan(PlanReport report) throws IOException {
    begin(KlaFormat.PLAN, report.scored());
    if (report instanceof PlanReport.ToTier toTier) {
      toTier(toTier);
    } else if (report instanceof PlanReport.OfBudget ofBudget) {
      json.writeNumberField("budget", ofBudget.budget());
      outcome(ofBudget.within().isProven() ? "proven" : "stopped");
      documents.points("mostTotal", ofBudget.within().mostTotal());
      plan("plan", ofBudget.scored(), ofBudget.within().plan());
    }
    end(report.measures());
  }

  private void end(Measures measures) throws IOException {
    json.writeFieldName("measures");
    measures(MeasureList.of(measures.scored().edition(), measures.measures()));
    end(measures.scored());
  }

  private void outcome(String word) throws IOException {
    json.writeStringField("outcome", word);
  }

  private void toTier(PlanReport.ToTier report) throws IOException {
    json.writeStringField("target", report.target().code());
    Cheapest cheapest = report.cheapest();
    if (cheapest instanceof Cheapest.Proven) {
      outcome("proven");
    } else if (cheapest instanceof Cheapest.Stopped stopped) {
      outcome("stopped");
      json.writeNumberField("leastCost", stopped.leastCost());
    } else if (cheapest instanceof Cheapest.NotReachable notReachable) {
      outcome("not_reachable");
      documents.points("mostTotal", notReachable.mostTotal());
      documents.points("missing", notReachable.missing());
      requirements(notReachable.unmet());
    }
    if (cheapest.found().isPresent()) {
      plan("plan", report.scored(), cheapest.found().get());
    }
    if (!report.nextBest().isEmpty()) {
      json.writeArrayFieldStart("nextBest");
      for (Plan plan : report.nextBest()) {
        plan(report.scored(), plan);
      }
      json.writeEndArray();
    }
    if (report.sensitivity().isPresent()) {
      sensitivity(report.sensitivity().get());
    }
  }

  private void plan(String name, ScoredAssessment scored, Plan plan) throws IOException {
    json.writeFieldName(name);
    plan(scored, plan);
  }

  private void plan(ScoredAssessment scored, Plan plan) throws IOException {
    json.writeStartObject();
    json.writeNumberField("cost", plan.cost());
    documents.points("total", plan.total());
    documents.tier("tier", plan.tier());
    json.writeArrayFieldStart("measures");
    for (Measure measure : plan.measures()) {
      json.writeStartObject();
      head(measure);
      awards(measure);
      references(measure);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("awards");
    for (Map.Entry<QuestionCode, Points> award : plan.awards().entrySet()) {
      json.writeStartObject();
      question(award.getKey());
      documents.points("before", scored.question(award.getKey()).points());
      documents.points("after", award.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What a measure is called, whose it is, and what it still costs. */
  private void head(Measure measure) throws IOException {
    json.writeStringField("code", measure.code());
    name(measure);
    documents.optional("agency", measure.agency());
    json.writeNumberField("cost", measure.remainingCost());
  }

  private void sensitivity(Sensitivity sensitivity) throws IOException {
    json.writeObjectFieldStart("sensitivity");
    json.writeArrayFieldStart("measures");
    for (Sensitivity.Row row : sensitivity.measures()) {
      json.writeStartObject();
      json.writeStringField("code", row.measure().code());
      json.writeStringField("weight", PartsReader.code(row.weight()));
      if (row.mayRise().isPresent()) {
        json.writeNumberField("mayRise", row.mayRise().get());
      }
      json.writeNumberField("savedByPoint", row.savedByPoint());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("savedByPoint");
    for (Map.Entry<QuestionCode, BigDecimal> saved : sensitivity.savedByPoint().entrySet()) {
      json.writeNumberField(saved.getKey().toString(), saved.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("savedByLess", sensitivity.savedByLess());
    if (sensitivity.addedByMore().isPresent()) {
      json.writeNumberField("addedByMore", sensitivity.addedByMore().get());
    }
    json.writeEndObject();
  }

  // Action plans

  void actionPlan(ActionPlanReport report) throws IOException {
    ActionPlan plan = report.plan();
    begin(KlaFormat.RAD, report.scored());
    documents.standing("start", plan.start());
    if (report.best() instanceof BestActionPlan.Stopped stopped) {
      outcome("stopped");
      json.writeNumberField("fewestMissed", stopped.fewestMissed());
      documents.points("leastMissing", stopped.leastMissing());
      json.writeNumberField("leastCost", stopped.leastCost());
    } else {
      outcome("proven");
    }
    json.writeNumberField("cost", plan.cost());
    json.writeNumberField("missed", plan.missed().size());
    documents.points("missing", plan.missing());
    json.writeArrayFieldStart("years");
    for (ActionPlan.Year year : plan.years()) {
      year(year);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lint");
    for (Fault fault : plan.lint()) {
      documents.fault(fault);
    }
    json.writeEndArray();
    if (report.monitoring().isPresent()) {
      monitoring(report.monitoring().get());
    }
    end(plan.measures());
  }

  private void year(ActionPlan.Year year) throws IOException {
    json.writeStartObject();
    json.writeNumberField("year", year.year());
    if (year.goal().budget().isPresent()) {
      json.writeNumberField("budget", year.goal().budget().get());
    }
    if (year.goal().target().isPresent()) {
      target(year.goal().target().get());
    }
    json.writeArrayFieldStart("rows");
    for (ActionPlan.Row row : year.rows()) {
      row(row);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("cuts");
    for (ActionPlan.Cut cut : year.cuts()) {
      json.writeStartObject();
      json.writeStringField("indicator", cut.indicator().code());
      documents.points("points", cut.points());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("spent", year.spent());
    documents.points("gain", year.gain());
    documents.standing("standing", year.standing());
    json.writeBooleanField("met", year.isMet());
    documents.points("missing", year.missing());
    requirements(year.unmet());
    json.writeEndObject();
  }

  /** A tier is a text, a total a number. */
  private void target(YearGoal.Target target) throws IOException {
    if (target instanceof YearGoal.OfTier tier) {
      json.writeStringField("target", tier.code());
    } else if (target instanceof YearGoal.OfTotal total) {
      documents.points("target", total.points());
    }
  }

  private void row(ActionPlan.Row row) throws IOException {
    json.writeStartObject();
    head(row.measure());
    documents.texts("indicators", row.indicators().stream().map(Indicator::code).toList());
    if (!row.gains().isEmpty()) {
      json.writeObjectFieldStart("gains");
      for (Map.Entry<QuestionCode, Points> gain : row.gains().entrySet()) {
        documents.points(gain.getKey().toString(), gain.getValue());
      }
      json.writeEndObject();
    }
    documents.points("gain", row.gain());
    references(row.measure());
    json.writeEndObject();
  }

  private void monitoring(Monitoring monitoring) throws IOException {
    json.writeObjectFieldStart("monitoring");
    json.writeNumberField("year", monitoring.year());
    view(monitoring.reached());
    documents.standing("now", monitoring.reached().now());
    json.writeArrayFieldStart("years");
    for (Monitoring.Year year : monitoring.years()) {
      json.writeStartObject();
      json.writeNumberField("year", year.year());
      documents.points("expected", year.expected());
      documents.points("reached", year.reached());
      documents.points("missing", year.missing());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (Monitoring.Row row : monitoring.rows()) {
      monitored(row);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeFieldName("reached");
    documents.assessment(monitoring.reached().assessment());
  }

  private void monitored(Monitoring.Row row) throws IOException {
    json.writeStartObject();
    json.writeNumberField("year", row.planned().year());
    json.writeStringField("code", row.planned().measure().code());
    json.writeStringField("state", PartsReader.code(row.now().state()));
    json.writeBooleanField("complete", row.isComplete());
    documents.points("missing", row.missing());
    json.writeNumberField("plannedCost", row.plannedCost());
    if (row.realisedCost().isPresent()) {
      json.writeNumberField("realisedCost", row.realisedCost().get());
    }
    json.writeArrayFieldStart("awards");
    for (Monitoring.Award award : row.awards()) {
      json.writeStartObject();
      question(award.question());
      documents.points("expected", award.expected());
      documents.points("reached", award.reached());
      documents.points("missing", award.missing());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
