package id.kla.region;

/** How large an area is: the levels of Indonesia's regional government. */
public enum AreaLevel {
  /** A province (<i>provinsi</i>). */
  PROVINCE,
  /** A regency or city (<i>kabupaten/kota</i>): what is rated. */
  REGION,
  /** A sub-district (<i>kecamatan</i>). */
  SUBDISTRICT,
  /** A village or urban ward (<i>desa/kelurahan</i>). */
  VILLAGE
}
