package id.kla.scoring;

import id.kla.assessment.Agency;
import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Age;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Indicator;
import id.kla.edition.Ladder;
import id.kla.edition.Need;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.Role;
import id.kla.edition.Stage;
import id.kla.edition.WithoutEvidence;
import id.kla.fault.Label;
import id.kla.points.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Sheets with evidence and findings in which the hard cases occur. */
public final class EvidenceArbitraries {

  /** The day around which the days of documents lie. */
  public static final LocalDate DAY = LocalDate.parse("2023-06-30");

  private static final List<String> KINDS = List.of("decree", "photo", "report");

  private static final List<String> ROLES = List.of("health", "school", "pppa");

  private EvidenceArbitraries() {}

  private static Optional<String> maybe(List<String> codes, Random random) {
    int index = random.nextInt(codes.size() + 1);
    return index == codes.size() ? Optional.empty() : Optional.of(codes.get(index));
  }

  /** Sheets, each of an edition of its own, with documents, findings, agencies and roles. */
  public static Arbitrary<Assessment> sheets() {
    return EditionArbitraries.assessments()
        .flatMap(sheet -> Arbitraries.randomValue(random -> dressed(sheet, random)));
  }

  /** The same with each indicator's maximum below what its questions can earn, if they are two. */
  public static Arbitrary<Assessment> capped() {
    return sheets()
        .map(sheet -> Assessment.builder().from(sheet).edition(capped(sheet.edition())).build())
        .flatMap(EditionArbitraries::underSomeLadder);
  }

  private static Edition capped(Edition edition) {
    List<Cluster> clusters = new ArrayList<>();
    for (Cluster cluster : edition.clusters()) {
      List<Indicator> indicators = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        Points sum = Points.sum(indicator.questions().stream().map(Question::maximum).toList());
        indicators.add(
            Indicator.builder()
                .from(indicator)
                .maximum(Points.ofUnits(Math.max(1, sum.units() / 4)))
                .build());
      }
      clusters.add(Cluster.builder().from(cluster).indicators(indicators).build());
    }
    return Edition.builder()
        .from(edition)
        .clusters(clusters)
        .ladder(new Ladder(List.of()))
        .requirements(List.of())
        .build();
  }

  private static Assessment dressed(Assessment bare, Random random) {
    Edition edition = edition(bare.edition(), random);
    Assessment.Builder sheet = Assessment.builder().from(bare).edition(edition);
    Optional<Stage> judging =
        edition.stages().stream()
            .filter(stage -> stage.judging() == Stage.Judging.OTHERS)
            .findFirst();
    // One agency may hold several roles, and a role may be nobody's.
    sheet.addAgencies(Agency.builder().code("DINKES").addRoles("health").build());
    if (random.nextBoolean()) {
      sheet.addAgencies(Agency.builder().code("DISDIK").addRoles("school", "pppa").build());
    }
    int number = 0;
    for (Question question : edition.questions()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        sheet.addEvidence(document("E" + number++, question, edition, random));
      }
      if (judging.isPresent() && random.nextInt(3) > 0) {
        sheet.addFindings(finding(question, judging.get(), random));
      }
    }
    return sheet.build();
  }

  private static Edition edition(Edition bare, Random random) {
    List<Cluster> clusters = new ArrayList<>();
    for (Cluster cluster : bare.clusters()) {
      List<Indicator> indicators = new ArrayList<>();
      for (Indicator indicator : cluster.indicators()) {
        List<Question> questions = new ArrayList<>();
        for (Question question : indicator.questions()) {
          questions.add(
              Question.builder()
                  .from(question)
                  .evidenceKinds(KINDS.subList(0, random.nextInt(3)))
                  .evidenceNeed(random.nextBoolean() ? Need.ANY : Need.ALL)
                  .lead(maybe(ROLES, random))
                  .supporting(maybe(ROLES, random).stream().toList())
                  .build());
        }
        indicators.add(Indicator.builder().from(indicator).questions(questions).build());
      }
      clusters.add(Cluster.builder().from(cluster).indicators(indicators).build());
    }
    return Edition.builder()
        .from(bare)
        .clusters(clusters)
        .roles(
            ROLES.stream()
                .map(role -> new Role(role, Label.of(role, role), List.of(), Origin.STATED))
                .toList())
        .evidenceKinds(
            KINDS.stream()
                .map(
                    kind ->
                        new EvidenceKind(
                            kind,
                            Label.of(kind, kind),
                            kind.equals("photo")
                                ? Optional.of(new Age(24, Origin.STATED))
                                : Optional.empty(),
                            Origin.STATED))
                .toList())
        .withoutKinds(random.nextBoolean() ? WithoutEvidence.COUNTS : WithoutEvidence.PENDING)
        .build();
  }

  /** Days lie around the bounds that count. */
  private static Evidence document(String id, Question question, Edition edition, Random random) {
    Evidence.Builder document = Evidence.builder().id(id).addQuestions(question.code());
    if (random.nextInt(4) > 0) {
      document.kind(KINDS.get(random.nextInt(3)));
    }
    List<LocalDate> days =
        List.of(
            DAY.minusMonths(24).minusDays(1),
            DAY.minusMonths(24),
            DAY.minusDays(1),
            DAY,
            DAY.plusDays(1));
    if (random.nextBoolean()) {
      LocalDate issued = days.get(random.nextInt(days.size()));
      document.issued(issued);
      if (random.nextBoolean()) {
        document.received(issued.isAfter(DAY) ? issued : days.get(random.nextInt(2) + 3));
      }
    }
    if (random.nextInt(4) == 0) {
      document.validFrom(DAY.minusDays(1)).validUntil(DAY.plusDays(random.nextInt(3) - 1));
    }
    if (random.nextInt(3) == 0) {
      Stage stage = edition.stages().get(random.nextInt(edition.stages().size()));
      document.putStatus(
          stage.code(),
          Evidence.Status.of(
              random.nextBoolean() ? Evidence.Ruling.ACCEPTED : Evidence.Ruling.REJECTED));
    }
    return document.build();
  }

  private static Finding finding(Question question, Stage stage, Random random) {
    Finding.Builder finding = Finding.builder().question(question.code()).stage(stage.code());
    return switch (random.nextInt(3)) {
      case 0 -> finding.ruling(Finding.Ruling.UPHELD).build();
      case 1 -> finding.ruling(Finding.Ruling.STRUCK).build();
      default ->
          finding
              .ruling(Finding.Ruling.REVISED)
              .points(Points.ofUnits(question.maximum().units() / (1 + random.nextInt(3))))
              .build();
    };
  }
}
