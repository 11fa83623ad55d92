package id.kla.fault;

import java.util.Locale;

/** A language that kla speaks. */
public enum Language {
  /** Indonesian (<i>bahasa Indonesia</i>). */
  INDONESIAN("id"),
  /** English. */
  ENGLISH("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Returns the ISO 639-1 code: {@code id} or {@code en}. */
  public String code() {
    return code;
  }

  /** Returns Indonesian for an Indonesian locale (its old code {@code in} too), else English. */
  public static Language of(Locale locale) {
    String language = locale.getLanguage();
    return language.equals("id") || language.equals("in") ? INDONESIAN : ENGLISH;
  }
}
