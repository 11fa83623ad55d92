package id.kla.jackson;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Written;
import id.kla.planning.ActionPlan;
import id.kla.planning.ActionPlanReport;
import id.kla.planning.BestActionPlan;
import id.kla.planning.Measure;
import id.kla.planning.Measures;
import id.kla.planning.Monitoring;
import id.kla.planning.Planner;
import id.kla.planning.YearGoal;
import id.kla.planning.YearGoals;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.scoring.ScoredAssessment;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads action plans back: each measure is carried out again in its year. */
final class ActionPlanReader {

  private static final List<String> NEEDED =
      List.of(
          "format",
          "computed",
          "edition",
          "region",
          "round",
          "stage",
          "now",
          "start",
          "outcome",
          "cost",
          "missed",
          "missing",
          "years",
          "lint",
          "measures",
          "assessment");

  private static final List<String> OTHERS =
      List.of("view", "fewestMissed", "leastMissing", "leastCost", "monitoring", "reached");

  private final ResultReader<ActionPlanReport> document;
  private final Measures measures;

  private ActionPlanReader(ResultReader<ActionPlanReport> document, Measures measures) {
    this.document = document;
    this.measures = measures;
  }

  static Checked<ActionPlanReport> read(JsonCursor json, List<Edition> editions)
      throws IOException {
    return new ResultReader<>(
            json, editions, KlaFormat.RAD, NEEDED, OTHERS, ActionPlanReader::report)
        .withAdvice("lint")
        .document();
  }

  private static Optional<ActionPlanReport> report(ResultReader<ActionPlanReport> document) {
    Optional<Measures> measures = PlanReader.measures(document);
    Optional<JsonCursor.Leaf> outcome = document.said("/outcome");
    return measures.isEmpty() || outcome.isEmpty()
        ? Optional.empty()
        : new ActionPlanReader(document, measures.get()).report(outcome.get());
  }

  private Optional<ActionPlanReport> report(JsonCursor.Leaf outcome) {
    Optional<ActionPlan> plan = goals().flatMap(this::plan);
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    Optional<? extends BestActionPlan> best =
        switch (outcome.text()) {
          case "proven" -> plan.map(BestActionPlan.Proven::new);
          case "stopped" -> stopped(plan.get());
          default -> {
            document.broken(ResultReader.unknownWord(outcome, List.of("proven", "stopped")));
            yield Optional.empty();
          }
        };
    Optional<Monitoring> monitoring =
        document.said("/monitoring").isPresent() ? monitoring(plan.get()) : Optional.empty();
    return document.isBroken()
        ? Optional.empty()
        : best.map(found -> new ActionPlanReport(found, monitoring));
  }

  private Optional<BestActionPlan.Stopped> stopped(ActionPlan plan) {
    Optional<Integer> fewest = document.needed("/fewestMissed").flatMap(this::number);
    Optional<Points> least = document.needed("/leastMissing").flatMap(document::points);
    Optional<BigDecimal> cost = document.needed("/leastCost").flatMap(document::cost);
    if (fewest.isEmpty() || least.isEmpty() || cost.isEmpty()) {
      return Optional.empty();
    }
    BestActionPlan.Stopped stopped =
        new BestActionPlan.Stopped(plan, fewest.get(), least.get(), cost.get());
    beaten(stopped)
        .ifPresent(
            member ->
                refuse(
                    document.said("/" + member).orElseThrow(),
                    Label.of("paling banyak yang ada pada rencana", "at most what the plan has")));
    return Optional.of(stopped);
  }

  /** Returns what is said of all plans and is not true of the plan that was found. */
  private static Optional<String> beaten(BestActionPlan.Stopped stopped) {
    ActionPlan plan = stopped.plan();
    int missed = Integer.compare(plan.missed().size(), stopped.fewestMissed());
    int missing = plan.missing().compareTo(stopped.leastMissing());
    if (missed < 0) {
      return Optional.of("fewestMissed");
    }
    if (missed == 0 && missing < 0) {
      return Optional.of("leastMissing");
    }
    return missed == 0 && missing == 0 && plan.cost().compareTo(stopped.leastCost()) < 0
        ? Optional.of("leastCost")
        : Optional.empty();
  }

