package id.kla.planning;

import com.google.common.math.LongMath;
import id.kla.fault.Argument;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Costs as whole numbers of the largest unit that divides all of them. */
final class Costs {

  private static final int DECIMALS = 4;

  private static final BigDecimal MOST_COST = new BigDecimal("999999999999.9999");

  /** So many units can be told apart in one search. */
  private static final BigInteger MOST_UNITS = BigInteger.ONE.shiftLeft(53);

  /** In ten-thousandths. */
  private final long unit;

  private Costs(long unit) {
    this.unit = unit;
  }

  /** Returns a cost without a needless zero or exponent; one that is none is reported. */
  static BigDecimal checked(BigDecimal cost, Place place, List<Fault> faults) {
    BigDecimal shortest = cost.stripTrailingZeros();
    if (cost.signum() < 0 || cost.compareTo(MOST_COST) > 0 || shortest.scale() > DECIMALS) {
      boolean isShort = Math.abs((long) cost.scale()) < 100;
      faults.add(
          Fault.of(FaultCode.BAD_COST, place)
              .with("found", isShort ? Argument.of(cost) : Argument.of(cost.toString())));
      return cost;
    }
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
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
