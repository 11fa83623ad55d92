package id.kla.planning;

import id.kla.edition.FactKind;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.ScoredIndicator;
import id.kla.scoring.ScoredQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Which totals a sheet can reach by better answers: sets of amounts, as ranges in which every
 * smallest amount occurs.
 *
 * <p>Graded points without named grades, and straight lines over shares and changes, take every
 * amount; levels, bands, named grades and lines over counts only theirs. Amounts that overshoot
 * what is wanted are dropped but for the least of them.
 */
final class Attainable {

  /**
   * A line over more counts than this is taken to go through every amount, and of more ranges than
   * this nothing is told.
   */
  private static final int MOST = 100_000;

  private static final List<Range> NOTHING = List.of(new Range(0, 0));

  /** Every amount from the first to the last, in the smallest units. */
  private record Range(long from, long to) {}

  private Attainable() {}

  /** Returns the least total from {@code wanted} on that is within reach, if any is. */
  static Optional<Points> least(ScoredAssessment scored, Points wanted) {
    long gain = Math.max(0, wanted.minus(scored.points()).units());
    List<List<Range>> parts = new ArrayList<>();
    for (ScoredIndicator indicator : scored.indicators()) {
      parts.add(gains(indicator, gain));
    }
    return sum(parts, gain).stream()
        .filter(range -> range.to() >= gain)
        .findFirst()
        .map(range -> scored.points().plus(Points.ofUnits(Math.max(range.from(), gain))));
  }

  /** Returns what an indicator can gain: less than its questions where the cap cuts. */
  private static List<Range> gains(ScoredIndicator indicator, long wanted) {
    long cut = indicator.cap().units();
    long room = indicator.maximum().minus(indicator.points()).units();
    // What the cap takes now must be won over first: nothing below it is a gain.
    List<Range> gains = new ArrayList<>();
    List<List<Range>> parts =
        indicator.questions().stream()
            .filter(question -> question.headroom().signum() > 0)
            .map(Attainable::gains)
            .toList();
    for (Range range : sum(parts, Math.min(room, wanted) + cut)) {
      gains.add(
          new Range(
              Math.min(Math.max(0, range.from() - cut), room),
              Math.min(Math.max(0, range.to() - cut), room)));
    }
    return merged(gains, wanted);
  }

  private static List<Range> gains(ScoredQuestion question) {
    long held = question.points().units();
    List<Range> gains = new ArrayList<>(NOTHING);
    for (Range awards : awards(question.question())) {
      if (awards.to() > held) {
        gains.add(new Range(Math.max(awards.from() - held, 0), awards.to() - held));
      }
    }
    return merged(gains, Long.MAX_VALUE);
  }

  /** Returns what answers to a question can earn. */
  private static List<Range> awards(Question question) {
    Scale scale = question.scale();
    if (scale instanceof Scale.Graded graded && graded.named().isEmpty()) {
      return List.of(new Range(0, question.maximum().units()));
    }
    if (scale instanceof Scale.Line line) {
      return line.measure() == FactKind.COUNT ? counted(line) : List.of(whole(line));
    }
    return scale.awards().stream().map(Attainable::only).toList();
  }

  private static Range only(Points award) {
    return new Range(award.units(), award.units());
  }

  /** A share or a change may be any number, so that a line goes through every amount. */
  private static Range whole(Scale.Line line) {
    long least = line.awards().stream().mapToLong(Points::units).min().orElse(0);
    return new Range(least, line.best().map(Points::units).orElse(least));
  }

  private static List<Range> counted(Scale.Line line) {
    List<Scale.Anchor> anchors = line.anchors();
    Ratio first = anchors.get(0).at();
    Ratio last = anchors.get(anchors.size() - 1).at();
    long from = Math.max(0, Math.floorDiv(first.numerator(), first.denominator()));
    long to = Math.max(from, Math.floorDiv(last.numerator(), last.denominator()) + 1);
    return to - from > MOST
        ? List.of(whole(line))
        : LongStream.rangeClosed(from, to)
            .mapToObj(count -> only(line.award(Response.count(count))))
            .toList();
  }

  /** Returns every sum of one amount of each part. */
  private static List<Range> sum(List<List<Range>> parts, long wanted) {
    List<Range> sums = NOTHING;
    for (List<Range> part : parts.stream().sorted(Comparator.comparingInt(List::size)).toList()) {
      List<Range> all = new ArrayList<>(sums.size() * part.size());
      for (Range one : sums) {
        for (Range other : part) {
          all.add(new Range(one.from() + other.from(), one.to() + other.to()));
        }
      }
      sums = merged(all, wanted);
    }
    return sums;
  }

  /**
   * Returns the ranges in order, joined where they touch, up to the first beyond what is wanted.
   */
  private static List<Range> merged(List<Range> ranges, long wanted) {
    ranges.sort(Comparator.comparingLong(Range::from));
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges) {
      int last = merged.size() - 1;
      if (last >= 0 && range.from() <= merged.get(last).to() + 1) {
        Range before = merged.get(last);
        merged.set(last, new Range(before.from(), Math.max(before.to(), range.to())));
      } else {
        merged.add(range);
        if (range.from() >= wanted) {
          break;
        }
      }
    }
    return merged;
  }
}