  // Years

  private Optional<YearGoals> goals() {
    List<Written<YearGoal>> goals = new ArrayList<>();
    for (String index : document.below("/years")) {
      String at = "/years/" + index;
      Optional<JsonCursor.Leaf> leaf = document.needed(at + "/year");
      Optional<BigDecimal> budget = document.said(at + "/budget").flatMap(document::cost);
      Optional<YearGoal.Target> target = document.said(at + "/target").flatMap(this::target);
      leaf.flatMap(this::number)
          .ifPresent(
              year ->
                  goals.add(new Written<>(new YearGoal(year, budget, target), leaf.get().place())));
    }
    if (document.isBroken()) {
      return Optional.empty();
    }
    Checked<YearGoals> checked = YearGoals.check(measures.scored().edition(), goals);
    checked.faults().forEach(document::report);
    return checked.value();
  }

  private Optional<YearGoal.Target> target(JsonCursor.Leaf leaf) {
    return leaf.kind() == JsonCursor.Leaf.Kind.TEXT
        ? Optional.of(new YearGoal.OfTier(leaf.text()))
        : document.points(leaf).map(YearGoal.OfTotal::new);
  }

  /** Returns the whole number that a leaf is: a year, or how many there are. */
  private Optional<Integer> number(JsonCursor.Leaf leaf) {
    Optional<Integer> number =
        Optional.of(leaf)
            .filter(each -> each.kind() == JsonCursor.Leaf.Kind.NUMBER)
            .filter(each -> each.text().matches("[0-9]{1,9}"))
            .map(each -> Integer.valueOf(each.text()));
    if (number.isEmpty()) {
      document.broken(
          Fault.of(FaultCode.BAD_NUMBER, leaf.place())
              .with("found", JsonCursor.shortened(leaf.text())));
    }
    return number;
  }

  // Measures in their years

  private Optional<ActionPlan> plan(YearGoals goals) {
    Map<String, Integer> years = new LinkedHashMap<>();
    for (String index : document.below("/years")) {
      int year = document.said("/years/" + index + "/year").flatMap(this::number).orElseThrow();
      for (String row : document.below("/years/" + index + "/rows")) {
        String at = "/years/" + index + "/rows/" + row;
        document
            .needed(at + "/code")
            .ifPresent(
                code -> {
                  if (years.putIfAbsent(code.text(), year) != null) {
                    refuse(code);
                  }
                });
      }
    }
    if (!document.isBroken() && !isOrderly(years)) {
      refuse(document.said("/years").orElseThrow());
    }
    if (document.isBroken()) {
      return Optional.empty();
    }
    ActionPlan plan = ActionPlan.of(measures, goals, years);
    for (String index : document.below("/years")) {
      payable(plan, "/years/" + index);
    }
    return Optional.of(plan);
  }

  /** Refuses a year that costs more than its budget. */
  private void payable(ActionPlan plan, String at) {
    Optional<Integer> number = document.said(at + "/year").flatMap(this::number);
    for (ActionPlan.Year year : plan.years()) {
      if (number.filter(each -> each == year.year()).isPresent()
          && year.goal().budget().filter(most -> year.spent().compareTo(most) > 0).isPresent()) {
        JsonCursor.Leaf budget = document.said(at + "/budget").orElseThrow();
        String spent = year.spent().toPlainString();
        refuse(
            budget,
            Label.of(
                "paling sedikit biaya kegiatan tahun itu, " + spent,
                "at least what the measures of that year cost, " + spent));
      }
    }
  }

