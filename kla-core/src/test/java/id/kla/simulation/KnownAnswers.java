package id.kla.simulation;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Published test vectors: tab-separated, with their source above and a header. */
final class KnownAnswers {

  private KnownAnswers() {}

  static Stream<Arguments> rows(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(KnownAnswers.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> arguments((Object[]) line.split("\t")));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** Reads words of 64 bits. */
  static long[] words(String text) {
    return Arrays.stream(text.split(" "))
        .mapToLong(word -> Long.parseUnsignedLong(word, 16))
        .toArray();
  }
}
