package id.kla.report;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.points.Points;
import java.util.List;

/**
 * Writes a page as one HTML file that needs nothing else: no script, font or link is fetched.
 *
 * <p>It prints on A4, can be read on a phone, in black and white, and by a screen reader. A text
 * never becomes mark-up. The same page gives the same bytes.
 */
@CheckReturnValue
public final class HtmlPage {

  private static final String STYLE =
      """
      :root{color-scheme:light}
      *{box-sizing:border-box}
      html{-webkit-text-size-adjust:100%}
      body{margin:0;background:#fff;color:#1b1b1b;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}
      main{max-width:60rem;margin:0 auto;padding:1.25rem 1rem 3rem}
      h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
      h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .5rem;padding-top:.75rem;border-top:2px solid #0b5566}
      h3{font-size:1.05rem;line-height:1.3;margin:1.5rem 0 .4rem}
      p{margin:.5rem 0;max-width:46rem}
      ol,ul{margin:.5rem 0;padding-left:1.6rem;max-width:46rem}
      li{margin:.25rem 0}
      .note{border-left:5px solid #0b5566;padding:.5rem .8rem;background:#eef5f7}
      .facts{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.2rem 1.2rem;margin:.75rem 0}
      .facts dt{color:#444}
      .facts dd{margin:0}
      .answer{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.75rem;margin:1rem 0}
      .answer div{border:2px solid #0b5566;border-radius:.4rem;padding:.6rem .9rem}
      .answer dt{color:#444;font-size:.95em}
      .answer dd{margin:0}
      .answer .value{font-size:2.1rem;line-height:1.2;font-weight:700;color:#0b5566}
      .answer div:first-child .value{font-size:2.9rem}
      figure{margin:1rem 0}
      figcaption,caption{text-align:left;font-weight:700;padding:0 0 .3rem}
      .about{margin:.1rem 0 .4rem}
      .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;margin:.3rem 0 .5rem;max-width:none}
      .legend li{margin:0;font-size:.92em}
      .rows{margin:1rem 0}
      .rows,details{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-size:.94em;overflow-wrap:break-word}
      th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #c9ced2}
      thead th{border-bottom:2px solid #1b1b1b;vertical-align:bottom;overflow-wrap:break-word}
      tbody th{font-weight:400}
      .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
      thead th.n{white-space:normal}
      .n+:not(.n){padding-left:1.2rem}
      th+td:not(.n):empty+td:empty+td:empty:last-child{height:3.4rem}
      .group>*{font-weight:700;background:#eef1f3}
      .total>*{font-weight:700;border-top:2px solid #1b1b1b}
      .drawn th:first-child{width:44%}
      .drawn tbody th:first-child svg{margin:.2rem 0 .1rem}
      details{margin:.4rem 0}
      summary{cursor:pointer;color:#0b5566;text-decoration:underline;padding:.2rem 0}
      @media (max-width:44rem){
      .answer .value{font-size:1.7rem}.answer div:first-child .value{font-size:2.4rem}
      .facts{grid-template-columns:1fr}.facts dd{margin:0 0 .4rem}
      table.wide,.wide tbody,.wide tr,.wide th,.wide td{display:block}
      .wide caption{display:block}
      .wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
      .wide tr{padding:.35rem .3rem .45rem;border-bottom:1px solid #c9ced2}
      .wide tr.total{border-top:2px solid #1b1b1b}
      .wide tr.group{background:#eef1f3}
      .wide tbody th,.wide td{border:0;padding:.05rem 0;text-align:left;white-space:normal;background:none}
      .wide tbody th{font-weight:600}
      .wide .n+td:not(.n){padding-left:0}
      .wide tbody th:first-child{width:auto}
      .wide .n+:not(.n){padding-left:0}
      .wide td:empty{display:none}
      .wide td[data-of]{display:inline-block;margin-right:1.1rem}
      .wide td[data-of]::before{content:attr(data-of) " ";color:#444;font-weight:400}
      }
      @media print{
      @page{size:A4;margin:13mm 12mm}
      body{font-size:9.5pt;line-height:1.4}main{max-width:none;padding:0}
      *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
      h1{font-size:15pt}h2{font-size:12pt;margin-top:1.2rem;padding-top:.4rem}h3{font-size:10.5pt}
      h1,h2,h3,figcaption,caption,.about,.legend{break-after:avoid}
      tr,figure,.answer,.note,li{break-inside:avoid}
      tbody tr:first-child,tbody tr:last-child,.total{break-before:avoid}.group{break-after:avoid}
      p,ol,ul{max-width:none}
      .rows,details{overflow:visible}
      table{font-size:8.5pt}th,td{padding:.9mm 1.2mm}
      .drawn th:first-child{width:40%}
      svg.bar{height:12.6pt}
      details:not([open]){display:none}
      .answer{grid-template-columns:repeat(3,1fr);gap:.5rem}
      .answer .value{font-size:17pt}.answer div:first-child .value{font-size:22pt}
      svg.drawing{max-width:17rem}
      }
      """;

