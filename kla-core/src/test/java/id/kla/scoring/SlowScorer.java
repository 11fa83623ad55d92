package id.kla.scoring;

import id.kla.assessment.Answer;
import id.kla.assessment.Assessment;
import id.kla.edition.Bound;
import id.kla.edition.Cluster;
import id.kla.edition.Edition;
import id.kla.edition.Indicator;
import id.kla.edition.Interval;
import id.kla.edition.NotApplicable;
import id.kla.edition.Question;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.edition.Response;
import id.kla.edition.Scale;
import id.kla.edition.Stage;
import id.kla.edition.Tier;
import id.kla.points.Points;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of scoring once more, slow and plain: decimals and fractions of any size, no look-ups,
 * no award, interval or comparison of the library's own.
 */
final class SlowScorer {

  private static final Pattern PARTS = Pattern.compile("([0-9]+) of ([0-9]+)");

  private final Edition edition;
  private final Map<QuestionCode, Three> questions = new LinkedHashMap<>();
  private final Map<String, Three> indicators = new LinkedHashMap<>();
  private final Map<String, Three> clusters = new LinkedHashMap<>();
  private final Three total;

  private SlowScorer(Assessment assessment) {
    this.edition = assessment.edition();
    List<String> stages = edition.stages().stream().map(stage -> stage.code()).toList();
    boolean last =
        assessment.stage().equals(stages.get(stages.size() - 1))
            && edition.stages().get(stages.size() - 1).judging() == Stage.Judging.OTHERS;
    for (Cluster cluster : edition.clusters()) {
      for (Indicator indicator : cluster.indicators()) {
        for (Question question : indicator.questions()) {
          questions.put(
              question.code(), three(question, assessment.answers().get(question.code()), last));
        }
        Three sum = sum(indicator.questions().stream().map(q -> get(questions, q.code())));
        indicators.put(indicator.code(), sum.cutAt(decimal(indicator.maximum().orElseThrow())));
      }
      clusters.put(
          cluster.code(), sum(cluster.indicators().stream().map(i -> get(indicators, i.code()))));
    }
    this.total = sum(clusters.values().stream());
  }

  static SlowScorer of(Assessment assessment) {
    return new SlowScorer(assessment);
  }

  Three question(QuestionCode code) {
    return get(questions, code);
  }

  Three indicator(String code) {
    return get(indicators, code);
  }

  Three cluster(String code) {
    return get(clusters, code);
  }

  Three total() {
    return total;
  }

  /** The tier that the total alone earns. */
  Optional<Tier> tierByPoints(Function<Three, BigDecimal> reading) {
    return edition.ladder().tiers().stream()
        .filter(tier -> contains(tier.range(), reading.apply(total)))
        .findFirst();
  }

  /** Every requirement that stands between the total and its tier. */
  List<Requirement> unmet(Function<Three, BigDecimal> reading) {
    List<Tier> earned = earned(reading);
    return edition.requirements().stream()
        .filter(r -> earned.stream().anyMatch(tier -> guards(r, tier)))
        .filter(r -> !holds(r, reading))
        .toList();
  }

  /** The highest tier up to the earned one that neither it nor a lower one is refused. */
  Optional<Tier> tier(Function<Three, BigDecimal> reading) {
    return earned(reading).stream()
        .takeWhile(
            tier ->
                edition.requirements().stream()
                    .filter(r -> guards(r, tier))
                    .allMatch(r -> holds(r, reading)))
        .reduce((lower, higher) -> higher);
  }

  private List<Tier> earned(Function<Three, BigDecimal> reading) {
    List<Tier> tiers = edition.ladder().tiers();
    return tierByPoints(reading)
        .map(tier -> tiers.subList(0, tiers.indexOf(tier) + 1))
        .orElse(List.of());
  }

  private static boolean guards(Requirement requirement, Tier tier) {
    return requirement.state() == Requirement.State.ON
        && requirement.tier().equals(Optional.of(tier.code()));
  }

  private boolean holds(Requirement requirement, Function<Three, BigDecimal> reading) {
    int order =
        reading.apply(at(requirement.subject())).compareTo(decimal(requirement.least().value()));
    return order > 0 || (order == 0 && requirement.least().kind() == Bound.Kind.CLOSED);
  }

  Three at(Requirement.Subject subject) {
    if (subject instanceof Requirement.OfCluster of) {
      return cluster(of.code());
    }
    if (subject instanceof Requirement.OfIndicator of) {
      return indicator(of.code());
    }
    return subject instanceof Requirement.OfQuestion of ? question(of.code()) : total;
  }

