package id.kla.table;

import id.kla.fault.Argument;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Label;
import id.kla.fault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A file that was found in a folder.
 *
 * @param path where it is
 * @param names the names of the folders that it is in, and its own
 * @param seen what it was when it was found
 */
record ScannedFile(Path path, List<String> names, BasicFileAttributes seen) {

  private static final int BUFFER = 1 << 16;

  /** Returns the file at {@code path} somewhere below {@code root}. */
  static ScannedFile of(Path root, Path path, BasicFileAttributes seen) {
    return new ScannedFile(path, names(root, path), seen);
  }

  private static List<String> names(Path root, Path path) {
    return StreamSupport.stream(root.relativize(path).spliterator(), false)
        .map(name -> composed(name.toString()))
        .toList();
  }

  /** Returns where a file or folder is within {@code root}, with slashes on every system. */
  static String locate(Path root, Path path) {
    return String.join("/", names(root, path));
  }

  /** Some systems take letters and their accents apart, and others do not. */
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** Returns the location of a file that a list names, maybe with a backslash. */
  static String listed(String name) {
    String location = composed(name).replace('\\', '/');
    return location.startsWith("./") ? location.substring(2) : location;
  }

  /** Returns where it is within the folder. */
  String location() {
    return String.join("/", names);
  }

  /** Returns where the folder of the first {@code depth} names is. */
  String upTo(int depth) {
    return names.stream().limit(depth).collect(Collectors.joining("/"));
  }

  /** Returns the fault that it does not stand in the table. */
  Fault leftOut(Label reason) {
    return Fault.of(FaultCode.FILE_LEFT_OUT, Place.file(location()))
        .with("reason", Argument.of(reason));
  }

  /**
   * What a file's content is known by.
   *
   * @param digest the digest, where it could be taken
   * @param fault why it could not
   */
  record Content(Optional<Digest> digest, Optional<Fault> fault) {
    private static Content none(Fault fault) {
      return new Content(Optional.empty(), Optional.of(fault));
    }
  }

  /** Reads the content, a buffer at a time; a file that has changed since it was found has none. */
  Content content() {
    MessageDigest digest = sha256();
    long size = 0;
    BasicFileAttributes after;
    try (InputStream stream = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      byte[] buffer = new byte[BUFFER];
      // A file that grows for ever is not read for ever.
      for (int n = stream.read(buffer); n >= 0 && size <= seen.size(); n = stream.read(buffer)) {
        digest.update(buffer, 0, n);
        size += n;
      }
      after = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return Content.none(Fault.unreadable(location(), e).tolerated());
    }
    boolean isSame =
        size == seen.size()
            && after.size() == size
            && after.lastModifiedTime().equals(seen.lastModifiedTime())
            && Objects.equals(after.fileKey(), seen.fileKey());
    return isSame
        ? new Content(
            Optional.of(Digest.parse(HexFormat.of().formatHex(digest.digest()))), Optional.empty())
        : Content.none(
            leftOut(
                Label.of(
                    "isinya berubah selama dibaca; pindai lagi",
                    "it changed while it was read; scan again")));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
