package id.kla.assessment;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.QuestionCode;
import id.kla.edition.Role;
import id.kla.edition.Stage;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Nearest;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks a sheet's agencies, evidence and findings against its edition, and puts them in their
 * canonical form: stages and agencies by code, questions and findings in the edition's order.
 */
final class PartsCheck {

  /** Evidence may name a million questions, and nobody reads as many faults. */
  private static final int MOST = 20_000;

  private final Edition edition;
  private final List<Fault> faults;
  private final Map<QuestionCode, Integer> orders = new HashMap<>();
  private final Map<String, Agency> agencyByName = new HashMap<>();

  private final Set<String> agencyCodes = new HashSet<>();

  /** Looking for near names takes time, and nobody reads this many. */
  private int suggestions = 100;

  /** How many more unknown questions of evidence are told. */
  private int untold = MOST;

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
    if (written.isEmpty()) {
      return List.of();
    }
    Set<String> roles = edition.roles().stream().map(Role::code).collect(toImmutableSet());
    ImmutableList.Builder<Agency> canonical = ImmutableList.builder();
    for (Written<Agency> each : written) {
      Agency agency = canonical(each.value());
      Place place = each.place();
      if (agency.code().isEmpty()) {
        faults.add(Fault.of(FaultCode.BLANK_TEXT, place).with("member", "code"));
        continue;
      }
      agency.roles().forEach(role -> known(role, roles, place));
      for (String name : names(agency)) {
        if (agencyByName.putIfAbsent(name, agency) != null) {
          faults.add(Fault.of(FaultCode.DUPLICATE_CODE, place).with("found", name));
        }
      }
      agencyCodes.add(agency.code());
      canonical.add(agency);
    }
    return canonical.build();
  }

  private static Agency canonical(Agency agency) {
    String code = Printable.trimmed(agency.code());
    return Agency.builder()
        .from(agency)
        .code(code)
        .name(meant(Optional.of(agency.name())).orElse(code))
        .aliases(meant(agency.aliases()))
        .roles(meant(agency.roles()))
        .build();
  }

  private static Set<String> names(Agency agency) {
    Set<String> names = new LinkedHashSet<>();
    names.add(folded(agency.code()));
    names.add(folded(agency.name()));
    agency.aliases().forEach(alias -> names.add(folded(alias)));
    return names;
  }

  /** A text of nothing but blanks says nothing, and blanks around one mean nothing. */
  static Optional<String> meant(Optional<String> text) {
    return text.map(Printable::trimmed).filter(stripped -> !stripped.isEmpty());
  }

  private static List<String> meant(List<String> texts) {
    return texts.stream().flatMap(text -> meant(Optional.of(text)).stream()).toList();
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private void known(String code, Set<String> all, Place place) {
    if (!all.contains(code)) {
      Fault fault =
          Fault.of(FaultCode.UNKNOWN_CODE, place)
              .with("found", code)
              .with("nearest", suggestions-- > 0 ? Nearest.to(code, all) : List.of());
      // The same text may stand in two cells of a row: a kind, and what it is superseded by.
      if (faults.isEmpty() || !faults.get(faults.size() - 1).equals(fault)) {
        faults.add(fault);
      }
    }
  }

  // Evidence

  List<Evidence> evidence(List<Written<Evidence>> written) {
    if (written.isEmpty()) {
      return List.of();
    }
    Set<String> kinds =
        edition.evidenceKinds().stream().map(EvidenceKind::code).collect(toImmutableSet());
    Set<String> ids =
        written.stream()
            .map(each -> Printable.trimmed(each.value().id()))
            .collect(toImmutableSet());
    Set<String> seen = new HashSet<>();
    ImmutableList.Builder<Evidence> canonical = ImmutableList.builder();
    for (Written<Evidence> each : written) {
      Evidence evidence = canonical(each.value(), each.place());
      Place place = each.place();
      if (evidence.id().isEmpty()) {
        faults.add(Fault.of(FaultCode.BLANK_TEXT, place).with("member", "id"));
      } else if (!seen.add(evidence.id())) {
        faults.add(Fault.of(FaultCode.DUPLICATE_CODE, place).with("found", evidence.id()));
      }
      evidence.kind().ifPresent(kind -> known(kind, kinds, place));
      evidence.supersededBy().ifPresent(other -> known(other, ids, place));
      inOrder(evidence.validFrom(), evidence.validUntil(), place);
      inOrder(evidence.issued(), evidence.received(), place);
      canonical.add(evidence);
    }
    return canonical.build();
  }

  private Evidence canonical(Evidence evidence, Place place) {
    return Evidence.builder()
        .from(evidence)
        .id(Printable.trimmed(evidence.id()))
        .questions(questions(evidence.questions(), place))
        .kind(meant(evidence.kind()))
        .title(meant(evidence.title()))
        .agency(meant(evidence.agency()).map(name -> agency(name, place)))
        .supersededBy(meant(evidence.supersededBy()))
        .location(meant(evidence.location()))
        .status(status(evidence.status(), place))
        .build();
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
    Set<QuestionCode> known = new TreeSet<>(Comparator.comparingInt(this::order));
    for (QuestionCode code : codes) {
      if (edition.findQuestion(code).isPresent()) {
        known.add(code);
      } else if (untold-- > 0) {
        unknown(code, place).ifPresent(faults::add);
      } else if (untold == -1) {
        faults.add(Fault.of(FaultCode.TOO_MANY_FAULTS, place).with("allowed", MOST));
      }
    }
    return List.copyOf(known);
  }

  private int order(QuestionCode known) {
    if (orders.isEmpty()) {
      edition.questions().forEach(question -> orders.put(question.code(), orders.size()));
    }
    return orders.getOrDefault(known, orders.size());
  }

  private Optional<Fault> unknown(QuestionCode code, Place place) {
    return edition.findQuestion(code).isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.of(FaultCode.UNKNOWN_QUESTION, place)
                .with("found", code.toString())
                .with("edition", edition.id())
                .with("nearest", suggestions-- > 0 ? edition.near(code) : List.of()));
  }

  /** A sheet that lists its agencies knows no others. */
  private String agency(String name, Place place) {
    Agency agency = agencyByName.get(folded(name));
    if (agency != null) {
      return agency.code();
    }
    if (!agencyByName.isEmpty()) {
      known(name, agencyCodes, place);
    }
    return name;
  }

  private Map<String, Evidence.Status> status(Map<String, Evidence.Status> status, Place place) {
    Map<String, Evidence.Status> byCode = new HashMap<>();
    status.forEach(
        (name, ruled) ->
            stage(name, place)
                .ifPresent(
                    stage -> {
                      Evidence.Status meant =
                          new Evidence.Status(
                              ruled.ruling(), meant(ruled.reason()), meant(ruled.note()));
                      if (byCode.putIfAbsent(stage.code(), meant) != null) {
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
    if (written.isEmpty()) {
      return List.of();
    }
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
                  AnswerCheck.checkRange(
                      edition, edition.question(finding.question()), points, place, faults));
      canonical.add(
          Finding.builder()
              .from(finding)
              .stage(stage.get().code())
              .reason(meant(finding.reason()))
              .note(meant(finding.note()))
              .build());
    }
    List<String> stages = edition.stages().stream().map(Stage::code).toList();
    canonical.sort(
        Comparator.comparingInt((Finding finding) -> stages.indexOf(finding.stage()))
            .thenComparingInt(finding -> order(finding.question())));
    return ImmutableList.copyOf(canonical);
  }

  // Notes

  Map<QuestionCode, String> notes(List<Written<Note>> written) {
    Map<QuestionCode, String> notes = new TreeMap<>(Comparator.comparingInt(this::order));
    for (Written<Note> each : written) {
      QuestionCode question = each.value().question();
      Optional<Fault> unknown = unknown(question, each.place());
      unknown.ifPresent(faults::add);
      Optional<String> text = meant(Optional.of(each.value().text()));
      if (unknown.isEmpty()
          && text.isPresent()
          && notes.putIfAbsent(question, text.get()) != null) {
        faults.add(
            Fault.of(FaultCode.DUPLICATE_CODE, each.place()).with("found", question.toString()));
      }
    }
    return ImmutableMap.copyOf(notes);
  }

  /** A remark on a question. */
  record Note(QuestionCode question, String text) {}
}
