package id.kla.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.testing.EqualsTester;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

  /** SHA-256 of nothing, as FIPS 180-4 gives it. */
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /** The examples that NIST publishes: of nothing, and of one block. */
  @Test
  void of_publishedExamples_areTheirDigests() {
    assertThat(Digest.of(new byte[0])).hasToString(NOTHING);
    assertThat(Digest.of("abc".getBytes(StandardCharsets.US_ASCII)))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void parse_capitals_areTheSameDigest() {
    assertThat(Digest.parse(NOTHING.toUpperCase(Locale.ROOT))).hasToString(NOTHING);
    new EqualsTester()
        .addEqualityGroup(Digest.parse(NOTHING), Digest.parse(NOTHING.toUpperCase(Locale.ROOT)))
        .addEqualityGroup(Digest.parse("0".repeat(64)))
        .testEquals();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "e3b0c442",
        "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void parse_anythingElse_isRefusedWithWhatWasFound(String text) {
    assertThat(Digest.find(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Digest.parse(text))
        .withMessageContaining("\"" + text + "\"")
        .withMessageContaining("64 hexadecimal digits");
  }
}
