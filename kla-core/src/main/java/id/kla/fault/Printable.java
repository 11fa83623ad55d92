package id.kla.fault;

import com.google.common.base.CharMatcher;
import java.util.Locale;

/** Makes text that came with data fit to be printed on a line of a terminal. */
public final class Printable {

  private static final int LONGEST = 400;

  private static final CharMatcher BLANKS =
      CharMatcher.whitespace()
          .or(CharMatcher.forPredicate(Character::isWhitespace))
          .or(CharMatcher.is('\uFEFF'));

  private Printable() {}

  /**
   * Returns the text with control characters, line ends, marks of writing direction and halves of
   * surrogate pairs written as escapes such as {@code \\u001b}; other text is returned as it is.
   */
  public static String of(String text) {
    if (text.isEmpty() || text.codePoints().noneMatch(Printable::steers)) {
      return text;
    }
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (steers(c)) {
                printable.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                printable.appendCodePoint(c);
              }
            });
    return printable.toString();
  }

  /**
   * Returns the text without blanks around it: spaces of any kind, line ends and byte-order marks.
   */
  public static String trimmed(String text) {
    return BLANKS.trimFrom(text);
  }

  /** Returns the printable text, and cuts what is longer than 400 characters. */
  static String shortened(String text) {
    return of(
        text.codePointCount(0, text.length()) <= LONGEST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
