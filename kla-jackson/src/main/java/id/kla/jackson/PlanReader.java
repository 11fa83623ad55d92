package id.kla.jackson;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Tier;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.planning.Cheapest;
import id.kla.planning.Measure;
import id.kla.planning.Measures;
import id.kla.planning.Plan;
import id.kla.planning.PlanReport;
import id.kla.planning.Planner;
import id.kla.planning.Sensitivity;
import id.kla.planning.WithinBudget;
import id.kla.points.Points;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads plans back: each is carried out again with the measures that it was chosen among. */
final class PlanReader {

  private static final List<String> NEEDED =
      List.of(
          "format",
          "computed",
          "edition",
          "region",
          "round",
          "stage",
          "now",
          "outcome",
          "measures",
          "assessment");

  private static final List<String> OTHERS =
      List.of(
          "view",
          "target",
          "budget",
          "leastCost",
          "mostTotal",
          "missing",
          "unmet",
          "plan",
          "nextBest",
          "sensitivity");

  private final ResultReader<PlanReport> document;
  private final Measures measures;
  private final Planner planner;

  private PlanReader(ResultReader<PlanReport> document, Measures measures) {
    this.document = document;
    this.measures = measures;
    this.planner = Planner.of(measures);
  }

  static Checked<PlanReport> read(JsonCursor json, List<Edition> editions) throws IOException {
    return new ResultReader<>(json, editions, KlaFormat.PLAN, NEEDED, OTHERS, PlanReader::report)
        .document();
  }

  private static Optional<PlanReport> report(ResultReader<PlanReport> document) {
    Optional<Measures> measures = measures(document);
    Optional<JsonCursor.Leaf> outcome = document.said("/outcome");
    return measures.isEmpty() || outcome.isEmpty()
        ? Optional.empty()
        : new PlanReader(document, measures.get()).report(outcome.get());
  }

  /** Returns the measures of a document against the score of its sheet. */
  static Optional<Measures> measures(ResultReader<?> document) {
    return ScoredReader.scored(document)
        .flatMap(
            scored ->
                document
                    .measures()
                    .flatMap(
                        list -> {
                          Checked<Measures> checked = Measures.check(scored, list);
                          checked.faults().forEach(document::report);
                          return checked.value();
                        }));
  }

  private Optional<PlanReport> report(JsonCursor.Leaf outcome) {
    Optional<JsonCursor.Leaf> budget = document.said("/budget");
    Optional<? extends PlanReport> report =
        budget.isPresent() ? ofBudget(outcome, budget.get()) : toTier(outcome);
    return document.isBroken() ? Optional.empty() : report.map(read -> read);
  }

  // Within a budget

