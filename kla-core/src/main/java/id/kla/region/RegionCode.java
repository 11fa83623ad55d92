package id.kla.region;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of an area in the list of the Ministry of Home Affairs: a province ({@code 35}), a
 * regency or city ({@code 35.71}), a sub-district ({@code 35.71.01}) or a village ({@code
 * 35.71.01.1001}).
 */
@CheckReturnValue
public final class RegionCode implements Comparable<RegionCode> {

  private static final Pattern FORM =
      Pattern.compile("[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?");

  private final String text;

  private RegionCode(String text) {
    this.text = text;
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  public static RegionCode parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "region code: found \""
                        + text
                        + "\"; allowed: such as 35, 35.71, 35.71.01 or 35.71.01.1001"));
  }

  /** Returns the code that {@code text} writes, or nothing if it has another form. */
  public static Optional<RegionCode> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RegionCode(text)) : Optional.empty();
  }

  /** Returns what kind of area the code stands for. */
  public AreaLevel level() {
    return switch (text.length()) {
      case 2 -> AreaLevel.PROVINCE;
      case 5 -> AreaLevel.REGION;
      case 8 -> AreaLevel.SUBDISTRICT;
      default -> AreaLevel.VILLAGE;
    };
  }

  /** Returns the code of the province that the area is, or lies in. */
  public RegionCode province() {
    return new RegionCode(text.substring(0, 2));
  }

  /** Returns the code of the regency or city that the area is, or lies in; none for a province. */
  public Optional<RegionCode> region() {
    return text.length() < 5
        ? Optional.empty()
        : Optional.of(text.length() == 5 ? this : new RegionCode(text.substring(0, 5)));
  }

  @Override
  public int compareTo(RegionCode other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegionCode code && code.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the code with its points, such as {@code 35.71}. */
  @Override
  public String toString() {
    return text;
  }
}
