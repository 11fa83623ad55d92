package id.kla.fault;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says that data had errors, and holds every fault that was found. */
public final class FaultException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable ImmutableList<Fault> faults;

  /** Makes an exception of all faults; its message is their English text, a line each. */
  public FaultException(List<Fault> faults) {
    super(
        faults.stream()
            .map(fault -> fault.message(Language.ENGLISH))
            .collect(Collectors.joining(System.lineSeparator())));
    this.faults = ImmutableList.copyOf(faults);
  }

  /**
   * Returns every fault in the order in which it was found; none where the exception has crossed to
   * another process, which only its message does.
   */
  public List<Fault> faults() {
    return faults == null ? ImmutableList.of() : faults;
  }
}
