package id.kla.assessment;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.edition.Question;
import id.kla.edition.Response;
import id.kla.points.Points;
import id.kla.points.Share;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How many units of a region say yes to one question: a share while all of them speak, else a range
 * of shares. A unit that is silent has not said no.
 *
 * @param question the question
 * @param yes the units that say yes, in the table's order
 * @param no the units that say no, in the table's order
 * @param silent the units that say nothing, in the table's order
 */
@CheckReturnValue
public record UnitFact(Question question, List<Unit> yes, List<Unit> no, List<Unit> silent) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no unit
   */
  public UnitFact {
    yes = List.copyOf(yes);
    no = List.copyOf(no);
    silent = List.copyOf(silent);
    if (yes.isEmpty() && no.isEmpty() && silent.isEmpty()) {
      throw new IllegalArgumentException("units: found none; allowed: at least one");
    }
  }

  /**
   * What a fact can earn.
   *
   * @param atLeast the least, whatever the silent units will say
   * @param atMost the most
   */
  public record Earned(Points atLeast, Points atMost) {}

  /** Returns how many units there are, those that are silent included. */
  public int whole() {
    return yes.size() + no.size() + silent.size();
  }

  /** Returns the share if every silent unit will say no. */
  public Share least() {
    return Share.of(yes.size(), whole());
  }

  /** Returns the share if every silent unit will say yes. */
  public Share most() {
    return Share.of(yes.size() + (long) silent.size(), whole());
  }

  /** Returns the measured fact; nothing until no unit is silent. */
  public Optional<Response.Fact> measured() {
    return silent.isEmpty() ? Optional.of(Response.coverage(least())) : Optional.empty();
  }

  /**
   * Returns what the fact earns where the question's scale reads shares; nothing where an assessor
   * gives the points. A scale may earn more in the middle of the range than at its ends.
   */
  public Optional<Earned> earned() {
    List<Response> possible =
        LongStream.rangeClosed(yes.size(), yes.size() + (long) silent.size())
            .<Response>mapToObj(part -> Response.coverage(Share.of(part, whole())))
            .toList();
    if (!possible.stream().allMatch(question.scale()::reads)) {
      return Optional.empty();
    }
    List<Points> awards = possible.stream().map(question.scale()::award).sorted().toList();
    return Optional.of(new Earned(awards.get(0), awards.get(awards.size() - 1)));
  }
}
