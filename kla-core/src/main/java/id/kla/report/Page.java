package id.kla.report;

import id.kla.fault.Language;
import java.util.List;

/**
 * A page that people look at, as a value: what it says, and not yet how that is written.
 *
 * <p>Its words stand in one language; its figures are those of results. {@link HtmlPage}, {@link
 * MarkdownPage} and {@link TextPage} write it, each alike: the same page gives the same bytes, and
 * whatever stands in a text comes out as that text.
 *
 * <pre>{@code
 * Page page = new Page(Language.ENGLISH, "Kota Kediri", List.of(
 *     new Block.Heading(2, "Call first"),
 *     new Block.Items(Block.Order.RANKED, List.of("Dinas Pendidikan: 42.50 points"))));
 * String html = HtmlPage.write(page);
 * }</pre>
 *
 * @param language the language of all its words, by which its numbers are written, too
 * @param title what it is called: its first heading
 * @param blocks what stands on it, from top to bottom
 */
public record Page(Language language, String title, List<Block> blocks) {

  /** Copies the list. */
  public Page {
    blocks = List.copyOf(blocks);
  }
}
