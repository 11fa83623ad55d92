package id.kla.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import id.kla.edition.QuestionCode;
import id.kla.points.Ratio;
import java.util.List;
import java.util.Map;

/**
 * What several questions of a region hang on together, such as an agency that has its papers in
 * order or not, or how strictly the region is judged.
 *
 * <p>It is in one of a few states. Given the state its questions are independent of each other;
 * over all states they are not.
 *
 * @param code what it is called
 * @param states its states; their chances add up to exactly 1, and all speak of the same questions
 */
public record SharedFactor(String code, List<State> states) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if chances do not add up to exactly 1, or states speak of
   *     different questions
   */
  public SharedFactor {
    states = ImmutableList.copyOf(states);
    AwardChances.requireWhole(code, states.stream().map(State::chance).toList());
    for (State state : states) {
      if (!state.awards.keySet().equals(states.get(0).awards.keySet())) {
        throw new IllegalArgumentException(
            "factor "
                + code
                + ": found a state of questions "
                + state.awards.keySet()
                + "; allowed: the same in all states, here "
                + states.get(0).awards.keySet());
      }
    }
  }

  /**
   * A state of a factor.
   *
   * @param chance how likely it is
   * @param awards what the questions may earn in it
   */
  public record State(Ratio chance, Map<QuestionCode, AwardChances> awards) {

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if the chance is not from 0 to 1
     */
    public State {
      AwardChances.requireChance(chance);
      awards = ImmutableMap.copyOf(awards);
    }
  }
}
