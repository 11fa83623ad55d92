package id.kla.cli;

/** How a result that also fits a spreadsheet is written. */
enum ResultFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** Tables as text. */
  CSV,
  /** A workbook. */
  XLSX;

  /** Returns how the faults beside it are told. */
  Common.Format ofFaults() {
    return this == JSON ? Common.Format.JSON : Common.Format.TEXT;
  }
}
