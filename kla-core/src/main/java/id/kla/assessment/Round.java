package id.kla.assessment;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One evaluation (<i>putaran evaluasi</i>): a year, or two years in a row that make one evaluation.
 *
 * @param firstYear the year it begins in
 * @param lastYear the year it ends in, the same or the next
 */
@CheckReturnValue
public record Round(int firstYear, int lastYear) implements Comparable<Round> {

  private static final Pattern FORM = Pattern.compile("((?:19|20|21)[0-9]{2})(?:/([0-9]{4}))?");

  /**
   * Checks the years.
   *
   * @throws IllegalArgumentException unless the years are equal or in a row, and 1900 to 2199
   */
  public Round {
    if (firstYear < 1900 || lastYear > 2199 || lastYear < firstYear || lastYear > firstYear + 1) {
      throw new IllegalArgumentException(
          "round: found " + firstYear + " to " + lastYear + "; allowed: a year or two in a row");
    }
  }

  /** Returns the round of one year. */
  public static Round of(int year) {
    return new Round(year, year);
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  public static Round parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "round: found \"" + text + "\"; allowed: such as 2023 or 2024/2025"));
  }

  /** Returns the round that {@code text} writes, or nothing if it has another form. */
  public static Optional<Round> find(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    boolean two = matcher.group(2) != null;
    return (two ? last == first + 1 : true) && last <= 2199
        ? Optional.of(new Round(first, last))
        : Optional.empty();
  }

  /** Says whether {@code year} falls in this round. */
  public boolean covers(int year) {
    return firstYear <= year && year <= lastYear;
  }

  @Override
  public int compareTo(Round other) {
    return firstYear != other.firstYear
        ? Integer.compare(firstYear, other.firstYear)
        : Integer.compare(lastYear, other.lastYear);
  }

  /** Returns the year, or both years with a slash, such as {@code 2024/2025}. */
  @Override
  public String toString() {
    return firstYear == lastYear ? Integer.toString(firstYear) : firstYear + "/" + lastYear;
  }
}
