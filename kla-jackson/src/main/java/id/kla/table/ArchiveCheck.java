package id.kla.table;

import id.kla.fault.Fault;
import id.kla.fault.Label;
import id.kla.fault.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks through the archive that a workbook is, before a library reads it. */
final class ArchiveCheck {

  private final String name;
  private final WorksheetCheck worksheets;
  private boolean namesStyles;
  private boolean holdsStyles;

  ArchiveCheck(String name) {
    this.name = name;
    this.worksheets = new WorksheetCheck(name);
  }

  /** Says whether the workbook says how its cells look; a small program may leave that out. */
  boolean hasStyles() {
    return namesStyles && holdsStyles;
  }

  /**
   * Unpacks the archive to nowhere, as the library would, and stops at what no sheet of ours can
   * be.
   */
  Optional<Fault> look(byte[] content) {
    byte[] buffer = new byte[1 << 16];
    long most = Math.max(1 << 20, Math.min(Limits.UNPACKED, Limits.RATIO * content.length));
    long unpacked = 0;
    int entries = 0;
    try (ZipFile archive =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
        if (++entries > Limits.ENTRIES) {
          return Optional.of(Limits.tooMany(Place.file(name), Limits.ENTRIES));
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean isKept = isWorksheet(entry) || isContents(entry);
        try (InputStream stream = archive.getInputStream(entry)) {
          for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            unpacked += read;
            if (unpacked > most) {
              return Optional.of(Limits.tooLarge(name, most));
            }
            if (isKept) {
              kept.write(buffer, 0, read);
            }
          }
        }
        Optional<Fault> unfit = look(entry, kept);
        if (unfit.isPresent()) {
          return unfit;
        }
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      return Optional.of(broken(name));
    }
    return entries == 0
        ? Optional.of(broken(name))
        : worksheets.needsStyles() && !hasStyles() ? Optional.of(unstyled()) : Optional.empty();
  }

  private static boolean isWorksheet(ZipArchiveEntry entry) {
    return entry.getName().startsWith("xl/worksheets/");
  }

  private static boolean isContents(ZipArchiveEntry entry) {
    return entry.getName().equals("[Content_Types].xml");
  }

  private Optional<Fault> look(ZipArchiveEntry entry, ByteArrayOutputStream content)
      throws XMLStreamException {
    holdsStyles |= entry.getName().endsWith("styles.xml");
    if (isContents(entry)) {
      namesStyles = content.toString(StandardCharsets.UTF_8).contains("spreadsheetml.styles+xml");
    }
    return isWorksheet(entry) ? worksheets.look(content.toByteArray()) : Optional.empty();
  }

  /** The fault of a workbook that no library can read. */
  static Fault broken(String name) {
    return Fault.unreadable(
        name, Label.of("bukan buku kerja .xlsx yang utuh", "it is no whole .xlsx workbook"));
  }

  private Fault unstyled() {
    return Fault.unreadable(
        name,
        Label.of(
            "selnya berformat, tetapi xl/styles.xml tidak ada; simpan lagi sebagai .xlsx dengan"
                + " program lembar kerja",
            "its cells have styles, but xl/styles.xml is missing; save it again as .xlsx with a"
                + " spreadsheet"));
  }
}
