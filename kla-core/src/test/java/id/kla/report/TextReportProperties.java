package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.edition.Edition;
import id.kla.edition.Editions;
import id.kla.edition.Ladder;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.Reconciliation;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class TextReportProperties {

  private static final Edition KLA_2024 = Editions.kla2024();
  private static final Pattern LACKING = Pattern.compile("([0-9]+\\.[0-9]{2}) more to");
  private static final Pattern SPARE = Pattern.compile("(?m)^  ([0-9]+\\.[0-9]{2,4}) kept above");

  /** Totals all over the ladder, and many on and next to its bounds. */
  @Provide
  Arbitrary<Points> totals() {
    Arbitrary<Long> nextToABound =
        Arbitraries.of(0L, 500L, 600L, 700L, 800L, 900L, 1000L)
            .flatMap(
                bound ->
                    Arbitraries.longs().between(-150, 150).map(units -> bound * 10_000 + units));
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.longs().between(0, 10_000_000)), Tuple.of(2, nextToABound))
        .filter(units -> units >= 0 && units <= 10_000_000)
        .map(Points::ofUnits);
  }

  @Property(tries = 500)
  void whatIsLacking_reachesTheNextTier_andIsLessThanAHundredthTooMuch(
      @ForAll("totals") Points total) {
    Ladder ladder = KLA_2024.ladder();
    Optional<Points> lacking = amount(LACKING, total);

    assertThat(lacking.isPresent()).isEqualTo(ladder.tierAbove(total).isPresent());
    lacking.ifPresent(
        points -> {
          Tier next = ladder.tierAbove(total).orElseThrow();
          Points reached = total.plus(points);
          assertThat(reached).isGreaterThanOrEqualTo(next.least());
          assertThat(reached).isLessThan(next.least().plus(Points.parse("0.01")));
        });
  }

  @Property(tries = 500)
  void whatIsSpare_keepsTheTier_andIsLessThanAHundredthTooLittle(@ForAll("totals") Points total) {
    Ladder ladder = KLA_2024.ladder();

    amount(SPARE, total)
        .ifPresent(
            points -> {
              Tier held = ladder.tierOf(total).orElseThrow();
              Points left = total.minus(points);
              assertThat(ladder.tierOf(left)).contains(held);
              assertThat(left).isLessThan(held.least().plus(Points.parse("0.01")));
            });
    assertThat(amount(SPARE, total).isPresent()).isEqualTo(!ladder.spare(total).isZero());
  }

  private static Optional<Points> amount(Pattern pattern, Points total) {
    Matcher matcher = pattern.matcher(TextReport.ladder(KLA_2024, total, Language.ENGLISH));
    return matcher.find() ? Optional.of(Points.parse(matcher.group(1))) : Optional.empty();
  }

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.answerSheets());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void reportOfAnySheet_isFinishedText(
      @ForAll("sheets") Assessment sheet, @ForAll Language language) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);

    for (String report :
        List.of(
            TextReport.score(scored, language),
            TextReport.reconciliation(Reconciliation.of(scored), language))) {
      assertThat(report).isNotBlank().endsWith(".\n").doesNotContain("{", "}", "null", "Optional");
      assertThat(report.lines()).noneMatch(line -> line.endsWith(" "));
    }
  }
}
