package id.kla.edition;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import java.util.List;
import java.util.Optional;

/**
 * The ladders that are built in, each in tables of its own.
 *
 * <p>A ladder has other dates than an instrument: one can outlast several. Which one applied to
 * which round is said by {@code id.kla.assessment.Calendar}; an edition keeps the ladder that it
 * was made with.
 *
 * <pre>{@code
 * Ladders.find("ministry-2022").orElseThrow().ladder().tierOf(Points.parse("600.36")); // MADYA
 * }</pre>
 */
@CheckReturnValue
public final class Ladders {

  private static final ImmutableList<NamedLadder> BUILT_IN =
      ImmutableList.of(EditionTables.builtInLadder("ministry-2022"));

  private Ladders() {}

  /** Returns the ids of the built-in ladders. */
  public static List<String> ids() {
    return BUILT_IN.stream().map(NamedLadder::id).toList();
  }

  /** Returns the built-in ladder with that id, if there is one. */
  public static Optional<NamedLadder> find(String id) {
    return BUILT_IN.stream().filter(ladder -> ladder.id().equals(id)).findFirst();
  }

  /**
   * Returns what any built-in ladder calls by that code or name, for results of rounds of which no
   * ladder is known: its name, not its bounds.
   */
  public static Optional<Tier> findTierNamed(String text) {
    return BUILT_IN.stream()
        .flatMap(ladder -> ladder.ladder().findNamed(text).stream())
        .findFirst();
  }

  /** Returns the built-in ladder with that id, or the fault that there is none. */
  public static Checked<NamedLadder> find(String id, Place place) {
    return find(id)
        .map(ladder -> Checked.of(ladder, List.of()))
        .orElseGet(
            () ->
                Checked.failed(
                    List.of(
                        Fault.of(FaultCode.UNKNOWN_LADDER, place)
                            .with("found", id)
                            .with("allowed", ids()))));
  }
}
