package id.kla.points;

import com.google.errorprone.annotations.CheckReturnValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact share of a whole (<i>persentase, cakupan</i>), kept as it was given: {@code 45 of 46} or
 * {@code 96.4%}.
 *
 * <p>A share lies between nothing and the whole. Two shares are equal when they were given alike:
 * {@code 1 of 2} and {@code 50%} are the same number, which {@link #ratio()} gives, but not the
 * same fact.
 */
@CheckReturnValue
public final class Share {

  private static final Pattern PARTS =
      Pattern.compile("(0|[1-9][0-9]{0,14}) of ([1-9][0-9]{0,14})");
  private static final Pattern PERCENT =
      Pattern.compile("((?:0|[1-9][0-9]{0,2})(?:\\.[0-9]{1,12})?)%");

  private final Ratio ratio;
  private final Optional<Parts> parts;
  private final Optional<BigDecimal> percent;

  private Share(Ratio ratio, Optional<Parts> parts, Optional<BigDecimal> percent) {
    this.ratio = ratio;
    this.parts = parts;
    this.percent = percent;
  }

  /**
   * A part and its whole.
   *
   * @param part from 0 to the whole
   * @param whole from 1
   */
  public record Parts(long part, long whole) {}

  /**
   * Returns {@code part} of {@code whole}.
   *
   * @throws IllegalArgumentException unless 0 ≤ part ≤ whole, 1 ≤ whole, and whole has at most 15
   *     digits
   */
  public static Share of(long part, long whole) {
    if (whole < 1 || part < 0 || part > whole || whole > 999_999_999_999_999L) {
      throw new IllegalArgumentException(
          "share: found "
              + part
              + " of "
              + whole
              + "; allowed: a part from 0 to the whole, a whole from 1 to 15 digits");
    }
    return new Share(Ratio.of(part, whole), Optional.of(new Parts(part, whole)), Optional.empty());
  }

  /**
   * Returns a percentage of at most twelve decimals.
   *
   * @throws IllegalArgumentException if {@code percent} is below 0, above 100 or has more decimals
   */
  public static Share ofPercent(BigDecimal percent) {
    BigDecimal shortest = percent.stripTrailingZeros();
    if (percent.signum() < 0
        || percent.compareTo(BigDecimal.valueOf(100)) > 0
        || shortest.scale() > 12) {
      throw new IllegalArgumentException(
          "share: found "
              + percent
              + " percent; allowed: 0 to 100 percent with at most twelve decimals");
    }
    BigDecimal plain = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    return new Share(Ratio.of(plain.movePointLeft(2)), Optional.empty(), Optional.of(plain));
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if {@code text} has another form or is no share
   */
  public static Share parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (parts.matches()) {
      return of(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return ofPercent(new BigDecimal(percent.group(1)));
    }
    throw new IllegalArgumentException(
        "share: found \"" + text + "\"; allowed: such as \"45 of 46\" or \"96.4%\"");
  }

  /** Returns the share as a number between 0 and 1, by which shares are compared. */
  public Ratio ratio() {
    return ratio;
  }

  /** Returns the share in percent, without trailing zeros, if it was given so. */
  public Optional<BigDecimal> percent() {
    return percent;
  }

  /** Returns part and whole, if the share was given so. */
  public Optional<Parts> parts() {
    return parts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Share share
        && share.parts.equals(parts)
        && share.percent.equals(percent);
  }

  @Override
  public int hashCode() {
    return 31 * parts.hashCode() + percent.hashCode();
  }

  /** Returns the share as it was given, such as {@code 45 of 46} or {@code 96.4%}. */
  @Override
  public String toString() {
    return percent
        .map(number -> number.toPlainString() + "%")
        .orElseGet(() -> parts.map(p -> p.part() + " of " + p.whole()).orElseThrow());
  }
}
