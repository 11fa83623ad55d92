package id.kla.scoring;

import id.kla.edition.Bound;
import id.kla.edition.FactKind;
import id.kla.edition.Interval;
import id.kla.fault.Argument;
import id.kla.fault.Language;
import id.kla.points.Ratio;
import java.math.BigDecimal;
import java.util.Optional;

/** Writes bounds of bands for people: shares in percent, other numbers as decimals. */
final class Quantities {

  private Quantities() {}

  static String text(Interval<Ratio> range, FactKind measure, Language language) {
    String lower = range.lower().map(b -> number(b.value(), measure, language)).orElse("");
    String upper = range.upper().map(b -> number(b.value(), measure, language)).orElse("");
    return (isClosed(range.lower()) ? "[" : "(")
        + lower
        + "; "
        + upper
        + (isClosed(range.upper()) ? "]" : ")");
  }

  private static boolean isClosed(Optional<Bound<Ratio>> bound) {
    return bound.isPresent() && bound.get().kind() == Bound.Kind.CLOSED;
  }

  /** A fraction without a finite decimal stays a fraction. */
  private static String number(Ratio ratio, FactKind measure, Language language) {
    try {
      BigDecimal decimal =
          BigDecimal.valueOf(ratio.numerator()).divide(BigDecimal.valueOf(ratio.denominator()));
      return measure == FactKind.COVERAGE
          ? Argument.of(shortest(decimal.movePointRight(2))).in(language) + "%"
          : Argument.of(shortest(decimal)).in(language);
    } catch (ArithmeticException endless) {
      return ratio.toString();
    }
  }

  private static BigDecimal shortest(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
