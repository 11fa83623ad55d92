package id.kla.report;

import com.google.common.html.HtmlEscapers;

/** HTML as it is written: mark-up of ours, and text of whatever it holds. */
final class Html {

  private final StringBuilder out = new StringBuilder(1 << 14);

  Html() {}

  /** Writes mark-up, which holds nothing of the data. */
  Html mark(String markup) {
    out.append(markup);
    return this;
  }

  /** Writes a number into mark-up. */
  Html mark(long number) {
    out.append(number);
    return this;
  }

  /** Writes text as it reads, between tags or in quotation marks. */
  Html text(String text) {
    return isPlain(text) ? mark(text) : mark(escaped(Shown.whole(text)));
  }

  /** Writes a name as it reads, between tags or in quotation marks; cut where it is too long. */
  Html name(String text) {
    return text.length() <= Shown.LONGEST && isPlain(text)
        ? mark(text)
        : mark(escaped(Shown.name(text)));
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }

  /** Says quickly of most texts that there is nothing to escape in them. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isMark = c == '<' || c == '>' || c == '&' || c == '"' || c == '\'';
      if (c < ' ' || c > '~' || isMark) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
