package id.kla.benchmarks.load;

import java.util.List;

/**
 * One question as every peer is told it; awards are in ten-thousandths of a point.
 *
 * @param code its code, such as {@code 14.10}
 * @param indicator the code of its indicator
 * @param kind how it is answered
 * @param levels the levels that it offers, from the worst; none for bands
 * @param lower where its bands begin, from 0 on, in hundredths of a percent, each with its bound;
 *     none for levels
 * @param units what each level or band earns
 */
public record Rule(
    String code,
    String indicator,
    Kind kind,
    List<String> levels,
    List<Integer> lower,
    List<Integer> units) {

  /** How a question is answered. */
  public enum Kind {
    /** By one of some levels. */
    LEVELS,
    /** By a share, which falls in one of some bands. */
    BANDS
  }

  /** Returns how many levels or bands there are. */
  public int size() {
    return units.size();
  }

  /** Returns what is earned at most. */
  public int maximum() {
    return units.get(units.size() - 1);
  }
}
