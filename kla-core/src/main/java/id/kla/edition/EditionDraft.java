package id.kla.edition;

import com.google.errorprone.annotations.CheckReturnValue;
import id.kla.fault.Checked;
import id.kla.fault.Fault;
import id.kla.fault.FaultCode;
import id.kla.fault.Place;
import id.kla.fault.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * An edition as it is written: tables of rows of cells, not yet checked.
 *
 * <p>Every form in which an edition is read, folder or document, becomes a draft; {@link #check()}
 * is the one way from there to an {@link Edition}, and {@link #of(Edition)} the one way back.
 */
@CheckReturnValue
@Value.Immutable
public abstract class EditionDraft {

  EditionDraft() {}

  /** Returns the tables that were read. */
  public abstract Map<EditionTable, DraftTable> tables();

  /** Returns what was found wrong while the tables were read. */
  public abstract List<Fault> faults();

  /** Returns the tables that could not be read, which {@link #faults()} says why. */
  public abstract Set<EditionTable> unread();

  /**
   * A table as it was written.
   *
   * @param place where it stands
   * @param rows its rows in their order
   * @param unread columns that must be there and are not, which has been reported
   */
  public record DraftTable(Place place, List<DraftRow> rows, Set<String> unread) {

    /** Copies rows and columns. */
    public DraftTable {
      rows = List.copyOf(rows);
      unread = Set.copyOf(unread);
    }
  }

  /**
   * A row as it was written.
   *
   * @param place where it stands
   * @param cells the cells by column; an absent one is empty
   * @param unread columns whose cells could not be read, which has been reported
   */
  public record DraftRow(Place place, Map<String, Written<String>> cells, Set<String> unread) {

    /** Copies cells and columns. */
    public DraftRow {
      cells = Map.copyOf(cells);
      unread = Set.copyOf(unread);
    }

    /** Makes a row of which every cell could be read. */
    public DraftRow(Place place, Map<String, Written<String>> cells) {
      this(place, cells, Set.of());
    }

    /** Returns the text of a cell, if it is not empty. */
    public Optional<String> find(String column) {
      return Optional.ofNullable(cells.get(column))
          .map(Written::value)
          .filter(text -> !text.isEmpty());
    }
  }

  /**
   * Returns the edition, or every fault of its tables and every error of {@link EditionLint}.
   *
   * <p>Tables that name a {@code base} are laid over that built-in edition.
   */
  public Checked<Edition> check() {
    return check(List.of());
  }

  /** Does the same with {@code bases} and after them the built-in editions to be laid over. */
  public Checked<Edition> check(List<Edition> bases) {
    Optional<Written<String>> base = key("base");
    if (base.isEmpty()) {
      return EditionCheck.of(this);
    }
    String id = base.get().value();
    Optional<Edition> known =
        bases.stream()
            .filter(edition -> edition.id().equals(id))
            .findFirst()
            .or(() -> Editions.find(id));
    if (known.isPresent()) {
      return Overlay.apply(this, known.get());
    }
    List<Fault> all = new ArrayList<>(faults());
    all.add(
        Fault.of(FaultCode.UNKNOWN_EDITION, base.get().place())
            .with("found", id)
            .with(
                "allowed",
                Stream.concat(bases.stream().map(Edition::id), Editions.ids().stream()).toList()));
    return Checked.failed(all);
  }

  /** Returns what the first table says under a key, if it says something. */
  Optional<Written<String>> key(String key) {
    DraftTable about = tables().get(EditionTable.EDITION);
    return about == null
        ? Optional.empty()
        : about.rows().stream()
            .filter(row -> row.find("key").filter(key::equals).isPresent())
            .flatMap(row -> row.find("value").map(v -> row.cells().get("value")).stream())
            .findFirst();
  }

  /** Returns the tables that {@code edition} is written as; reading them gives it back. */
  public static EditionDraft of(Edition edition) {
    return EditionRows.of(edition);
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a draft. */
  public static final class Builder extends ImmutableEditionDraft.Builder {
    Builder() {}
  }
}
