package id.kla.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import id.kla.fault.Fault;
import id.kla.fault.FaultException;
import java.util.List;
import java.util.Objects;

/**
 * Says to a caller of Jackson's {@code ObjectMapper} that a value had errors, and holds every fault
 * that was found; what {@link FaultException} is to other callers.
 */
public final class FaultyDocumentException extends JsonMappingException {

  private static final long serialVersionUID = 1L;

  FaultyDocumentException(JsonParser parser, FaultException cause) {
    super(parser, Objects.requireNonNull(cause.getMessage()), cause);
  }

  /**
   * Returns every fault in the order in which it was found; none where the exception has crossed to
   * another process, which only its message does.
   */
  public List<Fault> faults() {
    return getCause() instanceof FaultException cause ? cause.faults() : List.of();
  }
}
