package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.edition.Edition;
import id.kla.edition.Tier;
import id.kla.fault.Language;
import id.kla.points.Share;
import id.kla.scoring.OganIlir;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoringEngine;
import id.kla.scoring.TinyEdition;
import id.kla.simulation.SimulationReport;
import id.kla.simulation.Survival;
import id.kla.simulation.SurvivalModel;
import id.kla.simulation.SurvivalOutcome;
import id.kla.simulation.SurvivalPart;
import id.kla.simulation.SurvivalRow;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The tiny sheet has 15.3333; without its indicator 1, which falls one time of four, 5.3333. */
class SimulationPageTest {

  private static final Edition TINY = TinyEdition.EDITION;
  private static final ScoredAssessment SCORED =
      ScoringEngine.of(TINY).score(TinyEdition.sheet("first"));
  private static final Optional<Tier> SILVER = TINY.ladder().findTier("SILVER");

  private static SurvivalRow row(
      String part, SurvivalOutcome outcome, String chance, SurvivalRow.Tie tie) {
    return new SurvivalRow(SurvivalPart.of(TINY, part), outcome, Share.parse(chance), tie);
  }

  private static final Survival SURVIVAL =
      Survival.of(
          TINY,
          List.of(
              row("*", new SurvivalOutcome.Holds(), "100%", SurvivalRow.Tie.NONE),
              row("indicator 1", new SurvivalOutcome.Holds(), "75%", SurvivalRow.Tie.REGION),
              row("indicator 1", new SurvivalOutcome.Struck(), "25%", SurvivalRow.Tie.REGION)));

  private static Document page(SimulationReport report, Language language) {
    return Jsoup.parse(HtmlPage.write(SimulationPage.of(report, language)));
  }

  private static Document page(Language language) {
    return page(SimulationReport.exact(SCORED, SURVIVAL, SILVER).orElseThrow(), language);
  }

  private static List<String> answer(Document page) {
    return page.select("dl.answer dt, dl.answer dd").eachText();
  }

  @Test
  void of_exact_saysFirstTheChanceOfTheTier() {
    Document page = page(Language.ENGLISH);

    assertThat(page.title()).isEqualTo("Kabupaten Ogan Ilir · How sure is the score? KLA 2023");
    assertThat(answer(page))
        .containsExactly(
            "Chance of SILVER or higher",
            "75.0%",
            "claimed now: 15.3333 (SILVER)",
            "Most likely predicate",
            "SILVER",
            "chance 75.0%",
            "Total to expect",
            "12.83",
            "9 of 10 from 5.3333 to 15.3333");
    assertThat(page.select("p.note").eachText().get(0)).startsWith("Computed by kla");
    assertThat(page.select("p.note").eachText().get(1))
        .startsWith("Chances of survival from 3 rows of its own")
        .endsWith("a scenario, not a forecast.");
    assertThat(page.select("main > p").eachText())
        .contains("Exact: computed over every total that is possible, nothing was drawn.");
  }

  @Test
  void of_exactInIndonesian_isIndonesian() {
    Document page = page(Language.INDONESIAN);

    assertThat(answer(page))
        .contains(
            "Peluang SILVER atau lebih tinggi",
            "75,0%",
            "12,83",
            "9 dari 10 antara 5,3333 dan" + " 15,3333");
    assertThat(Pages.rows(page, "Setinggi apa nilainya"))
        .containsExactly("5%|5,3333", "25%|5,3333", "50%|15,3333", "75%|15,3333", "95%|15,3333");
  }

  @Test
  void of_exact_tellsEachPredicate() {
    Document page = page(Language.ENGLISH);

    assertThat(Pages.rows(page, "Just this predicate, and this or a higher one"))
        .containsExactly(
            "no predicate|0.0%|", "BRONZE|25.0%|100.0%", "SILVER|75.0%|75.0%", "GOLD|0.0%|0.0%");
    // The likelier of both is 136 units high, the other one a third of that.
    assertThat(page.select("svg.drawing").get(0).select("rect").eachAttr("height"))
        .containsExactly("45.3333", "136");
  }

