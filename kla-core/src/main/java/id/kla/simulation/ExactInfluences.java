package id.kla.simulation;

import id.kla.edition.Edition;
import id.kla.edition.QuestionCode;
import id.kla.edition.Requirement;
import id.kla.points.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Computes influences: for each way in which the factors can be together those of what is then
 * independent, mixed by the chances of these ways.
 */
final class ExactInfluences {

  private final TiedModel model;
  private final Points target;
  private final Map<Requirement.Subject, Points> floors;
  private final Map<String, Set<Integer>> positions = new LinkedHashMap<>();

  private final List<Way> ways = new ArrayList<>();
  private final List<Sum> questions;
  private final List<Sum> indicators;
  private final List<Sum> groups;

  /** The variance that is left on average once the states of all factors are known. */
  private double within;

  /** What totals are counted from, so that equal ones differ by no rounding. */
  private long base;

  /** A way in which the factors can be together, and what is then expected beyond the base. */
  private record Way(List<Integer> states, double weight, double total, double chance) {}

  /** What is added up for a question, an indicator or a group; variances in points squared. */
  private static final class Sum {

    private final Influence.Kind kind;
    private final String code;
    private double alone;
    private double withOthers;
    private double worst;
    private double best;

    Sum(Influence.Kind kind, String code) {
      this.kind = kind;
      this.code = code;
    }

    void add(double weight, double squareOfStep, Variances.Part part, double[] chances) {
      alone += weight * squareOfStep * part.alone();
      withOthers += weight * squareOfStep * part.withOthers();
      worst += weight * chances[0];
      best += weight * chances[1];
    }

    Influence of(double variance) {
      return influence(kind, code, alone, withOthers, variance, worst, best);
    }
  }

  private ExactInfluences(
      TiedModel model,
      Points target,
      Map<Requirement.Subject, Points> floors,
      Map<String, Set<QuestionCode>> groups) {
    Edition edition = model.edition();
    this.model = model;
    this.target = target;
    this.floors = floors;
    groups.forEach(
        (name, codes) ->
            positions.put(
                name,
                codes.stream()
                    .map(code -> edition.position(edition.question(code).code().toString()))
                    .collect(Collectors.toUnmodifiableSet())));
    this.questions =
        edition.questions().stream()
            .map(each -> new Sum(Influence.Kind.QUESTION, each.code().toString()))
            .toList();
    this.indicators =
        edition.indicators().stream()
            .map(each -> new Sum(Influence.Kind.INDICATOR, each.code()))
            .toList();
    this.groups =
        positions.keySet().stream().map(name -> new Sum(Influence.Kind.GROUP, name)).toList();
  }

  static Influences of(
      TiedModel model,
      Points target,
      Map<Requirement.Subject, Points> floors,
      Map<String, Set<QuestionCode>> groups) {
    MixedDistribution.requireFewStates(model);
    ExactInfluences exact = new ExactInfluences(model, target, floors, groups);
    int place = 0;
    for (List<SharedFactor.State> combination : model.combinations()) {
      double weight = 1;
      for (SharedFactor.State state : combination) {
        weight *= AwardChances.number(state.chance());
      }
      if (weight > 0) {
        exact.take(exact.states(place), weight, model.given(combination));
      }
      place++;
    }
    return exact.mixed();
  }

  /** Returns the state of each factor in one of all combinations, in which the last goes first. */
  private List<Integer> states(int combination) {
    Integer[] states = new Integer[model.factors().size()];
    int rest = combination;
    for (int f = states.length - 1; f >= 0; f--) {
      int size = model.factors().get(f).states().size();
      states[f] = rest % size;
      rest /= size;
    }
    return List.of(states);
  }

