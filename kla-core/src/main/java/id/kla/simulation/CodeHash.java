package id.kla.simulation;

import com.google.common.hash.Hashing;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.FaultException;
import id.kla.fault.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The 64 bits that stand for a code in a counter: SipHash-2-4 of its UTF-8 bytes, by Aumasson and
 * Bernstein, "SipHash: a fast short-input PRF", INDOCRYPT (2012), under the key of the test vectors
 * published with it, the bytes 0 to 15.
 *
 * <p>It was made for short texts, is well studied, and Guava has it. Two codes with the same 64
 * bits are refused, never kept apart by some other rule: a draw may depend on nothing but the code.
 */
final class CodeHash {

  private CodeHash() {}

  static long of(String code) {
    return Hashing.sipHash24().hashString(code, StandardCharsets.UTF_8).asLong();
  }

  /**
   * Refuses codes of which two have one hash.
   *
   * @throws IllegalArgumentException if there are such; the message, that of a {@link
   *     FaultException}, names all of them
   */
  static void requireApart(Place place, Collection<String> codes) {
    requireApart(place, codes, CodeHash::of);
  }

  static void requireApart(Place place, Collection<String> codes, ToLongFunction<String> hash) {
    Map<Long, String> seen = new HashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (String code : codes) {
      long bits = hash.applyAsLong(code);
      String first = seen.putIfAbsent(bits, code);
      if (first != null && !first.equals(code)) {
        faults.add(
            Fault.of(FaultCode.CODES_COLLIDE, place)
                .with("first", first)
                .with("second", code)
                .with("found", String.format("%016x", bits)));
      }
    }
    if (!faults.isEmpty()) {
      throw new FaultException(faults);
    }
  }
}
