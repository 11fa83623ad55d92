package id.kla.table;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Label;
import java.util.List;

/** Keeps callers without fastexcel from workbooks, in words. */
final class Workbooks {

  private Workbooks() {}

  static Checked<List<Grid>> read(String name, byte[] content) {
    try {
      return XlsxFile.read(name, content);
    } catch (NoClassDefFoundError e) {
      return Checked.failed(
          List.of(
              Fault.unreadable(
                  name,
                  Label.of(
                      "berkas .xlsx memerlukan pustaka org.dhatim:fastexcel-reader",
                      "an .xlsx file needs the library org.dhatim:fastexcel-reader"))));
    }
  }

  static byte[] write(List<Table> tables) {
    try {
      return XlsxFile.write(tables);
    } catch (NoClassDefFoundError e) {
      throw new UnsupportedOperationException(
          "an .xlsx file needs the library org.dhatim:fastexcel", e);
    }
  }
}
