package id.kla.report;

import id.kla.scoring.ScoredAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The blocks of a page while it is written, with the words of one catalogue. */
final class PageDraft {

  private final Phrases phrases;
  private final List<Block> blocks = new ArrayList<>();

  PageDraft(Phrases phrases) {
    this.phrases = phrases;
  }

  Page titled(String title) {
    return new Page(phrases.language(), title, blocks);
  }

  void say(Block block) {
    blocks.add(block);
  }

  /** Returns words as a sentence: with a capital letter, and a full stop. */
  static String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    String begun = text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  void heading(String key, Object... namesAndValues) {
    say(new Block.Heading(2, phrases.text(key, namesAndValues)));
  }

  void paragraph(String key, Object... namesAndValues) {
    say(new Block.Paragraph(phrases.text(key, namesAndValues)));
  }

  /** Says of which round, stage and edition a score is, with words of that key. */
  void about(String key, ScoredAssessment scored) {
    paragraph(
        key,
        "round",
        scored.assessment().round(),
        "stage",
        scored.assessment().judgedAt().label().in(phrases.language()),
        "edition",
        scored.edition().id());
  }

  /** Says a list; nothing where there is no item. */
  void items(List<String> items) {
    if (!items.isEmpty()) {
      say(new Block.Items(Block.Order.UNRANKED, items));
    }
  }

  /** Says a table with the caption of that key; nothing where there is no row. */
  void table(String key, List<PageTable.Column> columns, List<PageTable.Row> rows) {
    if (!rows.isEmpty()) {
      say(new PageTable(phrases.text(key), columns, rows));
    }
  }

  Block.Highlight highlight(String key, String value, String remark) {
    return new Block.Highlight(phrases.text(key), value, remark);
  }

  PageTable.Column words(String key) {
    return PageTable.Column.words(phrases.text(key));
  }

  PageTable.Column number(String key) {
    return PageTable.Column.number(phrases.text(key));
  }
}
