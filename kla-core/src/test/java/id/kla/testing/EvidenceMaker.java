package id.kla.testing;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Age;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Question;
import id.kla.edition.Role;
import id.kla.edition.Stage;
import id.kla.points.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes agencies, evidence and findings. */
final class EvidenceMaker {

  private static final LocalDate DAY = Generators.DAY;

  private static final List<String> AGENCIES = List.of("DINKES", "DISDIK", "DP3A");

  private final Choices choices;
  private final Edition edition;

  EvidenceMaker(Choices choices, Edition edition) {
    this.choices = choices;
    this.edition = edition;
  }

  void addTo(Assessment.Builder sheet) {
    List<Agency> agencies = agencies();
    sheet.agencies(agencies).evidence(evidence(agencies)).findings(findings());
  }

  /** One agency may hold several roles, and a role may be nobody's or that of two. */
  private List<Agency> agencies() {
    List<Agency> agencies = new ArrayList<>();
    for (String code : choices.someOf(AGENCIES, 0, AGENCIES.size())) {
      List<String> roles = edition.roles().stream().map(Role::code).toList();
      agencies.add(
          Agency.builder().code(code).roles(choices.someOf(roles, 0, roles.size())).build());
    }
    return agencies;
  }

  /**
   * None, one or two documents a question.
   *
   * @param agencies who may hold them
   */
  List<Evidence> evidence(List<Agency> agencies) {
    AtomicInteger number = new AtomicInteger();
    List<Evidence> evidence = new ArrayList<>();
    for (Question question : edition.questions()) {
      evidence.addAll(
          choices.listOf(0, 2, () -> document("E" + number.getAndIncrement(), question, agencies)));
    }
    return evidence;
  }

  private Evidence document(String id, Question question, List<Agency> agencies) {
    Evidence.Builder document = Evidence.builder().id(id).addQuestions(question.code());
    Optional<EvidenceKind> kind =
        edition.evidenceKinds().isEmpty() || choices.weighted(3, 1) == 1
            ? Optional.empty()
            : Optional.of(choices.oneOf(edition.evidenceKinds()));
    document.kind(kind.map(EvidenceKind::code));
    if (!agencies.isEmpty() && choices.onceIn(2)) {
      document.agency(choices.oneOf(agencies).code());
    }
    if (choices.onceIn(2)) {
      LocalDate issued = choices.oneOf(days(kind.flatMap(EvidenceKind::age)));
      document.issued(issued);
      if (choices.onceIn(2)) {
        LocalDate received = DAY.plusDays(choices.between(0, 1));
        document.received(issued.isAfter(received) ? issued : received);
      }
    }
    if (choices.onceIn(4)) {
      document.validFrom(DAY.minusDays(1)).validUntil(DAY.plusDays(choices.between(0, 2) - 1L));
    }
    if (choices.onceIn(3)) {
      document.putStatus(
          choices.oneOf(edition.stages()).code(),
          Evidence.Status.of(
              choices.oneOf(List.of(Evidence.Ruling.ACCEPTED, Evidence.Ruling.REJECTED))));
    }
    return document.build();
  }

  /** On and next to the day of the look, and the day that is too old then. */
  private static List<LocalDate> days(Optional<Age> oldest) {
    LocalDate bound = DAY.minusMonths(oldest.map(Age::months).orElse(24));
    return List.of(DAY, DAY.minusDays(1), DAY.plusDays(1), bound, bound.minusDays(1));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    boolean isFirst = true;
    for (Stage stage : edition.stages()) {
      if (stage.judging() == Stage.Judging.OTHERS) {
        for (Question question : edition.questions()) {
          if (choices.weighted(1, isFirst ? 2 : 1) == 1) {
            findings.add(finding(question, stage));
          }
        }
        isFirst = false;
      }
    }
    return findings;
  }

  private Finding finding(Question question, Stage stage) {
    Finding.Builder finding = Finding.builder().question(question.code()).stage(stage.code());
    return switch (choices.between(0, 2)) {
      case 0 -> finding.ruling(Finding.Ruling.UPHELD).build();
      case 1 -> finding.ruling(Finding.Ruling.STRUCK).build();
      default ->
          finding
              .ruling(Finding.Ruling.REVISED)
              .points(Points.ofUnits(question.maximum().units() / choices.between(1, 3)))
              .build();
    };
  }
}
