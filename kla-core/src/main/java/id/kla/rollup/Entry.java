package id.kla.rollup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.kla.fault.Language;
import id.kla.fault.Place;
import id.kla.points.Points;
import id.kla.region.RegionCode;
import id.kla.rollup.RegionResult.TierOrigin;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a roll-up keeps of one result: figures in plain arrays, beside codes that many share. */
final class Entry {

  /** No points at all; known ones are 0 or more. */
  static final long UNKNOWN = -1;

  /** Puts results of one region side by side, and fixes the order of everything else, too. */
  static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::region)
          .thenComparingLong(Entry::total)
          .thenComparing(Entry::tier)
          .thenComparing(entry -> entry.tierOrigin)
          .thenComparing(entry -> String.join("\n", entry.clusters))
          .thenComparing(entry -> String.join("\n", entry.indicators))
          .thenComparing(entry -> entry.points, Arrays::compare)
          .thenComparingLong(entry -> entry.least)
          .thenComparingLong(entry -> entry.greatest)
          .thenComparing(entry -> entry.place.in(Language.ENGLISH))
          .thenComparing(Entry::source);

  private static final Comparator<Entry> FULLEST_FIRST =
      Comparator.comparingInt(Entry::known)
          .reversed()
          .thenComparing(entry -> entry.total == UNKNOWN)
          .thenComparing(entry -> entry.tier.isEmpty())
          .thenComparing(ORDER);

  private final RegionCode region;
  private final long total;
  private final long least;
  private final long greatest;
  private final String tier;
  private final TierOrigin tierOrigin;
  private final ImmutableList<String> clusters;
  private final ImmutableList<String> indicators;
  private final long[] points;
  private final Place place;
  private final String source;

  private Entry(
      RegionResult result,
      ImmutableList<String> clusters,
      ImmutableList<String> indicators,
      long[] points) {
    this.region = result.region();
    this.total = result.total().map(Points::units).orElse(UNKNOWN);
    this.least = result.bounds().map(bounds -> bounds.least().units()).orElse(UNKNOWN);
    this.greatest = result.bounds().map(bounds -> bounds.greatest().units()).orElse(UNKNOWN);
    this.tier = result.tier().orElse("");
    this.tierOrigin = result.tierOrigin();
    this.clusters = clusters;
    this.indicators = indicators;
    this.points = points;
    this.place = result.place();
    this.source = result.source().orElse("");
  }

  /** Keeps a result; the codes are its own, ascending. */
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
    return new Entry(result, clusters, indicators, points);
  }

  RegionCode region() {
    return region;
  }

  /** Returns the total in ten-thousandths of a point, or {@link #UNKNOWN}. */
  long total() {
    return total;
  }

  /** Returns the tier, or an empty text. */
  String tier() {
    return tier;
  }

  ImmutableList<String> clusters() {
    return clusters;
  }

  ImmutableList<String> indicators() {
    return indicators;
  }

  /** Returns the points of the cluster at that position. */
  long cluster(int index) {
    return points[index];
  }

  /** Returns the points of the indicator at that position. */
  long indicator(int index) {
    return points[clusters.size() + index];
  }

  Place place() {
    return place;
  }

  /** Returns who published it, or an empty text. */
  String source() {
    return source;
  }

  private static long units(Map<String, Points> parts, String code) {
    Points points = parts.get(code);
    return points == null ? UNKNOWN : points.units();
  }

  /**
   * Says whether results fit together: what several of them know, they know alike. What one does
   * not know contradicts nothing.
   */
  static boolean fitTogether(List<Entry> told) {
    Map<String, Object> known = new HashMap<>();
    for (Entry entry : told) {
      for (Map.Entry<String, Object> fact : entry.facts().entrySet()) {
        Object before = known.putIfAbsent(fact.getKey(), fact.getValue());
        if (before != null && !before.equals(fact.getValue())) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Returns the result that knows most; of several the one with a total, of those the one with a
   * tier, of those the first in {@link #ORDER}.
   */
  static Entry fullest(List<Entry> told) {
    return Collections.min(told, FULLEST_FIRST);
  }

  private int known() {
    return points.length
        + (total == UNKNOWN ? 0 : 1)
        + (least == UNKNOWN ? 0 : 1)
        + (tier.isEmpty() ? 0 : 1);
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new HashMap<>();
    if (total != UNKNOWN) {
      facts.put("total", total);
    }
    if (least != UNKNOWN) {
      facts.put("least", least);
      facts.put("greatest", greatest);
    }
    if (!tier.isEmpty()) {
      facts.put("tier", tier);
    }
    for (int i = 0; i < points.length; i++) {
      String code =
          i < clusters.size() ? "c " + clusters.get(i) : "i " + indicators.get(i - clusters.size());
      facts.put(code, points[i]);
    }
    return facts;
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
        .bounds(
            least == UNKNOWN
                ? Optional.empty()
                : Optional.of(new Ranking.Bounds(Points.ofUnits(least), Points.ofUnits(greatest))))
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
