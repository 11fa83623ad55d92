package id.kla.report;

import id.kla.edition.Bound;
import id.kla.edition.Interval;
import id.kla.edition.Ladder;
import id.kla.edition.Origin;
import id.kla.edition.Tier;
import id.kla.fault.Label;
import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.scoring.PointParts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page with a block of every kind, which bears one text wherever a text can stand. */
final class Pages {

  /** Half of 20 is held, 2 each are pending, lost and not applicable, 4 were never claimed. */
  static final PointParts PARTS = parts("10", "2", "2", "2", "4", "0");

  /** As long as the other, and 5 more were cut. */
  static final PointParts CAPPED = parts("20", "0", "0", "0", "0", "5");

  private Pages() {}

  static PointParts parts(
      String held, String pending, String lost, String inapplicable, String rest, String cut) {
    return new PointParts(
        Points.parse(held),
        Points.parse(pending),
        Points.parse(lost),
        Points.parse(inapplicable),
        Points.parse(rest),
        Points.parse(cut));
  }

  /** BRONZE from 50, GOLD above 80 to 100, under other names if so. */
  static Ladder ladder(String bronze, String gold) {
    return new Ladder(
        List.of(
            tier(bronze, Bound.closed(Points.of(50)), 80),
            tier(gold, Bound.open(Points.of(80)), 100)));
  }

  private static Tier tier(String code, Bound<Points> lower, long to) {
    return new Tier(
        code,
        Label.of(code, code),
        new Interval<>(Optional.of(lower), Optional.of(Bound.closed(Points.of(to)))),
        "",
        Origin.STATED);
  }

  static Page of(Block... blocks) {
    return new Page(Language.ENGLISH, "Page", List.of(blocks));
  }

  static Document html(Block... blocks) {
    return Jsoup.parse(HtmlPage.write(of(blocks)));
  }

  /** Returns the table with that caption. */
  static Element table(Document page, String caption) {
    return page.select("table").stream()
        .filter(each -> each.select("caption").text().equals(caption))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the rows of the table with that caption, the cells of each joined by bars. */
  static List<String> rows(Document page, String caption) {
    return table(page, caption).select("tbody tr").stream()
        .map(row -> String.join("|", row.select("th, td").stream().map(Element::text).toList()))
        .toList();
  }

  static StackedBars stacked(String text) {
    return new StackedBars(
        text,
        text,
        text,
        List.of(
            new StackedBars.Row(text, PageTable.Level.PART, PARTS),
            new StackedBars.Row(text, PageTable.Level.PART, CAPPED),
            new StackedBars.Row(
                text, PageTable.Level.TOTAL, parts("30", "2", "2", "2", "4", "5"))));
  }

  static BarChart bars(String text) {
    return new BarChart(
        text,
        text,
        text,
        text,
        text,
        List.of(
            BarChart.Row.of(text, Points.parse("7.5"), text),
            BarChart.Row.of(text, Points.parse("-2.5"), text)));
  }

  static WaterfallChart waterfall(String text) {
    return new WaterfallChart(
        text,
        text,
        text,
        text,
        text,
        Points.of(100),
        List.of(
            new WaterfallChart.Total(text, Points.of(80)),
            new WaterfallChart.Change(text, Points.of(-20)),
            new WaterfallChart.Change(text, Points.of(5)),
            new WaterfallChart.Total(text, Points.of(65))));
  }

  static LineChart lines(String text, Ladder ladder) {
    return new LineChart(
        text,
        text,
        text,
        List.of(text, text, text),
        ladder,
        Points.of(100),
        List.of(
            new LineChart.Series(
                text,
                List.of(
                    Optional.of(LineChart.Reading.of(Points.of(60), text)),
                    Optional.of(LineChart.Reading.of(Points.of(85), text)),
                    Optional.empty())),
            new LineChart.Series(
                text,
                List.of(
                    Optional.of(new LineChart.Reading(Points.of(50), Points.of(80), text)),
                    Optional.empty(),
                    Optional.empty()))));
  }

  /** A page that bears one text wherever a text can stand. */
  static Page everywhere(String text, Language language) {
    Ladder ladder = ladder(text, text);
    return new Page(
        language,
        text,
        List.of(
            new Block.Highlights(List.of(new Block.Highlight(text, text, text))),
            new Block.Heading(2, text),
            new Block.Paragraph(text),
            new Block.Note(text),
            new Block.Items(Block.Order.RANKED, List.of(text, text)),
            new Block.Items(Block.Order.UNRANKED, List.of(text)),
            new Block.Facts(List.of(new Block.Fact(text, text))),
            new Block.Heading(3, text),
            new PageTable(
                text,
                List.of(PageTable.Column.words(text), PageTable.Column.number(text)),
                List.of(
                    PageTable.Row.of(text, text),
                    PageTable.Row.of(text, text).at(PageTable.Level.GROUP),
                    PageTable.Row.of(text, text).at(PageTable.Level.TOTAL))),
            new LadderChart(text, text, ladder, Points.of(90), Points.of(100)),
            stacked(text),
            bars(text),
            waterfall(text),
            lines(text, ladder),
            new ColumnChart(
                text,
                text,
                text,
                text,
                List.of(
                    new ColumnChart.Column(text, 3),
                    new ColumnChart.Column(text, text, BigDecimal.ONE, text),
                    new ColumnChart.Column(text, text, BigDecimal.ZERO, text)))));
  }
}
