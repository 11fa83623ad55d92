package id.kla.edition;

/** Which level of government a fact is collected from. */
public enum CollectedFrom {
  /** The region itself. */
  REGION,
  /** Its sub-districts (<i>kecamatan</i>). */
  SUBDISTRICT,
  /** Its villages and urban wards (<i>desa/kelurahan</i>). */
  VILLAGE
}
