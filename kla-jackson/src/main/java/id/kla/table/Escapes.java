package id.kla.table;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps in a workbook what XML can't hold: such a character is written as {@code _x0001_}, as
 * spreadsheets do, and an underscore that would begin such an escape as {@code _x005F_}.
 *
 * <p>ECMA-376, part 1, 22.9.2.19 ({@code ST_Xstring}).
 */
final class Escapes {

  private static final String UNFIT =
      "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]";

  private static final Pattern ESCAPED =
      Pattern.compile(UNFIT + "|_(?=x[0-9A-Fa-f]{4}(?:_|" + UNFIT + "))");

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Escapes() {}

  /** Returns the text as a workbook can hold it. */
  static String escaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
  }

  /** Returns what was escaped. */
  static String restored(String text) {
    return text.indexOf("_x") < 0 ? text : ESCAPE.matcher(text).replaceAll(Escapes::character);
  }

  private static String character(MatchResult escape) {
    char character = (char) Integer.parseInt(escape.group(1), 16);
    return Matcher.quoteReplacement(Character.toString(character));
  }
}
