package id.kla.table;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of tables as it was read: text in UTF-8, or a workbook. */
public final class SheetFile {

  private final String name;
  private final byte[] content;

  private SheetFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * Returns a file that was read elsewhere, under the name that faults call it; that it is larger
   * than 16 MiB is a fault as soon as its tables are read.
   */
  public static SheetFile of(String name, byte[] content) {
    return new SheetFile(name, content.clone());
  }

  /** Reads a file; one that can't be read, or is larger than 16 MiB, is a fault. */
  public static Checked<SheetFile> read(Path file) {
    if (Files.isDirectory(file)) {
      return Checked.failed(
          List.of(
              Fault.unreadable(
                  "\"" + file + "\"", Label.of("ini sebuah folder", "it is a folder"))));
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return read(file.toString(), stream);
    } catch (IOException e) {
      return Checked.failed(List.of(Fault.unreadable(file.toString(), e)));
    }
  }

  /**
   * Reads a stream, which is not closed.
   *
   * @throws IOException if the stream fails
   */
  public static Checked<SheetFile> read(String name, InputStream stream) throws IOException {
    byte[] content = stream.readNBytes(Limits.BYTES + 1);
    return content.length > Limits.BYTES
        ? Checked.failed(List.of(Limits.tooLarge(name, Limits.BYTES)))
        : Checked.of(new SheetFile(name, content), List.of());
  }

  /** Returns what faults call it. */
  public String name() {
    return name;
  }

  /** Returns a copy of its bytes. */
  public byte[] content() {
    return content.clone();
  }

  Checked<List<Grid>> grids() {
    if (content.length > Limits.BYTES) {
      return Checked.failed(List.of(Limits.tooLarge(name, Limits.BYTES)));
    }
    if (XlsxFile.isOld(content)) {
      return Checked.failed(
          List.of(
              Fault.unreadable(
                  name,
                  Label.of(
                      "ini .xls lama atau buku kerja berkata sandi; simpan sebagai .xlsx tanpa kata"
                          + " sandi",
                      "it is an old .xls or a workbook with a password; save it as .xlsx"
                          + " without"))));
    }
    if (isDocument()) {
      return Checked.failed(
          List.of(
              Fault.unreadable(
                  name,
                  Label.of(
                      "ini dokumen JSON, bukan tabel; buat tabelnya dengan kla convert --to csv",
                      "it is a document in JSON and no table; make tables of it with kla convert"
                          + " --to csv"))));
    }
    return XlsxFile.isArchive(content)
        ? Workbooks.read(name, content)
        : CsvFile.read(name, content);
  }

  /** Says whether it begins as documents do, and no table. */
  private boolean isDocument() {
    int at = 0;
    while (at < content.length && (content[at] <= ' ' && content[at] >= 0)) {
      at++;
    }
    return at < content.length && content[at] == '{';
  }
}
