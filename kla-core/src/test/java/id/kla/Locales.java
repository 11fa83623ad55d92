package id.kla;

import java.util.List;
import java.util.Locale;

/** Runs a piece of a test where the machine speaks another language. */
public final class Locales {

  /** Arabic digits; a dotless i; the language of the library's users; and a plain one. */
  private static final List<Locale> ALL =
      List.of("ar-EG", "tr-TR", "id-ID", "fa-IR-u-nu-arabext", "en-US").stream()
          .map(Locale::forLanguageTag)
          .toList();

  private Locales() {}

  /** Runs {@code check} once in each locale and restores the machine's. */
  public static void inEach(Runnable check) {
    Locale before = Locale.getDefault();
    Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    Locale format = Locale.getDefault(Locale.Category.FORMAT);
    try {
      for (Locale locale : ALL) {
        Locale.setDefault(locale);
        check.run();
      }
    } finally {
      Locale.setDefault(before);
      Locale.setDefault(Locale.Category.DISPLAY, display);
      Locale.setDefault(Locale.Category.FORMAT, format);
    }
  }
}
