package id.kla.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.points.Points;
import id.kla.scoring.EvidenceArbitraries;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.State;
import id.kla.scoring.View;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of breakdowns: they add up to the whole with their CAP rows. */
class DifferenceProperties {

  @Provide
  Arbitrary<Assessment> sheets() {
    return EvidenceArbitraries.sheets();
  }

  /** Every claim, what has evidence, and what the first stage left that found anything. */
  private static List<ScoredAssessment> results(Assessment sheet) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<ScoredAssessment> results = new ArrayList<>();
    results.add(engine.score(sheet));
    results.add(engine.score(sheet, View.evidenced(EvidenceArbitraries.DAY)));
    sheet.findings().stream()
        .findFirst()
        .ifPresent(found -> results.add(engine.score(sheet, View.verified(found.stage()))));
    return results;
  }

  @Property(tries = 300)
  void of_anyTwoViews_addsUpHoweverItIsGrouped(@ForAll("sheets") Assessment sheet) {
    for (ScoredAssessment before : results(sheet)) {
      for (ScoredAssessment after : results(sheet)) {
        Difference difference = Difference.of(before, after);

        Points change = after.now().total().minus(before.now().total());
        assertThat(difference.change()).isEqualTo(change);
        assertThat(Points.sum(difference.rows().stream().map(Difference.Row::change).toList()))
            .isEqualTo(change);
        assertThat(Points.sum(difference.by(Difference.Row::cluster).values().stream().toList()))
            .isEqualTo(change);
        assertThat(
                Points.sum(difference.by(row -> row.kind().toString()).values().stream().toList()))
            .isEqualTo(change);
        difference
            .by(Difference.Row::indicator)
            .forEach(
                (code, points) ->
                    assertThat(points)
                        .isEqualTo(
                            after.indicator(code).points().minus(before.indicator(code).points())));
      }
    }
  }

  @Property(tries = 300)
  void of_twoViews_isTheReverseOfTheirReverse(@ForAll("sheets") Assessment sheet) {
    List<ScoredAssessment> results = results(sheet);
    ScoredAssessment one = results.get(0);
    ScoredAssessment other = results.get(results.size() - 1);

    assertThat(Difference.of(one, other).change())
        .isEqualTo(Points.ZERO.minus(Difference.of(other, one).change()));
    assertThat(Difference.of(one, one).rows()).isEmpty();
  }

  @Property(tries = 300)
  void of_claimedAndEvidenced_losesToCausesOnly(@ForAll("sheets") Assessment sheet) {
    List<ScoredAssessment> results = results(sheet);

    for (Difference.Row row : Difference.of(results.get(0), results.get(1)).rows()) {
      assertThat(row.kind()).isIn(Difference.Kind.CAUSE, Difference.Kind.CAP);
      assertThat(row.change().signum()).isEqualTo(row.kind() == Difference.Kind.CAUSE ? -1 : 1);
      assertThat(row.cause().isPresent()).isEqualTo(row.kind() == Difference.Kind.CAUSE);
    }
  }

  @Property(tries = 300)
  void agencyRisk_anySheet_addsUpToTheRegion(@ForAll("sheets") Assessment sheet) {
    List<ScoredAssessment> results = results(sheet);

    AgencyRisk risk = AgencyRisk.of(results.get(0), results.get(1));

    assertThat(Points.sum(risk.shares().stream().map(AgencyRisk.Share::atRisk).toList()))
        .isEqualTo(risk.total().plus(risk.cap()));
    assertThat(risk.shares().stream().mapToInt(AgencyRisk.Share::led).sum())
        .isEqualTo(sheet.edition().questions().size());
    assertThat(risk.shares()).isSortedAccordingTo((a, b) -> b.atRisk().compareTo(a.atRisk()));
    for (AgencyRisk.Share share : risk.shares()) {
      assertThat(share.evidenced()).isLessThanOrEqualTo(share.answered());
      assertThat(share.answered()).isLessThanOrEqualTo(share.led());
    }
  }

  /** Whoever completes alone wins what waits, and no more than the caps leave. */
  @Property(tries = 300)
  void agencyRisk_alone_liesBetweenEvidencedAndMost(@ForAll("sheets") Assessment sheet) {
    List<ScoredAssessment> results = results(sheet);
    ScoredAssessment evidenced = results.get(1);
    boolean hasLost = !evidenced.questions(State.LOST).isEmpty();

    for (AgencyRisk.Share share : AgencyRisk.of(results.get(0), evidenced).shares()) {
      assertThat(share.alone()).isGreaterThanOrEqualTo(evidenced.now().total());
      assertThat(share.alone()).isLessThanOrEqualTo(results.get(0).now().total());
      if (!hasLost && share.atRisk().isZero()) {
        assertThat(share.alone()).isEqualTo(evidenced.now().total());
      }
    }
  }
}
