package id.kla.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which draws a result holds: ranges in order, joined where they touch. */
final class DrawRanges {

  private final ImmutableList<Range> ranges;

  DrawRanges(List<Range> ranges) {
    this.ranges = ImmutableList.copyOf(ranges);
  }

  /** From the first draw on, up to but without the last. */
  record Range(long first, long end) {
    @Override
    public String toString() {
      return first + " to " + (end - 1);
    }
  }

  static DrawRanges of(long first, long end) {
    return new DrawRanges(first == end ? List.of() : List.of(new Range(first, end)));
  }

  /**
   * Returns both together.
   *
   * @throws IllegalArgumentException if a draw is in both
   */
  DrawRanges plus(DrawRanges other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    all.sort(Comparator.comparingLong(Range::first));
    List<Range> joined = new ArrayList<>();
    for (Range range : all) {
      int last = joined.size() - 1;
      if (last < 0 || joined.get(last).end < range.first) {
        joined.add(range);
      } else if (joined.get(last).end == range.first) {
        joined.set(last, new Range(joined.get(last).first, range.end));
      } else {
        throw new IllegalArgumentException(
            "draws: found " + this + " and " + other + "; allowed: each draw once");
      }
    }
    return new DrawRanges(joined);
  }

  /** Returns the ranges, the first draws first; between two of them lies at least one draw. */
  List<Range> inOrder() {
    return ranges;
  }

  long size() {
    return ranges.stream().mapToLong(range -> range.end - range.first).sum();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DrawRanges that && that.ranges.equals(ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  @Override
  public String toString() {
    return ranges.toString();
  }
}
