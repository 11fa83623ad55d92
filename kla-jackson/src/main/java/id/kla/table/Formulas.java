package id.kla.table;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a text as a formula: an apostrophe is put before it on writing
 * and taken away on reading.
 */
final class Formulas {

  private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

  private Formulas() {}

  /** Returns the text so that no spreadsheet runs it. */
  static String neutralised(String text) {
    return RUNS.matcher(text).matches() ? "'" + text : text;
  }

  /** Returns what was neutralised. */
  static String restored(String text) {
    return text.startsWith("'") && RUNS.matcher(text).matches() ? text.substring(1) : text;
  }
}
