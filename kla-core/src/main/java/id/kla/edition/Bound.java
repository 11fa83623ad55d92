package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * One end of an interval.
 *
 * @param <T> what it bounds
 * @param value where it lies
 * @param kind whether the value itself lies inside
 */
@CheckReturnValue
public record Bound<T extends Comparable<? super T>>(T value, Kind kind) {

  /** Whether the value itself lies inside. */
  public enum Kind {
    /** It does. */
    CLOSED,
    /** It does not. */
    OPEN
  }

  /** Returns a bound whose value lies inside. */
  public static <T extends Comparable<? super T>> Bound<T> closed(T value) {
    return new Bound<>(value, Kind.CLOSED);
  }

  /** Returns a bound whose value lies outside. */
  public static <T extends Comparable<? super T>> Bound<T> open(T value) {
    return new Bound<>(value, Kind.OPEN);
  }

  /** Says whether {@code other} lies inside, if this bounds from below. */
  public boolean admitsAbove(T other) {
    int order = other.compareTo(value);
    return order > 0 || (order == 0 && kind == Kind.CLOSED);
  }

  /** Says whether {@code other} lies inside, if this bounds from above. */
  public boolean admitsBelow(T other) {
    int order = other.compareTo(value);
    return order < 0 || (order == 0 && kind == Kind.CLOSED);
  }
}