  private final Page page;
  private final Phrases phrases;
  private final Html out = new Html();
  private final Svg svg;

  private HtmlPage(Page page) {
    this.page = page;
    this.phrases = Phrases.page(page.language());
    this.svg = new Svg(out, phrases);
  }

  /** Returns the page as HTML, in UTF-8 as soon as it is bytes. */
  public static String write(Page page) {
    HtmlPage html = new HtmlPage(page);
    html.whole();
    return html.out.toString();
  }

  private void whole() {
    out.mark("<!DOCTYPE html>\n<html lang=\"")
        .mark(page.language().code())
        .mark("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .mark("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .mark("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .mark("style-src 'unsafe-inline'\">\n<title>")
        .name(page.title())
        .mark("</title>\n<style>\n")
        .mark(STYLE)
        .mark(Svg.STYLE)
        .mark("</style>\n</head>\n<body>\n")
        .mark(Svg.PATTERNS)
        .mark("<main>\n<h1>")
        .name(page.title())
        .mark("</h1>\n");
    page.blocks().forEach(this::block);
    out.mark("</main>\n</body>\n</html>\n");
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      element("h" + heading.level(), "", heading.text());
    } else if (block instanceof Block.Paragraph paragraph) {
      element("p", "", paragraph.text());
    } else if (block instanceof Block.Note note) {
      element("p", "note", note.text());
    } else if (block instanceof Block.Items items) {
      items(items);
    } else if (block instanceof Block.Facts facts) {
      facts(facts);
    } else if (block instanceof Block.Highlights highlights) {
      highlights(highlights);
    } else if (block instanceof PageTable table) {
      table(table);
    } else if (block instanceof Chart chart) {
      chart(chart);
    }
  }

  // Words

  private void element(String tag, String style, String text) {
    out.mark("<").mark(tag);
    if (!style.isEmpty()) {
      out.mark(" class=\"").mark(style).mark("\"");
    }
    out.mark(">").text(text).mark("</").mark(tag).mark(">\n");
  }

  private void items(Block.Items items) {
    String tag = items.order() == Block.Order.RANKED ? "ol" : "ul";
    out.mark("<").mark(tag).mark(">\n");
    items.items().forEach(item -> element("li", "", item));
    out.mark("</").mark(tag).mark(">\n");
  }

  private void facts(Block.Facts facts) {
    out.mark("<dl class=\"facts\">\n");
    for (Block.Fact fact : facts.facts()) {
      out.mark("<dt>").name(fact.term()).mark("</dt><dd>").text(fact.value()).mark("</dd>\n");
    }
    out.mark("</dl>\n");
  }

  private void highlights(Block.Highlights highlights) {
    out.mark("<dl class=\"answer\">\n");
    for (Block.Highlight each : highlights.highlights()) {
      out.mark("<div><dt>")
          .name(each.label())
          .mark("</dt><dd class=\"value\">")
          .name(each.value())
          .mark("</dd>");
      if (!each.remark().isEmpty()) {
        out.mark("<dd>").text(each.remark()).mark("</dd>");
      }
      out.mark("</div>\n");
    }
    out.mark("</dl>\n");
  }

  // Tables

  /** Draws what belongs into a row, below its name. */
  private interface Drawn {
    void row(int index);
  }

  private static final Drawn NOTHING = index -> {};

  private void table(PageTable table) {
    out.mark("<div class=\"rows\">\n");
    table(table, NOTHING);
    out.mark("</div>\n");
  }

  /** On a phone a wide table is a card for each row; its roles keep it a table to be read aloud. */
  private void table(PageTable table, Drawn drawn) {
    boolean isWide = table.columns().size() > 2 || drawn != NOTHING;
    String style = drawn == NOTHING ? "wide" : "wide drawn";
    out.mark(isWide ? "<table class=\"" + style + "\" role=\"table\">" : "<table>")
        .mark("<caption>")
        .name(table.caption())
        .mark(isWide ? "</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">" : "</caption>\n")
        .mark(isWide ? "" : "<thead><tr>");
    List<PageTable.Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      out.mark("<th scope=\"col\"")
          .mark(isWide ? " role=\"columnheader\"" : "")
          .mark(number(columns.get(i)))
          .mark(">")
          .name(columns.get(i).heading())
          .mark("</th>");
    }
    out.mark(isWide ? "</tr></thead>\n<tbody role=\"rowgroup\">\n" : "</tr></thead>\n<tbody>\n");
    for (int i = 0; i < table.rows().size(); i++) {
      row(table, i, drawn, isWide);
    }
    out.mark("</tbody></table>\n");
  }

