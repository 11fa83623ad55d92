package id.kla.jackson;

import id.kla.assessment.Agency;
import id.kla.assessment.AssessmentDraft;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.QuestionCode;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Written;
import id.kla.points.Points;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a sheet's agencies, evidence and findings. */
final class PartsReader {

  private final JsonCursor json;

  PartsReader(JsonCursor json) {
    this.json = json;
  }

  // Agencies

  void agencies(AssessmentDraft.Builder draft) throws IOException {
    json.elements(index -> agency().ifPresent(draft::addAgencies));
  }

  Optional<Written<Agency>> agency() throws IOException {
    Place place = json.here();
    Agency.Builder agency = Agency.builder();
    boolean isComplete =
        object(
            List.of("code", "name", "kind", "aliases", "roles"),
            List.of("code"),
            member -> {
              switch (member) {
                case "code" -> text(agency::code);
                case "name" -> text(agency::name);
                case "kind" -> word(Agency.Kind.class).ifPresent(agency::kind);
                case "aliases" -> texts(agency::addAliases);
                default -> texts(agency::addRoles);
              }
            });
    return isComplete ? Optional.of(new Written<>(agency.build(), place)) : Optional.empty();
  }

  // Evidence

  void evidence(AssessmentDraft.Builder draft) throws IOException {
    json.elements(index -> document().ifPresent(draft::addEvidence));
  }

  Optional<Written<Evidence>> document() throws IOException {
    Place place = json.here();
    Evidence.Builder evidence = Evidence.builder();
    boolean isComplete =
        object(
            List.of(
                "id",
                "questions",
                "kind",
                "title",
                "agency",
                "issued",
                "received",
                "validFrom",
                "validUntil",
                "supersededBy",
                "digest",
                "location",
                "status"),
            List.of("id", "questions"),
            member -> {
              switch (member) {
                case "id" -> text(evidence::id);
                case "questions" ->
                    json.elements(index -> question().ifPresent(evidence::addQuestions));
                case "kind" -> text(evidence::kind);
                case "title" -> text(evidence::title);
                case "agency" -> text(evidence::agency);
                case "issued" -> date().ifPresent(evidence::issued);
                case "received" -> date().ifPresent(evidence::received);
                case "validFrom" -> date().ifPresent(evidence::validFrom);
                case "validUntil" -> date().ifPresent(evidence::validUntil);
                case "supersededBy" -> text(evidence::supersededBy);
                case "digest" ->
                    parsed(Digest::find, FaultCode.BAD_DIGEST).ifPresent(evidence::digest);
                case "location" -> text(evidence::location);
                default -> evidence.status(status());
              }
            });
    return isComplete ? Optional.of(new Written<>(evidence.build(), place)) : Optional.empty();
  }

  /** A status is a word, or an object with the word, a reason and a note. */
  private Map<String, Evidence.Status> status() throws IOException {
    Map<String, Evidence.Status> status = new LinkedHashMap<>();
    json.entries(
        stage -> {
          Place place = json.here();
          Optional<Evidence.Status> ruled = ruled();
          if (ruled.isPresent() && status.putIfAbsent(stage, ruled.get()) != null) {
            json.report(Fault.of(FaultCode.DUPLICATE_MEMBER, place).with("found", stage));
          }
        });
    return status;
  }

  Optional<Evidence.Status> ruled() throws IOException {
    return json.isText() ? word(Evidence.Ruling.class).map(Evidence.Status::of) : ruledWithReason();
  }

  private Optional<Evidence.Status> ruledWithReason() throws IOException {
    List<Evidence.Ruling> rulings = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    boolean isComplete =
        object(
            List.of("ruling", "reason", "note"),
            List.of("ruling"),
            member -> {
              switch (member) {
                case "ruling" -> word(Evidence.Ruling.class).ifPresent(rulings::add);
                case "reason" -> text(reasons::add);
                default -> text(notes::add);
              }
            });
    return isComplete
        ? Optional.of(
            new Evidence.Status(
                rulings.get(0), reasons.stream().findFirst(), notes.stream().findFirst()))
        : Optional.empty();
  }

