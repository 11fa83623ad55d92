package id.kla.edition;

/**
 * How old a document may be.
 *
 * @param months how many months before the day that counts it may have been issued, from 1
 * @param origin where that comes from
 */
public record Age(int months, Origin origin) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if there are fewer than 1 or more than 1200 months
   */
  public Age {
    if (months < 1 || months > 1200) {
      throw new IllegalArgumentException("months: found " + months + "; allowed: 1 to 1200");
    }
  }
}
