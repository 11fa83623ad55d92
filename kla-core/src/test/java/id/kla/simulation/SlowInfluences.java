package id.kla.simulation;

import id.kla.edition.QuestionCode;
import id.kla.points.Points;
import id.kla.points.Ratio;
import id.kla.scoring.ScoredAssessment;
import id.kla.scoring.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The same from the definitions: every combination of states and awards goes through the scoring
 * engine, and means and variances are taken over those that agree in what is known.
 */
final class SlowInfluences {

  private final ScoredAssessment scored;
  private final TiedModel model;
  private final Predicate<Standing> target;
  private final List<Outcome> outcomes = new ArrayList<>();

  /** One combination; its chance, its total, and 1 if the target is reached. */
  private record Outcome(
      List<Integer> states,
      Map<QuestionCode, Points> awards,
      double chance,
      double total,
      double reached) {}

  SlowInfluences(ScoredAssessment scored, TiedModel model, Predicate<Standing> target) {
    this.scored = scored;
    this.model = model;
    this.target = target;
    tryStates(List.of(), model.alone().awards(), 1);
  }

  private void tryStates(
      List<Integer> states, Map<QuestionCode, AwardChances> awards, double chance) {
    if (states.size() == model.factors().size()) {
      tryAwards(states, List.copyOf(awards.entrySet()), new HashMap<>(), chance);
      return;
    }
    List<SharedFactor.State> next = model.factors().get(states.size()).states();
    for (int s = 0; s < next.size(); s++) {
      Map<QuestionCode, AwardChances> then = new LinkedHashMap<>(awards);
      then.putAll(next.get(s).awards());
      List<Integer> more = new ArrayList<>(states);
      more.add(s);
      tryStates(more, then, chance * number(next.get(s).chance()));
    }
  }

  private void tryAwards(
      List<Integer> states,
      List<Map.Entry<QuestionCode, AwardChances>> open,
      Map<QuestionCode, Points> chosen,
      double chance) {
    if (open.isEmpty()) {
      Standing standing = scored.standingWith(chosen);
      outcomes.add(
          new Outcome(
              states,
              Map.copyOf(chosen),
              chance,
              standing.total().toBigDecimal().doubleValue(),
              target.test(standing) ? 1 : 0));
      return;
    }
    Map.Entry<QuestionCode, AwardChances> next = open.get(0);
    next.getValue()
        .chances()
        .forEach(
            (award, one) -> {
              chosen.put(next.getKey(), award);
              tryAwards(states, open.subList(1, open.size()), chosen, chance * number(one));
            });
  }

  private static double number(Ratio ratio) {
    return (double) ratio.numerator() / ratio.denominator();
  }

  private static double weight(Collection<Outcome> those) {
    return those.stream().mapToDouble(Outcome::chance).sum();
  }

  private static double mean(Collection<Outcome> those, ToDoubleFunction<Outcome> value) {
    return those.stream().mapToDouble(each -> each.chance * value.applyAsDouble(each)).sum()
        / weight(those);
  }

  /** Returns the variance of what is expected of the total while that is known. */
  private static double varianceOfExpected(
      Collection<Outcome> those, Function<Outcome, Object> known) {
    double mean = mean(those, Outcome::total);
    double squares = 0;
    for (List<Outcome> each : parted(those, known)) {
      squares += weight(each) * Math.pow(mean(each, Outcome::total) - mean, 2);
    }
    return squares / weight(those);
  }

  private static List<List<Outcome>> parted(
      Collection<Outcome> those, Function<Outcome, Object> known) {
    Map<Object, List<Outcome>> parted = new LinkedHashMap<>();
    those.forEach(
        each -> parted.computeIfAbsent(known.apply(each), none -> new ArrayList<>()).add(each));
    return List.copyOf(parted.values());
  }

  private static Map<QuestionCode, Points> among(Outcome outcome, Set<QuestionCode> questions) {
    Map<QuestionCode, Points> among = new HashMap<>(outcome.awards);
    among.keySet().retainAll(questions);
    return among;
  }

  double variance() {
    return varianceOfExpected(outcomes, each -> each);
  }

  double chance() {
    return mean(outcomes, Outcome::reached);
  }

  /** Returns the first-order index of questions, given the states of factors. */
  double firstOrder(Set<QuestionCode> questions) {
    double sum = 0;
    for (List<Outcome> given : parted(outcomes, Outcome::states)) {
      sum += weight(given) * varianceOfExpected(given, each -> among(each, questions));
    }
    return part(sum);
  }

  /** Returns what is left while all but those questions is known. */
  double totalEffect(Set<QuestionCode> questions) {
    double sum = 0;
    for (List<Outcome> given :
        parted(
            outcomes,
            each -> {
              Map<QuestionCode, Points> others = new HashMap<>(each.awards);
              others.keySet().removeAll(questions);
              return List.of(each.states, others);
            })) {
      sum += weight(given) * varianceOfExpected(given, each -> each);
    }
    return part(sum);
  }

  double firstOrder(int factor) {
    return part(varianceOfExpected(outcomes, each -> each.states.get(factor)));
  }

  double totalEffect(int factor) {
    double sum = 0;
    for (List<Outcome> given :
        parted(
            outcomes,
            each -> {
              List<Integer> others = new ArrayList<>(each.states);
              others.set(factor, -1);
              return others;
            })) {
      sum += weight(given) * varianceOfExpected(given, Outcome::states);
    }
    return part(sum);
  }

  private double part(double part) {
    double all = variance();
    return all < 1e-15 ? 0 : part / all;
  }

  /** Returns the target's chance while those questions all earn their least, or their most. */
  double chanceAt(Set<QuestionCode> questions, Addend.End end) {
    double sum = 0;
    for (List<Outcome> given : parted(outcomes, Outcome::states)) {
      List<SharedFactor.State> states = new ArrayList<>();
      for (int f = 0; f < model.factors().size(); f++) {
        states.add(model.factors().get(f).states().get(given.get(0).states.get(f)));
      }
      AwardModel awards = model.given(states);
      List<Outcome> there =
          given.stream()
              .filter(
                  each ->
                      questions.stream()
                          .allMatch(code -> at(awards, code, end).equals(each.awards.get(code))))
              .toList();
      sum += weight(given) * mean(there, Outcome::reached);
    }
    return sum;
  }

  private static Points at(AwardModel awards, QuestionCode code, Addend.End end) {
    AwardChances chances = awards.award(code);
    return end == Addend.End.LEAST ? chances.least() : chances.most();
  }

  /** Returns the target's chance in each state of a factor. */
  List<Double> chances(int factor) {
    return parted(outcomes, each -> each.states.get(factor)).stream()
        .map(given -> mean(given, Outcome::reached))
        .toList();
  }
}
