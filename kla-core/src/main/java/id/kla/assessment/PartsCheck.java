package id.kla.assessment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import id.kla.edition.Stage;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a sheet's agencies, evidence and findings against its edition, and puts them in their
 * canonical form: stages and agencies by code, questions and findings in the edition's order.
 */
final class PartsCheck {

  private final Edition edition;
  private final List<Fault> faults;

  PartsCheck(Edition edition, List<Fault> faults) {
    this.edition = edition;
    this.faults = faults;
  }

  /** Gives parts that were not read, but built, no place. */
  static <T> List<Written<T>> unplaced(List<T> parts) {
    return parts.stream().map(part -> new Written<>(part, Place.unknown())).toList();
  }

  // Agencies

  List<Agency> agencies(List<Written<Agency>> written) {
    List<String> roles = edition.roles().stream().map(Role::code).toList();
    Map<String, Agency> names = new HashMap<>();
    for (Written<Agency> agency : written) {
      agency.value().roles().forEach(role -> known(role, roles, agency.place()));
      for (String name : names(agency.value())) {
        Agency other = names.putIfAbsent(name, agency.value());
        if (other != null && other != agency.value()) {
          faults.add(Fault.of(FaultCode.DUPLICATE_CODE, agency.place()).with("found", name));
        }
      }
    }
    return written.stream().map(Written::value).collect(ImmutableList.toImmutableList());
  }

  private static Set<String> names(Agency agency) {
    Set<String> names = new HashSet<>();
    names.add(folded(agency.code()));
    names.add(folded(agency.name()));
    agency.aliases().forEach(alias -> names.add(folded(alias)));
    return names;
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private void known(String code, List<String> all, Place place) {
    if (!all.contains(code)) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_CODE, place)
              .with("found", code)
              .with("nearest", Nearest.to(code, all)));
    }
  }

  // Evidence

  List<Evidence> evidence(List<Written<Evidence>> written, List<Agency> agencies) {
    List<String> kinds = edition.evidenceKinds().stream().map(EvidenceKind::code).toList();
    List<String> ids = written.stream().map(each -> each.value().id()).toList();
    Set<String> seen = new HashSet<>();
    ImmutableList.Builder<Evidence> canonical = ImmutableList.builder();
    for (Written<Evidence> each : written) {
      Evidence evidence = each.value();
      Place place = each.place();
      if (!seen.add(evidence.id())) {
        faults.add(Fault.of(FaultCode.DUPLICATE_CODE, place).with("found", evidence.id()));
      }
      evidence.kind().ifPresent(kind -> known(kind, kinds, place));
      evidence.supersededBy().ifPresent(other -> known(other, ids, place));
      inOrder(evidence.validFrom(), evidence.validUntil(), place);
      inOrder(evidence.issued(), evidence.received(), place);
      canonical.add(
          Evidence.builder()
              .from(evidence)
              .questions(questions(evidence.questions(), place))
              .agency(evidence.agency().map(name -> agency(name, agencies, place)))
              .status(status(evidence.status(), place))
              .build());
    }
    return canonical.build();
  }

  private void inOrder(Optional<LocalDate> first, Optional<LocalDate> second, Place place) {
    if (first.isPresent() && second.isPresent() && first.get().isAfter(second.get())) {
      faults.add(
          Fault.of(FaultCode.DATES_OUT_OF_ORDER, place)
              .with("first", first.get().toString())
              .with("second", second.get().toString()));
    }
  }

  private List<QuestionCode> questions(List<QuestionCode> codes, Place place) {
    for (QuestionCode code : codes) {
      unknown(code, place).ifPresent(faults::add);
    }
    return edition.questions().stream().map(Question::code).filter(codes::contains).toList();
  }

  private Optional<Fault> unknown(QuestionCode code, Place place) {
    return edition.findQuestion(code).isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.UNKNOWN_QUESTION, place)
                .with("found", code.toString())
                .with("edition", edition.id())
                .with("nearest", edition.near(code)));
  }

  /** A sheet that lists its agencies knows no others. */
  private String agency(String name, List<Agency> agencies, Place place) {
    Optional<Agency> agency =
        agencies.stream().filter(each -> names(each).contains(folded(name))).findFirst();
    if (agency.isEmpty() && !agencies.isEmpty()) {
      known(name, agencies.stream().map(Agency::code).toList(), place);
    }
    return agency.map(Agency::code).orElse(name);
  }

  private Map<String, Evidence.Status> status(Map<String, Evidence.Status> status, Place place) {
    Map<String, Evidence.Status> byCode = new HashMap<>();
    status.forEach(
        (name, ruled) ->
            stage(name, place)
                .ifPresent(
                    stage -> {
                      if (byCode.putIfAbsent(stage.code(), ruled) != null) {
                        faults.add(
                            Fault.of(FaultCode.DUPLICATE_CODE, place).with("found", stage.code()));
                      }
                    }));
    ImmutableMap.Builder<String, Evidence.Status> ordered = ImmutableMap.builder();
    for (Stage stage : edition.stages()) {
      Evidence.Status ruled = byCode.get(stage.code());
      if (ruled != null) {
        ordered.put(stage.code(), ruled);
      }
    }
    return ordered.buildOrThrow();
  }

  private Optional<Stage> stage(String name, Place place) {
    Optional<Stage> stage = edition.findStage(name);
    if (stage.isEmpty()) {
      faults.add(
          Fault.of(FaultCode.UNKNOWN_STAGE, place)
              .with("found", name)
              .with("allowed", AssessmentDraft.stages(edition)));
    }
    return stage;
  }

  // Findings

  List<Finding> findings(List<Written<Finding>> written) {
    record Key(QuestionCode question, String stage) {}
    List<Finding> canonical = new ArrayList<>();
    Map<Key, Place> seen = new HashMap<>();
    for (Written<Finding> each : written) {
      Finding finding = each.value();
      Place place = each.place();
      Optional<Fault> unknown = unknown(finding.question(), place);
      unknown.ifPresent(faults::add);
      Optional<Stage> stage = stage(finding.stage(), place);
      if (unknown.isPresent() || stage.isEmpty()) {
        continue;
      }
      if (stage.get().judging() == Stage.Judging.SELF) {
        faults.add(Fault.of(FaultCode.NO_JUDGING_STAGE, place).with("found", stage.get().code()));
      }
      Place first = seen.putIfAbsent(new Key(finding.question(), stage.get().code()), place);
      if (first != null) {
        faults.add(
            Fault.of(FaultCode.FOUND_TWICE, place)
                .with("question", finding.question().toString())
                .with("stage", stage.get().code())
                .with("first", Argument.of(first)));
      }
      finding
          .points()
          .ifPresent(
              points ->
                  faults.addAll(
                      AnswerCheck.range(
                          edition, edition.question(finding.question()), points, place)));
      canonical.add(Finding.builder().from(finding).stage(stage.get().code()).build());
    }
    List<String> stages = edition.stages().stream().map(Stage::code).toList();
    List<QuestionCode> questions = edition.questions().stream().map(Question::code).toList();
    canonical.sort(
        Comparator.comparingInt((Finding finding) -> stages.indexOf(finding.stage()))
            .thenComparingInt(finding -> questions.indexOf(finding.question())));
    return ImmutableList.copyOf(canonical);
  }
}
