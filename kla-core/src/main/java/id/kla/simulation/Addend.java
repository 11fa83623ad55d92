package id.kla.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is added up, as a tree: a question with its awards, or a sum of others that may be cut and
 * may have a floor.
 *
 * <p>Everything is in steps of a lattice above what is certain.
 */
final class Addend {

  /** One of the two ends of what something may earn. */
  enum End {
    LEAST,
    MOST
  }

  /** Its place among the questions or indicators of the edition, -1 if it is neither. */
  private final int position;

  private final boolean isQuestion;

  /** Of a question: what each award adds, ascending. */
  private final int[] steps;

  private final double[] chances;

  /** Of a sum: what it adds up. */
  private final List<Addend> parts;

  private final int most;

  /** Of a question: the place of its first award that counts; of a sum: its least that does. */
  private final int floor;

  private Addend(
      int position,
      boolean isQuestion,
      int[] steps,
      double[] chances,
      List<Addend> parts,
      int most,
      int floor) {
    this.position = position;
    this.isQuestion = isQuestion;
    this.steps = steps;
    this.chances = chances;
    this.parts = parts;
    this.most = most;
    this.floor = floor;
  }

  /**
   * Returns a question.
   *
   * @param position its place among the questions of the edition
   * @param first the place of its first award that counts, the number of awards if none does
   */
  static Addend question(int position, int[] steps, double[] chances, int first) {
    double[] counting = chances.clone();
    Arrays.fill(counting, 0, first, 0);
    return new Addend(position, true, steps, counting, List.of(), steps[steps.length - 1], first);
  }

  /**
   * Returns a sum.
   *
   * @param position its place among the indicators of the edition, -1 if it is none
   * @param mostSteps what passes this is cut there
   * @param floor sums of fewer steps do not count
   */
  static Addend sum(int position, List<Addend> parts, int mostSteps, int floor) {
    long sum = parts.stream().mapToLong(Addend::most).sum();
    int most = (int) Math.min(sum, mostSteps);
    return new Addend(position, false, new int[0], new double[0], parts, most, floor);
  }

  boolean isQuestion() {
    return isQuestion;
  }

  int position() {
    return position;
  }

  List<Addend> parts() {
    return parts;
  }

  /** Returns the most steps that it adds. */
  int most() {
    return most;
  }

  /** Says whether its parts can pass what it may add. */
  boolean isCut() {
    return parts.stream().mapToLong(Addend::most).sum() > most;
  }

  /** Says whether its parts can be added to any sum one by one. */
  boolean isPlain() {
    return floor == 0 && !isCut();
  }

  /** Returns the chance of each number of steps; what doesn't count is left out. */
  double[] chances() {
    Accumulation sum = new Accumulation(most);
    if (isQuestion) {
      addTo(sum);
    } else {
      parts.forEach(part -> part.addTo(sum));
    }
    double[] counting = sum.chances();
    Arrays.fill(counting, 0, Math.min(isQuestion ? 0 : floor, counting.length), 0);
    return counting;
  }

  /** Returns the chances of what is held and this together; what passes the most is cut there. */
  double[] plus(double[] held, int mostSteps) {
    Accumulation sum = new Accumulation(held, (int) Math.min(held.length - 1L + most, mostSteps));
    addTo(sum);
    return sum.chances();
  }

  private void addTo(Accumulation sum) {
    if (isQuestion) {
      sum.add(steps, chances);
    } else if (isPlain()) {
      parts.forEach(part -> part.addTo(sum));
    } else {
      sum.add(chances());
    }
  }

  /**
   * Returns what is expected of a value once this is added: for each number of steps below {@code
   * length} that are held before.
   *
   * @param value for each number of steps; from the last on it stays the same
   */
  double[] expected(double[] value, int length) {
    if (isQuestion) {
      return Expectation.of(steps, chances, value, length);
    }
    if (!isPlain()) {
      return expected(chances(), value, length);
    }
    double[] expected = value;
    long before = length - 1L + most;
    for (int k = parts.size() - 1; k >= 0; k--) {
      before -= parts.get(k).most;
      expected = parts.get(k).expected(expected, (int) Math.min(before + 1, expected.length));
    }
    return expected.length == length ? expected : stretched(expected, length);
  }

  /** Returns what is expected of a value once something with those chances is added. */
  static double[] expected(double[] chances, double[] value, int length) {
    int[] steps = Accumulation.attainable(chances);
    return Expectation.of(steps, Accumulation.at(steps, chances), value, length);
  }

  private static double[] stretched(double[] value, int length) {
    double[] stretched = Arrays.copyOf(value, length);
    Arrays.fill(stretched, Math.min(length, value.length), length, value[value.length - 1]);
    return stretched;
  }

  /** Returns how many steps it adds if all its questions are at one end; -1 if that is too few. */
  int at(End end) {
    if (isQuestion) {
      int place = end == End.LEAST ? 0 : steps.length - 1;
      return place < floor ? -1 : steps[place];
    }
    long sum = 0;
    for (Addend part : parts) {
      int added = part.at(end);
      if (added < 0) {
        return -1;
      }
      sum += added;
    }
    return sum < floor ? -1 : (int) Math.min(sum, most);
  }

  /** Returns a value of its sum as it counts: none below its floor. */
  double[] counted(double[] value) {
    double[] counted = value.clone();
    Arrays.fill(counted, 0, Math.min(floor, counted.length), 0);
    return counted;
  }

  /** Returns the same in which those questions are at one end for certain. */
  Addend with(Set<Integer> questions, End end) {
    if (isQuestion) {
      int place = end == End.LEAST ? 0 : steps.length - 1;
      return questions.contains(position)
          ? question(position, new int[] {steps[place]}, new double[] {1}, place < floor ? 1 : 0)
          : this;
    }
    List<Addend> changed = parts.stream().map(part -> part.with(questions, end)).toList();
    return changed.equals(parts)
        ? this
        : new Addend(position, false, steps, chances, changed, most, floor);
  }

  /** Says whether one of those questions is among what it adds up. */
  boolean holds(Set<Integer> questions) {
    return isQuestion
        ? questions.contains(position)
        : parts.stream().anyMatch(part -> part.holds(questions));
  }
}
