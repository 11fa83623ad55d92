package id.kla.edition;

/** What kind of fact can be measured. */
public enum FactKind {
  /** A share of a whole (<i>cakupan, persentase</i>). */
  COVERAGE,
  /** A number of things (<i>jumlah</i>). */
  COUNT,
  /** A signed change between two years (<i>tren</i>). */
  CHANGE
}
