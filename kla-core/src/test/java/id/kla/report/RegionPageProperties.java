package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.Assessment;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredCluster;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.View;
import id.kla.testing.Generators;
import id.kla.testing.jqwik.KlaArbitraries;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Laws of the page of a region: its figures, read back, are those of the results. */
class RegionPageProperties {

  @Provide
  Arbitrary<Assessment> sheets() {
    return KlaArbitraries.of(Generators.assessments());
  }

  private static List<View> views(Assessment sheet) {
    return List.of(View.claimed(), View.evidenced(Generators.DAY), View.latest(sheet));
  }

  private static Points points(Element cell) {
    return cell.text().isEmpty() ? Points.ZERO : Points.parse(cell.text());
  }

  @Property(tries = 40)
  void figures_readBackFromThePage_areThoseOfTheResult(@ForAll("sheets") Assessment sheet) {
    for (View view : views(sheet)) {
      ScoredAssessment scored = ScoringEngine.of(sheet.edition()).score(sheet, view);

      Document page =
          Jsoup.parse(HtmlPage.write(RegionPage.of(RegionResults.of(scored), Language.ENGLISH)));

      assertThat(points(page.expectFirst("dl.answer dd.value"))).isEqualTo(scored.now().total());
      Element clusters = page.expectFirst("table.drawn");
      for (int i = 0; i < scored.clusters().size(); i++) {
        ScoredCluster cluster = scored.clusters().get(i);
        Element row = clusters.select("tbody tr").get(i);
        assertThat(points(row.expectFirst("td[data-of=held]"))).isEqualTo(cluster.points());
        assertThat(points(row.expectFirst("td[data-of=maximum]"))).isEqualTo(cluster.maximum());
      }
      for (Element row : clusters.select("tbody tr")) {
        Points pieces = Points.ZERO;
        for (Element cell : row.select("td:not([data-of=capped])")) {
          pieces = pieces.plus(points(cell));
        }
        // The maximum stands among them, and is what the others add up to.
        assertThat(Points.ofUnits(pieces.units() / 2))
            .isEqualTo(points(row.expectFirst("td[data-of=maximum]")));
      }
    }
  }

  @Property(tries = 20)
  void page_ofTheSameSheet_isTheSameBytes(@ForAll("sheets") Assessment sheet) {
    for (View view : views(sheet)) {
      ScoredAssessment one = ScoringEngine.of(sheet.edition()).score(sheet, view);
      ScoredAssessment other = ScoringEngine.of(sheet.edition()).score(sheet, view);

      assertThat(HtmlPage.write(RegionPage.of(RegionResults.of(one), Language.INDONESIAN)))
          .isEqualTo(HtmlPage.write(RegionPage.of(RegionResults.of(other), Language.INDONESIAN)));
    }
  }
}
