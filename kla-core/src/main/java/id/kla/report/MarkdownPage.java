package id.kla.report;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a page as Markdown with tables; charts are the tables of their figures.
 *
 * <p>A text never becomes mark-up: neither a table's edge, nor a list, nor a link. The same page
 * gives the same text.
 */
@CheckReturnValue
public final class MarkdownPage {

  /** What would begin a list at the start of a line. */
  private static final Pattern LIST = Pattern.compile("^(\\d+)([.)])(?=\\s|$)|^([-+])(?=[-\\s]|$)");

  /** What would become a link by itself. */
  private static final Pattern LINK = Pattern.compile("://|(?i:www)\\.|@");

  private final Page page;
  private final StringBuilder out = new StringBuilder();

  private MarkdownPage(Page page) {
    this.page = page;
  }

  /** Returns the page as Markdown. */
  public static String write(Page page) {
    MarkdownPage markdown = new MarkdownPage(page);
    markdown.line("# " + name(page.title()));
    page.blocks().forEach(markdown::block);
    return markdown.out.toString().stripTrailing() + "\n";
  }

  private static String whole(String text) {
    return escaped(Shown.whole(text));
  }

  private static String name(String text) {
    return escaped(Shown.name(text));
  }

  private static String escaped(String text) {
    String escaped = Markdown.escaped(text.strip());
    escaped =
        LINK.matcher(escaped)
            .replaceAll(
                found ->
                    found.group().equals("://")
                        ? ":\\\\/\\\\/"
                        : found.group().equals("@")
                            ? "\\\\@"
                            : found.group().substring(0, 3) + "\\\\.");
    return LIST.matcher(escaped).replaceFirst("$1\\\\$2$3");
  }

  private void line(String text) {
    out.append(text).append("\n\n");
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      line("#".repeat(heading.level()) + " " + name(heading.text()));
    } else if (block instanceof Block.Paragraph paragraph) {
      line(whole(paragraph.text()));
    } else if (block instanceof Block.Note note) {
      line("> " + whole(note.text()));
    } else if (block instanceof Block.Items items) {
      items(items);
    } else if (block instanceof Block.Facts facts) {
      facts.facts().forEach(fact -> item("- ", name(fact.term()) + ": " + whole(fact.value())));
      out.append('\n');
    } else if (block instanceof Block.Highlights highlights) {
      highlights.highlights().forEach(this::highlight);
      out.append('\n');
    } else if (block instanceof PageTable table) {
      table(table);
    } else if (block instanceof Chart chart) {
      table(chart.table(page.language()));
      if (!chart.description().isEmpty()) {
        line(whole(chart.description()));
      }
    }
  }

  private void items(Block.Items items) {
    for (int i = 0; i < items.items().size(); i++) {
      item(
          items.order() == Block.Order.RANKED ? (i + 1) + ". " : "- ", whole(items.items().get(i)));
    }
    out.append('\n');
  }

  private void highlight(Block.Highlight each) {
    String remark = each.remark().isEmpty() ? "" : " · " + whole(each.remark());
    item("- ", name(each.label()) + ": **" + name(each.value()) + "**" + remark);
  }

  private void item(String mark, String text) {
    out.append(mark).append(text).append('\n');
  }

  private void table(PageTable table) {
    line("**" + name(table.caption()) + "**");
    List<String> headings = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (PageTable.Column column : table.columns()) {
      headings.add(name(column.heading()));
      rules.add(column.kind() == PageTable.Kind.NUMBER ? "---:" : "---");
    }
    row(headings);
    row(rules);
    for (PageTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (String cell : row.cells()) {
        boolean isStrong = row.level() != PageTable.Level.PART && !cell.isBlank();
        cells.add(isStrong ? "**" + name(cell) + "**" : name(cell));
      }
      row(cells);
    }
    out.append('\n');
  }

  private void row(List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