  // Findings

  void findings(AssessmentDraft.Builder draft) throws IOException {
    json.elements(index -> finding().ifPresent(draft::addFindings));
  }

  Optional<Written<Finding>> finding() throws IOException {
    Place place = json.here();
    Finding.Builder finding = Finding.builder();
    List<QuestionCode> questions = new ArrayList<>();
    List<Finding.Ruling> rulings = new ArrayList<>();
    List<Points> points = new ArrayList<>();
    boolean isComplete =
        object(
            List.of("question", "stage", "ruling", "points", "reason", "note"),
            List.of("question", "stage", "ruling"),
            member -> {
              switch (member) {
                case "question" -> question().ifPresent(questions::add);
                case "stage" -> text(finding::stage);
                case "ruling" -> word(Finding.Ruling.class).ifPresent(rulings::add);
                case "points" -> json.points().ifPresent(points::add);
                case "reason" -> text(finding::reason);
                default -> text(finding::note);
              }
            });
    if (!isComplete) {
      return Optional.empty();
    }
    Finding.Ruling ruling = rulings.get(0);
    if (points.isEmpty() == (ruling == Finding.Ruling.REVISED)) {
      json.report(
          Fault.of(FaultCode.POINTS_WITHOUT_REVISION, place)
              .with("question", questions.get(0).toString())
              .with("found", code(ruling) + (points.isEmpty() ? "" : ", " + points.get(0))));
      return Optional.empty();
    }
    finding.question(questions.get(0)).ruling(ruling).points(points.stream().findFirst());
    return Optional.of(new Written<>(finding.build(), place));
  }

  // Values

  /**
   * Reads an object whose members are each of one form; says whether all that are needed are there
   * and none is broken, which is reported.
   */
  boolean object(List<String> known, List<String> needed, JsonCursor.Member member)
      throws IOException {
    Place place = json.here();
    if (!json.isObject()) {
      return false;
    }
    int before = json.errors();
    Set<String> seen = new HashSet<>();
    json.members(known, member, seen);
    for (String each : needed) {
      if (!seen.contains(each)) {
        json.report(Fault.of(FaultCode.MISSING_MEMBER, place).with("member", each));
      }
    }
    return json.errors() == before;
  }

  private void text(Consumer<String> target) throws IOException {
    json.text().map(Written::value).ifPresent(target);
  }

  private void texts(Consumer<String> target) throws IOException {
    json.elements(index -> text(target));
  }

  Optional<QuestionCode> question() throws IOException {
    Optional<Written<String>> text = json.text();
    Optional<QuestionCode> code = text.map(Written::value).flatMap(QuestionCode::find);
    if (text.isPresent() && code.isEmpty()) {
      json.report(
          Fault.of(FaultCode.BAD_QUESTION_CODE, text.get().place())
              .with("found", text.get().value()));
    }
    return code;
  }

  private Optional<LocalDate> date() throws IOException {
    return parsed(PartsReader::day, FaultCode.BAD_DATE);
  }

  /** Years have four digits; a longer one would be no document's. */
  static Optional<LocalDate> day(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  <T> Optional<T> parsed(Function<String, Optional<T>> parser, FaultCode fault) throws IOException {
    Optional<Written<String>> text = json.text();
    Optional<T> value = text.map(Written::value).flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      json.report(Fault.of(fault, text.get().place()).with("found", text.get().value()));
    }
    return value;
  }

  <E extends Enum<E>> Optional<E> word(Class<E> type) throws IOException {
    Optional<Written<String>> text = json.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<E> constant =
        Stream.of(type.getEnumConstants())
            .filter(each -> code(each).equals(text.get().value()))
            .findFirst();
    if (constant.isEmpty()) {
      json.report(
          Fault.of(FaultCode.BAD_WORD, text.get().place())
              .with("found", text.get().value())
              .with("allowed", Stream.of(type.getEnumConstants()).map(PartsReader::code).toList()));
    }
    return constant;
  }

  /** How documents write a constant. */
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
