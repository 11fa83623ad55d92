package id.kla.cli;

import id.kla.table.KlaTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a result is written: whole, or not at all. */
final class Output {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; standard output by default, or as -.")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  Output() {}

  /** Returns the file that is written, if it is not standard output. */
  Optional<Path> file() {
    return Optional.ofNullable(file).filter(target -> !target.toString().equals("-"));
  }

  /** Writes a result as text, as a document or as tables; returns the exit status. */
  int write(
      ResultFormat format,
      Supplier<String> text,
      Supplier<String> document,
      Function<KlaTables.Form, byte[]> tables) {
    return switch (format) {
      case TEXT -> write(text.get());
      case JSON -> write(document.get());
      case CSV -> write(tables.apply(KlaTables.Form.CSV));
      case XLSX -> write(tables.apply(KlaTables.Form.XLSX));
    };
  }

  /** Writes a result that is text; returns the exit status. */
  int write(String text) {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the result; returns the exit status. */
  int write(byte[] content) {
    if (file().isEmpty()) {
      return print(content);
    }
    Path target = file().get();
    try {
      Path part = part(target);
      try {
        Files.write(part, content);
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
      return Main.FINE;
    } catch (IOException e) {
      tellUnwritten(err(), target, e);
      return Main.OWN_FAULT;
    }
  }

  /**
   * Writes texts into files of a folder, which is made if need be; returns the exit status. Files
   * of the same names are replaced, but none before all are written.
   */
  int writeAll(Path folder, Map<String, String> texts) {
    Map<Path, Path> parts = new LinkedHashMap<>();
    try {
      Files.createDirectories(folder);
      try {
        for (Map.Entry<String, String> text : texts.entrySet()) {
          Path target = folder.resolve(text.getKey());
          Path part = part(target);
          parts.put(part, target);
          Files.writeString(part, text.getValue());
        }
        for (Path target : parts.values()) {
          refuseFolder(target);
        }
        for (Map.Entry<Path, Path> part : parts.entrySet()) {
          move(part.getKey(), part.getValue());
        }
      } finally {
        for (Path part : parts.keySet()) {
          Files.deleteIfExists(part);
        }
      }
      return Main.FINE;
    } catch (IOException e) {
      tellUnwritten(err(), folder, e);
      return Main.OWN_FAULT;
    }
  }

  /** Makes a file beside that which it becomes, for whom the machine's rules let read it. */
  private static Path part(Path target) throws IOException {
    return Files.createFile(target.resolveSibling(".kla-" + UUID.randomUUID() + ".part"));
  }

  /** Says that a file or folder can't be written, and why. */
  static void tellUnwritten(PrintWriter err, Path target, IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "its folder does not exist"
            : e instanceof FileAlreadyExistsException
                ? "something of that name is in the way"
                : e instanceof AccessDeniedException ? "access denied" : "writing failed";
    err.println("kla: \"" + target + "\" can't be written (" + reason + ").");
  }

  private static void refuseFolder(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
  }

  private static void move(Path part, Path target) throws IOException {
    refuseFolder(target);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private int print(byte[] content) {
    spec.commandLine().getOut().flush();
    try {
      ((Main) spec.root().userObject()).out().write(content);
      return Main.FINE;
    } catch (IOException e) {
      err().println("kla: the result can't be written to standard output.");
      return Main.OWN_FAULT;
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
