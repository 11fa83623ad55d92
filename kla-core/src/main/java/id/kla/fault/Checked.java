package id.kla.fault;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading or checking data: the value with its warnings, or every error that stands in
 * its way.
 *
 * <pre>{@code
 * Checked<Edition> read = EditionTables.read(folder);
 * read.faults().forEach(fault -> System.err.println(fault.message(Language.ENGLISH)));
 * Edition edition = read.orThrow();
 * }</pre>
 *
 * @param <T> what is read
 */
@CheckReturnValue
public final class Checked<T> {

  private final @Nullable T value;
  private final ImmutableList<Fault> faults;

  private Checked(@Nullable T value, ImmutableList<Fault> faults) {
    this.value = value;
    this.faults = faults;
  }

  /**
   * Returns a value with what is to be said of it.
   *
   * @throws IllegalArgumentException if one of the faults is an error
   */
  public static <T> Checked<T> of(T value, List<Fault> warnings) {
    for (Fault fault : warnings) {
      if (fault.severity() == Severity.ERROR) {
        throw new IllegalArgumentException("a value with an error: " + fault);
      }
    }
    return new Checked<>(value, ImmutableList.copyOf(warnings));
  }

  /**
   * Returns the faults that leave no value.
   *
   * @throws IllegalArgumentException if none of the faults is an error
   */
  public static <T> Checked<T> failed(List<Fault> faults) {
    if (faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR)) {
      throw new IllegalArgumentException("no value and no error, but " + faults);
    }
    return new Checked<>(null, ImmutableList.copyOf(faults));
  }

  /** Returns the value, empty where there are errors. */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** Returns every fault in the order in which it was found: errors, warnings and notes. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * Returns the value.
   *
   * @throws FaultException with every fault, if there are errors
   */
  public T orThrow() {
    if (value == null) {
      throw new FaultException(faults);
    }
    return value;
  }
}
