package id.kla.planning;

import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Costs as whole numbers of the largest unit that divides all of them. */
final class Costs {

  static final int DECIMALS = 4;

  /** So many units can be told apart in one search. */
  private static final BigInteger MOST_UNITS = BigInteger.ONE.shiftLeft(53);

  /** In ten-thousandths. */
  private final long unit;

  private Costs(long unit) {
    this.unit = unit;
  }

  static Costs of(List<Measure> measures) {
    long unit = 0;
    for (Measure measure : measures) {
      unit = LongMath.gcd(unit, exact(measure.remainingCost()));
    }
    return new Costs(Math.max(1, unit));
  }

  /** Says whether the costs, added up in their unit, stay within what a search counts. */
  static boolean areCountable(List<Measure> measures) {
    BigInteger sum = BigInteger.ZERO;
    for (Measure measure : measures) {
      sum = sum.add(BigInteger.valueOf(exact(measure.remainingCost())));
    }
    return sum.divide(BigInteger.valueOf(of(measures).unit)).compareTo(MOST_UNITS) <= 0;
  }

  private static long exact(BigDecimal cost) {
    return cost.movePointRight(DECIMALS).longValueExact();
  }

  long units(BigDecimal cost) {
    return exact(cost) / unit;
  }

  /** Returns as many whole units as a budget pays; never more than can be counted. */
  long affordable(BigDecimal budget) {
    return budget
        .movePointRight(DECIMALS)
        .divide(BigDecimal.valueOf(unit), 0, RoundingMode.FLOOR)
        .toBigInteger()
        .min(MOST_UNITS)
        .longValueExact();
  }

  BigDecimal amount(long units) {
    BigDecimal exact =
        BigDecimal.valueOf(unit).multiply(BigDecimal.valueOf(units)).movePointLeft(DECIMALS);
    return exact.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(exact.stripTrailingZeros().toPlainString());
  }
}
