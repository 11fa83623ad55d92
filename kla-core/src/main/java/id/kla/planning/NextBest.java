package id.kla.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The best solutions of a task, one after the other.
 *
 * <p>What is left of a set of solutions without its best one falls into parts by the first measure
 * in which a solution differs from that one; the best of all parts is the next.
 */
final class NextBest {

  private final Task task;
  private final int count;
  private final Limit limit;
  private final PriorityQueue<Part> parts = new PriorityQueue<>();
  private final List<Choice> best = new ArrayList<>();

  private NextBest(Task task, int count, Limit limit) {
    this.task = task;
    this.count = count;
    this.limit = limit;
  }

  /** Returns at most {@code count} of them, the most preferred first; fewer where it is stopped. */
  static List<Choice> of(Task task, Task.Fixed[] fixed, int count, Limit limit) {
    NextBest next = new NextBest(task, count, limit);
    try {
      next.find(fixed);
      while (next.best.size() < count && !next.parts.isEmpty()) {
        next.take();
      }
    } catch (Limit.Struck e) {
      return next.best;
    }
    return next.best;
  }

  /** Solutions in which some measures are fixed, with the best of them. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  private record Part(Choice best, Task.Fixed[] fixed) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      return best.compareTo(other.best);
    }
  }

  private void find(Task.Fixed[] fixed) {
    Search.Outcome outcome = Search.of(task, fixed, costOfLast(), limit);
    if (!outcome.isProven()) {
      throw new Limit.Struck();
    }
    outcome.best().ifPresent(found -> parts.add(new Part(found, fixed)));
  }

  /** What the last of the best parts that are wanted costs: dearer ones are not. */
  private long costOfLast() {
    int wanted = count - best.size();
    return parts.size() < wanted
        ? Search.ANY_COST
        : parts.stream()
            .mapToLong(part -> part.best.cost())
            .sorted()
            .skip(wanted - 1L)
            .findFirst()
            .orElse(Search.ANY_COST);
  }

  private void take() {
    Part part = parts.remove();
    best.add(part.best);
    if (best.size() == count) {
      return;
    }
    Task.Fixed[] fixed = part.fixed.clone();
    for (Task.Fixed same : List.of(Task.Fixed.IN, Task.Fixed.OUT)) {
      for (int m = 0; m < fixed.length; m++) {
        boolean isChosen = part.best.measures().get(m);
        if (part.fixed[m] != Task.Fixed.FREE || isChosen != (same == Task.Fixed.IN)) {
          continue;
        }
        Task.Fixed[] other = fixed.clone();
        other[m] = isChosen ? Task.Fixed.OUT : Task.Fixed.IN;
        find(other);
        fixed[m] = same;
      }
    }
  }
}
