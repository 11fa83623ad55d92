package id.kla.simulation;

import static id.kla.simulation.SampleModels.sampler;
import static id.kla.simulation.SampleModels.tied;
import static org.assertj.core.api.Assertions.assertThat;

import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import java.security.MessageDigest;
import java.util.Arrays;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of the bytes of a sample, damaged in such a way that their digest is right again. */
class SampleBytesProperties {

  private static final Sampler SAMPLER = sampler(tied(), 1);
  private static final byte[] WHOLE =
      SAMPLER.sample(0, 40).plus(SAMPLER.sample(1000, 1100)).toBytes();
  private static final int END = WHOLE.length - 32;

  /** What follows the three texts of 12, 25 and 64 bytes. */
  private static final int NUMBERS = 13 + 26 + 65;

  private static byte[] signed(byte[] content) throws Exception {
    byte[] signed = Arrays.copyOf(content, content.length + 32);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    System.arraycopy(digest, 0, signed, content.length, 32);
    return signed;
  }

  /** Whatever is read is what was written, so that no two forms are one sample. */
  private static void requireSampleOrFault(byte[] bytes) {
    Checked<SampledDistribution> read = SAMPLER.read(bytes);

    assertThat(read.value().isEmpty())
        .isEqualTo(
            read.faults().stream().map(Fault::code).anyMatch(FaultCode.DAMAGED_SAMPLE::equals));
    read.value().ifPresent(sample -> assertThat(sample.toBytes()).isEqualTo(bytes));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void read_otherNumbersUnderARightDigest_areASampleInItsOnlyFormOrAFault(
      @ForAll @Size(min = 1, max = 4) int[] places, @ForAll byte value) throws Exception {
    byte[] content = Arrays.copyOf(WHOLE, END);
    for (int place : places) {
      content[NUMBERS + Math.floorMod(place, END - NUMBERS)] += value;
    }

    requireSampleOrFault(signed(content));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void read_anyNumbersUnderARightDigest_areASampleInItsOnlyFormOrAFault(
      @ForAll @IntRange(max = 60) int kept, @ForAll @Size(max = 40) byte[] more) throws Exception {
    byte[] content = Arrays.copyOf(WHOLE, Math.min(END, NUMBERS + kept) + more.length);
    System.arraycopy(more, 0, content, content.length - more.length, more.length);

    requireSampleOrFault(signed(content));
  }
}
