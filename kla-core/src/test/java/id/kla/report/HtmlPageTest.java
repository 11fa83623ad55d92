package id.kla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kla.fault.Language;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  private static List<String> texts(Document html, String query) {
    return html.select(query).eachText();
  }

  @Test
  void write_page_hasItsLanguageAndOneTitle() {
    String html =
        HtmlPage.write(
            new Page(Language.INDONESIAN, "Kota Kediri", List.of(new Block.Heading(2, "Nilai"))));
    Document page = Jsoup.parse(html);

    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"id\">");
    assertThat(page.title()).isEqualTo("Kota Kediri");
    assertThat(texts(page, "h1")).containsExactly("Kota Kediri");
    assertThat(texts(page, "h2")).containsExactly("Nilai");
    assertThat(page.select("meta[charset]").attr("charset")).isEqualTo("utf-8");
  }

  @Test
  void write_highlights_putTheFigureBehindItsLabel() {
    Document page =
        Pages.html(
            new Block.Highlights(
                List.of(
                    new Block.Highlight("Score", "771.81", "of 1000"),
                    new Block.Highlight("Predicate", "NINDYA", ""))));

    assertThat(texts(page, "dl.answer dt")).containsExactly("Score", "Predicate");
    assertThat(texts(page, "dl.answer dd.value")).containsExactly("771.81", "NINDYA");
    assertThat(texts(page, "dl.answer dd:not(.value)")).containsExactly("of 1000");
  }

  @Test
  void write_table_hasCaptionAndScopes() {
    Document page =
        Pages.html(
            new PageTable(
                "Whom to call",
                List.of(PageTable.Column.words("Agency"), PageTable.Column.number("Points")),
                List.of(
                    PageTable.Row.of("Dinas Kesehatan", "37.85"),
                    PageTable.Row.of("All", "37.85").at(PageTable.Level.TOTAL))));

    assertThat(texts(page, "table caption")).containsExactly("Whom to call");
    assertThat(texts(page, "thead th[scope=col]")).containsExactly("Agency", "Points");
    assertThat(texts(page, "tbody th[scope=row]")).containsExactly("Dinas Kesehatan", "All");
    assertThat(texts(page, "tbody td.n")).containsExactly("37.85", "37.85");
    assertThat(texts(page, "tr.total th")).containsExactly("All");
  }

  @Test
  void write_stackedBars_drawEachPieceAsLongAsItsPointsAre() {
    Document page = Pages.html(Pages.stacked("bars"));

    // The longest bar has 20 points and 5 cut: 25 are the whole width.
    Element first = page.select("svg.bar").get(0);
    assertThat(first.select("rect").eachAttr("class"))
        .containsExactly(
            "piece held", "piece pending", "piece lost", "piece inapplicable", "piece unclaimed");
    assertThat(first.select("rect").eachAttr("x"))
        .containsExactly("0%", "40%", "48%", "56%", "64%");
    assertThat(first.select("rect").eachAttr("width"))
        .containsExactly("40%", "8%", "8%", "8%", "16%");
    Element second = page.select("svg.bar").get(1);
    assertThat(second.select("rect").eachAttr("class")).containsExactly("piece held", "piece cut");
    assertThat(second.select("rect").eachAttr("width")).containsExactly("80%", "20%");
  }

  @Test
  void write_stackedBars_tellTheSameFiguresInTheirRow() {
    Document page = Pages.html(Pages.stacked("bars"));

    assertThat(texts(page, "thead th.n"))
        .containsExactly(
            "held", "pending", "lost", "not applicable", "never claimed", "capped", "maximum");
    assertThat(texts(page, "tbody tr:first-child td.n"))
        .containsExactly("10.00", "2.00", "2.00", "2.00", "4.00", "20.00");
    assertThat(texts(page, "ul.legend li"))
        .containsExactly("held", "pending", "lost", "not applicable", "never claimed", "capped");
  }

  @Test
  void write_barsWithAnAmountBelowZero_beginWhereZeroIs() {
    Document page = Pages.html(Pages.bars("bars"));

    // From -2.5 to 7.5 are 10: zero lies at a quarter.
    assertThat(page.select("svg.bar rect").eachAttr("x")).containsExactly("25%", "0%");
    assertThat(page.select("svg.bar rect").eachAttr("width")).containsExactly("75%", "25%");
    assertThat(page.select("svg.bar line").eachAttr("x1")).containsExactly("25%", "25%");
    assertThat(texts(page, "td.n")).containsExactly("7.50", "-2.50");
  }

  @Test
  void write_waterfall_beginsEachChangeWhereTheOneBeforeEnds() {
    Document page = Pages.html(Pages.waterfall("stages"));

    assertThat(page.select("svg.bar rect").eachAttr("x")).containsExactly("0%", "60%", "60%", "0%");
    assertThat(page.select("svg.bar rect").eachAttr("width"))
        .containsExactly("80%", "20%", "5%", "65%");
    assertThat(page.select("svg.bar rect").eachAttr("class"))
        .containsExactly("piece held", "piece lost", "piece won", "piece held");
    assertThat(texts(page, "tbody td.n")).containsExactly("80.00", "-20.00", "+5.00", "65.00");
  }

  @Test
  void write_ladder_drawsTheTotalWithBothDistances() {
    Document page =
        Pages.html(
            new LadderChart(
                "Ladder",
                "A total.",
                Pages.ladder("BRONZE", "GOLD"),
                Points.parse("64.5"),
                Points.of(100)));

    Element drawing = page.expectFirst("svg.drawing");
    assertThat(drawing.attr("role")).isEqualTo("img");
    assertThat(drawing.attr("aria-labelledby")).isEqualTo("t1 d1");
    assertThat(drawing.select("title#t1").text()).isEqualTo("Ladder");
    assertThat(drawing.select("desc#d1").text()).isEqualTo("A total.");
    assertThat(drawing.select("text").eachText())
        .containsExactly(
            "no predicate",
            "0",
            "BRONZE",
            "50",
            "GOLD",
            "80",
            "100",
            "64.50",
            "↑ 15.51 more to GOLD",
            "↓ 14.50 before no predicate");
    assertThat(drawing.select("rect.here").size()).isEqualTo(1);
    // 240 units are 100 points: a total of 64.5 stands at 272 - 154.8.
    assertThat(drawing.select("path.pointer").attr("d")).startsWith("M159 117.2l");
    assertThat(texts(page, "details td"))
        .containsExactly(
            "above 80 up to and including 100",
            "15.51 more",
            "from 50 up to and including 80",
            "here: 64.50, 14.50 to spare",
            "below 50");
  }

  @Test
  void write_lines_joinOnlyNeighboursThatAreKnown() {
    Document page = Pages.html(Pages.lines("rounds", Pages.ladder("BRONZE", "GOLD")));

    assertThat(page.select("line.line.s0").size()).isEqualTo(2);
    assertThat(page.select("svg.drawing line.line.s0").size()).isEqualTo(1);
    assertThat(page.select("svg.drawing line.line.s1")).isEmpty();
    assertThat(page.select("svg.drawing rect.range").size()).isEqualTo(1);
    // 216 units are 100 points, below 14: 50 to 80 are 64.8 high.
    assertThat(page.select("svg.drawing rect.range").attr("y")).isEqualTo("57.2");
    assertThat(page.select("svg.drawing rect.range").attr("height")).isEqualTo("64.8");
    assertThat(texts(page, "details tbody tr:nth-child(3) td"))
        .containsExactly("not known", "not known");
  }

  @Test
  void write_columns_areAsHighAsTheirCounts() {
    Document page =
        Pages.html(
            new ColumnChart(
                "Regions",
                "",
                "Predicate",
                "Count",
                List.of(
                    new ColumnChart.Column("NINDYA", 16),
                    new ColumnChart.Column("UTAMA", 4),
                    new ColumnChart.Column("KLA", 0))));

    // The highest is 136 units high; a column that counts nothing is not there.
    assertThat(page.select("svg.drawing rect").eachAttr("height")).containsExactly("136", "34");
    assertThat(texts(page, "details td.n")).containsExactly("16", "4", "0");
    assertThat(page.expectFirst("svg.drawing").attr("aria-labelledby")).isEqualTo("t1");
  }

  private static ColumnChart.Column column(String label, String group, String chance) {
    return new ColumnChart.Column(label, group, new BigDecimal(chance), chance + "00%");
  }

  @Test
  void write_columnsOfChances_areDividedAndNamedByWhatTheyShare() {
    Document page =
        Pages.html(
            new ColumnChart(
                "Totals",
                "",
                "Total",
                "Chance",
                List.of(
                    column("0 - 50", "", "0.1"),
                    column("50 - 80", "BRONZE", "0.2"),
                    column("80 - 90", "GOLD", "0.3"),
                    column("90 - 100", "GOLD", "0.4"))));

    // 0.4 is 136 units high.
    assertThat(page.select("svg.drawing rect").eachAttr("height"))
        .containsExactly("34", "68", "102", "136");
    assertThat(page.select("svg.drawing line.rung")).hasSize(2);
    assertThat(texts(page, "svg.drawing text.halo")).containsExactly("BRONZE", "GOLD");
    assertThat(texts(page, "details tbody tr.group th")).containsExactly("BRONZE", "GOLD");
    assertThat(texts(page, "details tbody tr:not(.group) td"))
        .containsExactly("0.100%", "0.200%", "0.300%", "0.400%");
  }

  /** Twenty columns leave 16 units for each, and their figures stand upright. */
  @Test
  void write_manyColumns_tellTheirFiguresUprightAndEverySecondLabel() {
    List<ColumnChart.Column> many =
        IntStream.range(0, 20).mapToObj(i -> column("L" + i, "", "0.5")).toList();

    Document page = Pages.html(new ColumnChart("Totals", "", "Total", "Chance", many));

    assertThat(page.select("svg.drawing text[transform$=rotate(-90)]")).hasSize(20);
    assertThat(page.select("svg.drawing text[transform$=rotate(-40)]").eachText())
        .containsExactly("L0", "L2", "L4", "L6", "L8", "L10", "L12", "L14", "L16", "L18");
    assertThat(page.select("details tbody tr")).hasSize(20);
  }

  @Test
  void column_belowZero_isRefused() {
    assertThatThrownBy(() -> new ColumnChart.Column("a", -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount: found -1; allowed: from 0");
  }

  /** Thirty totals side by side have no room for a figure each; the last one has. */
  @Test
  void write_manyTotals_tellTheLastAndThoseThatHaveRoom() {
    List<String> years = IntStream.range(2000, 2030).mapToObj(Integer::toString).toList();
    List<Optional<LineChart.Reading>> readings =
        IntStream.range(0, 30)
            .mapToObj(i -> Optional.of(LineChart.Reading.of(Points.of(60 + i), "")))
            .toList();

    Document page =
        Pages.html(
            new LineChart(
                "Years",
                "",
                "Year",
                years,
                Pages.ladder("BRONZE", "GOLD"),
                Points.of(100),
                List.of(new LineChart.Series("plan", readings))));

    assertThat(page.select("svg.drawing path.mark")).hasSize(30);
    assertThat(texts(page, "svg.drawing text.halo"))
        .contains("89")
        .hasSizeBetween(8, 20)
        .doesNotHaveDuplicates();
  }

  @Test
  void write_seriesOfBarsAlone_hasABarInTheLegend() {
    Document page = Pages.html(Pages.lines("rounds", Pages.ladder("BRONZE", "GOLD")));

    assertThat(page.select("ul.legend svg path.mark")).hasSize(1);
    assertThat(page.select("ul.legend svg rect.range")).hasSize(1);
  }

  @Test
  void write_anything_fetchesNothingAndRunsNothing() {
    String html = HtmlPage.write(Pages.everywhere("x", Language.ENGLISH));
    Document page = Jsoup.parse(html);

    assertThat(page.select("script, link, iframe, object, embed, img, image, use, a, form"))
        .isEmpty();
    assertThat(page.select("[src], [href], [xlink:href], [style], [onload], [onclick]")).isEmpty();
    assertThat(html).doesNotContain("@import").doesNotContain("http:").doesNotContain("https:");
    assertThat(page.select("style").html().split("url\\(", -1))
        .hasSizeGreaterThan(1)
        .allSatisfy(part -> assertThat(part).matches("(?s)(\\s*:root|#[a-z]+\\)).*"));
    assertThat(page.select("meta[http-equiv]").attr("content"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
  }

  @Test
  void write_manyDrawings_giveNoIdTwice() {
    Document page = Jsoup.parse(HtmlPage.write(Pages.everywhere("x", Language.ENGLISH)));

    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates().contains("t1", "t2", "t3", "pending");
  }

  @Test
  void write_textOfScript_comesOutAsThatText() {
    Document page = Pages.html(new Block.Paragraph("<script>alert('1')</script> & \"x\""));

    assertThat(texts(page, "main p")).containsExactly("<script>alert('1')</script> & \"x\"");
  }

  @Test
  void write_charactersThatSteer_comeOutVisible() {
    Document page = Pages.html(new Block.Paragraph("a\u202eb\u0000c\u001bd\ud800e\uffffg\nh"));

    assertThat(texts(page, "main p")).containsExactly("a\\u202eb\\u0000c\\u001bd\\ud800e\ufffdg h");
  }

  @Test
  void write_nameOfTenThousandCharacters_isCut() {
    Document page =
        Pages.html(
            new PageTable(
                "t",
                List.of(PageTable.Column.words("h")),
                List.of(PageTable.Row.of("x".repeat(10_000)))));

    assertThat(texts(page, "tbody th")).containsExactly("x".repeat(400) + "…");
  }
}
