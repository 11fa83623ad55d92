package id.kla.report;

import id.kla.fault.Language;
import id.kla.points.Points;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes amounts for people: with at least two decimals and never fewer digits than the amount has,
 * so that nothing next to a bound is hidden.
 */
final class Amounts {

  private static final int SHOWN = 2;

  /** Chances that are certain may miss 0 or 1 by so much. */
  private static final double ROUNDING = 1e-12;

  private Amounts() {}

  /** Returns all digits, at least two decimals. */
  static String exact(Points points, Language language) {
    BigDecimal number = points.toBigDecimal();
    return text(number.scale() < SHOWN ? number.setScale(SHOWN) : number, language);
  }

  /** Returns all digits and no decimals that are not needed. */
  static String shortest(Points points, Language language) {
    return text(points.toBigDecimal(), language);
  }

  /** Returns two decimals, never less than the amount: what is lacking. */
  static String lacking(Points points, Language language) {
    return text(points.toBigDecimal().setScale(SHOWN, RoundingMode.CEILING), language);
  }

  /** Returns two decimals, never more than the amount, or all digits of a smaller one. */
  static String spare(Points points, Language language) {
    if (points.units() < Points.of(1).units() / 100) {
      return exact(points, language);
    }
    return text(points.toBigDecimal().setScale(SHOWN, RoundingMode.FLOOR), language);
  }

  /** Returns the share of {@code part} in {@code whole} in percent, cut after one decimal. */
  static String share(Points part, Points whole, Language language) {
    if (whole.isZero()) {
      return "-";
    }
    BigDecimal percent =
        part.toBigDecimal().movePointRight(2).divide(whole.toBigDecimal(), 1, RoundingMode.FLOOR);
    return text(percent, language) + "%";
  }

  /** Returns a chance in percent with one decimal; what is not quite certain is not called so. */
  static String chance(double chance, Language language) {
    if (chance > 0.999 && chance < 1 - ROUNDING) {
      return ">" + text(new BigDecimal("99.9"), language) + "%";
    }
    if (chance < 0.001 && chance > ROUNDING) {
      return "<" + text(new BigDecimal("0.1"), language) + "%";
    }
    return text(new BigDecimal(100 * chance).setScale(1, RoundingMode.HALF_UP), language) + "%";
  }

  /** Returns an exact part in percent, with as many decimals as it needs. */
  static String part(Ratio part, Language language) {
    return text(
            BigDecimal.valueOf(100L * part.numerator())
                .divide(BigDecimal.valueOf(part.denominator())),
            language)
        + "%";
  }

  /** Returns the standard error of a chance in percent with two decimals, rounded up. */
  static String error(double error, Language language) {
    return text(new BigDecimal(100 * error).setScale(SHOWN, RoundingMode.UP), language) + "%";
  }

  /** Returns two decimals of what is expected, which is no award. */
  static String expected(BigDecimal points, Language language) {
    return text(points.setScale(SHOWN, RoundingMode.HALF_UP), language);
  }

  /**
   * Returns an amount of money or a large count; what has more than four digits before the decimal
   * mark has them in groups of three, so that millions can be told from thousands.
   */
  static String grouped(BigDecimal number, Language language) {
    String plain = text(number, language);
    int mark = plain.indexOf(language == Language.INDONESIAN ? ',' : '.');
    int end = mark < 0 ? plain.length() : mark;
    if (end <= 4) {
      return plain;
    }
    StringBuilder grouped = new StringBuilder(plain);
    for (int at = end - 3; at > 0; at -= 3) {
      grouped.insert(at, language == Language.INDONESIAN ? '.' : ',');
    }
    return grouped.toString();
  }

  private static String text(BigDecimal number, Language language) {
    String plain = number.toPlainString();
    return language == Language.INDONESIAN ? plain.replace('.', ',') : plain;
  }
}
