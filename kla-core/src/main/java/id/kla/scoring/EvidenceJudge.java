package id.kla.scoring;

import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Need;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Stage;
import id.kla.edition.WithoutEvidence;
import id.kla.points.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has evidence that holds on a day counts. */
final class EvidenceJudge implements Judge {

  private final Edition edition;
  private final LocalDate day;
  private final Optional<Stage> last;
  private final Map<QuestionCode, List<Document>> documents = new HashMap<>();
  private final Map<String, EvidenceKind> kinds = new HashMap<>();

  EvidenceJudge(Assessment assessment, LocalDate day, Optional<Stage> last) {
    this.edition = assessment.edition();
    this.day = day;
    this.last = last;
    edition.evidenceKinds().forEach(kind -> kinds.put(kind.code(), kind));
    Map<String, Evidence> byId = new HashMap<>();
    assessment.evidence().forEach(evidence -> byId.put(evidence.id(), evidence));
    for (Evidence evidence : assessment.evidence()) {
      Document document = new Document(evidence, byId);
      for (QuestionCode code : evidence.questions()) {
        documents.computeIfAbsent(code, c -> new ArrayList<>()).add(document);
      }
    }
  }

  @Override
  public @Nullable Verdict judge(Question question, @Nullable Points claim) {
    if (claim == null) {
      return null;
    }
    if (claim.isZero() || countsWithout(question)) {
      return settled(claim, List.of(), List.of());
    }
    List<JudgedEvidence> own = judged(question);
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Set<Cause> unchecked = EnumSet.noneOf(Cause.class);
    boolean holds =
        (question.evidenceNeed() == Need.ALL && !question.evidenceKinds().isEmpty())
            ? holdAll(question, own, causes, unchecked)
            : holds(own, causes, unchecked);
    if (holds) {
      return settled(claim, List.copyOf(unchecked), own);
    }
    List<Cause> ordered = List.copyOf(causes);
    State state = ordered.get(0).isFinal() ? State.LOST : State.PENDING;
    return new Verdict(state, claim, ordered, List.copyOf(unchecked), own, Optional.empty());
  }

  private List<JudgedEvidence> judged(Question question) {
    List<Document> own = documents.getOrDefault(question.code(), List.of());
    JudgedEvidence[] judged = new JudgedEvidence[own.size()];
    for (int i = 0; i < judged.length; i++) {
      judged[i] = own.get(i).judged(question);
    }
    return List.of(judged);
  }

  private static Verdict settled(
      Points claim, List<Cause> unchecked, List<JudgedEvidence> evidence) {
    return new Verdict(State.SETTLED, claim, List.of(), unchecked, evidence, Optional.empty());
  }

  private boolean countsWithout(Question question) {
    WithoutEvidence rule =
        question
            .withoutEvidence()
            .orElse(
                question.evidenceKinds().isEmpty()
                    ? edition.withoutKinds()
                    : WithoutEvidence.PENDING);
    return rule == WithoutEvidence.COUNTS;
  }

  /** Says whether a document holds; gathers why the others don't. */
  private static boolean holds(List<JudgedEvidence> own, Set<Cause> causes, Set<Cause> unchecked) {
    if (own.isEmpty()) {
      causes.add(Cause.NO_EVIDENCE);
      return false;
    }
    Set<Cause> open = EnumSet.noneOf(Cause.class);
    for (JudgedEvidence document : own) {
      if (document.holds()) {
        unchecked.addAll(document.unchecked());
        return true;
      }
      causes.addAll(document.causes());
      open.addAll(document.unchecked());
    }
    unchecked.addAll(open);
    return false;
  }

  /** Says whether a document of every kind holds; one of unknown kind may be any. */
  private static boolean holdAll(
      Question question, List<JudgedEvidence> own, Set<Cause> causes, Set<Cause> unchecked) {
    boolean isWhole = true;
    for (String kind : question.evidenceKinds()) {
      List<JudgedEvidence> fit =
          own.stream()
              .filter(document -> document.evidence().kind().map(kind::equals).orElse(true))
              .toList();
      isWhole &= holds(fit, causes, unchecked);
    }
    if (!isWhole && own.stream().anyMatch(d -> d.causes().contains(Cause.WRONG_KIND))) {
      causes.add(Cause.WRONG_KIND);
    }
    return isWhole;
  }

  /** One document and what is wrong with it on the day. */
  private final class Document {
    private final Evidence evidence;
    private final EnumSet<Cause> faults = EnumSet.noneOf(Cause.class);
    private final EnumSet<Cause> skipped = EnumSet.noneOf(Cause.class);
    private final List<Cause> faultList;
    private final List<Cause> skippedList;

    Document(Evidence evidence, Map<String, Evidence> byId) {
      this.evidence = evidence;
      if (evidence
          .lastStatus(edition, last)
          .filter(status -> status.ruling() == Evidence.Ruling.REJECTED)
          .isPresent()) {
        faults.add(Cause.REJECTED);
      }
      check(Cause.RECEIVED_LATE, evidence.received().map(day::isBefore));
      check(
          Cause.NOT_YET_VALID,
          Stream.of(evidence.validFrom(), evidence.issued())
              .flatMap(Optional::stream)
              .max(Comparator.naturalOrder())
              .map(day::isBefore));
      if (evidence.supersededBy().isPresent()) {
        Optional<LocalDate> since =
            Optional.ofNullable(byId.get(evidence.supersededBy().get())).flatMap(Evidence::issued);
        if (since.filter(day::isBefore).isEmpty()) {
          faults.add(Cause.SUPERSEDED);
        }
      }
      check(Cause.EXPIRED, evidence.validUntil().map(day::isAfter));
      age();
      faultList = List.copyOf(faults);
      skippedList = List.copyOf(skipped);
    }

    private void age() {
      if (evidence.kind().isEmpty()) {
        skipped.add(Cause.OUTSIDE_PERIOD);
        return;
      }
      EvidenceKind kind = kinds.get(evidence.kind().get());
      if (kind != null && kind.age().isPresent()) {
        LocalDate earliest = day.minusMonths(kind.age().get().months());
        check(Cause.OUTSIDE_PERIOD, evidence.issued().map(earliest::isAfter));
      }
    }

    private void check(Cause cause, Optional<Boolean> isFaulty) {
      if (isFaulty.isEmpty()) {
        skipped.add(cause);
      } else if (isFaulty.get()) {
        faults.add(cause);
      }
    }

    /** Returns what is wrong with it for a question, and what could not be checked. */
    JudgedEvidence judged(Question question) {
      boolean isAsked =
          evidence.kind().map(question.evidenceKinds()::contains).orElse(true)
              || question.evidenceKinds().isEmpty();
      boolean isUnknown = evidence.kind().isEmpty() && !question.evidenceKinds().isEmpty();
      return new JudgedEvidence(
          evidence,
          isAsked ? faultList : with(faults, Cause.WRONG_KIND),
          isUnknown ? with(skipped, Cause.WRONG_KIND) : skippedList);
    }

    private List<Cause> with(EnumSet<Cause> causes, Cause further) {
      EnumSet<Cause> all = EnumSet.copyOf(causes);
      all.add(further);
      return List.copyOf(all);
    }
  }
}
