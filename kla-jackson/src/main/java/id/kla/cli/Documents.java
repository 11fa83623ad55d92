package id.kla.cli;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that parameters name: each by itself, a folder with every file in it. */
final class Documents {

  /** Folders in one another. */
  private static final int DEPTH = 32;

  /** As many as fit into memory by their names. */
  static final int MOST = 1_000_000;

  private Documents() {}

  /**
   * Returns the files in the order of the parameters, those of a folder by name. What begins with a
   * point, as systems leave it in folders, is passed over there; everything else is a document.
   */
  static Checked<List<Path>> of(List<Path> named) {
    List<Fault> faults = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> found = Files.walk(path, DEPTH)) {
        found
            .filter(file -> !Files.isDirectory(file))
            .filter(file -> !isHidden(path.relativize(file)))
            .sorted()
            .limit(MOST + 1L)
            .forEach(files::add);
      } catch (UncheckedIOException e) {
        faults.add(Fault.unreadable(path.toString(), Objects.requireNonNull(e.getCause())));
      } catch (IOException e) {
        faults.add(Fault.unreadable(path.toString(), e));
      }
    }
    if (files.size() > MOST) {
      faults.add(
          Fault.of(FaultCode.TOO_MANY, Place.file(named.get(0).toString())).with("allowed", MOST));
    }
    return faults.isEmpty() ? Checked.of(List.copyOf(files), List.of()) : Checked.failed(faults);
  }

  private static boolean isHidden(Path inside) {
    for (Path name : inside) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