  private static <K> Three get(Map<K, Three> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private static Three sum(Stream<Three> parts) {
    return parts.reduce(new Three(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO), Three::plus);
  }

  private static Three three(Question question, @Nullable Answer answer, boolean last) {
    BigDecimal maximum = decimal(question.maximum());
    if (answer instanceof Answer.NotApplicable) {
      BigDecimal points =
          question.notApplicable() == NotApplicable.FULL ? maximum : BigDecimal.ZERO;
      return new Three(last ? points : BigDecimal.ZERO, points, points);
    }
    Optional<BigDecimal> award =
        responses(answer)
            .flatMap(response -> award(question.scale(), response).stream())
            .findFirst();
    return award
        .map(points -> new Three(last ? points : BigDecimal.ZERO, points, points))
        .orElse(new Three(BigDecimal.ZERO, BigDecimal.ZERO, maximum));
  }

  /** What an answer offers to a scale, the response before the fact that it rests on. */
  private static Stream<Response> responses(@Nullable Answer answer) {
    if (answer instanceof Answer.Given given) {
      return Stream.concat(Stream.of(given.response()), given.measured().stream());
    }
    return answer instanceof Answer.Measured measured ? Stream.of(measured.fact()) : Stream.of();
  }

  private static Optional<BigDecimal> award(Scale scale, Response response) {
    if (scale instanceof Scale.Graded) {
      return response instanceof Response.Graded graded
          ? Optional.of(decimal(graded.points()))
          : Optional.empty();
    }
    if (scale instanceof Scale.Levels levels) {
      return levels.levels().stream()
          .filter(level -> response.equals(Response.level(level.code())))
          .map(level -> decimal(level.points()))
          .findFirst();
    }
    if (!(response instanceof Response.Fact fact)) {
      return Optional.empty();
    }
    if (scale instanceof Scale.Bands bands) {
      return bands.measure() != fact.measure()
          ? Optional.empty()
          : bands.bands().stream()
              .filter(band -> contains(band, Fraction.of(fact)))
              .map(band -> decimal(band.points()))
              .findFirst();
    }
    Scale.Line line = (Scale.Line) scale;
    return line.measure() == fact.measure()
        ? Optional.of(onLine(line.anchors(), Fraction.of(fact)))
        : Optional.empty();
  }

  private static boolean contains(Scale.Band band, Fraction value) {
    boolean above =
        band.range()
            .lower()
            .map(b -> admits(value.compareTo(Fraction.of(b.value().toString())), b.kind()))
            .orElse(true);
    return above
        && band.range()
            .upper()
            .map(b -> admits(Fraction.of(b.value().toString()).compareTo(value), b.kind()))
            .orElse(true);
  }

  private static boolean contains(Interval<Points> range, BigDecimal value) {
    return range
            .lower()
            .map(b -> admits(value.compareTo(decimal(b.value())), b.kind()))
            .orElse(true)
        && range
            .upper()
            .map(b -> admits(decimal(b.value()).compareTo(value), b.kind()))
            .orElse(true);
  }

  private static boolean admits(int order, Bound.Kind kind) {
    return order > 0 || (order == 0 && kind == Bound.Kind.CLOSED);
  }

  private static BigDecimal onLine(List<Scale.Anchor> anchors, Fraction at) {
    Scale.Anchor first = anchors.get(0);
    Scale.Anchor last = anchors.get(anchors.size() - 1);
    if (at.compareTo(at(first)) <= 0) {
      return decimal(first.points());
    }
    if (at.compareTo(at(last)) >= 0) {
      return decimal(last.points());
    }
    int above = 1;
    while (at(anchors.get(above)).compareTo(at) < 0) {
      above++;
    }
    Scale.Anchor left = anchors.get(above - 1);
    Scale.Anchor right = anchors.get(above);
    Fraction way = at.minus(at(left)).over(at(right).minus(at(left)));
    BigDecimal rise = decimal(right.points()).subtract(decimal(left.points()));
    return decimal(left.points())
        .multiply(new BigDecimal(way.bottom()))
        .add(rise.multiply(new BigDecimal(way.top())))
        .divide(new BigDecimal(way.bottom()), 4, RoundingMode.HALF_UP);
  }

  private static Fraction at(Scale.Anchor anchor) {
    return Fraction.of(anchor.at().toString());
  }

  private static BigDecimal decimal(Points points) {
    return new BigDecimal(points.toString());
  }

  /** The three totals of a node. */
  record Three(BigDecimal atLeast, BigDecimal now, BigDecimal atMost) {

    Three plus(Three other) {
      return new Three(atLeast.add(other.atLeast), now.add(other.now), atMost.add(other.atMost));
    }

    Three cutAt(BigDecimal maximum) {
      return new Three(atLeast.min(maximum), now.min(maximum), atMost.min(maximum));
    }
  }

  /** A fraction that nobody has reduced; its bottom is above zero. */
  record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {

    static Fraction of(String text) {
      int slash = text.indexOf('/');
      return slash < 0
          ? new Fraction(new BigInteger(text), BigInteger.ONE)
          : new Fraction(
              new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    static Fraction of(BigDecimal number) {
      BigDecimal positive = number.scale() < 0 ? number.setScale(0) : number;
      return new Fraction(positive.unscaledValue(), BigInteger.TEN.pow(positive.scale()));
    }

    static Fraction of(Response.Fact fact) {
      if (fact instanceof Response.Count count) {
        return new Fraction(BigInteger.valueOf(count.count()), BigInteger.ONE);
      }
      if (fact instanceof Response.Change change) {
        return of(change.now().subtract(change.before()));
      }
      String share = ((Response.Coverage) fact).share().toString();
      Matcher parts = PARTS.matcher(share);
      if (parts.matches()) {
        return new Fraction(new BigInteger(parts.group(1)), new BigInteger(parts.group(2)));
      }
      Fraction percent = of(new BigDecimal(share.substring(0, share.length() - 1)));
      return new Fraction(percent.top, percent.bottom.multiply(BigInteger.valueOf(100)));
    }

    Fraction minus(Fraction other) {
      return new Fraction(
          top.multiply(other.bottom).subtract(other.top.multiply(bottom)),
          bottom.multiply(other.bottom));
    }

    /** Divides by a number above zero. */
    Fraction over(Fraction other) {
      return new Fraction(top.multiply(other.bottom), bottom.multiply(other.top));
    }

    @Override
    public int compareTo(Fraction other) {
      return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }
  }
}
