package id.kla.report;

import com.google.common.base.CharMatcher;
import id.kla.fault.Printable;

/** Makes text that came with data fit for a page: on one line, with nothing that steers. */
final class Shown {

  /** Longer names are none. */
  static final int LONGEST = 400;

  private static final CharMatcher LINE_ENDS =
      CharMatcher.anyOf("\n\r\t\u000b\f\u0085\u2028\u2029");

  private Shown() {}

  /** Returns the whole text, as a paragraph holds it. */
  static String whole(String text) {
    return withoutNonCharacters(Printable.of(LINE_ENDS.replaceFrom(text, ' ')));
  }

  /** Returns the text as a cell or a label holds it: cut after 400 characters. */
  static String name(String text) {
    return whole(
        text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
  }

  /** Neither HTML nor XML may hold them. */
  private static String withoutNonCharacters(String text) {
    if (text.codePoints().noneMatch(Shown::isNonCharacter)) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    text.codePoints().forEach(c -> kept.appendCodePoint(isNonCharacter(c) ? 0xFFFD : c));
    return kept.toString();
  }

  private static boolean isNonCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }
}
