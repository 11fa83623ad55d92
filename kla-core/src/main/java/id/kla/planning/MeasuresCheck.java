package id.kla.planning;

import id.kla.edition.Edition;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Scale;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Written;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks measures each by itself against an edition, and together against a sheet's score. */
final class MeasuresCheck {

  /** Looking for near codes takes time, and nobody reads this many. */
  private static final int SUGGESTIONS = 100;

  private final Edition edition;
  private final List<Fault> faults;
  private final Map<String, Written<Measure>> byCode = new LinkedHashMap<>();

  MeasuresCheck(Edition edition, List<Fault> faults) {
    this.edition = edition;
    this.faults = faults;
  }

  // Each by itself

  /** What makes two measures the same, whatever their codes. */
  private record Likeness(String name, Map<QuestionCode, Points> awards) {}

  /** Returns the measures as they are meant: those of a blank code, or one twice, are left out. */
  List<Written<Measure>> each(List<Written<Measure>> written) {
    Map<Likeness, Written<Measure>> alike = new HashMap<>();
    for (Written<Measure> each : written) {
      Place place = each.place();
      String code = Printable.trimmed(each.value().code());
      Written<Measure> first = byCode.get(code);
      if (code.isEmpty()) {
        faults.add(Fault.of(FaultCode.BLANK_TEXT, place).with("member", "code"));
      } else if (first != null) {
        faults.add(twice(code, place, first.place()));
      } else {
        Written<Measure> checked = new Written<>(alone(code, each.value(), place), place);
        byCode.put(code, checked);
        checkLikeness(checked, alike);
      }
    }
    return List.copyOf(byCode.values());
  }

  private static Fault twice(String code, Place place, Place first) {
    return first.equals(Place.unknown())
        ? Fault.of(FaultCode.DUPLICATE_CODE, place).with("found", code)
        : Fault.of(FaultCode.MEASURE_TWICE, place)
            .with("measure", code)
            .with("first", Argument.of(first));
  }

  private void checkLikeness(Written<Measure> written, Map<Likeness, Written<Measure>> alike) {
    Measure measure = written.value();
    String name = measure.label().in(Language.INDONESIAN).toLowerCase(Locale.ROOT);
    Written<Measure> first = alike.putIfAbsent(new Likeness(name, measure.awards()), written);
    if (first != null && !first.value().agency().equals(measure.agency())) {
      faults.add(
          Fault.of(FaultCode.SAME_MEASURE, written.place())
              .with("measure", measure.code())
              .with("other", first.value().code())
              .with("first", Argument.of(first.place())));
    }
  }

  private Measure alone(String code, Measure measure, Place place) {
    measure.awards().forEach((question, award) -> checkAward(question, award, place));
    measure.years().forEach(year -> checkYear(year, place));
    return Measure.builder()
        .from(measure)
        .code(code)
        .label(measure.label().isEmpty() ? Label.of(code, code) : measure.label())
        .cost(Costs.checked(measure.cost(), place, faults))
        .years(measure.years().stream().sorted().distinct().toList())
        .prerequisites(trimmed(measure.prerequisites()))
        .exclusions(trimmed(measure.exclusions()))
        .agency(measure.agency().map(Printable::trimmed).filter(agency -> !agency.isEmpty()))
        .references(measure.references().stream().map(each -> reference(each, place)).toList())
        .realisedCost(measure.realisedCost().map(cost -> Costs.checked(cost, place, faults)))
        .build();
  }

  /** Blanks around a code mean nothing, and twice the same is once. */
  private static List<String> trimmed(List<String> codes) {
    return codes.stream().map(Printable::trimmed).distinct().toList();
  }

  private Measure.Reference reference(Measure.Reference reference, Place place) {
    String kind = Printable.trimmed(reference.kind());
    if (kind.isEmpty()) {
      faults.add(Fault.of(FaultCode.BLANK_TEXT, place).with("member", "kind"));
    }
    reference.year().ifPresent(year -> checkYear(year, place));
    return new Measure.Reference(kind, Printable.trimmed(reference.code()), reference.year());
  }

  private void checkYear(int year, Place place) {
    if (!Measures.YEARS.contains(year)) {
      faults.add(Fault.of(FaultCode.BAD_YEAR, place).with("found", Integer.toString(year)));
    }
  }

  // Together

  /** Checks those that {@link #each} returned with each other and with the sheet. */
  void together(ScoredAssessment scored) {
    for (Map.Entry<String, Written<Measure>> each : byCode.entrySet()) {
      Measure measure = each.getValue().value();
      Place place = each.getValue().place();
      for (QuestionCode question : measure.awards().keySet()) {
        if (edition.findQuestion(question).isPresent()
            && scored.question(question).state().orElseThrow() == State.NOT_APPLICABLE) {
          faults.add(
              Fault.of(FaultCode.NOTHING_TO_WIN, place)
                  .with("question", question.toString())
                  .with("edition", edition.id()));
        }
      }
      checkKnown(measure.prerequisites(), place);
      checkKnown(measure.exclusions(), place);
      checkExclusions(each.getKey(), measure, place);
    }
    checkCycles();
    checkPrecision(byCode.values().stream().map(Written::value).toList());
  }

  private void checkExclusions(String code, Measure measure, Place place) {
    for (String exclusion : measure.exclusions()) {
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
  }

  private void checkAward(QuestionCode code, Points award, Place place) {
    Optional<Question> found = edition.findQuestion(code);
    if (found.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_QUESTION, place)
              .with("found", code.toString())
              .with("edition", edition.id())
              .with("nearest", faults.size() < SUGGESTIONS ? edition.near(code) : List.of()));
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

  private void checkKnown(List<String> codes, Place place) {
    for (String code : codes) {
      if (!byCode.containsKey(code)) {
        faults.add(
            Fault.of(FaultCode.UNKNOWN_CODE, place)
                .with("found", code)
                .with(
                    "nearest",
                    faults.size() < SUGGESTIONS ? Nearest.to(code, byCode.keySet()) : List.of()));
      }
    }
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
        if (all.add(need)) {
          next.add(need);
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