  private void row(PageTable table, int index, Drawn drawn, boolean isWide) {
    PageTable.Row row = table.rows().get(index);
    out.mark("<tr")
        .mark(isWide ? " role=\"row\"" : "")
        .mark(
            switch (row.level()) {
              case PART -> ">";
              case GROUP -> " class=\"group\">";
              case TOTAL -> " class=\"total\">";
            });
    for (int i = 0; i < row.cells().size(); i++) {
      PageTable.Column column = table.columns().get(i);
      if (i == 0) {
        out.mark("<th scope=\"row\"")
            .mark(isWide ? " role=\"rowheader\">" : ">")
            .name(row.cells().get(0));
        drawn.row(index);
        out.mark("</th>");
        continue;
      }
      out.mark("<td").mark(number(column));
      if (isWide) {
        out.mark(" role=\"cell\"");
        if (!row.cells().get(i).isEmpty()) {
          out.mark(" data-of=\"").name(column.heading()).mark("\"");
        }
      }
      out.mark(">").name(row.cells().get(i)).mark("</td>");
    }
    out.mark("</tr>\n");
  }

  private static String number(PageTable.Column column) {
    return column.kind() == PageTable.Kind.NUMBER ? " class=\"n\"" : "";
  }

  // Charts

  private void chart(Chart chart) {
    if (chart instanceof LadderChart ladder) {
      drawing(chart, () -> svg.ladder(ladder));
    } else if (chart instanceof LineChart lines) {
      drawing(
          chart,
          () -> {
            legend(lines);
            svg.lines(lines);
          });
    } else if (chart instanceof ColumnChart columns) {
      drawing(chart, () -> svg.columns(columns));
    } else if (chart instanceof StackedBars bars) {
      stacked(bars);
    } else if (chart instanceof BarChart bars) {
      amounts(bars);
    } else if (chart instanceof WaterfallChart waterfall) {
      waterfall(waterfall);
    }
  }

  private void about(Chart chart) {
    if (!chart.description().isEmpty()) {
      element("p", "about", chart.description());
    }
  }

  /** A drawing for the eye, and its figures for who wants or needs them. */
  private void drawing(Chart chart, Runnable drawn) {
    out.mark("<figure>\n<figcaption>").name(chart.title()).mark("</figcaption>\n");
    about(chart);
    drawn.run();
    out.mark("\n<details><summary>").text(phrases.text("figures")).mark("</summary>\n");
    table(chart.table(page.language()), NOTHING);
    out.mark("</details>\n</figure>\n");
  }

  private void legend(LineChart chart) {
    out.mark("<ul class=\"legend\">");
    for (int i = 0; i < chart.series().size(); i++) {
      out.mark("<li>");
      svg.swatch(chart.series().get(i), i);
      out.mark(" ").name(chart.series().get(i).name()).mark("</li>");
    }
    out.mark("</ul>\n");
  }

  private void stacked(StackedBars chart) {
    List<StackedBars.Piece> pieces = chart.pieces();
    Points scale = chart.scale();
    rows(
        chart,
        () -> {
          out.mark("<ul class=\"legend\">");
          for (StackedBars.Piece piece : pieces) {
            out.mark("<li>");
            svg.swatch(piece);
            out.mark(" ").text(phrases.text(piece.key())).mark("</li>");
          }
          out.mark("</ul>\n");
        },
        index -> {
          StackedBars.Row row = chart.rows().get(index);
          if (row.level() == PageTable.Level.PART) {
            svg.pieces(row.parts(), pieces, scale);
          }
        });
  }

  private void amounts(BarChart chart) {
    Points least = Points.ZERO;
    Points most = Points.ZERO;
    for (BarChart.Row row : chart.rows()) {
      if (row.level() == PageTable.Level.PART) {
        least = least.min(row.amount());
        most = most.max(row.amount());
      }
    }
    Points lowest = least;
    Points highest = most;
    rows(
        chart,
        () -> {},
        index -> {
          BarChart.Row row = chart.rows().get(index);
          if (row.level() == PageTable.Level.PART) {
            svg.amount(row.amount(), lowest, highest);
          }
        });
  }

  private void waterfall(WaterfallChart chart) {
    Points[] at = {Points.ZERO};
    rows(
        chart,
        () -> {},
        index -> {
          WaterfallChart.Step step = chart.steps().get(index);
          if (step instanceof WaterfallChart.Total total) {
            at[0] = total.points();
            svg.total(total.points(), chart.maximum());
          } else if (step instanceof WaterfallChart.Change change) {
            Points from = at[0];
            at[0] = from.plus(change.change());
            svg.change(from, at[0], chart.maximum());
          }
        });
  }

  /** A chart of rows is a table in which each row is drawn, too. */
  private void rows(Chart chart, Runnable legend, Drawn drawn) {
    out.mark("<div class=\"rows\">\n");
    about(chart);
    legend.run();
    table(chart.table(page.language()), drawn);
    out.mark("</div>\n");
  }
}
