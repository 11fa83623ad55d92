package id.kla.benchmarks.spark;

import id.kla.edition.Tier;
import id.kla.fault.Digest;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.region.RegionCode;
import id.kla.simulation.SampledDistribution;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** All parts put together: what each region claims, and how its total and tier are distributed. */
final class NationResult {

  private final Nation nation;
  private final SortedMap<RegionCode, Row> rows;
  private final long processes;

  private record Row(int claimed, int tier, SampledDistribution sample) {

    Row plus(Row other) {
      if (claimed != other.claimed || tier != other.tier) {
        throw new IllegalStateException("claims: found " + this + " and " + other);
      }
      return new Row(claimed, tier, sample.plus(other.sample));
    }
  }

  private NationResult(Nation nation, SortedMap<RegionCode, Row> rows, long processes) {
    this.nation = nation;
    this.rows = rows;
    this.processes = processes;
  }

  /** Puts parts together, in the order in which they come. */
  static NationResult of(Nation nation, List<Part> parts) {
    SortedMap<RegionCode, Row> rows = new TreeMap<>();
    for (Part part : parts) {
      RegionCode region = RegionCode.parse(part.region());
      SampledDistribution sample =
          nation.sampler(region, nation.claims(region)).read(part.sample()).orThrow();
      rows.merge(region, new Row(part.claimed(), part.tier(), sample), Row::plus);
    }
    return new NationResult(
        nation, rows, parts.stream().mapToLong(Part::process).distinct().count());
  }

  long draws() {
    return rows.values().stream().mapToLong(row -> row.sample.draws()).sum();
  }

  /** Returns in how many processes it was drawn. */
  long processes() {
    return processes;
  }

  /**
   * Returns the digest of the one form of the result: region by region the claimed total and tier,
   * and the sample's bytes behind their number.
   */
  Digest digest() {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (Row row : rows.values()) {
      byte[] sample = row.sample.toBytes();
      form.writeBytes(
          ByteBuffer.allocate(3 * Integer.BYTES)
              .putInt(row.claimed)
              .putInt(row.tier)
              .putInt(sample.length)
              .array());
      form.writeBytes(sample);
    }
    return Digest.of(form.toByteArray());
  }

  /** Returns a table: a head and a row for each region, cells divided by tabs. */
  List<String> table() {
    List<Tier> ladder = nation.edition().ladder().tiers();
    List<String> lines = new ArrayList<>();
    StringBuilder head =
        new StringBuilder("region\tdraws\tclaimed\tmean\tmean_error\tq10\tmedian\tq90\tNONE");
    ladder.forEach(tier -> head.append('\t').append(tier.code()));
    lines.add(head.toString());
    rows.forEach(
        (region, row) -> {
          SampledDistribution sample = row.sample;
          StringBuilder line = new StringBuilder();
          line.append(region).append('\t').append(sample.draws());
          line.append('\t').append(Points.ofUnits(row.claimed));
          line.append('\t').append(sample.mean());
          line.append('\t').append(sample.standardErrorOfMean());
          for (Ratio rank : List.of(Ratio.of(1, 10), Ratio.of(1, 2), Ratio.of(9, 10))) {
            line.append('\t').append(sample.quantile(rank));
          }
          line.append(chance(sample.chanceWithoutTier().chance()));
          ladder.forEach(tier -> line.append(chance(sample.chanceOf(tier).chance())));
          lines.add(line.toString());
        });
    return lines;
  }

  private static String chance(double chance) {
    return String.format(Locale.ROOT, "\t%.6f", chance);
  }
}
