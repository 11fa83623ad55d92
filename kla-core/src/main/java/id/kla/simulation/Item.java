package id.kla.simulation;

import id.kla.edition.Question;
import id.kla.edition.Requirement;
import id.kla.points.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A question: what it may earn by itself, and how the factors that it shares raise that.
 *
 * <p>Awards are in ten-thousandths of a point, the smallest first. Until {@link #close} they may
 * grow in number.
 */
final class Item {

  private final Requirement.Subject subject;

  /** Awards with a chance above zero where no factor raises the question, and their chances. */
  private final NavigableMap<Long, Double> own = new TreeMap<>();

  private final List<Integer> factors = new ArrayList<>();
  private final List<long[]> raises = new ArrayList<>();

  private long[] awards = {};
  private double[] chances = {};

  Item(Question question, AwardChances model) {
    this.subject = new Requirement.OfQuestion(question.code());
    model.chances().forEach((award, chance) -> own.put(award.units(), AwardChances.number(chance)));
  }

  /** Returns what it earns whatever happens. */
  long least() {
    return own.firstKey();
  }

  Requirement.Subject subject() {
    return subject;
  }

  /** Adds an event that raises this question alone. */
  void raise(long award, Ratio chance) {
    NavigableMap<Long, Double> below = own.headMap(award, false);
    if (below.isEmpty() || chance.equals(AwardChances.NEVER)) {
      return;
    }
    RunningSum sum = new RunningSum();
    below.values().forEach(sum::add);
    if (chance.equals(AwardChances.ALWAYS)) {
      below.clear();
    } else {
      double fails = AwardChances.number(AwardChances.rest(chance));
      below.replaceAll((lower, before) -> before * fails);
    }
    own.merge(award, sum.value() * AwardChances.number(chance), Double::sum);
  }

  /** Adds a factor: what each of its states raises the question to. */
  void share(int factor, long[] raisedTo) {
    factors.add(factor);
    raises.add(raisedTo);
  }

  /** Settles the awards. */
  void close() {
    TreeMap<Long, Double> all = new TreeMap<>(own);
    for (long[] each : raises) {
      for (long award : each) {
        if (award > least()) {
          all.putIfAbsent(award, 0.0);
        }
      }
    }
    awards = all.keySet().stream().mapToLong(award -> award).toArray();
    chances = all.values().stream().mapToDouble(chance -> chance).toArray();
  }

  /** Returns every award that it may earn, the smallest first. */
  long[] awards() {
    return awards;
  }

  long most() {
    return awards[awards.length - 1];
  }

  boolean isCertain() {
    return awards.length == 1;
  }

  /** Returns what an award adds to the least one, if no more than {@code span} can be added. */
  long rise(int award, long span) {
    return Math.min(awards[award] - awards[0], span);
  }

  /** Returns the factors that it shares with other questions. */
  List<Integer> factors() {
    return factors;
  }

  /** Returns the chance of each award under the states of the factors. */
  double[] chances(int[] states) {
    long raised = 0;
    for (int k = 0; k < factors.size(); k++) {
      raised = Math.max(raised, raises.get(k)[states[factors.get(k)]]);
    }
    int least = Math.max(0, Arrays.binarySearch(awards, raised));
    if (least == 0) {
      return chances;
    }
    double[] left = chances.clone();
    left[least] = RunningSum.of(chances, 0, least + 1);
    Arrays.fill(left, 0, least, 0);
    return left;
  }
}
