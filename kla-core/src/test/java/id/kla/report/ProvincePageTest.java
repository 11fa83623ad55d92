package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.Area;
import id.kla.rollup.Ranking;
import id.kla.rollup.RegionResult;
import id.kla.rollup.RollUp;
import id.kla.rollup.RollUpReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ProvincePageTest {

  private static final Area YOGYAKARTA = Area.parse("34");

  private static RegionResult declared(String region, String round, String stage) {
    DeclaredResult.Builder result = DeclaredResult.builder();
    result
        .region(RegionCode.parse(region))
        .round(Round.parse(round))
        .stage(stage)
        .tier("MADYA")
        .source("made for an example");
    return RegionResult.of(result.build(), Editions.kla2024(), Place.unknown());
  }

  private static RegionResult declared(String region, String total) {
    DeclaredResult.Builder result = DeclaredResult.builder();
    result
        .region(RegionCode.parse(region))
        .round(Round.of(2023))
        .stage("final")
        .total(Points.parse(total))
        .source("made for an example");
    return RegionResult.of(result.build(), Editions.kla2024(), Place.unknown());
  }

  /** Yogyakarta has five regions: one below 500, two at 650, one at 750, of one nothing. */
  private static final RollUpReport MADE =
      RollUpReport.of(
          RollUp.of(
              List.of(
                  declared("34.01", "650"),
                  declared("34.02", "650"),
                  declared("34.03", "480.5"),
                  declared("34.04", "750"))),
          YOGYAKARTA);

  private static Document page(RollUpReport report, Language language) {
    return Jsoup.parse(HtmlPage.write(ProvincePage.of(report, language)));
  }

  private static List<String> rows(Document page, String caption) {
    Element table =
        page.select("table").stream()
            .filter(each -> each.select("caption").text().startsWith(caption))
            .findFirst()
            .orElseThrow();
    return table.select("tbody tr").stream()
        .map(row -> String.join("|", row.select("th, td").eachText()))
        .toList();
  }

  @Test
  void of_province_saysFirstHowManyHoldAPredicateAndWhetherItIsProvila() {
    Document page = page(MADE, Language.ENGLISH);

    assertThat(page.select("dl.answer dd").eachText())
        .contains("3 of 5", "results of 4 of 5", "not met", "650.00", "of 4 totals");
    assertThat(page.select("p.note").text()).contains("not the ministry's");
    assertThat(page.select("main > ul li").eachText()).contains("source of 4: made for an example");
  }

  @Test
  void of_province_countsRegionsByPredicateWithThoseThatAreNotKnown() {
    assertThat(rows(page(MADE, Language.ENGLISH), "Regencies and cities by predicate"))
        .containsExactly(
            "none|1", "PRATAMA|0", "MADYA|2", "NINDYA|1", "UTAMA|0", "KLA|0", "not known|1");
  }

  @Test
  void of_province_namesWhoHoldsWhat() {
    assertThat(rows(page(MADE, Language.ENGLISH), "Who holds what"))
        .containsExactly(
            "NINDYA|Kabupaten Sleman",
            "MADYA|Kabupaten Kulon Progo, Kabupaten Bantul",
            "none|Kabupaten Gunungkidul");
  }

  @Test
  void of_province_ranksEqualTotalsAlikeAndSaysWhatIsMissing() {
    assertThat(rows(page(MADE, Language.ENGLISH), "Ranking by total"))
        .containsExactly(
            "Kabupaten Sleman|1|750.00|NINDYA|50.01 more to UTAMA",
            "Kabupaten Kulon Progo|2|650.00|MADYA|50.01 more to NINDYA",
            "Kabupaten Bantul|2|650.00|MADYA|50.01 more to NINDYA",
            "Kabupaten Gunungkidul|4|480.50|none|19.50 more to PRATAMA");
  }

  /** 650 can become 0 to 720, 600 only 600 to 640, and 500 stays. */
  @Test
  void of_openTotals_saysBetweenWhichRanksRegionsCanEnd() {
    Document page =
        page(
            report(
                scored("34.01", "650", "0", "720"),
                scored("34.02", "600", "600", "640"),
                scored("34.03", "500", "500", "500")),
            Language.ENGLISH);

    assertThat(rows(page, "Ranking by total"))
        .containsExactly(
            "Kabupaten Kulon Progo|1|1 to 3|650.00|0.00 to 720.00|MADYA|50.01 more to NINDYA",
            "Kabupaten Bantul|2|1 to 2|600.00|600.00 to 640.00|PRATAMA|0.01 more to MADYA",
            "Kabupaten Gunungkidul|3|2 to 3|500.00|500.00|PRATAMA|100.01 more to MADYA");
    assertThat(page.select("main > p").eachText())
        .anyMatch(text -> text.startsWith("Not all is decided yet."));
  }

  /** Ranges that say nothing are one sentence, as are those that are not known or have no width. */
  @Test
  void of_totalsWithoutRanges_saysWhyInASentence() {
    RegionResult published = declared("34.01", "650");

    assertThat(
            page(
                    report(scored("34.01", "650", "0", "700"), scored("34.02", "600", "0", "650")),
                    Language.ENGLISH)
                .text())
        .contains("each region can end at any of these ranks");
    assertThat(
            page(
                    report(
                        scored("34.01", "650", "650", "650"), scored("34.02", "600", "600", "600")),
                    Language.ENGLISH)
                .text())
        .contains("Nothing is open in these totals any more");
    assertThat(page(report(published), Language.ENGLISH).text())
        .contains("By the totals of the last stage, as they were published.");
    assertThat(
            page(
                    report(RegionResult.builder().from(published).stage("self").build()),
                    Language.ENGLISH)
                .text())
        .contains("What these totals can still become is not known");
  }

  private static RollUpReport report(RegionResult... results) {
    return RollUpReport.of(RollUp.of(List.of(results)), YOGYAKARTA);
  }

  private static RegionResult scored(String region, String total, String least, String greatest) {
    RegionResult declared = declared(region, total);
    return RegionResult.builder()
        .from(declared)
        .kind(RegionResult.Kind.SCORED)
        .stage("self")
        .bounds(new Ranking.Bounds(Points.parse(least), Points.parse(greatest)))
        .build();
  }

  @Test
  void of_province_namesWhoStandsInTheWayOfProvilaTheNearestFirst() {
    assertThat(rows(page(MADE, Language.ENGLISH), "In the way: 2"))
        .containsExactly("Kabupaten Gunungkidul|holds no award|19.50", "Kota Yogyakarta|no result");
  }

  /** Of four of the five nothing is known: together they are one row. */
  @Test
  void of_manyRegionsWithoutResult_areOneRowAndNamedOnce() {
    RollUpReport report =
        RollUpReport.of(RollUp.of(List.of(declared("34.03", "480.5"))), YOGYAKARTA);

    Document page = page(report, Language.ENGLISH);

    assertThat(rows(page, "In the way: 5"))
        .containsExactly(
            "Kabupaten Gunungkidul|holds no award|19.50",
            "4 regencies and cities, named above|no result");
    assertThat(page.select("main > p").eachText())
        .contains(
            "No result of 4: Kabupaten Kulon Progo, Kabupaten Bantul, Kabupaten Sleman,"
                + " Kota Yogyakarta.");
  }

  /** A rule of Provila stands for some rounds; none is known for 2018. */
  @Test
  void of_severalRounds_beginsWithTheNewestAndJudgesEachByTheRuleOfItsRound() {
    RollUpReport report =
        RollUpReport.of(
            RollUp.of(
                List.of(
                    declared("34.01", "2018", "final"),
                    declared("34.01", "2023", "final"),
                    declared("34.01", "2023", "self"))),
            YOGYAKARTA);

    Document page = page(report, Language.ENGLISH);

    assertThat(page.select("h2").eachText())
        .containsExactly(
            "Round 2023, self-assessment", "Round 2023, final stage", "Round 2018, final stage");
    assertThat(page.select("h3").eachText())
        .filteredOn(heading -> heading.startsWith("Provila"))
        .containsExactly(
            "Provila by the rule provila-2019",
            "Provila by the rule provila-2019",
            "Provila (child-friendly province)");
    assertThat(page.select("main > p").eachText())
        .filteredOn(text -> text.startsWith("Only results of the last stage"))
        .hasSize(1);
  }

  @Test
  void of_selfAssessments_saysThatTheirPredicatesAreNotDecided() {
    DeclaredResult.Builder self = DeclaredResult.builder();
    self.region(RegionCode.parse("34.01"))
        .round(Round.of(2023))
        .stage("self")
        .total(Points.parse("934.2"))
        .source("made for an example");
    RollUpReport report =
        RollUpReport.of(
            RollUp.of(List.of(RegionResult.of(self.build(), Editions.kla2024(), Place.unknown()))),
            YOGYAKARTA);

    assertThat(page(report, Language.ENGLISH).select("dl.answer dt").eachText())
        .contains("With a predicate by points, which is not decided");
  }

  @Test
  void of_nation_tellsProvincesInsteadOfRegionsInTheWay() {
    RollUpReport nation = RollUpReport.of(MADE.rollUp(), Area.nation());

    Document page = page(nation, Language.INDONESIAN);

    assertThat(page.title()).isEqualTo("Indonesia: kabupaten dan kota sekilas");
    assertThat(page.select("dl.answer dd").eachText()).contains("3 dari 514");
    assertThat(page.select("caption").eachText())
        .noneMatch(caption -> caption.startsWith("Yang menghalangi"));
  }

  @Test
  void of_unreadDocuments_saysThatTheyAreMissing() {
    RollUpReport report = RollUpReport.of(MADE.rollUp(), YOGYAKARTA, 2, Map.of());

    assertThat(page(report, Language.ENGLISH).select("p.note").eachText())
        .contains("2 documents could not be read and are missing here");
  }

  @Test
  void of_noResults_saysSo() {
    RollUpReport report = RollUpReport.of(RollUp.empty(), YOGYAKARTA);

    assertThat(Stream.of(page(report, Language.ENGLISH).select("p").text()))
        .allMatch(text -> text.contains("no result to roll up"));
  }
}
