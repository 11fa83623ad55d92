package id.kla.planning;

import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Scale;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks measures against the edition and the sheet that was scored, and against each other. */
final class MeasuresCheck {

  private static final BigDecimal MOST_COST = new BigDecimal("999999999999.9999");

  private final ScoredAssessment scored;
  private final Edition edition;
  private final List<Fault> faults;
  private final Map<String, Written<Measure>> byCode = new LinkedHashMap<>();

  MeasuresCheck(ScoredAssessment scored, List<Fault> faults) {
    this.scored = scored;
    this.edition = scored.edition();
    this.faults = faults;
  }

  List<Measure> check(List<Written<Measure>> written) {
    for (Written<Measure> each : written) {
      String code = Printable.trimmed(each.value().code());
      if (code.isEmpty()) {
        faults.add(Fault.of(FaultCode.BLANK_TEXT, each.place()).with("member", "code"));
      } else if (byCode.putIfAbsent(code, each) != null) {
        faults.add(Fault.of(FaultCode.DUPLICATE_CODE, each.place()).with("found", code));
      }
    }
    List<Measure> checked = new ArrayList<>();
    for (Map.Entry<String, Written<Measure>> each : byCode.entrySet()) {
      checked.add(check(each.getKey(), each.getValue()));
    }
    checkCycles();
    checkPrecision(checked);
    return checked;
  }

  private Measure check(String code, Written<Measure> written) {
    Measure measure = written.value();
    Place place = written.place();
    measure.awards().forEach((question, award) -> checkAward(question, award, place));
    checkCost(measure.cost(), place);
    measure.realisedCost().ifPresent(cost -> checkCost(cost, place));
    List<String> prerequisites = known(measure.prerequisites(), place);
    List<String> exclusions = known(measure.exclusions(), place);
    for (String exclusion : exclusions) {
      if (exclusion.equals(code) || closure(code).contains(exclusion)) {
        faults.add(
            Fault.of(FaultCode.EXCLUDES_OWN_PREREQUISITE, place)
                .with("measure", code)
                .with("found", exclusion));
      } else if (closure(exclusion).contains(code)) {
        faults.add(
            Fault.of(FaultCode.EXCLUDES_OWN_PREREQUISITE, place)
                .with("measure", exclusion)
                .with("found", code));
      }
    }
    return Measure.builder()
        .from(measure)
        .code(code)
        .prerequisites(prerequisites)
        .exclusions(exclusions)
        .years(measure.years().stream().sorted().distinct().toList())
        .build();
  }

  private void checkAward(QuestionCode code, Points award, Place place) {
    Optional<Question> found = edition.findQuestion(code);
    if (found.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_QUESTION, place)
              .with("found", code.toString())
              .with("edition", edition.id())
              .with("nearest", edition.near(code)));
      return;
    }
    Question question = found.get();
    boolean isBelow = award.signum() < 0;
    if (isBelow || award.compareTo(question.maximum()) > 0) {
      faults.add(
          Fault.of(isBelow ? FaultCode.POINTS_BELOW_ZERO : FaultCode.POINTS_ABOVE_MAXIMUM, place)
              .with("question", code.toString())
              .with("edition", edition.id())
              .with("found", award.toBigDecimal())
              .with("allowed", question.maximum().toBigDecimal()));
      return;
    }
    List<Points> offered = offered(question.scale());
    if (!offered.isEmpty() && !offered.contains(award)) {
      faults.add(
          Fault.of(FaultCode.AWARD_NOT_OFFERED, place)
              .with("question", code.toString())
              .with("edition", edition.id())
              .with("found", award.toBigDecimal())
              .with(
                  "allowed",
                  Argument.numbers(offered.stream().map(Points::toBigDecimal).toList())));
    }
    if (scored.question(code).state().orElseThrow() == State.NOT_APPLICABLE) {
      faults.add(
          Fault.of(FaultCode.NOTHING_TO_WIN, place)
              .with("question", code.toString())
              .with("edition", edition.id()));
    }
  }

  /** What answers can earn, where these are few. */
  private static List<Points> offered(Scale scale) {
    if (scale instanceof Scale.Levels levels) {
      return levels.levels().stream().map(Scale.Level::points).toList();
    }
    return scale instanceof Scale.Bands bands
        ? bands.bands().stream().map(Scale.Band::points).toList()
        : List.of();
  }

  private void checkCost(BigDecimal cost, Place place) {
    if (cost.signum() < 0
        || cost.compareTo(MOST_COST) > 0
        || cost.stripTrailingZeros().scale() > Costs.DECIMALS) {
      faults.add(Fault.of(FaultCode.BAD_COST, place).with("found", cost));
    }
  }

  /** Blanks around a code mean nothing, and twice the same is once. */
  private List<String> known(List<String> codes, Place place) {
    Set<String> known = new LinkedHashSet<>();
    for (String written : codes) {
      String code = Printable.trimmed(written);
      if (byCode.containsKey(code)) {
        known.add(code);
      } else {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_CODE, place)
                .with("found", code)
                .with("nearest", Nearest.to(code, byCode.keySet())));
      }
    }
    return List.copyOf(known);
  }

  /** All that a measure needs, and what that needs, itself left out unless it needs itself. */
  private Set<String> closure(String code) {
    Set<String> all = new LinkedHashSet<>();
    List<String> next = new ArrayList<>(List.of(code));
    for (int i = 0; i < next.size(); i++) {
      Written<Measure> measure = byCode.get(next.get(i));
      if (measure == null) {
        continue;
      }
      for (String need : measure.value().prerequisites()) {
        String trimmed = Printable.trimmed(need);
        if (all.add(trimmed)) {
          next.add(trimmed);
        }
      }
    }
    return all;
  }

  /** Each cycle is told once, at the first of its measures. */
  private void checkCycles() {
    Set<String> told = new HashSet<>();
    for (Map.Entry<String, Written<Measure>> each : byCode.entrySet()) {
      String code = each.getKey();
      Set<String> needed = closure(code);
      if (!needed.contains(code) || told.contains(code)) {
        continue;
      }
      List<String> cycle = new ArrayList<>();
      for (String other : byCode.keySet()) {
        if (needed.contains(other) && closure(other).contains(code)) {
          cycle.add(other);
        }
      }
      told.addAll(cycle);
      faults.add(
          Fault.of(FaultCode.PREREQUISITE_CYCLE, each.getValue().place()).with("found", cycle));
    }
  }

  private void checkPrecision(List<Measure> measures) {
    if (faults.stream().anyMatch(fault -> fault.code() == FaultCode.BAD_COST)) {
      return;
    }
    if (!Costs.areCountable(measures)) {
      faults.add(Fault.of(FaultCode.COSTS_TOO_FINE, Place.unknown()));
    }
  }
}
