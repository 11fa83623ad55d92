package id.kla.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.assessment.StatedTotals;
import id.kla.edition.Cluster;
import id.kla.edition.Indicator;
import id.kla.points.Points;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReconciliationProperties {

  private static final int TRIES = 150;

  /** Sheets that state some totals: right ones, and such as lie next to them or far away. */
  @Provide
  Arbitrary<Assessment> stating() {
    return KlaArbitraries.of(Generators.answerSheets())
        .flatMap(
            sheet -> Arbitraries.randomValue(random -> with(sheet, stated(score(sheet), random))));
  }

  private static ScoredAssessment score(Assessment sheet) {
    return ScoringEngine.of(sheet.edition()).score(sheet);
  }

  private static Assessment with(Assessment sheet, StatedTotals stated) {
    return Assessment.builder().from(sheet).stated(stated).build();
  }

  private static StatedTotals stated(ScoredAssessment scored, Random random) {
    int percent = List.of(0, 50, 100).get(random.nextInt(3));
    StatedTotals.Builder stated = StatedTotals.builder();
    if (random.nextInt(100) < percent) {
      stated.total(near(scored, random));
    }
    scored.clusters().stream()
        .filter(cluster -> random.nextInt(100) < percent)
        .forEach(cluster -> stated.putClusters(cluster.code(), near(cluster, random)));
    scored.indicators().stream()
        .filter(indicator -> random.nextInt(100) < percent)
        .forEach(indicator -> stated.putIndicators(indicator.code(), near(indicator, random)));
    return stated.build();
  }

  private static Points near(ScoredNode node, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> node.points();
      case 1 -> node.points().plus(Points.SMALLEST);
      case 2 -> node.sum();
      default -> Points.ofUnits(random.nextInt(1_000_000));
    };
  }

  private static Points differences(Reconciliation reconciled, Predicate<ScoredNode> kind) {
    return Points.sum(
        reconciled.rows().stream()
            .filter(row -> kind.test(row.node()))
            .map(Reconciliation.Row::difference)
            .toList());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void differences_sumToTheDifferenceOfTheTotals(@ForAll("stating") Assessment sheet) {
    Reconciliation reconciled = Reconciliation.of(score(sheet));
    Points asAnswered = reconciled.asAnswered();

    assertThat(asAnswered.plus(differences(reconciled, ScoredIndicator.class::isInstance)))
        .isEqualTo(reconciled.indicatorsAsStated().total());
    assertThat(asAnswered.plus(differences(reconciled, ScoredCluster.class::isInstance)))
        .isEqualTo(reconciled.clustersAsStated().total());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void differenceOfACluster_isThatFromItsPartsAndThoseOfItsParts(
      @ForAll("stating") Assessment sheet) {
    Reconciliation reconciled = Reconciliation.of(score(sheet));

    for (ScoredCluster cluster : reconciled.scored().clusters()) {
      Points ofParts = differences(reconciled, cluster.indicators()::contains);
      reconciled
          .find(cluster)
          .ifPresent(
              row ->
                  assertThat(row.difference()).isEqualTo(row.differenceFromParts().plus(ofParts)));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void rows_areWhatIsStatedInTheOrderOfTheEdition(@ForAll("stating") Assessment sheet) {
    Reconciliation reconciled = Reconciliation.of(score(sheet));
    StatedTotals stated = sheet.stated();
    List<String> clusters = sheet.edition().clusters().stream().map(Cluster::code).toList();
    List<String> indicators = sheet.edition().indicators().stream().map(Indicator::code).toList();

    assertThat(codes(reconciled, ScoredCluster.class::isInstance))
        .isEqualTo(clusters.stream().filter(stated.clusters()::containsKey).toList());
    assertThat(codes(reconciled, ScoredIndicator.class::isInstance))
        .isEqualTo(indicators.stream().filter(stated.indicators()::containsKey).toList());
    assertThat(codes(reconciled, ScoredAssessment.class::isInstance))
        .hasSize(stated.total().isPresent() ? 1 : 0);
    assertThat(reconciled.clustersAsStated().unstated())
        .isEqualTo(clusters.stream().filter(c -> !stated.clusters().containsKey(c)).toList());
    assertThat(reconciled.indicatorsAsStated().unstated())
        .isEqualTo(indicators.stream().filter(i -> !stated.indicators().containsKey(i)).toList());
  }

  private static List<String> codes(Reconciliation reconciled, Predicate<ScoredNode> kind) {
    return reconciled.rows().stream()
        .map(Reconciliation.Row::node)
        .filter(kind)
        .map(ScoredNode::code)
        .toList();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void sheetThatStatesWhatItScores_hasNoRowThatDiffersAndOneTotal(
      @ForAll("stating") Assessment sheet) {
    ScoredAssessment scored = score(sheet);
    StatedTotals.Builder right = StatedTotals.builder();
    right.total(scored.points());
    scored.clusters().forEach(cluster -> right.putClusters(cluster.code(), cluster.points()));
    scored.indicators().forEach(i -> right.putIndicators(i.code(), i.points()));

    Reconciliation reconciled = Reconciliation.of(score(with(sheet, right.build())));

    assertThat(reconciled.differing()).isEmpty();
    assertThat(List.of(reconciled.indicatorsAsStated(), reconciled.clustersAsStated()))
        .containsOnly(new Reconciliation.Reading(reconciled.asAnswered(), List.of()));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void statedTotals_changeNoPoints(@ForAll("stating") Assessment sheet) {
    assertThat(Reconciliation.of(score(sheet)).asAnswered())
        .isEqualTo(score(with(sheet, StatedTotals.none())).points());
  }
}
