package id.kla.report;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a page as plain text; charts are the tables of their figures.
 *
 * <p>Lines end with a line feed on every machine, and nothing in a text steers a terminal. The same
 * page gives the same text.
 */
@CheckReturnValue
public final class TextPage {

  /** As wide as a line of words is. */
  private static final int LINE = 92;

  /** As wide as a column of words is at most. */
  private static final int COLUMN = 44;

  private final Page page;
  private final StringBuilder out = new StringBuilder();

  private TextPage(Page page) {
    this.page = page;
  }

  /** Returns the page as text. */
  public static String write(Page page) {
    TextPage text = new TextPage(page);
    text.heading(page.title(), '=');
    page.blocks().forEach(text::block);
    return text.out.toString().stripTrailing() + "\n";
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      heading(heading.text(), heading.level() == 2 ? '-' : '.');
    } else if (block instanceof Block.Paragraph paragraph) {
      hanging("", paragraph.text());
      line("");
    } else if (block instanceof Block.Note note) {
      hanging("! ", note.text());
      line("");
    } else if (block instanceof Block.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        hanging(
            items.order() == Block.Order.RANKED ? "  " + (i + 1) + ". " : "  - ",
            items.items().get(i));
      }
      line("");
    } else if (block instanceof Block.Facts facts) {
      facts.facts().forEach(fact -> hanging("  ", Shown.name(fact.term()) + ": " + fact.value()));
      line("");
    } else if (block instanceof Block.Highlights highlights) {
      highlights.highlights().forEach(this::highlight);
      line("");
    } else if (block instanceof PageTable table) {
      table(table);
    } else if (block instanceof Chart chart) {
      table(chart.table(page.language()));
      if (!chart.description().isEmpty()) {
        hanging("", chart.description());
        line("");
      }
    }
  }

  private void heading(String text, char rule) {
    String shown = Shown.name(text);
    line(shown);
    line(Character.toString(rule).repeat(Math.min(LINE, width(shown))));
    line("");
  }

  private void highlight(Block.Highlight each) {
    String remark = each.remark().isEmpty() ? "" : " · " + each.remark();
    hanging("  ", Shown.name(each.label()) + ": " + Shown.name(each.value()) + remark);
  }

  /** Writes text behind a mark, under which its further lines begin. */
  private void hanging(String mark, String text) {
    List<String> lines = wrapped(Shown.whole(text), LINE - mark.length());
    for (int i = 0; i < lines.size(); i++) {
      line((i == 0 ? mark : " ".repeat(mark.length())) + lines.get(i));
    }
  }

  // Tables

  private void table(PageTable table) {
    hanging("", Shown.name(table.caption()));
    List<List<List<String>>> rows = new ArrayList<>();
    rows.add(
        table.columns().stream()
            .map(column -> wrapped(Shown.name(column.heading()), headingWidth(column)))
            .toList());
    for (PageTable.Row row : table.rows()) {
      rows.add(row.cells().stream().map(cell -> wrapped(Shown.name(cell), COLUMN)).toList());
    }
    int[] widths = new int[table.columns().size()];
    for (List<List<String>> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        for (String cell : row.get(i)) {
          widths[i] = Math.max(widths[i], width(cell));
        }
      }
    }
    for (List<List<String>> row : rows) {
      row(table.columns(), row, widths);
    }
    line("");
  }

  private static int headingWidth(PageTable.Column column) {
    return column.kind() == PageTable.Kind.NUMBER ? 12 : COLUMN;
  }

  private void row(List<PageTable.Column> columns, List<List<String>> cells, int[] widths) {
    int lines = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int l = 0; l < lines; l++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = l < cells.get(i).size() ? cells.get(i).get(l) : "";
        String blanks = " ".repeat(widths[i] - width(cell));
        boolean isNumber = columns.get(i).kind() == PageTable.Kind.NUMBER;
        line.append("  ").append(isNumber ? blanks + cell : cell + blanks);
      }
      line(line.toString());
    }
  }

  // Lines

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns the lines of a text, broken at blanks, and within words that are too long. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" +", -1)) {
      String rest = word;
      if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest) > width) {
        int end = rest.offsetByCodePoints(0, width);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
