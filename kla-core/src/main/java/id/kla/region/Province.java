package id.kla.region;

/**
 * A province (<i>provinsi</i>).
 *
 * @param code its code of two digits
 * @param name its official name, without the word "Provinsi"
 */
public record Province(RegionCode code, String name) {

  /**
   * Checks the code.
   *
   * @throws IllegalArgumentException if {@code code} is not a province's
   */
  public Province {
    if (code.level() != AreaLevel.PROVINCE) {
      throw new IllegalArgumentException("province: found code " + code + "; allowed: two digits");
    }
  }
}
