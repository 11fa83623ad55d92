package id.kla.region;

/**
 * A regency or city (<i>kabupaten/kota</i>): what the evaluation rates.
 *
 * @param code its code, such as {@code 35.71}
 * @param kind regency or city
 * @param name its official name, without the kind
 */
public record Region(RegionCode code, Kind kind, String name) {

  /** Regency or city. */
  public enum Kind {
    /** A regency. */
    KABUPATEN("Kabupaten"),
    /** A city. */
    KOTA("Kota");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * Checks the code.
   *
   * @throws IllegalArgumentException if {@code code} is not a regency's or city's
   */
  public Region {
    if (code.level() != AreaLevel.REGION) {
      throw new IllegalArgumentException("region: found code " + code + "; allowed: such as 35.71");
    }
  }

  /** Returns kind and name, such as {@code Kabupaten Ogan Ilir}. */
  public String fullName() {
    return kind + " " + name;
  }
}
