package id.kla.report;

import java.util.List;

/**
 * A part of a page. Texts are plain: no mark-up in them is ever one.
 *
 * <p>Beside the leaves here, a {@link PageTable} and every {@link Chart} is a block.
 */
public sealed interface Block
    permits Block.Heading,
        Block.Paragraph,
        Block.Note,
        Block.Items,
        Block.Facts,
        Block.Highlights,
        PageTable,
        Chart {

  /**
   * A heading.
   *
   * @param level 2 for a part of the page, 3 for a part of that; the title alone is 1
   * @param text its words
   */
  record Heading(int level, String text) implements Block {

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if it is neither 2 nor 3
     */
    public Heading {
      if (level != 2 && level != 3) {
        throw new IllegalArgumentException("level: found " + level + "; allowed: 2, 3");
      }
    }
  }

  /**
   * A paragraph.
   *
   * @param text its words
   */
  record Paragraph(String text) implements Block {}

  /**
   * Standing words that must not be overlooked, such as by whom a figure was computed.
   *
   * @param text its words
   */
  record Note(String text) implements Block {}

  /**
   * A list.
   *
   * @param order whether the order says something
   * @param items its items, at least one
   */
  record Items(Order order, List<String> items) implements Block {

    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Whether the order of a list says something. */
  enum Order {
    /** The first is first: items are numbered. */
    RANKED,
    /** Items stand side by side. */
    UNRANKED
  }

  /**
   * Terms, each with what it is here.
   *
   * @param facts in order, at least one
   */
  record Facts(List<Fact> facts) implements Block {

    /** Copies the list. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * One term.
   *
   * @param term what it is called
   * @param value what it is
   */
  record Fact(String term, String value) {}

  /**
   * The answer, in letters that are read from across a room.
   *
   * @param highlights two to four, the most important first
   */
  record Highlights(List<Highlight> highlights) implements Block {

    /** Copies the list. */
    public Highlights {
      highlights = List.copyOf(highlights);
    }
  }

  /**
   * One part of the answer.
   *
   * @param label what it is
   * @param value the figure or word in large letters
   * @param remark what it means, or empty
   */
  record Highlight(String label, String value, String remark) {}
}
