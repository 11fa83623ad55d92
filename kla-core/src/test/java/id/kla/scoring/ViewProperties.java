package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.edition.Edition;
import id.kla.edition.Need;
import id.kla.edition.Question;
import id.kla.edition.WithoutEvidence;
import id.kla.points.Points;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of what counts by which view. */
class ViewProperties {

  private static final LocalDate DAY = Generators.DAY;
  private static final View EVIDENCED = View.evidenced(DAY);

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.assessments());
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
  void parts_anyView_addUpToTheMaximum_andHoldWhatCounts(@ForAll("sheets") Assessment sheet) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<View> views = new ArrayList<>(List.of(View.claimed(), EVIDENCED));
    verified(sheet).ifPresent(views::add);

    for (View view : views) {
      nodes(engine.score(sheet, view))
          .forEach(
              node -> {
                PointParts parts = PointParts.of(node);
                assertThat(parts.maximum()).isEqualTo(node.maximum());
                assertThat(parts.held()).isEqualTo(node.points());
                assertThat(
                        Stream.of(
                            parts.pending(),
                            parts.lost(),
                            parts.inapplicable(),
                            parts.unclaimed(),
                            parts.cut()))
                    .allMatch(points -> points.signum() >= 0);
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