  /** Says whether they go together, each in one of its years and after what it needs. */
  private boolean isOrderly(Map<String, Integer> years) {
    Optional<List<Measure>> chosen =
        Planner.of(measures).findPlan(List.copyOf(years.keySet())).map(found -> found.measures());
    return chosen
        .filter(all -> all.stream().allMatch(measure -> isInTime(measure, years)))
        .isPresent();
  }

  private static boolean isInTime(Measure measure, Map<String, Integer> years) {
    int year = years.getOrDefault(measure.code(), 0);
    return (measure.years().isEmpty() || measure.years().contains(year))
        && measure.prerequisites().stream()
            .allMatch(need -> years.getOrDefault(need, year) <= year);
  }

  private void refuse(JsonCursor.Leaf leaf) {
    refuse(
        leaf,
        Label.of(
            "kegiatan dari measures yang dapat dijalankan bersama, masing-masing sekali dan pada"
                + " salah satu tahunnya",
            "some of the measures, which can be carried out together, each once and in one of its"
                + " years"));
  }

  private void refuse(JsonCursor.Leaf leaf, Label allowed) {
    document.broken();
    String found = JsonCursor.shortened(leaf.text());
    document.json().refuse(leaf.place(), Label.of(found, found), allowed);
  }

  // What was reached

  private Optional<Monitoring> monitoring(ActionPlan plan) {
    Optional<Assessment> reached = document.reached();
    Optional<Integer> year = document.needed("/monitoring/year").flatMap(this::number);
    if (reached.isEmpty()) {
      document.broken(
          Fault.of(FaultCode.MISSING_MEMBER, document.json().whole()).with("member", "/reached"));
    }
    if (reached.isEmpty() || year.isEmpty()) {
      document.broken();
      return Optional.empty();
    }
    if (!isFit(plan, year.get(), reached.get())) {
      return Optional.empty();
    }
    Optional<ScoredAssessment> scored =
        ScoredReader.engine(document, reached.get())
            .flatMap(
                engine -> ScoredReader.scored(document, engine, reached.get(), "/monitoring/view"));
    if (scored.isEmpty()) {
      document.broken();
      return Optional.empty();
    }
    List<Measure> now = new ArrayList<>();
    List<ActionPlan.Row> rows = plan.rows();
    for (int i = 0; i < rows.size(); i++) {
      now(rows.get(i).measure(), "/monitoring/rows/" + i).ifPresent(now::add);
    }
    return document.isBroken()
        ? Optional.empty()
        : Optional.of(Monitoring.of(plan, year.get(), scored.get(), now));
  }

  private boolean isFit(ActionPlan plan, int year, Assessment reached) {
    List<String> years = plan.years().stream().map(each -> Integer.toString(each.year())).toList();
    if (!years.contains(Integer.toString(year))) {
      document.broken(
          Fault.of(
                  FaultCode.YEAR_NOT_PLANNED,
                  document.said("/monitoring/year").orElseThrow().place())
              .with("found", Integer.toString(year))
              .with("allowed", years));
    }
    String edition = plan.goals().edition().id();
    if (!reached.edition().id().equals(edition)) {
      document.broken(
          Fault.of(FaultCode.OTHER_EDITION, document.json().whole())
              .with("found", reached.edition().id())
              .with("allowed", edition));
    }
    RegionCode region = measures.scored().assessment().region();
    if (!reached.region().equals(region)) {
      document.broken(
          Fault.of(FaultCode.REACHED_OF_OTHER_REGION, document.json().whole())
              .with("found", reached.region().toString())
              .with("allowed", region.toString()));
    }
    return !document.isBroken();
  }

  /** A measure as it is then: only how far it is and what was spent may differ. */
  private Optional<Measure> now(Measure planned, String at) {
    Optional<Measure.State> state =
        document
            .needed(at + "/state")
            .flatMap(leaf -> document.word(leaf, List.of(Measure.State.values())));
    Optional<BigDecimal> spent = document.said(at + "/realisedCost").flatMap(document::cost);
    return state.map(how -> Measure.builder().from(planned).state(how).realisedCost(spent).build());
  }
}
