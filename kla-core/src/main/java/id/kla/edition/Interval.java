package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;

/**
 * What lies between two bounds, each open, closed or missing.
 *
 * @param <T> what it holds
 * @param lower the lower bound; nothing is too low without one
 * @param upper the upper bound; nothing is too high without one
 */
@CheckReturnValue
public record Interval<T extends Comparable<? super T>>(
    Optional<Bound<T>> lower, Optional<Bound<T>> upper) {

  /** Says whether {@code value} lies inside. */
  public boolean contains(T value) {
    return (lower.isEmpty() || lower.get().admitsAbove(value))
        && (upper.isEmpty() || upper.get().admitsBelow(value));
  }

  /** Says whether no value can lie inside. */
  public boolean isEmpty() {
    if (lower.isEmpty() || upper.isEmpty()) {
      return false;
    }
    int order = lower.get().value().compareTo(upper.get().value());
    return order > 0
        || (order == 0
            && (lower.get().kind() == Bound.Kind.OPEN || upper.get().kind() == Bound.Kind.OPEN));
  }

  /** Returns the usual notation, such as {@code (600, 700]}; a missing bound is left blank. */
  @Override
  public String toString() {
    String from =
        lower.map(b -> (b.kind() == Bound.Kind.CLOSED ? "[" : "(") + b.value()).orElse("(");
    String to = upper.map(b -> b.value() + (b.kind() == Bound.Kind.CLOSED ? "]" : ")")).orElse(")");
    return from + ", " + to;
  }
}
