package id.kla.points;

import com.google.errorprone.annotations.CheckReturnValue;
import java.math.BigDecimal;
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
  private final String text;

  private Share(Ratio ratio, String text) {
    this.ratio = ratio;
    this.text = text;
  }

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
    return new Share(Ratio.of(part, whole), part + " of " + whole);
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
    return new Share(Ratio.of(shortest.movePointLeft(2)), shortest.toPlainString() + "%");
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

  /** Says whether this share was given as a percentage, not as a part and its whole. */
  public boolean isPercent() {
    return text.endsWith("%");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Share share && share.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the share as it was given, such as {@code 45 of 46} or {@code 96.4%}. */
  @Override
  public String toString() {
    return text;
  }
}
