package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.assessment.Finding;
import id.kla.edition.Age;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.EvidenceKind;
import id.kla.edition.Indicator;
import id.kla.edition.Need;
import id.kla.edition.Origin;
import id.kla.edition.Question;
import id.kla.edition.Stage;
import id.kla.edition.WithoutEvidence;
import id.kla.fault.Label;
import id.kla.points.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of what counts by which view. */
class ViewProperties {

  private static final LocalDate DAY = LocalDate.parse("2023-06-30");
  private static final View EVIDENCED = View.evidenced(DAY);
  private static final List<String> KINDS = List.of("decree", "photo", "report");

  @Provide
  Arbitrary<Assessment> sheets() {
    return EditionArbitraries.assessments()
        .flatMap(sheet -> Arbitraries.randomValue(random -> dressed(sheet, random)));
  }

  // Sheets with evidence and findings

  private static Assessment dressed(Assessment bare, Random random) {
    Edition edition = edition(bare.edition(), random);
    Assessment.Builder sheet = Assessment.builder().from(bare).edition(edition);
    Optional<Stage> judging =
        edition.stages().stream()
            .filter(stage -> stage.judging() == Stage.Judging.OTHERS)
            .findFirst();
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
                  .build());
        }
        indicators.add(Indicator.builder().from(indicator).questions(questions).build());
      }
      clusters.add(Cluster.builder().from(cluster).indicators(indicators).build());
    }
    return Edition.builder()
        .from(bare)
        .clusters(clusters)
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

  // Laws

  private static Stream<ScoredNode> nodes(ScoredNode node) {
    return Stream.concat(Stream.of(node), node.children().stream().flatMap(ViewProperties::nodes));
  }

  private static Optional<View> verified(Assessment sheet) {
    return sheet.findings().stream().findFirst().map(finding -> View.verified(finding.stage()));
  }

  @Property(tries = 300)
  void score_anyView_addsUpAtEveryNode(@ForAll("sheets") Assessment sheet) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<View> views = new ArrayList<>(List.of(View.claimed(), EVIDENCED));
    verified(sheet).ifPresent(views::add);

    for (View view : views) {
      nodes(engine.score(sheet, view))
          .filter(node -> !node.children().isEmpty())
          .forEach(
              node -> {
                Points sum = Points.sum(node.children().stream().map(ScoredNode::points).toList());
                assertThat(node.sum()).isEqualTo(sum);
                assertThat(node.points()).isEqualTo(sum.minus(node.cap()));
                assertThat(node.atLeast()).isLessThanOrEqualTo(node.points());
                assertThat(node.points()).isLessThanOrEqualTo(node.atMost());
              });
    }
  }

  @Property(tries = 300)
  void score_evidenced_isNeverAboveClaimed(@ForAll("sheets") Assessment sheet) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<ScoredNode> claimed = nodes(engine.score(sheet)).toList();
    List<ScoredNode> evidenced = nodes(engine.score(sheet, EVIDENCED)).toList();

    for (int i = 0; i < claimed.size(); i++) {
      assertThat(evidenced.get(i).points()).isLessThanOrEqualTo(claimed.get(i).points());
      assertThat(evidenced.get(i).atMost()).isLessThanOrEqualTo(claimed.get(i).atMost());
    }
  }

  /** Where what a stage let stand had evidence, and no revision went up. */
  @Property(tries = 300)
  void score_verified_isNeverAboveEvidencedButForItsTwoGains(@ForAll("sheets") Assessment sheet) {
    Optional<View> view = verified(sheet);
    if (view.isEmpty()) {
      return;
    }
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<ScoredQuestion> evidenced = engine.score(sheet, EVIDENCED).questions();
    List<ScoredQuestion> verified = engine.score(sheet, view.get()).questions();

    for (int i = 0; i < verified.size(); i++) {
      ScoredQuestion before = evidenced.get(i);
      ScoredQuestion after = verified.get(i);
      boolean isAccepted = before.state().orElseThrow() != State.SETTLED;
      boolean isRaised = after.points().compareTo(after.claim()) > 0;
      if (!isAccepted && !isRaised) {
        assertThat(after.points()).isLessThanOrEqualTo(before.points());
      }
    }
  }

  @Property(tries = 300)
  void score_evidenced_isWhatASlowReadingOfTheRulesSays(@ForAll("sheets") Assessment sheet) {
    for (ScoredQuestion node :
        ScoringEngine.of(sheet.edition()).score(sheet, EVIDENCED).questions()) {
      State state = node.state().orElseThrow();
      Statistics.label("state").collect(state);
      if (state == State.UNANSWERED || state == State.NOT_APPLICABLE) {
        continue;
      }
      assertThat(state == State.SETTLED)
          .as(node + " " + node.causes())
          .isEqualTo(node.claim().isZero() || isBorne(sheet, node.question()));
      assertThat(node.causes()).isSorted();
      assertThat(node.causes().isEmpty()).isEqualTo(state == State.SETTLED);
    }
  }

  private static boolean isBorne(Assessment sheet, Question question) {
    List<Evidence> sound =
        sheet.evidence().stream()
            .filter(document -> document.questions().contains(question.code()))
            .filter(document -> isSound(sheet.edition(), document))
            .toList();
    List<String> asked = question.evidenceKinds();
    if (asked.isEmpty()) {
      return sheet.edition().withoutKinds() == WithoutEvidence.COUNTS || !sound.isEmpty();
    }
    Stream<String> wanted = asked.stream();
    return question.evidenceNeed() == Need.ALL
        ? wanted.allMatch(kind -> sound.stream().anyMatch(d -> isOf(d, kind)))
        : wanted.anyMatch(kind -> sound.stream().anyMatch(d -> isOf(d, kind)));
  }

  private static boolean isOf(Evidence document, String kind) {
    return document.kind().isEmpty() || document.kind().get().equals(kind);
  }

  private static boolean isSound(Edition edition, Evidence document) {
    Optional<Evidence.Status> last =
        edition.stages().stream()
            .flatMap(stage -> Optional.ofNullable(document.status().get(stage.code())).stream())
            .reduce((first, second) -> second);
    boolean isOld =
        document.kind().filter("photo"::equals).isPresent()
            && document.issued().filter(d -> d.plusMonths(24).isBefore(DAY)).isPresent();
    return last.filter(status -> status.ruling() == Evidence.Ruling.REJECTED).isEmpty()
        && !isOld
        && document.issued().filter(DAY::isBefore).isEmpty()
        && document.received().filter(DAY::isBefore).isEmpty()
        && document.validFrom().filter(DAY::isBefore).isEmpty()
        && document.validUntil().filter(DAY::isAfter).isEmpty();
  }

  @Property(tries = 100)
  void score_claimedView_isThePlainScore(@ForAll("sheets") Assessment sheet) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());

    assertThat(engine.score(sheet, View.claimed()).digests())
        .isEqualTo(engine.score(sheet).digests());
  }
}
