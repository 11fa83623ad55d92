package id.kla.rollup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.RegionResult.TierOrigin;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What a roll-up keeps of one result: figures in plain arrays, beside codes that many share.
 *
 * @param region the region
 * @param total the total in ten-thousandths of a point, or {@link #UNKNOWN}
 * @param tier the tier, or an empty text
 * @param tierOrigin where the tier comes from
 * @param clusters the codes of clusters, ascending
 * @param indicators the codes of indicators, ascending
 * @param points the points of the clusters and then of the indicators
 * @param place where it was read
 * @param source who published it, or an empty text
 */
record Entry(
    RegionCode region,
    long total,
    String tier,
    TierOrigin tierOrigin,
    ImmutableList<String> clusters,
    ImmutableList<String> indicators,
    long[] points,
    Place place,
    String source) {

  /** No points at all; known ones are 0 or more. */
  static final long UNKNOWN = -1;

  /** Puts what says the same side by side, and fixes the order of everything else, too. */
  static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::region)
          .thenComparingLong(Entry::total)
          .thenComparing(Entry::tier)
          .thenComparing(Entry::tierOrigin)
          .thenComparing(entry -> String.join("\n", entry.clusters))
          .thenComparing(entry -> String.join("\n", entry.indicators))
          .thenComparing(Entry::points, Arrays::compare)
          .thenComparing(entry -> entry.place.in(Language.ENGLISH))
          .thenComparing(Entry::source);

  static Entry of(
      RegionResult result, ImmutableList<String> clusters, ImmutableList<String> indicators) {
    long[] points = new long[clusters.size() + indicators.size()];
    int at = 0;
    for (String code : clusters) {
      points[at++] = units(result.clusters(), code);
    }
    for (String code : indicators) {
      points[at++] = units(result.indicators(), code);
    }
    return new Entry(
        result.region(),
        result.total().map(Points::units).orElse(UNKNOWN),
        result.tier().orElse(""),
        result.tierOrigin(),
        clusters,
        indicators,
        points,
        result.place(),
        result.source().orElse(""));
  }

  private static long units(Map<String, Points> parts, String code) {
    Points points = parts.get(code);
    return points == null ? UNKNOWN : points.units();
  }

  /** Says whether both tell the same figures, wherever they come from. */
  boolean saysTheSameAs(Entry other) {
    return total == other.total
        && tier.equals(other.tier)
        && clusters.equals(other.clusters)
        && indicators.equals(other.indicators)
        && Arrays.equals(points, other.points);
  }

  RegionResult under(Heading heading) {
    return RegionResult.builder()
        .region(region)
        .round(heading.round())
        .kind(heading.kind())
        .stage(heading.stage())
        .edition(heading.edition())
        .view(heading.view())
        .ladder(heading.ladder())
        .total(total == UNKNOWN ? Optional.empty() : Optional.of(Points.ofUnits(total)))
        .tier(tier.isEmpty() ? Optional.empty() : Optional.of(tier))
        .tierOrigin(tierOrigin)
        .clusters(parts(clusters, 0))
        .indicators(parts(indicators, clusters.size()))
        .place(place)
        .source(source.isEmpty() ? Optional.empty() : Optional.of(source))
        .build();
  }

  private Map<String, Points> parts(ImmutableList<String> codes, int from) {
    ImmutableMap.Builder<String, Points> parts = ImmutableMap.builder();
    for (int i = 0; i < codes.size(); i++) {
      parts.put(codes.get(i), Points.ofUnits(points[from + i]));
    }
    return parts.buildOrThrow();
  }
}
