package id.kla.simulation;

import id.kla.fault.Checked;
import id.kla.fault.Digest;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The bytes of a sample, as {@link SampledDistribution#toBytes} describes them. */
final class SampleBytes {

  private static final String FORMAT = "kla.sample/1";
  private static final int DIGEST = 32;

  /** Of what a fault shows as a format. */
  private static final int LONGEST_FORMAT = 40;

  private final byte[] bytes;
  private final int end;
  private int position;

  private SampleBytes(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length - DIGEST;
  }

  // Writing

  static byte[] write(Sampler sampler, DrawRanges ranges, Histogram totals, long[] tiers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(FORMAT, out);
    text(sampler.toString(), out);
    text(sampler.model().digest().toString(), out);
    number(ranges.inOrder().size(), out);
    long drawn = 0;
    for (DrawRanges.Range range : ranges.inOrder()) {
      number(range.first() - drawn, out);
      number(range.end() - range.first(), out);
      drawn = range.end();
    }
    number(tiers.length, out);
    for (long count : tiers) {
      number(count, out);
    }
    number(totals.size(), out);
    long before = 0;
    for (int place = 0; place < totals.size(); place++) {
      number(totals.value(place) - before, out);
      number(totals.count(place), out);
      before = totals.value(place);
    }
    out.writeBytes(digest(out.toByteArray()));
    return out.toByteArray();
  }

  private static void text(String text, ByteArrayOutputStream out) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length, out);
    out.writeBytes(utf8);
  }

  private static void number(long number, ByteArrayOutputStream out) {
    long left = number;
    while (left >= 0x80) {
      out.write((int) (left | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private static byte[] digest(byte[] content) {
    return HexFormat.of().parseHex(Digest.of(content).toString());
  }

  // Reading

  /** That the bytes hold nothing that a sample writes. */
  private static final class DamageException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static Checked<SampledDistribution> read(Sampler sampler, byte[] bytes) {
    return new SampleBytes(bytes.clone()).read(sampler);
  }

  private Checked<SampledDistribution> read(Sampler sampler) {
    try {
      String format = text(LONGEST_FORMAT);
      if (!format.equals(FORMAT)) {
        return failed(FaultCode.WRONG_FORMAT, format, FORMAT);
      }
      byte[] computed = digest(Arrays.copyOf(bytes, end));
      if (!Arrays.equals(bytes, end, bytes.length, computed, 0, DIGEST)) {
        return failed(damaged().with("computed", HexFormat.of().formatHex(computed)));
      }
      String found = text(end) + ", model " + text(end);
      String allowed = sampler + ", model " + sampler.model().digest();
      if (!found.equals(allowed)) {
        return failed(FaultCode.OTHER_SIMULATION, found, allowed);
      }
      return Checked.of(sample(sampler), List.of());
    } catch (DamageException e) {
      return failed(damaged().with("position", position));
    }
  }

  private SampledDistribution sample(Sampler sampler) throws DamageException {
    DrawRanges ranges = ranges();
    long[] tiers = new long[sampler.model().edition().ladder().tiers().size() + 1];
    require(number() == tiers.length);
    long left = ranges.size();
    for (int place = 0; place < tiers.length; place++) {
      tiers[place] = number();
      require(tiers[place] <= left);
      left -= tiers[place];
    }
    require(left == 0);
    long maximum = sampler.model().edition().maximum().orElseThrow().units();
    Histogram totals = totals(ranges.size(), maximum);
    require(position == end);
    return new SampledDistribution(sampler, ranges, totals, tiers);
  }

  private DrawRanges ranges() throws DamageException {
    int size = size();
    List<DrawRanges.Range> ranges = new ArrayList<>();
    long drawn = 0;
    for (int i = 0; i < size; i++) {
      long gap = number();
      long length = number();
      require(i == 0 || gap > 0);
      require(length > 0);
      require(gap <= Sampler.MOST_DRAWS - drawn && length <= Sampler.MOST_DRAWS - drawn - gap);
      ranges.add(new DrawRanges.Range(drawn + gap, drawn + gap + length));
      drawn += gap + length;
    }
    return new DrawRanges(ranges);
  }

  private Histogram totals(long draws, long maximum) throws DamageException {
    long[] values = new long[size()];
    long[] counts = new long[values.length];
    long total = 0;
    long left = draws;
    for (int place = 0; place < values.length; place++) {
      long rise = number();
      require(place == 0 || rise > 0);
      require(rise <= maximum - total);
      total += rise;
      values[place] = total;
      counts[place] = number();
      require(counts[place] > 0 && counts[place] <= left);
      left -= counts[place];
    }
    require(left == 0);
    return new Histogram(values, counts);
  }

  /** Reads how many pairs follow, each of two bytes or more: at least one. */
  private int size() throws DamageException {
    long size = number();
    require(size > 0 && size <= (end - position) / 2);
    return (int) size;
  }

  private String text(int longest) throws DamageException {
    long length = number();
    require(length <= Math.min(longest, end - position));
    String text = new String(bytes, position, (int) length, StandardCharsets.UTF_8);
    position += (int) length;
    return text;
  }

  private long number() throws DamageException {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      require(position < end && shift < Long.SIZE - 1);
      byte next = bytes[position++];
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        // A last byte of nothing would be a second way to write the same number.
        require(next > 0 || shift == 0);
        return number;
      }
    }
  }

  private static void require(boolean isWritten) throws DamageException {
    if (!isWritten) {
      throw new DamageException();
    }
  }

  private Fault damaged() {
    return Fault.of(FaultCode.DAMAGED_SAMPLE, Place.unknown()).with("bytes", bytes.length);
  }

  private static Checked<SampledDistribution> failed(FaultCode code, String found, String allowed) {
    return failed(Fault.of(code, Place.unknown()).with("found", found).with("allowed", allowed));
  }

  private static Checked<SampledDistribution> failed(Fault fault) {
    return Checked.failed(List.of(fault));
  }
}
