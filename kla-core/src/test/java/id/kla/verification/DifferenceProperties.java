package id.kla.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.Evidence;
import id.kla.edition.Question;
import id.kla.fault.FaultCode;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredQuestion;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.State;
import id.kla.scoring.View;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Laws of breakdowns: they add up to the whole with their CAP rows. */
class DifferenceProperties {

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.assessments());
  }

  @Provide
  Arbitrary<Assessment> capped() {
    return KlaArbitraries.of(Generators.cappedAssessments());
  }

  /** Every claim, what has evidence, and what the first stage left that found anything. */
  private static List<ScoredAssessment> results(Assessment sheet) {
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    List<ScoredAssessment> results = new ArrayList<>();
    results.add(engine.score(sheet));
    results.add(engine.score(sheet, View.evidenced(Generators.DAY)));
    sheet.findings().stream()
        .findFirst()
        .ifPresent(found -> results.add(engine.score(sheet, View.verified(found.stage()))));
    return results;
  }

  @Property(tries = 120)
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

  @Property(tries = 120)
  void of_twoViews_isTheReverseOfTheirReverse(@ForAll("sheets") Assessment sheet) {
    List<ScoredAssessment> results = results(sheet);
    ScoredAssessment one = results.get(0);
    ScoredAssessment other = results.get(results.size() - 1);

    assertThat(Difference.of(one, other).change())
        .isEqualTo(Points.ZERO.minus(Difference.of(other, one).change()));
    assertThat(Difference.of(one, one).rows()).isEmpty();
  }

  @Property(tries = 120)
  void of_claimedAndEvidenced_losesToCausesOnly(@ForAll("sheets") Assessment sheet) {
    List<ScoredAssessment> results = results(sheet);

    for (Difference.Row row : Difference.of(results.get(0), results.get(1)).rows()) {
      assertThat(row.kind()).isIn(Difference.Kind.CAUSE, Difference.Kind.CAP);
      assertThat(row.change().signum()).isEqualTo(row.kind() == Difference.Kind.CAUSE ? -1 : 1);
      assertThat(row.cause().isPresent()).isEqualTo(row.kind() == Difference.Kind.CAUSE);
    }
  }

  /** Shares and caps, on editions of every kind and on those in which every indicator is capped. */
  @Property(tries = 120)
  void agencyRisk_anySheet_addsUpToTheRegion(@ForAll("sheets") Assessment sheet) {
    addsUp(sheet);
  }

  @Property(tries = 120)
  void agencyRisk_everyIndicatorCapped_addsUpToTheRegion(@ForAll("capped") Assessment sheet) {
    addsUp(sheet);
  }

  private static void addsUp(Assessment sheet) {
    List<ScoredAssessment> results = results(sheet);

    AgencyRisk risk = AgencyRisk.of(Difference.of(results.get(0), results.get(1)));

    assertThat(Points.sum(risk.shares().stream().map(RiskShare::atRisk).toList()))
        .isEqualTo(risk.total().plus(risk.cap()));
    assertThat(risk.total())
        .isEqualTo(results.get(0).now().total().minus(results.get(1).now().total()));
    assertThat(risk.shares().stream().mapToInt(RiskShare::led).sum())
        .isEqualTo(sheet.edition().questions().size());
    assertThat(risk.shares()).isSortedAccordingTo((a, b) -> b.atRisk().compareTo(a.atRisk()));
    for (RiskShare share : risk.shares()) {
      assertThat(share.evidenced()).isLessThanOrEqualTo(share.answered());
      assertThat(share.accepted()).isLessThanOrEqualTo(share.answered());
      assertThat(share.answered()).isLessThanOrEqualTo(share.led());
    }
  }

  /** The generator makes what the laws are about. */
  @Property(tries = 120)
  void capped_isCapped(@ForAll("capped") Assessment sheet) {
    boolean isCapped =
        ScoringEngine.of(sheet.edition()).score(sheet).indicators().stream()
            .anyMatch(indicator -> indicator.cap().signum() > 0);
    long leads =
        sheet.edition().indicators().stream()
            .mapToLong(
                indicator -> indicator.questions().stream().map(Question::lead).distinct().count())
            .max()
            .orElse(0);

    Statistics.label("cap").collect(isCapped);
    Statistics.label("leads").collect(leads > 1);
    Statistics.label("cap")
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 25));
    Statistics.label("leads")
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
  }

  /** Whoever completes alone wins what waits, and no more than the caps leave. */
  @Property(tries = 120)
  void agencyRisk_alone_liesBetweenEvidencedAndMost(@ForAll("capped") Assessment sheet) {
    List<ScoredAssessment> results = results(sheet);
    ScoredAssessment evidenced = results.get(1);
    boolean hasLost = !evidenced.questions(State.LOST).isEmpty();
    AgencyRisk risk = AgencyRisk.of(Difference.of(results.get(0), evidenced));

    for (RiskShare share : risk.shares()) {
      Points alone = share.recoverableAlone().total();
      assertThat(alone).isGreaterThanOrEqualTo(evidenced.now().total());
      assertThat(alone).isLessThanOrEqualTo(results.get(0).now().total());
      if (share.atRisk().isZero()) {
        assertThat(alone).isEqualTo(evidenced.now().total());
      }
    }
    if (!hasLost) {
      assertThat(risk.recoverable(risk.shares())).isEqualTo(results.get(0).now());
    }
  }

  /** What a report says without a document is what a score without it says. */
  @Property(tries = 150)
  void weaknesses_documentOnWhichMuchHangs_isMissedByThatMuch(@ForAll("sheets") Assessment sheet) {
    EvidenceReport report =
        EvidenceReport.of(
            sheet,
            EvidenceCheck.builder()
                .asOf(Generators.DAY)
                .heaviestDocument(Points.ofUnits(1))
                .build());
    ScoringEngine engine = ScoringEngine.of(sheet.edition());
    Map<String, Points> found = new HashMap<>();
    for (Weakness weakness : report.weaknesses()) {
      if (weakness.fault().code() == FaultCode.HEAVY_DOCUMENT) {
        found.put(weakness.fault().place().in(Language.ENGLISH), weakness.atStake());
      }
    }

    for (Evidence evidence : sheet.evidence()) {
      Assessment without =
          Assessment.builder()
              .from(sheet)
              .evidence(sheet.evidence().stream().filter(each -> each != evidence).toList())
              .build();
      Points missed =
          report
              .evidenced()
              .points()
              .minus(engine.score(without, report.evidenced().view()).points());
      assertThat(
              found.getOrDefault(sheet.edition().id() + ", evidence " + evidence.id(), Points.ZERO))
          .isEqualTo(missed);
    }
  }

  @Property(tries = 150)
  void weaknesses_anySheet_areInOrderAndWithinTheClaim(@ForAll("sheets") Assessment sheet) {
    EvidenceReport report =
        EvidenceReport.of(
            sheet,
            EvidenceCheck.builder()
                .asOf(Generators.DAY)
                .putStageDates(
                    sheet.edition().stages().get(sheet.edition().stages().size() - 1).code(),
                    Generators.DAY.plusMonths(1))
                .build());

    assertThat(report.weaknesses())
        .isSortedAccordingTo((a, b) -> b.atStake().compareTo(a.atStake()));
    for (Weakness weakness : report.weaknesses()) {
      assertThat(weakness.atStake()).isGreaterThanOrEqualTo(Points.ZERO);
      assertThat(weakness.atStake())
          .isLessThanOrEqualTo(
              Points.sum(
                  report.claimed().questions().stream().map(ScoredQuestion::claim).toList()));
    }
  }
}
