package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kla.assessment.DeclaredResult;
import id.kla.assessment.Round;
import id.kla.edition.Editions;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.HistoryReport;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HistoryPageTest {

  private static DeclaredResult declared(
      String region, String round, String stage, String total, String tier) {
    DeclaredResult.Builder result = DeclaredResult.builder();
    result
        .region(RegionCode.parse(region))
        .round(Round.parse(round))
        .stage(stage)
        .total(Optional.of(total).filter(text -> !text.isEmpty()).map(Points::parse))
        .tier(Optional.of(tier).filter(text -> !text.isEmpty()))
        .source("a page");
    return result.build();
  }

  /** Kediri, as published: Madya in five rounds, one total, and the self-score after them. */
  private static final HistoryReport KEDIRI =
      HistoryReport.of(
          Editions.kla2024(),
          List.of(
              declared("35.71", "2018", "final", "", "Madya"),
              declared("35.71", "2019", "final", "", "Madya"),
              declared("35.71", "2021", "final", "", "Madya"),
              declared("35.71", "2022", "final", "", "Madya"),
              declared("35.71", "2023", "final", "600.36", "Madya"),
              declared("35.71", "2024", "self", "934.2", "")),
          List.of());

  private static Document page(HistoryReport report) {
    return Jsoup.parse(HtmlPage.write(HistoryPage.of(report, Language.ENGLISH)));
  }

  private static List<String> rows(Document page, int table) {
    return page.select("table").get(table).select("tbody tr").stream()
        .map(row -> String.join("|", row.select("th, td").eachText()))
        .toList();
  }

  @Test
  void of_oneRegion_saysFirstWhatItHoldsAndHowLong() {
    Document page = page(KEDIRI);

    assertThat(page.title()).isEqualTo("Kota Kediri (35.71): round by round");
    assertThat(page.select("dl.answer dt").eachText())
        .containsExactly("Last known predicate", "Total", "Evaluations in a row");
    assertThat(page.select("dl.answer dd").eachText())
        .contains("MADYA", "600.36", "5", "MADYA at each, 2018 to 2023");
  }

  @Test
  void of_oneRegion_drawsEachStageAndAlsoTellsItInATable() {
    Document page = page(KEDIRI);

    assertThat(rows(page, 0))
        .containsExactly(
            "2018|not known|MADYA",
            "2019|not known|MADYA",
            "2021|not known|MADYA",
            "2022|not known|MADYA",
            "2023|not known|600.36 MADYA",
            "2024/2025|934.20 KLA by points; only the last stage decides|not known");
    assertThat(page.select("svg.drawing")).hasSize(1);
  }

  /** 150 + 455.5 = 605.5; 165 + 475.5 = 640.5; together 35 more, of which cluster K 15. */
  @Test
  void of_twoKnownTotals_drawsWhatTheChangeIsMadeOf() {
    DeclaredResult before = declared("35.71", "2022", "final", "605.5", "");
    DeclaredResult after = declared("35.71", "2023", "final", "640.5", "");
    HistoryReport report =
        HistoryReport.of(
            Editions.kla2024(), List.of(with(before, "150"), with(after, "165")), List.of());

    Document page = page(report);

    assertThat(page.select("caption").eachText()).contains("2022 → 2023: 605.50 → 640.50, +35.00");
    assertThat(rows(page, 1))
        .contains("cluster K|15.00", "not attributed: only totals are known|20.00", "total|35.00");
  }

  private static DeclaredResult with(DeclaredResult result, String institution) {
    DeclaredResult.Builder changed = DeclaredResult.builder();
    changed.from(result).putClusters("K", Points.parse(institution));
    return changed.build();
  }

  @Test
  void of_severalRegions_headsEachAndShowsWhereTheyWent() {
    HistoryReport report =
        HistoryReport.of(
            Editions.kla2024(),
            List.of(
                declared("35.71", "2022", "final", "", "MADYA"),
                declared("35.71", "2023", "final", "", "NINDYA"),
                declared("35.78", "2022", "final", "", "NINDYA"),
                declared("35.78", "2023", "final", "", "NINDYA")),
            List.of());

    Document page =
        page(
            report.withTransitions(
                RegionCode.parse("35"), new HistoryReport.Rounds(Round.of(2022), Round.of(2023))));

    assertThat(page.title()).isEqualTo("Provinsi Jawa Timur: round by round");
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "Movement from 2022 to 2023", "Kota Kediri (35.71)", "Kota Surabaya (35.78)");
    assertThat(rows(page, 0))
        .containsExactly("MADYA|1|1", "NINDYA|1|1", "not known|36|36", "total|2|36|38");
    assertThat(page.select("main > ul li").eachText())
        .contains("1 rose: Kota Kediri", "0 fell", "1 stayed");
  }

  @Test
  void of_nothing_saysSo() {
    Document page = page(HistoryReport.of(Editions.kla2024(), List.of(), List.of()));

    assertThat(page.select("p.note").eachText()).containsExactly("Nothing is known.");
  }
}
