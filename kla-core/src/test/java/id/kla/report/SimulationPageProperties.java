package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Share;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.simulation.Estimate;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalOutcome;
import id.kla.simulation.SurvivalPart;
import id.kla.simulation.SurvivalRow;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Laws of the page of how sure a score is: its figures, read back, are those of the report. */
class SimulationPageProperties {

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.answerSheets());
  }

  /** Every claim is struck one time of four, by itself; drawn, so that all can be told quickly. */
  private static SimulationReport report(ScoredAssessment scored, long seed) {
    List<SurvivalRow> rows = new ArrayList<>();
    rows.add(row(new SurvivalOutcome.Holds(), "75%"));
    rows.add(row(new SurvivalOutcome.Struck(), "25%"));
    Survival survival = Survival.of(scored.edition(), rows);
    return SimulationReport.sampled(
        scored,
        survival,
        Optional.empty(),
        SimulationReport.sampler(scored, survival.check(scored).orThrow(), seed).sample(0, 200));
  }

  private static SurvivalRow row(SurvivalOutcome outcome, String chance) {
    return new SurvivalRow(
        SurvivalPart.EVERYTHING, outcome, Share.parse(chance), SurvivalRow.Tie.NONE);
  }

  private static Elements rows(Document page, String caption) {
    return Pages.table(page, caption).select("tbody tr:not(.group)");
  }

  /** Of 200 draws every chance is half a percent or more, and none lies on a rounding. */
  private static void same(String told, Estimate estimate) {
    double percent = Double.parseDouble(told.substring(0, told.indexOf('%')));
    assertThat(percent).isCloseTo(100 * estimate.chance(), Offset.offset(1e-9));
  }

  @Property(tries = 20)
  void figures_readBackFromThePage_areThoseOfTheReport(
      @ForAll("sheets") Assessment sheet, @ForAll long seed) {
    ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet);
    SimulationReport report = report(scored, seed);
    SimulationReport.Figures figures = report.figures();

    Document page = Jsoup.parse(HtmlPage.write(SimulationPage.of(report, Language.ENGLISH)));

    if (figures.tiers().size() > 1) {
      Elements tiers = rows(page, "Just this predicate, and this or a higher one");
      assertThat(tiers).hasSize(figures.tiers().size());
      for (int i = 0; i < tiers.size(); i++) {
        List<Element> cells = tiers.get(i).select("td");
        same(cells.get(0).text(), figures.tiers().get(i).exactly());
        if (i > 0) {
          same(cells.get(1).text(), figures.tiers().get(i).orHigher());
        }
      }
    }
    Elements bins = rows(page, "How likely totals are");
    assertThat(bins).hasSize(figures.bins().size());
    for (int i = 0; i < bins.size(); i++) {
      same(bins.get(i).expectFirst("td").text(), figures.bins().get(i).chance());
    }
    Elements quantiles = rows(page, "How high the total gets");
    List<Points> told =
        quantiles.stream().map(row -> Points.parse(row.expectFirst("td").text())).toList();
    assertThat(told).isEqualTo(List.copyOf(figures.quantiles().values()));
  }
}
