package id.kla.scoring;

import id.kla.fault.Argument;
import id.kla.fault.Catalogue;
import id.kla.fault.Language;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** The texts of reasons. */
final class Reasons {

  private static final Catalogue CATALOGUE =
      Catalogue.read(resource("reasons_id.properties"), resource("reasons_en.properties"));

  private Reasons() {}

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Reasons.class.getResourceAsStream(name), name);
  }

  static String text(String key, Language language, Map<String, Argument> values) {
    return CATALOGUE.text(key, language, values);
  }
}
