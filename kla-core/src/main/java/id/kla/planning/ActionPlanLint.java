package id.kla.planning;

import id.kla.assessment.Agency;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what an action plan lacks beside points: one look for each kind of lack. */
final class ActionPlanLint {

  private final ActionPlan plan;
  private final ScoredAssessment scored;
  private final Edition edition;
  private final List<Fault> faults = new ArrayList<>();

  ActionPlanLint(ActionPlan plan) {
    this.plan = plan;
    this.scored = plan.measures().scored();
    this.edition = scored.edition();
  }

  List<Fault> faults() {
    plan.rows().forEach(this::row);
    outsideYears();
    edition.clusters().forEach(this::cluster);
    scored.assessment().agencies().forEach(this::agency);
    return List.copyOf(faults);
  }

  private Place place(Measure measure) {
    return Place.edition(
        edition.id(), Label.of("kegiatan " + measure.code(), "measure " + measure.code()));
  }

  // One measure by itself

  private void row(ActionPlan.Row row) {
    Measure measure = row.measure();
    if (measure.references().isEmpty()) {
      faults.add(Fault.of(FaultCode.MEASURE_WITHOUT_REFERENCE, place(measure)));
    }
    if (measure.cost().signum() == 0 && !measure.awards().isEmpty()) {
      faults.add(Fault.of(FaultCode.MEASURE_WITHOUT_COST, place(measure)));
    }
    if (measure.agency().isEmpty()) {
      faults.add(Fault.of(FaultCode.MEASURE_WITHOUT_AGENCY, place(measure)));
    }
    List<Integer> referenced =
        measure.references().stream().flatMap(reference -> reference.year().stream()).toList();
    if (!referenced.isEmpty() && !referenced.contains(row.year())) {
      faults.add(
          Fault.of(FaultCode.OTHER_YEAR_REFERENCED, place(measure))
              .with("found", texts(referenced))
              .with("year", Integer.toString(row.year())));
    }
  }

  private static List<String> texts(List<Integer> years) {
    return years.stream().sorted().distinct().map(year -> Integer.toString(year)).toList();
  }

  private void outsideYears() {
    List<Integer> planned = plan.years().stream().map(ActionPlan.Year::year).toList();
    for (Measure measure : plan.measures().measures()) {
      boolean isOpen =
          measure.state() == Measure.State.PLANNED || measure.state() == Measure.State.RUNNING;
      if (isOpen
          && !measure.years().isEmpty()
          && measure.years().stream().noneMatch(planned::contains)) {
        faults.add(
            Fault.of(FaultCode.MEASURE_OUTSIDE_YEARS, place(measure))
                .with("found", texts(measure.years()))
                .with("allowed", texts(planned)));
      }
    }
  }

  // Who and what has none

  private void cluster(Cluster cluster) {
    boolean hasMeasure =
        plan.rows().stream()
            .flatMap(row -> row.indicators().stream())
            .anyMatch(cluster.indicators()::contains);
    if (!hasMeasure) {
      faults.add(
          Fault.of(
              FaultCode.CLUSTER_WITHOUT_MEASURE,
              Place.edition(
                  edition.id(),
                  Label.of("klaster " + cluster.code(), "cluster " + cluster.code()))));
    }
  }

  private void agency(Agency agency) {
    boolean hasMeasure =
        plan.rows().stream()
            .flatMap(row -> row.measure().agency().stream())
            .anyMatch(agency::isCalled);
    if (hasMeasure) {
      return;
    }
    Map<QuestionCode, Points> maxima = new LinkedHashMap<>();
    for (ScoredIndicator indicator : scored.indicators()) {
      for (ScoredQuestion question : indicator.questions()) {
        Optional<String> lead = question.question().lead();
        if (lead.filter(agency.roles()::contains).isPresent()
            && question.headroom().signum() > 0
            && indicator.headroom().signum() > 0) {
          maxima.put(question.question().code(), question.maximum());
        }
      }
    }
    if (!maxima.isEmpty()) {
      faults.add(
          Fault.of(
                  FaultCode.AGENCY_WITHOUT_MEASURE,
                  Place.edition(
                      edition.id(),
                      Label.of("perangkat daerah " + agency.code(), "agency " + agency.code())))
              .with("questions", maxima.keySet().stream().map(QuestionCode::toString).toList())
              .with(
                  "points",
                  scored.standingWith(maxima).total().minus(scored.points()).toBigDecimal()));
    }
  }
}