  private Optional<PlanReport.OfBudget> ofBudget(JsonCursor.Leaf outcome, JsonCursor.Leaf said) {
    Optional<BigDecimal> budget = document.cost(said);
    Optional<Plan> plan = plan("/plan");
    Optional<Points> most = document.needed("/mostTotal").flatMap(document::points);
    if (budget.isEmpty() || plan.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    WithinBudget within = new WithinBudget(plan.get(), most.get());
    boolean isProven = within.isProven();
    if (!outcome.text().equals(isProven ? "proven" : "stopped")) {
      refuse(
          outcome,
          isProven
              ? Label.of("proven, sebab mostTotal tercapai", "proven, since mostTotal is reached")
              : Label.of(
                  "stopped, sebab mostTotal belum tercapai",
                  "stopped, since mostTotal is not reached"));
    }
    if (plan.get().cost().compareTo(budget.get()) > 0) {
      refuse(said, Label.of("paling sedikit biaya rencana", "at least what the plan costs"));
    }
    if (plan.get().total().compareTo(most.get()) > 0) {
      refuse(
          document.said("/mostTotal").orElseThrow(),
          Label.of("paling sedikit total rencana", "at least the total of the plan"));
    }
    return Optional.of(new PlanReport.OfBudget(measures, budget.get(), within));
  }

  // To a tier

  private Optional<PlanReport.ToTier> toTier(JsonCursor.Leaf outcome) {
    Optional<Tier> target =
        document
            .needed("/target")
            .flatMap(leaf -> GapReader.tier(document, measures.scored().edition(), leaf));
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Optional<? extends Cheapest> cheapest =
        switch (outcome.text()) {
          case "proven" -> reaching("/plan", target.get()).map(Cheapest.Proven::new);
          case "stopped" -> stopped(target.get());
          case "not_reachable" -> notReachable(target.get());
          default -> {
            document.broken(
                ResultReader.unknownWord(outcome, List.of("proven", "stopped", "not_reachable")));
            yield Optional.empty();
          }
        };
    List<Plan> nextBest =
        document.below("/nextBest").stream()
            .flatMap(index -> reaching("/nextBest/" + index, target.get()).stream())
            .toList();
    if (cheapest.isEmpty() || document.isBroken()) {
      return Optional.empty();
    }
    Optional<Sensitivity> sensitivity =
        document.said("/sensitivity").isPresent()
            ? cheapest.get().found().flatMap(this::sensitivity)
            : Optional.empty();
    return Optional.of(
        new PlanReport.ToTier(measures, target.get(), cheapest.get(), nextBest, sensitivity));
  }

  private Optional<Cheapest.Stopped> stopped(Tier target) {
    Optional<Plan> found =
        document.said("/plan").isPresent() ? reaching("/plan", target) : Optional.empty();
    Optional<JsonCursor.Leaf> said = document.needed("/leastCost");
    Optional<BigDecimal> least = said.flatMap(document::cost);
    if (least.isPresent()
        && found.filter(plan -> plan.cost().compareTo(least.get()) < 0).isPresent()) {
      refuse(
          said.orElseThrow(),
          Label.of("paling banyak biaya rencana", "at most what the plan costs"));
    }
    return least.map(cost -> new Cheapest.Stopped(found, cost));
  }

  private Optional<Cheapest.NotReachable> notReachable(Tier target) {
    Map<String, Requirement> requirements = new LinkedHashMap<>();
    measures
        .scored()
        .edition()
        .requirements()
        .forEach(requirement -> requirements.put(requirement.code(), requirement));
    List<Requirement> unmet = new ArrayList<>();
    for (String index : document.below("/unmet")) {
      JsonCursor.Leaf leaf = document.said("/unmet/" + index).orElseThrow();
      Requirement requirement = requirements.get(leaf.text());
      if (requirement == null) {
        document.broken(ResultReader.unknownWord(leaf, List.copyOf(requirements.keySet())));
      } else {
        unmet.add(requirement);
      }
    }
    return document
        .needed("/mostTotal")
        .flatMap(document::points)
        .map(
            most ->
                new Cheapest.NotReachable(
                    most, target.least().minus(most).max(Points.ZERO), unmet));
  }

  // Plans

  /** Returns the plan at a pointer, which must reach a tier. */
  private Optional<Plan> reaching(String pointer, Tier target) {
    List<Tier> tiers = measures.scored().edition().ladder().tiers();
    Optional<Plan> plan = plan(pointer);
    boolean isReached =
        plan.flatMap(Plan::tier)
            .filter(held -> tiers.indexOf(held) >= tiers.indexOf(target))
            .isPresent();
    if (plan.isPresent() && !isReached) {
      refuse(
          document.said(pointer).orElseThrow(),
          Label.of("rencana yang mencapai " + target.code(), "a plan to " + target.code()));
    }
    return plan;
  }

  private Optional<Plan> plan(String pointer) {
    Optional<JsonCursor.Leaf> leaf = document.needed(pointer);
    if (leaf.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes =
        document.below(pointer + "/measures").stream()
            .flatMap(index -> document.needed(pointer + "/measures/" + index + "/code").stream())
            .map(JsonCursor.Leaf::text)
            .toList();
    Optional<Plan> plan = planner.findPlan(codes);
    if (plan.isEmpty()) {
      refuse(
          leaf.get(),
          Label.of(
              "kegiatan dari measures yang dapat dijalankan bersama",
              "some of the measures, which can be carried out together"));
    }
    return plan;
  }

  private void refuse(JsonCursor.Leaf leaf, Label allowed) {
    document.broken();
    String found = JsonCursor.shortened(leaf.text());
    document.json().refuse(leaf.place(), Label.of(found, found), allowed);
  }

  // Sensitivity

  private Optional<Sensitivity> sensitivity(Plan plan) {
    List<Sensitivity.Row> rows = new ArrayList<>();
    for (int i = 0; i < plan.measures().size(); i++) {
      row(plan.measures().get(i), "/sensitivity/measures/" + i).ifPresent(rows::add);
    }
    Map<QuestionCode, BigDecimal> byQuestion = new LinkedHashMap<>();
    for (String code : document.below("/sensitivity/savedByPoint")) {
      JsonCursor.Leaf leaf = document.said(at("/sensitivity/savedByPoint", code)).orElseThrow();
      Optional<QuestionCode> question =
          QuestionCode.find(code)
              .filter(each -> measures.scored().edition().findQuestion(each).isPresent());
      if (question.isEmpty()) {
        document.broken(
            Fault.of(FaultCode.UNKNOWN_QUESTION, leaf.place())
                .with("found", JsonCursor.shortened(code))
                .with("edition", measures.scored().edition().id())
                .with("nearest", List.of()));
      } else {
        document.cost(leaf).ifPresent(saved -> byQuestion.put(question.get(), saved));
      }
    }
    Optional<BigDecimal> less = document.needed("/sensitivity/savedByLess").flatMap(document::cost);
    Optional<BigDecimal> more = document.said("/sensitivity/addedByMore").flatMap(document::cost);
    return less.map(saved -> new Sensitivity(plan, rows, byQuestion, saved, more));
  }

  private static String at(String pointer, String member) {
    return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  private Optional<Sensitivity.Row> row(Measure measure, String pointer) {
    Optional<Sensitivity.Weight> weight =
        document
            .needed(pointer + "/weight")
            .flatMap(leaf -> document.word(leaf, List.of(Sensitivity.Weight.values())));
    Optional<BigDecimal> rise = document.said(pointer + "/mayRise").flatMap(document::cost);
    Optional<BigDecimal> saved = document.needed(pointer + "/savedByPoint").flatMap(document::cost);
    return weight.isEmpty() || saved.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sensitivity.Row(measure, weight.get(), rise, saved.get()));
  }
}
