package id.kla.report;

import com.google.common.base.CharMatcher;
import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import id.kla.fault.Printable;
import java.util.List;
import java.util.stream.Stream;

/** A page of Markdown as it is written: headings, paragraphs, lists and tables. */
final class Markdown {

  private static final CharMatcher LINE_ENDS =
      CharMatcher.anyOf("\n\r\t\u000b\f\u0085\u2028\u2029");

  private static final Escaper ESCAPER = escaper();

  private final StringBuilder out = new StringBuilder();

  Markdown() {}

  private static Escaper escaper() {
    Escapers.Builder builder = Escapers.builder();
    for (char c : "\\`*_{}[]<>#|&~$!^=".toCharArray()) {
      builder.addEscape(c, "\\" + c);
    }
    return builder.build();
  }

  /** Returns text of the data as it reads, whatever it holds: on one line, with no mark-up. */
  static String escaped(String text) {
    return ESCAPER.escape(Printable.of(LINE_ENDS.replaceFrom(text, ' ')));
  }

  /** Returns a code, which holds nothing that ends a code span. */
  static String code(String code) {
    return "`" + code + "`";
  }

  void heading(int level, String text) {
    paragraph("#".repeat(level) + " " + text);
  }

  void paragraph(String text) {
    out.append(text).append("\n\n");
  }

  void items(Stream<String> items) {
    items.forEach(item -> out.append("- ").append(item).append('\n'));
    out.append('\n');
  }

  void steps(List<String> steps) {
    for (int i = 0; i < steps.size(); i++) {
      out.append(i + 1).append(". ").append(steps.get(i)).append('\n');
    }
    out.append('\n');
  }

  /** Writes a table; a cell that is empty shows a dash. */
  void table(List<String> header, Stream<List<String>> rows) {
    row(header);
    row(header.stream().map(column -> "---").toList());
    rows.forEach(cells -> row(cells.stream().map(cell -> cell.isEmpty() ? "–" : cell).toList()));
    out.append('\n');
  }

  private void row(List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Override
  public String toString() {
    return out.toString().stripTrailing() + "\n";
  }
}
