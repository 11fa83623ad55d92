package id.kla.jackson;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Documents with a few bytes, tokens or lines changed. */
final class Mutations {

  /** What a mutation puts in: every kind of token, and those that have broken parsers before. */
  private static final List<String> FRAGMENTS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "\n",
          "{}",
          "[]",
          "null",
          "true",
          "-",
          "1e",
          "0.00001",
          "1e999999999",
          "-1e-999999999",
          "0e999999999",
          "1e9999999999",
          "1E+18",
          "9".repeat(70),
          "999999999999999",
          "[".repeat(40),
          "\"x\":",
          "\"\\ud83d\"",
          "\\ud83d",
          "\\u0000",
          "\u0000",
          "\u202e",
          "\uFEFF",
          "é",
          "😀",
          "\"points\": 1,",
          "\"level\": \"a\",",
          "\"measured\": {\"part\": 3, \"of\": 2},",
          "{\"percent\": 1e-999999999}",
          "{\"percent\": 0e999999999}",
          "{\"count\": 1e999999999}",
          "{\"count\": 0e-999999999}",
          "{\"before\": 1e999999999, \"now\": 1}",
          "{\"part\": 0, \"of\": 1}",
          "{\"notApplicable\": \"\"}",
          "{\"measured\": {\"count\": 999999999999999}}",
          "\"edition\": \"tiny\",",
          "\"1.1\": 1,",
          "\"stated\": {\"total\": 1},",
          "//",
          "/* */",
          "NaN",
          "Infinity",
          "'",
          "+1",
          "01",
          ".5",
          "{\"\": 1}",
          "\"\": 1,");

  private Mutations() {}

  /** Returns the document with one to four changes. */
  static Arbitrary<byte[]> of(byte[] document) {
    return Arbitraries.randomValue(random -> changed(document, random));
  }

  /** Does the same with another document each time. */
  static Arbitrary<byte[]> of(Arbitrary<String> documents) {
    return documents.flatMap(document -> of(document.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the text in UTF-8 with one to four changes. */
  static byte[] changed(String document, Random random) {
    return changed(document.getBytes(StandardCharsets.UTF_8), random);
  }

  private static byte[] changed(byte[] document, Random random) {
    byte[] bytes = document;
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      bytes = mutated(bytes, random);
    }
    return bytes;
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    switch (random.nextInt(7)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        if (at < flipped.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 1 -> {
        byte[] replaced = bytes.clone();
        if (at < replaced.length) {
          replaced[at] = (byte) random.nextInt(256);
        }
        return replaced;
      }
      case 2 -> {
        return spliced(bytes, at, bytes.length, "");
      }
      case 3 -> {
        return spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(20)), "");
      }
      case 4 -> {
        return spliced(bytes, at, at, fragment(random));
      }
      case 5 -> {
        return onLines(bytes, random, List::remove);
      }
      default -> {
        return onLines(bytes, random, (lines, index) -> lines.add(index, lines.get(index)));
      }
    }
  }

  /** Returns what a mutation puts in. */
  static String fragment(Random random) {
    return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
  }

  private static byte[] spliced(byte[] bytes, int from, int to, String middle) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, from);
    spliced.writeBytes(middle.getBytes(StandardCharsets.UTF_8));
    spliced.write(bytes, to, bytes.length - to);
    return spliced.toByteArray();
  }

  /** Changes one line of a list. */
  private interface LineChange {
    void apply(List<String> lines, int index);
  }

  private static byte[] onLines(byte[] bytes, Random random, LineChange change) {
    List<String> lines =
        new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
    change.apply(lines, random.nextInt(lines.size()));
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }
}
