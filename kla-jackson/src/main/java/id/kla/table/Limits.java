package id.kla.table;

import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;

/** How much of a file is read. */
final class Limits {

  /** Bytes of a file. */
  static final int BYTES = 16 << 20;

  /** Rows of a worksheet. */
  static final int ROWS = 20_000;

  /** Columns of a row. */
  static final int COLUMNS = 256;

  /** Characters of a cell: what a spreadsheet's cell can hold. */
  static final int LONGEST_CELL = 32_767;

  /** Different codes of questions in one cell. */
  static final int CODES = 1_000;

  /** Files that are merged at once. */
  static final int FILES = 1_000;

  /** Files of a folder of evidence: as many as one table holds below its head. */
  static final int SCANNED = ROWS - 10;

  /** Folders in one another. */
  static final int DEPTH = 32;

  /** Characters of the names of a folder's files together, so that its table can be read. */
  static final int NAMES = 4 << 20;

  /** Entries of an archive, and so of a workbook. */
  static final int ENTRIES = 1_000;

  /** Bytes of an archive's entries together once they are unpacked. */
  static final long UNPACKED = 128L << 20;

  /** How many times its own size, if that is more than a megabyte, an archive may unpack to. */
  static final long RATIO = 100;

  private Limits() {}

  /** The fault of a file that is larger than is read. */
  static Fault tooLarge(String file, long allowed) {
    return Fault.of(FaultCode.TOO_LARGE, Place.file(file))
        .with("found", "> " + allowed + " B")
        .with("allowed", allowed + " B");
  }

  /** The fault of a cell that no spreadsheet can hold. */
  static Fault tooLong(Place place) {
    return Fault.of(FaultCode.CELL_TOO_LONG, place).with("allowed", LONGEST_CELL);
  }

  static Fault tooMany(Place place, long allowed) {
    return Fault.of(FaultCode.TOO_MANY, place).with("allowed", allowed);
  }
}
