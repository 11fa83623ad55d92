package id.kla.table;

import id.kla.fault.Argument;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import id.kla.fault.Printable;
import id.kla.fault.Severity;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the files of a folder that a person keeps there as evidence; no link is followed. */
final class FolderWalk implements FileVisitor<Path> {

  /** Names of what systems leave in folders, besides those that begin with a point or ~$. */
  private static final Set<String> OF_SYSTEMS =
      Set.of(
          "thumbs.db",
          "desktop.ini",
          "ehthumbs.db",
          "$recycle.bin",
          "system volume information",
          "__macosx",
          "@eadir");

  private final Path root;
  private final Set<Path> except;
  private final Most most;
  private final List<ScannedFile> files = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private int met;
  private long characters;

  private FolderWalk(Path root, Set<Path> except, Most most) {
    this.root = root;
    this.except = except;
    this.most = most;
  }

  /**
   * How much of a folder is looked at.
   *
   * @param files files
   * @param depth folders in one another
   * @param characters characters of their names together
   */
  record Most(int files, int depth, int characters) {}

  /**
   * Returns the files of {@code folder} by location, whatever order its system lists them in.
   *
   * @param except files that are not meant
   */
  static Checked<List<ScannedFile>> of(Path folder, Set<Path> except, Most most) {
    FolderWalk walk;
    try {
      walk = new FolderWalk(folder.toRealPath(), except, most);
      Files.walkFileTree(walk.root, Set.of(), most.depth() + 1, walk);
    } catch (IOException e) {
      return Checked.failed(List.of(Fault.unreadable(folder.toString(), e)));
    }
    return walk.found(folder);
  }

  private Checked<List<ScannedFile>> found(Path folder) {
    files.sort(
        Comparator.comparing(ScannedFile::location).thenComparing(file -> file.path().toString()));
    Set<String> locations = new HashSet<>();
    List<ScannedFile> different = new ArrayList<>();
    for (ScannedFile file : files) {
      if (locations.add(file.location())) {
        different.add(file);
      } else {
        faults.add(
            file.leftOut(
                Label.of(
                    "namanya terbaca sama dengan berkas lain; ganti namanya",
                    "its name reads like another file's; rename it")));
      }
    }
    faults.sort(Comparator.comparing(fault -> fault.place().toString()));
    passedOver.stream()
        .min(Comparator.naturalOrder())
        .ifPresent(
            first ->
                faults.add(
                    Fault.of(FaultCode.FILES_PASSED_OVER, Place.file(folder.toString()))
                        .with("found", passedOver.size())
                        .with("first", Printable.of(first))));
    return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
        ? Checked.failed(faults.stream().map(fault -> named(fault, folder)).toList())
        : Checked.of(different, faults);
  }

  /** A fault of the whole folder has no place until its name is known. */
  private static Fault named(Fault fault, Path folder) {
    return fault.place().equals(Place.unknown()) ? fault.at(Place.file(folder.toString())) : fault;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) {
    if (!folder.equals(root) && isOfSystem(folder)) {
      passedOver.add(ScannedFile.locate(root, folder));
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes seen) {
    if (path.equals(root)) {
      faults.add(
          Fault.of(FaultCode.UNREADABLE_FILE, Place.unknown())
              .with("reason", Argument.of(Label.of("bukan folder", "not a folder"))));
      return FileVisitResult.TERMINATE;
    }
    ScannedFile file = ScannedFile.of(root, path, seen);
    if (isOfSystem(path)) {
      passedOver.add(file.location());
    } else if (!isExcepted(path)) {
      Optional<Label> unfit = unfit(file);
      unfit.ifPresent(reason -> faults.add(file.leftOut(reason)));
      if (unfit.isEmpty()) {
        files.add(file);
      }
    }
    return counted(file);
  }

  /** Stops where there is more than is looked at. */
  private FileVisitResult counted(ScannedFile file) {
    met++;
    characters += file.location().length();
    if (met > most.files()) {
      faults.add(Limits.tooMany(Place.unknown(), most.files()));
      return FileVisitResult.TERMINATE;
    }
    if (characters > most.characters()) {
      faults.add(
          Fault.of(FaultCode.NAMES_TOO_LONG, Place.unknown()).with("allowed", most.characters()));
      return FileVisitResult.TERMINATE;
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isOfSystem(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return name.startsWith(".") || name.startsWith("~$") || OF_SYSTEMS.contains(name);
  }

  private boolean isExcepted(Path path) {
    for (Path other : except) {
      if (Objects.equals(other.getFileName(), path.getFileName()) && isSame(other, path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Path other, Path path) {
    try {
      return Files.isSameFile(other, path);
    } catch (IOException e) {
      // What does not exist is not the file that was found.
      return false;
    }
  }

  private Optional<Label> unfit(ScannedFile file) {
    BasicFileAttributes seen = file.seen();
    if (seen.isSymbolicLink()) {
      return Optional.of(
          Label.of(
              "ini tautan, dan tautan tidak diikuti; taruh berkasnya sendiri di sini",
              "it is a link, and links are not followed; put the file itself here"));
    }
    if (seen.isDirectory()) {
      return Optional.of(
          Label.of(
              "foldernya lebih dalam dari " + most.depth() + "; pindahkan isinya ke atas",
              "it is a folder deeper than " + most.depth() + "; move its files up"));
    }
    if (!seen.isRegularFile()) {
      return Optional.of(Label.of("ini bukan berkas biasa", "it is no ordinary file"));
    }
    if (!isLegible(file.location())) {
      return Optional.of(
          Label.of(
              "namanya memuat karakter yang tidak dapat ditulis di tabel, atau spasi di ujungnya;"
                  + " ganti namanya",
              "its name has characters that no table shows, or a blank at its end; rename it"));
    }
    return seen.size() > 0
        ? Optional.empty()
        : Optional.of(
            Label.of(
                "kosong; taruh lagi berkas yang utuh", "it is empty; put the whole file there"));
  }

  /** Says whether a table gives a location back as it was; a damaged letter is no letter. */
  private static boolean isLegible(String location) {
    return Printable.of(location).equals(location)
        && Printable.trimmed(location).equals(location)
        && location.indexOf('\uFFFD') < 0;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
    if (path.equals(root)) {
      throw cause;
    }
    unreadable(path, cause);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException cause) {
    if (cause != null) {
      unreadable(folder, cause);
    }
    return FileVisitResult.CONTINUE;
  }

  private void unreadable(Path path, IOException cause) {
    faults.add(Fault.unreadable(ScannedFile.locate(root, path), cause).tolerated());
  }
}