  private void take(List<Integer> states, double weight, AwardModel given) {
    Lattice lattice = new Lattice(given, List.of());
    ScoreDistribution.requireMemory(
        given.edition(), lattice, Conditionals.bytesPerTotal(lattice), Influences.MOST_BYTES);
    Variances variances = new Variances(lattice, List.copyOf(positions.values()));
    Conditionals chances = new Conditionals(lattice, target, floors);
    double step = inPoints(lattice.step());
    double square = step * step;
    for (int q = 0; q < questions.size(); q++) {
      questions.get(q).add(weight, square, variances.ofQuestion(q), chances.givenQuestion(q));
    }
    for (int i = 0; i < indicators.size(); i++) {
      double variance = variances.ofIndicator(i);
      Variances.Part part = new Variances.Part(variance, variance);
      indicators.get(i).add(weight, square, part, chances.givenIndicator(i));
    }
    int g = 0;
    for (Set<Integer> group : positions.values()) {
      groups.get(g).add(weight, square, variances.ofGroup(g), chances.given(group));
      g++;
    }
    within += weight * square * variances.variance();
    if (ways.isEmpty()) {
      base = lattice.least();
    }
    double total = inPoints(lattice.least() - base) + variances.mean() * step;
    ways.add(new Way(states, weight, total, chances.chance()));
  }

  private static double inPoints(long units) {
    return units / Math.pow(10, Points.SCALE);
  }

  private Influences mixed() {
    double variance = within + variance(ways);
    List<Influence> factors = new ArrayList<>();
    for (int f = 0; f < model.factors().size(); f++) {
      factors.add(factor(f, variance));
    }
    return new Influences(
        model,
        exactly(mean(ways, Way::chance)),
        variance,
        questions.stream().map(each -> each.of(variance)).toList(),
        indicators.stream().map(each -> each.of(variance)).toList(),
        groups.stream().map(each -> each.of(variance)).toList(),
        factors);
  }

  private Influence factor(int factor, double variance) {
    List<Way> known = new ArrayList<>();
    for (List<Way> state : parted(way -> List.of(way.states.get(factor)))) {
      known.add(
          new Way(List.of(), weight(state), mean(state, Way::total), mean(state, Way::chance)));
    }
    double left = 0;
    for (List<Way> others : parted(way -> without(way.states, factor))) {
      left += weight(others) * variance(others);
    }
    return influence(
        Influence.Kind.FACTOR,
        model.factors().get(factor).code(),
        variance(known),
        left,
        variance,
        known.stream().mapToDouble(Way::chance).min().orElseThrow(),
        known.stream().mapToDouble(Way::chance).max().orElseThrow());
  }

  private List<List<Way>> parted(Function<Way, List<Integer>> by) {
    Map<List<Integer>, List<Way>> parted = new LinkedHashMap<>();
    ways.forEach(way -> parted.computeIfAbsent(by.apply(way), none -> new ArrayList<>()).add(way));
    return List.copyOf(parted.values());
  }

  private static List<Integer> without(List<Integer> states, int factor) {
    List<Integer> others = new ArrayList<>(states);
    others.remove(factor);
    return others;
  }

  private static double weight(List<Way> ways) {
    return ways.stream().mapToDouble(Way::weight).sum();
  }

  private static double mean(List<Way> ways, ToDoubleFunction<Way> value) {
    return ways.stream().mapToDouble(way -> way.weight * value.applyAsDouble(way)).sum()
        / weight(ways);
  }

  /** Returns the variance of what is expected of the total, as the ways are weighted. */
  private static double variance(List<Way> ways) {
    double mean = mean(ways, Way::total);
    return mean(ways, way -> (way.total - mean) * (way.total - mean));
  }

  private static Influence influence(
      Influence.Kind kind,
      String code,
      double alone,
      double withOthers,
      double variance,
      double worst,
      double best) {
    return new Influence(
        kind,
        code,
        index(alone, variance),
        index(withOthers, variance),
        exactly(worst),
        exactly(best));
  }

  private static Influence.Index index(double part, double variance) {
    return new Influence.Index(variance > 0 ? part / variance : 0, 0);
  }

  private static Estimate exactly(double chance) {
    return new Estimate(Math.min(1, chance), 0);
  }
}
