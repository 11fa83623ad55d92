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
  private final List<Stage> stages;
  private final Map<QuestionCode, List<Document>> documents = new HashMap<>();
  private final Map<String, EvidenceKind> kinds = new HashMap<>();

  EvidenceJudge(Assessment assessment, LocalDate day, Optional<Stage> last) {
    this.edition = assessment.edition();
    this.day = day;
    int count =
        last.map(stage -> edition.stages().indexOf(stage) + 1).orElse(edition.stages().size());
    this.stages = edition.stages().subList(0, count);
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
      return settled(claim, List.of());
    }
    List<Document> own = documents.getOrDefault(question.code(), List.of());
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Set<Cause> unchecked = EnumSet.noneOf(Cause.class);
    boolean holds =
        (question.evidenceNeed() == Need.ALL && !question.evidenceKinds().isEmpty())
            ? holdAll(question, own, causes, unchecked)
            : holds(question, own, causes, unchecked);
    if (holds) {
      return settled(claim, List.copyOf(unchecked));
    }
    List<Cause> ordered = List.copyOf(causes);
    State state = ordered.get(0).isFinal() ? State.LOST : State.PENDING;
    return new Verdict(state, claim, ordered, List.copyOf(unchecked), Optional.empty());
  }

  private static Verdict settled(Points claim, List<Cause> unchecked) {
    return new Verdict(State.SETTLED, claim, List.of(), unchecked, Optional.empty());
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
  private boolean holds(
      Question question, List<Document> own, Set<Cause> causes, Set<Cause> unchecked) {
    if (own.isEmpty()) {
      causes.add(Cause.NO_EVIDENCE);
      return false;
    }
    Set<Cause> open = EnumSet.noneOf(Cause.class);
    for (Document document : own) {
      Set<Cause> skipped = EnumSet.noneOf(Cause.class);
      Set<Cause> faults = document.faults(question, skipped);
      if (faults.isEmpty()) {
        unchecked.addAll(skipped);
        return true;
      }
      causes.addAll(faults);
      open.addAll(skipped);
    }
    unchecked.addAll(open);
    return false;
  }

  /** Says whether a document of every kind holds; one of unknown kind may be any. */
  private boolean holdAll(
      Question question, List<Document> own, Set<Cause> causes, Set<Cause> unchecked) {
    boolean isWhole = true;
    for (String kind : question.evidenceKinds()) {
      List<Document> fit =
          own.stream()
              .filter(d -> d.evidence.kind().isEmpty() || d.evidence.kind().get().equals(kind))
              .toList();
      isWhole &= holds(question, fit, causes, unchecked);
    }
    boolean isStrange =
        own.stream()
            .anyMatch(
                d ->
                    d.evidence.kind().isPresent()
                        && !question.evidenceKinds().contains(d.evidence.kind().get()));
    if (!isWhole && isStrange) {
      causes.add(Cause.WRONG_KIND);
    }
    return isWhole;
  }

  /** One document and what is wrong with it on the day. */
  private final class Document {
    private final Evidence evidence;
    private final Set<Cause> faults = EnumSet.noneOf(Cause.class);
    private final Set<Cause> skipped = EnumSet.noneOf(Cause.class);

    Document(Evidence evidence, Map<String, Evidence> byId) {
      this.evidence = evidence;
      if (isRejected()) {
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
    }

    private boolean isRejected() {
      for (int i = stages.size() - 1; i >= 0; i--) {
        Evidence.Status status = evidence.status().get(stages.get(i).code());
        if (status != null) {
          return status.ruling() == Evidence.Ruling.REJECTED;
        }
      }
      return false;
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

    /** Returns what is wrong with it for a question; what can't be checked goes to {@code open}. */
    Set<Cause> faults(Question question, Set<Cause> open) {
      open.addAll(skipped);
      Set<Cause> all = EnumSet.noneOf(Cause.class);
      all.addAll(faults);
      if (!question.evidenceKinds().isEmpty()) {
        if (evidence.kind().isEmpty()) {
          open.add(Cause.WRONG_KIND);
        } else if (!question.evidenceKinds().contains(evidence.kind().get())) {
          all.add(Cause.WRONG_KIND);
        }
      }
      return all;
    }
  }
}
