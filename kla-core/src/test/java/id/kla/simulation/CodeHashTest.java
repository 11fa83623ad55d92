package id.kla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.hash.Hashing;
import id.kla.edition.Editions;
import id.kla.fault.FaultException;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.region.Regions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodeHashTest {

  static Stream<Arguments> published() {
    return KnownAnswers.rows("siphash-2-4.tsv");
  }

  @ParameterizedTest
  @MethodSource("published")
  void of_publishedMessages_givesThePublishedHashes(int length, String hash) {
    String message =
        IntStream.range(0, length).mapToObj(Character::toString).collect(Collectors.joining());

    assertThat(CodeHash.of(message)).isEqualTo(Long.reverseBytes(KnownAnswers.words(hash)[0]));
  }

  @Test
  void of_lettersBeyondAscii_takesTheirUtf8Bytes() {
    byte[] bytes = {(byte) 0xC3, (byte) 0xA9, '-', '1'};

    assertThat(CodeHash.of("é-1")).isEqualTo(Hashing.sipHash24().hashBytes(bytes).asLong());
  }

  @Test
  void requireApart_codesOfOneHash_areRefusedAllTogetherByName() {
    FaultException refusal =
        catchThrowableOfType(
            FaultException.class,
            () ->
                CodeHash.requireApart(
                    Place.unknown(), List.of("a", "bb", "b", "a", "cc", "ccc"), String::length));

    assertThat(refusal.faults())
        .extracting(fault -> fault.message(Language.ENGLISH))
        .containsExactly(
            "codes \"a\" and \"b\" have one hash (0000000000000001), so that both would draw the"
                + " same random numbers; allowed: codes with hashes of their own. Rename one of the"
                + " two.",
            "codes \"bb\" and \"cc\" have one hash (0000000000000002), so that both would draw the"
                + " same random numbers; allowed: codes with hashes of their own. Rename one of the"
                + " two.");
  }

  @Test
  void requireApart_allQuestionsAndRegionsThatAreKnown_areApart() {
    List<String> questions =
        Editions.kla2024().questions().stream().map(each -> each.code().toString()).toList();
    List<String> regions =
        Regions.builtIn().regions().stream().map(each -> each.code().toString()).toList();

    assertThat(regions).hasSize(514);
    assertThatCode(() -> CodeHash.requireApart(Place.unknown(), questions))
        .doesNotThrowAnyException();
    assertThatCode(() -> CodeHash.requireApart(Place.unknown(), regions))
        .doesNotThrowAnyException();
  }
}