  @Test
  void of_exact_drawsHowTotalsSpreadWithinPredicates() {
    Document page = page(Language.ENGLISH);

    List<String> rows = Pages.rows(page, "How likely totals are");
    assertThat(rows).startsWith("BRONZE|", "5.3333 - 6|25.0%", ">6 - 7|0.0%");
    assertThat(rows).endsWith(">15 - 15.3333|75.0%").contains("SILVER|");
    assertThat(page.select("svg.drawing").get(1).select("rect").eachAttr("height"))
        .containsExactly("45.3333", "136");
    assertThat(page.select("svg.drawing").get(1).select("text.halo").eachText())
        .containsExactly("BRONZE", "SILVER");
  }

  @Test
  void of_exact_saysWhatMatters() {
    assertThat(Pages.rows(page(Language.ENGLISH), "What questions share"))
        .containsExactly("what the region shares|100.0%|0.0%|100.0%");
  }

  @Test
  void of_sheetOfWhichNothingIsUncertain_saysSo() {
    Survival holds =
        Survival.of(
            TINY, List.of(row("*", new SurvivalOutcome.Holds(), "100%", SurvivalRow.Tie.NONE)));

    Document page =
        page(SimulationReport.exact(SCORED, holds, SILVER).orElseThrow(), Language.ENGLISH);

    assertThat(answer(page)).contains("100.0%", "15.33");
    assertThat(page.select("main > p").eachText()).contains("Nothing is uncertain.");
  }

  @Test
  void of_withoutATarget_saysTheOtherThings() {
    Document page =
        page(
            SimulationReport.exact(SCORED, SURVIVAL, Optional.empty()).orElseThrow(),
            Language.ENGLISH);

    assertThat(answer(page)).startsWith("Most likely predicate", "SILVER");
    assertThat(page.select("h2").eachText()).doesNotContain("What matters most");
  }

  /** Indicator 1 alone falls, so that the mean is 5.3333 and 10 for each draw that keeps it. */
  @Test
  void of_sample_tellsDrawsSeedAndErrors() {
    SimulationReport report =
        SimulationReport.sampled(
            SCORED,
            SURVIVAL,
            SILVER,
            SimulationReport.sampler(SCORED, SURVIVAL.check(SCORED).orThrow(), 11).sample(0, 400));
    long kept = report.count(report.target().orElseThrow().orHigher());

    Document page = page(report, Language.ENGLISH);

    // Of 400 draws a quarter of a percent is one.
    String chance = page.expectFirst("dl.answer dd.value").text();
    assertThat(answer(page).get(2)).matches("± \\d\\.\\d\\d%; claimed now: 15\\.3333 \\(SILVER\\)");
    assertThat(Double.parseDouble(chance.substring(0, chance.indexOf('%'))))
        .isCloseTo(kept / 4.0, Offset.offset(0.05001));
    assertThat(page.select("main > p").eachText())
        .anyMatch(text -> text.startsWith("Sampled: 400 draws with seed 11;"))
        .anyMatch(text -> text.startsWith("Expected total ") && text.contains(" ± "))
        .contains("Estimated from 8192 draws with the same seed.");
  }

  @Test
  void of_publishedPairs_namesThemAsNoSample() {
    ScoredAssessment scored =
        ScoringEngine.of(OganIlir.selfAssessment().edition()).score(OganIlir.selfAssessment());

    Document page =
        page(
            SimulationReport.exact(
                    scored,
                    Survival.of(scored.edition(), SurvivalModel.published()),
                    Optional.empty())
                .orElseThrow(),
            Language.ENGLISH);

    assertThat(page.select("p.note").eachText().get(1))
        .contains("from 4 pairs", "They are no sample of regions");
    assertThat(page.select("main > ul li").eachText())
        .hasSize(4)
        .allMatch(pair -> pair.contains(" at stage "));
  }
}
