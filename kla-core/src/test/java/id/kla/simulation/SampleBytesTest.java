package id.kla.simulation;

import static id.kla.simulation.SampleModels.either;
import static id.kla.simulation.SampleModels.sampler;
import static id.kla.simulation.SampleModels.state;
import static id.kla.simulation.SampleModels.tied;
import static id.kla.simulation.SampleModels.tiny;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.scoring.TinyEdition;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleBytesTest {

  /** Four draws of 3, 1, 3 and 7 points, one of which earns the first tier. */
  private static SampledDistribution four() {
    return new SampledDistribution(
        sampler(tied(), 1),
        DrawRanges.of(300, 304),
        Histogram.of(new long[] {30_000, 10_000, 30_000, 70_000}),
        new long[] {3, 1, 0, 0});
  }

  private static void write(String text, ByteArrayOutputStream to) {
    to.write(text.length());
    to.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void write(ByteArrayOutputStream to, int... bytes) {
    Arrays.stream(bytes).forEach(to::write);
  }

  /**
   * 300 is 2 times 128 and 44; 10,000 is 78 times 128 and 16; 20,000 is 16,384, 28 times 128, 32.
   */
  @Test
  void toBytes_ofFourDraws_areThoseWorkedOutByHand() throws Exception {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    write("kla.sample/1", expected);
    write("tiny of 35.71 with seed 1", expected);
    write(tied().digest().toString(), expected);
    write(expected, 1, 0x80 | 44, 2, 4);
    write(expected, 4, 3, 1, 0, 0);
    write(expected, 3, 0x80 | 16, 78, 1);
    write(expected, 0x80 | 32, 0x80 | 28, 1, 2);
    write(expected, 0x80 | 64, 0x80 | 56, 2, 1);
    expected.writeBytes(MessageDigest.getInstance("SHA-256").digest(expected.toByteArray()));

    assertThat(four().toBytes()).isEqualTo(expected.toByteArray());
  }

  @Test
  void read_whatWasWritten_isTheSameSample() {
    Sampler sampler = sampler(tied(), 7);
    SampledDistribution parts = sampler.sample(10, 500).plus(sampler.sample(4_000_000, 4_010_000));

    Checked<SampledDistribution> read = sampler(tied(), 7).read(parts.toBytes());

    assertThat(read.value()).contains(parts);
    assertThat(read.orThrow().plus(sampler.sample(500, 600)))
        .isEqualTo(sampler.sample(10, 600).plus(sampler.sample(4_000_000, 4_010_000)));
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void read_anyBitChangedOrBytesGoneOrMore_isAFault() {
    byte[] bytes = four().toBytes();
    Sampler sampler = sampler(tied(), 1);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 << (at % 8));

      assertThat(sampler.read(changed).value()).as("byte %s", at).isEmpty();
      assertThat(sampler.read(Arrays.copyOf(bytes, at)).value()).as("%s bytes", at).isEmpty();
    }
    assertThat(sampler.read(Arrays.copyOf(bytes, bytes.length + 1)).value()).isEmpty();
    assertThat(sampler.read(bytes).value()).contains(four());
  }

  @Test
  void read_changedBytes_namesTheDigestThatTheyHave() throws Exception {
    byte[] bytes = four().toBytes();
    int last = bytes.length - 32 - 1;
    bytes[last] = 2;
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, last + 1));

    List<Fault> faults = sampler(tied(), 1).read(bytes).faults();

    assertThat(faults)
        .containsExactly(
            Fault.of(FaultCode.DAMAGED_SAMPLE, Place.unknown())
                .with("bytes", bytes.length)
                .with("computed", HexFormat.of().formatHex(digest)));
  }

  @Test
  void read_bytesOfAnotherForm_namesBoth() {
    byte[] bytes = four().toBytes();
    bytes[12] = '2';

    assertThat(sampler(tied(), 1).read(bytes).faults())
        .containsExactly(
            Fault.of(FaultCode.WRONG_FORMAT, Place.unknown())
                .with("found", "kla.sample/2")
                .with("allowed", "kla.sample/1"));
  }

  @Test
  void read_drawsOfAnotherSeedOrModel_areRefusedWithBothNames() {
    TiedModel other = TiedModel.of(tied().alone(), List.of());
    byte[] bytes = four().toBytes();

    assertThat(sampler(tied(), 2).read(bytes).faults())
        .containsExactly(
            Fault.of(FaultCode.OTHER_SIMULATION, Place.unknown())
                .with("found", "tiny of 35.71 with seed 1, model " + tied().digest())
                .with("allowed", "tiny of 35.71 with seed 2, model " + tied().digest()));
    assertThat(sampler(other, 1).read(bytes).faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.OTHER_SIMULATION);
  }

  @Test
  void digest_ofModels_isTheSameForEqualOnesOnly() {
    AwardModel alone = tiny(TinyEdition.EDITION, Map.of("1.1", either("4", "1/2")));
    SharedFactor one =
        new SharedFactor("A", List.of(state("1", Map.of("2.1", either("1", "1/2")))));
    SharedFactor sure =
        new SharedFactor(
            "A",
            List.of(
                state("1/2", Map.of("2.1", either("1", "1/2"))),
                state("1/2", Map.of("2.1", either("1", "1/2")))));
    SharedFactor named = new SharedFactor("B", one.states());

    assertThat(TiedModel.of(alone, List.of(one)).digest())
        .isEqualTo(TiedModel.of(alone, List.of(one)).digest());
    assertThat(
            List.of(
                TiedModel.of(alone, List.of()).digest(),
                TiedModel.of(tiny(TinyEdition.EDITION, Map.of()), List.of()).digest(),
                TiedModel.of(alone, List.of(one)).digest(),
                TiedModel.of(alone, List.of(sure)).digest(),
                TiedModel.of(alone, List.of(named)).digest()))
        .doesNotHaveDuplicates();
  }
}
