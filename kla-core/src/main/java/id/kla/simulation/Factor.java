package id.kla.simulation;

import id.kla.points.Ratio;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What several questions share: a few states, each with its chance, that raise them together.
 *
 * <p>Events that raise the same questions make one factor, whose states are what they can bring
 * together. Where one event brings no less than another everywhere, that saves states.
 */
final class Factor {

  /** Joining is to save states, not to make more than can be gone through. */
  private static final int MOST_STATES = 1 << 10;

  private final Set<Integer> questions;

  /** By what a state brings: its chance. */
  private Map<Map<Integer, Long>, Double> states;

  /** An event that raises several questions, by their positions. */
  Factor(Map<Integer, Long> raises, Ratio chance) {
    this.questions = raises.keySet();
    this.states = Map.of(Map.of(), 1.0);
    this.states = with(raises, chance);
  }

  /** Takes in another event, and says whether it could: it must raise the same questions. */
  boolean join(Map<Integer, Long> raises, Ratio chance) {
    if (!raises.keySet().equals(questions)) {
      return false;
    }
    Map<Map<Integer, Long>, Double> joint = with(raises, chance);
    if (joint.size() > MOST_STATES) {
      return false;
    }
    states = joint;
    return true;
  }

  private Map<Map<Integer, Long>, Double> with(Map<Integer, Long> raises, Ratio chance) {
    double comesTrue = AwardChances.number(chance);
    double fails = AwardChances.number(AwardChances.rest(chance));
    Map<Map<Integer, Long>, Double> joint = new LinkedHashMap<>();
    states.forEach(
        (brought, before) -> {
          joint.merge(brought, before * fails, Double::sum);
          Map<Integer, Long> better = new HashMap<>(brought);
          raises.forEach((question, award) -> better.merge(question, award, Math::max));
          joint.merge(better, before * comesTrue, Double::sum);
        });
    return joint;
  }

  /** Returns the positions of the questions that it raises. */
  Set<Integer> questions() {
    return questions;
  }

  /** Returns the chance of each state. */
  double[] chances() {
    return states.values().stream().mapToDouble(chance -> chance).toArray();
  }

  /** Returns what a question earns at least in each state; 0 where that is left open. */
  long[] raises(int question) {
    return states.keySet().stream()
        .mapToLong(brought -> brought.getOrDefault(question, 0L))
        .toArray();
  }
}
